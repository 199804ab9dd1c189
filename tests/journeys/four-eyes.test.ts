import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { locations } from '../../db/schema/master-data.ts';
import { systemViewer } from '../../db/seen-by.ts';
import { verify } from '../../server/verify/verify.ts';
import type { Name } from '../cast.ts';
import { aHouse, type House, newScan } from '../world.ts';
import { type Body, ok, received, refused, sound, state, stored } from './road.ts';

const look = (house: House, who: Name, code: string) => ok(house.call(who, `GET /api/v1/items/${code}`));
const set = (house: House, id: string, active: boolean, above?: number) =>
  ok(house.call('admin', `PATCH /api/v1/four-eyes/${id}`, { scanId: newScan(), active, above }));
/** Two more places like the one that all is put on. */
const morePlaces = (house: House) =>
  house.database.as(systemViewer).atomically(async (tx) => {
    const like = await tx.first(locations, eq(locations.code, 'A-01-01-1'));
    for (const code of ['A-02', 'A-03'])
      await tx.add(locations, { ...like, id: code, code } as typeof locations.$inferInsert);
  });
const lift = { kind: 'battery', reason: '已复检，电池完好' };
/** A lot of ten shirts on a shelf. */
const aLot = (house: House) => stored(house, 'RTS', undefined, 'SHIRT', { quantity: 10 });

test('a dangerous battery is released by two: the first only signs, the same person again changes nothing', async () => {
  const house = await aHouse();
  const code = await received(house);
  await ok(house.item('wu', code, 'hold', { kind: 'battery' }));
  const short = await ok(
    house.call(
      'wang',
      `POST /api/v1/items/${code}/steps`,
      { scanId: newScan(), step: 'liftHold', ...lift, seen: (await look(house, 'wang', code)).version },
      { prefer: 'return=minimal' },
    ),
  );
  expect(short.signature).toEqual({ step: 'liftHold', mine: true });
  const signed = await ok(house.item('wang', code, 'liftHold', lift));
  expect(signed.holds).toHaveLength(1);
  expect(signed.signature).toMatchObject({ step: 'liftHold', mine: true, given: lift });
  expect((await ok(house.item('wang', code, 'liftHold', lift))).holds).toHaveLength(1);
  // Whoever says something else signs first for something else.
  const other = await ok(house.item('han', code, 'liftHold', { ...lift, reason: '没问题' }));
  expect(other).toMatchObject({ holds: [{ kind: 'battery' }], signature: { mine: true } });
  const lifted = await ok(house.item('wang', code, 'liftHold', { ...lift, reason: '没问题' }));
  expect(lifted).toMatchObject({ holds: [], hazard: false, signature: null });
  const { events } = await ok(house.call('wang', `GET /api/v1/items/${code}/history`));
  expect(events.slice(0, 2).map(({ button }: { button: { zh: string } }) => button.zh)).toEqual([
    '解除挂起',
    '解除挂起：初审签字',
  ]);
  // The exporter sees neither names nor signatures.
  expect((await look(house, 'whale', code)).signature).toBeNull();
  expect(await verify(house.database)).toEqual([]);
});

test('a hold of another kind takes one person, and so does a battery where the house says so', async () => {
  const house = await aHouse();
  const code = await received(house);
  for (const kind of ['quality', 'battery']) await ok(house.item('wu', code, 'hold', { kind }));
  expect((await ok(house.item('wang', code, 'liftHold', { kind: 'quality', reason: '好' }))).holds).toEqual([
    expect.objectContaining({ kind: 'battery' }),
  ]);
  await set(house, 'hazardRelease', false);
  expect((await ok(house.item('wang', code, 'liftHold', lift))).holds).toEqual([]);
});

test('a count is corrected alone up to the limit, and by two above it', async () => {
  const house = await aHouse();
  await set(house, 'countAdjustment', true, 2);
  const code = await aLot(house);
  const count = (who: Name, quantity: number) =>
    house.item(who, code, 'recount', { quantity, reason: '盘点' });
  expect(await ok(count('wu', 8))).toMatchObject({ quantity: 8, signature: null });
  expect(await ok(count('wu', 5))).toMatchObject({ quantity: 8, signature: { mine: true, step: 'recount' } });
  expect(await ok(count('wang', 5))).toMatchObject({ quantity: 5, signature: null });
  expect(await verify(house.database)).toEqual([]);
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
  // Elsewhere, and of another lot, one begins anew.
  await ok(house.item('wu', second, 'move', { location: 'A-03' }));
  expect(await count(second, 9)).toMatchObject({ quantity: 9, signature: null });
  expect(await verify(house.database)).toEqual([]);
});

test('what has a serial is one, and what is promised to a shipment is not counted', async () => {
  const house = await aHouse();
  const phone = await received(house, 'PHONE', { serial: 'SN-1001' });
  await refused(house.item('wu', phone, 'recount', { quantity: 2, reason: '盘点' }), 'it can be counted');
});

test('a regime is overridden by two where the house says so; a serial put right is no such thing', async () => {
  const house = await aHouse();
  await set(house, 'regimeOverride', true);
  const code = await received(house);
  const correct = (who: Name, given: object) =>
    house.item(who, code, 'correct', { reason: '账册', ...given });
  const zone = { customsStatus: 'ZONE_BONDED' };
  const before = (await look(house, 'wang', code)).customs.status;
  expect((await ok(correct('guan', zone))).customs.status).toBe(before);
  expect((await ok(correct('wang', zone))).customs.status).toBe('ZONE_BONDED');
  // What is filled in as it is already changes nothing, and so takes nobody else.
  expect((await ok(correct('guan', { ...zone, serial: 'SN-4711' }))).serial).toBe('SN-4711');
});

test('a first signature is taken back, lapses after a day and when the item moves on', async () => {
  const house = await aHouse();
  await set(house, 'countAdjustment', true, 0);
  const code = await aLot(house);
  const count = (who: Name) => house.item(who, code, 'recount', { quantity: 7, reason: '盘点' });
  await ok(count('wu'));
  expect((await ok(house.item('wang', code, 'withdrawSignature'))).signature).toBeNull();
  await refused(house.item('wang', code, 'withdrawSignature'), 'a signature waits');
  expect((await ok(count('wang'))).quantity).toBe(10);
  house.later(24.5);
  expect((await look(house, 'wang', code)).signature).toBeNull();
  expect((await ok(count('wu'))).quantity).toBe(10);
  await ok(house.item('chen', code, 'inspect', sound));
  expect(await state(house, code)).toBe('inspected');
  expect((await ok(count('wang'))).quantity).toBe(10);
});

test('the same scan again is the same signature, and never the second one', async () => {
  const house = await aHouse();
  await set(house, 'countAdjustment', true, 0);
  const code = await aLot(house);
  const scan = { scanId: newScan(), step: 'recount', quantity: 4, reason: '盘点' };
  const post = (who: Name, seen: number) =>
    ok(house.call(who, `POST /api/v1/items/${code}/steps`, { ...scan, seen }));
  const { version } = await look(house, 'wu', code);
  expect(await post('wu', version)).toEqual(await post('wu', version));
  expect((await look(house, 'wu', code)).quantity).toBe(10);
  // Somebody else's scan is another scan, even under the same number.
  expect((await post('wang', version + 1)).quantity).toBe(4);
});

test('a signature for something else is none for destruction, and settings are changed on the record', async () => {
  const house = await aHouse();
  const code = await stored(house, 'DST', undefined, 'SHIRT', { quantity: 10 });
  await set(house, 'countAdjustment', true, 0);
  await ok(house.item('wang', code, 'recount', { quantity: 4, reason: '盘点' }));
  await refused(house.item('han', code, 'destroy'), 'two different people sign');
  const fixed = { scanId: newScan(), active: false };
  expect((await house.call('admin', 'PATCH /api/v1/four-eyes/destruction', fixed)).status).toBe(409);
  const { rows } = await ok(house.call('admin', 'GET /api/v1/audit?action=fourEyesSet'));
  expect(rows).toMatchObject([{ subject: 'countAdjustment', changed: { above: [5, 0] } }]);
});

test('a count beyond the room of its place is refused with the figures, of one person and of two', async () => {
  const house = await aHouse();
  const code = await aLot(house);
  const count = (quantity: number) => house.item('wu', code, 'recount', { quantity, reason: '盘点' });
  const { why } = await refused(count(9999), 'there is room for this count');
  expect(why.zh).toContain('A-01-01-1 放不下（剩 10，要放 9989）');
  await refused(count(21), 'there is room for this count');
  expect(await ok(count(20))).toMatchObject({ quantity: 10, signature: { step: 'recount', mine: true } });
  const counted = await ok(house.item('wang', code, 'recount', { quantity: 20, reason: '盘点' }));
  expect(counted.quantity).toBe(20);
  await refused(count(21), 'there is room for this count');
  expect(await ok(count(19))).toMatchObject({ quantity: 19 });
  expect(await verify(house.database)).toEqual([]);
});

test('whoever signs second is told what it is: from what to what, and of a destruction why', async () => {
  const house = await aHouse();
  const lot = await aLot(house);
  await ok(house.item('wu', lot, 'recount', { quantity: 3, reason: '盘点' }));
  expect((await look(house, 'han', lot)).signature).toMatchObject({
    ...{ given: { quantity: 3, reason: '盘点' }, before: { quantity: 10 }, reason: '盘点', mine: false },
  });
  const gone = await stored(house, 'DST');
  await ok(house.item('wang', gone, 'signDestruction', { reason: '电池漏液' }));
  expect((await look(house, 'han', gone)).signature).toMatchObject({
    ...{ step: 'destroy', given: {}, before: {}, reason: '电池漏液', mine: false },
  });
});
