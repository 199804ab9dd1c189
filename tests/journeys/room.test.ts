import { expect, test } from 'vitest';
import { aHouse, type House, newScan } from '../world.ts';
import { announced, broken, decided, ok, received, refused, shippedOut, sound, stored } from './road.ts';

const full = 'there is room at this place';
/** A new place of a zone, with room for so many. */
const place = (house: House, zone: string, code: string, capacity: number) =>
  ok(house.call('ma', 'POST /api/v1/locations', { scanId: newScan(), zone, code, capacity }));
const lot = async (house: House, quantity: number) =>
  (await announced(house, 'whale', [{ sku: 'SHIRT', quantity }])).items[0]?.code ?? '';
const pieces = async (house: House, code: string) =>
  (await ok(house.call('wu', `GET /api/v1/locations/${code}`))).pieces;

test('of a lot, as many are received as the dock has room for, and not one more', async () => {
  const house = await aHouse();
  await place(house, 'RE', 'R-02', 2);
  const code = await lot(house, 5);
  const receive = (more: object) => house.item('liu', code, 'receive', { location: 'R-02', ...more });
  const said = await refused(receive({ quantity: 3 }), full);
  expect(said.next).toEqual({ zh: '换一个货位。', en: 'Choose another location.' });
  // Without a number all five are meant.
  await refused(receive({}), full);
  expect(await ok(receive({ quantity: 2 }))).toMatchObject({ quantity: 2, location: { code: 'R-02' } });
  expect(await pieces(house, 'R-02')).toBe(2);
  const { rows } = await ok(house.call('wang', 'GET /api/v1/items?state=announced'));
  expect(rows).toMatchObject([{ quantity: 3, location: null }]);
  await refused(house.item('liu', rows[0].code, 'receive', { location: 'R-02', quantity: 1 }), full);
  await ok(house.item('wu', code, 'split', { quantity: 1 }));
  expect(await pieces(house, 'R-02')).toBe(2);
  await ok(house.item('wu', code, 'move', { location: 'R-01' }));
  await ok(house.item('liu', rows[0].code, 'receive', { location: 'R-02', quantity: 1 }));
  expect(await pieces(house, 'R-02')).toBe(2);
});

test('a lot fits on a shelf to its last article; one more article does not', async () => {
  const house = await aHouse();
  const [exact, over] = [
    await decided(house, 'RTS', sound, 'SHIRT', { quantity: 2 }),
    await decided(house, 'RTS', sound, 'SHIRT', { quantity: 3 }),
  ];
  const putAway = (code: string) => house.item('wu', code, 'putAway', { location: 'A-01-01-2' });
  await refused(putAway(over), full);
  await ok(putAway(exact));
  const one = await decided(house, 'RTS');
  await refused(putAway(one), full);
  // What lies there already needs no more room.
  await ok(house.item('wu', exact, 'move', { location: 'A-01-01-2' }));
  await ok(house.item('wu', exact, 'move', { location: 'A-01-01-1' }));
  await ok(putAway(one));
});

test('what comes back, from a vendor, a carrier or from nowhere, comes to where there is room', async () => {
  const house = await aHouse();
  await place(house, 'RE', 'R-02', 1);
  const lost = await stored(house);
  await ok(house.item('wang', lost, 'reportLost', { reason: '不见' }));
  const sent = await stored(house);
  await shippedOut(house, 'resale', [sent]);
  const there = await received(house);
  await ok(house.item('wu', there, 'move', { location: 'R-02' }));
  await refused(house.item('liu', lost, 'find', { location: 'R-02' }), full);
  await refused(house.item('liu', sent, 'comeBack', { location: 'R-02' }), full);
  await ok(house.item('wu', there, 'move', { location: 'R-01' }));
  await ok(house.item('liu', lost, 'find', { location: 'R-02' }));
  await refused(house.item('liu', sent, 'comeBack', { location: 'R-02' }), full);
});

test('a repair begins at a bench and nowhere else, or in the technician’s hands', async () => {
  const house = await aHouse();
  const code = await decided(house, 'REP', broken);
  const start = (location?: string) =>
    house.item('zhao', code, 'startRepair', { fault: '坏', ...(location ? { location } : {}) });
  await refused(start('A-01-01-1'), 'this place is a bench');
  await refused(start('R-01'), 'this place is a bench');
  expect((await start('B-99')).body).toMatchObject({ status: 404 });
  // Without a bench it lies nowhere: it is in the technician's hands.
  expect(await ok(start())).toMatchObject({ state: { id: 'inRepair' }, location: null });
});

test('of many that come to the last free place at once, one comes in', async () => {
  const house = await aHouse();
  const codes: string[] = [];
  for (let n = 0; n < 8; n++) codes.push(await lot(house, 1));
  await place(house, 'RE', 'R-02', 1);
  const receive = (code: string) => house.item('liu', code, 'receive', { location: 'R-02' });
  const statuses = (await Promise.all(codes.map(receive))).map(({ status }) => status).sort();
  expect(statuses).toEqual([200, ...Array(7).fill(409)]);
  expect(await pieces(house, 'R-02')).toBe(1);
});
