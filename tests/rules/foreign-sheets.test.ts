import { describe, expect, test } from 'vitest';
import { readSheet } from '../../server/returns/import-sheet.ts';
import type { Answers } from '../../server/spreadsheets/answers.ts';
import { words } from './saved-sheets.ts';

const text = (...rows: string[]) => Buffer.from(rows.join('\n'));
const today = '2026-11-29';
const read = (file: Buffer, answers: Answers = {}) => readSheet(file, { words, answers, today });
type Sheet = Awaited<ReturnType<typeof read>>;
const quantities = ({ groups }: Sheet) =>
  groups.flatMap(({ lines }) => lines.map(({ quantity }) => quantity));
const codes = ({ faults }: Sheet) => [...new Set(faults.map(({ code }) => code))];
const remarks = (sheet: Sheet) => sheet.remarks.map(({ code, at, value }) => `${code} ${at} ${value}`);

describe('of how many were sold and how many come back', () => {
  const returned = [
    ...[
      '退货数',
      '退件数量',
      '退货件数',
      '退回件数',
      '退款数量',
      '退款件数',
      '退货量',
      '实退数量',
      '售后数量',
    ],
    ...[
      '申请数量',
      '退貨件數',
      '退件数',
      '退回數量',
      '實退件數',
      '售後數量',
      '退货数量（件）',
      '*退货数量*',
      '实退',
    ],
    ...['Returned', 'Refunded quantity', 'Refund Qty', 'Return qty.', 'Qty returned', 'Quantity returned'],
    ...['Returned units', 'Return Units', 'Number of items returned', 'Returned items', 'No. of returns'],
    ...[
      'Units returned',
      'RMA qty',
      'Sku Quantity of return',
      'return_quantity',
      'RETURN QTY',
      'Qty (returned)',
    ],
  ];
  test.each(returned)('%s is what comes back, on either side of a quantity', async (name) => {
    for (const other of ['数量', 'Quantity', '订单数量', 'Qty', '购买数量', '数量 '])
      for (const sheet of [
        await read(text(`单号\tSKU\t${other}\t${name}`, 'A-1\tSHIRT\t5\t1', 'A-2\tSHIRT\t4\t2')),
        await read(text(`单号\tSKU\t${name}\t${other}`, 'A-1\tSHIRT\t1\t5', 'A-2\tSHIRT\t2\t4')),
      ]) {
        expect([other, sheet.faults, quantities(sheet)]).toEqual([other, [], [1, 2]]);
        // What is said of the other column names the other column.
        expect(sheet.remarks).toMatchObject([
          {
            code: 'columnNotChosen',
            column: other.trim(),
            words: { zh: `读取的是“${name}”一列，这一列不读取。` },
          },
        ]);
      }
  });

  test.each([
    ['可退数量', '数量'],
    ['数量', '库存数量'],
    ['Quantity', 'Ordered qty'],
    ['退货数量', '退款数量'],
    ['申请数量', '实退数量'],
    ['Qty', 'Quantity'],
    ['Returned quantity', 'Refunded quantity'],
    ['购买数量', '订单数量'],
    ['数量', 'Remaining units'],
  ])(
    'where %s stands beside %s, nobody knows: it is asked, and read as it is answered',
    async (one, other) => {
      const file = text(`单号,SKU,${one},${other}`, 'A-1,SHIRT,5,1');
      const asked = await read(file);
      expect(codes(asked)).toEqual(['whichColumn']);
      const [fault] = asked.faults;
      expect([fault?.may, fault?.proposals.map(({ value }) => value).sort()]).toEqual([
        'columns',
        [one, other].sort(),
      ]);
      for (const [name, quantity] of [
        [one, 5],
        [other, 1],
      ] as const) {
        const said = await read(file, { columns: { quantity: name } });
        expect([said.faults, quantities(said)]).toEqual([[], [quantity]]);
      }
    },
  );

  test.each([
    '退款金额',
    '退货重量',
    '退货单位',
    'Return reason',
    'Refund amount',
    'Returned',
    '退货状态',
    '退货日期',
  ])('%s says no number of articles', async (name) => {
    const sheet = await read(text(`单号,SKU,数量,${name}`, 'A-1,SHIRT,2,Yes', 'A-2,SHIRT,1,'));
    expect([codes(sheet), quantities(sheet)]).toEqual([
      [...(name === 'Return reason' ? ['unknownWord'] : [])],
      [2, 1],
    ]);
  });

  test('a column that stands there twice is told of in its own place', async () => {
    const sheet = await read(text('单号,SKU,数量,SKU', 'A-1,SHIRT,2,X-1'));
    expect(sheet.faults).toMatchObject([{ code: 'duplicateColumn', at: 'D1' }]);
  });

  test('a sheet without any is one piece in each row where it is Lazada’s, and where somebody says so', async () => {
    const lazada = await read(
      text(
        'Reverse Order ID,Order ID,Seller SKU,Reason',
        '9001,7001,SHIRT,',
        '9001,7001,SHIRT,',
        '9002,7002,X-1,',
      ),
    );
    expect([lazada.faults, quantities(lazada)]).toEqual([[], [1, 1, 1]]);
    expect(lazada.groups.map(({ head }) => head.reference)).toEqual(['9001', '9002']);
    expect(remarks(lazada)).toEqual([expect.stringMatching(/^onePieceEach/)]);
    const other = text('单号,SKU', 'A-1,SHIRT', 'A-2,SHIRT');
    expect((await read(other)).faults).toMatchObject([
      { code: 'missingCount', may: 'columns', proposals: [{ value: '' }] },
    ]);
    expect(quantities(await read(other, { columns: { quantity: '' } }))).toEqual([1, 1]);
  });
});

describe('numbers that only count rows', () => {
  test.each(['序號', '序号', 'SN', 'S/N', '序列号', 'IMEI'])(
    'under %s are told of, and no serials',
    async (name) => {
      const sheet = await read(
        text(`${name},单号,SKU,数量`, '1,A-1,SHIRT,1', '2,A-1,X-1,1', '3,A-2,SHIRT,2'),
      );
      expect(codes(sheet)).toEqual([]);
      expect(sheet.groups.flatMap(({ lines }) => lines.map(({ serial }) => serial))).toEqual([
        ...[undefined, undefined, undefined],
      ]);
      expect(remarks(sheet)).toEqual([`rowNumbers A1 ${name}`]);
    },
  );

  test('are left for the column of serials beside them', async () => {
    const sheet = await read(
      text('序号,单号,SKU,数量,机身号', '1,A-1,SHIRT,1,AB77001', '2,A-2,X-1,1,AB77002'),
    );
    expect(sheet.groups[0]?.lines[0]?.serial).toBe('AB77001');
    expect(remarks(sheet)).toEqual(['rowNumbers A1 序号']);
  });

  test('from another number on are asked about', async () => {
    const file = text('SN,单号,SKU,数量', '100001,A-1,SHIRT,1', '100002,A-2,SHIRT,1', '100003,A-3,SHIRT,1');
    const asked = await read(file);
    expect(asked.faults).toMatchObject([
      { code: 'runningNumbers', may: 'columns', at: 'A1', proposals: [{ value: 'SN' }, { value: '' }] },
    ]);
    const serials = async (serial: string) => {
      const { faults, groups } = await read(file, { columns: { serial } });
      return [faults, groups.flatMap(({ lines }) => lines.map((line) => line.serial))];
    };
    expect(await serials('SN')).toEqual([[], ['100001', '100002', '100003']]);
    expect(await serials('')).toEqual([[], [undefined, undefined, undefined]]);
  });

  test.each([[['100001', '100007', '100011']], [['SN1', 'SN2', 'SN3']], [['900017']]])(
    'are not %j',
    async (serials) => {
      const rows = serials.map((serial, i) => `${serial},A-${i},SHIRT,1`);
      const sheet = await read(text('SN,单号,SKU,数量', ...rows));
      expect(codes(sheet)).toEqual([]);
      expect(sheet.groups.flatMap(({ lines }) => lines.map(({ serial }) => serial))).toEqual(serials);
    },
  );
});

describe('a row that is none', () => {
  test('explains the header, repeats it, sums up or notes something: it is told of and left out', async () => {
    const sheet = await read(
      text(
        'Return Order ID\tSeller SKU\tReturn Quantity\tReturn reason',
        'Platform unique return order ID.\tSeller sku input by the seller\tSKU returned quantity\tWhy',
        'A-1\tSHIRT\t1\t',
        'Return Order ID\tSeller SKU\tReturn Quantity\tReturn reason',
        'A-2\tSHIRT\t2\t',
        '合计：3 件\t\t\t',
        '备注：以上均为九月退货\t\t\t',
        'Note 1: checked\t\t\t',
      ),
    );
    expect([sheet.faults, quantities(sheet)]).toEqual([[], [1, 2]]);
    expect(sheet.remarks.map(({ code, row }) => [code, row])).toEqual([
      ['descriptionRow', 2],
      ['headerAgain', 4],
      ['totalRow', 6],
      ['noteRow', 7],
      ['noteRow', 8],
    ]);
  });

  test.each(['SKU-A\tQuantity\tx', 'Order\tSKU-1\t1', 'ORDER-A\tSKU\ttwo'])(
    'is not one that says something: %s',
    async (row) => {
      const sheet = await read(text('Order ID\tSKU\tQuantity', row));
      expect(
        sheet.remarks.filter(({ code }) => code === 'descriptionRow').length +
          sheet.faults.length +
          sheet.groups.length,
      ).toBeGreaterThan(0);
    },
  );
});
