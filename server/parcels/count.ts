import { z } from 'zod';
import { countsOfLine, ordersOfParcel } from '../../db/queries/parcels.ts';
import { linesOf } from '../../db/queries/returns.ts';
import { parcelCounts } from '../../db/schema/parcels.ts';
import type { Writing } from '../../db/scope.ts';
import { conflict, forbidden, notFound } from '../http/problem.ts';
import type { Asker } from '../http/request-context.ts';
import { code, scanId } from '../http/shapes.ts';
import { mayStillCome, mustBeOpen } from '../items/parcel.ts';
import { parcelSentences } from '../words/parcels.ts';
import { nouns } from '../words/problems.ts';
import type { Engine } from '../workflow/engine.ts';
import { awaitedOrder, getParcel, type Parcel } from './parcel-entity.ts';

/** One more of a line was counted, or one less. */
export const CountInput = z.strictObject({
  scanId,
  code,
  order: code,
  line: z.number().int().min(1).max(100_000),
  more: z.union([z.literal(1), z.literal(-1)]),
});

/**
 * Counts in an open parcel: whoever looks at it, on whichever handheld, sees how far it is. Each one's count is their
 * own, who books it at the place where they stand.
 */
export async function countInParcel(
  engine: Engine,
  tx: Writing,
  ask: Omit<z.output<typeof CountInput>, 'scanId'>,
  { actor, context }: Asker,
): Promise<Parcel> {
  if (actor.viewer.as !== 'staff') throw forbidden(parcelSentences.takeIn);
  const parcel = await getParcel(tx, ask.code);
  mustBeOpen(parcel);
  const order = await awaitedOrder(tx, actor.viewer.warehouse, ask.order);
  const line = (await tx.ask(linesOf, { orderId: order.id })).find(({ number }) => number === ask.line);
  if (!line) throw notFound(nouns.line, String(ask.line));
  const inIt = await tx.ask(ordersOfParcel, { parcelId: parcel.id });
  if (!inIt.some(({ link }) => link.orderId === order.id)) {
    const link = { entity: 'parcel', code: parcel.code, step: 'link', input: { order: order.code } } as const;
    await engine.take(tx, { ...link, actor, context });
  }
  const counts = (await tx.ask(countsOfLine, { lineId: line.id })).map(({ count }) => count);
  const before = counts.find((one) => one.parcelId === parcel.id && one.countedBy === actor.id);
  const counted = (before?.counted ?? 0) + ask.more;
  // What others counted, here or in another parcel that is open, comes out of the same line.
  const all = counts.reduce((sum, one) => sum + one.counted, 0);
  if (ask.more > 0 && all + ask.more > (await mayStillCome(tx, order.id, line.id)))
    throw conflict('counted_too_many', parcelSentences.countedTooMany);
  const who = { countedBy: actor.id, countedAt: context.now };
  const { warehouseId, exporterId } = order;
  if (before && counted <= 0) await tx.remove(parcelCounts, before);
  else if (before) await tx.change(parcelCounts, before, { counted, ...who });
  else if (counted > 0) {
    const of = { id: context.newId(), parcelId: parcel.id, lineId: line.id, warehouseId, exporterId };
    await tx.add(parcelCounts, { ...of, counted, ...who });
  }
  return parcel;
}
