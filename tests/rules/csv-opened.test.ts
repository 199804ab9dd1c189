import * as xlsx from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import type { Column } from '../../server/spreadsheets/header.ts';
import { readTable } from '../../server/spreadsheets/read-table.ts';
import { writeCsv } from '../../server/spreadsheets/write-csv.ts';

const columns: readonly Column[] = [
  { key: 'sku', names: ['SKU'], required: true, kind: 'identifier' },
  { key: 'quantity', names: ['数量'], kind: 'count' },
  { key: 'note', names: ['备注'] },
];
const cellsOf = async (bytes: Uint8Array) => (await readTable(bytes, columns)).rows.map(({ cells }) => cells);
const write = (note: string) => Buffer.from(writeCsv([{ key: 'note', name: '备注' }], [{ note }])).toString();

describe('a CSV file that a spreadsheet program opens', () => {
  test.each([
    ...[
      '00000456',
      '581234567890123456',
      '46412026E000000001',
      '12E5',
      '10-12',
      '3/4',
      '1-2-3',
      'MAR1',
      'Aug-26',
    ],
    ...['1MAY', '12:30', 'TRUE', '50%', '1,234', '1 1/2', '1.10', '5.8E+17', '006901234567892'],
  ])('%j is no number and no day to whoever opens it, and comes back as it was', async (text) => {
    expect(write(text)).toMatch(/\r\n"=""[^"]+"""\r\n$/);
    const bytes = writeCsv(
      [
        { key: 'sku', name: 'SKU' },
        { key: 'quantity', name: '数量' },
        { key: 'note', name: '备注' },
      ],
      [{ sku: text, quantity: 1, note: text }],
    );
    expect(await cellsOf(bytes)).toMatchObject([{ sku: text, quantity: '1', note: text }]);
    // Another reader of CSV finds the text, too.
    const book = xlsx.read(bytes, { type: 'buffer' });
    const cell = book.Sheets[book.SheetNames[0] ?? '']?.A2 as xlsx.CellObject;
    expect([cell.t, cell.v]).toEqual(['s', text]);
  });
  test.each(['456', '2026-08-20', 'A-1', '12345678901', 'SN00012', '85.5'])('%j needs no guard', (text) => {
    expect(write(text)).toBe(`\ufeff备注\r\n${text}\r\n`);
  });
});
