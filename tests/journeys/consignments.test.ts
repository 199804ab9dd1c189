import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { journal } from '../../db/schema/jobs.ts';
import { consignments } from '../../db/schema/repair.ts';
import { aHouse, newScan } from '../world.ts';
import { ceiling, forVendor, handedOver, leftFor, theHouse } from './repairs.ts';
import { type Body, ok, refused, state } from './road.ts';

const spark = { zh: '海口创维修服务部', en: 'Haikou Spark Repairs' };

test('a consignment lists what is in it, how far each thing is, and closes its story when all is back', async () => {
  const house = await aHouse();
  const opened = house.clock.now.toISOString();
  const first = await forVendor(house, 'spark', 'PHONE', { serial: 'SN-0007' });
  house.later(1);
  const second = await forVendor(house, 'spark', 'EARBUDS');
  expect(second.consignment).toBe(first.consignment);
  const { consignment } = first;
  const seen = await ok(house.call('wu', `GET /api/v1/consignments/${consignment}`));
  expect(seen).toMatchObject({
    ...{ code: consignment, state: { id: 'open', zh: '备货中' }, stateSince: opened, openedAt: opened },
    ...{ handedOverAt: null, vendor: spark, lines: 2, away: 2 },
  });
  expect(seen.items).toMatchObject([
    {
      ...{ item: first.item, serial: 'SN-0007', ticket: first.ticket, ticketState: { id: 'intake' } },
      ...{ fault: '左耳无声', sku: 'PHONE', takenInAt: null, backAt: null },
      name: { zh: '智能手机 M8 128G 蓝色', en: '智能手机 M8 128G 蓝色 (en)' },
    },
    { item: second.item, serial: null, ticket: second.ticket, sku: 'EARBUDS' },
  ]);
  expect(seen.openSteps.map(({ step }: Body) => step)).toEqual(['close']);
  await refused(house.ticket('spark', first.ticket, 'takeIn'), 'it has reached whoever repairs it');

  house.later(1);
  const handed = await handedOver(house, consignment);
  const at = house.clock.now.toISOString();
  expect(handed).toMatchObject({ state: { id: 'handedOver' }, stateSince: at, handedOverAt: at, away: 2 });
  expect(await leftFor(house, 'consignment on its way')).toEqual([{ consignment, organisation: 'spark' }]);
  for (const { item } of [first, second]) {
    const its = await ok(house.call('wang', `GET /api/v1/items/${item}`));
    expect(its).toMatchObject({ state: { id: 'atVendor' }, custody: 'vendor' });
    const moved = await house.item('wu', item, 'move', { location: 'R-01' });
    expect(moved.body.what.zh, '谁拿着、承诺何时修回').toMatch(/外修中，在.+，应于 \d{4}-\d\d-\d\d 修回/);
  }

  house.later(1);
  await ok(house.ticket('spark', first.ticket, 'takeIn'));
  const takenIn = house.clock.now.toISOString();
  const inHand = await ok(house.call('spark', `GET /api/v1/consignments/${consignment}`));
  expect(inHand.items.map(({ takenInAt }: Body) => takenInAt)).toEqual([takenIn, null]);
  expect(inHand.items[0].ticketState.id).toBe('diagnosing');

  await ok(house.ticket('spark', first.ticket, 'giveBack', { outcome: 'K08', workDone: '报废' }));
  expect(await state(house, first.item)).toBe('atVendor');
  house.later(1);
  await ok(house.item('liu', first.item, 'takeBack', { location: 'R-01' }));
  const half = await ok(house.call('wu', `GET /api/v1/consignments/${consignment}`));
  expect(half).toMatchObject({ state: { id: 'handedOver' }, lines: 2, away: 1 });
  const back = half.items.map(({ backAt }: Body) => backAt);
  expect(back).toEqual([house.clock.now.toISOString(), null]);

  await ok(house.ticket('spark', second.ticket, 'takeIn'));
  await ok(house.ticket('spark', second.ticket, 'giveBack', { outcome: 'K08', workDone: '报废' }));
  await ok(house.item('liu', second.item, 'takeBack', { location: 'R-01' }));
  const settled = await ok(house.call('wu', `GET /api/v1/consignments/${consignment}`));
  const still = { handedOverAt: at, openedAt: opened };
  expect(settled).toMatchObject({ state: { id: 'settled' }, lines: 2, away: 0, ...still, openSteps: [] });
});

test('what was lost while it was packed is not handed over, and its vendor does not owe it', async () => {
  const house = await aHouse();
  const first = await forVendor(house);
  const second = await forVendor(house);
  await ok(house.item('wang', first.item, 'reportLost', { reason: '装箱时不见' }));
  const { consignment } = second;
  expect(await handedOver(house, consignment)).toMatchObject({ lines: 2, away: 1 });
  expect(await state(house, first.item)).toBe('lost');
  expect(await state(house, second.item)).toBe('atVendor');
  const { rows } = await ok(house.call('wu', 'GET /api/v1/consignments'));
  expect(rows).toMatchObject([{ lines: 2, away: 1 }]);
});

test('every step of a consignment stands in the journal, for its warehouse and its vendor', async () => {
  const house = await aHouse();
  const { consignment } = await forVendor(house);
  const noted = async () => {
    const [row] = await theHouse(house).find(consignments, eq(consignments.code, consignment));
    return theHouse(house).find(journal, eq(journal.subjectId, row?.id ?? ''));
  };
  house.later(1);
  const { version: seen } = await ok(house.call('wu', `GET /api/v1/consignments/${consignment}`));
  const scan = { scanId: newScan(), step: 'close', seen };
  const path = `POST /api/v1/consignments/${consignment}/steps`;
  const closed = await ok(house.call('wu', path, scan));
  // The same scan again is the same step.
  expect(await ok(house.call('wu', path, scan))).toEqual(closed);
  expect(closed).toMatchObject({ state: { id: 'closed' }, stateSince: house.clock.now.toISOString() });
  const its = { entity: 'consignment', warehouseId: 'hk', vendorId: 'spark', exporterId: null };
  expect(await noted()).toMatchObject([
    { ...its, step: 'close', fromState: 'open', toState: 'closed', byWhom: 'wu', at: house.clock.now },
  ]);
  await ok(house.consignment('wu', consignment, 'reopen'));
  await ok(house.consignment('wu', consignment, 'close'));
  await ok(house.consignment('wu', consignment, 'handOver'));
  expect((await noted()).length).toBe(4);
  await refused(house.consignment('wu', consignment, 'handOver'), null);
  expect((await house.consignment('spark', consignment, 'close')).status).toBe(403);
});

test('the list shows each consignment, the newest first, filtered by state and a page at a time', async () => {
  const house = await aHouse();
  await ceiling(house, null);
  const opened = house.clock.now.toISOString();
  const a = (await forVendor(house, 'spark')).consignment;
  await forVendor(house, 'spark');
  house.later(1);
  await handedOver(house, a);
  const handed = house.clock.now.toISOString();
  const b = (await forVendor(house, 'bolt')).consignment;
  house.later(1);
  const c = (await forVendor(house, 'spark')).consignment;
  const listed = (asked: string, who: 'wu' | 'bolt' = 'wu') =>
    ok(house.call(who, `GET /api/v1/consignments?${asked}`));
  const codes = ({ rows }: Body) => rows.map(({ code }: Body) => code);
  expect(new Set([a, b, c]).size).toBe(3);
  const all = await listed('');
  expect([codes(all), all.total, all.page, all.size]).toEqual([[c, b, a], 3, 1, 50]);
  expect(all.rows[2]).toEqual({
    ...{ code: a, stateSince: handed, vendor: spark, lines: 2, away: 2 },
    ...{ openedAt: opened, handedOverAt: handed },
    state: { id: 'handedOver', zh: '已交接', en: 'Handed over', phase: 'away' },
  });
  expect(all.rows[0]).toMatchObject({ handedOverAt: null, lines: 1 });
  expect([codes(await listed('state=open')), (await listed('state=open')).total]).toEqual([[c, b], 2]);
  expect(codes(await listed('state=open,handedOver'))).toEqual([c, b, a]);
  const pages = [await listed('size=2'), await listed('size=2&page=2')];
  expect(pages.map(codes)).toEqual([[c, b], [a]]);
  expect(pages.map(({ total, page, size }) => [total, page, size])).toEqual([
    [3, 1, 2],
    [3, 2, 2],
  ]);
  expect(codes(await listed('', 'bolt'))).toEqual([b]);
});
