import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { items } from '../../db/schema/items.ts';
import { systemViewer } from '../../db/seen-by.ts';
import type { Name } from '../cast.ts';
import { aHouse, newScan } from '../world.ts';
import { forVendor, handedOver, ticketAs } from './repairs.ts';
import { announced, aReturn, type Body, ok, received, refused, sound } from './road.ts';

test('several articles never get one serial: not at the dock, not blind, not by a correction', async () => {
  const house = await aHouse();
  const refusal = { code: 'serial_lot' };
  const lot = (await announced(house, 'whale', [{ sku: 'SHIRT', quantity: 3 }])).items[0]?.code ?? '';
  const dock = await house.item('liu', lot, 'receive', { location: 'R-01', serial: 'SN-00001' });
  expect([dock.status, dock.body]).toMatchObject([409, refusal]);
  const blind = { scanId: newScan(), location: 'R-01', description: '盒', quantity: 2, serial: 'SN-00002' };
  expect((await house.call('liu', 'POST /api/v1/receipts', blind)).body).toMatchObject(refusal);
  const here = await received(house, 'SHIRT', { quantity: 2 });
  const corrected = await house.item('wang', here, 'correct', { serial: 'SN-00003', reason: 'seen' });
  expect(corrected.body).toMatchObject(refusal);
  // What comes of the lot as a single article has its own.
  const one = await ok(
    house.item('liu', lot, 'receive', { location: 'R-01', quantity: 1, serial: 'SN-00001' }),
  );
  expect(one).toMatchObject({ quantity: 1, serial: 'SN-00001' });
});

test('another serial than announced, of another form or in another’s name is held, with both values in words', async () => {
  const house = await aHouse();
  const sku = (code: string, more: object) =>
    ok(house.call('whale', `PATCH /api/v1/skus/${code}`, { scanId: newScan(), ...more }));
  expect(await sku('PHONE', { serialPattern: ' imei | bw###### ' })).toMatchObject({
    serialPattern: 'IMEI|BW######',
  });
  const none = { scanId: newScan(), serialPattern: '^\\d+$' };
  expect((await house.call('whale', 'PATCH /api/v1/skus/PHONE', none)).body).toMatchObject({
    ...{ status: 422, issues: [{ path: ['serialPattern'], code: 'pattern' }] },
  });
  // An announcement of what cannot be its serial is refused line by line.
  const wrong = aReturn([{ sku: 'PHONE', serial: 'BW12345' }]);
  expect((await house.call('whale', 'POST /api/v1/return-orders', wrong)).body).toMatchObject({
    ...{ status: 422, issues: [{ path: ['lines', 0, 'serial'] }] },
  });
  const imeis = { serial: 'IMEI: 49-015420-323751-8', imei2: '352099001761481' };
  const lines = [{ sku: 'PHONE', ...imeis }, { sku: 'PHONE', serial: 'BW000001' }, { sku: 'PHONE' }];
  const order = await announced(house, 'whale', lines);
  const codes = new Map(order.items.map((one: Body) => [one.serial, one.code]));
  const receive = (serial: string | null, read: string, who: Name = 'liu') =>
    ok(house.item(who, codes.get(serial) ?? '', 'receive', { location: 'R-01', serial: read }));
  // Its second number is its number, too.
  const two = await receive('490154203237518', '35 209900 176148 1');
  expect(two).toMatchObject({ serial: '490154203237518', imei2: '352099001761481', holds: [] });
  const differs = await receive('BW000001', 'SN: bw000002');
  expect(differs).toMatchObject({
    serial: 'BW000001',
    holds: [
      {
        ...{ kind: 'identity', expected: 'BW000001', seen: 'BW000002' },
        why: {
          zh: '序列号不符：预报 BW000001，实物 BW000002',
          en: 'Serial does not match: announced BW000001, on the item BW000002',
        },
      },
    ],
  });
  expect(await receive(null, 'XX-1')).toMatchObject({
    serial: 'XX-1',
    holds: [{ expected: 'IMEI|BW######', seen: 'XX-1', why: { zh: expect.stringContaining('格式不符') } }],
  });
  // A number that can only be an IMEI is stored under a right check digit, or not at all: it is read once more.
  const scanned = async (text: string, n: number) =>
    ok(
      house.call('liu', 'POST /api/v1/scans', {
        ...{ scanId: newScan(), text, station: 'receive', order: order.code, line: n },
      }),
    );
  expect(await scanned('490154203237519', 3)).toMatchObject({
    ...{ serial: null, isWhole: false, words: { zh: expect.stringContaining('IMEI') } },
  });
  expect(await scanned('BW000009', 3)).toMatchObject({ serial: 'BW000009', isWhole: true });
  const misread = { ...sound, battery: 'good', serialSeen: '352099001761482' };
  expect((await house.item('chen', two.code, 'inspect', misread)).body).toMatchObject({
    ...{ status: 422, issues: [{ path: ['serial'], code: 'imei' }] },
  });
  const another = (await announced(house, 'whale', [{ sku: 'PHONE' }])).items[0]?.code ?? '';
  const wrongly = await house.item('liu', another, 'receive', {
    location: 'R-01',
    serial: '490154203237519',
  });
  expect(wrongly.body).toMatchObject({ status: 422, issues: [{ path: ['serial'], code: 'imei' }] });
  // Of a product without IMEIs fifteen digits are a serial as any other.
  const [fifteen] = (await announced(house, 'whale', [{ sku: 'X-1' }])).items;
  expect(
    await ok(
      house.item('liu', fifteen?.code ?? '', 'receive', { location: 'R-01', serial: '490154203237519' }),
    ),
  ).toMatchObject({ serial: '490154203237519', holds: [] });
  // Two doubts about one thing: each is lifted by itself, and the other stays and is told.
  const both = await ok(
    house.item('chen', differs.code, 'inspect', { ...sound, battery: 'good', serialSeen: 'YY-3' }),
  );
  expect(both.holds.map(({ doubt }: Body) => doubt)).toEqual(['another serial', 'another form']);
  const offered = (await ok(house.call('wang', `GET /api/v1/items/${differs.code}`))).openSteps
    .find(({ step }: Body) => step === 'liftHold')
    .fields.find(({ name }: Body) => name === 'doubt').choices;
  expect(offered.map(({ value }: Body) => value)).toEqual(['another serial', 'another form']);
  const lift = (doubt?: string) =>
    house.item('wang', differs.code, 'liftHold', {
      ...{ kind: 'identity', reason: '核对过' },
      ...(doubt ? { doubt } : {}),
    });
  const which = await refused(lift(), 'it is said which doubt is lifted');
  expect(which.why.zh).toContain('有 2 条身份疑点（序列号不符、序列号格式不符）');
  await refused(lift('in another name'), 'such a hold stands');
  expect((await ok(lift('another form'))).holds).toMatchObject([
    { doubt: 'another serial', seen: 'BW000002' },
  ]);
  expect((await ok(lift())).holds).toEqual([]);
  // An exporter is told the same, but not in whose name a serial stands.
  const kites = await announced(house, 'kite', [{ sku: 'X-1', serial: '490154203237518' }]);
  const other = kites.items[0]?.code ?? '';
  const held = await ok(house.item('liu', other, 'receive', { location: 'R-01', serial: '490154203237518' }));
  const first = codes.get('490154203237518') ?? '';
  expect(held.holds).toMatchObject([{ expected: first, why: { zh: expect.stringContaining(first) } }]);
  const theirs = await ok(house.call('kite', `GET /api/v1/items/${other}`));
  expect(theirs.holds).toMatchObject([{ expected: null, seen: '490154203237518' }]);
  expect(JSON.stringify(theirs)).not.toContain(first);
  // A correction is typed: what is none of its product is refused.
  const typed = await house.item('wang', other, 'correct', { imei2: '352099001761482', reason: 'seen' });
  expect(typed.body).toMatchObject({ status: 422, issues: [{ path: ['imei2'], code: 'imei' }] });
  const corrected = await house.item('wang', differs.code, 'correct', { serial: 'QQ-1', reason: 'seen' });
  expect(corrected.body).toMatchObject({ status: 422, issues: [{ path: ['serial'], code: 'serial' }] });
});

test('a serial is unique per product, not across makers: on paper, at the dock and in the books', async () => {
  const house = await aHouse();
  const phone = await received(house, 'PHONE', { serial: 'S-1' });
  const shirt = await received(house, 'SHIRT', { serial: 'S-1' });
  expect(phone).not.toBe(shirt);
  const again = aReturn([{ sku: 'PHONE', serial: 's-1' }], { submit: true });
  const refusal = await house.call('whale', 'POST /api/v1/return-orders', again);
  expect([refusal.status, refusal.body.words.zh]).toEqual([409, expect.stringContaining(phone)]);
  // An IMEI is one telephone’s in the world.
  await received(house, 'PHONE', { serial: '490154203237518' });
  const imei = aReturn([{ sku: 'X-1', serial: '490154203237518' }]);
  expect((await house.call('whale', 'POST /api/v1/return-orders', imei)).status).toBe(409);
  // The same number at another maker’s is a chance where the products are known to differ.
  const { GTIN_A, GTIN_B } = { GTIN_A: '04006381333931', GTIN_B: '05901234123457' };
  const gtin = (who: Name, code: string, given: string) =>
    ok(house.call(who, `PATCH /api/v1/skus/${code}`, { scanId: newScan(), gtin: given }));
  await gtin('whale', 'PHONE', GTIN_A);
  await gtin('whale', 'SHIRT', GTIN_A);
  await gtin('kite', 'SHIRT', GTIN_B);
  const kites = async (sku: string) => {
    const { items } = await announced(house, 'kite', [{ sku, serial: 'S-1' }]);
    return ok(house.item('liu', items[0]?.code ?? '', 'receive', { location: 'R-01', serial: 'S-1' }));
  };
  expect((await kites('SHIRT')).holds).toEqual([]);
  expect((await kites('X-1')).holds).toMatchObject([{ kind: 'identity', seen: 'S-1' }]);
  const system = house.database.as(systemViewer);
  const [row] = await system.find(items, eq(items.code, phone), 1);
  await expect(
    system.atomically((tx) => tx.add(items, { ...row, id: 'x', code: 'GX', serial: 'S-1' } as never)),
  ).rejects.toThrow();
});

test('another unit from a vendor ends the old one’s life and begins its own, and both tell of the other', async () => {
  const house = await aHouse();
  const back = async (line: object, given: object, outcome = 'K06') => {
    const { item, ticket, consignment } = await forVendor(house, 'spark', 'PHONE', line);
    await handedOver(house, consignment);
    await ok(house.ticket('spark', ticket, 'takeIn'));
    await ok(house.ticket('spark', ticket, 'giveBack', { outcome: 'K08', workDone: outcome }));
    return { item, ticket, taken: await house.item('liu', item, 'takeBack', { location: 'R-01', ...given }) };
  };
  const same = await back({ serial: 'V-1' }, { serial: 'S/N: v-1' });
  expect(same.taken.body).toMatchObject({ state: { id: 'toCheck' }, serial: 'V-1', holds: [] });
  const unread = await back({ serial: 'V-2' }, {});
  expect(unread.taken.body).toMatchObject({
    ...{ state: { id: 'toCheck' }, holds: [{ kind: 'identity', expected: 'V-2', seen: null }] },
  });
  // Whose number it is, is known: then it is that one, and no new one, of whatever product.
  const mixed = await back({ serial: 'V-3' }, { serial: 'V-1', otherUnit: true });
  expect([mixed.taken.status, mixed.taken.body.code]).toEqual([409, 'serial_known']);
  const lamp = await received(house, 'EARBUDS', { serial: 'V-3B' });
  const next = { location: 'R-01', serial: 'V-3B', otherUnit: true };
  const { status, body } = await house.item('liu', mixed.item, 'takeBack', next);
  expect([status, body.code, body.words.en.includes(lamp)]).toEqual([409, 'serial_known', true]);
  const unlike = { location: 'R-01', serial: 'V-3', otherUnit: true };
  await refused(house.item('liu', mixed.item, 'takeBack', unlike), 'it is the unit that went');
  // One wrong letter ends nothing: whoever takes it back sees both numbers, and says that it is another.
  const { item, ticket, taken: asked } = await back({ serial: 'V-4' }, { serial: 'V-5' });
  expect([asked.status, asked.body.guard]).toEqual([409, 'it is the unit that went']);
  expect(asked.body.why).toEqual({ zh: expect.stringContaining('V-4'), en: expect.stringContaining('V-5') });
  const sure = { location: 'R-01', serial: 'V-5', otherUnit: true };
  const old = await ok(house.item('liu', item, 'takeBack', sure));
  expect(old).toMatchObject({
    ...{ code: item, serial: 'V-4', state: { id: 'keptByVendor', ended: true }, custody: 'vendor' },
    ...{ location: null, openSteps: [] },
  });
  const fresh = await ok(house.call('liu', `GET /api/v1/items/${old.exchangedFor}`));
  expect(fresh).toMatchObject({
    ...{ serial: 'V-5', exchangedFrom: item, state: { id: 'toCheck' }, custody: 'hub', order: null },
    ...{ location: { code: 'R-01' }, ticket: { code: ticket, state: 'ready' }, exporter: { code: 'whale' } },
    holds: [
      {
        ...{ kind: 'identity', expected: 'V-4', seen: 'V-5' },
        why: {
          zh: '修回的不是原件：送出 V-4，回来 V-5',
          en: 'Another unit came back: V-4 was sent out, V-5 came back',
        },
      },
    ],
  });
  const past = async (code: string) =>
    (await ok(house.call('wang', `GET /api/v1/items/${code}/history`))).events as Body[];
  expect((await past(item))[0]).toMatchObject({
    step: 'takeBack',
    changed: { exchangedFor: [null, fresh.code] },
  });
  expect(await past(fresh.code)).toMatchObject([
    { button: { zh: '维修商换来' }, given: { from: item, serial: 'V-5' } },
  ]);
  // The repair goes on with what came: it is checked, and the ticket closes on it.
  expect((await ticketAs(house, 'spark', ticket)).item).toMatchObject({ code: fresh.code, serial: 'V-5' });
  await ok(house.item('wang', fresh.code, 'liftHold', { kind: 'identity', reason: '维修商确认换件' }));
  await ok(house.item('chen', fresh.code, 'passCheck', { ...sound, battery: 'good' }));
  expect((await ticketAs(house, 'spark', ticket)).state.id).toBe('closed');
  // Announced once more, the old one comes as another life of itself.
  const again = await announced(house, 'whale', [{ sku: 'PHONE', serial: 'V-4' }]);
  expect(again.items.map(({ code }) => code)).toEqual([item]);
});
