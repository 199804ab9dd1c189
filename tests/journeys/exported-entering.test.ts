import { expect, test } from 'vitest';
import type { Name } from '../cast.ts';
import { aHouse, type House, newScan } from '../world.ts';
import { entered, exportedOrder, importedExports, leftOf, returned, sendExports } from './exported.ts';
import { type Body, ok } from './road.ts';

test('an order that is sent again changes nothing; more of it is added, a correction is taken until it is cited', async () => {
  const house = await aHouse();
  const first = await entered(house, 'SO-1');
  const again = await entered(house, 'SO-1');
  expect(again).toEqual(first);
  // The second parcel of the same order, under another document.
  const more = await entered(house, 'SO-1', [{}, { quantity: 2, exportDocument: '46412026E000000099' }]);
  expect(
    more.lines.map(({ quantity: _, exported }: { quantity: number; exported: number }) => exported),
  ).toEqual([5, 2]);
  const right = await entered(house, 'SO-1', [{ quantity: 6 }]);
  expect(right.lines[0].exported).toBe(6);
  await ok(returned(house, [{ salesOrder: 'SO-1', orderLine: 1 }]));
  const late = await house.call(
    'whale',
    'POST /api/v1/exported-orders',
    exportedOrder('SO-1', [{ quantity: 9 }]),
  );
  expect(late).toMatchObject({ status: 409, body: { code: 'export_cited' } });
  expect(late.body.words.en).toContain('Line 1 (EARBUDS) of exported order SO-1 is already used by returns');
  // Two shops of one exporter may count alike.
  const own = { quantity: 1, exportDocument: '46412026E000000078' };
  const shop = await entered(house, 'SO-1', [own], { platform: 'Lazada' });
  expect(shop.id).not.toBe(first.id);
  const which = await returned(house, [{ salesOrder: 'SO-1' }]);
  expect(which.body.issues[0].words.en).toContain('Give the platform');
  expect(
    (await ok(returned(house, [{ salesOrder: 'SO-1' }], { platform: 'Lazada' }))).lines[0].cites.id,
  ).toBe(shop.id);
});

test('what cannot have been exported so is refused with what to do', async () => {
  const house = await aHouse();
  const ask = (lines: readonly object[], more: object = {}) =>
    house.call('whale', 'POST /api/v1/exported-orders', exportedOrder('SO-1', lines, more));
  const field = async (lines: readonly object[], more: object = {}) => {
    const { status, body } = await ask(lines, more);
    expect(status).toBe(422);
    return body.issues[0].path.join('.');
  };
  expect(await field([{ quantity: 0 }])).toBe('lines.0.quantity');
  expect(await field([{ quantity: -1 }])).toBe('lines.0.quantity');
  expect(await field([])).toBe('lines');
  expect(await field([{ exportDate: '2026-02-30' }])).toBe('lines.0.exportDate');
  expect(await field([{ exportDate: '2027-01-01' }])).toBe('lines.0.exportDate');
  expect(await field([{ serial: 'SN12345', quantity: 2 }])).toBe('lines.0.quantity');
  expect(await field([{}], { country: 'ZZ' })).toBe('country');
});

const orders = async (house: House) => (await ok(house.call('whale', 'GET /api/v1/exported-orders'))).rows;
const stored = { leftOut: [], pending: 0 };

test.each([
  [
    'TikTok Shop',
    'Order ID,Order Status,Seller SKU,Quantity,Tracking ID,Country,Recipient',
    '576612345678901234,Shipped,EARBUDS,2,TT00012345,Thailand,S***',
  ],
  [
    'Shopee',
    '订单编号,订单状态,商家编码,数量,运单号,国家',
    '2508201ABCDEF1,已完成,EARBUDS,2,SPXTH012345678,泰国',
  ],
  ['Shopify', 'Name,Email,Lineitem quantity,Lineitem sku,Shipping Country', '#1001,a@b.test,2,EARBUDS,TH'],
])('an export of orders from %s can be sent as it is', async (_platform, header, row) => {
  const house = await aHouse();
  const file = [header, row].join('\n');
  expect((await sendExports(house, file, { check: 'only' })).body).toMatchObject({
    accepted: null,
    faults: [],
  });
  expect(await orders(house)).toEqual([]);
  const { progress } = await importedExports(house, file);
  expect(progress).toMatchObject({ ...stored, added: 1, changed: 0, same: 0 });
  expect(await orders(house)).toMatchObject([{ country: 'TH', skus: ['EARBUDS'], exported: 2, left: 2 }]);
});

test('Lazada writes a row for each piece: they are counted, and the same sheet again changes nothing', async () => {
  const house = await aHouse();
  const file = [
    'orderNumber,sellerSku,shippingCountry',
    '884201,EARBUDS,TH',
    '884201,EARBUDS,TH',
    '884202,SHIRT,TH',
  ].join('\n');
  expect((await importedExports(house, file)).progress).toMatchObject({ added: 2, changed: 0, same: 0 });
  const before = await orders(house);
  expect(
    before.map(({ number, exported }: { number: string; exported: number }) => [number, exported]).sort(),
  ).toEqual([
    ['884201', 2],
    ['884202', 1],
  ]);
  expect((await importedExports(house, file)).progress).toMatchObject({ added: 0, changed: 0, same: 2 });
  expect(await orders(house)).toEqual(before);
});

test('a sheet with a fault stores nothing and names the cells; what returns cite already is left out and named', async () => {
  const house = await aHouse();
  const header = '订单号,商品编码,数量,国家,出口日期';
  const rows = ['SO-1,EARBUDS,many,泰国,2026-08-20', 'SO-2,EARBUDS,1,泰国,2027-08-20', 'SO-3,,1,火星,'];
  const { status, body } = await sendExports(house, [header, ...rows].join('\n'));
  expect([status, body.accepted]).toEqual([200, null]);
  expect(body.faults.map(({ at }: { at: string }) => at)).toEqual(['C2', 'E3', 'B4', 'D4']);
  expect(await orders(house)).toEqual([]);
  await importedExports(house, [header, 'SO-1,EARBUDS,2,泰国,2026-08-20'].join('\n'));
  await ok(returned(house, [{ salesOrder: 'SO-1' }]));
  const late = await importedExports(
    house,
    [header, 'SO-1,EARBUDS,3,泰国,2026-08-20', 'SO-2,EARBUDS,1,泰国,'].join('\n'),
  );
  expect(late.progress).toMatchObject({ added: 1, changed: 0, same: 0, leftOut: [{ row: 2, at: 'A2' }] });
  expect(late.progress.leftOut[0].words.en).toContain('is already used by returns');
});

test('an order is the same however its number and platform are written, and no export is entered twice by a name', async () => {
  const house = await aHouse();
  const [line] = [{ quantity: 5 }];
  const first = await entered(house, 'SO-1', [line], { platform: undefined });
  for (const [number, platform] of [
    ['SO-1', 'Shopee'],
    ['SO-1', 'shopee'],
    ['so-1', 'Shopee'],
    ['ＳＯ－１', 'ＳＨＯＰＥＥ '],
    ['SO\u200b‐1', undefined],
  ] as const)
    expect((await entered(house, number, [line], { platform })).id, `${number} ${platform}`).toBe(first.id);
  expect(await leftOf(house, first.id)).toEqual([{ exported: 5, back: 0, onTheWay: 0, left: 5 }]);
  for (const more of [{}, { exportDocument: undefined, exportLine: undefined }]) {
    const other = exportedOrder('SO-1', [{ ...line, ...more }], { platform: 'Lazada' });
    const asked = await house.call('whale', 'POST /api/v1/exported-orders', other);
    expect(asked).toMatchObject({ status: 409, body: { code: 'exported_elsewhere' } });
    expect(asked.body.words.zh).toContain('订单 SO-1 已按平台 Shopee 登记');
  }
  const { total } = await ok(house.call('whale', 'GET /api/v1/exported-orders'));
  expect(total).toBe(1);
});

test('what was exported stands in the catalogue: its SKU is kept as that writes it, and one that is not there is named', async () => {
  const house = await aHouse();
  for (const sku of ['earbuds', 'ＥＡＲＢＵＤＳ', 'Ear\u200bbuds']) {
    const { lines } = await entered(house, 'SO-1', [{ sku }]);
    expect(lines.map((line: Body) => [line.sku, line.exported])).toEqual([['EARBUDS', 5]]);
  }
  const asked = await house.call(
    'whale',
    'POST /api/v1/exported-orders',
    exportedOrder('SO-2', [{}, { sku: 'NO-SUCH' }]),
  );
  expect(asked).toMatchObject({ status: 422, body: { issues: [{ path: ['lines', 1, 'sku'] }] } });
  expect(asked.body.words.en).toContain('NO-SUCH');
  expect((await house.call('whale', 'GET /api/v1/exported-orders?search=SO-2')).body.total).toBe(0);
});

test('a document, its line or a serial that is told otherwise later corrects the line, and is no more that may come back', async () => {
  const house = await aHouse();
  const documents = [
    { exportDocument: undefined, exportLine: undefined },
    { exportLine: undefined },
    { exportLine: 3 },
    { exportLine: 4 },
    { exportDocument: '46412026E000000078' },
  ];
  for (const more of documents) {
    const { id, lines } = await entered(house, 'SO-1', [more]);
    expect(lines, JSON.stringify(more)).toHaveLength(1);
    expect(await leftOf(house, id)).toEqual([{ exported: 5, back: 0, onTheWay: 0, left: 5 }]);
  }
  const one = { sku: 'PHONE', quantity: 1 };
  await entered(house, 'SO-2', [one]);
  const { lines } = await entered(house, 'SO-2', [{ ...one, serial: 'SN-1001' }]);
  expect(lines.map(({ serial, exported }: Body) => [serial, exported])).toEqual([['SN-1001', 1]]);
  // What returns cite stays as it is.
  await ok(returned(house, [{ salesOrder: 'so-1' }]));
  const late = exportedOrder('SO-1', [{ exportDocument: '46412026E000000079' }]);
  expect(await house.call('whale', 'POST /api/v1/exported-orders', late)).toMatchObject({
    status: 409,
    body: { code: 'export_cited' },
  });
});

test('the office corrects what returns cite, with a reason, and never to fewer than came back', async () => {
  const house = await aHouse();
  const { id } = await entered(house, 'SO-1');
  await ok(returned(house, [{ salesOrder: 'SO-1', quantity: 3 }]));
  const correct = (who: Name, asked: object) =>
    house.call(who, `POST /api/v1/exported-orders/${id}/correction`, {
      ...{ scanId: newScan(), line: 1, because: '报关单是 9 件' },
      ...asked,
    });
  expect((await correct('liu', { quantity: 9 })).status).toBe(403);
  expect((await correct('whale', { quantity: 9 })).status).toBe(403);
  expect((await correct('wang', { quantity: 9, because: ' ' })).status).toBe(422);
  expect((await correct('wang', { line: 2, quantity: 9 })).status).toBe(404);
  expect((await correct('wang', { exportDate: '2027-01-01' })).status).toBe(422);
  const fewer = await correct('wang', { quantity: 2 });
  expect(fewer).toMatchObject({ status: 409, body: { code: 'export_cited' } });
  expect(fewer.body.words.zh).toContain('请填 3 或更多');
  expect((await ok(correct('wang', { quantity: 3 }))).lines[0]).toMatchObject({ exported: 3, left: 0 });
  const right = await ok(
    correct('wang', { quantity: 9, country: 'my', exportDocument: '4641 2026E 000000079' }),
  );
  expect(right).toMatchObject({
    country: 'MY',
    lines: [{ exported: 9, onTheWay: 3, left: 6, exportDocument: '46412026E000000079' }],
  });
  const audit = await ok(house.call('admin', 'GET /api/v1/audit?action=exportCorrected'));
  expect(audit.rows).toContainEqual(
    expect.objectContaining({
      ...{ by: 'wang', subjectName: 'SO-1 / 1' },
      changed: expect.objectContaining({
        quantity: [3, 9],
        country: ['TH', 'MY'],
        because: [null, '报关单是 9 件'],
      }),
    }),
  );
});

test('sixteen ask for what is left while the office takes it away: there is never more back than was exported', async () => {
  const house = await aHouse();
  const { id } = await entered(house, 'SO-1');
  const asked = Array.from({ length: 16 }, (_, n) =>
    n % 4 === 0
      ? house.call('wang', `POST /api/v1/exported-orders/${id}/correction`, {
          ...{ scanId: newScan(), line: 1, quantity: 1 + (n % 3), because: '盘点' },
        })
      : returned(house, [{ salesOrder: 'SO-1', quantity: 2 }]),
  );
  await Promise.all(asked);
  const [{ exported, onTheWay, left }] = await leftOf(house, id);
  expect([onTheWay <= exported, left]).toEqual([true, exported - onTheWay]);
});

test('an order that is sent piece by piece has an end, and says so', async () => {
  const house = await aHouse();
  const part = (n: number, lines = 100) =>
    Array.from({ length: lines }, (_, i) => ({
      quantity: 1 + n,
      exportDocument: `46412026E${String(n * 100 + i).padStart(9, '0')}`,
    }));
  for (let n = 0; n < 5; n++) await entered(house, 'SO-1', part(n));
  const more = await house.call('whale', 'POST /api/v1/exported-orders', exportedOrder('SO-1', part(5, 1)));
  expect(more).toMatchObject({ status: 409, body: { code: 'too_many_lines' } });
  expect(more.body.words.en).toContain('holds at most 500 lines');
});
