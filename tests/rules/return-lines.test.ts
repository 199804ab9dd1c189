import { describe, expect, test } from 'vitest';
import { progressOf } from '../../server/returns/progress.ts';
import { faultsOf, LineAsk, OrderAsk } from '../../server/returns/submit.ts';

const today = '2026-11-23';
const codes = new Set(['reason R01', 'reason R99', 'disposition REP', 'grade R77', 'reason RTO']);
const skus = new Map([
  ['SHIRT', { serialPattern: null }],
  ['PHONE', { serialPattern: 'IMEI|BW######' }],
]);
const faults = (...lines: object[]) =>
  faultsOf(
    lines.map((line) => LineAsk.parse({ sku: 'SHIRT', quantity: 1, ...line })),
    { codes, skus, today },
  );
const named = (...lines: object[]) => faults(...lines).map(({ line, field }) => [line, field]);

describe('the lines of a return', () => {
  test.each<[string, object[], [number, string][]]>([
    ['nothing but a SKU and a quantity', [{}], []],
    ['a serial', [{ serial: 'sn 0001' }], []],
    ['a serial that is none', [{}, { serial: '?' }], [[2, 'serial']]],
    ['a serial of two articles', [{ serial: 'SN-0001', quantity: 2 }], [[1, 'quantity']]],
    ['two articles without one', [{ quantity: 2 }], []],
    ['a serial that its product has', [{ sku: 'PHONE', serial: 'bw 123456' }], []],
    ['an IMEI, however it is written', [{ sku: 'PHONE', serial: 'IMEI: 49-015420-323751-8' }], []],
    ['a serial of another product', [{ sku: 'PHONE', serial: 'BW12345' }], [[1, 'serial']]],
    ['two IMEIs', [{ sku: 'PHONE', serial: '490154203237518', imei2: '35-209900-176148-1' }], []],
    ['one IMEI twice', [{ serial: '490154203237518', imei2: '490154203237518' }], [[1, 'imei2']]],
    ['a second IMEI that is none', [{ serial: '490154203237518', imei2: '352099001761482' }], [[1, 'imei2']]],
    ['a second IMEI alone', [{ imei2: '352099001761481' }], [[1, 'imei2']]],
    // What is no serial marks nothing, so there is nothing that two articles could share.
    ['no serial, twice', [{ serial: '?', quantity: 2 }], [[1, 'serial']]],
    [
      'one serial twice, however it is written',
      [{ serial: 'SN-0001' }, { serial: 'sn-00 01' }],
      [[2, 'serial']],
    ],
    [
      'one serial three times',
      [{ serial: 'SN-0001' }, { serial: 'SN-0001' }, { serial: 'SN-0001' }],
      [
        [2, 'serial'],
        [3, 'serial'],
      ],
    ],
    ['one serial of two makers', [{ serial: 'SN-0001' }, { sku: 'X-1', serial: 'SN-0001' }], []],
    ['a reason that is known', [{ reason: 'R01' }], []],
    ['a reason that is none', [{ reason: 'R77' }], [[1, 'reason']]],
    ['a disposition for a reason', [{ reason: 'REP' }], [[1, 'reason']]],
    ['a wish that is known', [{ wish: 'REP' }], []],
    ['a wish that is none', [{ wish: 'ZZZ' }], [[1, 'wish']]],
    ['a reason for a wish', [{ wish: 'RTO' }], [[1, 'wish']]],
    ['exported today', [{ exportDate: today, releaseDate: today }], []],
    ['exported tomorrow', [{ exportDate: '2026-11-24' }], [[1, 'exportDate']]],
    ['released tomorrow', [{ releaseDate: '2026-11-24' }], [[1, 'releaseDate']]],
    ['exported on no day', [{ exportDate: '2026-02-30' }], [[1, 'exportDate']]],
    ['released on no day', [{ exportDate: today, releaseDate: '20261122' }], [[1, 'releaseDate']]],
  ])('%s', (_, lines, expected) => expect(named(...lines)).toEqual(expected));

  test('all that is wrong is said at once, each in words of its own', () => {
    const all = faults(
      { serial: '?', reason: 'R77', wish: 'ZZZ', exportDate: '2026-13-01', releaseDate: '2027-01-01' },
      { serial: 'SN-0001', quantity: 3 },
      { serial: 'SN-0001' },
    );
    expect(all.map(({ field, words }) => `${field}: ${words.zh}`)).toEqual([
      'serial: 第 1 行：“?”不像序列号，请核对。',
      'reason: 第 1 行：没有这个退货原因代码 R77。',
      'wish: 第 1 行：没有这个去向代码 ZZZ。',
      'exportDate: 第 1 行：日期格式应为 2026-01-31。',
      'releaseDate: 第 1 行：出口日期或放行日期晚于今天，请更正。',
      'quantity: 第 2 行：有序列号的商品每行数量只能是 1。',
      'serial: 第 3 行：序列号 SN-0001 重复，请核对。',
    ]);
  });
});

describe('the form of a return', () => {
  test('what is not said is unknown: the reason is R99, the mode unknown', () => {
    expect(LineAsk.parse({ sku: 'SHIRT', quantity: 1 })).toEqual({
      ...{ sku: 'SHIRT', quantity: 1, reason: 'R99', exportMode: 'unknown' },
    });
  });

  const line = { sku: 'SHIRT', quantity: 1 };
  // The longest and the largest that fit, and one more of each.
  test.each<[string, number | string, number | string]>([
    ['sku', 'S'.repeat(64), 'S'.repeat(65)],
    ['quantity', 1, 0],
    ['quantity', 10_000, 10_001],
    ['quantity', 2, 1.5],
    ['serial', 'S'.repeat(64), 'S'.repeat(65)],
    ['reason', 'R'.repeat(8), 'R'.repeat(9)],
    ['reasonText', '左'.repeat(500), '左'.repeat(501)],
    ['wish', 'W'.repeat(8), 'W'.repeat(9)],
    ['salesOrder', 'S'.repeat(64), 'S'.repeat(65)],
    ['exportDocument', '4'.repeat(40), '4'.repeat(41)],
    ['exportDocumentKind', 'filing list', 'invoice'],
    ['exportDocumentKind', 'declaration', ''],
    ['exportDocumentKind', 'list', 'lists'],
    ['exportLine', 1, 0],
    ['exportLine', 9_999, 10_000],
    ['exportMode', '9610', '9611'],
    ['exportMode', '9710', '1300'],
    ['exportMode', '9810', ''],
    ['exportMode', '1210', '1239'],
    ['exportMode', 'other', 'Other'],
    ['exportDate', '2026-01-31', '2026-01-31T'],
    ['releaseDate', '2026-01-31', '2026-01-31T'],
  ])('%s may be %s, and not %s', (field, fits, not) => {
    expect(LineAsk.parse({ ...line, [field]: fits })).toMatchObject({ [field]: fits });
    const { error } = LineAsk.safeParse({ ...line, [field]: not });
    expect(error?.issues.map(({ path }) => path)).toEqual([[field]]);
  });

  test.each<[string, string, string]>([
    ['exporter', 'e'.repeat(32), 'e'.repeat(33)],
    ['warehouse', 'W'.repeat(32), 'W'.repeat(33)],
    ['reference', 'R'.repeat(64), 'R'.repeat(65)],
    ['platform', 'P'.repeat(40), 'P'.repeat(41)],
    ['country', 'TH', 'THA'],
    ['carrier', 'C'.repeat(60), 'C'.repeat(61)],
    ['waybill', 'J'.repeat(48), 'J'.repeat(49)],
    ['note', '注'.repeat(1_000), '注'.repeat(1_001)],
  ])('of the order, %s has so many signs at most', (field, fits, not) => {
    const order = { warehouse: 'HK', lines: [line] };
    expect(OrderAsk.parse({ ...order, [field]: fits })).toMatchObject({ [field]: fits });
    const { error } = OrderAsk.safeParse({ ...order, [field]: not });
    expect(error?.issues.map(({ path }) => path)).toEqual([[field]]);
  });

  test('two thousand lines fit one return order, one more does not', () => {
    const order = (lines: number) => ({ warehouse: 'HK', lines: Array(lines).fill(line) });
    expect(OrderAsk.safeParse(order(2_000)).success).toBe(true);
    expect(OrderAsk.safeParse(order(2_001)).success).toBe(false);
    for (const surplus of [
      { ...order(1), exporterId: 'kite' },
      { warehouse: 'HK', lines: [{ ...line, id: 1 }] },
    ])
      expect(OrderAsk.safeParse(surplus).success).toBe(false);
  });
});

describe('how far a return order is', () => {
  const states = (...some: [string, number][]) =>
    some.map(([state, quantity]) => ({ state, quantity, cameAs: null }));
  const extra = (state: string, quantity: number) => ({ state, quantity, cameAs: 'over' as const });

  test('what turned out to be an older acquaintance is not counted', () => {
    expect(progressOf('approved', states(['received', 2], ['cancelled', 1]))).toEqual({
      ...{ stage: 'received', announced: 0, received: 2, settled: 0, total: 2, extra: 0 },
    });
  });

  test('what came extra counts as nothing that was announced, and is settled with it', () => {
    const all = (...some: Parameters<typeof progressOf>[1]) => progressOf('approved', some);
    expect(all(...states(['announced', 3]), extra('received', 2))).toEqual({
      ...{ stage: 'expected', announced: 3, received: 0, settled: 0, total: 3, extra: 2 },
    });
    expect(all(...states(['resold', 3]), extra('received', 1))).toMatchObject({
      stage: 'in work',
      settled: 3,
    });
    expect(all(...states(['neverCame', 3]), extra('received', 1)).stage).toBe('received');
    expect(all(...states(['resold', 3]), extra('resold', 1))).toMatchObject({ stage: 'settled', total: 3 });
  });

  test('nothing is in work while all that came is still at the dock, however much is settled', () => {
    expect(progressOf('approved', states(['received', 1], ['resold', 1])).stage).toBe('in work');
    expect(progressOf('approved', []).stage).toBe('expected');
    expect(progressOf('rejected', states(['received', 1])).stage).toBe('ended');
  });
});
