import { read, SSF } from '@e965/xlsx';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { importExample } from '../../server/returns/import-columns.ts';
import { readSheet } from '../../server/returns/import-sheet.ts';
import { templateWorkbook } from '../../server/returns/import-template.ts';
import { readWorkbook } from '../../server/spreadsheets/workbook.ts';
import { type WorkbookCell, writeWorkbook } from '../../server/spreadsheets/write-workbook.ts';

const columns = [{ name: '文字' }, { name: 'Number' }, { name: '时间' }];
const words = {
  reason: [{ value: 'R01', words: { zh: '质量问题', en: 'Defective' } }],
  wish: [{ value: 'REP', words: { zh: '维修', en: 'Repair' } }],
};

describe('a workbook that we write', () => {
  test('is read back as it was: texts that look like numbers, formulas or dates, whole numbers, days', () => {
    const text = fc.oneof(
      fc.string({ unit: fc.constantFrom(...'=+-@\'",;\n aA10中＝＠/<&>'), minLength: 1, maxLength: 12 }),
      fc.constantFrom(
        '00123',
        '352099001761481',
        '578123456789012345678',
        '2026-08-20',
        '1E+12',
        'TRUE',
        '=1+1',
      ),
    );
    const row = fc.tuple(text, fc.integer(), fc.integer({ min: 0, max: 3_000 }));
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 5 }), (rows) => {
        const dated = rows.map(([a, b, days]) => [a, b, new Date(Date.UTC(2026, 0, 1 + days, 3))] as const);
        const [sheet] = readWorkbook(
          Buffer.from(writeWorkbook([{ name: '表', columns, rows: dated }])),
          100,
        ).sheets;
        const meant = dated.map(([a, b, day]) => [a, String(b), day.toISOString().slice(0, 10)]);
        const read = sheet?.lines
          .slice(1)
          .map(({ cells }) => cells.map((cell) => cell.replaceAll('\r\n', '\n')));
        expect(read).toEqual(meant);
      }),
      { numRuns: 60 },
    );
  });

  test('says a moment as the day that it was in China', () => {
    const rows = [['x', 1, new Date('2026-08-20T17:00:00Z')]];
    const [sheet] = readWorkbook(Buffer.from(writeWorkbook([{ name: '表', columns, rows }])), 100).sheets;
    expect(sheet?.lines[1]?.cells).toEqual(['x', '1', '2026-08-21']);
  });

  test('the template is empty where one writes, its examples can be imported, and its lists are those of the house', async () => {
    const { bytes, name } = templateWorkbook(importExample, words);
    expect(name).toMatch(/\.xlsx$/);
    const book = readWorkbook(Buffer.from(bytes), 100).sheets;
    expect(book.map((sheet) => [sheet.name, sheet.lines.length])).toEqual([
      ['退货 Returns', 1],
      ['填写示例 Examples', 3],
    ]);
    const { faults, groups } = await readSheet(bytes, { words, answers: { sheet: '填写示例 Examples' } });
    expect(faults).toEqual([]);
    expect(groups[0]?.lines).toHaveLength(2);
  });
});

const typed = [
  { name: 'text', kind: 'text' },
  { name: 'number', kind: 'number' },
  { name: 'moment', kind: 'moment' },
  { name: 'date', kind: 'date' },
  { name: 'money', kind: 'money' },
] as const;
const china = (at: Date) => new Date(at.getTime() + 8 * 3_600_000).toISOString();
/** What may not be lost: whatever begins like a formula, escapes that look like ours, signs that XML has none for. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: fc.constantFrom(...'=+-@\'",;\n\t aA10中😀＝<&>_x0'), maxLength: 30 }),
  fc.constantFrom(
    '=1+1',
    '+cmd',
    '@SUM(A1)',
    '-2',
    '_x0041_',
    '_x005F_x0041_',
    '123456789012345678',
    '😀'.repeat(9),
  ),
  fc.constantFrom(
    'x'.repeat(32_767),
    '\ud800x',
    'x\udc00',
    `=${'中'.repeat(32_766)}`,
    '\u0001',
    ' a ',
    "'",
    'TRUE',
    '#N/A',
    '2026-08-20',
  ),
);
/** Half a character is none, and every line break is a line feed. */
const kept = (text: string) =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]/g, (sign) =>
      sign.length === 2 ? sign : '\ufffd',
    );
const midnight = Date.UTC(2026, 10, 23, 16);
const row = fc.tuple(
  anyText,
  fc.oneof(fc.integer(), fc.constant(null), fc.bigInt({ min: 10n ** 17n, max: 10n ** 18n - 1n })),
  fc.integer({ min: -5, max: 5 }).map((seconds) => new Date(midnight + seconds * 1000)),
  fc.integer({ min: 0, max: 20_000 }).map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10)),
  fc.integer({ min: 0, max: 100_000_000_00 }).map((minor) => minor / 100),
);
const written = (rows: readonly (readonly WorkbookCell[])[]) =>
  Buffer.from(writeWorkbook([{ name: '表', columns: typed, rows }]));

describe('a list that is written as a workbook', () => {
  test('is read back the same by a reader of its own: each value with its type, and nothing of it is a formula', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 6 }), (rows) => {
        const { Sheets, SheetNames } = read(written(rows), {
          type: 'buffer',
          cellNF: true,
          cellFormula: true,
        });
        expect(SheetNames).toEqual(['表']);
        const cell = (name: string, i: number) => Sheets.表?.[`${name}${i + 2}`];
        for (const [i, [text, number, moment, date, money]] of rows.entries()) {
          expect(cell('A', i)?.v ?? '').toBe(kept(text));
          expect(cell('B', i)?.v ?? null).toBe(typeof number === 'bigint' ? String(number) : number);
          expect(SSF.format('yyyy-mm-dd"T"hh:mm:ss".000Z"', cell('C', i)?.v)).toBe(china(moment));
          expect(SSF.format('yyyy-mm-dd', cell('D', i)?.v)).toBe(date);
          expect(cell('E', i)?.v).toBe(money);
          for (const name of 'ABCDE') expect(cell(name, i)?.f).toBeUndefined();
        }
      }),
      { numRuns: 150 },
    );
  });

  test('and by our own: a moment around midnight is the day that it was in China', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 6 }), (rows) => {
        const [sheet] = readWorkbook(written(rows), 100).sheets;
        expect(sheet?.lines.slice(1).map(({ cells }) => cells)).toEqual(
          rows.map(([text, number, moment, date, money]) => [
            ...[kept(text), String(number ?? ''), china(moment).slice(0, 10), date, String(money)],
          ]),
        );
      }),
      { numRuns: 100 },
    );
  });

  test('a number that a spreadsheet could not keep whole is text', () => {
    const { Sheets } = read(written([['x', 1234567890123456]]), { type: 'buffer' });
    expect(Sheets.表?.B2).toMatchObject({ t: 's', v: '1234567890123456' });
  });

  test('what no cell holds is cut, and says so, never in the middle of a character', () => {
    const texts = ['x'.repeat(32_768), `x${'😀'.repeat(16_384)}`];
    const { Sheets } = read(written(texts.map((text) => [text])), { type: 'buffer' });
    expect(texts.map((_, i) => String(Sheets.表?.[`A${i + 2}`]?.v))).toEqual([
      `${'x'.repeat(32_766)}…`,
      `x${'😀'.repeat(16_382)}…`,
    ]);
  });

  test('its header stays in sight, and its columns are as wide as what stands there first', () => {
    const parts = unzipSync(written([['很长的中文品名很长的中文品名', 1, new Date(0), '2026-08-20', 1]]));
    const xml = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect(xml).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>');
    expect([...xml.matchAll(/<col [^>]*width="(\d+)"/g)].map(([, width]) => Number(width))).toEqual([
      30, 10, 21, 12, 10,
    ]);
  });
});
