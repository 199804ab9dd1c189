import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { importExample } from '../../server/returns/import-columns.ts';
import { readSheet } from '../../server/returns/import-sheet.ts';
import { templateWorkbook } from '../../server/returns/import-template.ts';
import { readWorkbook } from '../../server/spreadsheets/workbook.ts';
import { writeWorkbook } from '../../server/spreadsheets/write-workbook.ts';

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
