import { deflateRawSync } from 'node:zlib';
import * as xlsx from '@e965/xlsx';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { tableWords } from '../../server/words/spreadsheets.ts';
import { bookOf, type Cell, head, line, type Put, read, saved, whole } from './saved-sheets.ts';

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

  test('nothing of it is lost, counted twice or taken for a total without a word', async () => {
    const few = ['单号', 'SKU', '数量', '原因说明'];
    const merge: Put = (sheet) => {
      sheet['!merges'] = [{ s: { r: 1, c: 2 }, e: { r: 3, c: 2 } }];
    };
    const rows: Cell[][] = [few, ['A-1', 'SHIRT', 3], ['A-1', 'X-1', null], ['A-1', 'EARBUDS', null]];
    const merged = await read(saved(bookOf(rows, merge)));
    expect(merged.faults.map(({ at }) => at)).toEqual(['C3', 'C4']);
    const far = [few, ...Array.from({ length: 7_000 }, (_, i) => [[`F-${i}`, 'SHIRT', 1], [], []]).flat()];
    const { faults } = await read(saved(bookOf(far as Cell[][])));
    expect(faults).toMatchObject([{ row: 0, words: { zh: expect.stringContaining('10,000') } }]);
    const odd = [few, ['A-1', 'Total Care 200', 1], ['A-2', 'SHIRT', 1, 'Total'], ['\u200b', 'SHIRT', 1]];
    const seen = await read(saved(bookOf(odd as Cell[][])));
    expect(seen.groups.map(({ head }) => head.reference ?? '')).toEqual(['A-1', 'A-2', '']);
    expect(seen.faults.map(({ at }) => at)).toEqual(['A4']);
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

  test('merged cells that lie over each other in thousands, or more cells than a list has, are refused in words before they are filled', async () => {
    type Range = xlsx.Range;
    const merged = (merges: readonly Range[], rows = 3) => {
      const lines = Array.from({ length: rows }, () => whole);
      return read(saved(bookOf([head, ...lines], (sheet) => Object.assign(sheet, { '!merges': merges }))));
    };
    const over = (r: number, c: number) => ({ s: { r: 0, c: 0 }, e: { r, c } });
    const times = (n: number, one: Range) => Array.from({ length: n }, () => one);
    const said = async (reading: ReturnType<typeof read>) => (await reading).faults.map(({ words }) => words);
    for (const merges of [
      times(20_000, over(1_048_575, 16_383)),
      times(100_001, over(0, 0)),
      times(8, over(4, 16_383)),
    ])
      expect(await said(merged(merges))).toEqual([tableWords.tooManyMerged]);
    const wide = Buffer.from(`<table>${'<tr><td colspan=16384>a</td></tr>'.repeat(40)}</table>`);
    expect(await said(read(wide))).toEqual([tableWords.tooManyMerged]);
    // A title over a whole row, and each order's head over its lines, are how people write.
    const people = Array.from({ length: 2_500 }, (_, i) => ({
      s: { r: 1 + i * 2, c: 1 },
      e: { r: 2 + i * 2, c: 1 },
    }));
    expect(await said(merged([over(0, 16_383), ...people], 5_000))).not.toContainEqual(
      tableWords.tooManyMerged,
    );
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
