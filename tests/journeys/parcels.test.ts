import { expect, test } from 'vitest';
import type { Name } from '../cast.ts';
import { aHouse, newScan } from '../world.ts';
import { look, opened, take, waybill } from './boxes.ts';
import { announced, type Body, ok } from './road.ts';

test('a parcel is a row: its number, dock, seal and weight, who took it in and when, and what came in it', async () => {
  const house = await aHouse();
  const order = await announced(house, 'whale', [{ sku: 'SHIRT', quantity: 3 }], { waybill });
  const parcel = await opened(house, { order: order.code, waybill, seal: 's-1', grams: 900, note: '箱角破' });
  expect(parcel).toMatchObject({
    ...{ waybill, location: 'R-01', seal: 'S-1', weightGrams: 900, note: '箱角破', state: { id: 'open' } },
    ...{ by: 'liu', receivedAt: house.clock.now.toISOString(), orders: [{ code: order.code }], pieces: 0 },
  });
  // Opened again, by its number or by its return order, it is that one.
  for (const ask of [{ waybill }, { order: order.code }, { order: order.code, waybill }])
    expect((await opened(house, ask)).code).toBe(parcel.code);
  const item = order.items[0]?.code ?? '';
  const came = await ok(house.item('liu', item, 'receive', { location: 'R-01', quantity: 2 }));
  expect(came.parcel).toEqual({ code: parcel.code, waybill });
  expect(await look(house, parcel.code)).toMatchObject({
    pieces: 2,
    items: [{ code: item, order: order.code }],
  });
  // What did not come with it is in no parcel yet, and what is undone in none any more.
  const rest = await ok(house.call('liu', `GET /api/v1/return-orders/${order.code}`));
  expect(rest.items.find((one: Body) => one.code !== item).arrival).toBe('expected');
  await ok(take(house, parcel.code, 'finish'));
  const own = await ok(house.call('whale', `GET /api/v1/return-orders/${order.code}`));
  expect(own.parcels).toMatchObject([{ waybill, seal: 'S-1', weightGrams: 900, state: { id: 'emptied' } }]);
  await ok(house.item('liu', item, 'undoReceive'));
  expect((await look(house, parcel.code)).pieces).toBe(0);
});

test('the rest of a return comes in another parcel, and both are told', async () => {
  const house = await aHouse();
  const order = await announced(house, 'whale', [{ sku: 'SHIRT', quantity: 2 }]);
  const first = await opened(house, { order: order.code, waybill });
  house.later(1);
  const second = await opened(house, { order: order.code, waybill: 'JT0004445556668' });
  expect(second.code).not.toBe(first.code);
  const item = order.items[0]?.code ?? '';
  const given = { location: 'R-01', quantity: 1, parcel: first.code };
  expect((await ok(house.item('liu', item, 'receive', given))).parcel.code).toBe(first.code);
  const { items, parcels } = await ok(house.call('liu', `GET /api/v1/return-orders/${order.code}`));
  expect(parcels).toHaveLength(2);
  const rest = items.find((one: Body) => one.code !== item).code;
  expect((await ok(house.item('liu', rest, 'receive', { location: 'R-01' }))).parcel.code).toBe(second.code);
});

test('several returns lie in one parcel; what belongs to two exporters is shown to each without the other', async () => {
  const house = await aHouse();
  const whales = await announced(house, 'whale', [{ sku: 'SHIRT' }]);
  const kites = await announced(house, 'kite', [{ sku: 'X-1' }]);
  const parcel = await opened(house, { order: whales.code, waybill });
  expect((await look(house, parcel.code, 'whale')).by).toBeNull();
  const item = kites.items[0]?.code ?? '';
  await ok(house.item('liu', item, 'receive', { location: 'R-01', parcel: parcel.code }));
  expect((await look(house, parcel.code)).orders).toHaveLength(2);
  for (const who of ['whale', 'kite'] as const) {
    expect((await house.call(who, `GET /api/v1/parcels/${parcel.code}`)).status).toBe(404);
    const code = who === 'whale' ? whales.code : kites.code;
    const { parcels } = await ok(house.call(who, `GET /api/v1/return-orders/${code}`));
    expect(parcels).toMatchObject([{ waybill, photos: [] }]);
  }
  expect((await take(house, parcel.code, 'unlink', { order: kites.code })).body.guard).toBe(
    'nothing of that return order came in it',
  );
  await ok(take(house, parcel.code, 'unlink', { order: whales.code }));
  expect((await look(house, parcel.code, 'kite')).orders).toMatchObject([{ code: kites.code }]);
  expect((await take(house, parcel.code, 'drop')).body.guard).toBe('nothing came in it');
});

test('of a return with a waybill of its own only what lay in a parcel counts there, of another all that is to come', async () => {
  const house = await aHouse();
  const first = await announced(house, 'whale', [{ sku: 'SHIRT' }], { waybill });
  const own = await announced(house, 'whale', [{ sku: 'SHIRT' }, { sku: 'PHONE', serial: 'OWN-1' }], {
    waybill: 'YT2697289716611',
  });
  const without = await announced(house, 'whale', [{ sku: 'SHIRT', quantity: 3 }]);
  const { code } = await opened(house, { order: first.code, waybill });
  for (const order of [own.code, without.code]) await ok(take(house, code, 'link', { order }));
  const expected = async () => {
    const { progress, orders } = await look(house, code);
    const ofOthers = orders.filter(({ restIsHere }: Body) => !restIsHere);
    return [progress, ofOthers.map((one: Body) => one.code)];
  };
  expect(await expected()).toEqual([{ here: 0, expected: 4, extra: 0 }, [own.code]]);
  const item = own.items[0]?.code ?? '';
  await ok(house.item('liu', item, 'receive', { location: 'R-01', parcel: code }));
  expect(await expected()).toEqual([{ here: 1, expected: 5, extra: 0 }, [own.code]]);
});

test('a blind parcel is found again by its number, and belongs to the return that is announced later', async () => {
  const house = await aHouse();
  const box = { scanId: newScan(), location: 'R-01', description: '纸箱', waybill };
  const first = await ok(house.call('liu', 'POST /api/v1/receipts', box));
  const scan = () => ok(house.call('wu', 'POST /api/v1/scans', { scanId: newScan(), text: waybill }));
  const { hit } = await scan();
  expect(hit).toEqual({ kind: 'parcel', code: first.parcel.code });
  await ok(take(house, hit.code, 'finish'));
  house.later(0.1);
  await ok(take(house, hit.code, 'reopen', {}, 'wang'));
  const seen = await look(house, hit.code);
  expect(seen).toMatchObject({
    by: 'liu',
    journal: [
      { step: 'reopen', by: 'wang' },
      { step: 'finish', by: 'liu' },
    ],
  });
  const more = await ok(house.call('liu', 'POST /api/v1/receipts', { ...box, scanId: newScan() }));
  expect(more.parcel).toEqual(first.parcel);
  const { rows } = await ok(house.call('wang', 'GET /api/v1/parcels?blind=yes&search=JT000444'));
  expect(rows).toMatchObject([{ code: hit.code, waybill, pieces: 2, orders: 0, by: 'liu' }]);
  const byCode = await ok(house.call('wu', 'POST /api/v1/scans', { scanId: newScan(), text: hit.code }));
  expect(byCode.hit).toEqual(hit);
  const order = await announced(house, 'whale', [{ sku: 'SHIRT' }], { waybill });
  expect((await opened(house, { order: order.code, waybill })).code).toBe(hit.code);
  expect((await ok(house.call('wang', 'GET /api/v1/parcels?blind=yes'))).total).toBe(0);
  // Months later the carrier uses its number again.
  await ok(take(house, hit.code, 'finish'));
  const again = await opened(house, { parcel: hit.code });
  expect(again).toMatchObject({
    state: { id: 'open' },
    again: true,
    words: { zh: '这个包裹已拆完过，现已重新打开' },
  });
  expect(await opened(house, { waybill })).toMatchObject({ again: false, words: { zh: '包裹已打开' } });
  await ok(take(house, hit.code, 'finish'));
  const told = async (station: string) =>
    (
      await ok(
        house.call('liu', 'POST /api/v1/scans', { scanId: newScan(), text: 'JT0004445556660', station }),
      )
    ).hit.kind;
  const { code } = await opened(house, { waybill: 'JT0004445556660' });
  await ok(take(house, code, 'finish'));
  expect(await told('receive')).toBe('parcel');
  house.later(24 * 61);
  expect(await told('receive')).toBe('unknown');
  expect(await told('find')).toBe('parcel');
  expect((await opened(house, { waybill })).code).not.toBe(hit.code);
});

test('what nobody announced lies in the parcel that its own papers name, and else in the one that lies open', async () => {
  const house = await aHouse();
  const order = await announced(house, 'whale', [{ sku: 'SHIRT' }]);
  const open = await opened(house, { order: order.code, waybill });
  const number = 'JT0009998887776';
  const off = await announced(house, 'whale', [{ sku: 'SHIRT' }], { waybill: number });
  const bare = await announced(house, 'whale', [{ sku: 'SHIRT' }]);
  for (const { code } of [off, bare]) await ok(house.order('whale', code, 'cancel'));
  const inOpen = async (more: object) => {
    const box = { location: 'Q-01-01-1', description: '纸箱', parcel: open.code };
    const { parcel } = await ok(
      house.call('liu', 'POST /api/v1/receipts', { scanId: newScan(), ...box, ...more }),
    );
    return parcel;
  };
  const own = await inOpen({ order: off.code, waybill: number });
  expect(own.waybill).toBe(number);
  expect(await inOpen({ order: off.code, waybill: number })).toEqual(own);
  expect(await inOpen({ order: bare.code })).toBeNull();
  const unknown = await inOpen({ waybill: 'xx123456789' });
  expect(unknown).toMatchObject({ waybill: 'XX123456789' });
  expect([open.code, own.code]).not.toContain(unknown.code);
  // A return that is awaited elsewhere lies there.
  const other = await announced(house, 'whale', [{ sku: 'SHIRT' }]);
  const second = await opened(house, { order: other.code });
  expect((await inOpen({ order: other.code })).code).toBe(second.code);
  expect((await look(house, open.code)).pieces).toBe(0);
  // Its own papers, none at all, and the code of a product say nothing else than that it lay in the open one.
  for (const more of [
    { waybill, order: order.code },
    { order: order.code },
    {},
    { waybill: '6901234567892' },
  ])
    expect((await inOpen(more)).code).toBe(open.code);
});

test('a parcel is refused what is not so', async () => {
  const house = await aHouse();
  const off = await announced(house, 'whale', [{ sku: 'SHIRT' }]);
  await ok(house.order('whale', off.code, 'cancel'));
  const ask = (more: object, who: Name = 'liu') =>
    house.call(who, 'POST /api/v1/parcels', { scanId: newScan(), ...more });
  expect((await ask({ order: off.code })).body.code).toBe('not_awaited');
  expect((await ask({ waybill: '?' })).body.issues).toMatchObject([{ path: ['waybill'] }]);
  expect((await ask({ waybill, location: 'R-99' })).status).toBe(404);
  expect((await ask({ order: 'RT00000000' })).status).toBe(404);
  expect((await ask({ waybill }, 'wu')).status).toBe(403);
  const scan = { scanId: newScan(), text: waybill, station: 'kitchen' };
  expect((await house.call('liu', 'POST /api/v1/scans', scan)).status).toBe(422);
  const elsewhere = await opened(house, { waybill, location: undefined }, 'zhou');
  expect((await house.call('liu', `GET /api/v1/parcels/${elsewhere.code}`)).status).toBe(404);
  const { items } = await announced(house, 'whale', [{ sku: 'SHIRT' }]);
  const given = { location: 'R-01', parcel: elsewhere.code };
  expect((await house.item('liu', items[0]?.code ?? '', 'receive', given)).status).toBe(404);
  const empty = await opened(house, { waybill });
  await ok(take(house, empty.code, 'drop'));
  const dropped = (await ask({ parcel: empty.code })).body;
  expect(dropped.code).toBe('parcel_closed');
  expect(JSON.stringify(dropped)).toContain('已作废');
  expect(
    (await house.item('liu', items[0]?.code ?? '', 'receive', { ...given, parcel: empty.code })).status,
  ).toBe(409);
});

test('what was counted lives with the parcel, until it is received or the parcel is empty', async () => {
  const house = await aHouse();
  const order = await announced(house, 'whale', [{ sku: 'SHIRT', quantity: 3 }, { sku: 'X-1' }]);
  const parcel = await opened(house, { order: order.code, waybill });
  const count = (more: 1 | -1, line = 1) =>
    house.call('liu', `POST /api/v1/parcels/${parcel.code}/counts`, {
      ...{ scanId: newScan(), order: order.code, line, more },
    });
  expect(parcel.progress).toEqual({ here: 0, expected: 4, extra: 0 });
  await ok(count(1));
  await ok(count(1));
  expect(await ok(count(1))).toMatchObject({ progress: { here: 3, expected: 4 }, pieces: 0 });
  expect((await count(1)).body.code).toBe('counted_too_many');
  expect((await count(1, 7)).status).toBe(404);
  await ok(count(-1));
  // Another handheld sees them; what is received of the line is counted no more.
  expect((await look(house, parcel.code, 'wang')).counts).toEqual([
    { order: order.code, line: 1, counted: 2, by: 'liu', mine: false },
  ]);
  const item = (await ok(house.call('liu', `GET /api/v1/return-orders/${order.code}`))).items.find(
    ({ line }: Body) => line === 1,
  ).code;
  await ok(house.item('liu', item, 'receive', { location: 'R-01', quantity: 2, parcel: parcel.code }));
  expect(await look(house, parcel.code)).toMatchObject({ counts: [], progress: { here: 2, expected: 4 } });
  await ok(count(1, 2));
  await ok(take(house, parcel.code, 'finish'));
  expect((await look(house, parcel.code)).counts).toEqual([]);
  expect((await count(1)).body.code).toBe('parcel_closed');
  expect((await ok(house.call('liu', `GET /api/v1/return-orders/${order.code}`))).allReceived).toBe(false);
  // A screen that does not know yet opens nothing again: not for what is announced, and not for anything else.
  const { items } = await ok(house.call('liu', `GET /api/v1/return-orders/${order.code}`));
  const last = items.find(({ line }: Body) => line === 2).code;
  const late = { location: 'R-01', parcel: parcel.code };
  const stale = await house.item('liu', last, 'receive', late);
  expect(stale.body).toMatchObject({ status: 409, code: 'parcel_closed' });
  expect(stale.body.words.zh).toContain('请先扫它的标签或运单，重新打开');
  const box = { scanId: newScan(), ...late, description: '盒子' };
  expect((await house.call('liu', 'POST /api/v1/receipts', box)).body.code).toBe('parcel_closed');
  expect((await look(house, parcel.code)).state.id).toBe('emptied');
  expect((await opened(house, { parcel: parcel.code })).again).toBe(true);
  await ok(house.item('liu', last, 'receive', late));
  // Of one line, no more is counted in two parcels together than may come.
  const halves = await announced(house, 'whale', [{ sku: 'SHIRT', quantity: 3 }]);
  const [left, right] = [
    await opened(house, { order: halves.code, waybill: 'JT5500010001' }),
    await opened(house, { order: halves.code, waybill: 'JT5500010002' }),
  ];
  const countIn = (code: string, more = 1) =>
    house.call('liu', `POST /api/v1/parcels/${code}/counts`, {
      ...{ scanId: newScan(), order: halves.code, line: 1, more },
    });
  for (const code of [left.code, right.code, left.code]) await ok(countIn(code));
  for (const code of [left.code, right.code])
    expect((await countIn(code)).body.code).toBe('counted_too_many');
  await ok(countIn(right.code, -1));
  await ok(countIn(left.code));
  // What was missed and turns up all the same is counted among what the parcel should hold.
  const missed = await announced(house, 'whale', [{ sku: 'SHIRT', quantity: 2 }]);
  await ok(house.item('liu', missed.items[0]?.code ?? '', 'reportMissing'));
  const its = await opened(house, { order: missed.code });
  const more = { scanId: newScan(), order: missed.code, line: 1, more: 1 };
  expect(await ok(house.call('liu', `POST /api/v1/parcels/${its.code}/counts`, more))).toMatchObject({
    progress: { here: 1, expected: 1 },
  });
});
