import { expect, test } from 'vitest';
import type { Name } from '../cast.ts';
import { aHouse, type House, newScan } from '../world.ts';
import { look, opened, take, waybill } from './boxes.ts';
import { announced, type Body, ok } from './road.ts';

const lot = 8;
async function aLot(house: House) {
  const order = await announced(house, 'whale', [{ sku: 'SHIRT', quantity: lot }]);
  const parcel = await opened(house, { order: order.code, waybill });
  const count = async (who: Name, times: number, box = parcel.code) => {
    for (let i = 0; i < times; i++) {
      const ask = { scanId: newScan(), order: order.code, line: 1, more: 1 };
      await ok(house.call(who, `POST /api/v1/parcels/${box}/counts`, ask));
    }
  };
  const expected = async () => {
    const { items } = await ok(house.call('liu', `GET /api/v1/return-orders/${order.code}`));
    return items.find(({ arrival }: Body) => arrival === 'expected')?.code ?? '';
  };
  const receive = async (who: Name, location: string, quantity?: number, box = parcel.code) =>
    house.item(who, await expected(), 'receive', {
      ...{ location, parcel: box },
      ...(quantity === undefined ? {} : { quantity }),
    });
  return { order, parcel, count, receive };
}

test('a lot counted by two at two docks is booked by each: neither takes in nor forgets what the other counted', async () => {
  const house = await aHouse();
  const { parcel, count, receive } = await aLot(house);
  await Promise.all([count('liu', 3), count('wang', 5)]);
  const counts = (of: Body) => of.counts.map(({ counted, by, mine }: Body) => [counted, by, mine]);
  expect(counts(await look(house, parcel.code, 'liu')).sort()).toEqual([
    [3, 'liu', true],
    [5, 'wang', false],
  ]);
  // All eight are counted, but not by one: neither the whole lot nor more than the own share is taken in.
  for (const quantity of [undefined, lot, 6]) {
    const { body } = await receive('wang', 'Q-01-01-1', quantity);
    expect(body.guard).toBe('what others counted of it is left to them');
    expect(body.words.zh).toContain('liu');
    expect(body.words.en).toContain('3');
  }
  expect((await ok(receive('wang', 'Q-01-01-1', 5))).quantity).toBe(5);
  expect(counts(await look(house, parcel.code, 'liu'))).toEqual([[3, 'liu', true]]);
  expect((await ok(receive('liu', 'R-01', 3))).location.code).toBe('R-01');
  const after = await look(house, parcel.code);
  expect(after).toMatchObject({ counts: [], pieces: lot, progress: { here: lot, expected: lot } });
  expect(after.items.map(({ quantity }: Body) => quantity).sort()).toEqual([3, 5]);
});

test('what was counted of a lot in one parcel is not taken in out of another', async () => {
  const house = await aHouse();
  const { order, count, receive } = await aLot(house);
  const other = await opened(house, { order: order.code, waybill: 'JT0009998887776' }, 'wang');
  await count('liu', 3);
  expect((await receive('wang', 'Q-01-01-1', undefined, other.code)).body.guard).toBe(
    'what others counted of it is left to them',
  );
  await ok(receive('wang', 'Q-01-01-1', 5, other.code));
  await ok(receive('liu', 'R-01', 3));
});

test('what somebody counted is not thrown away by another: it is taken over first, and that is written down', async () => {
  const house = await aHouse();
  const { order, parcel, count, receive } = await aLot(house);
  expect((await take(house, parcel.code, 'takeOverCounts', {}, 'wang')).body.guard).toBe(
    'somebody else counted in it',
  );
  await count('liu', 5);
  await count('wang', 1);
  for (const [step, given] of [['finish'], ['drop'], ['unlink', { order: order.code }]] as const) {
    const { body } = await take(house, parcel.code, step, given, 'wang');
    expect(body.guard, step).toBe('nobody else counted in it');
    expect(body.words.zh, step).toContain('liu 数了 5 件');
  }
  const taken = await ok(take(house, parcel.code, 'takeOverCounts', {}, 'wang'));
  expect(taken.counts).toMatchObject([{ counted: 6, by: 'wang', mine: true }]);
  expect(taken.journal).toContainEqual(expect.objectContaining({ step: 'takeOverCounts', by: 'wang' }));
  await ok(receive('wang', 'Q-01-01-1', 6));
  await ok(take(house, parcel.code, 'finish', {}, 'liu'));
});
