import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { holds } from '../../db/schema/items.ts';
import type { Name } from '../cast.ts';
import { aHouse, type House } from '../world.ts';
import { announced, broken, decided, inspected, ok, refused, shipmentAsk, sound, stored } from './road.ts';
import { books, eventsOf, rowOf } from './rows.ts';

/** What moves on with every step, whatever comes of it. */
const onward = { stateSince: null, events: null, lastHash: null };
const standing = async (house: House, code: string) => ({ ...(await rowOf(house, code)), ...onward });

/** A step and its undoing leave the item as it was, in every field. */
async function thereAndBack(
  house: House,
  code: string,
  there: [Name, string, object?],
  back: [Name, string, object?],
) {
  const before = await standing(house, code);
  const [who, step, given] = there;
  await ok(house.item(who, code, step, given));
  expect(await standing(house, code)).not.toEqual(before);
  const [by, undo, more] = back;
  await ok(house.item(by, code, undo, more));
  expect(await standing(house, code), undo).toEqual(before);
}

test('a receipt that is undone: nothing of it is left, whatever it noted', async () => {
  const house = await aHouse();
  const fresh = async (line: object) => (await announced(house, 'whale', [line])).items[0]?.code ?? '';
  const phone = await fresh({ sku: 'PHONE' });
  const shirts = await fresh({ sku: 'SHIRT', quantity: 3 });
  const earbuds = await fresh({ sku: 'EARBUDS', serial: 'SN-0001' });
  const given = { location: 'R-01', exception: 'X11', serial: 'SN-9001', note: '鼓包' };
  await thereAndBack(house, phone, ['liu', 'receive', given], ['liu', 'undoReceive']);
  await thereAndBack(house, shirts, ['liu', 'receive', { location: 'R-01' }], ['liu', 'undoReceive']);
  const other = { location: 'R-01', serial: 'SN-0002' };
  await thereAndBack(house, earbuds, ['liu', 'receive', other], ['liu', 'undoReceive']);
});

test('undoing a receipt lifts the holds that it put on and no others, and says who lifted them', async () => {
  const house = await aHouse();
  const { items } = await announced(house, 'whale', [{ sku: 'PHONE' }]);
  const code = items[0]?.code ?? '';
  await ok(house.item('liu', code, 'receive', { location: 'R-01', exception: 'X14' }));
  house.later(1);
  await ok(house.item('liu', code, 'undoReceive'));
  const { id } = await rowOf(house, code);
  const [lifted] = await books(house).find(holds, eq(holds.itemId, id));
  expect(lifted).toMatchObject({ kind: 'customs', liftedBy: 'liu', liftedAt: house.clock.now });
  // The hold of the receipt that follows stands by itself.
  await ok(house.item('liu', code, 'receive', { location: 'R-01', exception: 'X11' }));
  const { holds: now } = await ok(house.call('wang', `GET /api/v1/items/${code}`));
  expect(now.map(({ kind }: { kind: string }) => kind)).toEqual(['battery']);
});

test('what only wrote something down stops no undoing; what moved it on does', async () => {
  const house = await aHouse();
  const { items } = await announced(house, 'whale', [{ sku: 'PHONE' }]);
  const code = items[0]?.code ?? '';
  await ok(house.item('liu', code, 'receive', { location: 'R-01', serial: 'SN-9002' }));
  await ok(house.item('liu', code, 'addPhoto'));
  await ok(house.item('wang', code, 'hold', { kind: 'quality' }));
  await ok(house.item('wang', code, 'liftHold', { kind: 'quality', reason: '看错' }));
  const undone = await ok(house.item('liu', code, 'undoReceive'));
  expect(undone).toMatchObject({
    state: { id: 'announced' },
    serial: null,
    location: null,
    receivedAt: null,
  });
  await ok(house.item('liu', code, 'receive', { location: 'R-01' }));
  await ok(house.item('wu', code, 'move', { location: 'Q-01-01-1' }));
  await ok(house.item('liu', code, 'addPhoto'));
  await refused(house.item('liu', code, 'undoReceive'), 'it still lies where its receipt put it');
});

test('a decision and a put-away that are undone leave everything as it was', async () => {
  const house = await aHouse();
  const code = await inspected(house);
  const decide = { disposition: 'RTS', reason: '完好' };
  await thereAndBack(house, code, ['chen', 'decide', decide], ['chen', 'undoDecide']);
  await ok(house.item('chen', code, 'decide', { disposition: 'RTS' }));
  // From the dock it goes to the shelf, and undone it lies nowhere: it is in somebody's hands.
  await ok(house.item('wu', code, 'putAway', { location: 'A-01-01-1' }));
  await ok(house.item('wu', code, 'undoPutAway'));
  const inHands = { state: 'sorted', locationId: null, disposition: 'RTS', grade: 'A', custody: 'hub' };
  expect(await rowOf(house, code)).toMatchObject(inHands);
  await thereAndBack(house, code, ['wu', 'putAway', { location: 'A-01-01-1' }], ['wu', 'undoPutAway']);
});

test('an answer of its exporter may be taken back like a decision, while nothing happened since', async () => {
  const house = await aHouse();
  const code = await inspected(house, broken);
  await ok(house.item('chen', code, 'askExporter'));
  await ok(house.item('whale', code, 'instruct', { disposition: 'RTE', reason: '自修' }));
  expect(await rowOf(house, code)).toMatchObject({ decidedBy: 'whale', decidedReason: '自修' });
  await ok(house.item('chen', code, 'undoDecide'));
  expect(await rowOf(house, code)).toMatchObject({
    ...{ state: 'inspected', disposition: null, decidedBy: null, decidedReason: null },
  });
});

test('what was put into a consignment and taken out is as it was, but for the ticket that was called off', async () => {
  const house = await aHouse();
  const code = await decided(house, 'RPV', broken);
  await ok(house.item('zhao', code, 'handToVendor', { vendor: 'spark', fault: '坏' }));
  await ok(house.item('zhao', code, 'undoHandToVendor'));
  const first = await standing(house, code);
  await ok(house.item('zhao', code, 'handToVendor', { vendor: 'bolt', fault: '坏' }));
  await ok(house.item('zhao', code, 'undoHandToVendor'));
  const second = await standing(house, code);
  expect(second.ticketId).not.toBe(first.ticketId);
  expect({ ...second, ticketId: null }).toEqual({ ...first, ticketId: null });
});

test('what is put back lies where it lay, still promised; what is unpacked is in hands again', async () => {
  const house = await aHouse();
  const code = await stored(house);
  const ask = shipmentAsk('resale', [code]);
  const { code: shipment } = await ok(house.call('wang', 'POST /api/v1/shipments', ask));
  await thereAndBack(house, code, ['sun', 'pick', { shipment }], ['sun', 'putBack']);
  await ok(house.item('sun', code, 'pick', { shipment }));
  await thereAndBack(house, code, ['sun', 'pack'], ['sun', 'unpack']);
  // Picked a second time from another place, it goes back to that one.
  await ok(house.item('sun', code, 'putBack', { location: 'R-01' }));
  await thereAndBack(house, code, ['sun', 'pick', { shipment }], ['sun', 'putBack']);
});

test('a promise that is dropped leaves the item free, and is kept with its end', async () => {
  const house = await aHouse();
  const code = await stored(house);
  const before = await standing(house, code);
  const ask = shipmentAsk('resale', [code]);
  const { code: shipment } = await ok(house.call('wang', 'POST /api/v1/shipments', ask));
  expect((await rowOf(house, code)).shipmentId).not.toBeNull();
  house.later(2);
  await ok(house.item('wang', code, 'release'));
  expect(await standing(house, code)).toEqual(before);
  await refused(house.item('wang', code, 'release'), 'it is promised to this shipment');
  expect((await ok(house.call('wang', `GET /api/v1/shipments/${shipment}`))).items).toEqual([]);
});

test('each undo is offered on the thing by its name, and nothing where there is none', async () => {
  const house = await aHouse();
  const undo = async (code: string, who: Name = 'wang') =>
    (await ok(house.call(who, `GET /api/v1/items/${code}`))).undo;
  const { items } = await announced(house, 'whale', [{ sku: 'SHIRT' }]);
  const code = items[0]?.code ?? '';
  expect(await undo(code)).toBeNull();
  const steps: [Name, string, object, string | null][] = [
    ['liu', 'receive', { location: 'R-01' }, 'undoReceive'],
    ['chen', 'inspect', sound, null],
    ['chen', 'decide', { disposition: 'RTS' }, 'undoDecide'],
    ['wu', 'putAway', { location: 'A-01-01-1' }, 'undoPutAway'],
  ];
  for (const [who, step, given, name] of steps) {
    await ok(house.item(who, code, step, given));
    expect([step, await undo(code)]).toEqual([step, name]);
  }
  const ask = shipmentAsk('resale', [code]);
  const { code: shipment } = await ok(house.call('wang', 'POST /api/v1/shipments', ask));
  expect(await undo(code)).toBeNull();
  await ok(house.item('sun', code, 'pick', { shipment }));
  expect([await undo(code), await undo(code, 'wu')]).toEqual(['putBack', null]);
  await ok(house.item('sun', code, 'pack'));
  expect(await undo(code)).toBe('unpack');
  expect((await eventsOf(house, code)).at(-1)?.step).toBe('pack');
});
