import { describe, expect, test } from 'vitest';
import { aHouse, type House } from '../world.ts';
import { entered, returned, sendExports } from './exported.ts';
import { sendForm } from './importing.ts';
import { sendStock } from './opening-stock.ts';
import { type Body, ok } from './road.ts';

const inPlace = (at: string) => at.slice(1).padStart(4, '0') + at;
const ats = ({ faults }: Body): string[] =>
  faults.map(({ at }: Body) => at).sort((a: string, b: string) => (inPlace(a) < inPlace(b) ? -1 : 1));
const sheet = (...lines: readonly string[]) => lines.join('\n');

describe('what is wrong with a row is told at once, in whichever of its cells', () => {
  test('of a return: a count, a SKU, a date, a document, a serial and a reason', async () => {
    const house = await aHouse();
    const head = '退货单号,商品编码,数量,序列号,退货原因,国家,出口单证号,出口日期';
    const file = sheet(
      head,
      'RT-1,NO-SUCH,many,3.52E+14,呱呱,火星,12345,2031-01-01',
      ',SHIRT,-1,,R01,TH,12345,2026-02-30',
      'RT-3,,1,,R01,TH,,2031-01-01',
    );
    const { body } = await sendForm(house, 'whale', file, { check: 'only' });
    expect(ats(body)).toEqual(['B2', 'C2', 'D2', 'E2', 'F2', 'G2', 'H2', 'A3', 'C3', 'G3', 'H3', 'B4', 'H4']);
  });

  test('of an exported order', async () => {
    const house = await aHouse();
    const head = '订单号,商品编码,数量,序列号,国家,出口单证号,出口日期,放行日期';
    const file = sheet(
      head,
      'SO-1,NO-SUCH,many,,火星,12345,2031-01-01,2026-02-30',
      ',EARBUDS,0,3.52E+14,TH,12345,2031-01-01,',
      'SO-3,,1,,TH,,2031-01-01,',
    );
    const { body } = await sendExports(house, file, { check: 'only' });
    expect(ats(body)).toEqual(['B2', 'C2', 'E2', 'F2', 'G2', 'H2', 'A3', 'C3', 'D3', 'F3', 'G3', 'B4', 'G4']);
  });

  test('of opening stock', async () => {
    const house = await aHouse();
    const head = '出口商,商品编码,数量,货位,等级,出口单证号,出口日期';
    const file = sheet(
      head,
      '鲸鱼王,SHIRT,many,A-09-01-1,呱呱,12345,2031-01-01',
      'whale,NO-SUCH,0,A-09-01-1,,12345,2031-01-01',
      'whale,,1,,,12345,',
    );
    const { body } = await sendStock(house, file, { check: 'only' });
    expect(ats(body)).toEqual([
      'A2',
      'C2',
      'D2',
      'E2',
      'F2',
      'G2',
      'B3',
      'C3',
      'D3',
      'F3',
      'G3',
      'B4',
      'D4',
      'F4',
    ]);
  });
});

const head = '订单号,平台,商品编码,数量,国家,运单号,出口单证号,出口日期,监管方式';
/** What two rows of one order say of it in two ways, the cell that is named, and the row beside it that its words name. */
const contradicting: readonly (readonly [why: string, rows: readonly string[], at: string, other: string])[] =
  [
    ['two countries', ['SO-1,,EARBUDS,1,TH,,,,', 'SO-1,,SHIRT,1,MY,,,,'], 'E3', '第 2 行'],
    [
      'two waybills',
      ['SO-1,,EARBUDS,1,,SPXTH0123456789,,,', 'SO-1,,SHIRT,1,,SPXTH0123456780,,,'],
      'F3',
      '第 2 行',
    ],
    [
      'two days of one kind of goods',
      ['SO-1,,EARBUDS,1,,,,2026-08-20,', 'SO-1,,EARBUDS,1,,,,2026-08-21,'],
      'H3',
      '第 2 行',
    ],
    [
      'two days of one document',
      ['SO-1,,EARBUDS,1,,,46412026E000000077,2026-08-20,', 'SO-1,,SHIRT,1,,,46412026e000000077,2026-08-21,'],
      'H3',
      '第 2 行',
    ],
    ['two modes', ['SO-1,,EARBUDS,1,,,,,9610', 'SO-1,,EARBUDS,1,,,,,9710'], 'I3', '第 2 行'],
    [
      'two platforms for the same goods',
      ['SO-1,Shopee,EARBUDS,1,,,,,', 'SO-1,Lazada,EARBUDS,1,,,,,'],
      'B3',
      '第 2 行',
    ],
    [
      'no platform where there are two',
      ['SO-1,Shopee,EARBUDS,1,,,,,', 'SO-1,Lazada,SHIRT,1,,,,,', 'SO-1,,X-1,1,,,,,'],
      'B4',
      '第 3 行属于 Lazada',
    ],
  ];

describe('rows of one exported order that contradict one another are named, and nothing is stored', () => {
  test.each(contradicting.map(([why, rows, at, other]) => ({ why, rows, at, other })))(
    '$why',
    async ({ rows, at, other }) => {
      const house = await aHouse();
      const { status, body } = await sendExports(house, sheet(head, ...rows));
      expect([status, body.accepted, ats(body)]).toEqual([200, null, [at]]);
      expect(body.faults[0].words.zh).toContain(other);
      expect(body.faults[0].words.en).toMatch(/row \d/i);
      expect((await ok(house.call('whale', 'GET /api/v1/exported-orders'))).total).toBe(0);
    },
  );

  test('an order in two parcels may be meant, and then the first waybill is kept', async () => {
    const house = await aHouse();
    const file = sheet(head, ...(contradicting[1]?.[1] ?? []));
    const keep = [{ column: 'waybill', code: 'otherParcel' }];
    const { status } = await sendExports(house, file, { answers: { keep } });
    expect(status).toBe(202);
  });

  test('by form and API as well', async () => {
    const house = await aHouse();
    const lines = [{}, { sku: 'SHIRT', exportDate: '2026-08-19', exportMode: '9710' }];
    const asked = await house.call('whale', 'POST /api/v1/exported-orders', order('SO-1', lines));
    expect(asked.status).toBe(422);
    const said = asked.body.issues.map(({ path }: Body) => path.join('.'));
    expect(said).toEqual(['lines.1.exportMode', 'lines.1.exportDate']);
    expect(asked.body.issues[0].words.zh).toContain('第 1 行');
  });
});
const order = (number: string, lines: readonly object[]) => ({
  ...{ scanId: `scan-${number}-12345678`, number },
  lines: lines.map((line) => ({
    ...{ sku: 'EARBUDS', quantity: 1, exportDocument: '46412026E000000077' },
    ...{ exportMode: '9610', exportDate: '2026-08-20' },
    ...line,
  })),
});

test('papers and numbers of an exported order are read as those of a return', async () => {
  const house = await aHouse();
  const head = '订单号,商品编码,数量,IMEI,出口单证号,出口日期';
  const file = sheet(
    head,
    'SO-1,PHONE,1,490154203237519,,',
    'SO-2,PHONE,1,352099001761481/352099001761499,464120261000000001,',
    'SO-3,PHONE,1,,12345,5-8-26',
  );
  const { body } = await sendExports(house, file, { check: 'only' });
  expect(ats(body)).toEqual(['D2', 'E3', 'E4', 'F4']);
  const asked = body.faults.flatMap(({ at, may }: Body) => (may ? [`${at} ${may}`] : []));
  expect(asked.sort()).toEqual(['E3 keep', 'E4 keep', 'F4 dates']);
  const keep = [{ column: 'exportDocument', code: 'notADocument' }];
  const kept = await sendExports(house, file, { check: 'only', answers: { keep } });
  expect(ats(kept.body)).toEqual(['D2', 'F4']);
});

test('the country of an order that returns cite stays as it is', async () => {
  const house = await aHouse();
  await entered(house, 'SO-1', [{}], { country: undefined });
  await entered(house, 'SO-1', [{}], { country: 'TH' });
  await entered(house, 'SO-1', [{}], { country: 'MY' });
  await ok(returned(house, [{ salesOrder: 'SO-1' }]));
  const asked = await again(house, 'TH');
  expect(asked).toMatchObject({ status: 409, body: { code: 'export_cited' } });
  expect(asked.body.words.zh).toContain('MY');
  expect((await again(house, 'MY')).status).toBe(200);
});
const again = (house: House, country: string) =>
  house.call('whale', 'POST /api/v1/exported-orders', { ...order('SO-1', [{ quantity: 5 }]), country });
