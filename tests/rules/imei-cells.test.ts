import { describe, expect, test } from 'vitest';
import { read } from './saved-sheets.ts';

const few = ['单号', 'SKU', '数量'];
const text = (...rows: string[]) => Buffer.from(rows.join('\n'));
type Sheet = Awaited<ReturnType<typeof read>>;
const codes = ({ faults }: Sheet) => faults.map(({ code, at }) => `${code} ${at}`);
const lines = ({ groups }: Sheet) => groups.flatMap((group) => group.lines);

describe('an IMEI', () => {
  const under = (heading: string, cell: string) =>
    read(text(`${few.join('\t')}\t${heading}`, `A-1\tSHIRT\t1\t${cell}`));

  test.each([
    '352099001761499.0',
    '352,099,001,761,507',
    '352.099.001.761.507',
    '352099001761482',
    '35209900176148',
    '3520990017614811',
    '352099001761481/352099001761482',
    '352099001761481 / 352099001761481',
    '1234567',
    '３５２０９９００１７６１４８２',
  ])('that is damaged or mistyped (%s) is refused in words by its cell', async (cell) => {
    for (const heading of ['IMEI', 'IMEI1', '手机串号']) {
      const { faults } = await under(heading, cell);
      expect(faults, heading).toMatchObject([
        { code: 'notAnImei', at: 'D2', value: expect.anything(), heading },
      ]);
    }
  });

  test.each([
    '352099001761481',
    '35-209900-176148-1',
    "'352099001761481",
    '３５２０９９００１７６１４８１',
    'IMEI: 352099001761481',
  ])('that is written as %s is one', async (cell) => {
    const sheet = await under('IMEI', cell);
    expect(codes(sheet)).toEqual([]);
  });

  test.each(['/', ',', '、', ' ', ' / ', ';'])(
    'of two in one cell with %j between them is both',
    async (sign) => {
      for (const heading of ['IMEI', '序列号'])
        expect(lines(await under(heading, `352099001761515${sign}352099001761523`))).toMatchObject([
          { serial: '352099001761515', imei2: '352099001761523' },
        ]);
      const other = `${few.join('\t')}\tIMEI\tIMEI2`;
      const row = `A-1\tSHIRT\t1\t352099001761515${sign}352099001761523\t`;
      expect(codes(await read(text(other, `${row}352099001761481`)))).toEqual(['notAnImei D2']);
      expect(codes(await read(text(other, `${row}352099001761523`)))).toEqual([]);
    },
  );

  test('is not asked of serials', async () => {
    for (const [heading, cell] of [
      ['IMEI', 'AB-77001'],
      ['序列号', '352099001761482'],
      ['IMEI/SN', '1234567'],
      ['序列号 / IMEI', '1234567'],
    ] as const)
      expect(codes(await under(heading, cell))).toEqual([]);
  });
});
