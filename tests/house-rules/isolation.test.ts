import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { named } from '../../db/named-queries.ts';
import { skus } from '../../db/schema/goods.ts';
import { items } from '../../db/schema/items.ts';
import { notices } from '../../db/schema/jobs.ts';
import { shipments } from '../../db/schema/outbound.ts';
import { systemViewer } from '../../db/seen-by.ts';
import { cast, type Name } from '../cast.ts';
import { aReturn, type Body, ok, shipmentAsk } from '../journeys/road.ts';
import { aHouse, newScan } from '../world.ts';
import { haikousOwn, kitesOwn, yangpusOwn } from './canaries.ts';
import { fullHouse } from './full-house.ts';
import { mustNotHear } from './sweep.ts';
import { writtenToOthers } from './writes.ts';

const lists: Readonly<Record<string, string>> = {
  items: 'stateSince code receivedAt createdAt grade state quantity sku location windowDays',
  'return-orders': 'createdAt stateSince code reference state',
  parcels: 'receivedAt code waybill state weightGrams',
  tickets: 'promisedAt openedAt stateSince code state',
  shipments: 'createdAt stateSince shippedAt code state',
  skus: 'code nameZh nameEn category valueMinor weightGrams createdAt exporter',
  locations: 'code kind zone capacity pieces',
  organisations: 'code nameZh kind createdAt',
  consignments: '',
};

const queriesOf = (name: Name, sorts: string) => [
  'size=200',
  ...(sorts ? [...mustNotHear(name), 'SERIAL', 'PO-', 'SHIRT'].map((text) => `search=${text}`) : []),
  ...sorts
    .split(' ')
    .filter(Boolean)
    .flatMap((sort) => [`sort=${sort}`, `sort=-${sort}`]),
];

const isHidden = ({ issues }: Body) => issues?.[0]?.code === 'hidden';

test('no list, search, order or spreadsheet shows a byte of what is another’s', async () => {
  const { house: at } = await fullHouse();
  const heard: string[] = [];
  const asked: string[] = [];
  const hidden = new Set<string>();
  for (const name of [
    'whale',
    'whaleClerk',
    'spark',
    'sparkBench',
    'wang',
    'guan',
    'kite',
    'bolt',
    'zhou',
  ] as const)
    for (const [list, sorts] of Object.entries(lists))
      for (const query of queriesOf(name, sorts)) {
        const { status, text, body } = await at.call(name, `GET /api/v1/${list}?${query}`);
        if (status === 403) break;
        asked.push(`${name} ${list}`);
        // What is hidden from somebody orders nothing for them either.
        if (isHidden(body)) hidden.add(`${cast[name].role} ${list}?${query}`);
        else expect(status, `${list}?${query}`).toBe(200);
        const all = text.toUpperCase();
        const secrets = mustNotHear(name).filter((secret) => all.includes(secret));
        heard.push(...secrets.map((secret) => `${name} ${list}?${query}: ${secret}`));
      }
  expect(heard).toEqual([]);
  expect([...hidden].sort()).toEqual(
    ['exporterAdmin', 'exporterMember'].flatMap((role) =>
      ['-location', 'location'].map((sort) => `${role} items?sort=${sort}`),
    ),
  );
  expect(new Set(asked).size).toBeGreaterThan(30);
  const csv = await at.call('whale', 'GET /api/v1/items.csv');
  expect(csv.text).toContain('SERIAL-HK-0');
  expect(csv.text).not.toMatch(new RegExp(`${kitesOwn}|${yangpusOwn}|SERIAL-YP`));
});

test('a scan finds what is in one’s own warehouse, though the same number hangs elsewhere', async () => {
  const { house: at, goods } = await fullHouse();
  const { whale, kite, yangpu } = goods;
  const hit = async (name: Name, text: string) =>
    (await ok(at.call(name, 'POST /api/v1/scans', { scanId: newScan(), text }))).hit;
  const codes = async (text: string) =>
    (await hit('wang', text)).meanings.map((one: Body) => one.hit.code).sort();
  // The serial of the one is the second number of the other.
  const carriers = [whale.stored, whale.expected, kite.stored, kite.expected];
  expect(await codes('SERIAL-HK-0')).toEqual(carriers.sort());
  expect(await hit('zhou', 'SERIAL-HK-0')).toMatchObject({ kind: 'unknown' });
  expect(await hit('zhou', 'JT0001112223334')).toEqual({ kind: 'returnOrder', code: yangpu.order });
  expect(await codes('JT0001112223334')).toEqual([whale.order, kite.order].sort());
  for (const code of [whale.order, whale.ticket, whale.shipment, whale.open])
    expect(await hit('zhou', code), code).toMatchObject({ kind: 'unknown' });
});

test('what mixes one’s own with another’s is not done at all', async () => {
  const { house: at, goods } = await fullHouse();
  const { whale, kite, yangpu } = goods;
  const before = await at.database.as(systemViewer).count(shipments);
  const mixed = { ...shipmentAsk('resale', [whale.stored, yangpu.stored]) };
  expect((await at.call('wang', 'POST /api/v1/shipments', mixed)).status).toBe(404);
  // Kite's stands in the same warehouse, but a shipment is of one exporter.
  const other = { ...shipmentAsk('resale', [whale.stored, kite.stored]) };
  expect((await at.call('wang', 'POST /api/v1/shipments', other)).body.code).toBe('another_owner');
  expect(await at.database.as(systemViewer).count(shipments)).toBe(before);
  expect((await at.as('wang').first(items, eq(items.code, whale.stored)))?.shipmentId).toBeNull();
  const labels = await at.call('whale', `GET /api/v1/labels/items.pdf?codes=${whale.stored},${kite.stored}`);
  expect(labels.status).toBe(404);
  const picked = await at.item('wang', whale.stored, 'pick', { shipment: yangpu.shipment });
  expect(picked.status).toBe(404);
  const reserved = await at.item('wang', whale.stored, 'reserve', { shipment: kite.shipment });
  expect(reserved.body.code).toBe('another_owner');
  expect((await at.item('wang', whale.stored, 'move', { location: 'YP-OWN' })).status).toBe(404);
});

describe('what one says of oneself changes nothing', () => {
  test('an exporter submits for itself, whatever it writes', async () => {
    const at = await aHouse();
    const ask = { ...aReturn([{ sku: 'SHIRT' }]), exporter: 'kite' };
    const order = await ok(at.call('whale', 'POST /api/v1/return-orders', ask));
    expect(order.exporter.code).toBe('whale');
    expect((await at.call('kite', `GET /api/v1/return-orders/${order.code}`)).status).toBe(404);
  });
  test('an exporter’s SKU is its own, whatever it writes, and its twin elsewhere is untouched', async () => {
    const at = await aHouse();
    const sku = {
      nameZh: '新',
      nameEn: 'New',
      category: 'x',
      valueMinor: 1,
      weightGrams: 1,
      exporter: 'kite',
    };
    await ok(at.call('whale', 'POST /api/v1/skus', { ...sku, code: 'NEW-1', scanId: newScan() }));
    const change = { nameZh: '改', scanId: newScan() };
    await ok(at.call('whale', 'PATCH /api/v1/skus/X-1', change));
    const foreign = { nameZh: '偷', exporter: 'kite', scanId: newScan() };
    expect((await at.call('whale', 'PATCH /api/v1/skus/X-1', foreign)).status).toBe(404);
    const all = await at.database.as(systemViewer).find(skus);
    const of = (id: string) => all.find((row) => row.id === id)?.nameZh;
    expect([of('whale-X-1'), of('kite-X-1')]).toEqual(['改', '测试裙']);
    expect(all.find(({ code }) => code === 'NEW-1')?.exporterId).toBe('whale');
  });
  test('a field that nobody asked for is refused, not taken over', async () => {
    const { house: at, goods } = await fullHouse();
    const { whale } = goods;
    const forged = { state: 'stored', exporterId: 'kite', warehouseId: 'yp', id: 'x', role: 'administrator' };
    for (const [field, value] of Object.entries(forged)) {
      const order = { ...aReturn([{ sku: 'SHIRT' }]), [field]: value };
      expect((await at.call('whale', 'POST /api/v1/return-orders', order)).status, field).toBe(422);
      expect((await at.item('wang', whale.stored, 'move', { location: 'R-01', [field]: value })).status).toBe(
        422,
      );
      const me = await at.call('whale', 'POST /api/v1/me/language', { language: 'en', [field]: value });
      expect(me.status, field).toBe(422);
    }
  });
  test('another’s notices stay unread', async () => {
    const { house: at } = await fullHouse();
    const theirs = await at.database.as(systemViewer).find(notices, eq(notices.organisationId, 'kite'));
    expect(theirs.length).toBeGreaterThan(3);
    const ids = theirs.map(({ id }) => id).slice(0, 100);
    expect((await ok(at.call('whale', 'POST /api/v1/notices/reading', { ids }))).read).toBe(0);
    const after = await at.database.as(systemViewer).find(notices, eq(notices.organisationId, 'kite'));
    expect(after.filter(({ readAt }) => readAt)).toEqual([]);
    const shown = await ok(at.call('whale', 'GET /api/v1/notices'));
    expect(JSON.stringify(shown)).not.toMatch(/kite|CANARYKITE/i);
  });
});

test('two people may use the same scanId: each is answered about their own', async () => {
  const { house: at, goods } = await fullHouse();
  const { whale, yangpu } = goods;
  const scanId = newScan();
  const mine = await at.call('wang', `POST /api/v1/items/${whale.stored}/steps`, {
    scanId,
    step: 'hold',
    kind: 'quality',
  });
  const theirs = await at.call('zhou', `POST /api/v1/items/${yangpu.stored}/steps`, {
    scanId,
    step: 'hold',
    kind: 'quality',
  });
  expect([mine.body.code, theirs.body.code]).toEqual([whale.stored, yangpu.stored]);
});

test('a vendor is not told whose goods it repairs, nor where they lie', async () => {
  const { house: at, goods } = await fullHouse();
  const { whale } = goods;
  const ticket = await ok(at.call('spark', `GET /api/v1/tickets/${whale.ticket}`));
  expect(ticket.exporter).toBeNull();
  const all = JSON.stringify([
    ticket,
    (await at.call('spark', 'GET /api/v1/tickets')).body,
    (await at.call('spark', `GET /api/v1/consignments/${whale.consignment}`)).body,
  ] satisfies Body[]);
  expect(all).not.toMatch(/CANARYWHALE|whale|A-01-01-1|19900/i);
  expect(all).toContain(haikousOwn);
});

test('nobody writes a row into another organisation or warehouse, or moves one there', async () => {
  const { house: at } = await fullHouse();
  const [before] = await at.as('whale').find(items);
  expect(await writtenToOthers(at)).toEqual([]);
  expect(await at.database.as(systemViewer).first(items, eq(items.id, before?.id ?? ''))).toEqual(before);
});

test('a query that forgets to ask who sees a table does not run', async () => {
  const at = await aHouse();
  const leak = named('a leak', (q) => q.select().from(items));
  const half = named('half a leak', (q, sees) =>
    q.select().from(items).innerJoin(skus, eq(skus.id, items.skuId)).where(sees(items)),
  );
  await expect(at.as('whale').ask(leak, {})).rejects.toThrow('without asking');
  await expect(at.as('whale').list(leak, {})).rejects.toThrow('without asking');
  await expect(at.as('whale').ask(half, {})).rejects.toThrow('reads skus without asking');
});

test('the cast has somebody in every role', () => {
  expect(new Set(Object.values(cast).map(({ role }) => role)).size).toBe(13);
});
