import { eq } from 'drizzle-orm';
import { lastOf } from '../../db/queries/item-events.ts';
import { codeMeaning, openHoldsOf } from '../../db/queries/items.ts';
import { skus } from '../../db/schema/goods.ts';
import { holds } from '../../db/schema/items.ts';
import { warehouses } from '../../db/schema/master-data.ts';
import type { Writing } from '../../db/scope.ts';
import { isCalendarDate, supervisionUntil, taxReliefStart, taxReliefUntil } from '../customs/dates.ts';
import { resumeClocks } from '../entities/clocks.ts';
import { notFound, unusable } from '../http/problem.ts';
import type { SupervisionMode } from '../identifiers/customs-numbers.ts';
import { itemSentences } from '../words/items.ts';
import { nouns } from '../words/problems.ts';
import { during, type Effect, type StepContext } from '../workflow/effects.ts';
import { isMeant } from '../workflow/hold-guards.ts';
import { type Doubt, doubtsAbout, doubtTold } from './doubts.ts';
import { extraLineOf, leaveExtraLine } from './extra-line.ts';
import type { Item } from './facts.ts';
import { giveToItsOwner } from './give-to-owner.ts';
import { asBefore } from './life.ts';
import { statusOnArrival } from './opening.ts';
import { turnsUp } from './over-export.ts';
import { cameInParcel } from './parcel.ts';
import { mustHaveForm, secondImeiFrom, serialFor, serialFrom } from './serials.ts';

/** Places a hold unless one of its kind stands already. */
export const placeHold = (
  system: Writing,
  stepContext: StepContext<Item>,
  kind: string,
  note: string | null,
) => hold(system, stepContext, { kind, note, because: null, expected: null, seen: null });

/** Holds it until somebody has looked at both values; each doubt stands beside the others. */
export const placeDoubt = (system: Writing, stepContext: StepContext<Item>, doubt: Doubt) =>
  hold(system, stepContext, { kind: 'identity', note: doubtTold(doubt, false).why?.zh ?? null, ...doubt });

type Held = Pick<typeof holds.$inferInsert, 'kind' | 'note'> &
  Record<'because' | 'expected' | 'seen', string | null>;
async function hold(system: Writing, { row, actor, context }: StepContext<Item>, held: Held) {
  const { kind } = held;
  const standing = await system.ask(openHoldsOf, { itemId: row.id });
  if (standing.some((other) => other.kind === kind && (!held.because || other.because === held.because)))
    return;
  const [known] = await system.ask(codeMeaning, { list: 'hold', code: kind });
  if (!known) throw notFound(nouns.code, kind);
  const { id: itemId, warehouseId, exporterId } = row;
  const of = { id: context.newId(), itemId, warehouseId, exporterId };
  const placed = { placedBy: actor.id, placedAt: context.now };
  await system.add(holds, { ...of, ...held, owner: known.meaning ?? 'HI', ...placed });
}

type Papers = Pick<Item, 'exportMode' | 'exportDate' | 'releaseDate'>;

/**
 * Until when it may come back without tax (six months, MoF/GACC/STA 2026 No.16) and at all under its export (a year,
 * GACC 2020 No.44), each less a day of safety.
 */
export function clocksOf({ exportMode, exportDate, releaseDate }: Papers) {
  const dates = { exportedOn: exportDate, releasedOn: releaseDate };
  const start = taxReliefStart(exportMode as SupervisionMode, dates);
  return {
    taxReliefUntil: start ? taxReliefUntil(start) : null,
    supervisionUntil: releaseDate ? supervisionUntil(releaseDate) : null,
  };
}

export const factEffects = {
  'note the receipt': during('item', ['receive'], async (system, stepContext) => {
    const { row, input, context } = stepContext;
    await turnsUp(system, stepContext);
    const [warehouse] = await system.find(warehouses, eq(warehouses.id, row.warehouseId), 1);
    const seen = serialFrom(input.serial);
    const imei2 = secondImeiFrom(input.imei2) ?? row.imei2;
    for (const doubt of await doubtsAbout(system, { ...row, imei2 }, seen))
      await placeDoubt(system, stepContext, doubt);
    if (input.noSerial && seen === null)
      await placeDoubt(system, stepContext, { because: 'no serial', expected: row.serial, seen: null });
    const status = statusOnArrival(warehouse?.inZone === true, row.exportDocument);
    const serial = row.serial ?? (await serialFor(system, row, input.serial));
    const papers = row.customsStatus === 'ABROAD' ? { customsStatus: status } : {};
    return { receivedAt: context.now, custody: 'hub' as const, serial, imei2, ...papers };
  }),
  'note its parcel': during('item', ['receive'], (system, { row, input, trigger, actor }) =>
    cameInParcel(system, row, { code: input.parcel, trigger, by: actor.id }),
  ),
  /** All is as it was before: what the receipt noted on the item, and the holds that it put on. */
  'forget the receipt': async (system, { row, actor, context }) => {
    const [receipt] = await system.ask(lastOf, { itemId: row.id, step: 'receive' });
    const lifted = { liftedBy: actor.id, liftedAt: context.now };
    for (const hold of await system.ask(openHoldsOf, { itemId: row.id }))
      if (hold.placedAt.getTime() === receipt?.at.getTime()) await system.change(holds, hold, lifted);
    const extra = await extraLineOf(system, row);
    return {
      ...(receipt ? asBefore(receipt.changed) : {}),
      ...(extra ? await leaveExtraLine(system, row, extra) : {}),
    };
  },
  'let its clock run on': async (system, { row }) => {
    const [receipt] = await system.ask(lastOf, { itemId: row.id, step: 'receive' });
    if (receipt) await resumeClocks(system, row.id, receipt.at);
    return {};
  },
  'note the exception': during('item', ['receive'], async (system, stepContext) => {
    const code = stepContext.input.exception;
    const { exporterId, skuId } = stepContext.row;
    // Whatever else is wrong with it: until we know whose it is, that is.
    if (!exporterId || !skuId) await placeHold(system, stepContext, 'identity', await unowned(system));
    if (!code) return {};
    const [known] = await system.ask(codeMeaning, { list: 'exception', code });
    if (!known) throw notFound(nouns.code, code);
    if (known.meaning) await placeHold(system, stepContext, known.meaning, known.zh);
    return known.meaning === 'battery' ? { hazard: true } : {};
  }),
  'put on the hold': during('item', ['hold'], async (system, stepContext) => {
    const { kind, note } = stepContext.input;
    await placeHold(system, stepContext, kind, note ?? null);
    return kind === 'battery' ? { hazard: true } : {};
  }),
  'lift the hold': during('item', ['liftHold'], async (system, { row, input, actor, context }) => {
    const standing = await system.ask(openHoldsOf, { itemId: row.id });
    const lifted = { liftedBy: actor.id, liftedAt: context.now, liftNote: input.reason };
    for (const hold of standing) if (isMeant(hold, input)) await system.change(holds, hold, lifted);
    return input.kind === 'battery' ? { hazard: false } : {};
  }),
  'correct the facts': during('item', ['correct'], async (system, { row, input }) => {
    const dates = {
      exportDate: dateOr(row.exportDate, input.exportDate, 'exportDate'),
      releaseDate: dateOr(row.releaseDate, input.releaseDate, 'releaseDate'),
    };
    const status = input.customsStatus ?? row.customsStatus;
    const [known] = await system.ask(codeMeaning, { list: 'customs status', code: status });
    if (!known) throw notFound(nouns.code, status);
    const papers = { ...dates, exportMode: row.exportMode };
    await mustHaveForm(system, serialFrom(input.serial), await skuOf(system, row));
    return {
      ...dates,
      ...clocksOf(papers),
      customsStatus: status,
      serial: await serialFor(system, row, input.serial),
      imei2: secondImeiFrom(input.imei2) ?? row.imei2,
    };
  }),
  'give it to its owner': giveToItsOwner,
  'take over the papers of its export': during('item', ['citeAnew'], (_system, { input: { papers } }) => ({
    ...papers,
    ...clocksOf(papers),
  })),
  'note the photo': () => ({}),
  'note that its data are wiped': () => ({ wiped: true }),
} as const satisfies Record<string, Effect<Item>>;

async function unowned(system: Writing): Promise<string | null> {
  const [exception] = await system.ask(codeMeaning, { list: 'exception', code: 'X02' });
  return exception?.zh ?? null;
}

const skuOf = (system: Writing, { skuId }: Item) =>
  skuId === null ? undefined : system.first(skus, eq(skus.id, skuId));

function dateOr(before: string | null, given: string | undefined, field: string): string | null {
  if (given === undefined) return before;
  if (!isCalendarDate(given)) throw unusable([{ path: [field], code: 'date' }], itemSentences.notADate);
  return given;
}
