import { deflateRawSync } from 'node:zlib';
import * as xlsx from '@e965/xlsx';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { readSheet } from '../../server/returns/import-sheet.ts';
import type { Answers } from '../../server/spreadsheets/read-table.ts';

const words = {
  reason: [
    { value: 'R01', words: { zh: '质量问题', en: 'Defective' } },
    { value: 'R05', words: { zh: '发错货', en: 'Wrong item' } },
    { value: 'R99', words: { zh: '其他', en: 'Other' } },
  ],
  wish: [
    { value: 'RTS', words: { zh: '复售', en: 'Back to stock' } },
    { value: 'REP', words: { zh: '维修', en: 'Repair' } },
  ],
};
const head = [
  '单号',
  'SKU',
  '数量',
  '退货原因',
  '期望处置',
  '国家',
  '退货运单号',
  '出口单证号',
  '出口日期',
  '监管方式',
];
const whole = [
  'A-1',
  'SHIRT',
  1,
  '质量问题',
  '维修',
  '泰国',
  'JT0001112223334',
  '46412026E000000001',
  '',
  '9610',
];
type Cell = string | number | Date | null;
type Put = (sheet: xlsx.WorkSheet, book: xlsx.WorkBook) => void;
const bookOf = (rows: readonly (readonly Cell[])[], put: Put = () => {}) => {
  const sheet = xlsx.utils.aoa_to_sheet(rows as Cell[][], { UTC: true });
  const book = xlsx.utils.book_new(sheet, '退货');
  put(sheet, book);
  return book;
};
const saved = (book: xlsx.WorkBook, bookType: xlsx.BookType = 'xlsx'): Buffer =>
  Buffer.from(xlsx.write(book, { type: 'buffer', bookType }));
const read = (file: Uint8Array, answers: Answers = {}) => readSheet(file, words, answers);
const line = { sku: 'SHIRT', quantity: 1, reason: 'R01', wish: 'REP', exportMode: '9610' };

describe('a file as its program saved it', () => {
  test.each(['xlsx', 'biff8', 'xlml', 'ods', 'fods'] as const)('%s', async (type) => {
    const dated = [...whole];
    const rows = [head, dated.with(8, new Date(Date.UTC(2026, 7, 20)) as never)];
    const sheet = await read(saved(bookOf(rows), type));
    expect(sheet.faults).toEqual([]);
    expect(sheet.groups).toMatchObject([
      {
        head: { reference: 'A-1', country: 'TH', waybill: 'JT0001112223334' },
        rows: [2],
        lines: [{ ...line, exportDate: '2026-08-20', exportDocument: '46412026E000000001' }],
      },
    ]);
    expect(sheet.headings.exportDate).toEqual({ letter: 'I', name: '出口日期' });
  });

  test.each([
    ['UTF-8', (text: string) => Buffer.from(text)],
    ['GBK', (text: string) => iconv.encode(text, 'gbk')],
  ])('a table of HTML in %s that is named .xls', async (_, encoded) => {
    const cells = (row: readonly Cell[]) => row.map((cell) => `<td>${cell ?? ''}</td>`).join('');
    const html = `<html><body><table><tr>${cells(head)}</tr><tr>${cells(whole)}</tr></table></body></html>`;
    const sheet = await read(encoded(html));
    expect(sheet.faults).toEqual([]);
    expect(sheet.groups[0]?.lines).toMatchObject([line]);
  });

  test('tabs in UTF-16, as Excel saves Unicode text', async () => {
    const text = `\ufeff${[head, whole].map((row) => row.join('\t')).join('\r\n')}`;
    const sheet = await read(iconv.encode(text, 'utf-16le', { addBOM: true }));
    expect([sheet.encoding, sheet.faults]).toEqual(['utf-16le', []]);
  });

  test('Big5, with headers in traditional Chinese', async () => {
    const text = '單號,商品編碼,數量,原因說明\r\nA-1,SHIRT,2,螢幕無法開啟\r\n';
    const sheet = await read(iconv.encode(text, 'big5'));
    expect(sheet.encoding).toBe('big5');
    expect(sheet.groups[0]?.lines).toMatchObject([{ sku: 'SHIRT', quantity: 2, reasonText: '螢幕無法開啟' }]);
  });

  test('a title above, totals below, empty rows, merged heads of an order and an order’s head in its last row', async () => {
    const rows: Cell[][] = [
      ['九月退货清单'],
      [],
      ['单号', 'SKU', '数量', '国家'],
      ['A-1', 'SHIRT', 1, null],
      [null, 'X-1', 2, '马来西亚'],
      [],
      ['B-1', 'SHIRT', 3, null],
      ['合计', null, 6, null],
    ];
    const merge: Put = (sheet) => {
      sheet['!merges'] = [{ s: { r: 3, c: 0 }, e: { r: 4, c: 0 } }];
    };
    const sheet = await read(saved(bookOf(rows, merge)));
    expect(sheet.faults).toEqual([]);
    expect(sheet.groups).toMatchObject([
      { head: { reference: 'A-1', country: 'MY' }, rows: [4, 5] },
      { head: { reference: 'B-1' }, rows: [7] },
    ]);
    expect(sheet.remarks).toMatchObject([{ row: 8, words: { zh: '这是合计行，已跳过。' } }]);
  });

  test('of several sheets the one that names our columns; where two do, somebody is asked', async () => {
    const put =
      (name: string, rows: Cell[][]): Put =>
      (_, book) =>
        xlsx.utils.book_append_sheet(book, xlsx.utils.aoa_to_sheet(rows), name);
    const notes = saved(bookOf([head, whole], put('说明', [['请勿修改']])));
    expect((await read(notes)).groups).toHaveLength(1);
    const two = saved(bookOf([head, whole], put('十月', [head, whole.with(0, 'C-9') as Cell[]])));
    const asked = await read(two);
    expect([asked.groups, asked.sheets]).toEqual([[], ['退货', '十月']]);
    expect(asked.faults).toMatchObject([{ row: 0, value: '退货、十月' }]);
    expect((await read(two, { sheet: '十月' })).groups).toMatchObject([{ head: { reference: 'C-9' } }]);
  });

  test('what was returned is meant, not what was sold, and what a shop calls its columns is known', async () => {
    const cellUnder = [
      [/sku/i, 'SHIRT'],
      [/return.*quantity|quantity.*return/i, '2'],
      [/quantity/i, '5'],
      [/reason/i, 'Wrong item'],
      [/./, 'X-1'],
    ] as const;
    const shops = [
      'Return Order ID,Order ID,Seller SKU,Order quantity,Return Quantity,Return Reason',
      'Return ID,Order ID,Seller SKU,Quantity,Returned quantity,Return reason',
      'Name,Lineitem sku,Lineitem quantity,Quantity to return,Reason,Order number',
    ];
    for (const header of shops) {
      const cells = header.split(',').map((name) => cellUnder.find(([kind]) => kind.test(name))?.[1]);
      const sheet = await read(Buffer.from(`${header}\n${cells.join(',')}\n`));
      expect(sheet.faults, header).toEqual([]);
      expect(sheet.groups[0]?.lines, header).toMatchObject([{ quantity: 2, sku: 'SHIRT', reason: 'R05' }]);
    }
  });

  test('headers that nobody knows are read once it was said whose they are', async () => {
    const file = Buffer.from('PO,Artikel,Stück\nA-1,SHIRT,2\n');
    const asked = await read(file);
    expect(asked.written).toEqual([
      { name: 'PO', example: 'A-1' },
      { name: 'Artikel', example: 'SHIRT' },
      { name: 'Stück', example: '2' },
    ]);
    expect(asked.faults.map(({ column }) => column).sort()).toEqual(['quantity', 'reference', 'sku']);
    const columns = { reference: 'PO', sku: 'Artikel', quantity: 'Stück' };
    const told = await read(file, { columns });
    expect([told.faults, told.groups[0]?.lines]).toMatchObject([[], [{ sku: 'SHIRT', quantity: 2 }]]);
  });

  test('a bomb, a file with a password and a damaged one are refused in words', async () => {
    const bomb = saved(bookOf([head, whole]));
    const zeros = deflateRawSync(Buffer.alloc(120 * 2 ** 20));
    const refusals = [bombOf(zeros, 120 * 2 ** 20), bombOf(zeros, 1_000), bomb.subarray(0, bomb.length / 2)];
    for (const file of refusals)
      expect((await read(file)).faults).toMatchObject([
        { row: 0, words: { zh: expect.stringContaining('另存为') } },
      ]);
  });
});

/** A zip file with one part, which says of itself how large it is. */
function bombOf(part: Buffer, said: number): Buffer {
  const name = Buffer.from('xl/worksheets/sheet1.xml');
  const about = Buffer.alloc(22);
  about.writeUInt16LE(20, 0);
  about.writeUInt16LE(8, 4);
  about.writeUInt32LE(part.length, 14);
  about.writeUInt32LE(said, 18);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(20, 4);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(part.length, 18);
  local.writeUInt32LE(said, 22);
  local.writeUInt16LE(name.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(20, 6);
  central.writeUInt16LE(8, 10);
  central.writeUInt32LE(part.length, 20);
  central.writeUInt32LE(said, 24);
  central.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  const at = local.length + name.length + part.length;
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length + name.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([local, name, part, central, name, end]);
}

/** A cell of a column, and what it means; undefined: it is a fault of that cell. */
const meant: readonly (readonly [
  key: string,
  heading: string,
  cell: Cell,
  meant: string | number | undefined,
])[] = [
  ['exportDate', '出口日期', '2026/8/20', '2026-08-20'],
  ['exportDate', '出口日期', '2026年8月20日', '2026-08-20'],
  ['exportDate', '出口日期', '2026.08.20', '2026-08-20'],
  ['exportDate', '出口日期', '20260820', '2026-08-20'],
  ['exportDate', '出口日期', '2026-08-20 13:05:59', '2026-08-20'],
  ['exportDate', '出口日期', '2026-08-20T18:30:00Z', '2026-08-21'],
  ['exportDate', '出口日期', '46254', '2026-08-20'],
  ['exportDate', '出口日期', 46254.75, '2026-08-20'],
  ['exportDate', '出口日期', new Date(Date.UTC(2026, 7, 20, 13, 5)), '2026-08-20'],
  ['exportDate', '出口日期', '20 Aug 2026', '2026-08-20'],
  ['exportDate', '出口日期', '20-Aug-26', '2026-08-20'],
  ['exportDate', '出口日期', 'August 20, 2026', '2026-08-20'],
  ['exportDate', '出口日期', '20/8/2569', '2026-08-20'],
  ['exportDate', '出口日期', '20.8.2026', '2026-08-20'],
  ['exportDate', '出口日期', '8/20/2026 1:05 PM', '2026-08-20'],
  ['exportDate', '出口日期', '08/08/2026', '2026-08-08'],
  ['exportDate', '出口日期', '09/08/2026', undefined],
  ['exportDate', '出口日期', '31/02/2026', undefined],
  ['exportDate', '出口日期', '2026-13-01', undefined],
  ['exportDate', '出口日期', '上周', undefined],
  ['exportDate', '出口日期', '#####', undefined],
  ['quantity', '数量', '３', 3],
  ['quantity', '数量', '3.0', 3],
  ['quantity', '数量', 3, 3],
  ['quantity', '数量', '3件', 3],
  ['quantity', '数量', '3 pcs', 3],
  ['quantity', '数量', '1,000', 1000],
  ['quantity', '数量', '三', undefined],
  ['quantity', '数量', '1.5', undefined],
  ['quantity', '数量', '-1', undefined],
  ['quantity', '数量', '#N/A', undefined],
  ['quantity', '数量', '1E+2', undefined],
  ['reason', '退货原因', 'r05', 'R05'],
  ['reason', '退货原因', '发错货', 'R05'],
  ['reason', '退货原因', 'WRONG ITEM', 'R05'],
  ['reason', '退货原因', 'R05 发错货', 'R05'],
  ['reason', '退货原因', '发错货（R05）', 'R05'],
  ['reason', '退货原因', 'R05 质量问题', undefined],
  ['reason', '退货原因', '发错了', undefined],
  ['wish', '期望处置', '复售', 'RTS'],
  ['wish', '期望处置', 'back to stock', 'RTS'],
  ['wish', '期望处置', '扔掉', undefined],
  ['exportMode', '监管方式', '9710', '9710'],
  ['exportMode', '监管方式', '跨境电商出口海外仓', '9810'],
  ['exportMode', '监管方式', '不详', 'unknown'],
  ['exportMode', '监管方式', '1239', undefined],
  ['country', '国家', 'th', 'TH'],
  ['country', '国家', 'Thailand', 'TH'],
  ['country', '国家', '菲律宾', 'PH'],
  ['country', '国家', '菲律賓', 'PH'],
  ['country', '国家', 'Viet Nam', 'VN'],
  ['country', '国家', 'USA', 'US'],
  ['country', '国家', 'XX', undefined],
  ['country', '国家', 'Thailnd', undefined],
  ['waybill', '退货运单号', 'ＪＴ０００１１１２２２３３３４', 'JT0001112223334'],
  ['waybill', '退货运单号', 'JT000111\u200b2223334', 'JT0001112223334'],
  ['waybill', '退货运单号', '9.61E+11', undefined],
  ['waybill', '退货运单号', '9,61E+11', undefined],
  ['waybill', '退货运单号', '1234567890123450000', undefined],
  ['waybill', '退货运单号', '####', undefined],
  ['waybill', '退货运单号', '#REF!', undefined],
  ['reference', '单号', 'A–1', 'A-1'],
  ['reference', '单号', '5.78E+17', undefined],
  ['reference', '单号', '578000000000000000', undefined],
  ['reference', '单号', 578123456789012350000, undefined],
  ['sku', 'SKU', 'ＳＨＩＲＴ', 'SHIRT'],
  ['sku', 'SKU', '6.9E+12', undefined],
  ['sku', 'SKU', '#NAME?', undefined],
  ['serial', '序列号', 352099001761481, '352099001761481'],
  ['serial', '序列号', '3.52099E+14', undefined],
  ['exportDocument', '出口单证号', '464120260000000000', undefined],
];

describe('a cell', () => {
  test.each(meant)('of %s (%s) that holds %s means %s', async (key, heading, cell, means) => {
    const names = ['单号', 'SKU', '数量'];
    const cells: Cell[] = ['A-1', 'SHIRT', 1];
    const at = names.includes(heading) ? names.indexOf(heading) : names.push(heading) - 1;
    cells[at] = cell;
    const files = [saved(bookOf([names, cells]))];
    if (typeof cell === 'string') files.push(Buffer.from(`${names.join('\t')}\n${cells.join('\t')}\n`));
    for (const file of files) {
      const { groups, faults } = await read(file);
      const place = `${'ABCD'[at]}2`;
      if (means === undefined) expect(faults).toMatchObject([{ row: 2, column: key, heading, at: place }]);
      else {
        expect(faults).toEqual([]);
        expect({ ...groups[0]?.head, ...groups[0]?.lines[0] }).toMatchObject({ [key]: means });
      }
    }
  });

  test('that can be read two ways is read as the others of its column show, or as somebody says', async () => {
    const file = (...dates: string[]) =>
      Buffer.from(['单号,SKU,数量,出口日期', ...dates.map((date, i) => `A-${i},SHIRT,1,${date}`)].join('\n'));
    const datesOf = async (bytes: Buffer, answers: Answers = {}) =>
      (await read(bytes, answers)).groups.map(({ lines }) => lines[0]?.exportDate);
    expect(await datesOf(file('09/08/2026', '20/08/2026'))).toEqual(['2026-08-09', '2026-08-20']);
    expect(await datesOf(file('09/08/2026', '08/20/2026'))).toEqual(['2026-09-08', '2026-08-20']);
    const asked = await read(file('09/08/2026'));
    expect(asked.faults).toMatchObject([
      { may: 'dates', proposals: [{ value: 'dayFirst' }, { value: 'monthFirst' }] },
    ]);
    expect(await datesOf(file('09/08/2026'), { dates: { exportDate: 'dayFirst' } })).toEqual(['2026-08-09']);
    expect(await datesOf(file('09/08/2026'), { dates: { exportDate: 'monthFirst' } })).toEqual([
      '2026-09-08',
    ]);
  });

  test('that is nearly a word has what may be meant beside it, and a group of them is corrected at once', async () => {
    const file = Buffer.from('单号,SKU,数量,国家\nA-1,SHIRT,1,Thailnd\nA-2,SHIRT,1,Thailnd\n');
    const asked = await read(file);
    expect(asked.faults.map(({ proposals }) => proposals[0]?.value)).toEqual(['TH', 'TH']);
    const { faults, groups } = await read(file, {
      replace: [{ column: 'country', from: 'Thailnd', to: 'TH' }],
    });
    expect(faults).toEqual([]);
    expect(groups.map(({ head }) => head.country)).toEqual(['TH', 'TH']);
  });

  test('that ends in zeros is kept where somebody says that it is meant so', async () => {
    const file = Buffer.from('单号,SKU,数量\n578000000000000000,SHIRT,1\n');
    expect((await read(file)).faults).toMatchObject([{ may: 'keep' }]);
    expect((await read(file, { keep: ['reference'] })).faults).toEqual([]);
  });
});
