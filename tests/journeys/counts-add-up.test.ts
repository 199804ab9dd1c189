import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { locations } from '../../db/schema/master-data.ts';
import { systemViewer } from '../../db/seen-by.ts';
import { verify } from '../../server/verify/verify.ts';
import type { Name } from '../cast.ts';
import { aHouse, type House } from '../world.ts';
import { type Body, ok, received, stored } from './road.ts';

/** Two more places like the one that all is put on. */
const morePlaces = (house: House) =>
  house.database.as(systemViewer).atomically(async (tx) => {
    const like = await tx.first(locations, eq(locations.code, 'A-01-01-1'));
    for (const code of ['A-02', 'A-03'])
      await tx.add(locations, { ...like, id: code, code } as typeof locations.$inferInsert);
  });

test('small corrections add up for a day, of one item and of all that lie at its place', async () => {
  const house = await aHouse();
  const code = await stored(house, 'RTS', undefined, 'SHIRT', { quantity: 19 });
  const count = (who: Name, item: string, quantity: number) =>
    ok(house.item(who, item, 'recount', { quantity, reason: '盘点' }));
  expect(await count('wu', code, 16)).toMatchObject({ quantity: 16, signature: null });
  house.later(12);
  expect(await count('wu', code, 14)).toMatchObject({ quantity: 14, signature: null });
  // One more, up or down, by whoever, is the sixth.
  for (const quantity of [13, 15])
    expect(await count('wu', code, quantity)).toMatchObject({ quantity: 14, signature: { mine: true } });
  await ok(house.item('wang', code, 'withdrawSignature'));
  // What is split off does not begin anew, nor does what lies beside it.
  await ok(house.item('wu', code, 'split', { quantity: 4 }));
  const { rows } = await ok(house.call('wu', 'GET /api/v1/items?sort=quantity'));
  expect(await count('wu', rows[0].code, 3)).toMatchObject({ quantity: 4, signature: { mine: true } });
  // What two agree on is not counted against one; the first of it is forgotten after a day.
  expect(await count('wang', rows[0].code, 3)).toMatchObject({ quantity: 3, signature: null });
  house.later(12.5);
  expect(await count('wu', code, 7)).toMatchObject({ quantity: 7, signature: null });
  expect(await count('wu', code, 6)).toMatchObject({ quantity: 7, signature: { mine: true } });
  expect(await verify(house.database)).toEqual([]);
});

test('what was counted at another place and lies beside it now adds up with it', async () => {
  const house = await aHouse();
  await morePlaces(house);
  const [counted, beside] = [
    await stored(house, 'RTS', undefined, 'SHIRT', { quantity: 9 }),
    await stored(house, 'RTS', undefined, 'SHIRT', { quantity: 9 }),
  ];
  const count = (item: string, quantity: number) =>
    ok(house.item('wu', item, 'recount', { quantity, reason: '盘点' }));
  await ok(house.item('wu', beside, 'move', { location: 'A-02' }));
  expect(await count(counted, 4)).toMatchObject({ quantity: 4, signature: null });
  await ok(house.item('wu', counted, 'move', { location: 'A-02' }));
  expect(await count(beside, 8)).toMatchObject({ quantity: 9, signature: { mine: true } });
});

test('what is carried to another bin first is still of the one where pieces were missed before', async () => {
  const house = await aHouse();
  await morePlaces(house);
  const [lost, carried] = [
    await stored(house, 'RTS', undefined, 'SHIRT', { quantity: 4 }),
    await stored(house, 'RTS', undefined, 'SHIRT', { quantity: 4 }),
  ];
  const lose = (item: string) => ok(house.item('wang', item, 'reportLost', { reason: '找不到' }));
  expect(await lose(lost)).toMatchObject({ state: { id: 'lost' } });
  expect(await lose(carried)).toMatchObject({ signature: { mine: true } });
  await ok(house.item('wang', carried, 'withdrawSignature'));
  await ok(house.item('wang', carried, 'move', { location: 'A-02' }));
  expect(await lose(carried)).toMatchObject({ state: { id: 'stored' }, signature: { mine: true } });
  await ok(house.item('wang', carried, 'withdrawSignature'));
  // Through the dock goes everything: what was missed there is no other goods' affair.
  house.later(24);
  const [atDock, passed] = [
    await received(house, 'SHIRT', { quantity: 4 }),
    await received(house, 'SHIRT', { quantity: 4 }),
  ];
  await ok(house.item('wang', passed, 'move', { location: 'Q-01-01-1' }));
  expect(await lose(atDock)).toMatchObject({ state: { id: 'lost' } });
  expect(await lose(passed)).toMatchObject({ state: { id: 'lost' } });
});

test('splitting a lot and carrying its parts away begins no new sum, in no order', async () => {
  const house = await aHouse();
  await morePlaces(house);
  const code = await stored(house, 'RTS', undefined, 'SHIRT', { quantity: 19 });
  const count = (item: string, quantity: number) =>
    ok(house.item('wu', item, 'recount', { quantity, reason: '盘点' }));
  expect(await count(code, 14)).toMatchObject({ quantity: 14, signature: null });
  expect(await count(code, 13)).toMatchObject({ quantity: 14, signature: { mine: true } });
  await ok(house.item('wang', code, 'withdrawSignature'));
  const splitOff = async (from: string, quantity: number) => {
    await ok(house.item('wu', from, 'split', { quantity }));
    const { rows } = await ok(house.call('wu', 'GET /api/v1/items?sort=quantity'));
    return rows[0].code as string;
  };
  // A part, and a part of that part, each at an empty place of its own.
  const part = await splitOff(code, 6);
  await ok(house.item('wu', part, 'move', { location: 'A-02' }));
  expect(await count(part, 5)).toMatchObject({ quantity: 6, signature: { mine: true } });
  await ok(house.item('wang', part, 'withdrawSignature'));
  const smaller = await splitOff(part, 3);
  await ok(house.item('wu', smaller, 'move', { location: 'A-03' }));
  expect(await count(smaller, 2)).toMatchObject({ quantity: 3, signature: { mine: true } });
  // A day later the part is counted, and that stands for the whole, too.
  house.later(24.5);
  expect(await count(smaller, 1)).toMatchObject({ quantity: 1, signature: null });
  expect(await count(code, 3)).toMatchObject({ quantity: 8, signature: { mine: true } });
  expect(await verify(house.database)).toEqual([]);
});

test('nobody writes off more alone by splitting a lot and reporting its parts lost', async () => {
  const house = await aHouse();
  const code = await stored(house, 'RTS', undefined, 'SHIRT', { quantity: 19 });
  const lose = (item: string, who: 'wang' | 'ma' = 'wang') =>
    ok(house.item(who, item, 'reportLost', { reason: '不见' }));
  const splitOff = async (quantity: number) => {
    await ok(house.item('wu', code, 'split', { quantity }));
    const { rows } = await ok(house.call('wu', 'GET /api/v1/items?sort=-createdAt'));
    return rows.find((row: Body) => row.code !== code && row.quantity === quantity).code as string;
  };
  expect(await lose(code)).toMatchObject({ state: { id: 'stored' }, signature: { mine: true } });
  await ok(house.item('wang', code, 'withdrawSignature'));
  expect((await lose(await splitOff(5))).state.id).toBe('lost');
  // The limit is used up, for counts of the same lot as well.
  const second = await splitOff(1);
  expect(await lose(second)).toMatchObject({ state: { id: 'stored' }, signature: { mine: true } });
  const counted = { quantity: 12, reason: '盘点' };
  expect((await ok(house.item('wu', code, 'recount', counted))).signature).toMatchObject({ mine: true });
  // A second person who looked at it may.
  expect((await lose(second, 'ma')).state.id).toBe('lost');
  expect(await verify(house.database)).toEqual([]);
});

test('carrying away what was counted does not free the place where it was', async () => {
  const house = await aHouse();
  await morePlaces(house);
  const lots = [];
  for (let n = 0; n < 2; n++) lots.push(await stored(house, 'RTS', undefined, 'SHIRT', { quantity: 10 }));
  const [first = '', second = ''] = lots;
  const count = (item: string, quantity: number) =>
    ok(house.item('wu', item, 'recount', { quantity, reason: '盘点' }));
  expect(await count(first, 5)).toMatchObject({ quantity: 5, signature: null });
  await ok(house.item('wu', first, 'move', { location: 'A-02' }));
  expect(await count(second, 9)).toMatchObject({ quantity: 10, signature: { mine: true } });
  // Carried elsewhere it is still of the place where it lay; after a day one begins anew.
  await ok(house.item('wang', second, 'withdrawSignature'));
  await ok(house.item('wu', second, 'move', { location: 'A-03' }));
  expect(await count(second, 9)).toMatchObject({ quantity: 10, signature: { mine: true } });
  await ok(house.item('wang', second, 'withdrawSignature'));
  house.later(24.5);
  expect(await count(second, 9)).toMatchObject({ quantity: 9, signature: null });
  expect(await verify(house.database)).toEqual([]);
});
