import { describe, expect, test } from 'vitest';
import { countries } from '../../server/identifiers/countries.ts';
import type { Answers } from '../../server/spreadsheets/answers.ts';
import { meaningIn, vocabularyOf } from '../../server/spreadsheets/vocabulary.ts';
import { bookOf, type Cell, read, saved } from './saved-sheets.ts';

/** A cell of a column, and what it means; undefined: it is a fault of that cell. */
const meant: readonly (readonly [
  key: string,
  heading: string,
  cell: Cell,
  meant: string | number | undefined,
])[] = [
  ['exportDate', '出口日期', '2026/8/20', '2026-08-20'],
  ['exportDate', '出口日期', '2026年8月20日', '2026-08-20'],
  ['exportDate', '出口日期', '2026.08.20', '2026-08-20'],
  ['exportDate', '出口日期', '20260820', '2026-08-20'],
  ['exportDate', '出口日期', '2026-08-20 13:05:59', '2026-08-20'],
  ['exportDate', '出口日期', '2026-08-20T18:30:00Z', '2026-08-21'],
  ['exportDate', '出口日期', '46254', '2026-08-20'],
  ['exportDate', '出口日期', 46254.75, '2026-08-20'],
  ['exportDate', '出口日期', new Date(Date.UTC(2026, 7, 20, 13, 5)), '2026-08-20'],
  ['exportDate', '出口日期', '20 Aug 2026', '2026-08-20'],
  ['exportDate', '出口日期', '20-Aug-26', '2026-08-20'],
  ['exportDate', '出口日期', 'August 20, 2026', '2026-08-20'],
  ['exportDate', '出口日期', '20/8/2569', '2026-08-20'],
  ['exportDate', '出口日期', '20.8.2026', '2026-08-20'],
  ['exportDate', '出口日期', '8/20/2026 1:05 PM', '2026-08-20'],
  ['exportDate', '出口日期', '08/08/2026', '2026-08-08'],
  ['exportDate', '出口日期', '09/08/2026', undefined],
  ['exportDate', '出口日期', '31/02/2026', undefined],
  ['exportDate', '出口日期', '2026-13-01', undefined],
  ['exportDate', '出口日期', '上周', undefined],
  ['exportDate', '出口日期', '#####', undefined],
  ['quantity', '数量', '３', 3],
  ['quantity', '数量', '3.0', 3],
  ['quantity', '数量', 3, 3],
  ['quantity', '数量', '3件', 3],
  ['quantity', '数量', '3 pcs', 3],
  ['quantity', '数量', '1,000', 1000],
  ['quantity', '数量', '三', undefined],
  ['quantity', '数量', '1.5', undefined],
  ['quantity', '数量', '-1', undefined],
  ['quantity', '数量', '#N/A', undefined],
  ['quantity', '数量', '1E+2', undefined],
  ['quantity', '数量', '1.00', 1],
  ['quantity', '数量', '2,0', 2],
  ['quantity', '数量', '１２ 件', 12],
  ['quantity', '数量', '5 pieces', 5],
  ['quantity', '数量', '3 个', 3],
  ['quantity', '数量', '1.000', undefined],
  ['quantity', '数量', '10双', undefined],
  ['quantity', '数量', '1 pair', undefined],
  ['quantity', '数量', '2箱', undefined],
  ['quantity', '数量', '1 dozen', undefined],
  ['quantity', '数量', 'N/A', undefined],
  ['quantity', '数量', 1.234, undefined],
  ['reference', '单号', 'N/A', undefined],
  ['sku', 'SKU', '无', undefined],
  ['country', '国家', 'no', undefined],
  ['country', '国家', 'NA', undefined],
  ['country', '国家', 'IN', undefined],
  ['country', '国家', 'MY', 'MY'],
  ['carrier', '承运商', '极兔速递', 'J&T'],
  ['carrier', '承运商', 'spx express', 'SPX'],
  ['carrier', '承运商', 'Kery Express', undefined],
  ['waybill', '退货运单号', 'jt0001112223334', 'jt0001112223334'],
  ['serial', '序列号', '3.52099E+14 ', undefined],
  ['reason', '退货原因', 'r05', 'R05'],
  ['reason', '退货原因', '发错货', 'R05'],
  ['reason', '退货原因', 'WRONG ITEM', 'R05'],
  ['reason', '退货原因', 'R05 发错货', 'R05'],
  ['reason', '退货原因', '发错货（R05）', 'R05'],
  ['reason', '退货原因', 'R05 质量问题', undefined],
  ['reason', '退货原因', '发错了', undefined],
  ['reason', '退货原因', 'not Defective', undefined],
  ['reason', '退货原因', '质量问题 / 发错货', undefined],
  ['wish', '期望处置', '复售', 'RTS'],
  ['wish', '期望处置', 'back to stock', 'RTS'],
  ['wish', '期望处置', '扔掉', undefined],
  ['exportMode', '监管方式', '9710', '9710'],
  ['exportMode', '监管方式', '跨境电商出口海外仓', '9810'],
  ['exportMode', '监管方式', '不详', 'unknown'],
  ['exportMode', '监管方式', '1239', undefined],
  ['country', '国家', 'th', 'TH'],
  ['country', '国家', 'Thailand', 'TH'],
  ['country', '国家', '菲律宾', 'PH'],
  ['country', '国家', '菲律賓', 'PH'],
  ['country', '国家', 'Viet Nam', 'VN'],
  ['country', '国家', 'USA', 'US'],
  ['country', '国家', 'France', 'FR'],
  ['country', '国家', '俄罗斯', 'RU'],
  ['country', '国家', 'United Kingdom', 'GB'],
  ['country', '国家', 'UK', 'GB'],
  ['country', '国家', '德国', 'DE'],
  ['country', '国家', 'XX', undefined],
  ['country', '国家', 'Thailand (TH)', 'TH'],
  ['country', '国家', 'not Thailand', undefined],
  ['country', '国家', 'Thailnd', undefined],
  ['waybill', '退货运单号', 'ＪＴ０００１１１２２２３３３４', 'JT0001112223334'],
  ['waybill', '退货运单号', 'JT000111\u200b2223334', 'JT0001112223334'],
  ['waybill', '退货运单号', '9.61E+11', undefined],
  ['waybill', '退货运单号', '9,61E+11', undefined],
  ['waybill', '退货运单号', '1234567890123450000', undefined],
  ['waybill', '退货运单号', '####', undefined],
  ['waybill', '退货运单号', '#REF!', undefined],
  ['reference', '单号', 'A–1', 'A-1'],
  ['reference', '单号', '5.78E+17', undefined],
  ['reference', '单号', '578000000000000000', undefined],
  ['reference', '单号', 578123456789012350000, undefined],
  ['sku', 'SKU', 'ＳＨＩＲＴ', 'SHIRT'],
  ['sku', 'SKU', '6.9E+12', undefined],
  ['sku', 'SKU', '#NAME?', undefined],
  ['serial', '序列号', 352099001761481, '352099001761481'],
  ['serial', '序列号', '3.52099E+14', undefined],
  ['exportDocument', '出口单证号', '464120260000000000', undefined],
];

describe('a cell', () => {
  test.each(meant)('of %s (%s) that holds %s means %s', async (key, heading, cell, means) => {
    const names = ['单号', 'SKU', '数量'];
    const cells: Cell[] = ['A-1', 'SHIRT', 1];
    const at = names.includes(heading) ? names.indexOf(heading) : names.push(heading) - 1;
    cells[at] = cell;
    const files = [saved(bookOf([names, cells]))];
    if (typeof cell === 'string') files.push(Buffer.from(`${names.join('\t')}\n${cells.join('\t')}\n`));
    for (const file of files) {
      const { groups, faults } = await read(file);
      const place = `${'ABCD'[at]}2`;
      if (means === undefined) expect(faults).toMatchObject([{ row: 2, column: key, heading, at: place }]);
      else {
        expect(faults).toEqual([]);
        expect({ ...groups[0]?.head, ...groups[0]?.lines[0] }).toMatchObject({ [key]: means });
      }
    }
  });

  test('that can be read two ways is read as the others of its column show, or as somebody says', async () => {
    const file = (...dates: string[]) =>
      Buffer.from(['单号,SKU,数量,出口日期', ...dates.map((date, i) => `A-${i},SHIRT,1,${date}`)].join('\n'));
    const datesOf = async (bytes: Buffer, answers: Answers = {}) =>
      (await read(bytes, answers)).groups.map(({ lines }) => lines[0]?.exportDate);
    expect(await datesOf(file('09/08/2026', '20/08/2026'))).toEqual(['2026-08-09', '2026-08-20']);
    expect(await datesOf(file('09/08/2026', '08/20/2026'))).toEqual(['2026-09-08', '2026-08-20']);
    const asked = await read(file('09/08/2026'));
    expect(asked.faults).toMatchObject([
      { may: 'dates', proposals: [{ value: 'dayFirst' }, { value: 'monthFirst' }] },
    ]);
    expect(await datesOf(file('09/08/2026'), { dates: { exportDate: 'dayFirst' } })).toEqual(['2026-08-09']);
    expect(await datesOf(file('09/08/2026'), { dates: { exportDate: 'monthFirst' } })).toEqual([
      '2026-09-08',
    ]);
  });

  test('that is nearly a word has what may be meant beside it, and a group of them is corrected at once', async () => {
    const file = Buffer.from('单号,SKU,数量,国家\nA-1,SHIRT,1,Thailnd\nA-2,SHIRT,1,Thailnd\n');
    const asked = await read(file);
    expect(asked.faults.map(({ proposals }) => proposals[0]?.value)).toEqual(['TH', 'TH']);
    const { faults, groups } = await read(file, {
      replace: [{ column: 'country', from: 'Thailnd', to: 'TH' }],
    });
    expect(faults).toEqual([]);
    expect(groups.map(({ head }) => head.country)).toEqual(['TH', 'TH']);
  });

  test('that ends in zeros is kept where somebody says that it is meant so', async () => {
    const file = Buffer.from('单号,SKU,数量\n578000000000000000,SHIRT,1\n');
    expect((await read(file)).faults).toMatchObject([{ may: 'keep' }]);
    expect((await read(file, { keep: [{ column: 'reference', code: 'roundedNumber' }] })).faults).toEqual([]);
  });

  test('that is the name of two codes means neither, and its code is its own', () => {
    const named = (value: string, zh: string) => ({ value, words: { zh, en: `${value} en` } });
    const known = vocabularyOf([named('A1', '其他'), named('B2', '其他'), named('C3', '破损')]);
    expect(['其他', 'a1', 'B2 其他', '破损', 'C3 破损'].map((cell) => meaningIn(known, cell))).toEqual([
      ...[undefined, 'A1', undefined, 'C3', 'C3'],
    ]);
  });

  test('that is one of the names in a name of several means it, where it means nothing else', () => {
    const named = (value: string, zh: string, en = `${value} en`) => ({ value, words: { zh, en } });
    const known = vocabularyOf([
      named('A1', '质量问题/故障', 'Defective'),
      named('B2', '颜色不符/不喜欢'),
      named('C3', '款式/不喜欢'),
      named('D4', '拒收（含货到付款拒付）', 'Refused (cash on delivery)'),
      named('E5', '故障'),
    ]);
    const said = [
      '质量问题',
      '故障',
      '颜色不符',
      '不喜欢',
      '拒收',
      'refused',
      '含货到付款拒付',
      '质量问题 / 故障',
    ];
    expect(said.map((cell) => meaningIn(known, cell))).toEqual([
      ...['A1', 'E5', 'B2', undefined, 'D4', 'D4', undefined, 'A1'],
    ]);
  });

  test('of each country that there is means one country, by its code and by its name', () => {
    const all = countries();
    const known = vocabularyOf(all);
    expect(all.length).toBeGreaterThan(245);
    for (const { value, words } of all)
      for (const said of [value, words.zh, words.en, `${words.en} (${value})`])
        expect([said, meaningIn(known, said)]).toEqual([said, value]);
  });
});
