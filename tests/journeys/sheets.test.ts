import { describe, expect, test } from 'vitest';
import { auditLog } from '../../db/schema/access.ts';
import { items } from '../../db/schema/items.ts';
import { systemViewer } from '../../db/seen-by.ts';
import { aHouse, type House } from '../world.ts';
import { announced, ok, received } from './road.ts';
import { workbook } from './sheets.ts';

const linesOf = (text: string) => text.replace('\ufeff', '').trimEnd().split('\r\n');
const shown = { reference: '000123456789012345', waybill: 'JT0001112223334', carrier: 'J&T', country: 'TH' };
/** The days of a spreadsheet, and what of a day has gone by, of a moment in China. */
const serial = (at: Date) => Math.floor((at.getTime() + 8 * 3_600_000) / 1000) / 86_400 + 25_569;

async function oneOfWhales(house: House) {
  const order = await announced(house, 'whale', [{ sku: 'SHIRT', reason: 'R02' }, { sku: 'X-1' }], shown);
  const its = order.items as readonly { readonly code: string; readonly sku?: string }[];
  const code = its.find(({ sku }) => sku === 'SHIRT')?.code ?? '';
  await ok(house.item('liu', code, 'receive', { location: 'R-01' }));
  return { order: order.code, code };
}

describe('a list as a workbook', () => {
  test('keeps numbers as numbers, long numbers as text, and says moments as they were in China', async () => {
    const house = await aHouse();
    // Half an hour before midnight at UTC, which is the next morning in China.
    house.clock.now = new Date('2026-11-23T23:30:07Z');
    const { code, order } = await oneOfWhales(house);
    const { sheet, names, rows } = await workbook(house, 'liu', `items.xlsx?search=${code}&language=zh-CN`);
    expect(sheet).toBe('货品');
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      货品码: { t: 's', v: code, z: '@' },
      数量: { t: 'n', v: 1 },
      货位: { t: 's', v: 'R-01' },
      退货单: { t: 's', v: order },
      出口商单号: { t: 's', v: '000123456789012345', z: '@' },
      退货运单号: { t: 's', v: 'JT0001112223334' },
      挂起: { t: 'n', v: 0 },
      等级: null,
    });
    expect(rows[0]?.退货原因?.v).toMatch(/^R02 \p{Script=Han}/u);
    const at = rows[0]?.['收货时间（北京时间）'];
    expect(at).toMatchObject({ t: 'n', z: 'yyyy\\-mm\\-dd\\ hh:mm:ss' });
    expect(at?.v).toBeCloseTo(serial(house.clock.now), 9);
    expect(names.every((name) => /\p{Script=Han}|SKU/u.test(name))).toBe(true);
  });

  test('is in the language of its reader, headers and words', async () => {
    const house = await aHouse();
    const { code } = await oneOfWhales(house);
    const { sheet, names, rows } = await workbook(house, 'liu', `items.xlsx?search=${code}&language=en`);
    expect([sheet, names[0], names.at(-1)]).toEqual(['Items', 'Licence plate', 'State since (China time)']);
    expect(names.join()).not.toMatch(/\p{Script=Han}/u);
    expect(rows[0]?.State?.v).toBe('Received');
    expect(rows[0]?.Reason?.v).toMatch(/^R02 [A-Z]/);
    const skus = await workbook(house, 'whale', 'skus.xlsx?language=en');
    const phone = skus.rows.find((row) => row.SKU?.v === 'PHONE');
    expect(phone?.['Tracked by serial']?.v).toBe('Yes');
    expect(phone?.['Declared value']?.t).toBe('n');
    expect(phone?.Currency?.v).toBe('CNY');
    expect(phone?.Battery?.v).toMatch(/^Lithium ion/);
  });

  test('has no column that its reader does not see, in no form of it', async () => {
    const house = await aHouse();
    const { code } = await oneOfWhales(house);
    const kites = await announced(house, 'kite', [{ sku: 'SHIRT' }]);
    const { names, rows } = await workbook(house, 'whale', 'items.xlsx?language=zh-CN');
    expect(names).not.toContain('货位');
    expect(names).toContain('出口商单号');
    expect(rows.map((row) => row.货品码?.v)).toContain(code);
    expect(JSON.stringify(rows)).not.toContain(kites.items[0]?.code);
    expect(JSON.stringify(rows)).not.toContain('R-01');
    const csv = await house.call('whale', 'GET /api/v1/items.csv?language=zh-CN');
    expect(linesOf(csv.text)[0]).not.toContain('货位');
    expect(csv.text).not.toContain('R-01');
    const sorted = await house.call('whale', 'GET /api/v1/items.xlsx?sort=location');
    expect(sorted.status).toBe(422);
    const tickets = await workbook(house, 'spark', 'tickets.xlsx?language=en');
    expect(tickets.names).not.toContain('Exporter');
    expect((await house.call('spark', 'GET /api/v1/items.xlsx')).status).toBe(403);
  });

  test('of returns says why, the exporter’s own number, and with which waybill', async () => {
    const house = await aHouse();
    await oneOfWhales(house);
    const { rows } = await workbook(house, 'whale', 'return-orders.xlsx?language=en');
    expect(rows[0]).toMatchObject({
      'Exporter’s own number': { t: 's', v: shown.reference },
      Waybill: { t: 's', v: shown.waybill },
      Country: { v: 'Thailand' },
      Lines: { t: 'n', v: 2 },
    });
    expect(String(rows[0]?.Reasons?.v)).toMatch(/^R01 .+; R02 .+/);
  });

  test('is the same list as its CSV, cell by cell, whose moments carry their offset', async () => {
    const house = await aHouse();
    house.clock.now = new Date('2026-11-23T16:00:00Z');
    await oneOfWhales(house);
    const csv = await house.call('liu', 'GET /api/v1/return-orders.csv?language=en');
    const [head, first] = linesOf(csv.text);
    const { names } = await workbook(house, 'liu', 'return-orders.xlsx?language=en');
    expect(head?.split(',')).toEqual(names);
    expect(first?.endsWith('2026-11-24T00:00:00+08:00,2026-11-24T00:00:00+08:00')).toBe(true);
  });

  test('runs nothing: whatever begins like a formula is text', async () => {
    const house = await aHouse();
    const blind = { scanId: 'blind-formula', location: 'R-01', description: '=cmd|x' };
    await ok(house.call('liu', 'POST /api/v1/receipts', blind));
    const { rows } = await workbook(house, 'liu', 'items.xlsx?language=zh-CN');
    expect(rows.map((row) => row.品名)).toContainEqual({ t: 's', v: '=cmd|x', z: '@' });
  });

  test.each(['parcels', 'consignments', 'shipments', 'locations', 'tickets', 'skus'])(
    'is there for %s, too',
    async (list) => {
      const house = await aHouse();
      await received(house);
      const { names, name } = await workbook(house, 'wang', `${list}.xlsx?language=zh-CN`);
      expect(name).toContain(`${list}.xlsx`);
      expect(names.length).toBeGreaterThan(5);
    },
  );
});

test('fifty thousand rows are given out whole, and of one more nothing: it is said', async () => {
  const house = await aHouse();
  const system = house.database.as(systemViewer);
  const line = (i: number) => ({
    ...{
      id: `line-${i}`,
      at: new Date(Date.UTC(2026, 0, 1) + i * 1000),
      byWhom: 'ma',
      byName: '马',
      device: null,
    },
    ...{ action: 'keyMade', subject: 'many', subjectName: `=${i}`, organisationId: '', changed: {} },
  });
  const lines = Array.from({ length: 50_000 }, (_, i) => line(i));
  for (let from = 0; from < lines.length; from += 5_000)
    await system.atomically((tx) => tx.addMany(auditLog, lines.slice(from, from + 5_000)));
  const { rows } = await workbook(house, 'admin', 'audit.xlsx?subject=many&language=zh-CN');
  expect(rows).toHaveLength(50_000);
  expect(new Set(rows.map((row) => row.对象?.v)).size).toBe(50_000);
  await system.atomically((tx) => tx.add(auditLog, line(50_000)));
  for (const ending of ['xlsx', 'csv']) {
    const { status, body } = await house.call('admin', `GET /api/v1/audit.${ending}?subject=many`);
    expect([status, body.words?.zh]).toEqual([422, expect.stringContaining('50,000')]);
  }
});

test('what is read for one spreadsheet is of one moment, whatever is written meanwhile', async () => {
  const house = await aHouse();
  await received(house);
  const whale = house.as('whale');
  const counted = await whale.snapshot(async (db) => {
    const before = await db.count(items);
    await received(house);
    return [before, await db.count(items), await whale.count(items)];
  });
  expect(counted).toEqual([1, 1, 2]);
  await expect(whale.snapshot(async () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await whale.snapshot((db) => db.count(items))).toBe(2);
});
