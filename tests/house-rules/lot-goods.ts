import { eq } from 'drizzle-orm';
import { returnOrders } from '../../db/schema/goods.ts';
import { items } from '../../db/schema/items.ts';
import { itemLives } from '../../db/schema/lives.ts';
import { reservations } from '../../db/schema/outbound.ts';
import { parcels } from '../../db/schema/parcels.ts';
import type { Writing } from '../../db/scope.ts';
import { systemViewer } from '../../db/seen-by.ts';
import { announced, type Body, ok, sound } from '../journeys/road.ts';
import { type House, newScan } from '../world.ts';
import type { Goods, Parties } from './goods.ts';

/**
 * A lot out of an exported order, in a return of its own: of one line a part was split off and lies beside the rest, of
 * the other line one was counted in a parcel. One life of it is over, and what lies packed goes out in place of the line
 * that is still to come. @returns the code of the lot
 */
export async function aLot(
  at: House,
  { staff, exporter, warehouse, mark }: Parties,
  goods: Pick<Goods, 'parcel' | 'packed'>,
) {
  const cited = { sku: 'SHIRT', salesOrder: 'EXPORTED-1', reasonText: mark };
  const order: Body = await announced(at, exporter, [{ ...cited, quantity: 2 }, cited], {
    ...{ warehouse, reference: `LOT-${warehouse}`, note: mark },
  });
  const [lot, coming]: string[] = order.items
    .sort((a: Body, b: Body) => b.quantity - a.quantity)
    .map(({ code }: Body) => code);
  if (!lot || !coming) throw new Error('Two lines become two items.');
  const step = (code: string, name: string, given: object) => ok(at.item(staff, code, name, given));
  await step(lot, 'receive', { location: 'R-01', quantity: 2, note: mark });
  await step(lot, 'correct', { customsStatus: 'RELEASED_DOMESTIC', reason: mark });
  await step(lot, 'inspect', { ...sound, note: mark });
  await step(lot, 'decide', { disposition: 'RTS', reason: mark });
  await step(lot, 'putAway', { location: 'A-01-01-1' });
  await step(lot, 'split', { quantity: 1 });
  const count = { scanId: newScan(), order: order.code, line: 2, more: 1 };
  await ok(at.call(staff, `POST /api/v1/parcels/${goods.parcel}/counts`, count));
  await at.database.as(systemViewer).atomically(async (tx) => {
    await oneLifeIsOver(tx, lot, goods.parcel);
    await inPlaceOf(tx, coming, goods.packed);
    const written = await tx.first(returnOrders, eq(returnOrders.code, order.code));
    // As if the last of its articles were still to be announced.
    if (written) await tx.change(returnOrders, written, { piecesLeft: 1 });
  });
  return lot;
}

/** Its customs status is no more that of what was split off and lies beside it. */
export const differsFromItsNeighbour = (at: House, { staff, mark }: Parties, lot: string) =>
  ok(at.item(staff, lot, 'correct', { customsStatus: 'ABROAD', reason: mark }));

async function oneLifeIsOver(tx: Writing, code: string, parcelCode: string) {
  const item = await tx.first(items, eq(items.code, code));
  const parcel = await tx.first(parcels, eq(parcels.code, parcelCode));
  if (!item || !parcel) throw new Error('Both were written a moment ago.');
  const { warehouseId, exporterId, orderId, lineId, stateSince: endedAt } = item;
  const its = { warehouseId, exporterId, orderId, lineId, parcelId: parcel.id, endedAt };
  await tx.add(itemLives, { id: `${item.id} before`, itemId: item.id, ...its, quantity: 1, state: 'resold' });
}

async function inPlaceOf(tx: Writing, replaced: string, by: string) {
  const one = await tx.first(items, eq(items.code, replaced));
  const other = await tx.first(items, eq(items.code, by));
  const promise = other && (await tx.first(reservations, eq(reservations.itemId, other.id)));
  if (!one || !promise) throw new Error('Nothing is promised in its place.');
  await tx.change(reservations, promise, { replaces: replaced });
  await tx.change(items, one, { replacedBy: by });
}
