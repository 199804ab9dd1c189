import { describe, expect, test } from 'vitest';
import { carriers } from '../../server/identifiers/carriers.ts';
import { meaningIn, vocabularyOf } from '../../server/spreadsheets/vocabulary.ts';
import { bookOf, type Cell, read, saved } from './saved-sheets.ts';

const text = (...rows: string[]) => Buffer.from(rows.join('\n'));
const few = ['单号', 'SKU', '数量'];

describe('an answer', () => {
  test('is to one kind of fault: that a number is meant so makes no document of it, and one new SKU not all', async () => {
    const rows = text('单号,SKU,数量,出口单证号', 'A-1,SHIRT,1,578000000000000000');
    const keep = [{ column: 'exportDocument', code: 'notADocument' }];
    expect((await read(rows, { keep })).faults).toMatchObject([{ code: 'roundedNumber', at: 'D2' }]);
    expect(
      (await read(rows, { keep: [{ column: 'reference', code: 'roundedNumber' }] })).faults,
    ).toHaveLength(1);
    expect(
      (await read(rows, { keep: [{ column: 'exportDocument', code: 'roundedNumber' }] })).faults,
    ).toEqual([]);
  });

  test('corrects what was tidied before it was shown, and what is long', async () => {
    const long = '这个商品的编码很长'.repeat(20);
    const rows = text('单号,SKU,数量', 'A-1,ＳＨ－１,1', `A-2,${long},1`);
    const shown = await read(rows);
    expect(shown.groups[0]?.lines[0]?.sku).toBe('SH-1');
    expect(shown.faults).toMatchObject([{ value: long }]);
    const replace = ['SH-1', long].map((from) => ({ column: 'sku', from, to: 'SHIRT' }));
    const { faults, groups } = await read(rows, { replace });
    expect([faults, groups.map(({ lines }) => lines[0]?.sku)]).toEqual([[], ['SHIRT', 'SHIRT']]);
  });

  test('corrects what was made of a cell, and what is empty', async () => {
    const rows = text('单号,SKU,数量,放行日期', 'A-1,SHIRT,,2031/1/1', 'A-2,SHIRT,,2026/8/9');
    const replace = [
      { column: 'quantity', from: '', to: '1' },
      { column: 'releaseDate', from: '2031-01-01', to: '2026-01-01' },
    ];
    const { faults, groups } = await read(rows, { replace });
    expect(faults).toEqual([]);
    expect(groups.map(({ lines }) => lines[0])).toMatchObject([
      { quantity: 1, releaseDate: '2026-01-01' },
      { quantity: 1, releaseDate: '2026-08-09' },
    ]);
  });

  test('about a column comes before what another header is called', async () => {
    const rows = text('单号,SKU,商家编码,数量', 'A-1,SHIRT,M-9,1');
    const { groups, remarks } = await read(rows, { columns: { sku: '商家编码', serial: 'SKU' } });
    expect(groups[0]?.lines).toMatchObject([{ sku: 'M-9', serial: 'SHIRT' }]);
    expect(remarks).toEqual([]);
    // A reference that somebody gave to another column is not taken for the reference.
    const taken = await read(text('单号,SKU,数量,退货单号', 'A-1,SHIRT,1,B-1'), {
      columns: { waybill: '退货单号' },
    });
    expect(taken.groups).toMatchObject([{ head: { reference: 'A-1', waybill: 'B-1' } }]);
  });
});

describe('a header', () => {
  test('Name alone is no reference; beside Lineitem it is', async () => {
    const alone = await read(text('Name,SKU,Quantity', 'Li Ming,SHIRT,1'));
    expect(alone.faults).toMatchObject([{ column: 'reference' }]);
    const shopify = await read(text('Name,Lineitem sku,Quantity', '#1001,SHIRT,1'));
    expect(shopify.groups).toMatchObject([{ head: { reference: '#1001' } }]);
  });

  test('of what was sold is asked about, unless what comes back stands beside it', async () => {
    const rows = text('Order ID,SKU,Order quantity', 'A-1,SHIRT,5');
    const asked = await read(rows);
    expect(asked.faults).toMatchObject([{ code: 'soldQuantity', may: 'keep', at: 'C1', column: 'quantity' }]);
    for (const answers of [
      { keep: [{ column: 'quantity', code: 'soldQuantity' }] },
      { columns: { quantity: 'Order quantity' } },
    ])
      expect((await read(rows, answers)).groups[0]?.lines).toMatchObject([{ quantity: 5 }]);
    const both = await read(text('Order ID,SKU,Order quantity,Return Quantity', 'A-1,SHIRT,5,2'));
    expect([both.faults, both.groups[0]?.lines]).toMatchObject([[], [{ quantity: 2 }]]);
  });

  test('may stand in any column that a program has, and is named as it is there', async () => {
    const far: Cell[] = [...Array<null>(300).fill(null), ...few];
    const row: Cell[] = [...Array<null>(300).fill(null), 'A-1', 'SHIRT', 'x'];
    const sheet = await read(saved(bookOf([far, row])));
    expect(sheet.headings.quantity).toEqual({ letter: 'KQ', name: '数量' });
    expect(sheet.faults).toMatchObject([{ at: 'KQ2' }]);
  });

  test('keeps its row behind a line that says what separates the cells', async () => {
    const { faults } = await read(Buffer.from('sep=;\r\n单号;SKU;数量\r\nA-1;SHIRT;x\r\n'));
    expect(faults).toMatchObject([{ row: 3, at: 'C3' }]);
  });
});

describe('a quantity', () => {
  const quantity = (...cells: string[]) =>
    text('单号\tSKU\t数量', ...cells.map((cell, i) => `A-${i}\tSHIRT\t${cell}`));
  const read_ = async (file: Buffer, answers = {}) => {
    const { groups, faults } = await read(file, answers);
    const wrong = new Set(faults.map(({ row }) => row));
    return [
      groups.map(({ lines, rows }) => (wrong.has(rows[0] ?? 0) ? undefined : lines[0]?.quantity)),
      faults.map(({ code, about }) => `${code} ${about}`),
    ];
  };

  test('of 1.000 is asked about, unless its column shows what the point is', async () => {
    expect(await read_(quantity('1.000'))).toEqual([[undefined], ['thousandsOrDecimal ']]);
    expect(await read_(quantity('1.000'), { numbers: { quantity: 'thousands' } })).toEqual([[1000], []]);
    expect(await read_(quantity('1.000'), { numbers: { quantity: 'decimal' } })).toEqual([[1], []]);
    expect(await read_(quantity('1.000', '2.0'))).toEqual([[1, 2], []]);
    expect((await read_(quantity('1.000', '1.000.000')))[0]).toEqual([1000, undefined]);
    expect(await read_(quantity('1,000', '2,0'))).toEqual([[1, 2], []]);
    expect(await read_(quantity('1,000', '2.0'))).toEqual([[1, 2], []]);
  });

  test('in packs is pieces only where somebody says so, unit by unit, and in cartons never', async () => {
    expect(await read_(quantity('10双', '1 pair', '2箱', '3件', '4 pcs.'))).toEqual([
      [undefined, undefined, undefined, 3, 4],
      ['packUnit 双', 'packUnit pair', 'cartonUnit 箱'],
    ]);
    const keep = [{ column: 'quantity', code: 'packUnit', about: '双' }];
    expect(await read_(quantity('10双', '1 pair'), { keep })).toEqual([[10, undefined], ['packUnit pair']]);
  });
});

describe('a word', () => {
  test('for nothing means nothing, wherever it stands, and is no reference', async () => {
    for (const cell of ['N/A', 'n/a', '-', '—', '无', 'none', 'NULL', 'không', 'tidak ada']) {
      const row = ['A-1', 'SHIRT', '1', cell, cell, cell, cell, cell, cell];
      const header = [...few, '国家', '退货原因', '期望处置', '序列号', '出口日期', '承运商'];
      const { faults, groups } = await read(text(header.join('\t'), row.join('\t')));
      expect([cell, faults]).toEqual([cell, []]);
      expect(groups).toMatchObject([{ head: { reference: 'A-1' }, lines: [{ sku: 'SHIRT', quantity: 1 }] }]);
      expect(Object.keys({ ...groups[0]?.head, ...groups[0]?.lines[0] }).sort()).toEqual(
        ['exportMode', 'quantity', 'reason', 'reference', 'sku'].sort(),
      );
    }
    expect((await read(text(few.join('\t'), 'N/A\tSHIRT\t1'))).faults).toMatchObject([{ at: 'A2' }]);
  });

  test('that is a country’s code, too, is asked about unless its column holds codes alone', async () => {
    const column = async (...cells: string[]) => {
      const rows = cells.map((cell, i) => `A-${i},SHIRT,1,${cell}`);
      const { faults, groups } = await read(text('单号,SKU,数量,Country', ...rows));
      return [groups.map(({ head }) => head.country), faults.map(({ code, value }) => `${code} ${value}`)];
    };
    expect(await column('Thailand', 'no', 'NA')).toEqual([
      ['TH', undefined, undefined],
      ['wordOrCode no', 'wordOrCode NA'],
    ]);
    expect(await column('TH', 'NO', 'NA', 'IN')).toEqual([['TH', 'NO', 'NA', 'IN'], []]);
    const rows = text('单号,SKU,数量,Country', 'A-1,SHIRT,1,Norge', 'A-2,SHIRT,1,no', 'A-3,SHIRT,1,NA');
    const replace = [
      { column: 'country', from: 'Norge', to: 'NO' },
      { column: 'country', from: 'no', to: 'NO' },
      { column: 'country', from: 'NA', to: '' },
    ];
    const { faults, groups } = await read(rows, { replace });
    expect([faults, groups.map(({ head }) => head.country)]).toEqual([[], ['NO', 'NO', undefined]]);
  });

  test('for a carrier is one of those that are known, nearly one of them, or another', async () => {
    const known = vocabularyOf(carriers);
    for (const { value, words, alias = [] } of carriers)
      for (const said of [value, value.toLowerCase(), words.zh, words.en, ...alias])
        expect([said, meaningIn(known, said)]).toEqual([said, value]);
    const column = (cell: string, answers = {}) =>
      read(text('单号,SKU,数量,承运商', `A-1,SHIRT,1,${cell}`), answers);
    expect((await column('极兔速递')).groups[0]?.head.carrier).toBe('J&T');
    expect((await column('村口老王')).groups[0]?.head.carrier).toBe('村口老王');
    const near = await column('Nnja Van');
    expect(near.faults).toMatchObject([
      { code: 'nearlyKnown', may: 'keep', proposals: [{ value: 'Ninja Van' }] },
    ]);
    const keep = [{ column: 'carrier', code: 'nearlyKnown', about: 'Nnja Van' }];
    expect((await column('Nnja Van', { keep })).groups[0]?.head.carrier).toBe('Nnja Van');
  });
});

describe('a column of dates of which a program turned some', () => {
  const dated = (...dates: Cell[]) =>
    saved(bookOf([[...few, '出口日期'], ...dates.map((date, i): Cell[] => [`A-${i}`, 'SHIRT', 1, date])]));
  const day = (month: number, date: number) => new Date(Date.UTC(2026, month - 1, date));
  const datesOf = async (file: Buffer, answers = {}) =>
    (await read(file, answers)).groups.map(({ lines }) => lines[0]?.exportDate);

  test('is asked about with both days, and read as it is answered', async () => {
    // 09/08, 13/08 and 05/08, of which the first and the last were taken for September and May.
    const file = dated(day(9, 8), '13/08/2026', day(5, 8), day(8, 8));
    const { faults } = await read(file);
    expect(faults).toMatchObject([
      { at: 'D2', may: 'swapped', code: 'halfConverted' },
      { at: 'D4', may: 'swapped' },
    ]);
    expect(faults[0]?.proposals).toEqual([
      { value: 'swapped', words: { zh: '颠倒了，应为 2026-08-09', en: 'Swapped: it is 2026-08-09' } },
      { value: 'asTyped', words: { zh: '没有颠倒，就是 2026-09-08', en: 'As it stands: 2026-09-08' } },
    ]);
    expect(await datesOf(file, { swapped: { exportDate: 'swapped' } })).toEqual([
      '2026-08-09',
      '2026-08-13',
      '2026-08-05',
      '2026-08-08',
    ]);
    expect(await datesOf(file, { swapped: { exportDate: 'asTyped' } })).toEqual([
      '2026-09-08',
      '2026-08-13',
      '2026-05-08',
      '2026-08-08',
    ]);
  });

  test('is not asked about where a true date has a later day, or a text can be read two ways', async () => {
    expect((await read(dated(day(9, 8), day(9, 20), '13/08/2026'))).faults).toEqual([]);
    expect((await read(dated(day(9, 8), '13/08/2026', '09/08/2026'))).faults).toEqual([]);
    expect((await read(dated(day(9, 8), day(9, 10)))).faults).toEqual([]);
  });
});
