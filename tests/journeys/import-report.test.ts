import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { returnLines, returnOrders } from '../../db/schema/goods.ts';
import { importParts, imports } from '../../db/schema/imports.ts';
import { backgroundTasks, taskParts } from '../../db/schema/jobs.ts';
import { codes } from '../../db/schema/master-data.ts';
import { carryOn, finishTasks } from '../../server/jobs/background-tasks.ts';
import { onlyOn } from '../only-on.ts';
import { aHouse, type House, newScan } from '../world.ts';
import { accepted, imported, progressOf as progress } from './importing.ts';
import { theHouse } from './repairs.ts';
import { announced, type Body, ok, shippedOut, sound, stored } from './road.ts';

const importing = (house: House, rows: readonly string[], scanId = newScan()) =>
  imported(house, rows.join('\n'), { scanId });
const checking = (house: House, rows: readonly string[], scanId = newScan()) =>
  imported(house, rows.join('\n'), { scanId, check: 'only' });
const few = '单号,SKU,数量,序列号,原因,放行日期';
const where = ({ faults }: Body) => faults.map(({ row, column, value }: Body) => [row, column, value]);

test('every column of a spreadsheet comes out again in the return order that becomes of it', async () => {
  const house = await aHouse();
  const head = { reference: 'PO-1', country: 'TH', platform: 'Shopee', carrier: 'J&T' };
  const line = {
    ...{ quantity: 1, serial: 'SN-0001', reason: 'R03', reasonText: '左耳无声', wish: 'RTO' },
    ...{ exportDocument: '46412026E000000001', exportMode: '9810' },
    ...{ exportDate: '2026-09-01', releaseDate: '2026-09-02' },
  };
  const cells = {
    ...head,
    waybill: 'jt0001112223334',
    sku: 'EARBUDS',
    ...line,
    serial: 'sn-0001',
    exportLine: 7,
  };
  const names = {
    ...{ reference: '您的单号', sku: '商品编码', quantity: '数量', serial: '序列号', reason: '退货原因' },
    ...{ reasonText: '原因说明', wish: '期望去向', country: '国家', platform: '平台', carrier: '承运商' },
    ...{
      waybill: '退货运单号',
      exportDocument: '出口单证号',
      exportLine: '出口项号',
      exportMode: '监管方式',
    },
    ...{ exportDate: '出口日期', releaseDate: '放行日期' },
  };
  const keys = Object.keys(names) as (keyof typeof names)[];
  const rows = [keys.map((key) => names[key]).join(','), keys.map((key) => cells[key]).join(',')];
  const { orders, ...report } = await ok(importing(house, rows));
  expect(report).toEqual({ encoding: 'utf-8', lines: 1, faults: [], remarks: [] });
  const [{ code }] = orders;
  expect(orders).toEqual([{ code, reference: 'PO-1', lines: 1, state: 'approved' }]);
  const order = await ok(house.call('whale', `GET /api/v1/return-orders/${code}`));
  expect(order).toMatchObject({ ...head, waybill: 'JT0001112223334', lines: [{ ...line, sku: 'EARBUDS' }] });
  expect(await theHouse(house).find(returnLines)).toMatchObject([{ exportLine: 7, ...line }]);
  expect(await theHouse(house).find(returnOrders)).toMatchObject([{ createdBy: 'whale', warehouseId: 'hk' }]);
});

test('a check alone stores nothing, and says what an import would say', async () => {
  const house = await aHouse();
  const scanId = newScan();
  const rows = [`${few},颜色`, 'PO-1,SHIRT,1,,R01,,红', 'PO-1,X-1,2,,R01,,红'];
  const { accepted, pending: _p, failing: _f, ...checked } = await ok(checking(house, rows, scanId));
  expect([accepted, checked]).toMatchObject([null, { encoding: 'utf-8', lines: 2, faults: [] }]);
  expect(checked.remarks.map(({ column }: Body) => column)).toEqual(['颜色']);
  expect(await theHouse(house).count(returnOrders)).toBe(0);
  expect((await progress(house, scanId)).body).toMatchObject({ status: 404, code: 'not_found' });
  const stored = await ok(importing(house, rows, scanId));
  const { encoding, lines, faults, remarks } = checked;
  const told = { encoding, lines, faults, remarks };
  expect(stored).toEqual({ ...told, orders: [{ ...stored.orders[0], reference: 'PO-1', lines: 2 }] });
  // And one who only checks again is not told that it was stored.
  const again = await ok(checking(house, rows, scanId));
  expect([again.accepted, where(again)]).toEqual([null, [[2, 'reference', 'PO-1']]]);
});

test('all faults come at once in the order of their rows, at most a thousand', async () => {
  const house = await aHouse();
  const mixed = [
    'PO-1,SHIRT,1,,R77,',
    'PO-2,SHIRT,x,,R01,',
    'PO-3,SHIRT,1,,R78,',
    'PO-4,SHIRT,1,,R01,2027-01-01',
  ];
  const report = await ok(importing(house, [few, ...mixed]));
  expect(where(report)).toEqual([
    [2, 'reason', 'R77'],
    [3, 'quantity', 'x'],
    [4, 'reason', 'R78'],
    [5, 'releaseDate', '2027-01-01'],
  ]);
  const many = Array.from({ length: 1_002 }, (_, i) => `PO-${i},SHIRT,1,,R77,`);
  const { faults } = await ok(importing(house, [few, ...many]));
  // The first says that there are more.
  expect([faults.length, faults[0].row, faults[1].row, faults.at(-1).row]).toEqual([1_000, 0, 2, 1_000]);
});

test('an order of more lines than one return may have is a fault of its first line too many', async () => {
  const house = await aHouse();
  const rows = Array.from({ length: 2_001 }, () => 'PO-1,SHIRT,1,,R01,');
  expect(where(await ok(checking(house, [few, ...rows])))).toEqual([[2_002, 'reference', 'PO-1']]);
  expect(where(await ok(checking(house, [few, ...rows.slice(1)])))).toEqual([]);
});

test('the day of a check is that of China', async () => {
  const house = await aHouse();
  const rows = [few, 'PO-1,SHIRT,1,,R01,2026-11-24'];
  house.clock.now = new Date('2026-11-23T15:59:59Z');
  expect(where(await ok(importing(house, rows)))).toEqual([[2, 'releaseDate', '2026-11-24']]);
  house.clock.now = new Date('2026-11-23T16:00:00Z');
  expect((await ok(importing(house, rows))).orders).toHaveLength(1);
});

test('a number or a serial in use is a fault of its row; what left before may come again', async () => {
  const house = await aHouse();
  const phone = { ...sound, battery: 'good', wiped: true };
  const code = await stored(house, 'RTS', phone, 'PHONE', { serial: 'SN-0007' });
  const taken = await announced(house, 'whale', [{ sku: 'PHONE', serial: 'SN-0008' }], { reference: 'PO-1' });
  // What Kite has is none of Whale's business.
  await announced(house, 'kite', [{ sku: 'X-1', serial: 'SN-0009' }], { reference: 'PO-3' });
  const rows = [
    ...['PO-1,SHIRT,1,,R01,', 'PO-2,SHIRT,1,,R01,', 'PO-2,PHONE,1,sn-0007,R01,', 'PO-2,PHONE,1,SN-0008,R01,'],
    ...['PO-3,PHONE,1,SN-0009,R01,', 'PO-4,PHONE,1,SN-0009,R01,', 'PO-4,X-1,1,SN-0009,R01,'],
  ];
  // One number of two products is two articles.
  const report = await ok(importing(house, [few, ...rows]));
  expect(where(report)).toEqual([
    [2, 'reference', 'PO-1'],
    [4, 'serial', 'sn-0007'],
    [5, 'serial', 'SN-0008'],
    [7, 'serial', 'SN-0009'],
  ]);
  const said = report.faults.map(({ words }: Body) => words.zh);
  expect(said[0]).toBe(`单号 PO-1 已用于退货单 ${taken.code}，请换一个单号。`);
  expect(said[1]).toBe(`第 2 行：序列号 SN-0007 已在系统中（${code}，在库），不能再次退回。请核对序列号。`);
  expect(said[3]).toBe('序列号 SN-0009 已在单号 PO-3 中出现。请核对，重复的只留一行。');
  await ok(house.shipment('sun', await shippedOut(house, 'resale', [code]), 'deliver'));
  const again = await ok(importing(house, [few, 'PO-5,PHONE,1,SN-0007,R23,2026-09-09']));
  const back = await ok(house.call('whale', `GET /api/v1/return-orders/${again.orders[0].code}`));
  // Under its old licence plate, with the reason and the papers of this time.
  expect(back.items).toMatchObject([{ code, line: 1, serial: 'SN-0007', arrival: 'expected' }]);
  const item = await ok(house.call('wang', `GET /api/v1/items/${code}`));
  expect(item).toMatchObject({
    reason: 'R23',
    wish: null,
    customs: { releaseDate: '2026-09-09', mode: 'unknown' },
  });
  expect(item).toMatchObject({ order: { reference: 'PO-5' }, customs: { document: null, line: null } });
  expect(item.customs.supervision.until).toBe('2027-09-08');
});

test('a warehouse that is not there, and an import that nobody or another made, are not found', async () => {
  const house = await aHouse();
  const scanId = newScan();
  const asked = house.call('whale', `POST /api/v1/return-orders/imports?scanId=${scanId}&warehouse=XX`, few);
  expect((await asked).body).toMatchObject({ status: 404, code: 'not_found' });
  await ok(importing(house, [few, 'PO-1,SHIRT,1,,R01,'], scanId));
  expect((await progress(house, scanId)).status).toBe(200);
  const { status, body } = await progress(house, scanId, 'kite');
  expect([status, body.words.zh]).toEqual([404, `这里没有表格导入 ${scanId}。请核对标签或编号，再试一次。`]);
});

test('the template can be fetched, and its example passes the check as it is', async () => {
  const house = await aHouse();
  const { text, headers } = await house.call('whale', 'GET /api/v1/return-orders/template.csv');
  expect(headers['content-type']).toBe('text/csv; charset=utf-8');
  expect(headers['content-disposition']).toContain('template.csv');
  const checked = await ok(checking(house, [text]));
  expect(checked).toMatchObject({ accepted: null, encoding: 'utf-8', lines: 1, faults: [], remarks: [] });
});

test('how far an import has come is told from when it is accepted', async () => {
  const house = await aHouse();
  const { scanId } = await accepted(house, [few, 'PO-1,SHIRT,1,,R01,', 'PO-2,SHIRT,1,,R01,'].join('\n'));
  expect((await progress(house, scanId)).body).toEqual({
    ...{ orders: 2, done: 0, pending: 2, failing: false, finishedAt: null, report: null },
  });
  house.later(1);
  expect(await finishTasks(house.deps)).toBe(1);
  const finishedAt = house.clock.now.toISOString();
  expect((await progress(house, scanId)).body).toMatchObject({
    ...{ pending: 0, failing: false },
    ...{ orders: 2, done: 2, finishedAt, report: { encoding: 'utf-8', lines: 2, faults: [], remarks: [] } },
  });
  // Nothing of the spreadsheet is kept but its report.
  expect(await theHouse(house).find(imports)).toMatchObject([{ lines: 2, orders: 2 }]);
  for (const table of [backgroundTasks, taskParts]) expect(await theHouse(house).count(table)).toBe(0);
});

test('a return order that was still being stored stands in the report as what it has become', async () => {
  const house = await aHouse();
  const rows = Array.from({ length: 300 }, () => 'PO-1,SHIRT,1,,R01,');
  const { scanId, left } = await accepted(house, [few, ...rows].join('\n'));
  house.later(1);
  expect(await carryOn(house.deps, left)).toBe(true);
  const reported = async () => (await progress(house, scanId)).body.report.orders[0].state;
  expect(await reported()).toBe('draft');
  await finishTasks(house.deps);
  expect(await reported()).toBe('approved');
});

onlyOn('sqlite', 'where others write too, a piece is one return order')(
  'a piece of an import is as many return orders as four lines are, or one',
  async () => {
    const house = await aHouse();
    const sizes = [1, 1, 2, 1, 5, 3, 2, 1, 1];
    const rows = sizes.flatMap((size, n) => Array.from({ length: size }, () => `PO-${n},SHIRT,1,,R01,`));
    const { orders } = await ok(importing(house, [few, ...rows]));
    expect(orders.map(({ lines }: Body) => lines)).toEqual(sizes);
    const parts = (await theHouse(house).find(importParts)).sort((a, b) => a.upTo - b.upTo);
    expect(parts.map(({ orders }) => orders.length)).toEqual([3, 1, 1, 1, 3]);
    expect(parts.map(({ upTo }) => upTo)).toEqual([3, 4, 5, 6, 9]);
    expect(parts.map(({ askedBy }) => askedBy)).toEqual(Array(5).fill('whale'));
  },
);

test('a code that is given up after the check keeps out the rows that have it, and they are named', async () => {
  const house = await aHouse();
  const rows = ['PO-1,SHIRT,1,,R01,', 'PO-2,SHIRT,1,,R01,', 'PO-2,SHIRT,1,,R22,', 'PO-3,SHIRT,1,,R01,'];
  const { scanId } = await accepted(house, [few, ...rows].join('\n'));
  await theHouse(house).atomically(async (tx) => {
    const recall = await tx.first(codes, eq(codes.id, 'reason:R22'));
    if (recall) await tx.change(codes, recall, { active: false });
  });
  expect(await finishTasks(house.deps)).toBe(1);
  const report = await ok(importing(house, [few, ...rows], scanId));
  expect(report.orders.map(({ reference }: Body) => reference)).toEqual(['PO-1', 'PO-3']);
  expect(where(report)).toEqual([[4, 'reason', 'R22']]);
  expect(report.faults[0].words.zh).toMatch(
    /^第 2 行：没有这个退货原因代码 R22。检查之后情况有变，这张退货单没有导入/,
  );
});
