import { eq } from 'drizzle-orm';
import { ordersOfParcel } from '../../db/queries/parcels.ts';
import { lastLineOf, linesOf, livesOfOrder, statesByLine } from '../../db/queries/returns.ts';
import { type CameAs, returnLines, type returnOrders } from '../../db/schema/goods.ts';
import { items } from '../../db/schema/items.ts';
import type { Scoped, Writing } from '../../db/scope.ts';
import type { RequestContext } from '../http/request-context.ts';
import type { StepContext } from '../workflow/effects.ts';
import { isAwaited } from '../workflow/return-order.ts';
import type { Item } from './facts.ts';
import { unannounced } from './life.ts';
import { exportOf, mustBeSupervised, raiseFlag, type TakenBy } from './over-export.ts';

type Line = typeof returnLines.$inferSelect;
type Order = Pick<typeof returnOrders.$inferSelect, 'id' | 'exporterId' | 'warehouseId'>;
type Extra = Pick<Line, 'skuId' | 'skuCode' | 'quantity' | 'serial'> & {
  /** What its scan told; of a product that was announced it is always one too many. */
  readonly cameAs?: CameAs | undefined;
  readonly note?: string | null | undefined;
  readonly by: TakenBy;
};

/** The return to which something extra in this parcel belongs: the only one of its exporter there that is awaited. */
export async function returnInParcel(
  db: Scoped,
  { parcelId, exporterId }: { readonly parcelId: string; readonly exporterId: string },
): Promise<Order | undefined> {
  const inIt = await db.ask(ordersOfParcel, { parcelId });
  const its = inIt.filter(({ link, state }) => link.exporterId === exporterId && isAwaited(state));
  const [only, another] = its;
  if (!only || another) return undefined;
  const { orderId: id, warehouseId } = only.link;
  return { id, exporterId, warehouseId };
}

/** What came too much or wrong is a line of its own, which says so: never one of those that were announced. */
export async function addExtraLine(
  system: Writing,
  { id: orderId, exporterId, warehouseId }: Order,
  { cameAs: told, note = null, by, ...what }: Extra,
  context: RequestContext,
): Promise<Pick<Item, 'orderId' | 'lineId'>> {
  const [last] = await system.ask(lastLineOf, { orderId });
  const { reason, wish, exportMode } = unannounced;
  const isMore = await isAnnounced(system, orderId, what.skuId);
  const cameAs = isMore ? 'over' : (told ?? 'unannounced');
  const ofExport = cameAs === 'over' ? await exportOf(system, { orderId, exporterId, ...what }) : undefined;
  if (ofExport) mustBeSupervised(ofExport, by);
  const line = { id: context.newId(), orderId, exporterId };
  await system.add(returnLines, {
    ...{ ...line, warehouseId, number: (last?.number ?? 0) + 1 },
    ...what,
    ...{ reason, wish, exportMode, reasonText: note, cameAs },
    exportedLineId: ofExport?.of.line.id ?? null,
  });
  if (ofExport) await raiseFlag(system, ofExport, { line, note, by }, context);
  return { orderId, lineId: line.id };
}

/** Whether a return announced this product: then one more of it came too much, whatever else is said of it. */
export async function isAnnounced(db: Scoped, orderId: string, skuId: string | null): Promise<boolean> {
  const lines = skuId === null ? [] : await db.ask(linesOf, { orderId });
  return lines.some((line) => line.cameAs === null && line.skuId === skuId);
}

/** The line on which an item stands that came extra; undefined for what was announced. */
export async function extraLineOf(db: Scoped, { lineId }: Item): Promise<Line | undefined> {
  const line = lineId === null ? undefined : await db.first(returnLines, eq(returnLines.id, lineId));
  return line && line.cameAs !== null ? line : undefined;
}

/** What came extra turned out to be something else. A part of a lot that was split takes a line of its own with it. */
export async function renamedExtra(
  system: Writing,
  { row, context, actor }: Pick<StepContext<Item>, 'row' | 'context' | 'actor'>,
  line: Line,
  what: Pick<Line, 'skuId' | 'skuCode' | 'quantity' | 'serial'>,
): Promise<Partial<Item>> {
  const isMore = what.skuId !== line.skuId && (await isAnnounced(system, line.orderId, what.skuId));
  if (!isMore && (await standingOn(system, line)) === row.quantity) {
    // Another product is none of the export of which one more was thought to have come.
    const exportedLineId = what.skuId === line.skuId ? line.exportedLineId : null;
    await system.change(returnLines, line, { ...what, exportedLineId });
    return {};
  }
  const { orderId: id, exporterId, warehouseId, cameAs, reasonText } = line;
  await leaveExtraLine(system, row, line);
  const by = { id: actor.id, mayExceed: true };
  const its = { ...what, cameAs: cameAs ?? undefined, note: reasonText, by };
  return addExtraLine(system, { id, exporterId, warehouseId }, its, context);
}

/** It came not for this return after all: its line goes with it, or what else stands there keeps it. */
export async function leaveExtraLine(
  system: Writing,
  row: Item,
  line: Line,
): Promise<Pick<Item, 'orderId' | 'lineId'>> {
  const left = { orderId: null, lineId: null };
  await system.change(items, row, left);
  const quantity = await standingOn(system, line);
  if (quantity > 0) await system.change(returnLines, line, { quantity });
  else await system.remove(returnLines, line);
  return left;
}

/** How many articles stand on a line, in the lives that go on and in those that are over. */
async function standingOn(db: Scoped, { id, orderId }: Pick<Line, 'id' | 'orderId'>): Promise<number> {
  const all = [...(await db.ask(statesByLine, { orderId })), ...(await db.ask(livesOfOrder, { orderId }))];
  return all.filter(({ lineId }) => lineId === id).reduce((sum, one) => sum + one.quantity, 0);
}
