import { describe, expect, test } from 'vitest';
import type { Name } from '../cast.ts';
import { aHouse, type House, newScan } from '../world.ts';
import {
  announced,
  type Body,
  decided,
  ok,
  received,
  shipmentAsk,
  shippedOut,
  sound,
  stored,
} from './road.ts';
import { rowOf } from './rows.ts';

const list = (house: House, what: string, query: string, who: Name = 'wang') =>
  ok(house.call(who, `GET /api/v1/${what}?${query}`));
const codes = async (house: House, query: string, what = 'items', who: Name = 'wang') =>
  (await list(house, what, query, who)).rows.map(({ code }: Body) => code as string);

/** A shelf, a dock, a quarantine and a road: things of two exporters in different states, an hour apart. */
async function goods(house: House) {
  const onShelf = await stored(house, 'RTS', sound, 'SHIRT', { quantity: 4 });
  house.later(1);
  const sorted = await decided(house, 'RTO', { ...sound, cosmetic: 'C3' }, 'EARBUDS', { serial: 'SN-1001' });
  house.later(1);
  const atDock = await received(house, 'PHONE', { serial: 'SN-2001' });
  await ok(house.item('wu', atDock, 'hold', { kind: 'quality' }));
  await ok(house.item('wu', atDock, 'hold', { kind: 'customs' }));
  house.later(1);
  const order = await announced(house, 'kite', [{ sku: 'SHIRT', quantity: 7 }]);
  return { onShelf, sorted, atDock, kites: order.items[0]?.code ?? '', order: order.code };
}

describe('the list of items', () => {
  test('says of each what it is, whose, where, how far, and how long it still has', async () => {
    const house = await aHouse();
    const { onShelf, kites, atDock } = await goods(house);
    const { rows, total, page, size } = await list(house, 'items', 'sort=code');
    expect([rows.length, total, page, size]).toEqual([4, 4, 1, 50]);
    const row = (code: string) => rows.find((one: Body) => one.code === code);
    const stands = await rowOf(house, onShelf);
    expect(row(onShelf)).toEqual({
      ...{ code: onShelf, quantity: 4, serial: null, sku: 'SHIRT', grade: 'A', disposition: 'RTS' },
      cameAs: null,
      ...{ reference: null, reason: 'R01', waybill: null },
      ...{ location: 'A-01-01-1', hazard: false, holds: 0, exporterCode: 'whale', order: row(onShelf).order },
      state: { id: 'stored', zh: '在库', en: 'Stored', phase: 'storage' },
      stateSince: '2026-11-23T02:00:00.000Z',
      receivedAt: '2026-11-23T02:00:00.000Z',
      name: { zh: '广告衫', en: '广告衫 (en)' },
      exporter: { zh: '深圳蓝鲸电子有限公司', en: 'Shenzhen Blue Whale Electronics' },
      // Exported on 1 September: the six months less a day end on 28 February.
      windowDays: 97,
    });
    expect(stands.taxReliefUntil).toBe('2027-02-28');
    expect(row(atDock)).toMatchObject({ serial: 'SN-2001', holds: 2, location: 'R-01', grade: null });
    expect(row(kites)).toMatchObject({
      ...{ state: { id: 'announced' }, location: null, receivedAt: null, exporterCode: 'kite', quantity: 7 },
    });
  });

  test('counts the days that are left in China, where the day begins eight hours earlier', async () => {
    const house = await aHouse();
    const code = await received(house);
    const left = async () => (await list(house, 'items', '')).rows[0].windowDays;
    house.clock.now = new Date('2026-11-23T15:59:59Z');
    expect(await left()).toBe(97);
    house.clock.now = new Date('2026-11-23T16:00:00Z');
    expect(await left()).toBe(96);
    const seen = await ok(house.call('wang', `GET /api/v1/items/${code}`));
    expect(seen.customs).toMatchObject({
      taxRelief: { until: '2027-02-28', daysLeft: 96 },
      supervision: { until: '2027-09-01', daysLeft: 281 },
    });
  });

  test('counts to the end of supervision where the mode of its export has no relief', async () => {
    const house = await aHouse();
    const other = { exportMode: 'other', exportDate: '2026-09-01', releaseDate: '2026-09-02' };
    await announced(house, 'whale', [{ sku: 'SHIRT', ...other }]);
    const { rows } = await list(house, 'items', '');
    expect(rows).toMatchObject([{ windowDays: 282 }]);
  });

  test('has no days left to count where no paper says from when', async () => {
    const house = await aHouse();
    const blind = { scanId: newScan(), location: 'R-01', description: '灰色盒子' };
    const { code } = await ok(house.call('liu', 'POST /api/v1/receipts', blind));
    const { rows } = await list(house, 'items', '');
    expect(rows).toMatchObject([
      {
        ...{ code, windowDays: null, sku: null, exporterCode: null, order: null, holds: 1 },
        ...{ name: { zh: '灰色盒子', en: '灰色盒子' }, exporter: { zh: '', en: '' } },
      },
    ]);
  });

  const fitting: [string, (of: Awaited<ReturnType<typeof goods>>) => string[]][] = [
    ['state=stored,sorted', ({ onShelf, sorted }) => [onShelf, sorted]],
    ['state=received', ({ atDock }) => [atDock]],
    ['phase=sorting', ({ sorted }) => [sorted]],
    ['phase=storage,announced', ({ onShelf, kites }) => [onShelf, kites]],
    ['phase=nowhere', () => []],
    ['phase=receiving&state=stored', ({ atDock, onShelf }) => [atDock, onShelf]],
    ['grade=A', ({ onShelf }) => [onShelf]],
    ['grade=A,C', ({ onShelf, sorted }) => [onShelf, sorted]],
    ['disposition=RTO', ({ sorted }) => [sorted]],
    ['exporter=kite', ({ kites }) => [kites]],
    ['exporter=kite,whale&state=announced', ({ kites }) => [kites]],
    ['sku=SHIRT', ({ onShelf, kites }) => [onShelf, kites]],
    ['location=A-01-01-1', ({ onShelf }) => [onShelf]],
    ['held=yes', ({ atDock }) => [atDock]],
    ['search=SN-1001', ({ sorted }) => [sorted]],
    ['search=SN-1001&state=stored', () => []],
    ['window=97&exporter=whale', ({ onShelf, sorted, atDock }) => [onShelf, sorted, atDock]],
    ['window=96', () => []],
  ];
  test('shows what fits each filter, and counts it', async () => {
    const house = await aHouse();
    const of = await goods(house);
    for (const [query, expected] of [...fitting, [`order=${of.order}`, () => [of.kites]] as const]) {
      const { rows, total } = await list(house, 'items', query);
      expect([query, ...rows.map(({ code }: Body) => code).sort()]).toEqual([query, ...expected(of).sort()]);
      expect([query, total]).toEqual([query, expected(of).length]);
    }
  });

  test('is sorted by what is asked, and shows first what moved last', async () => {
    const house = await aHouse();
    const { onShelf, sorted, atDock, kites } = await goods(house);
    const latest = [kites, atDock, sorted, onShelf];
    expect(await codes(house, '')).toEqual(latest);
    expect(await codes(house, 'sort=stateSince')).toEqual([...latest].reverse());
    expect(await codes(house, 'sort=-createdAt')).toEqual(latest);
    expect(await codes(house, 'sort=code')).toEqual([...latest].sort());
    expect((await codes(house, 'sort=-quantity')).slice(0, 2)).toEqual([kites, onShelf]);
    expect((await codes(house, 'sort=quantity')).slice(2)).toEqual([onShelf, kites]);
    expect(await codes(house, 'sort=state')).toEqual([kites, atDock, sorted, onShelf]);
    expect(await codes(house, 'sku=SHIRT&sort=windowDays')).toHaveLength(2);
    expect(await codes(house, 'state=stored,sorted&sort=-grade')).toEqual([sorted, onShelf]);
    expect(await codes(house, 'state=received,stored&sort=location')).toEqual([onShelf, atDock]);
    const odd = await house.call('wang', 'GET /api/v1/items?sort=colour');
    expect(odd.body).toMatchObject({ status: 422, issues: [{ path: ['sort'], code: 'unknown' }] });
  });

  test('comes in pages, of which each item is on one', async () => {
    const house = await aHouse();
    await goods(house);
    const all = await codes(house, 'sort=code');
    const page = (n: number, more = '') => list(house, 'items', `sort=code&size=3&page=${n}${more}`);
    expect((await page(1)).rows.map(({ code }: Body) => code)).toEqual(all.slice(0, 3));
    expect((await page(2)).rows.map(({ code }: Body) => code)).toEqual(all.slice(3));
    expect(await page(2)).toMatchObject({ total: 4, page: 2, size: 3 });
    expect(await page(3)).toMatchObject({ rows: [], total: 4 });
    expect(await page(1, '&search=SHIRT')).toMatchObject({ total: 2 });
  });

  test('shows an exporter its own, and not where they lie', async () => {
    const house = await aHouse();
    const { kites, onShelf } = await goods(house);
    expect(await codes(house, '', 'items', 'kite')).toEqual([kites]);
    const { rows } = await list(house, 'items', 'state=stored', 'whale');
    expect(rows).toMatchObject([{ code: onShelf, location: null, disposition: 'RTS' }]);
  });

  test('as a spreadsheet has the same rows under their headers, as many filters, and all of them', async () => {
    const house = await aHouse();
    const { onShelf, sorted, atDock } = await goods(house);
    const sheet = await house.call('wang', 'GET /api/v1/items.csv?exporter=whale&sort=stateSince');
    expect(sheet.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(sheet.headers['content-disposition']).toContain('items.csv');
    const [head, ...lines] = sheet.text.replace('\ufeff', '').trim().split('\r\n');
    expect(head?.split(',')).toEqual([
      ...[
        '货品码 Licence plate',
        '状态 State',
        '商品编码 SKU',
        '品名 Name',
        '数量 Quantity',
        '序列号 Serial',
      ],
      ...[
        '出口商 Exporter',
        '等级 Grade',
        '去向 Disposition',
        '货位 Location',
        '挂起 Holds',
        '退货单 Return order',
      ],
      ...['出口商单号 Exporter’s own number', '退货原因 Reason', '退货运单号 Waybill'],
      '到货情况 Came unannounced',
      '海关期限剩余天数 Days left',
      ...['收货时间（北京时间） Received at (China time)', '状态起始（北京时间） State since (China time)'],
    ]);
    expect(lines.map((line: string) => line.split(',')[0])).toEqual([onShelf, sorted, atDock]);
    const order = (await rowOf(house, onShelf)).orderId;
    expect(order).not.toBeNull();
    expect(lines[0]?.split(',').slice(1, 11)).toEqual([
      ...[
        '在库 Stored',
        'SHIRT',
        '广告衫 广告衫 (en)',
        '4',
        '',
        '深圳蓝鲸电子有限公司 Shenzhen Blue Whale Electronics',
        'A',
        'RTS',
        'A-01-01-1',
        '0',
      ],
    ]);
    const found = await house.call('wang', 'GET /api/v1/items.csv?search=SN-1001');
    expect(found.text).toContain(sorted);
    expect(found.text).not.toContain(onShelf);
    expect((await house.call('wang', 'GET /api/v1/items.csv?page=2')).status).toBe(422);
  });
});

describe('the list of shipments', () => {
  const open = async (house: House, exit: string, items: string[], more: object = {}) =>
    (await ok(house.call('wang', 'POST /api/v1/shipments', shipmentAsk(exit, items, more)))).code as string;
  async function three(house: House) {
    const gone = await shippedOut(house, 'resale', [await stored(house)], { consignee: 'Ana' });
    house.later(1);
    const empty = await open(house, 'toBuyer', [], { reference: 'PO-77', country: 'VN' });
    house.later(1);
    const kites = await open(house, 'resale', [], { exporter: 'kite' });
    return { gone, empty, kites };
  }

  test('says of each whose it is, whither it goes, by whom, and how much is in it', async () => {
    const house = await aHouse();
    const { gone, empty } = await three(house);
    const { rows, total, page, size } = await list(house, 'shipments', '');
    expect([rows.length, total, page, size]).toEqual([3, 3, 1, 50]);
    const at = '2026-11-23T02:00:00.000Z';
    expect(rows.find(({ code }: Body) => code === gone)).toEqual({
      ...{ code: gone, exit: 'resale', consignee: 'Ana', country: 'TH', items: 1 },
      ...{ carrier: 'J&T', waybill: 'JT1234567890123', createdAt: at, shippedAt: at, stateSince: at },
      state: { id: 'handedOver', zh: '已交承运商', en: 'Handed over', phase: 'underway' },
      exporter: { zh: '深圳蓝鲸电子有限公司', en: 'Shenzhen Blue Whale Electronics' },
    });
    expect(rows.find(({ code }: Body) => code === empty)).toMatchObject({
      ...{ items: 0, carrier: null, waybill: null, shippedAt: null, country: 'VN' },
    });
  });

  const fitting: [string, (of: Awaited<ReturnType<typeof three>>) => string[]][] = [
    ['', ({ gone, empty, kites }) => [kites, empty, gone]],
    ['sort=createdAt', ({ gone, empty, kites }) => [gone, empty, kites]],
    ['sort=-stateSince', ({ gone, empty, kites }) => [kites, empty, gone]],
    ['sort=-state', ({ gone, empty, kites }) => [empty, kites, gone]],
    ['state=open', ({ empty, kites }) => [kites, empty]],
    ['state=open,handedOver&exporter=whale', ({ gone, empty }) => [empty, gone]],
    ['exit=toBuyer', ({ empty }) => [empty]],
    ['exit=resale', ({ gone, kites }) => [kites, gone]],
    ['exporter=kite', ({ kites }) => [kites]],
    ['search=PO-77', ({ empty }) => [empty]],
    ['search=Ana', ({ gone }) => [gone]],
    ['search=PO-77&exit=resale', () => []],
  ];
  test('shows what fits each filter in its order, and counts it', async () => {
    const house = await aHouse();
    const of = await three(house);
    for (const [query, expected] of fitting) {
      const { rows, total } = await list(house, 'shipments', query);
      expect([query, ...rows.map(({ code }: Body) => code)]).toEqual([query, ...expected(of)]);
      expect([query, total]).toEqual([query, expected(of).length]);
    }
  });

  test('comes in pages, and shows an exporter its own', async () => {
    const house = await aHouse();
    const { gone, empty, kites } = await three(house);
    const second = await list(house, 'shipments', 'size=2&page=2');
    expect(second).toMatchObject({ total: 3, page: 2, size: 2, rows: [{ code: gone }] });
    expect(await codes(house, 'size=2', 'shipments')).toEqual([kites, empty]);
    expect(await codes(house, '', 'shipments', 'whale')).toEqual([empty, gone]);
    expect((await house.call('wang', 'GET /api/v1/shipments?sort=weight')).status).toBe(422);
  });
});

test('a list of nothing is empty', async () => {
  const house = await aHouse();
  for (const what of ['items', 'shipments'])
    expect(await list(house, what, '')).toEqual({ rows: [], total: 0, page: 1, size: 50 });
});
