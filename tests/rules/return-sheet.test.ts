import { describe, expect, test } from 'vitest';
import { faultsOfGroup } from '../../server/returns/import-check.ts';
import { readSheet } from '../../server/returns/import-sheet.ts';
import { templateCsv } from '../../server/returns/import-template.ts';
import { tableWords } from '../../server/words/spreadsheets.ts';

const words = {
  reason: [{ value: 'R01', words: { zh: '质量问题', en: 'Defective' } }],
  wish: [{ value: 'REP', words: { zh: '维修', en: 'Repair' } }],
};
const read = (...rows: string[]) => readSheet(Buffer.from(rows.join('\r\n')), { words });
const where = (sheet: Awaited<ReturnType<typeof readSheet>>) =>
  sheet.faults.map(({ row, column, value }) => [row, column, value]);

const unknownWord = tableWords.unknownWord.zh;

/** A cell in each column, by each name that people give it. */
const columns: readonly (readonly [key: string, names: readonly string[], cell: string])[] = [
  ['reference', ['您的单号', '订单号', '单号', 'Reference', 'Order', 'Order number'], 'PO-1'],
  ['sku', ['商品编码', 'SKU', '货号', 'Item'], 'SHIRT'],
  ['quantity', ['退货数量', '数量', 'Quantity', 'Qty'], '1'],
  ['salesOrder', ['平台订单号', '原订单号', 'Sales order'], 'SO-1'],
  ['orderLine', ['订单行', 'Order line'], '2'],
  ['serial', ['序列号', 'IMEI', 'Serial', 'SN'], 'SN-0001'],
  ['imei2', ['第二个 IMEI', '第二个IMEI', 'IMEI2', 'IMEI 2', 'Second IMEI'], '352099001761481'],
  ['reason', ['退货原因', '原因', 'Reason'], 'R01'],
  ['reasonText', ['原因说明', 'Reason text', 'Remark'], '左耳无声'],
  ['wish', ['期望去向', '期望处置', '处置', 'Wish', 'Disposition'], 'REP'],
  ['country', ['国家', 'Country'], 'TH'],
  ['platform', ['平台', 'Platform'], 'Shopee'],
  ['carrier', ['承运商', 'Carrier'], 'J&T'],
  ['waybill', ['退货运单号', '运单号', 'Waybill', 'Tracking number'], 'JT0001112223334'],
  ['exportDocument', ['出口单证号', '报关单号', '清单编号', 'Export document'], '46412026E000000001'],
  ['exportLine', ['出口项号', '项号', 'Export line'], '7'],
  ['exportMode', ['监管方式', 'Export mode', 'Supervision mode'], '9710'],
  ['exportDate', ['出口日期', 'Export date'], '2026-09-01'],
  ['releaseDate', ['放行日期', 'Release date'], '2026-09-02'],
];
const head = {
  ...{ reference: 'PO-1', country: 'TH', platform: 'Shopee', carrier: 'J&T', waybill: 'JT0001112223334' },
};
const line = {
  ...{
    sku: 'SHIRT',
    quantity: 1,
    salesOrder: 'SO-1',
    orderLine: 2,
    serial: 'SN-0001',
    imei2: '352099001761481',
    reason: 'R01',
    reasonText: '左耳无声',
    wish: 'REP',
  },
  ...{ exportDocument: '46412026E000000001', exportLine: 7, exportMode: '9710' },
  ...{ exportDate: '2026-09-01', releaseDate: '2026-09-02' },
};
const header = columns.map(([, names]) => names[0]).join(',');
const row = (change: Readonly<Record<string, string>> = {}) =>
  columns.map(([key, , cell]) => change[key] ?? cell).join(',');

describe('a spreadsheet of returns', () => {
  test('every column of it comes out again, under whichever name it has', async () => {
    for (let n = 0; n < 6; n++) {
      const names = columns.map(([, names]) => names[n % names.length]).join(',');
      const sheet = await read(names, row());
      expect(sheet, names).toMatchObject({
        ...{ encoding: 'utf-8', lines: 1, faults: [], remarks: [] },
        groups: [{ head, rows: [2], lines: [line] }],
      });
    }
  });

  test('its order of columns is its own, and an unknown one is remarked upon, not refused', async () => {
    const sheet = await read('颜色,数量,SKU,单号', '红,2,SHIRT,PO-1');
    expect(sheet.groups).toEqual([
      {
        head: { reference: 'PO-1' },
        rows: [2],
        lines: [{ sku: 'SHIRT', quantity: 2, reason: 'R99', exportMode: 'unknown' }],
      },
    ]);
    expect(sheet.faults).toEqual([]);
    expect(sheet.remarks).toMatchObject([{ column: '颜色', words: { zh: '此列不认识，将不读取。' } }]);
  });

  test('rows of one number are one return order, in the order in which they stand', async () => {
    const sheet = await read('单号,SKU,数量', 'B,SHIRT,1', 'A,X-1,2', 'B,X-1,3');
    const groups = sheet.groups.map(({ head, rows, lines }) => [
      head.reference,
      rows,
      lines.map(({ sku, quantity }) => `${quantity} ${sku}`),
    ]);
    expect(groups).toEqual([
      ['B', [2, 4], ['1 SHIRT', '3 X-1']],
      ['A', [3], ['2 X-1']],
    ]);
    expect(sheet.lines).toBe(3);
  });

  test.each([
    ['country', 'MY'],
    ['platform', 'Lazada'],
    ['carrier', 'SF'],
    ['waybill', 'JT9991112223334'],
  ])('two rows of one number that disagree about its %s are a fault of the second', async (key, other) => {
    const sheet = await read(header, row(), row({ [key]: other, serial: 'SN-0002' }));
    expect(where(sheet)).toEqual([[3, key, other]]);
    expect(sheet.faults[0]?.words.zh).toBe('单号 PO-1 的各行在这一列不一致，请改成一样');
    // What only one of them says, it says for both.
    expect(where(await read(header, row(), row({ [key]: '', serial: 'SN-0002' })))).toEqual([]);
    // And another return order may well have another.
    expect(where(await read(header, row(), row({ [key]: other, reference: 'PO-2' })))).toEqual([]);
  });

  test.each([
    ['quantity', '0', '数量应为 1–10000 的整数'],
    ['quantity', '10001', '数量应为 1–10000 的整数'],
    ['quantity', '1000000', '数量应为 1–10000 的整数'],
    ['quantity', '1.5', '数量应为 1–10000 的整数'],
    ['quantity', 'x1', '数量应为 1–10000 的整数'],
    ['quantity', '1x', '数量应为 1–10000 的整数'],
    ['quantity', '0x1', '数量应为 1–10000 的整数'],
    ['exportLine', '10000', '项号应为 1–9999 的整数'],
    ['exportLine', 'x7', '项号应为 1–9999 的整数'],
    ['exportMode', '9999', unknownWord],
    ['country', 'Narnia', unknownWord],
    ['sku', 'S'.repeat(65), '内容过长或含有不能使用的字符'],
    ['platform', 'P'.repeat(41), '内容过长或含有不能使用的字符'],
    ['reason', 'R'.repeat(9), unknownWord],
    ['wish', '烧掉它们', unknownWord],
    ['exportDate', '前天', '看不出是哪一天。请写成 2026-08-20。'],
    ['waybill', '///', '运单号应为 6–40 位字母、数字或短横线。'],
  ])('a %s of %s is told of by its row, its column and its value', async (key, cell, zh) => {
    const sheet = await read(header, row({ serial: 'SN-0009' }), row({ reference: 'PO-2', [key]: cell }));
    expect(where(sheet)).toEqual([[3, key, cell]]);
    expect(sheet.faults[0]?.words.zh).toBe(zh);
  });

  test('of a row that cannot be read whole the rest is looked at, too', async () => {
    const sheet = await read(header, row({ quantity: 'x', exportDate: '2026-02-31' }), row());
    expect(sheet.groups).toMatchObject([{ rows: [2, 3], lines: [{ sku: expect.any(String) }, {}] }]);
    expect(sheet.groups[0]?.lines[0]).not.toHaveProperty('exportDate');
    expect(where(sheet).map(([, column]) => column)).toEqual(['exportDate', 'quantity']);
  });

  test('all cells that are wrong are told of, and the numbers of an own sheet may be large', async () => {
    const sheet = await read(header, row({ quantity: 'x', exportLine: '0', reason: 'R'.repeat(9) }));
    expect(where(sheet).map(([, column]) => column)).toEqual(['reason', 'quantity', 'exportLine']);
    const large = await read(header, row({ quantity: '10000', exportLine: '9999', serial: '' }));
    expect(large.groups[0]?.lines).toMatchObject([{ quantity: 10_000, exportLine: 9_999 }]);
  });

  test('what the house does not know is told of in the row where it stands', async () => {
    const { groups } = await read(header, row(), row({ reference: 'PO-1', serial: 'SN-0002', reason: '' }));
    const codes = new Set(['reason R01', 'disposition REP']);
    const faults = groups.flatMap((group) =>
      faultsOfGroup(group, { codes, skus: new Map(), today: '2026-09-01' }),
    );
    expect(faults.map(({ row, column, value }) => [row, column, value])).toEqual([
      [2, 'releaseDate', '2026-09-02'],
      [3, 'reason', 'R99'],
      [3, 'releaseDate', '2026-09-02'],
    ]);
    expect(faults[1]?.words.zh).toBe('第 3 行：没有这个退货原因代码 R99。');
  });

  test('the template has every column, and its example can be read as it is', async () => {
    const { name, type, bytes } = templateCsv();
    expect([name, type]).toEqual(['退货导入模板 returns template.csv', 'text/csv; charset=utf-8']);
    const [names = '', example = ''] = Buffer.from(bytes).toString().replace('\ufeff', '').split('\r\n');
    expect(names).toBe(header);
    expect(example.split(',')).toHaveLength(columns.length);
    expect(example).not.toMatch(/,,|^,|,$/);
    const { groups, faults, remarks } = await readSheet(bytes, { words });
    expect([faults, remarks]).toEqual([[], []]);
    expect(groups).toHaveLength(1);
    expect(Object.keys({ ...groups[0]?.head, ...groups[0]?.lines[0] }).sort()).toEqual(
      columns.map(([key]) => key).sort(),
    );
  });
});
