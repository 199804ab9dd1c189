import { eq } from 'drizzle-orm';
import { countsOfLine, ordersOfParcel, parcelByCode, parcelsOfOrder } from '../../db/queries/parcels.ts';
import { returnOrders } from '../../db/schema/goods.ts';
import { parcelCounts } from '../../db/schema/parcels.ts';
import type { Writing } from '../../db/scope.ts';
import { conflict, notFound } from '../http/problem.ts';
import { parcelSentences } from '../words/parcels.ts';
import { nouns } from '../words/problems.ts';
import type { StepContext } from '../workflow/effects.ts';
import { isBeingUnpacked, mayBeOpened } from '../workflow/parcel.ts';
import type { Item } from './facts.ts';

interface Named {
  /** The parcel that lies open before the receiver, if the screen says so. */
  readonly code: string | undefined;
  readonly trigger: StepContext<Item>['trigger'];
}

/** Whoever opens a parcel again says so: an old screen does not. @throws Problem for one that is emptied or dropped */
export function mustBeOpen({ code, state }: { readonly code: string; readonly state: string }): void {
  if (isBeingUnpacked(state)) return;
  throw conflict('parcel_closed', parcelSentences[mayBeOpened(state) ? 'notOpen' : 'dropped'](code));
}

/** What was counted of a line and came in is counted no more. */
async function forgetCounts(system: Writing, { lineId }: Item, parcelId: string): Promise<void> {
  if (lineId === null) return;
  const counted = await system.ask(countsOfLine, { lineId });
  for (const count of counted) if (count.parcelId === parcelId) await system.remove(parcelCounts, count);
}

/**
 * In which parcel an article came: the one that is named, or the one of its return order that is being unpacked. What
 * comes out of a parcel lies in it, so its return order does, too.
 */
export async function cameInParcel(
  system: Writing,
  row: Item,
  { code, trigger }: Named,
): Promise<Partial<Item>> {
  const { orderId, warehouseId } = row;
  if (code === undefined) {
    const found = orderId ? await system.ask(parcelsOfOrder, { orderId }) : [];
    const open = found.find(({ parcel }) => isBeingUnpacked(parcel.state));
    if (open) await forgetCounts(system, row, open.parcel.id);
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
  await forgetCounts(system, row, parcel.id);
  return { parcelId: parcel.id };
}
