import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { returnLines, returnOrders } from '../../db/schema/goods.ts';
import { items } from '../../db/schema/items.ts';
import type { Actor } from '../../server/access/permissions.ts';
import { whoseAndWhere } from '../../server/returns/submit.ts';
import type { Name } from '../cast.ts';
import { aHouse, type House, newScan, viewerOf } from '../world.ts';
import { theHouse } from './repairs.ts';
import { type Body, ok } from './road.ts';

const ask = (lines: object[], more: object = {}) => ({
  ...{ scanId: newScan(), warehouse: 'HK' },
  lines: lines.map((line) => ({ sku: 'SHIRT', quantity: 1, ...line })),
  ...more,
});
const announce = (house: House, lines: object[], more: object = {}, who: Name = 'whale') =>
  house.call(who, 'POST /api/v1/return-orders', ask(lines, more));
/** Its items by their lines: within a millisecond they have no order of their own. */
const byLine = (order: Body): Body[] => order.items.toSorted((a: Body, b: Body) => a.line - b.line);
const itsItems = (house: House) => theHouse(house).find(items, undefined, 99);
const orderOf = async (house: House, code: string) =>
  theHouse(house).first(returnOrders, eq(returnOrders.code, code));

/** One of everything that can be said of a line, and of an order. */
const line = {
  ...{ sku: 'EARBUDS', quantity: 2, reason: 'R03', reasonText: '左耳无声', wish: 'RTO' },
  ...{ salesOrder: 'SO-9', exportDocument: '46412026E000000001', exportDocumentKind: 'list' },
  ...{ exportLine: 7, exportMode: '9710', exportDate: '2026-09-01', releaseDate: '2026-09-02' },
};
const head = {
  ...{ reference: 'PO-7', platform: 'Shopee', country: 'TH', carrier: 'J&T', note: '两箱' },
};

test('every field of the form comes out again: in the order, its lines, its items and the books', async () => {
  const house = await aHouse();
  const at = house.clock.now;
  const order = await ok(announce(house, [line], { ...head, waybill: 'jt 0001112223334' }));
  expect(order).toMatchObject({
    ...{ ...head, waybill: 'JT0001112223334', state: { id: 'approved' }, reviewFor: [], decisionNote: null },
    ...{ createdAt: at.toISOString(), stateSince: at.toISOString() },
    exporter: { code: 'whale', nameZh: '深圳蓝鲸电子有限公司', nameEn: 'Shenzhen Blue Whale Electronics' },
    warehouse: { code: 'HK', nameZh: '海口一号仓', nameEn: 'hk warehouse' },
    progress: { stage: 'expected', announced: 2, received: 0, settled: 0, total: 2 },
  });
  const name = { zh: '蓝牙耳机 BW-200 黑色', en: '蓝牙耳机 BW-200 黑色 (en)' };
  const { exportDocumentKind, exportLine, ...shown } = line;
  expect(order.lines).toEqual([
    {
      ...{ pieces: { expected: 2, missing: 0, here: 0 }, cites: null, asWritten: null },
      ...{ ...shown, number: 1, known: true, name, gtin: '06901234567892', serial: null, imei2: null },
      ...{ battery: 'ion in equipment', serialTracked: false, cameAs: null },
      reasonWords: { zh: '开箱即坏', en: 'Dead on arrival' },
    },
  ]);
  const [code] = (await itsItems(house)).map(({ code }) => code);
  expect(order.items).toEqual([
    {
      ...{ code, line: 1, sku: 'EARBUDS', name, quantity: 2, serial: null, imei2: null, grade: null },
      ...{
        state: { id: 'announced', zh: '已预报', en: 'Announced', phase: 'announced' },
        arrival: 'expected',
      },
    },
  ]);
  const of = await orderOf(house, order.code);
  expect(of).toMatchObject({ createdBy: 'whale', exporterId: 'whale', warehouseId: 'hk', reviewFor: null });
  const { sku, ...kept } = line;
  expect(await theHouse(house).find(returnLines)).toMatchObject([
    { ...kept, skuCode: sku, skuId: 'whale-EARBUDS', exporterId: 'whale', warehouseId: 'hk', serial: null },
  ]);
  const { reason, wish, exportDocument, exportMode, exportDate, releaseDate } = line;
  expect(await itsItems(house)).toMatchObject([
    {
      ...{ reason, wish, exportDocument, exportLine, exportMode, exportDate, releaseDate },
      ...{ quantity: 2, skuId: 'whale-EARBUDS', description: null, orderId: of?.id, warehouseId: 'hk' },
      ...{ exporterId: 'whale', custody: 'exporter', customsStatus: 'ABROAD', createdAt: at, stateSince: at },
      // Six months from the export, twelve from the release, each less a day of safety (GACC 2020 No. 44).
      ...{ taxReliefUntil: '2027-02-28', supervisionUntil: '2027-09-01' },
      ...{ hazard: false, wiped: false, locationId: null, grade: null, receivedAt: null, ticketId: null },
    },
  ]);
  const seen = await ok(house.call('liu', `GET /api/v1/return-orders/${order.code}`));
  expect({ ...seen, openSteps: [] }).toEqual({ ...order, openSteps: [] });
});

test('what is not said stays open: no papers, no clocks, the reason unknown', async () => {
  const house = await aHouse();
  const order = await ok(announce(house, [{}]));
  const open = { reference: null, platform: null, country: null, carrier: null, waybill: null, note: null };
  expect(order).toMatchObject({ ...open, state: { id: 'approved' } });
  expect(order.lines).toMatchObject([
    {
      ...{ reason: 'R99', exportMode: 'unknown', exportDocument: null, exportDate: null, releaseDate: null },
      ...{ wish: null, reasonText: null, serial: null, battery: 'none', gtin: null },
    },
  ]);
  expect(await itsItems(house)).toMatchObject([{ taxReliefUntil: null, supervisionUntil: null }]);
});

test('a lot is one item, a serialised article is one each, and what has no SKU is described', async () => {
  const house = await aHouse();
  const order = await ok(
    announce(house, [{ quantity: 5 }, { sku: 'PHONE', quantity: 3 }, { sku: 'NEW-9', quantity: 2 }]),
  );
  expect(order).toMatchObject({ state: { id: 'submitted' }, reviewFor: ['X05'], items: [] });
  expect(order.progress).toMatchObject({ stage: 'asked', total: 0 });
  expect(order.lines.map(({ known }: Body) => known)).toEqual([true, true, false]);
  expect(order.lines[2]).toMatchObject({ sku: 'NEW-9', name: { zh: 'NEW-9', en: 'NEW-9' }, battery: 'none' });
  const approved = await ok(house.order('wang', order.code, 'approve'));
  const pieces = byLine(approved).map(({ line, quantity, sku, name }: Body) => [
    line,
    quantity,
    sku,
    name.zh,
  ]);
  const phone = [2, 1, 'PHONE', '智能手机 M8 128G 蓝色'];
  expect(pieces).toEqual([[1, 5, 'SHIRT', '广告衫'], phone, phone, phone, [3, 2, 'NEW-9', 'NEW-9']]);
  expect(approved.progress.total).toBe(10);
  const codes = (await itsItems(house)).map(({ description, skuId }) => [skuId, description]);
  expect(codes).toContainEqual([null, 'NEW-9']);
});

// Of more than four SKUs the house asks at once, of fewer one by one.
test('every line finds its SKU, however many there are', async () => {
  const house = await aHouse();
  const skus = ['X-1', 'SHIRT', 'POWERBANK', 'EARBUDS', 'PHONE'];
  for (const count of [1, 4, 5]) {
    const order = await ok(
      announce(
        house,
        [...skus.slice(0, count), 'NONE'].map((sku) => ({ sku })),
      ),
    );
    const known = order.lines.map(({ known }: Body) => known);
    expect(known).toEqual([...Array(count).fill(true), false]);
    const lines = await theHouse(house).find(
      returnLines,
      eq(returnLines.orderId, (await orderOf(house, order.code))?.id ?? ''),
    );
    const found = lines.sort((a, b) => a.number - b.number).map(({ skuId }) => skuId);
    expect(found).toEqual([...skus.slice(0, count).map((sku) => `whale-${sku}`), null]);
  }
});

test('what is wrong with a form is named by line and field, and nothing is stored', async () => {
  const house = await aHouse();
  const wrong: [object[], object, (string | number)[][]][] = [
    [[{}, { reason: 'R77' }], {}, [['lines', 1, 'reason']]],
    [
      [{ wish: 'ZZZ', serial: '?' }],
      {},
      [
        ['lines', 0, 'serial'],
        ['lines', 0, 'wish'],
      ],
    ],
    [[{ quantity: 0 }], {}, [['lines', 0, 'quantity']]],
    [[{}], { waybill: 'JT/1' }, [['waybill']]],
    [[{}], { country: 'THA' }, [['country']]],
    [Array(101).fill({ reason: 'R77' }), {}, Array.from({ length: 100 }, (_, i) => ['lines', i, 'reason'])],
    [Array(2_001).fill({ reason: 'R77' }), {}, [['lines']]],
  ];
  for (const [lines, more, paths] of wrong) {
    const { status, body } = await announce(house, lines, more);
    expect([status, body.code]).toEqual([422, 'unusable_input']);
    expect(body.issues.map(({ path }: Body) => path)).toEqual(paths);
  }
  const { body } = await announce(house, [{}], { waybill: 'JT/1' });
  expect(body).toMatchObject({
    issues: [{ code: 'waybill' }],
    words: { zh: expect.stringContaining('运单号应为') },
  });
  const first = (await announce(house, [{}, { reason: 'R77' }])).body.issues[0];
  expect(first).toMatchObject({
    line: 2,
    field: 'reason',
    words: { zh: expect.stringContaining('第 2 行：没有这个退货原因') },
  });
  expect(await theHouse(house).count(returnOrders)).toBe(0);
});

test('a warehouse, an exporter or a return order that is not there is said not to be there', async () => {
  const house = await aHouse();
  const missing: [Promise<Body>, string][] = [
    [announce(house, [{}], { warehouse: 'XX' }), '仓库 XX'],
    [house.call('whale', 'GET /api/v1/return-orders/RO-404'), '退货单 RO404'],
    [house.order('whale', 'RO404', 'cancel'), '退货单 RO404'],
  ];
  for (const [asked, what] of missing) {
    const { status, body } = await asked;
    expect([status, body.code], what).toEqual([404, 'not_found']);
    expect(body.words.zh).toContain(what);
  }
});

test('an exporter announces for itself, whatever it says; staff for the exporter whom they name', async () => {
  const house = await aHouse();
  const own = await ok(announce(house, [{}], { exporter: 'kite' }));
  expect(own).toMatchObject({ exporter: { code: 'whale' }, lines: [{ name: { zh: '广告衫' } }] });
  const whose = (exporter: string | undefined, warehouse = 'HK') =>
    whoseAndWhere(house.as('ma'), { viewer: viewerOf('ma') } as Actor, { exporter, warehouse });
  expect(await whose('kite')).toEqual({ exporterId: 'kite', warehouseId: 'hk', citation: 'need not' });
  // Nobody, somebody who sells nothing, and nobody in particular.
  for (const [name, words] of [
    ['nobody', '出口商 nobody'],
    ['spark', '出口商 spark'],
    [undefined, '没有出口商。'],
  ] as const)
    await expect(whose(name)).rejects.toMatchObject({
      ...{ status: 404, code: 'not_found', words: { zh: expect.stringContaining(words) } },
    });
});

test('one number of one’s own is one return order; another exporter may use it too', async () => {
  const house = await aHouse();
  const { code } = await ok(announce(house, [{}], { reference: 'PO-1' }));
  const twice = await announce(house, [{}], { reference: 'PO-1' });
  expect(twice).toMatchObject({ status: 409, body: { code: 'reference_taken' } });
  expect(twice.body.words.zh).toBe(`单号 PO-1 已用于退货单 ${code}，请换一个单号。`);
  await ok(announce(house, [{}], { reference: 'PO-1' }, 'kite'));
  await ok(announce(house, [{}]));
  await ok(announce(house, [{}]));
});

// A year from the release, less a day of safety (GACC 2020 No. 44, item 4); the day is that of China.
test('what was released too long ago is looked at by a person, from the day after the last', async () => {
  const house = await aHouse();
  const of = async (releaseDate: string, more: object = {}) =>
    (await ok(announce(house, [{ exportDate: '2025-11-01', releaseDate, ...more }]))).reviewFor;
  // In China it is the 23rd from 16:00 of the 22nd in UTC on.
  house.clock.now = new Date('2026-11-22T15:59:59Z');
  expect([await of('2025-11-23'), await of('2025-11-22')]).toEqual([[], ['X09']]);
  house.clock.now = new Date('2026-11-22T16:00:00Z');
  expect([await of('2025-11-24'), await of('2025-11-23')]).toEqual([[], ['X09']]);
  expect(await of('2025-11-23', { sku: 'NEW-9' })).toEqual(['X05', 'X09']);
  // One such line is enough.
  const mixed = ask([{ releaseDate: '2026-11-01' }, { sku: 'X-1', releaseDate: '2025-11-01' }, {}]);
  expect((await ok(house.call('whale', 'POST /api/v1/return-orders', mixed))).reviewFor).toEqual(['X09']);
  // Today is no day of the future, in China.
  expect(await of('2026-11-23')).toEqual([]);
  house.clock.now = new Date('2026-11-22T15:59:59Z');
  const early = await announce(house, [{ releaseDate: '2026-11-23' }]);
  expect(early).toMatchObject({ status: 422, body: { issues: [{ path: ['lines', 0, 'releaseDate'] }] } });
});
