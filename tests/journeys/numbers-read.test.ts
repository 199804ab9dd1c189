import { expect, test } from 'vitest';
import type { Name } from '../cast.ts';
import { aHouse, type House, newScan } from '../world.ts';
import { announced, type Body, decided, ok, received, refused, sound } from './road.ts';

const IMEI = '490154203237518';
const phone = { ...sound, battery: 'good' };
const scanned = (house: House, who: Name, text: string, more: object = {}): Promise<Body> =>
  ok(house.call(who, 'POST /api/v1/scans', { scanId: newScan(), text, station: 'inspect', ...more }));

/** Of a return, the thing that was announced without a serial. */
const without = ({ items }: Body): string => items.find(({ serial }: Body) => serial === null).code;

test('a part of an IMEI, or a misread one, is never the serial of a product whose units have IMEIs', async () => {
  const house = await aHouse();
  const order = await announced(house, 'whale', [{ sku: 'PHONE', serial: IMEI }, { sku: 'PHONE' }]);
  const open = without(order);
  // What the other unit was announced with says what these are, at the dock and in somebody's hand.
  for (const [text, why] of [
    ['3237518', '只读到 7 位。这种商品的序列号是 15 位的 IMEI，请再扫一次。'],
    ['49015420323', '只读到 11 位。这种商品的序列号是 15 位的 IMEI，请再扫一次。'],
    ['490154203237519', '“490154203237519”不是 IMEI：要 15 位且校验位正确。'],
  ] as const)
    for (const [who, more] of [
      ['liu', { station: 'receive', order: order.code, line: 2 }],
      ['chen', { inHand: open }],
    ] as const)
      expect(await scanned(house, who, text, more), text).toMatchObject({
        ...{ hit: { kind: 'unknown' }, serial: null, isWhole: false },
        ...{ wrong: { zh: why }, words: { zh: why } },
      });
  const other = await scanned(house, 'chen', 'SN-4711', { inHand: open });
  expect(other).toMatchObject({ serial: 'SN-4711', wrong: null, isWhole: false });
  expect(await scanned(house, 'chen', IMEI, { inHand: open })).toMatchObject({ isWhole: true });
  const part = await house.item('liu', open, 'receive', { location: 'R-01', serial: '3237518' });
  expect(part.body).toMatchObject({ status: 422, issues: [{ path: ['serial'], code: 'imei' }] });
  await ok(house.item('liu', open, 'receive', { location: 'R-01' }));
  const inspected = await house.item('chen', open, 'inspect', { ...phone, serialSeen: '3237518' });
  expect(inspected.body).toMatchObject({ status: 422, issues: [{ path: ['serial'], code: 'imei' }] });
  const typed = await house.item('wang', open, 'correct', { serial: '3237518', reason: '看错' });
  expect(typed.body).toMatchObject({ status: 422, issues: [{ path: ['serial'], code: 'imei' }] });
  // Of a product without IMEIs seven digits are a serial as any other.
  const [piece] = (await announced(house, 'kite', [{ sku: 'X-1' }])).items;
  const seven = { location: 'R-01', serial: '3237518' };
  expect(await ok(house.item('liu', piece?.code ?? '', 'receive', seven))).toMatchObject({
    serial: '3237518',
  });
});

test('goods without serials take none from their inspection, and the words say which goods', async () => {
  const house = await aHouse();
  const shirt = await received(house, 'SHIRT');
  const no = await house.item('chen', shirt, 'inspect', { ...sound, serialSeen: 'ZTO77712345678' });
  expect(no.body).toMatchObject({
    ...{ status: 422, issues: [{ path: ['serialSeen'], code: 'serial' }] },
    words: { zh: '“广告衫”没有序列号，不能记 ZTO77712345678。' },
  });
  expect(await ok(house.item('chen', shirt, 'inspect', sound))).toMatchObject({ serial: null });
  // One that was announced with a number is compared with it.
  const marked = await received(house, 'SHIRT', { serial: 'S-1' });
  const seen = await ok(house.item('chen', marked, 'inspect', { ...sound, serialSeen: 'S-2' }));
  expect(seen.holds).toMatchObject([{ expected: 'S-1', seen: 'S-2' }]);
});

test('what is held for another serial is found by the one that stands on it, until that is settled', async () => {
  const house = await aHouse();
  const [piece] = (await announced(house, 'whale', [{ sku: 'PHONE', serial: 'BW-1' }])).items;
  const code = piece?.code ?? '';
  await ok(house.item('liu', code, 'receive', { location: 'R-01', serial: 'BW-9' }));
  for (const [text, hit] of [
    ['BW-1', { kind: 'item', code }],
    ['bw-9', { kind: 'item', code }],
    ['BW-8', { kind: 'unknown' }],
  ] as const)
    expect((await scanned(house, 'chen', text)).hit, text).toMatchObject(hit);
  // A thing that has this number itself comes first.
  const [its] = (await announced(house, 'kite', [{ sku: 'X-1', serial: 'BW-9' }])).items;
  expect((await scanned(house, 'chen', 'BW-9')).hit).toEqual({ kind: 'item', code: its?.code });
  await ok(house.item('wang', code, 'liftHold', { kind: 'identity', reason: '核对过' }));
  expect((await scanned(house, 'chen', 'BW-9')).hit).toEqual({ kind: 'item', code: its?.code });
  const [last] = (await announced(house, 'whale', [{ sku: 'PHONE', serial: 'BW-2' }])).items;
  await ok(house.item('liu', last?.code ?? '', 'receive', { location: 'R-01', serial: 'BW-7' }));
  await ok(house.item('wang', last?.code ?? '', 'liftHold', { kind: 'identity', reason: '核对过' }));
  expect((await scanned(house, 'chen', 'BW-7')).hit).toMatchObject({ kind: 'unknown' });
});

test('a label of one product and the number of another name both, wherever they meet', async () => {
  const house = await aHouse();
  const lines = [{ sku: 'PHONE' }, { sku: 'X-1', serial: IMEI }];
  const order = await announced(house, 'whale', lines);
  const m8 = without(order);
  const se3 = order.items.find(({ code }) => code !== m8);
  const no = await house.item('liu', m8, 'receive', { location: 'R-01', serial: IMEI });
  expect([no.status, no.body.code, no.body.words.zh]).toEqual([
    ...[409, 'serial_known'],
    `标签对不上：商品是“智能手机 M8 128G 蓝色”，序列号是同一退货单里“测试品”的（${se3?.code}）。`,
  ]);
  const [later] = (await announced(house, 'whale', [{ sku: 'PHONE' }])).items;
  const far = await house.item('liu', later?.code ?? '', 'receive', { location: 'R-01', serial: IMEI });
  expect(far.body.words.zh).toContain('序列号是“测试品”的');
  // At its inspection it is held for that, in both languages.
  await ok(house.item('liu', later?.code ?? '', 'receive', { location: 'R-01' }));
  const read = await ok(house.item('chen', later?.code ?? '', 'inspect', { ...phone, serialSeen: IMEI }));
  expect(read).toMatchObject({
    serial: null,
    holds: [{ doubt: 'of another item', expected: se3?.code, seen: IMEI, why: { en: expect.anything() } }],
  });
});

test('a refusal says where a held piece may lie, and how many of a lot may be split off', async () => {
  const house = await aHouse();
  const lot = await decided(house, 'RTS', sound, 'SHIRT', { quantity: 8 });
  const split = await refused(
    house.item('wu', lot, 'split', { quantity: 8 }),
    'it is a lot large enough to split',
  );
  expect(split.why).toEqual({
    zh: '不能拆分：共 8 件，最多分出 7 件。',
    en: 'Cannot split: of 8 pieces at most 7 can be split off.',
  });
  await ok(house.item('wang', lot, 'hold', { kind: 'identity' }));
  const put = house.item('wu', lot, 'putAway', { location: 'A-01-01-1' });
  expect((await refused(put, 'this place is made for it')).why.zh).toContain('这件已挂起，只能放隔离区');
});
