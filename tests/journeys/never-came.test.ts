import { expect, test } from 'vitest';
import { deadlines, outbox } from '../../db/schema/jobs.ts';
import { newRequestContext } from '../../server/http/new-request-context.ts';
import { sweepDeadlines } from '../../server/jobs/deadlines.ts';
import { aHouse, type House } from '../world.ts';
import { announced, type Body, ok, shippedOut, sound, state, stored } from './road.ts';
import { books } from './rows.ts';

const order = (house: House, code: string, who: 'whale' | 'liu' = 'whale') =>
  ok(house.call(who, `GET /api/v1/return-orders/${code}`));
const missed = async (house: House, line: object) => {
  const { code, items } = await announced(house, 'whale', [line, { sku: 'X-1' }]);
  const [item = '', other = ''] = [1, 2].map((of) => (items as Body[]).find((one) => one.line === of)?.code);
  for (const one of [item, other]) await ok(house.item('liu', one, 'reportMissing'));
  return { code, item, other };
};

test('what never comes ends: a supervisor closes it, or a month, and the return is settled without it', async () => {
  const house = await aHouse();
  const { code, item, other } = await missed(house, { sku: 'SHIRT' });
  expect((await house.item('liu', item, 'giveUp')).status).toBe(403);
  await ok(house.item('wang', item, 'giveUp', { note: '快递丢失' }));
  expect((await order(house, code)).progress).toMatchObject({ stage: 'expected', settled: 1 });
  house.later(24 * 30 + 1);
  await sweepDeadlines(house.deps, newRequestContext(house.deps));
  expect(await state(house, other)).toBe('neverCame');
  const settled = await order(house, code);
  expect(settled).toMatchObject({
    allReceived: false,
    progress: { stage: 'settled', received: 0, total: 2 },
  });
  expect((await house.order('whale', code, 'cancel')).status).toBe(409);
  // Turning up later opens it again.
  await ok(house.item('liu', item, 'receive', { location: 'R-01' }));
  expect((await order(house, code)).progress).toMatchObject({ received: 1, settled: 1, total: 2 });
});

test('of a missing lot a part turns up, the rest ends by its own clock; a late receipt that is undone is late again', async () => {
  const house = await aHouse();
  const { code, item, other } = await missed(house, { sku: 'SHIRT', quantity: 10 });
  house.later(24 * 10);
  const clocks = async () => (await books(house).find(deadlines)).filter(({ endedAt }) => endedAt === null);
  const dueAt = (await clocks())[0]?.dueAt;
  await ok(house.item('liu', item, 'receive', { location: 'R-01', quantity: 4 }));
  const rest: string = (await order(house, code)).items.find((one: Body) => one.quantity === 6).code;
  expect(await state(house, rest)).toBe('missing');
  expect((await clocks()).map((clock) => [clock.code, clock.dueAt])).toEqual(
    [other, rest].map((one) => [one, dueAt]),
  );
  // Nobody is asked anything about it.
  const told = (await books(house).find(outbox)).map(({ kind }) => kind);
  expect(told).not.toContain('item needs instruction');
  house.later(1);
  await ok(house.item('liu', item, 'undoReceive'));
  expect(await state(house, item)).toBe('missing');
  expect((await clocks()).map((clock) => [clock.code, clock.dueAt]).sort()).toEqual(
    [item, other, rest].map((one) => [one, dueAt]).sort(),
  );
  house.later(24 * 20);
  await sweepDeadlines(house.deps, newRequestContext(house.deps));
  for (const one of [item, other, rest]) expect(await state(house, one)).toBe('neverCame');
  expect(await clocks()).toEqual([]);
  // What was given up stays so when its receipt was a mistake, also after a note.
  await ok(house.item('liu', rest, 'receive', { location: 'R-01' }));
  await ok(house.item('liu', rest, 'addPhoto'));
  await ok(house.item('liu', rest, 'undoReceive'));
  expect(await state(house, rest)).toBe('neverCame');
  expect((await order(house, code)).progress).toMatchObject({ stage: 'settled', received: 0 });
});

test('a serial that never came can be announced anew, which ends the old announcement', async () => {
  const house = await aHouse();
  const { code, item, other } = await missed(house, { sku: 'PHONE', serial: 'SN-8001' });
  await ok(house.item('wang', other, 'giveUp'));
  const again = await announced(house, 'whale', [{ sku: 'PHONE', serial: 'SN-8001' }]);
  expect(again.items.map((one) => one.code)).toEqual([item]);
  expect((await order(house, code)).progress).toMatchObject({ stage: 'settled', received: 0, total: 2 });
  await ok(house.item('liu', item, 'receive', { location: 'R-01' }));
  expect((await order(house, again.code)).allReceived).toBe(true);
});

test('a unit that comes back in another year leaves its old papers as they were', async () => {
  const house = await aHouse();
  const phone = { ...sound, battery: 'good', wiped: true };
  const item = await stored(house, 'RTS', phone, 'PHONE', { serial: 'SN-8002' });
  const old = (await ok(house.call('wang', `GET /api/v1/items/${item}`))).order.code;
  await ok(house.shipment('sun', await shippedOut(house, 'resale', [item]), 'deliver'));
  const before = await order(house, old);
  expect(before.progress).toMatchObject({ stage: 'settled', settled: 1, total: 1 });
  house.later(24 * 400);
  await announced(house, 'whale', [{ sku: 'PHONE', serial: 'SN-8002', releaseDate: undefined }]);
  const after = await order(house, old);
  expect(after.progress).toEqual(before.progress);
  expect(after.lines.map(({ pieces }: Body) => pieces)).toEqual(
    before.lines.map(({ pieces }: Body) => pieces),
  );
  const { rows } = await ok(house.call('whale', `GET /api/v1/return-orders?search=${old}`));
  expect(rows[0].progress).toEqual(before.progress);
  expect((await house.order('whale', old, 'cancel')).status).toBe(409);
});
