import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { readExportSheet } from '../../server/exported-orders/read-sheet.ts';
import { readSheet } from '../../server/returns/import-sheet.ts';
import { decode } from '../../server/spreadsheets/encoding.ts';
import { words } from './saved-sheets.ts';

const text = (...rows: string[]) => Buffer.from(rows.join('\n'));
const today = '2026-11-29';
const read = (file: Buffer) => readSheet(file, { words, today });
const dated = (...dates: string[]) =>
  text('单号,SKU,数量,出口日期', ...dates.map((date, i) => `A-${i},SHIRT,1,"${date}"`));
const datesOf = async (file: Buffer) =>
  (await read(file)).groups.flatMap(({ lines }) => lines.map(({ exportDate }) => exportDate));

describe('a date of another calendar or tongue', () => {
  test.each([
    '民國115年8月20日',
    '民国115/8/20',
    '中華民國 115 年 8 月 20 日',
    '115/8/20',
    '115年8月20日',
    '115.08.20',
    '1150820',
    '20 ส.ค. 2569',
    '20 ส.ค. 69',
    '20 สิงหาคม 2569',
    '20 สิงหาคม พ.ศ. 2569',
    'วันที่ 20 สิงหาคม 2569',
    '๒๐ ส.ค. ๒๕๖๙',
    '20 ส.ค. 2569 10:30 น.',
    '20/08/2569',
    'Ngày 20 tháng 8 năm 2026',
    '20 Agustus 2026',
    '20 Ogos 2026',
    '20-Agu-2026',
  ])('%s is 2026-08-20', async (cell) => {
    expect((await read(dated(cell))).faults.map(({ code, value }) => `${code} ${value}`)).toEqual([]);
    expect(await datesOf(dated(cell))).toEqual(['2026-08-20']);
  });

  test.each([
    ['ม.ค.', '01'],
    ['กุมภาพันธ์', '02'],
    ['มีนาคม', '03'],
    ['มี.ค.', '03'],
    ['เม.ย.', '04'],
    ['พฤษภาคม', '05'],
    ['พ.ค.', '05'],
    ['มิ.ย.', '06'],
    ['กรกฎาคม', '07'],
    ['ก.ย.', '09'],
    ['ต.ค.', '10'],
    ['พฤศจิกายน', '11'],
    ['พ.ย.', '11'],
    ['ธันวาคม', '12'],
    ['Mei', '05'],
    ['Oktober', '10'],
    ['Desember', '12'],
    ['Disember', '12'],
  ])('the month %s is the %sth', async (month, number) => {
    expect(await datesOf(dated(`3 ${month} 2569`))).toEqual([`2026-${number}-03`]);
  });

  test.each(['民國115年13月20日', '20 กขค 2569', '115/8/32', '20 Foo 2026', '1151320'])(
    '%s is none, and what to do is said',
    async (cell) => {
      const { faults } = await read(dated(cell));
      expect(faults).toMatchObject([{ code: 'noDate', at: 'D2' }]);
    },
  );
});

describe('days that a program may have exchanged', () => {
  const asked = async (...dates: string[]) =>
    (await read(dated(...dates))).faults.map(({ code, at }) => `${code} ${at}`);
  test('are asked about where a text shows it', async () => {
    expect(await asked('2026-08-09', '2026-07-08', '20/08/2026')).toEqual([
      'halfConverted D2',
      'halfConverted D3',
    ]);
  });
  test('are not where the only other one is still to come: that alone is wrong', async () => {
    expect(await asked('2026-08-09', '2026-07-08', '25/12/2026')).toEqual([]);
  });
  test('are not where one of them would be still to come', async () => {
    expect(await asked('2026-08-09', '2026-02-12', '20/08/2026')).toEqual([]);
  });
});

describe('UTF-16 without a mark', () => {
  const rows = ['单号\tSKU\t数量\t退货原因', 'A-1\tSHIRT\t1\t一件坏了', '一二三\tSHIRT\t2\t'].join('\r\n');
  test.each(['utf-16le', 'utf-16be'] as const)('is read as %s', async (encoding) => {
    const file = iconv.encode(rows, encoding, { addBOM: false });
    expect(decode(file)).toMatchObject({ encoding, text: rows });
  });
  test('is not seen in what is no text', () => {
    const image = Buffer.from('89504e470d0a1a0a0000000d49484452000000640000006408', 'hex');
    expect(decode(image)).toBe('not text');
    expect(decode(Buffer.from([0, 1, 0, 2, 0, 3, 0, 4]))).toBe('not text');
  });
});

test.each(['=1+1', '=A2&"x"', '＝SUM(A1)', ' =VLOOKUP(A2;B:C;2)'])(
  'the text of a formula (%s) is no number, and no word',
  async (cell) => {
    const quoted = `"${cell.replaceAll('"', '""')}"`;
    const file = text(
      '单号,SKU,数量,序列号,平台,原因说明',
      `${quoted},SHIRT,1,${quoted},${quoted},${quoted}`,
    );
    const { faults } = await read(file);
    expect(faults.map(({ code, at }) => `${code} ${at}`)).toEqual([
      'formulaAsText A2',
      'formulaAsText D2',
      'formulaAsText E2',
    ]);
    expect(faults[0]?.words.en).toContain('=');
  },
);

test('a number that is guarded by ="…" is one', async () => {
  const { groups, faults } = await read(text('单号,SKU,数量,序列号', '"=""A-1""",SHIRT,1,"=""00123456"""'));
  expect([faults, groups[0]?.head.reference, groups[0]?.lines[0]?.serial]).toEqual([[], 'A-1', '00123456']);
});

const tiktok = [
  'Order ID,Order Status,SKU ID,Seller SKU,Quantity,Sku Quantity of return,Tracking ID,Country,Created Time',
  '"Platform unique order ID.",Current order status.,"Platform unique SKU ID.","Seller sku input by the seller in the product system.","SKU sold quantity in the order.",The quantity of returned SKU.,"The tracking number of this order. It starts with 2 letters.",Country of the receiver.,Order created time.',
];
test('the row in which TikTok Shop explains its columns is left out of orders as of returns', async () => {
  const row = '576612345678901234,Shipped,1729384756102938,EARBUDS,2,1,TT0001234567,Thailand,20/08/2026';
  const orders = await readExportSheet(text(...tiktok, row), { today });
  expect([orders.faults, orders.orders.map(({ rows }) => rows)]).toEqual([[], [[3]]]);
  expect(orders.remarks).toContainEqual(expect.objectContaining({ code: 'descriptionRow', row: 2 }));
  const returns = await read(text(...tiktok, row));
  expect([returns.faults, returns.groups.map(({ rows }) => rows)]).toEqual([[], [[3]]]);
});

test('rows of a shop of which nothing comes back are left out, and told', async () => {
  const file = text(
    'Return ID,Order ID,SKU Reference No.,Quantity,Returned quantity',
    '1,SO-1,SHIRT,3,0',
    '2,SO-2,SHIRT,3,2',
    '3,SO-3,EARBUDS,1,0.0',
  );
  const { faults, groups, remarks } = await read(file);
  expect([faults, groups.map(({ rows }) => rows)]).toEqual([[], [[3]]]);
  expect(remarks.filter(({ code }) => code === 'nothingBack').map(({ row }) => row)).toEqual([2, 4]);
  // Whoever writes a plain quantity of 0 themselves has made a mistake.
  expect((await read(text('单号,SKU,数量', 'A-1,SHIRT,0'))).faults).toMatchObject([{ at: 'C2' }]);
});
