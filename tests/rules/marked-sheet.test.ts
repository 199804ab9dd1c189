import * as xlsx from '@e965/xlsx';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { importColumns } from '../../server/returns/import-columns.ts';
import { markSheet, marksOf } from '../../server/spreadsheets/mark-sheet.ts';
import { bookOf, type Cell, read, saved } from './saved-sheets.ts';

const rows: Cell[][] = [
  ['九月退货清单'],
  [],
  ['单号', 'SKU', '数量', '国家', '出口日期'],
  ['A-1', 'SHIRT', 1, '泰国', '2026-08-20'],
  ['578123456789012345', 'SHIRT', 'x', 'Thailnd', '09/08/2026'],
  ['A-3', 'SHIRT', null, '泰国', null],
];
const csv = Buffer.from(rows.map((row) => row.map((cell) => cell ?? '').join('\t')).join('\r\n'));

const ofReturns = { columns: importColumns, examples: new Set<string>() };

async function marked(file: Buffer, language: 'zh' | 'en' = 'zh') {
  const { faults } = await read(file);
  const bytes = await markSheet({ file, marks: marksOf(faults, language), ...ofReturns });
  if (!bytes) throw new Error('Nothing was marked.');
  return { faults, bytes };
}
const cellsOf = (bytes: Uint8Array) => {
  const book = xlsx.read(bytes, { cellStyles: true });
  return book.Sheets[book.SheetNames[0] ?? ''] ?? {};
};

test.each([
  ['a workbook', saved(bookOf(rows))],
  ['text', csv],
])(
  '%s comes back with its own rows and columns, and the faulty cells are coloured and say what to do',
  async (_, file) => {
    const { faults, bytes } = await marked(file);
    const at = faults.map((fault) => fault.at).sort();
    expect(at).toEqual(['C5', 'C6', 'D5', 'E5']);
    const sheet = cellsOf(bytes);
    for (const [row, cells] of rows.entries())
      for (const [column, cell] of cells.entries())
        expect(sheet[xlsx.utils.encode_cell({ r: row, c: column })]?.v ?? '').toBe(String(cell ?? ''));
    const coloured = Object.entries(sheet).filter(([, cell]) => cell?.s?.fgColor?.rgb === 'FFC7CE');
    expect(coloured.map(([name]) => name).sort()).toEqual([...at, 'F5', 'F6'].sort());
    expect(sheet.D5.c[0].t).toContain('泰国');
    expect(sheet.E5.c[0].t).toContain('日/月/年（2026-08-09）');
    expect(sheet.F3.v).toBe('要改正的地方 What to correct');
    expect(sheet.F5.v.split('\n')).toHaveLength(3);
    expect(sheet.F6.v).toBe('C6: 此列必须填写。');
  },
);

test('in English for who reads English', async () => {
  const { bytes } = await marked(csv, 'en');
  expect(cellsOf(bytes).F6.v).toBe('C6: This column must be filled in.');
});

test('it is put right and read as it is: what we wrote beside it is no column, and its header is the one of before', async () => {
  const { bytes } = await marked(csv);
  const book = xlsx.read(bytes);
  const sheet = book.Sheets[book.SheetNames[0] ?? ''] ?? {};
  xlsx.utils.sheet_add_aoa(sheet, [[2, '泰国', '2026-08-09']], { origin: 'C5' });
  xlsx.utils.sheet_add_aoa(sheet, [[1]], { origin: 'C6' });
  const before = await read(csv);
  const { faults, remarks, groups, headerKey } = await read(saved(book));
  expect([faults, remarks, headerKey]).toEqual([[], [], before.headerKey]);
  expect(groups.map(({ head, rows }) => [head.reference, rows])).toEqual([
    ['A-1', [4]],
    ['578123456789012345', [5]],
    ['A-3', [6]],
  ]);
});

test('its XML is whole: as many formats and fills as it says', async () => {
  const { bytes } = await marked(csv);
  const styles = strFromU8(unzipSync(bytes)['xl/styles.xml'] ?? new Uint8Array());
  for (const [name, part] of [
    ['fills', 'fill'],
    ['cellXfs', 'xf'],
  ] as const) {
    const [, count = '', inside = ''] =
      new RegExp(`<${name} count="(\\d+)">(.*?)</${name}>`, 's').exec(styles) ?? [];
    expect([name, inside.match(new RegExp(`<${part}[ >]`, 'g'))?.length]).toEqual([name, Number(count)]);
  }
});

test('where no table is found, or not all of it was read, nothing is marked', async () => {
  for (const file of [Buffer.from('PK'), Buffer.from('')])
    expect(await markSheet({ file, marks: [], ...ofReturns })).toBeUndefined();
});
