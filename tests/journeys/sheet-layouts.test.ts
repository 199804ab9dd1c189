import * as xlsx from '@e965/xlsx';
import request from 'supertest';
import { expect, test } from 'vitest';
import { imports, sheetLayouts } from '../../db/schema/imports.ts';
import type { Name } from '../cast.ts';
import { aHouse, type House, newScan } from '../world.ts';
import { imported, sendForm } from './importing.ts';
import { theHouse } from './repairs.ts';
import { type Body, ok } from './road.ts';

const sheet = (...rows: string[]) => ['PO号,款号,件,国家,出口日期', ...rows].join('\n');
const answers = {
  columns: { reference: 'PO号', sku: '款号', quantity: '件' },
  dates: { exportDate: 'dayFirst' },
  replace: [{ column: 'country', from: 'Thailnd', to: 'TH' }],
};

const sent = (house: House, who: Name, file: string, answers?: object, check?: 'only') =>
  sendForm(house, who, file, { ...(answers ? { answers } : {}), ...(check ? { check } : {}) });
const forget = (house: House, who: Name, header: string) =>
  house.call(who, `DELETE /api/v1/return-orders/layouts/${header}`);

test('what was answered for an imported spreadsheet is taken for the next one with its header, whoever of the exporter brings it', async () => {
  const house = await aHouse();
  const asked = await ok(sent(house, 'whale', sheet('A-1,SHIRT,1,Thailnd,09/08/2026'), undefined, 'only'));
  expect(asked.faults.length).toBeGreaterThan(0);
  expect(asked.remembered).toBeNull();
  const told = await ok(sent(house, 'whale', sheet('A-1,SHIRT,1,Thailnd,09/08/2026'), answers, 'only'));
  expect([told.faults, told.answers]).toMatchObject([[], answers]);
  // A check keeps nothing: it may have been tried out.
  expect(await theHouse(house).count(sheetLayouts)).toBe(0);
  const { accepted } = await ok(sent(house, 'whale', sheet('A-1,SHIRT,1,Thailnd,09/08/2026'), answers));
  expect(accepted).not.toBeNull();
  const next = await ok(
    sent(house, 'whaleClerk', sheet('A-2,SHIRT,1,Thailnd,09/08/2026'), undefined, 'only'),
  );
  expect([next.faults, next.answers, next.remembered]).toMatchObject([
    [],
    answers,
    { at: house.clock.now.toISOString() },
  ]);
});

test('what is remembered is another exporter’s never, and nobody else forgets it', async () => {
  const house = await aHouse();
  await ok(sent(house, 'whale', sheet('A-1,SHIRT,1,TH,09/08/2026'), answers));
  const kites = await ok(sent(house, 'kite', sheet('A-1,X-1,1,TH,09/08/2026'), undefined, 'only'));
  expect([kites.remembered, kites.headings]).toEqual([
    null,
    expect.not.objectContaining({ sku: expect.anything() }),
  ]);
  const own = () => sent(house, 'whale', sheet('A-2,SHIRT,1,TH,09/08/2026'), undefined, 'only');
  const { header } = (await ok(own())).remembered;
  expect(await ok(forget(house, 'kite', header))).toEqual({ forgotten: false });
  expect((await ok(own())).remembered).not.toBeNull();
  expect(await ok(forget(house, 'whaleClerk', header))).toEqual({ forgotten: true });
  expect(await ok(forget(house, 'whale', header))).toEqual({ forgotten: false });
  expect((await ok(own())).remembered).toBeNull();
});

test('a file that shows its dates itself is not read by what was remembered', async () => {
  const house = await aHouse();
  await ok(sent(house, 'whale', sheet('A-1,SHIRT,1,TH,09/08/2026'), answers));
  const rows = sheet('A-2,SHIRT,1,TH,08/20/2026', 'A-3,SHIRT,1,TH,09/08/2026');
  const { faults, answers: read } = await ok(sent(house, 'whale', rows, undefined, 'only'));
  expect([faults, read.dates, read.columns]).toEqual([[], {}, answers.columns]);
});

test('answers that take all back leave nothing to remember', async () => {
  const house = await aHouse();
  const known = (row: string) => ['单号,SKU,数量,出口日期', row].join('\n');
  const said = { columns: {}, dates: { exportDate: 'monthFirst' } };
  await ok(sent(house, 'whale', known('A-1,SHIRT,1,09/08/2026'), said));
  expect(await theHouse(house).count(sheetLayouts)).toBe(1);
  await ok(sent(house, 'whale', known('A-2,SHIRT,1,2026-08-09'), { columns: {} }));
  expect(await theHouse(house).count(sheetLayouts)).toBe(0);
});

test('as many answers as a report has groups go along with a file, and a form that is broken is refused', async () => {
  const house = await aHouse();
  const rows = Array.from({ length: 300 }, (_, i) => `A-${i},未知商品编码很长很长很长-${i},1,TH,2026-08-09`);
  const replace = rows.map((row) => ({ column: 'sku', from: row.split(',')[1], to: 'SHIRT' }));
  const { faults } = await ok(sent(house, 'whale', sheet(...rows), { ...answers, replace }, 'only'));
  expect(faults).toEqual([]);
  const broken = ['', '--x', '--x\r\nwhatever', '--x\r\n\r\n', '--x\r\nno name\r\n\r\n1\r\n--x--'];
  for (const body of broken) {
    const { status, body: told } = await request(house.server)
      .post(`/api/v1/return-orders/imports?scanId=${newScan()}&warehouse=HK`)
      .set({ cookie: await house.cookieOf('whale'), 'content-type': 'multipart/form-data; boundary=x' })
      .send(body);
    expect([body, status, Boolean(told.words?.zh)]).toEqual([body, 400, true]);
  }
});

test('what a file writes otherwise than we keep it stands beside it: on the return and in the list’s spreadsheet', async () => {
  const house = await aHouse();
  const rows = [
    '单号,SKU,数量,序列号,退货运单号',
    'ＡＢ－１,ＥＡＲＢＵＤＳ,1,sn 0001,jt0001112223334',
    'A-2,SHIRT,1,,',
  ];
  const report = await ok(imported(house, rows.join('\n')));
  const [first, second] = await Promise.all(
    report.orders.map(({ code }: Body) => ok(house.call('whale', `GET /api/v1/return-orders/${code}`))),
  );
  expect(first).toMatchObject({
    ...{ reference: 'AB-1', waybill: 'JT0001112223334' },
    asWritten: { reference: 'ＡＢ－１', waybill: 'jt0001112223334' },
    lines: [{ sku: 'EARBUDS', serial: 'SN0001', asWritten: { sku: 'ＥＡＲＢＵＤＳ', serial: 'sn 0001' } }],
  });
  expect(second).toMatchObject({ asWritten: null, lines: [{ asWritten: null }] });
  const { text } = await house.call('whale', 'GET /api/v1/return-orders.csv');
  expect(text.split('\r\n').filter((line) => line.includes('ＡＢ－１ · jt0001112223334'))).toHaveLength(1);
});

test('a sheet with faults comes back marked, in the language that is asked for, and stores nothing', async () => {
  const house = await aHouse();
  const file = sheet('A-1,SHIRT,1,Thailnd,09/08/2026', 'A-2,NO-SUCH,1,TH,2026-08-09');
  const { columns } = answers;
  const { status, headers, body } = await sendForm(house, 'whale', file, {
    ...{ answers: { columns }, to: 'imports/marked', language: 'en' },
  });
  expect([status, headers['content-type']]).toEqual([200, expect.stringContaining('spreadsheetml')]);
  const book = xlsx.read(body);
  const marked = book.Sheets[book.SheetNames[0] ?? ''] ?? {};
  expect([marked.B3.v, marked.F3.v]).toEqual([
    'NO-SUCH',
    expect.stringContaining('B3: NO-SUCH is not one of your SKUs'),
  ]);
  expect(marked.F2.v).toContain('D2: ');
  expect(await theHouse(house).count(imports)).toBe(0);
  const nothing = await sendForm(house, 'whale', '', { to: 'imports/marked' });
  expect([nothing.status, JSON.parse(nothing.body).words.zh]).toEqual([
    422,
    expect.stringContaining('没有找到表格'),
  ]);
});

test('of a row of which one cell cannot be read the SKU is looked at all the same: all is told at once', async () => {
  const house = await aHouse();
  const rows = ['单号,SKU,数量', 'A-1,NO-SUCH,x', 'A-2,SHIRT,y', 'A-3,EARBUD,1'];
  const { faults } = await ok(sent(house, 'whale', rows.join('\n'), undefined, 'only'));
  expect(faults.map(({ at, code }: Body) => `${at} ${code}`).sort()).toEqual([
    'B2 unknownSku',
    'B4 unknownSku',
    'C2 ',
    'C3 ',
  ]);
});
