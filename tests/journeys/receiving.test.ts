import { expect, test } from 'vitest';
import { aHouse, type House, newScan } from '../world.ts';
import {
  announced,
  type Body,
  decided,
  inspected,
  ok,
  received,
  refused,
  shippedOut,
  sound,
  state,
  stored,
} from './road.ts';

const look = (house: House, code: string) => ok(house.call('wang', `GET /api/v1/items/${code}`));
const blind = (house: House, more: object = {}) =>
  house.call('liu', 'POST /api/v1/receipts', {
    scanId: newScan(),
    location: 'R-01',
    description: '无标签的盒子',
    ...more,
  });
const phone = { ...sound, battery: 'good', wiped: true };

test('two of five come today and three tomorrow; the first receipt stays as it was', async () => {
  const house = await aHouse();
  const order = await announced(house, 'whale', [{ sku: 'SHIRT', quantity: 5 }]);
  const first = order.items[0]?.code ?? '';
  await ok(house.item('liu', first, 'receive', { location: 'R-01', quantity: 2 }));
  const before = await look(house, first);
  house.later(24);
  const seen = await ok(house.call('liu', `GET /api/v1/return-orders/${order.code}`));
  const rest = seen.items.find((item: Body) => item.state.id === 'announced');
  expect(rest.quantity).toBe(3);
  await ok(house.item('liu', rest.code, 'receive', { location: 'R-01', quantity: 3 }));
  const done = await ok(house.call('liu', `GET /api/v1/return-orders/${order.code}`));
  expect(done.progress).toMatchObject({ stage: 'received', received: 5, announced: 0 });
  expect((await look(house, first)).receivedAt).toBe(before.receivedAt);
  expect((await look(house, rest.code)).receivedAt).not.toBe(before.receivedAt);
});

test('a sixth of five is refused, and is taken in only with a reason, on hold for its exporter', async () => {
  const house = await aHouse();
  const order = await announced(house, 'whale', [{ sku: 'SHIRT', quantity: 5 }]);
  const code = order.items[0]?.code ?? '';
  const six = await refused(
    house.item('liu', code, 'receive', { location: 'R-01', quantity: 6 }),
    'it is no more than was announced',
  );
  expect(six.next.zh).toContain('多件');
  await ok(house.item('liu', code, 'receive', { location: 'R-01', quantity: 5 }));
  const more = { exporter: 'whale', sku: 'SHIRT', exception: 'X03', order: order.code };
  expect((await blind(house, more)).status).toBe(422);
  const sixth = await ok(blind(house, { ...more, note: '箱内多一件' }));
  expect(sixth).toMatchObject({ quantity: 1, holds: [{ kind: 'exporter', owner: 'HX' }] });
  expect((await look(house, code)).quantity).toBe(5);
});

test('a wrong thing in the box gets a licence plate of its own and is not the one expected', async () => {
  const house = await aHouse();
  const order = await announced(house, 'whale', [{ sku: 'SHIRT' }]);
  const wrong = await ok(
    blind(house, { exporter: 'whale', sku: 'X-1', exception: 'X05', order: order.code, note: '不是T恤' }),
  );
  expect(wrong.holds).toMatchObject([{ kind: 'identity' }]);
  const seen = await ok(house.call('liu', `GET /api/v1/return-orders/${order.code}`));
  expect(seen.progress).toMatchObject({ stage: 'expected', received: 0 });
  await ok(house.item('liu', order.items[0]?.code ?? '', 'reportMissing', { note: '箱内是别的货' }));
});

test('no goods are received without a place, at a place that is not there, or on a shelf', async () => {
  const house = await aHouse();
  const { items } = await announced(house, 'whale', [{ sku: 'SHIRT' }]);
  const code = items[0]?.code ?? '';
  expect((await house.item('liu', code, 'receive')).status).toBe(422);
  expect((await house.item('liu', code, 'receive', { location: 'R-99' })).status).toBe(404);
  await refused(house.item('liu', code, 'receive', { location: 'A-01-01-1' }), 'this place is for receiving');
  expect(await state(house, code)).toBe('announced');
});

test('what is in already is not received twice: it says where it stands and what may be done', async () => {
  const house = await aHouse();
  const code = await received(house);
  const again = await refused(house.item('liu', code, 'receive', { location: 'R-01' }), null);
  expect(again.where).toBe('R-01');
  expect(again.why.zh).toBe('已做过“收货”，不用再做。');
  // What this person may do, and not what others may.
  expect(again.openSteps).toContain('undoReceive');
  expect(again.openSteps).not.toContain('inspect');
  // Its exporter is not told where it lies.
  const theirs = await house.item('whale', code, 'instruct', { disposition: 'RTE' });
  expect(theirs.body).toMatchObject({ status: 409, where: null });
  expect(JSON.stringify(theirs.body)).not.toContain('R-01');
});

test('one serial is one article: a second scan of it names the first', async () => {
  const house = await aHouse();
  const order = await announced(house, 'whale', [{ sku: 'PHONE', quantity: 2 }]);
  const [one = '', two = ''] = order.items.map(({ code }) => code);
  await ok(house.item('liu', one, 'receive', { location: 'R-01', serial: 'SN-1001' }));
  const twice = await house.item('liu', two, 'receive', { location: 'R-01', serial: 'sn-1001' });
  expect(twice).toMatchObject({ status: 409, body: { code: 'serial_known' } });
  expect(twice.body.words.zh).toContain(one);
  expect(await state(house, two)).toBe('announced');
  await ok(house.item('liu', two, 'receive', { location: 'R-01', serial: 'SN-1002' }));
  const fix = await house.item('wang', two, 'correct', { serial: 'SN-1001', reason: '看错' });
  expect(fix).toMatchObject({ status: 409, body: { code: 'serial_known' } });
  const doubt = await ok(house.item('chen', two, 'inspect', { ...phone, serialSeen: 'SN-1001' }));
  expect(doubt).toMatchObject({ serial: 'SN-1002', holds: [{ kind: 'identity' }] });
});

test('a lot of several articles carries no serial', async () => {
  const house = await aHouse();
  const { items } = await announced(house, 'whale', [{ sku: 'SHIRT', quantity: 3 }]);
  const code = items[0]?.code ?? '';
  const given = { location: 'R-01', serial: 'SN-5000' };
  expect((await house.item('liu', code, 'receive', given)).body.code).toBe('serial_lot');
  await ok(house.item('liu', code, 'receive', { location: 'R-01' }));
  expect((await house.item('chen', code, 'inspect', { ...sound, serialSeen: 'SN-5000' })).body.code).toBe(
    'serial_lot',
  );
  expect((await house.item('wang', code, 'correct', { serial: 'SN-5000', reason: '补' })).body.code).toBe(
    'serial_lot',
  );
});

test('a serial that only the dock reads finds the old life too, under the old licence plate', async () => {
  const house = await aHouse();
  const old = await stored(house, 'RTS', phone, 'PHONE', { serial: 'SN-77' });
  await ok(house.shipment('sun', await shippedOut(house, 'resale', [old]), 'deliver'));
  const order = await announced(house, 'whale', [{ sku: 'PHONE', reason: 'R03' }]);
  const fresh = order.items[0]?.code ?? '';
  const back = await ok(house.item('liu', fresh, 'receive', { location: 'R-01', serial: 'SN-77' }));
  expect(back).toMatchObject({
    code: old,
    state: { id: 'received' },
    reason: 'R03',
    order: { code: order.code },
    grade: null,
  });
  expect(await state(house, fresh)).toBe('cancelled');
  const seen = await ok(house.call('whale', `GET /api/v1/return-orders/${order.code}`));
  expect(seen.progress).toMatchObject({ stage: 'received', total: 1, received: 1 });
  const { events } = await ok(house.call('wang', `GET /api/v1/items/${old}/history`));
  expect(events.map((event: Body) => event.step)).toContain('arrive');
});

test('a swollen battery at the dock is danger at once: held, and placed only where it cannot burn', async () => {
  const house = await aHouse();
  const { items } = await announced(house, 'whale', [{ sku: 'POWERBANK' }]);
  const code = items[0]?.code ?? '';
  const seen = await ok(house.item('liu', code, 'receive', { location: 'H-01-01-1', exception: 'X11' }));
  expect(seen).toMatchObject({ hazard: true, holds: [{ kind: 'battery', owner: 'HS' }] });
  await refused(house.item('liu', code, 'move', { location: 'Q-01-01-1' }), 'this place is made for it');
  const graded = await ok(house.item('chen', code, 'inspect', { ...sound, battery: 'damaged' }));
  expect(graded).toMatchObject({ grade: 'H', advised: 'HAZ', location: { code: 'H-01-01-1' } });
});

test('an unknown exception or a serial that is none is refused, and nothing moves', async () => {
  const house = await aHouse();
  const { items } = await announced(house, 'whale', [{ sku: 'PHONE' }]);
  const code = items[0]?.code ?? '';
  expect((await house.item('liu', code, 'receive', { location: 'R-01', exception: 'X77' })).status).toBe(404);
  expect((await house.item('liu', code, 'receive', { location: 'R-01', serial: '？' })).status).toBe(422);
  expect(await state(house, code)).toBe('announced');
});

test('a receipt that is undone leaves nothing behind: no hold, no serial, no danger', async () => {
  const house = await aHouse();
  const { items } = await announced(house, 'whale', [{ sku: 'PHONE' }]);
  const code = items[0]?.code ?? '';
  const given = { location: 'R-01', exception: 'X11', serial: 'SN-9001' };
  await ok(house.item('liu', code, 'receive', given));
  const undone = await ok(house.item('liu', code, 'undoReceive'));
  expect(undone).toMatchObject({
    ...{ state: { id: 'announced' }, serial: null, hazard: false, holds: [] },
    ...{ location: null, custody: 'exporter', receivedAt: null, customs: { status: 'ABROAD' } },
  });
});

test('a blind receipt that is undone is called off: nobody waits for it', async () => {
  const house = await aHouse();
  const { code } = await ok(blind(house));
  const undone = await ok(house.item('liu', code, 'undoReceive'));
  expect(undone).toMatchObject({ state: { id: 'cancelled' }, location: null, holds: [] });
});

test('when we learn whose it is, its owner sees what was found out before; a wrong owner is put right', async () => {
  const house = await aHouse();
  const { code } = await ok(blind(house));
  await ok(house.item('chen', code, 'inspect', sound));
  await ok(house.item('wang', code, 'identify', { exporter: 'kite', sku: 'SHIRT', reason: '吊牌' }));
  await ok(house.item('wang', code, 'identify', { exporter: 'whale', sku: 'SHIRT', reason: '看错' }));
  const seen = await ok(house.call('whale', `GET /api/v1/items/${code}/history`));
  expect(seen.inspections).toHaveLength(1);
  expect((await house.call('kite', `GET /api/v1/items/${code}`)).status).toBe(404);
  await ok(house.item('chen', code, 'decide', { disposition: 'RTS' }));
});

test('what is promised to a shipment keeps its owner and its count', async () => {
  const house = await aHouse();
  const code = await decided(house, 'RTS', sound, 'SHIRT', { quantity: 2, exportDocument: undefined });
  await ok(house.item('wu', code, 'putAway', { location: 'A-01-01-2' }));
  expect((await look(house, code)).customs.status).toBe('ARRIVED_UNDECLARED');
  const lot = await stored(house, 'RTS', sound, 'SHIRT', { quantity: 4 });
  await ok(
    house.call('wang', 'POST /api/v1/shipments', {
      ...{ scanId: newScan(), exporter: 'whale', exit: 'resale', consignee: 'Ana' },
      ...{ address: '1 Road', country: 'TH', items: [lot] },
    }),
  );
  await refused(house.item('wu', lot, 'split', { quantity: 1 }), 'it is not promised to a shipment');
  const other = { exporter: 'kite', sku: 'SHIRT', reason: '?' };
  await refused(house.item('wang', lot, 'identify', other), 'it is not promised to a shipment');
});

test('part of a lot goes its own way; more than there is does not, and a hold stands on both parts', async () => {
  const house = await aHouse();
  const { items } = await announced(house, 'whale', [{ sku: 'SHIRT', quantity: 5 }]);
  const code = items[0]?.code ?? '';
  await ok(house.item('liu', code, 'receive', { location: 'R-01', exception: 'X14' }));
  await ok(house.item('chen', code, 'inspect', sound));
  for (const quantity of [5, 6])
    await refused(house.item('wu', code, 'split', { quantity }), 'it is a lot large enough to split');
  expect((await house.item('wu', code, 'split', { quantity: 0 })).status).toBe(422);
  await ok(house.item('wu', code, 'split', { quantity: 2 }));
  const { rows } = await ok(house.call('wang', 'GET /api/v1/items?state=inspected'));
  expect(rows.map((row: Body) => [row.quantity, row.holds]).sort()).toEqual([
    [2, 1],
    [3, 1],
  ]);
  const part = rows.find((row: Body) => row.code !== code).code;
  expect(await look(house, part)).toMatchObject({ splitFrom: code, location: { code: 'R-01' }, grade: 'A' });
  await ok(house.item('guan', code, 'liftHold', { kind: 'customs', reason: '单证补齐' }));
  await ok(house.item('chen', part, 'decide', { disposition: 'RTS' }));
  expect((await look(house, part)).holds).toHaveLength(1);
});

test('a decision and a put-away are taken back only while nothing happened since', async () => {
  const house = await aHouse();
  const code = await decided(house, 'RTS');
  await ok(house.item('chen', code, 'undoDecide'));
  expect(await look(house, code)).toMatchObject({ state: { id: 'inspected' }, disposition: null });
  await ok(house.item('chen', code, 'decide', { disposition: 'RTS' }));
  await ok(house.item('wu', code, 'putAway', { location: 'A-01-01-1' }));
  await ok(house.item('wu', code, 'undoPutAway'));
  expect(await state(house, code)).toBe('sorted');
  await ok(house.item('wu', code, 'move', { location: 'Q-01-01-1' }));
  await refused(house.item('chen', code, 'undoDecide'), 'it still lies where its decision left it');
  await ok(house.item('wu', code, 'putAway', { location: 'A-01-01-1' }));
  await ok(house.item('wu', code, 'move', { location: 'A-01-01-2' }));
  await refused(house.item('wu', code, 'undoPutAway'), 'it still lies where its put-away put it');
});

test('cancelling a return ends where its first item is in the building', async () => {
  const house = await aHouse();
  const lines = [{ sku: 'SHIRT' }, { sku: 'X-1' }];
  const early = await announced(house, 'whale', lines);
  await ok(house.order('whale', early.code, 'cancel'));
  expect(await Promise.all(early.items.map(({ code }) => state(house, code)))).toEqual([
    'cancelled',
    'cancelled',
  ]);
  await refused(house.item('liu', early.items[0]?.code ?? '', 'receive', { location: 'R-01' }), null);
  const late = await announced(house, 'whale', lines);
  await ok(house.item('liu', late.items[0]?.code ?? '', 'receive', { location: 'R-01' }));
  expect((await house.order('whale', late.code, 'cancel')).status).toBe(409);
});

test('an inspection may be repeated, and the last one counts', async () => {
  const house = await aHouse();
  const code = await inspected(house);
  expect((await look(house, code)).grade).toBe('A');
  await ok(house.item('chen', code, 'decide', { disposition: 'RTS' }));
  await ok(house.item('wu', code, 'putAway', { location: 'A-01-01-1' }));
  house.later(1);
  const again = await ok(house.item('chen', code, 'inspect', { ...sound, cosmetic: 'C3', packaging: 'P3' }));
  expect(again).toMatchObject({ grade: 'C', advised: 'RSB', disposition: null, state: { id: 'inspected' } });
  const { inspections } = await ok(house.call('wang', `GET /api/v1/items/${code}/history`));
  expect(inspections.map((one: Body) => one.grade)).toEqual(['C', 'A']);
});
