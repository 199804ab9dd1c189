import { describe, expect, test } from 'vitest';
import { readSheet } from '../../server/returns/import-sheet.ts';
import type { Answers } from '../../server/spreadsheets/answers.ts';
import { words } from './saved-sheets.ts';

const text = (...rows: string[]) => Buffer.from(rows.join('\n'));
const today = '2026-11-29';
const read = (file: Buffer, answers: Answers = {}) => readSheet(file, { words, answers, today });

describe('a date with two digits of a year', () => {
  const dated = (...dates: string[]) =>
    text('单号,SKU,数量,出口日期', ...dates.map((date, i) => `A-${i},SHIRT,1,${date}`));
  const datesOf = async (file: Buffer, answers: Answers = {}) => {
    const { groups, faults } = await read(file, answers);
    const found = groups.flatMap(({ lines }) =>
      lines.map(({ exportDate }) => (/^\d{4}-/.test(exportDate ?? '') ? exportDate : undefined)),
    );
    return [found, faults.map(({ code, at }) => `${code} ${at}`)];
  };

  test.each([
    ['26-08-01', '2026-08-01'],
    ['26/08/20', '2026-08-20'],
    ['26.8.1', '2026-08-01'],
    ['26年8月1日', '2026-08-01'],
    ['20/08/26', '2026-08-20'],
    ['08/20/26', '2026-08-20'],
    ['08/08/26', '2026-08-08'],
    ['26-08-01 10:30', '2026-08-01'],
    ['20/8/69', '2026-08-20'],
  ])('as %s means %s, as nothing else lies in the last years', async (cell, date) => {
    expect(await datesOf(dated(cell))).toEqual([[date], []]);
  });

  test('with its offset to Greenwich is the day that it was in China', async () => {
    for (const zone of ['+0800', '+08:00', '+08'])
      expect(await datesOf(dated(`2026-08-20 23:30:00 ${zone}`))).toEqual([['2026-08-20'], []]);
    expect(await datesOf(dated('2026-08-20 23:30:00 -0500'))).toEqual([['2026-08-21'], []]);
  });

  test.each(['25-08-24', '26-08-25', '24/08/26', '01/08/26', '09-08-25'])(
    'as %s is asked about',
    async (cell) => {
      expect(await datesOf(dated(cell))).toEqual([[undefined], ['dateTwoWays D2']]);
    },
  );

  test.each(['20/08/31', '31-08-12', '99-01-02', '26-13-13', '13/31/26'])(
    'as %s means no day that can be meant',
    async (cell) => {
      expect(await datesOf(dated(cell))).toEqual([[undefined], ['noDate D2']]);
    },
  );

  test('settles no other one of its column, and is not settled by one', async () => {
    expect(await datesOf(dated('26-08-20', '24-08-26'))).toEqual([
      ['2026-08-20', undefined],
      ['dateTwoWays D3'],
    ]);
    expect(await datesOf(dated('20/08/26', '01/08/26'))).toEqual([
      ['2026-08-20', undefined],
      ['dateTwoWays D3'],
    ]);
    expect(await datesOf(dated('26/08/20', '09/08/2026'))).toEqual([
      ['2026-08-20', undefined],
      ['dateTwoWays D3'],
    ]);
    expect(await datesOf(dated('20/08/2026', '01/08/26'))).toEqual([
      ['2026-08-20', undefined],
      ['dateTwoWays D3'],
    ]);
  });

  test('is read in the order that somebody says of its column, and in no other', async () => {
    const file = dated('24-08-26', '25-08-24', '26-08-20');
    expect((await read(file)).faults[0]?.proposals.map(({ value }) => value)).toEqual([
      'dayFirst',
      'yearFirst',
    ]);
    expect(await datesOf(file, { dates: { exportDate: 'yearFirst' } })).toEqual([
      ['2024-08-26', '2025-08-24', '2026-08-20'],
      [],
    ]);
    expect(await datesOf(file, { dates: { exportDate: 'dayFirst' } })).toEqual([
      ['2026-08-24', '2024-08-25', undefined],
      ['noDate D4'],
    ]);
  });
});
