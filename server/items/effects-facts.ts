import { and, eq } from 'drizzle-orm';
import { codeMeaning, itemsWithSerial, openHoldsOf } from '../../db/queries/items.ts';
import { skus } from '../../db/schema/goods.ts';
import { organisations, warehouses } from '../../db/schema/house.ts';
import { holds } from '../../db/schema/items.ts';
import type { Writing } from '../../db/scope.ts';
import { isCalendarDate, supervisionUntil, taxReliefStart, taxReliefUntil } from '../customs/dates.ts';
import type { SupervisionMode } from '../identifiers/customs-numbers.ts';
import { readSerial } from '../identifiers/serial.ts';
import { conflict, notFound, unusable } from '../problem.ts';
import { itemSentences } from '../words/items.ts';
import { nouns } from '../words/problems.ts';
import type { Effect, Order } from '../workflow/engine.ts';
import type { Item } from './facts.ts';

/** Places a hold unless one of its kind stands already. */
export async function placeHold(
  house: Writing,
  { row, actor, moment }: Order<Item>,
  kind: string,
  note: string | null,
) {
  const standing = await house.ask(openHoldsOf, { itemId: row.id });
  if (standing.some((hold) => hold.kind === kind)) return;
  const [known] = await house.ask(codeMeaning, { list: 'hold', code: kind });
  if (!known) throw notFound(nouns.code, kind);
  const { id: itemId, warehouseId, exporterId } = row;
  const of = { id: moment.newId(), itemId, warehouseId, exporterId };
  const placed = { placedBy: actor.id, placedAt: moment.now };
  await house.add(holds, { ...of, kind, owner: known.meaning ?? 'HI', note, ...placed });
}

export const textOf = (given: unknown): string | null => (typeof given === 'string' ? given : null);

type Papers = Pick<Item, 'exportMode' | 'exportDate' | 'releaseDate'>;

/** The two clocks of rules §1.3: 6 months from export, 12 from release, each less a day of safety. */
export function clocksOf({ exportMode, exportDate, releaseDate }: Papers) {
  const dates = { exportedOn: exportDate, releasedOn: releaseDate };
  const start = taxReliefStart(exportMode as SupervisionMode, dates);
  return {
    taxReliefUntil: start ? taxReliefUntil(start) : null,
    supervisionUntil: releaseDate ? supervisionUntil(releaseDate) : null,
  };
}

/** The serial of one article; a lot has none. @throws Problem when several would share it, or it cannot be one */
export function serialOf(given: unknown, quantity: number): string | null {
  const serial = serialFrom(given);
  if (serial && quantity > 1) throw conflict('serial_lot', itemSentences.serialisedIsOne);
  return serial;
}

/** A serial as it is stored. @throws Problem when it cannot be one */
export function serialFrom(given: unknown): string | null {
  const text = textOf(given);
  if (text === null) return null;
  const serial = readSerial(text);
  if (!serial) throw unusable([{ path: ['serial'], code: 'serial' }], itemSentences.notASerial(text));
  return serial;
}

export const factEffects = {
  'note the receipt': async (house, order) => {
    const { row, given, moment } = order;
    const [warehouse] = await house.find(warehouses, eq(warehouses.id, row.warehouseId), 1);
    const seen = serialOf(given.serial, row.quantity);
    if (seen && row.serial && seen !== row.serial)
      await placeHold(house, order, 'identity', itemSentences.serialDiffers(row.serial, seen).zh);
    // Goods whose export is on paper and that come to a place outside the zone were released on their way in.
    const status = warehouse?.inZone
      ? 'ZONE_BONDED'
      : row.exportDocument
        ? 'RELEASED_DOMESTIC'
        : 'ARRIVED_UNDECLARED';
    const serial = row.serial ?? seen;
    const papers = row.customsStatus === 'ABROAD' ? { customsStatus: status } : {};
    return { receivedAt: moment.now, custody: 'hub', serial, ...papers };
  },
  'forget the receipt': () => ({ receivedAt: null, custody: 'exporter', customsStatus: 'ABROAD' }),
  'note the exception': async (house, order) => {
    const code = textOf(order.given.exception);
    if (!code) return {};
    const [known] = await house.ask(codeMeaning, { list: 'exception', code });
    if (!known) throw notFound(nouns.code, code);
    if (known.meaning) await placeHold(house, order, known.meaning, known.zh);
    return known.meaning === 'battery' ? { hazard: true } : {};
  },
  'put on the hold': async (house, order) => {
    const kind = String(order.given.kind);
    await placeHold(house, order, kind, textOf(order.given.note));
    return kind === 'battery' ? { hazard: true } : {};
  },
  'lift the hold': async (house, { row, given, actor, moment }) => {
    const standing = await house.ask(openHoldsOf, { itemId: row.id });
    const lifted = { liftedBy: actor.id, liftedAt: moment.now, liftNote: textOf(given.reason) };
    for (const hold of standing) if (hold.kind === given.kind) await house.change(holds, hold, lifted);
    return given.kind === 'battery' ? { hazard: false } : {};
  },
  'correct the facts': async (house, { row, given }) => {
    const dates = {
      exportDate: dateOr(row.exportDate, given.exportDate, 'exportDate'),
      releaseDate: dateOr(row.releaseDate, given.releaseDate, 'releaseDate'),
    };
    const status = textOf(given.customsStatus) ?? row.customsStatus;
    const [known] = await house.ask(codeMeaning, { list: 'customs status', code: status });
    if (!known) throw notFound(nouns.code, status);
    const papers = { ...dates, exportMode: row.exportMode };
    return {
      ...dates,
      ...clocksOf(papers),
      customsStatus: status,
      serial: serialOf(given.serial, row.quantity) ?? row.serial,
    };
  },
  'give it to its owner': async (house, { row, given, actor, moment }) => {
    const [exporter] = await house.find(
      organisations,
      and(eq(organisations.kind, 'exporter'), eq(organisations.code, String(given.exporter))),
      1,
    );
    if (!exporter) throw notFound(nouns.exporter, String(given.exporter));
    const ofIt = and(eq(skus.exporterId, exporter.id), eq(skus.code, String(given.sku)));
    const [sku] = await house.find(skus, ofIt, 1);
    if (!sku) throw notFound(nouns.sku, String(given.sku));
    const serial = serialOf(given.serial, row.quantity) ?? row.serial;
    if (sku.serialTracked && row.quantity > 1) throw conflict('serial_lot', itemSentences.serialisedIsOne);
    const twins = serial ? await house.ask(itemsWithSerial, { exporterId: exporter.id, serial }) : [];
    const twin = twins.find((other) => other.id !== row.id);
    if (twin) throw conflict('serial_known', itemSentences.serialKnown(twin.code));
    const lifted = { liftedBy: actor.id, liftedAt: moment.now, liftNote: textOf(given.reason) };
    for (const hold of await house.ask(openHoldsOf, { itemId: row.id }))
      await house.change(holds, hold, {
        exporterId: exporter.id,
        ...(hold.kind === 'identity' ? lifted : {}),
      });
    return { exporterId: exporter.id, skuId: sku.id, serial };
  },
  'note the photo': () => ({}),
  'note that its data are wiped': () => ({ wiped: true }),
} as const satisfies Record<string, Effect<Item>>;

function dateOr(before: string | null, given: unknown, field: string): string | null {
  const text = textOf(given);
  if (text === null) return before;
  if (!isCalendarDate(text)) throw unusable([{ path: [field], code: 'date' }], itemSentences.notADate);
  return text;
}
