import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { codeMeaning, itemsWithSerial } from '../../db/queries/items.ts';
import { skus } from '../../db/schema/goods.ts';
import { organisations } from '../../db/schema/house.ts';
import type { Scoped, Writing } from '../../db/scope.ts';
import type { Actor } from '../access/permissions.ts';
import type { Moment } from '../call.ts';
import type { Item } from '../items/facts.ts';
import { getItem } from '../items/noun.ts';
import { serialFrom } from '../items/serials.ts';
import { addItem } from '../items/write.ts';
import { conflict, forbidden, notFound, unusable } from '../problem.ts';
import { unborn } from '../returns/announce.ts';
import { code, line, prose, scanId } from '../shapes.ts';
import { itemSentences } from '../words/items.ts';
import { nouns } from '../words/problems.ts';
import { engine } from '../workflow/house.ts';
import { itemWorkflow } from '../workflow/item.ts';
import { knows } from '../workflow/workflow.ts';

/** Something arrived that nobody announced: what can be said of it at the dock. */
export const BlindAsk = z.strictObject({
  scanId,
  location: line(32),
  description: prose(300),
  exporter: line(32).optional(),
  sku: line(64).optional(),
  serial: line(64).optional(),
  quantity: z.number().int().min(1).max(10_000).default(1),
  waybill: line(48).optional(),
  /** The return order in whose parcel it lay, if it lay in one. */
  order: code.optional(),
  exception: line(8).default('X01'),
  note: prose(1000).optional(),
});
export type BlindAsk = z.output<typeof BlindAsk>;

async function owner(tx: Scoped, ask: BlindAsk) {
  if (!ask.exporter) return { exporter: undefined, sku: undefined };
  const isIt = and(eq(organisations.kind, 'exporter'), eq(organisations.code, ask.exporter));
  const exporter = await tx.first(organisations, isIt);
  if (!exporter) throw notFound(nouns.exporter, ask.exporter);
  if (!ask.sku) return { exporter, sku: undefined };
  const sku = await tx.first(skus, and(eq(skus.exporterId, exporter.id), eq(skus.code, ask.sku)));
  if (!sku) throw notFound(nouns.sku, ask.sku);
  if (sku.serialTracked && ask.quantity > 1) throw conflict('serial_lot', itemSentences.serialisedIsOne);
  return { exporter, sku };
}

/** @throws Problem when several articles would share one, or it cannot be one */
function serialOf(ask: BlindAsk): string | null {
  const serial = serialFrom(ask.serial);
  if (serial && ask.quantity > 1) throw conflict('serial_lot', itemSentences.serialisedIsOne);
  return serial;
}

/** Takes it in under a licence plate, on hold until we know whose it is; or as another life of what we know. */
export async function receiveBlind(tx: Writing, actor: Actor, ask: BlindAsk, moment: Moment): Promise<Item> {
  if (actor.viewer.as !== 'staff') throw forbidden(itemWorkflow.steps.receive.button);
  const { exporter, sku } = await owner(tx, ask);
  if (ask.exception === 'X03' && !ask.note)
    throw unusable([{ path: ['note'], code: 'needed' }], itemSentences.moreNeedsAReason);
  if (ask.exception === 'X03' && !actor.permissions.has('items.exception'))
    throw forbidden(itemSentences.takeMore);
  const [known] = await tx.ask(codeMeaning, { list: 'exception', code: ask.exception });
  if (!known) throw notFound(nouns.code, ask.exception);
  const serial = serialOf(ask);
  const house = tx.forTheHouse();
  const before =
    serial && exporter ? await house.ask(itemsWithSerial, { exporterId: exporter.id, serial }) : [];
  const fresh = {
    ...unannounced,
    warehouseId: actor.viewer.warehouse,
    exporterId: exporter?.id ?? null,
    skuId: sku?.id ?? null,
    description: ask.description,
    quantity: ask.quantity,
    serial,
  };
  const past = before[0];
  const code = past?.code ?? moment.newCode('item');
  if (past) await again(house, past, fresh, actor, moment);
  else {
    const when = { stateSince: moment.now, createdAt: moment.now };
    const what = {
      step: 'receiveBlind',
      toState: unborn.state,
      given: blindGiven(ask),
      byWhom: actor.id,
      ...(actor.device ? { device: actor.device } : {}),
      at: moment.now,
    };
    await addItem(house, { ...fresh, ...when, id: moment.newId(), code }, what);
  }
  const { location, exception } = ask;
  const given = {
    location,
    exception: exporter && sku ? exception : 'X02',
    ...(ask.note ? { note: ask.note } : {}),
  };
  await engine.take(tx, 'item', code, 'receive', given, actor, moment);
  return getItem(tx, code);
}

const unannounced = {
  ...unborn,
  orderId: null,
  lineId: null,
  reason: 'R99',
  wish: null,
  exportMode: 'unknown',
  exportDocument: null,
  exportLine: null,
  exportDate: null,
  releaseDate: null,
  taxReliefUntil: null,
  supervisionUntil: null,
} as const;

async function again(house: Writing, past: Item, fresh: Partial<Item>, actor: Actor, moment: Moment) {
  const { id, code } = past;
  if (!knows(itemWorkflow, past.state, 'returnAgain'))
    throw conflict('serial_known', itemSentences.serialKnown(code));
  const { state: _, events: _e, lastHash: _h, ...announced } = fresh;
  await engine.order(house, 'item', id, 'returnAgain', { announced }, actor, moment);
}

const blindGiven = ({ description, waybill, order }: BlindAsk) => ({
  description,
  ...(waybill ? { waybill } : {}),
  ...(order ? { order } : {}),
});
