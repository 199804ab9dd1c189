import { expect, test } from 'vitest';
import { verify } from '../../server/verify/verify.ts';
import type { Name } from '../cast.ts';
import { aHouse, type House, newScan } from '../world.ts';
import { ok, received, refused, sound, state, stored } from './road.ts';

const look = (house: House, who: Name, code: string) => ok(house.call(who, `GET /api/v1/items/${code}`));
const set = (house: House, id: string, active: boolean, above?: number) =>
  ok(house.call('admin', `PATCH /api/v1/four-eyes/${id}`, { scanId: newScan(), active, above }));
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
