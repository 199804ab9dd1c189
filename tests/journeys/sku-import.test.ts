import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { finishTasks } from '../../server/jobs/background-tasks.ts';
import { skuTemplate } from '../../server/skus/import-template.ts';
import { writeWorkbook } from '../../server/spreadsheets/write-workbook.ts';
import type { Name } from '../cast.ts';
import { aHouse, type House, newScan } from '../world.ts';
import { type Body, ok, received, shippedOut, stored } from './road.ts';
import { raw } from './sheets.ts';

interface Sent {
  readonly who?: Name;
  readonly exporter?: string;
  readonly check?: 'only';
  readonly answers?: object;
  readonly scanId?: string;
}
async function send(house: House, file: string | Uint8Array, { who = 'whale', answers, ...rest }: Sent = {}) {
  const asked = new URLSearchParams({
    ...{ scanId: newScan(), ...rest },
    ...(answers ? { answers: JSON.stringify(answers) } : {}),
  });
  return raw(house, who, `skus/imports?${asked}`, file);
}
/** Sent, stored by the jobs where it is accepted, and what came of it. */
async function imported(house: House, file: string | Uint8Array, sent: Sent = {}) {
  const { status, body } = await send(house, file, sent);
  if (!body.accepted) return { status, body };
  for (;;) {
    await finishTasks(house.deps);
    const { body: progress } = await house.call(
      sent.who ?? 'whale',
      `GET /api/v1/skus/imports/${body.accepted}`,
    );
    if (progress.finishedAt) return { status, body, progress };
    await sleep(5);
  }
}
const skuOf = (house: House, code: string, who: Name = 'whale') =>
  ok(house.call(who, `GET /api/v1/skus/${code}`));
const head =
  '商品编码,中文品名,英文品名,类别,条码,HS 编码,申报价值,币种,重量（克）,电池,电池瓦时,按序列号管理,序列号格式,含个人数据';
const fan =
  'FAN-1,手持风扇,Hand fan,fans,6901234567892,8414.51.9900,"1,285.50",人民币,0.25kg,内置,7.4Wh,是,FN######,否';

describe('a catalogue as a spreadsheet', () => {
  test('is checked first, and then each SKU is there as it was written', async () => {
    const house = await aHouse();
    const file = `${head}\n${fan}\nTEE-1,T恤,T-shirt,clothing,,,35,,180,无,,否,,否\n`;
    const { body } = await send(house, file, { check: 'only' });
    expect(body).toMatchObject({ accepted: null, faults: [], counts: { new: 2, changed: 0, same: 0 } });
    expect((await house.call('whale', 'GET /api/v1/skus/FAN-1')).status).toBe(404);
    const { status, progress } = await imported(house, file);
    expect([status, progress]).toEqual([
      202,
      expect.objectContaining({ total: 2, done: 2, added: 2, changed: 0, same: 0, leftOut: [], pending: 0 }),
    ]);
    expect(await skuOf(house, 'FAN-1')).toMatchObject({
      ...{ nameZh: '手持风扇', nameEn: 'Hand fan', gtin: '06901234567892', hsCode: '8414519900' },
      ...{ valueMinor: 128_550, currency: 'CNY', weightGrams: 250, battery: 'ion in equipment' },
      ...{ batteryWh: '7.4', serialTracked: true, serialPattern: 'FN######', holdsData: false, active: true },
      exporterCode: 'whale',
    });
    expect(await skuOf(house, 'TEE-1')).toMatchObject({ battery: 'none', serialTracked: false, gtin: null });
  });

  test('says what changes from what to what, and what is left empty stays', async () => {
    const house = await aHouse();
    await imported(house, `${head}\n${fan}\n`);
    const change = '商品编码,中文品名,申报价值,重量（克）\nFAN-1,手持小风扇,1285.5,\n';
    const { body } = await send(house, change, { check: 'only' });
    expect(body).toMatchObject({
      counts: { new: 0, changed: 1, same: 0 },
      changes: [
        {
          row: 2,
          code: 'FAN-1',
          kind: 'changed',
          fields: [{ field: 'nameZh', from: '手持风扇', to: '手持小风扇' }],
        },
      ],
    });
    const { progress } = await imported(house, change);
    expect(progress).toMatchObject({ added: 0, changed: 1 });
    expect(await skuOf(house, 'FAN-1')).toMatchObject({
      nameZh: '手持小风扇',
      weightGrams: 250,
      battery: 'ion in equipment',
    });
  });

  test('sent again, under its scanId or another, it changes nothing', async () => {
    const house = await aHouse();
    const scanId = newScan();
    const file = `${head}\n${fan}\n`;
    await imported(house, file, { scanId });
    const before = await skuOf(house, 'FAN-1');
    expect((await imported(house, file, { scanId })).progress).toMatchObject({ total: 1, added: 1 });
    const again = await imported(house, file);
    expect(again.body.counts).toEqual({ new: 0, changed: 0, same: 1 });
    expect([again.status, again.progress]).toMatchObject([200, { total: 0, added: 0, changed: 0, same: 1 }]);
    expect(await skuOf(house, 'FAN-1')).toEqual(before);
    expect((await send(house, `${file}\n`, { scanId })).body.code).toBe('scan_id_reused');
  });

  test('with one fault in it nothing is stored, and each is named by its cell', async () => {
    const house = await aHouse();
    const file = `${head}
${fan}
X-2,只有中文,,,,,,,,,,,,
X-3,名,Name,c,6901234567893,85,9.999,CNY,12.5,火,x,也许,,
FAN-1,手持风扇,Hand fan,fans,,,1,CNY,1,,,,,
X-4,名,Name,c,,,"1,000",CNY,1,,,,,
`;
    const { status, body } = await send(house, file);
    expect([status, body.accepted]).toEqual([200, null]);
    const at = (body.faults as Body[]).map((fault) => fault.at);
    for (const cell of ['C3', 'D3', 'G3', 'I3', 'F4', 'I4', 'J4', 'K4', 'L4', 'A5', 'G6'])
      expect(at, cell).toContain(cell);
    for (const { words } of body.faults) expect(words.zh && words.en).toBeTruthy();
    expect((await house.call('whale', 'GET /api/v1/skus/FAN-1')).status).toBe(404);
    const wrong = await send(house, `${head}\nX-3,名,Name,c,6901234567893,,9.99,CNY,12,,,,,\n`);
    expect(wrong.body.faults).toMatchObject([{ at: 'E2', column: 'gtin' }]);
    // What is missing hides nothing of what is wrong beside it.
    const several = await send(house, `${head}\nX-3,名,Name,,6901234567893,85,9.99,CNY,12,,,,,[\n`);
    expect((several.body.faults as Body[]).map((fault) => fault.at).sort()).toEqual(['D2', 'E2', 'F2', 'N2']);
  });

  test('an amount never becomes one of another currency by the way', async () => {
    const house = await aHouse();
    const { body } = await send(house, 'SKU,Currency\nSHIRT,USD\n');
    expect(body.faults).toMatchObject([{ at: 'B2', words: { zh: expect.stringContaining('CNY 改成 USD') } }]);
    const { progress } = await imported(house, 'SKU,Currency,Value\nSHIRT,USD,12.5\n');
    expect(progress).toMatchObject({ changed: 1 });
    expect(await skuOf(house, 'SHIRT')).toMatchObject({ valueMinor: 1250, currency: 'USD' });
    expect((await send(house, 'SKU,Currency,Value\nSHIRT,JPY,12.5\n')).body.faults).toMatchObject([
      { at: 'C2' },
    ]);
  });

  test('of what goods lie under, nothing that customs or a carrier looks at changes unasked', async () => {
    const house = await aHouse();
    await received(house, 'SHIRT');
    const file = '商品编码,电池,HS 编码\nSHIRT,内置,\n';
    const { body } = await send(house, file);
    expect(body).toMatchObject({
      accepted: null,
      faults: [
        { at: 'B2', column: 'battery', may: 'keep', words: { zh: expect.stringContaining('1 件货') } },
      ],
    });
    expect((await skuOf(house, 'SHIRT')).battery).toBe('none');
    const meant = await imported(house, file, {
      answers: { keep: [{ column: 'battery', code: 'underGoods' }] },
    });
    expect(meant.progress).toMatchObject({ changed: 1 });
    expect((await skuOf(house, 'SHIRT')).battery).toBe('ion in equipment');
    // Its name is nobody's business but its exporter's.
    expect((await imported(house, '商品编码,中文品名\nSHIRT,新名\n')).progress).toMatchObject({ changed: 1 });
  });

  test('of what left long ago it changes freely', async () => {
    const house = await aHouse();
    const shipment = await shippedOut(house, 'resale', [await stored(house)]);
    await ok(house.shipment('sun', shipment, 'deliver'));
    const { progress } = await imported(house, 'SKU,HS code\nSHIRT,6109100021\n');
    expect(progress).toMatchObject({ changed: 1, leftOut: [] });
  });

  test('that goods came under meanwhile is left out and named', async () => {
    const house = await aHouse();
    const { body } = await send(house, '商品编码,电池\nSHIRT,内置\n');
    expect(body.accepted).toBeTruthy();
    await received(house, 'SHIRT');
    await finishTasks(house.deps);
    const { body: progress } = await house.call('whale', `GET /api/v1/skus/imports/${body.accepted}`);
    expect(progress).toMatchObject({ total: 1, done: 1, changed: 0, leftOut: [{ row: 2, code: 'SHIRT' }] });
    expect((await skuOf(house, 'SHIRT')).battery).toBe('none');
  });

  test('is taken from the office for the exporter it names, and from nobody who may not', async () => {
    const house = await aHouse();
    const file = `${head}\n${fan}\n`;
    expect((await send(house, file, { who: 'ma' })).body.issues?.[0]?.path).toEqual(['exporter']);
    const { progress } = await imported(house, file, { who: 'ma', exporter: 'kite' });
    expect(progress).toMatchObject({ added: 1 });
    expect(await skuOf(house, 'FAN-1', 'kite')).toMatchObject({ exporterCode: 'kite' });
    expect((await house.call('whale', 'GET /api/v1/skus/FAN-1')).status).toBe(404);
    expect((await send(house, file, { who: 'whaleClerk' })).status).toBe(403);
    // Whoever names another exporter imports their own all the same.
    await imported(house, file, { exporter: 'kite' });
    expect(await skuOf(house, 'FAN-1')).toMatchObject({ exporterCode: 'whale' });
  });

  test('may be our own spreadsheet of SKUs, put right in Excel, in either language and either form', async () => {
    const house = await aHouse();
    for (const language of ['&language=zh-CN', '&language=en', '']) {
      const asked = `skus.xlsx?sort=code${language}`;
      const workbook = await raw(house, 'whale', asked);
      const csv = await raw(house, 'whale', asked.replace('xlsx', 'csv'));
      for (const { bytes } of [workbook, csv]) {
        const { body } = await send(house, bytes, { check: 'only' });
        expect([body.faults, body.counts.new, body.counts.changed]).toEqual([[], 0, 0]);
        expect(body.counts.same).toBeGreaterThan(4);
      }
    }
  });

  test('has a template whose examples can be imported as they are', async () => {
    const house = await aHouse();
    const answers = { sheet: '填写示例 Examples' };
    const { body, progress } = await imported(house, skuTemplate().bytes, { answers });
    expect([body.faults, progress]).toMatchObject([[], { added: 2 }]);
  });

  test('keeps long numbers of a workbook, and refuses those that it lost', async () => {
    const house = await aHouse();
    const columns = [{ name: 'SKU' }, { name: 'Barcode' }];
    const book = (gtin: string | number) => writeWorkbook([{ name: 'x', columns, rows: [['SHIRT', gtin]] }]);
    expect((await send(house, book('00012345678905'), { check: 'only' })).body).toMatchObject({
      ...{ faults: [], changes: [{ fields: [{ field: 'gtin', to: '00012345678905' }] }] },
    });
    expect((await send(house, 'SKU,Barcode\nSHIRT,6.90123E+12\n')).body.faults).toMatchObject([{ at: 'B2' }]);
  });
});

test('a catalogue of many SKUs is stored piece by piece, and comes to its end', async () => {
  const house = await aHouse();
  const rows = Array.from({ length: 120 }, (_, i) => `M-${i},名 ${i},Name ${i},c,,,1,CNY,1,,,,,`);
  const { progress } = await imported(house, `${head}\n${rows.join('\n')}\n`);
  expect(progress).toMatchObject({
    total: 120,
    done: 120,
    added: 120,
    leftOut: [],
    pending: 0,
    failing: false,
  });
  expect((await ok(house.call('whale', 'GET /api/v1/skus?search=M-'))).total).toBeGreaterThanOrEqual(120);
});
