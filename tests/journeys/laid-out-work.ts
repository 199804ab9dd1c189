import { returnLines, returnOrders } from '../../db/schema/goods.ts';
import { items } from '../../db/schema/items.ts';
import { reservations, shipments } from '../../db/schema/outbound.ts';
import { consignmentLines, consignments, tickets } from '../../db/schema/repair.ts';
import type { Writing } from '../../db/scope.ts';
import { anItem, anOrder, aShipment, aTicket, hour } from './laid-out.ts';

/** Three return orders in Haikou and one in Yangpu, with some of their items. */
export async function ordersAndItems(tx: Writing) {
  const kites = { exporterId: 'kite', skuId: 'kite-SHIRT' };
  await tx.add(
    returnOrders,
    anOrder('r1', { reference: 'B-7', waybill: 'JT0001', state: 'submitted', reviewFor: 'V1' }),
  );
  const later = { stateSince: hour(3), createdAt: hour(2), platform: 'Shopee', country: 'TH' };
  await tx.add(returnOrders, anOrder('r2', { ...later, reference: 'A-8', waybill: 'JT0002' }));
  await tx.add(
    returnOrders,
    anOrder('r3', { exporterId: 'kite', reference: 'C-9', stateSince: hour(2), createdAt: hour(3) }),
  );
  await tx.add(returnOrders, anOrder('r4', { warehouseId: 'yp', createdAt: hour(4) }));
  const line = {
    warehouseId: 'hk',
    exporterId: 'whale',
    skuCode: 'SHIRT',
    quantity: 1,
    reason: 'R01',
    exportMode: '9610',
  };
  for (const number of [1, 2])
    await tx.add(returnLines, { ...line, id: `l${number}`, orderId: 'r1', number });
  await tx.add(items, anItem('g1', { orderId: 'r1', quantity: 3, locationId: 'hk-B-01', serial: 'SN-41' }));
  await tx.add(
    items,
    anItem('g2', { orderId: 'r1', quantity: 2, skuId: 'whale-PHONE', locationId: 'hk-A-01-01-1' }),
  );
  await tx.add(items, anItem('g3', { orderId: 'r1', state: 'picked', serial: 'SN-42', grade: 'B' }));
  await tx.add(items, anItem('g4', { ...kites, orderId: 'r3' }));
}
/** A ticket for each of the items, and the consignments in which some went to their vendors. */
export async function repairs(tx: Writing) {
  await tx.add(tickets, aTicket('t1', 'g1', { vendorId: 'spark', state: 'atVendor', promisedAt: hour(5) }));
  await tx.add(tickets, aTicket('t2', 'g2', { vendorId: 'bolt', stateSince: hour(4), openedAt: hour(3) }));
  await tx.add(
    tickets,
    aTicket('t3', 'g3', { promisedAt: hour(4), stateSince: hour(2), openedAt: hour(4), cycle: 2 }),
  );
  await tx.add(
    tickets,
    aTicket('t4', 'g4', {
      exporterId: 'kite',
      vendorId: 'spark',
      closedAt: hour(6),
      state: 'done',
      promisedAt: hour(2),
    }),
  );
  const consignment = (id: string, vendorId: string, state: string, n: number) =>
    tx.add(consignments, {
      ...{
        id,
        code: id.toUpperCase(),
        warehouseId: 'hk',
        vendorId,
        state,
        stateSince: hour(n + 1),
        openedAt: hour(n),
      },
      handedOverAt: state === 'open' ? null : hour(n + 1),
    });
  await consignment('c1', 'spark', 'settled', 1);
  await consignment('c2', 'spark', 'open', 2);
  await consignment('c3', 'bolt', 'handedOver', 3);
  const line = (
    id: string,
    consignmentId: string,
    itemId: string,
    ticketId: string,
    backAt: Date | null = null,
  ) => {
    const vendorId = consignmentId === 'c3' ? 'bolt' : 'spark';
    const its = { id, consignmentId, warehouseId: 'hk', vendorId, itemId, ticketId };
    return tx.add(consignmentLines, { ...its, takenInAt: backAt && hour(4), backAt });
  };
  await line('1', 'c1', 'g1', 't1', hour(5));
  await line('2', 'c2', 'g4', 't4');
  await line('3', 'c2', 'g1', 't1');
  await line('4', 'c3', 'g2', 't2');
}
/** Three shipments, with what was promised to them. */
export async function exits(tx: Writing) {
  await tx.add(
    shipments,
    aShipment('s1', {
      waybill: 'JT900',
      reference: 'SO-1',
      carrier: 'J&T',
      shippedAt: hour(8),
      state: 'handedOver',
    }),
  );
  const later = { stateSince: hour(4), createdAt: hour(2), shippedAt: hour(7) };
  await tx.add(
    shipments,
    aShipment('s2', { ...later, exit: 'exchange', consignee: '李静 Li', state: 'handedOver', country: 'VN' }),
  );
  await tx.add(
    shipments,
    aShipment('s3', { exporterId: 'kite', exit: 'toBuyer', createdAt: hour(3), stateSince: hour(2) }),
  );
  const promise = (id: string, itemId: string, n: number, more: object = {}) => {
    const its = { id, shipmentId: 's1', itemId, warehouseId: 'hk', exporterId: 'whale', reservedBy: 'wang' };
    return tx.add(reservations, { ...its, reservedAt: hour(n), ...more });
  };
  await promise('p1', 'g1', 3);
  await promise('p2', 'g2', 2, { replaces: 'g9' });
  await promise('p3', 'g3', 1, { releasedAt: hour(2) });
  await promise('p4', 'g3', 4);
  await promise('p5', 'g3', 5, { shipmentId: 's2', releasedAt: hour(6) });
  // In Yangpu, one in each state that an item may have in a shipment, and one that was lost.
  await tx.add(shipments, aShipment('s4', { exporterId: 'kite', warehouseId: 'yp' }));
  for (const state of ['sorted', 'stored', 'picked', 'packed', 'shipped', 'lost']) {
    const there = { warehouseId: 'yp', exporterId: 'kite' };
    await tx.add(items, anItem(state, { ...there, skuId: 'kite-SHIRT', state }));
    const its = { ...there, id: `p ${state}`, shipmentId: 's4', itemId: state, reservedBy: 'zhou' };
    await tx.add(reservations, { ...its, reservedAt: hour(1) });
  }
}
