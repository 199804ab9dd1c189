import * as xlsx from '@e965/xlsx';
import { expect, onTestFinished, test } from 'vitest';
import { exportedOrders } from '../../db/schema/exported.ts';
import { backgroundTasks } from '../../db/schema/jobs.ts';
import { systemViewer } from '../../db/seen-by.ts';
import { carryOn, finishTasks } from '../../server/jobs/background-tasks.ts';
import { aHouse, type House, newScan } from '../world.ts';
import { exportsStored, importedExports, sendExports } from './exported.ts';
import { sendForm } from './importing.ts';
import { ok } from './road.ts';
import { raw } from './sheets.ts';

const head = '订单号,商品编码,数量,国家,出口日期';
const many = (n: number) =>
  [head, ...Array.from({ length: n }, (_, i) => `SO-${i},SHIRT,${1 + (i % 3)},泰国,2026-08-20`)].join('\n');
const numbersIn = async (house: House) =>
  (await house.database.as(systemViewer).find(exportedOrders, undefined, 9_999))
    .map(({ number }) => number)
    .filter((number) => number.startsWith('SO-'));
const ats = ({ faults }: { faults: { at: string | null }[] }) => faults.map(({ at }) => at);

test('a sheet of exported orders is accepted, and says how far it has come until all of it is stored', async () => {
  const house = await aHouse();
  const scanId = newScan();
  const { status, body } = await sendExports(house, many(40), { scanId });
  expect([status, body]).toMatchObject([202, { accepted: scanId, pending: 40, orders: 40, faults: [] }]);
  expect(await numbersIn(house)).toEqual([]);
  const asked = () => ok(house.call('whale', 'GET /api/v1/exported-orders/imports'));
  expect(await asked()).toEqual({ running: scanId });
  // Whoever works at the same exporter has imports of their own.
  const ofClerk = house.call('whaleClerk', `GET /api/v1/exported-orders/imports/${scanId}`);
  expect((await ofClerk).status).not.toBe(200);
  await finishTasks(house.deps);
  expect(await exportsStored(house, scanId)).toMatchObject({
    ...{ total: 40, done: 40, added: 40, changed: 0, same: 0, leftOut: [], pending: 0, failing: false },
    finishedAt: expect.any(String),
  });
  expect((await numbersIn(house)).length).toBe(40);
  expect(await asked()).toEqual({ running: null });
});

test('sent twice under one scanId it is one import; with another file under it, it is refused', async () => {
  const house = await aHouse();
  const scanId = newScan();
  const twice = await Promise.all([1, 2].map(() => sendExports(house, many(6), { scanId })));
  expect(twice.map(({ body }) => body.accepted)).toEqual([scanId, scanId]);
  await finishTasks(house.deps);
  expect((await sendExports(house, many(6), { scanId })).body).toMatchObject({
    accepted: scanId,
    pending: 0,
  });
  expect((await numbersIn(house)).length).toBe(6);
  expect((await sendExports(house, many(7), { scanId })).body.code).toBe('scan_id_reused');
});

test('an import whose server stopped in the middle of it goes on from there, each order once', async () => {
  const house = await aHouse();
  const scanId = newScan();
  await sendExports(house, many(60), { scanId });
  const stopping = new AbortController();
  Object.assign(house.deps, { ending: stopping.signal });
  onTestFinished(() => void Object.assign(house.deps, { ending: undefined }));
  const stored = carryOn(house.deps, `whale ${scanId}`);
  for (let done = 0; done === 0; ) done = (await exportsStored(house, scanId)).done;
  stopping.abort();
  expect(await stored).toBe(false);
  const { done } = await exportsStored(house, scanId);
  expect(done).toBeLessThan(60);
  expect((await numbersIn(house)).length).toBe(done);
  Object.assign(house.deps, { ending: undefined });
  await finishTasks(house.deps);
  expect(await exportsStored(house, scanId)).toMatchObject({ done: 60, added: 60, same: 0, pending: 0 });
  const all = await numbersIn(house);
  expect([all.length, new Set(all).size]).toEqual([60, 60]);
  expect(await house.database.as(systemViewer).find(backgroundTasks)).toEqual([]);
});

test('columns that nobody knows are asked about once, and remembered for exports of this exporter alone', async () => {
  const house = await aHouse();
  const file = (number: string) => `Bestellung,Artikel,Menge\n${number},EARBUDS,2`;
  const { body } = await sendExports(house, file('SO-1'), { check: 'only' });
  expect(body.faults.length).toBeGreaterThan(0);
  expect(body.written.map(({ name }: { name: string }) => name)).toEqual(['Bestellung', 'Artikel', 'Menge']);
  const columns = { number: 'Bestellung', sku: 'Artikel', quantity: 'Menge' };
  const { progress } = await importedExports(house, file('SO-1'), { answers: { columns } });
  expect(progress).toMatchObject({ added: 1 });
  const next = await sendExports(house, file('SO-2'), { check: 'only' });
  expect(next.body).toMatchObject({
    faults: [],
    answers: { columns },
    remembered: { at: expect.any(String) },
  });
  // What was said of orders is not said of returns, nor by another exporter.
  const ofReturns = await sendForm(house, 'whale', file('SO-2'), { check: 'only' });
  expect(ofReturns.body.remembered).toBeNull();
  expect((await sendExports(house, file('SO-2'), { check: 'only', who: 'kite' })).body.remembered).toBeNull();
  const header = next.body.remembered.header;
  expect(await ok(house.call('whale', `DELETE /api/v1/exported-orders/layouts/${header}`))).toEqual({
    forgotten: true,
  });
  expect((await sendExports(house, file('SO-2'), { check: 'only' })).body.remembered).toBeNull();
});

test('a column of dates that can be read two ways is asked about once', async () => {
  const house = await aHouse();
  const file = (number: string) =>
    `${head}\n${number},SHIRT,1,泰国,09/08/2026\n${number},EARBUDS,1,,07/08/2026`;
  const { body } = await sendExports(house, file('SO-1'), { check: 'only' });
  expect(ats(body)).toEqual(['E2', 'E3']);
  expect(body.faults[0]).toMatchObject({ may: 'dates', code: 'dateTwoWays' });
  await importedExports(house, file('SO-1'), { answers: { dates: { exportDate: 'dayFirst' } } });
  const [{ id }] = (await ok(house.call('whale', 'GET /api/v1/exported-orders?search=SO-1'))).rows;
  const { lines } = await ok(house.call('whale', `GET /api/v1/exported-orders/${id}`));
  expect(lines.map(({ exportDate }: { exportDate: string }) => exportDate)).toEqual([
    '2026-08-09',
    '2026-08-07',
  ]);
  expect((await sendExports(house, file('SO-2'), { check: 'only' })).body.faults).toEqual([]);
});

test('of several sheets with orders it is asked which is meant; a word is put right for its whole group', async () => {
  const house = await aHouse();
  const sheet = (...rows: string[][]) => xlsx.utils.aoa_to_sheet([head.split(','), ...rows]);
  const book = xlsx.utils.book_new(sheet(['SO-1', 'SHIRT', '1', '泰国', '']), '八月');
  const wrong = ['SO-2', 'SHIRT', '1', 'Thailnd', ''];
  xlsx.utils.book_append_sheet(book, sheet(wrong, ['SO-3', ...wrong.slice(1)]), '九月');
  const file = xlsx.write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
  expect((await sendExports(house, file, { check: 'only' })).body.sheets).toEqual(['八月', '九月']);
  const second = { sheet: '九月' };
  const { body } = await sendExports(house, file, { check: 'only', answers: second });
  expect(ats(body)).toEqual(['D2', 'D3']);
  expect(body.faults[0].proposals[0]).toMatchObject({ value: 'TH' });
  const replace = [{ column: 'country', from: 'Thailnd', to: 'TH' }];
  const { progress } = await importedExports(house, file, { answers: { ...second, replace } });
  expect(progress).toMatchObject({ added: 2 });
  expect((await numbersIn(house)).sort()).toEqual(['SO-2', 'SO-3']);
});

test('the sheet itself comes back with its faults marked, cell by cell', async () => {
  const house = await aHouse();
  const file = `${head}\nSO-1,SHIRT,many,泰国,2026-08-20`;
  const { status, body } = await sendForm(house, 'whale', file, {
    ...{ of: 'exported-orders', to: 'imports/marked', language: 'en' },
  });
  expect(status).toBe(200);
  const sheet = Object.values(xlsx.read(body as Buffer).Sheets)[0];
  expect(sheet?.C2?.c?.[0]?.t).toContain('number');
  expect(sheet?.F2?.v).toContain('C2: ');
});

test('the template has lists to choose from, and its examples can be imported as they are', async () => {
  const house = await aHouse();
  const { bytes, headers } = await raw(house, 'whale', 'exported-orders/template.xlsx');
  expect(headers['content-disposition']).toContain('template.xlsx');
  const answers = { sheet: '填写示例 Examples' };
  const { progress } = await importedExports(house, bytes, { answers });
  expect(progress).toMatchObject({ added: 1, leftOut: [] });
  const [{ exported }] = (await ok(house.call('whale', 'GET /api/v1/exported-orders'))).rows;
  expect(exported).toBe(7);
});

test('a SKU that is none of the catalogue is a fault of its cell, with the nearest proposed, before anything is stored', async () => {
  const house = await aHouse();
  const file = `${head}\nSO-1,EARBUD,1,,\nSO-2,earbuds,1,,\nSO-3,NO-SUCH-THING,1,,`;
  const { status, body } = await sendExports(house, file);
  expect([status, body.accepted, ats(body)]).toEqual([200, null, ['B2', 'B4']]);
  expect(body.faults[0]).toMatchObject({ code: 'unknownSku', may: null, proposals: [{ value: 'EARBUDS' }] });
  const replace = ['EARBUD', 'NO-SUCH-THING'].map((from) => ({ column: 'sku', from, to: 'EARBUDS' }));
  const { progress } = await importedExports(house, file, { answers: { replace } });
  expect(progress).toMatchObject({ added: 3, leftOut: [] });
});

test('rows of one order are one however its number and platform are written, and no piece of them is lost', async () => {
  const house = await aHouse();
  const rows = ['SO-1,Shopee,EARBUDS,2', 'so-1,shopee,EARBUDS,3', 'SO-1,,EARBUDS,4', 'SO-2,,SHIRT,1'];
  await importedExports(house, ['订单号,平台,商品编码,数量', ...rows].join('\n'));
  const all = (await ok(house.call('whale', 'GET /api/v1/exported-orders?sort=number'))).rows;
  const lines = await Promise.all(
    all.map(
      async ({ id }: { id: string }) =>
        (await ok(house.call('whale', `GET /api/v1/exported-orders/${id}`))).lines,
    ),
  );
  expect(
    all.map(({ number, platform }: { number: string; platform: string }) => [number, platform]).sort(),
  ).toEqual([
    ['SO-1', 'Shopee'],
    ['SO-2', ''],
  ]);
  expect(
    lines
      .flat()
      .map(({ sku, exported }: { sku: string; exported: number }) => [sku, exported])
      .sort(),
  ).toEqual([
    ['EARBUDS', 9],
    ['SHIRT', 1],
  ]);
});

test('where a sheet counts, a row without a count is named; a thing with a serial is one', async () => {
  const house = await aHouse();
  const rows = ['SO-1,SHIRT,,', 'SO-1,SHIRT,-,', 'SO-1,PHONE,,SN-1001', 'SO-1,SHIRT,2,'];
  const { status, body } = await sendExports(house, ['订单号,商品编码,数量,序列号', ...rows].join('\n'), {
    scanId: newScan(),
  });
  expect(status).toBe(200);
  expect(ats(body)).toEqual(['C2', 'C3']);
  await importedExports(house, ['订单号,商品编码', 'SO-1,SHIRT', 'SO-1,SHIRT'].join('\n'));
  const [{ id }] = (await ok(house.call('whale', 'GET /api/v1/exported-orders'))).rows;
  const { lines } = await ok(house.call('whale', `GET /api/v1/exported-orders/${id}`));
  expect(lines.map(({ exported }: { exported: number }) => exported)).toEqual([2]);
});
