import * as xlsx from '@e965/xlsx';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { importExample } from '../../server/returns/import-columns.ts';
import { templateWorkbook } from '../../server/returns/import-template.ts';
import { decode } from '../../server/spreadsheets/encoding.ts';
import { bookOf, type Cell, head, type Put, read, saved, whole, words } from './saved-sheets.ts';

const few = ['单号', 'SKU', '数量'];

describe('an encoding', () => {
  const samples = {
    gb18030: ['买家不想要了，包装破损', '泰国', '尺码偏大', '耳机', '左耳无声、充不进电'],
    big5: ['螢幕無法開啟', '左耳沒有聲音', '尺寸太大', '泰國', '買家不想要了'],
    'windows-874': ['สินค้าชำรุด', 'ไม่ชอบสี', 'ผิดไซส์', 'ประเทศไทย', 'หูฟังไม่มีเสียง'],
    'windows-1252': ['Größe zu groß', 'défectueux à gauche', 'cambió de opinión'],
  };
  test.each(Object.entries(samples))(
    '%s under English headers is read as it was written, or asked about',
    async (encoding, all) => {
      for (const sample of all) {
        const rows = `Order ID,SKU,Qty,Remark\nA-1,SHIRT,1,${sample}\n`;
        const file = iconv.encode(rows, encoding);
        const decoded = decode(file);
        expect([sample, typeof decoded === 'string' ? decoded : decoded.encoding]).toEqual([
          sample,
          encoding,
        ]);
        const { faults } = await read(file);
        const ways = faults.flatMap(({ proposals }) => proposals.map(({ value }) => value));
        expect([[], expect.arrayContaining([encoding])]).toContainEqual(ways);
        const told = await read(file, { encoding: encoding as 'big5' });
        expect(told.groups[0]?.lines[0]?.reasonText).toBe(sample);
        expect(told.faults).toEqual([]);
      }
    },
  );

  test('that cannot be told is asked about with both readings, and nothing is stored in the wrong one', async () => {
    // Bytes that are everyday words in both: 中 in Big5 is 笢 in GBK; here both are of the frequent ones.
    const file = Buffer.concat([
      Buffer.from('Order ID,SKU,Qty,Remark\nA-1,SHIRT,1,'),
      Buffer.from([0xb5, 0xa5, 0xb8, 0xd5]),
    ]);
    const { faults } = await read(file);
    expect(faults).toMatchObject([{ code: 'unsureEncoding', may: 'encoding', row: 0 }]);
    expect(faults[0]?.proposals.map(({ value }) => value).sort()).toEqual(['big5', 'gb18030']);
  });
});

describe('a number of more than fifteen digits', () => {
  const long = '578123456789012345';
  test.each(['xlsx', 'biff8', 'xlml', 'ods', 'fods', 'html'] as const)(
    'that is text in %s keeps all of them',
    async (type) => {
      const book = bookOf([few, [long, 'SHIRT', 1]]);
      const { groups, faults } = await read(saved(book, type));
      expect([faults, groups.map(({ head }) => head.reference)]).toEqual([[], [long]]);
    },
  );

  test.each([
    ['inlineStr', `<c r="A2" t="inlineStr"><is><t>${long}</t></is></c>`],
    ['str', `<c r="A2" t="str"><f>"5781"&amp;"x"</f><v>${long}</v></c>`],
  ])('that a program wrote as %s keeps all of them', async (_, cell) => {
    const { groups, faults } = await read(withCell(saved(bookOf([few, ['x', 'SHIRT', 1]])), cell));
    expect([faults, groups.map(({ head }) => head.reference)]).toEqual([[], [long]]);
  });

  test('that is a number has lost the others, and is asked about', async () => {
    const { faults } = await read(saved(bookOf([few, [Number(long), 'SHIRT', 1]])));
    expect(faults).toMatchObject([{ at: 'A2', code: 'roundedNumber', may: 'keep' }]);
  });
});

/** A workbook with the XML of its cell A2 as another program writes it. */
function withCell(book: Buffer, cell: string): Buffer {
  const zip = xlsx.CFB.read(book, { type: 'buffer' });
  const at = zip.FullPaths.findIndex((path: string) => path.endsWith('sheet1.xml'));
  const file = zip.FileIndex[at];
  if (!file) throw new Error('No sheet.');
  const xml = Buffer.from(file.content as Uint8Array).toString();
  const patched = xml.replace(/<c r="A2"[^>]*>.*?<\/c>/, cell);
  expect(patched).not.toBe(xml);
  file.content = Buffer.from(patched);
  file.size = file.content.length;
  return Buffer.from(xlsx.CFB.write(zip, { type: 'buffer', fileType: 'zip' }) as Uint8Array);
}

describe('a workbook', () => {
  const put =
    (name: string, rows: Cell[][]): Put =>
    (_, book) =>
      xlsx.utils.book_append_sheet(book, xlsx.utils.aoa_to_sheet(rows), name);

  test('says which of its sheets were not read, and any of them can be chosen', async () => {
    const book = saved(bookOf([head, whole], put('说明', [['请勿修改'], ['谢谢']])));
    const { remarks, sheet, sheets } = await read(book);
    expect([sheet, sheets]).toEqual(['退货', ['退货', '说明']]);
    expect(remarks).toMatchObject([{ row: 0, code: 'otherSheets', value: '说明' }]);
    const other = await read(book, { sheet: '说明' });
    expect([other.sheet, other.sheets]).toEqual(['说明', ['退货', '说明']]);
  });

  test('with hidden rows and columns is asked about, and they are left out or taken', async () => {
    const hide: Put = (sheet) => {
      sheet['!rows'] = [{}, {}, { hidden: true }];
      sheet['!cols'] = [{}, {}, {}, { hidden: true }];
    };
    const rows: Cell[][] = [
      [...few, '国家'],
      ['A-1', 'SHIRT', 1, '泰国'],
      ['A-2', 'SHIRT', 1, '泰国'],
    ];
    for (const type of ['xlsx', 'xlml'] as const) {
      const book = saved(bookOf(rows, hide), type);
      const asked = await read(book);
      expect([type, asked.faults]).toMatchObject([
        type,
        [{ code: 'hiddenParts', may: 'hidden', row: 0, value: '3:3, D:D' }],
      ]);
      const heads = async (hidden: 'taken' | 'leftOut') => {
        const { groups, faults, remarks } = await read(book, { hidden });
        return [groups.map(({ head }) => `${head.reference} ${head.country ?? ''}`), faults, remarks.length];
      };
      expect(await heads('taken')).toEqual([['A-1 TH', 'A-2 TH'], [], 0]);
      expect(await heads('leftOut')).toEqual([['A-1 '], [], 1]);
    }
  });

  test.each(['xlsx', 'ods', 'biff8'] as const)(
    'that is our template, filled in and saved as %s, is read without a question',
    async (type) => {
      const { bytes } = templateWorkbook(importExample, words);
      const book = xlsx.read(bytes, { cellStyles: true });
      const sheet = book.Sheets['退货 Returns'];
      if (!sheet) throw new Error('The template has no sheet to fill in.');
      xlsx.utils.sheet_add_aoa(sheet, [['A-1', 'SHIRT', 1]], { origin: 'A2' });
      const { faults, remarks, groups } = await read(saved(book, type));
      expect([faults, remarks]).toEqual([[], []]);
      expect(groups).toMatchObject([{ head: { reference: 'A-1' } }]);
    },
  );
});
