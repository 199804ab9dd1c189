import { eq } from 'drizzle-orm';
import { countsOfLine, ordersOfParcel, parcelByCode, parcelsOfOrder } from '../../db/queries/parcels.ts';
import { statesByLine } from '../../db/queries/returns.ts';
import { returnOrders } from '../../db/schema/goods.ts';
import { parcelCounts } from '../../db/schema/parcels.ts';
import type { Scoped, Writing } from '../../db/scope.ts';
import { conflict, notFound } from '../http/problem.ts';
import { parcelSentences } from '../words/parcels.ts';
import { nouns } from '../words/problems.ts';
import type { Counted } from '../workflow/count-guards.ts';
import type { StepContext } from '../workflow/effects.ts';
import { itemWorkflow } from '../workflow/item.ts';
import { isBeingUnpacked, mayBeOpened } from '../workflow/parcel.ts';
import { factsOf } from '../workflow/workflow.ts';
import type { Item } from './facts.ts';

interface Named {
  /** The parcel that lies open before the receiver, if the screen says so. */
  readonly code: string | undefined;
  readonly trigger: StepContext<Item>['trigger'];
  /** Who takes it in. */
  readonly by: string;
}

/** Whoever opens a parcel again says so: an old screen does not. @throws Problem for one that is emptied or dropped */
export function mustBeOpen({ code, state }: { readonly code: string; readonly state: string }): void {
  if (isBeingUnpacked(state)) return;
  throw conflict('parcel_closed', parcelSentences[mayBeOpened(state) ? 'notOpen' : 'dropped'](code));
}

/** How many of a line may still come, though some of them are missed already. */
export async function mayStillCome(db: Scoped, orderId: string, lineId: string): Promise<number> {
  const states = await db.ask(statesByLine, { orderId });
  return states
    .filter((one) => one.lineId === lineId)
    .filter(({ state }) => ['expected', 'missing'].includes(factsOf(itemWorkflow, state).arrival ?? ''))
    .reduce((sum, { quantity }) => sum + quantity, 0);
}

/** Of what is being received: what other people counted of its line, in whichever parcel, and how many of it that leaves for whoever asks. */
export async function countedByOthers(
  system: Scoped,
  { orderId, lineId }: Item,
  { step, actor }: { readonly step: string | null; readonly actor: { readonly id: string } },
): Promise<{ readonly counted: readonly Counted[]; readonly left: number } | null> {
  if (step !== 'receive' || orderId === null || lineId === null) return null;
  const all = await system.ask(countsOfLine, { lineId });
  const others = all.filter(({ count }) => count.countedBy !== actor.id);
  if (others.length === 0) return null;
  const counted = others.map(({ count, by }) => ({ by: by ?? '', counted: count.counted }));
  const sum = counted.reduce((n, one) => n + one.counted, 0);
  return { counted, left: Math.max(0, (await mayStillCome(system, orderId, lineId)) - sum) };
}

/** What somebody counted of a line and took in is counted no more; what others counted of it is. */
async function forgetCounts(
  system: Writing,
  { lineId }: Item,
  { parcelId, by }: { readonly parcelId: string; readonly by: string },
): Promise<void> {
  if (lineId === null) return;
  for (const { count } of await system.ask(countsOfLine, { lineId }))
    if (count.parcelId === parcelId && count.countedBy === by) await system.remove(parcelCounts, count);
}

/**
 * In which parcel an article came: the one that is named, or the one of its return order that is being unpacked. What
 * comes out of a parcel lies in it, so its return order does, too.
 */
export async function cameInParcel(
  system: Writing,
  row: Item,
  { code, trigger, by }: Named,
): Promise<Partial<Item>> {
  const { orderId, warehouseId } = row;
  if (code === undefined) {
    const found = orderId ? await system.ask(parcelsOfOrder, { orderId }) : [];
    const open = found.find(({ parcel }) => isBeingUnpacked(parcel.state));
    if (open) await forgetCounts(system, row, { parcelId: open.parcel.id, by });
    return open ? { parcelId: open.parcel.id } : {};
  }
  const [parcel] = await system.ask(parcelByCode, { code: code.toUpperCase() });
  if (parcel?.warehouseId !== warehouseId) throw notFound(nouns.parcel, code);
  mustBeOpen(parcel);
  const inIt = await system.ask(ordersOfParcel, { parcelId: parcel.id });
  const order =
    orderId && !inIt.some(({ link }) => link.orderId === orderId)
      ? await system.first(returnOrders, eq(returnOrders.id, orderId))
      : undefined;
  if (order) await trigger('parcel', parcel.id, 'link', { order: order.code });
  await forgetCounts(system, row, { parcelId: parcel.id, by });
  return { parcelId: parcel.id };
}
