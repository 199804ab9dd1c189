import { expect, test } from 'vitest';
import { aHouse, newScan } from '../world.ts';
import { citation, entered, exportedOrder, leftOf, returned } from './exported.ts';
import { type Body, ok, refused } from './road.ts';
import { workbook } from './sheets.ts';

test('an order number and a SKU are enough: document, line, mode, dates, platform and country come with them', async () => {
  const house = await aHouse();
  const order = await entered(house, '250820TH0001');
  expect(order).toMatchObject({ number: '250820TH0001', platform: 'Shopee', country: 'TH' });
  const back = await ok(returned(house, [{ salesOrder: '250820TH0001', quantity: 2 }]));
  expect(back).toMatchObject({
    ...{ state: { id: 'approved' }, platform: 'Shopee', country: 'TH' },
    lines: [
      {
        ...{ salesOrder: '250820TH0001', cites: { id: order.id, order: '250820TH0001', line: 1 } },
        ...{ exportDocument: '46412026E000000077', exportMode: '9610' },
        ...{ exportDate: '2026-08-20', releaseDate: '2026-08-21' },
      },
    ],
  });
  const item = await ok(house.call('whale', `GET /api/v1/items/${back.items[0].code}`));
  expect(item.customs).toMatchObject({ document: '46412026E000000077', line: 3, mode: '9610' });
  expect(item.customs.supervision.until).toBe('2027-08-20');
  expect(await leftOf(house, order.id)).toEqual([{ exported: 5, back: 0, onTheWay: 2, left: 3 }]);
});

test('what is said of an export otherwise than it was is a fault, and tells both', async () => {
  const house = await aHouse();
  await entered(house, 'SO-1', [{}, { sku: 'SHIRT', quantity: 2 }]);
  const fault = async (line: object, more: object = {}) => {
    const { status, body } = await returned(house, [{ salesOrder: 'SO-1', ...line }], more);
    expect(status, JSON.stringify(body)).toBe(422);
    return body.issues[0];
  };
  const document = await fault({ exportDocument: '46412026E000000078' });
  expect(document.path).toEqual(['lines', 0, 'exportDocument']);
  expect(document.words.en).toContain('46412026E000000078 is not the 46412026E000000077');
  expect(document.words.zh).toContain(
    '46412026E000000078 与出口订单 SO-1 第 1 行的 46412026E000000077 不一致',
  );
  expect((await fault({ exportLine: 4 })).path[2]).toBe('exportLine');
  expect((await fault({ exportMode: '9810' })).path[2]).toBe('exportMode');
  expect((await fault({ exportDate: '2026-08-19' })).path[2]).toBe('exportDate');
  expect((await fault({}, { country: 'MY' })).words.en).toContain('MY is not the TH');
  expect((await fault({ orderLine: 2 })).words.en).toContain(
    'line 2 of exported order SO-1 is SHIRT, not EARBUDS',
  );
  expect((await fault({ orderLine: 3 })).words.en).toContain('has no line 3');
  // The same number, written with spaces, is the same.
  await ok(returned(house, [{ salesOrder: 'SO-1', exportDocument: '46412026 E 000000077' }]));
});

test('of five, three are announced: the next return is told that two are left, and nothing of it is stored', async () => {
  const house = await aHouse();
  const { id } = await entered(house, 'SO-1');
  await ok(returned(house, [{ salesOrder: 'SO-1', quantity: 3 }]));
  const before = (await ok(house.call('whale', 'GET /api/v1/return-orders'))).total;
  const { status, body } = await returned(house, [{ salesOrder: 'SO-1', quantity: 3 }]);
  expect(status).toBe(422);
  expect(body.issues).toHaveLength(1);
  expect(body.issues[0].path).toEqual(['lines', 0, 'quantity']);
  expect(body.issues[0].words.en).toMatch(/^Line 1: 2 left of 5 of EARBUDS on line 1 of exported order SO-1/);
  expect(body.issues[0].words.zh).toMatch(/^第 1 行：出口订单 SO-1 第 1 行 EARBUDS：出口 5 件，还可退 2 件/);
  expect((await ok(house.call('whale', 'GET /api/v1/return-orders'))).total).toBe(before);
  // Several lines of one return count together, and an order line says the same.
  const two = [
    { salesOrder: 'SO-1', quantity: 1 },
    { salesOrder: 'SO-1', orderLine: 1, quantity: 2 },
  ];
  const both = (await returned(house, two)).body;
  expect(both.issues[0].words.en).toContain('Line 2: 1 left of 5');
  await ok(returned(house, [{ salesOrder: 'SO-1', quantity: 2 }]));
  expect(await leftOf(house, id)).toEqual([{ exported: 5, back: 0, onTheWay: 5, left: 0 }]);
});

test('what went out on two lines of one order comes back as one: it is of both, and no more than both had', async () => {
  const house = await aHouse();
  const lines = [{ quantity: 3 }, { quantity: 2, exportDocument: '46412026E000000099', exportLine: 1 }];
  const { id } = await entered(house, 'SO-1', lines);
  const tooMany = await returned(house, [{ salesOrder: 'SO-1', quantity: 6 }]);
  expect(tooMany.body.issues[0].words.en).toContain('5 left of 5 of EARBUDS on lines 1, 2');
  const one = await ok(returned(house, [{ salesOrder: 'SO-1', quantity: 4 }, { sku: 'SHIRT' }]));
  expect(
    one.lines.map(({ sku, quantity, exportDocument, cites }: Body) => [
      ...[sku, quantity, exportDocument, cites?.line ?? null],
    ]),
  ).toEqual([
    ['EARBUDS', 3, '46412026E000000077', 1],
    ['EARBUDS', 1, '46412026E000000099', 2],
    ['SHIRT', 1, null, null],
  ]);
  // Another beside it in the same submission counts, and a line that is named is that line alone.
  const both = await returned(house, [{ salesOrder: 'SO-1' }, { salesOrder: 'SO-1' }]);
  expect(both.body.issues[0].words.en).toContain('Line 2: 0 left of 5');
  const named = await returned(house, [{ salesOrder: 'SO-1', orderLine: 2, quantity: 2 }]);
  expect(named.body.issues[0].words.en).toContain('1 left of 2 of EARBUDS on line 2');
  await ok(returned(house, [{ salesOrder: 'SO-1' }]));
  expect(await leftOf(house, id)).toEqual([
    { exported: 3, back: 0, onTheWay: 3, left: 0 },
    { exported: 2, back: 0, onTheWay: 2, left: 0 },
  ]);
});

test('a return to another warehouse takes from the same export', async () => {
  const house = await aHouse();
  const { id } = await entered(house, 'SO-1');
  await ok(returned(house, [{ salesOrder: 'SO-1', quantity: 4 }]));
  const there = await returned(house, [{ salesOrder: 'SO-1', quantity: 2 }], { warehouse: 'YP' });
  expect(there.body.issues[0].words.en).toContain('1 left of 5');
  await ok(returned(house, [{ salesOrder: 'SO-1', quantity: 1 }], { warehouse: 'YP' }));
  expect(await leftOf(house, id)).toEqual([{ exported: 5, back: 0, onTheWay: 5, left: 0 }]);
  // The staff of either warehouse see all of it.
  expect(await leftOf(house, id, 'zhou')).toEqual([{ exported: 5, back: 0, onTheWay: 5, left: 0 }]);
});

test('sixteen ask for the last one at once: one gets it, fifteen are told that nothing is left', async () => {
  const house = await aHouse();
  const { id } = await entered(house, 'SO-1');
  await ok(returned(house, [{ salesOrder: 'SO-1', quantity: 4 }]));
  const all = await Promise.all(
    Array.from({ length: 16 }, (_, n) =>
      returned(house, [{ salesOrder: 'SO-1' }], { warehouse: n % 2 ? 'YP' : 'HK' }),
    ),
  );
  expect(all.map(({ status }) => status).sort()).toEqual([200, ...Array(15).fill(422)]);
  for (const { status, body } of all)
    if (status !== 200) expect(body.issues[0].words.en).toMatch(/^Line 1: 0 left of 5/);
  expect(await leftOf(house, id)).toEqual([{ exported: 5, back: 0, onTheWay: 5, left: 0 }]);
});

test('sixteen drafts of the last one are submitted at once: one goes, fifteen stay and say why', async () => {
  const house = await aHouse();
  const { id } = await entered(house, 'SO-1', [{ quantity: 1 }]);
  const drafts: string[] = [];
  for (let n = 0; n < 16; n++)
    drafts.push((await ok(returned(house, [{ salesOrder: 'SO-1' }], { submit: false }))).code);
  expect(await leftOf(house, id)).toEqual([{ exported: 1, back: 0, onTheWay: 0, left: 1 }]);
  const all = await Promise.all(drafts.map((code) => house.order('whale', code, 'submit')));
  expect(all.map(({ status }) => status).sort()).toEqual([200, ...Array(15).fill(409)]);
  const lost = all.findIndex(({ status }) => status === 409);
  const said = await refused(
    house.order('whale', drafts[lost] ?? '', 'submit'),
    'it asks for no more than was exported',
  );
  expect(said.why.en).toContain('0 left of 1');
  expect(await leftOf(house, id)).toEqual([{ exported: 1, back: 0, onTheWay: 1, left: 0 }]);
});

test('what is called off, turned away or given up may be returned after all; what came may not', async () => {
  const house = await aHouse();
  const { id } = await entered(house, 'SO-1');
  const takes = async (more: object = {}) =>
    ok(returned(house, [{ salesOrder: 'SO-1', quantity: 5, ...more }]));
  const nothing = { exported: 5, back: 0, onTheWay: 0, left: 5 };
  const called = await takes();
  await ok(house.order('whale', called.code, 'cancel'));
  expect(await leftOf(house, id)).toEqual([nothing]);

  // One that a person looks at takes its quantity from the moment it is submitted.
  await citation(house, 'should');
  const mixed = [{ salesOrder: 'SO-1', quantity: 5 }, { sku: 'SHIRT' }];
  const looked = await ok(returned(house, mixed));
  expect(looked.state.id).toBe('submitted');
  expect(await leftOf(house, id)).toEqual([{ exported: 5, back: 0, onTheWay: 5, left: 0 }]);
  await ok(house.order('wang', looked.code, 'reject', { note: '不收' }));
  expect(await leftOf(house, id)).toEqual([nothing]);

  const came = await takes();
  const [lot] = came.items;
  await ok(house.item('liu', lot.code, 'receive', { location: 'R-01', quantity: 3 }));
  expect(await leftOf(house, id)).toEqual([{ exported: 5, back: 3, onTheWay: 2, left: 0 }]);
  const { rows } = await ok(house.call('wang', `GET /api/v1/items?order=${came.code}&state=announced`));
  await ok(house.item('liu', rows[0].code, 'reportMissing'));
  expect(await leftOf(house, id)).toEqual([{ exported: 5, back: 3, onTheWay: 2, left: 0 }]);
  await ok(house.item('wang', rows[0].code, 'giveUp'));
  expect(await leftOf(house, id)).toEqual([{ exported: 5, back: 3, onTheWay: 0, left: 2 }]);
  await ok(house.item('liu', lot.code, 'undoReceive'));
  expect(await leftOf(house, id)).toEqual([{ exported: 5, back: 0, onTheWay: 3, left: 2 }]);
});

test('a return is begun from the serial of a thing alone', async () => {
  const house = await aHouse();
  const phones = ['490154203237518', '356938035643809'].map((serial) => ({
    sku: 'PHONE',
    quantity: 1,
    serial,
  }));
  const order = await entered(house, 'SO-7', phones);
  const back = await ok(returned(house, [{ sku: 'PHONE', serial: '356938035643809' }]));
  expect(back.lines[0]).toMatchObject({ salesOrder: 'SO-7', cites: { id: order.id, line: 2 } });
  // The order's number with the serial of no phone of it finds none: another phone is not silently the same.
  await citation(house, 'must');
  const other = await returned(house, [{ sku: 'PHONE', salesOrder: 'SO-7', serial: '490154203237526' }]);
  expect(other.status).toBe(422);
  expect(other.body.issues[0].words.en).toContain(
    'this serial is not among those of PHONE in exported order SO-7',
  );
});

test('the contract says what becomes of a line that cites nothing: refused, looked at, or let through', async () => {
  const house = await aHouse();
  await entered(house, 'SO-1');
  const free = [{ sku: 'SHIRT', quantity: 10_000 }];
  expect((await ok(returned(house, free))).state.id).toBe('approved');
  await citation(house, 'should');
  const looked = await ok(returned(house, free));
  expect(looked).toMatchObject({ state: { id: 'submitted' }, reviewFor: ['X15'], lines: [{ cites: null }] });
  expect(await ok(house.call('wang', `GET /api/v1/return-orders/${looked.code}`))).toMatchObject({
    reviewFor: ['X15'],
  });
  expect((await ok(returned(house, [{ salesOrder: 'SO-1' }]))).state.id).toBe('approved');
  await citation(house, 'must');
  const turnedAway = await returned(house, [
    { salesOrder: 'SO-1' },
    { salesOrder: 'SO-9' },
    { sku: 'SHIRT' },
  ]);
  expect(turnedAway.status).toBe(422);
  const said = turnedAway.body.issues.map(({ path, words }: { path: string[]; words: { en: string } }) => [
    path.join('.'),
    words.en,
  ]);
  expect(said).toMatchObject([
    [
      'lines.1.salesOrder',
      expect.stringContaining('there is no exported order SO-9. Enter that order first'),
    ],
    ['lines.2.salesOrder', expect.stringContaining('Give the order number')],
  ]);
});

test('another exporter, and every vendor, finds nothing of it; nobody cites what is another’s', async () => {
  const house = await aHouse();
  const { id } = await entered(house, 'SO-1', [{ sku: 'SHIRT' }]);
  expect((await house.call('kite', `GET /api/v1/exported-orders/${id}`)).status).toBe(404);
  expect((await ok(house.call('kite', 'GET /api/v1/exported-orders'))).total).toBe(0);
  expect((await house.call('spark', 'GET /api/v1/exported-orders')).status).toBe(403);
  const theirs = await ok(returned(house, [{ sku: 'SHIRT', salesOrder: 'SO-1' }], {}, 'kite'));
  expect(theirs.lines[0]).toMatchObject({ cites: null, salesOrder: 'SO-1', exportDocument: null });
  expect(await leftOf(house, id)).toEqual([{ exported: 5, back: 0, onTheWay: 0, left: 5 }]);
  const mine = await ok(
    house.call('kite', 'POST /api/v1/exported-orders', exportedOrder('SO-1', [{ sku: 'SHIRT' }])),
  );
  expect(mine.id).not.toBe(id);
  expect((await ok(house.call('wang', 'GET /api/v1/exported-orders?search=SO-1'))).total).toBe(2);
  expect((await house.call('whale', `GET /api/v1/exported-orders/${newScan()}`)).status).toBe(404);
});

test('the office sees what all exporters exported, with what came back, and takes it along as a spreadsheet', async () => {
  const house = await aHouse();
  await entered(house, 'SO-1');
  await entered(house, 'SO-K', [{ sku: 'SHIRT' }], {}, 'kite');
  await ok(returned(house, [{ salesOrder: 'SO-1', quantity: 2 }]));
  const { rows } = await ok(house.call('liu', 'GET /api/v1/exported-orders?sort=number'));
  expect(
    rows.map((row: Record<string, unknown>) => [row.number, row.exporterCode, row.onTheWay, row.left]),
  ).toEqual([
    ['SO-1', 'whale', 2, 3],
    ['SO-K', 'kite', 0, 5],
  ]);
  const sheet = await workbook(house, 'liu', 'exported-orders.xlsx?language=en&sort=number');
  const counted = ['Order number', 'Exported', 'Came back', 'On the way back', 'Left'];
  expect(sheet.rows.map((row) => counted.map((name) => row[name]?.v))).toEqual([
    ['SO-1', 5, 0, 2, 3],
    ['SO-K', 5, 0, 0, 5],
  ]);
  const own = await workbook(house, 'whale', 'exported-orders.xlsx?language=en');
  expect(own.rows.map((row) => row['Order number']?.v)).toEqual(['SO-1']);
  // Who repairs for others sees none of it.
  expect((await house.call('spark', 'GET /api/v1/exported-orders')).status).toBe(403);
});
