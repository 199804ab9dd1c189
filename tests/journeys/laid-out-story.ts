import { devices } from '../../db/schema/access.ts';
import { files } from '../../db/schema/files.ts';
import { returnLines, returnOrders } from '../../db/schema/goods.ts';
import { importParts, imports } from '../../db/schema/imports.ts';
import { holds, inspections, itemEvents, items } from '../../db/schema/items.ts';
import { backgroundTasks, deadlines, journal, notices, outbox, taskParts } from '../../db/schema/jobs.ts';
import { reservations, shipments } from '../../db/schema/outbound.ts';
import { users } from '../../db/schema/people.ts';
import { estimates, tickets } from '../../db/schema/repair.ts';
import type { Writing } from '../../db/scope.ts';
import { aHold, anItem, anOrder, aShipment, aTicket, hour } from './laid-out.ts';

const whales = { warehouseId: 'hk', exporterId: 'whale' };

/** An item with everything that can be around it, and two with the same serial. */
export async function anItemWithAll(tx: Writing) {
  await tx.add(returnOrders, anOrder('r1', { reference: 'PO-7', waybill: 'JT0001' }));
  const line = { ...whales, orderId: 'r1', quantity: 1, exportMode: '9610' };
  await tx.add(returnLines, { ...line, id: 'l2', number: 2, skuCode: 'NO-SUCH', reason: 'R99' });
  await tx.add(returnLines, {
    ...line,
    id: 'l1',
    number: 1,
    skuId: 'whale-PHONE',
    skuCode: 'PHONE',
    reason: 'R01',
  });
  await tx.add(
    items,
    anItem('g1', {
      ...{
        skuId: 'whale-PHONE',
        orderId: 'r1',
        lineId: 'l1',
        locationId: 'hk-A-01-01-1',
        serial: 'SN-41',
        quantity: 3,
      },
      ...{ ticketId: 't1', shipmentId: 's1', disposition: 'RTO', events: 2, grade: 'B', hazard: true },
    }),
  );
  await tx.add(
    items,
    anItem('g2', {
      serial: 'SN-41',
      locationId: 'hk-A-01-01-1',
      stateSince: hour(5),
      createdAt: hour(4),
      orderId: 'r1',
      quantity: 2,
      state: 'sorted',
    }),
  );
  await tx.add(items, anItem('g3', { serial: 'SN-41', exporterId: 'kite', skuId: 'kite-SHIRT' }));
  const ticket = { vendorId: 'spark', promisedAt: hour(7), state: 'quoted' };
  await tx.add(tickets, aTicket('t1', 'g1', ticket));
  await tx.add(tickets, aTicket('t0', 'g1', { closedAt: hour(2) }));
  await tx.add(shipments, aShipment('s1', { exit: 'toBuyer', transport: 'sea' }));
  const promise = { ...whales, itemId: 'g1', reservedBy: 'wang', reservedAt: hour(1) };
  await tx.add(reservations, { ...promise, id: 'p1', shipmentId: 's1' });
  await tx.add(reservations, { ...promise, id: 'p0', shipmentId: 's1', releasedAt: hour(2) });
}
/** What happened to it. */
export async function itsStory(tx: Writing) {
  await tx.add(devices, { id: 'ht', name: 'HT-1', warehouseId: 'hk', createdAt: hour(0) });
  const event = (seq: number, step: string, more: object = {}) =>
    tx.add(itemEvents, {
      ...{
        ...whales,
        itemId: 'g1',
        seq,
        step,
        fromState: 'announced',
        toState: 'received',
        given: {},
        changed: {},
      },
      ...{ byWhom: 'liu', at: hour(seq), previousHash: '', hash: `hash ${seq}`, ...more },
    });
  await event(1, 'receive', {
    device: 'ht',
    given: { location: 'R-01' },
    changed: { state: ['announced', 'received'] },
  });
  await event(2, 'hold', { byWhom: 'nobody any more' });
  for (const [id, n] of [
    ['h2', 3],
    ['h1', 2],
  ] as const)
    await tx.add(holds, aHold(id, 'g1', { placedAt: hour(n) }));
  await tx.add(holds, aHold('h0', 'g1', { liftedAt: hour(2) }));
  const looked = {
    ...whales,
    itemId: 'g1',
    cosmetic: 'C1',
    functional: 'F1',
    complete: 'K1',
    packaging: 'P1',
  };
  for (const [id, n] of [
    ['i1', 2],
    ['i2', 3],
  ] as const)
    await tx.add(inspections, {
      ...looked,
      id,
      kind: 'first',
      battery: 'none',
      grade: 'A',
      byWhom: 'chen',
      at: hour(n),
    });
  const photo = {
    ...whales,
    itemId: 'g1',
    kind: 'photo',
    sha256: 'x',
    bytes: 1,
    width: 1,
    height: 1,
    takenBy: 'liu',
  };
  for (const [id, n] of [
    ['f1', 2],
    ['f2', 3],
  ] as const)
    await tx.add(files, { ...photo, id, at: hour(n), ticketId: 't1' });
  await tx.add(files, { ...photo, id: 'f3', at: hour(4) });
  const said = {
    ...whales,
    entity: 'ticket',
    subjectId: 't1',
    fromState: 'a',
    toState: 'b',
    given: {},
    byWhom: 'zhao',
  } as const;
  for (const [id, n] of [
    ['j1', 2],
    ['j2', 3],
    ['j3', 3],
  ] as const)
    await tx.add(journal, { ...said, id, step: id, at: hour(n) });
  const quote = {
    ...whales,
    ticketId: 't1',
    labourMinor: 1,
    partsMinor: 2,
    currency: 'CNY',
    quotedBy: 'spark',
    quotedAt: hour(1),
  };
  for (const version of [1, 2]) await tx.add(estimates, { ...quote, id: `e${version}`, version });
}
/** Clocks, letters, notices and imports, some due and some done. */
export async function workToDo(tx: Writing) {
  const clock = (id: string, n: number, more: object = {}) =>
    tx.add(deadlines, {
      id,
      entity: 'ticket',
      subjectId: 't1',
      code: 'T1',
      step: 'expire',
      dueAt: hour(n),
      ...more,
    });
  await clock('d3', 3);
  await clock('d1', 1);
  await clock('d2', 2, { endedAt: hour(1) });
  await clock('d4', 9, { subjectId: 't2' });
  const work = (id: string, n: number, more: object = {}) =>
    tx.add(outbox, { id, kind: 'mail', about: { to: id }, at: hour(n), dueAt: hour(n), tries: 0, ...more });
  await work('w2', 2);
  await work('w1', 1, { kind: 'webhook' });
  await work('w3', 3);
  await work('w0', 0, { doneAt: hour(1) });
  const news = (id: string, n: number, organisationId = 'whale') =>
    tx.add(notices, { id, organisationId, kind: 'x', about: {}, at: hour(n) });
  await news('n1', 1);
  await news('n2', 2);
  await news('n3', 3, 'kite');
  await tx.change(users, { id: 'kite' }, { language: 'en' });
  await tx.change(users, { id: 'bolt' }, { active: false });
  const sheet = { ...{ id: 'm1', askedBy: 'whale', exporterId: 'whale', warehouse: 'HK' }, remarks: [] };
  await tx.add(imports, { ...sheet, encoding: 'utf-8', lines: 9, orders: 3, at: hour(0) });
  for (const [id, until, whose = 'whale'] of [
    ['m2', 2],
    ['m1', 1],
    ['m3', 3],
    ['m4', 0.5, 'kite'],
  ] as const) {
    const task = { id, kind: 'import', askedBy: whose, exporterId: whose, done: 3, holder: 'h' } as const;
    await tx.add(backgroundTasks, { ...task, leaseUntil: hour(until) });
  }
  for (const from of [2, 0, 4])
    await tx.add(taskParts, { id: `m1 ${from}`, taskId: 'm1', from, parts: '[]' });
  for (const upTo of [2, 1, 3])
    await tx.add(importParts, {
      id: `m1 ${upTo}`,
      importId: 'm1',
      askedBy: 'whale',
      upTo,
      orders: [],
      faults: [],
    });
}
