import { expect, test } from 'vitest';
import { finishOrders } from '../../server/jobs/unfinished-orders.ts';
import { aHouse, type House, newScan } from '../world.ts';
import { announced as announcedBy, type Body, ok } from './road.ts';

const announced = async (house: House, who: 'whale', lines: readonly object[]): Promise<Body> =>
  announcedBy(house, who, lines);
const asked = (house: House, code: string): Promise<Body> =>
  ok(house.call('whale', `GET /api/v1/return-orders/${code}`));
const cancel = (house: House, code: string) =>
  ok(house.call('whale', `POST /api/v1/return-orders/${code}/steps`, { scanId: newScan(), step: 'cancel' }));
const states = ({ items }: Body) => {
  const counted: Record<string, number> = {};
  for (const { state } of items) counted[state.id] = (counted[state.id] ?? 0) + 1;
  return counted;
};
/** A house that is told to end as soon as it has asked what there is to do so many times. */
const endingAfter = (house: House, rounds: number) => {
  const ending = new AbortController();
  let left = rounds;
  const now = () => {
    if (--left <= 0) ending.abort();
    return house.deps.now();
  };
  return { ...house.deps, now, ending: ending.signal };
};

test('a large return order is accepted at once and announced in pieces, each article once', async () => {
  const house = await aHouse();
  const order = await announced(house, 'whale', [
    { sku: 'SHIRT', quantity: 30 },
    { sku: 'PHONE', quantity: 120 },
    { sku: 'PHONE', quantity: 3 },
  ]);
  expect([order.state.id, order.items.length, order.pending]).toEqual(['approved', 50, 74]);
  expect(await finishOrders(endingAfter(house, 1))).toBe(0);
  expect((await asked(house, order.code)).pending).toBe(24);
  expect(await finishOrders(house.deps)).toBe(1);
  const whole = await asked(house, order.code);
  expect([whole.items.length, whole.pending, states(whole)]).toEqual([124, 0, { announced: 124 }]);
  const perLine = [1, 2, 3].map((n) => whole.items.filter(({ line }: Body) => line === n).length);
  expect(perLine).toEqual([1, 120, 3]);
  expect(whole.items.map(({ quantity }: Body) => quantity).filter((n: number) => n !== 1)).toEqual([30]);
  expect(await finishOrders(house.deps)).toBe(0);
});

test('two servers that finish the same return order announce each article once', async () => {
  const house = await aHouse();
  const { code } = await announced(house, 'whale', [{ sku: 'PHONE', quantity: 170 }]);
  await Promise.all([finishOrders(house.deps), finishOrders(house.deps)]);
  expect((await asked(house, code)).items).toHaveLength(170);
});

test('a large return order is called off in pieces; what was not yet announced never is', async () => {
  const house = await aHouse();
  const { code } = await announced(house, 'whale', [{ sku: 'PHONE', quantity: 130 }]);
  await finishOrders(house.deps);
  const cancelled = await cancel(house, code);
  expect([cancelled.state.id, cancelled.pending]).toEqual(['cancelled', 80]);
  expect(await finishOrders(house.deps)).toBe(1);
  expect(states(await asked(house, code))).toEqual({ cancelled: 130 });

  const other = await announced(house, 'whale', [{ sku: 'PHONE', quantity: 130 }]);
  expect((await cancel(house, other.code)).pending).toBe(0);
  expect(await finishOrders(house.deps)).toBe(0);
  expect(states(await asked(house, other.code))).toEqual({ cancelled: 50 });
});

test('an article that came by itself before its turn is expected without its number, and the others come', async () => {
  const house = await aHouse();
  const known = await announced(house, 'whale', [{ sku: 'PHONE', serial: 'SN-7001' }]);
  await cancel(house, known.code);
  const lines = [{ sku: 'PHONE', quantity: 60 }, { sku: 'PHONE', serial: 'SN-7001' }, { sku: 'SHIRT' }];
  const order = await announced(house, 'whale', lines);
  expect(order.pending).toBe(12);
  // Meanwhile another return order brings it.
  const sooner = await announced(house, 'whale', [{ sku: 'PHONE', serial: 'SN-7001' }]);
  expect(sooner.items).toHaveLength(1);
  expect(await finishOrders(house.deps)).toBe(1);
  const whole = await asked(house, order.code);
  expect([whole.items.length, whole.pending]).toEqual([62, 0]);
  expect(whole.items.filter(({ serial }: Body) => serial !== null)).toEqual([]);
});
