import { expect, test } from 'vitest';
import { someGoods } from '../house-rules/goods.ts';
import { aHouse } from '../world.ts';
import { announced, type Body, ok } from './road.ts';

test('a list is asked by what its states are, so that a screen needs to know none of them', async () => {
  const house = await aHouse();
  const of = { staff: 'wang', exporter: 'whale', vendor: 'spark', warehouse: 'HK', mark: '' } as const;
  const has = await someGoods(house, of);
  const codes = async (path: string) =>
    (await ok(house.call('wang', `GET /api/v1/${path}`))).rows.map(({ code }: Body) => code).sort();

  expect(await codes('items?waitsFor=exporter')).toEqual([has.asked]);
  expect(await codes('items?waitsFor=vendor')).toEqual([]);
  expect(await codes('items?toInspect=yes')).toEqual([]);
  expect(await codes('items?promisable=yes')).toEqual([has.stored]);
  expect(await codes('items?promisable=yes&state=packed')).toEqual([]);
  expect(await codes('items?phase=storage&state=packed')).toEqual([has.packed, has.stored].sort());
  expect(await codes('return-orders?waitsFor=staff')).toEqual([has.review]);
  expect(await codes('return-orders?waitsFor=exporter')).toEqual([has.draft]);
  expect(await codes('tickets?waitsFor=exporter')).toEqual([has.ticket]);
  expect(await codes('tickets?open=no')).toEqual([]);
  expect(await codes('tickets?open=yes')).toHaveLength(2);
  expect(await codes('locations?receives=yes')).toEqual(await codes('locations?kind=receiving'));
  expect(await codes('locations?receives=yes&kind=storage')).toEqual([]);
  expect(await codes('shipments?takesItems=yes')).toEqual([has.shipment]);
  await ok(house.shipment('wang', has.shipment, 'close', { cartons: 1 }));
  expect(await codes('shipments?takesItems=yes')).toEqual([]);
  expect(await codes('shipments?notHandedOver=yes')).toEqual([has.shipment]);
  await ok(house.shipment('wang', has.shipment, 'handOver', { carrier: 'J&T', waybill: 'JT0009' }));
  expect(await codes('shipments?notHandedOver=yes')).toEqual([]);
});

test('a reply says of a state whom it waits for, whether it is news, and whether it is an end', async () => {
  const house = await aHouse();
  const { items, code } = await announced(house, 'whale', [{ sku: 'SHIRT' }]);
  const it = items[0]?.code ?? '';
  const missing = await ok(house.item('liu', it, 'reportMissing'));
  expect(missing.state).toEqual({
    id: 'missing',
    zh: '未到',
    en: 'Missing',
    phase: 'announced',
    news: 'bad',
  });
  const { state } = await ok(house.order('whale', code, 'cancel'));
  expect(state).toMatchObject({ id: 'cancelled', ended: true });
  const { entities } = await ok(house.call('liu', 'GET /api/v1/catalogue'));
  expect(entities.item.phases).toMatchObject({ ended: { zh: '已结束', ended: true } });
  expect(entities.item.phases.storage).toEqual({ zh: '仓储', en: 'Storage' });
  expect(entities.returnOrder.states[1]).toMatchObject({ id: 'submitted', waitsFor: 'staff' });
  expect(entities.item.states.filter(({ ended }: Body) => ended)).toHaveLength(9);
  const { phases } = await ok(house.call('wang', 'GET /api/v1/board'));
  expect(phases.filter(({ ended }: Body) => ended).map(({ id }: Body) => id)).toEqual(['ended']);
});

test('what a scan found too much or wrong comes in under the exception that it is', async () => {
  const house = await aHouse();
  const order = await announced(house, 'whale', [{ sku: 'SHIRT' }]);
  const toInspect = async () => (await ok(house.call('liu', 'GET /api/v1/items?toInspect=yes'))).total;
  expect(await toInspect()).toBe(0);
  const found = (more: object) =>
    house.call('liu', 'POST /api/v1/receipts', {
      ...{ scanId: `found-${Object.values(more).join('-').replaceAll(' ', '')}`, location: 'R-01' },
      ...{ description: 'a shirt', exporter: 'whale', sku: 'SHIRT', order: order.code, ...more },
    });
  expect((await found({ found: 'over' })).status).toBe(422);
  expect((await ok(found({ found: 'over', note: 'one too many' }))).holds).toMatchObject([
    { kind: 'exporter' },
  ]);
  expect((await ok(found({ found: 'wrong product', sku: 'EARBUDS' }))).holds).toMatchObject([
    { kind: 'identity' },
  ]);
  expect(await toInspect()).toBe(2);
});

test('who works at the goods begins with a handheld, everybody else on the pages of their side', async () => {
  const house = await aHouse();
  const home = async (who: 'liu' | 'wang' | 'whale' | 'spark') =>
    (await ok(house.call(who, 'GET /api/v1/me'))).home;
  expect(await Promise.all((['liu', 'wang', 'whale', 'spark'] as const).map(home))).toEqual([
    ...['handheld', 'office', 'portal', 'vendor'],
  ]);
});
