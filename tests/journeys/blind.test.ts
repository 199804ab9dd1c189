import { describe, expect, test } from 'vitest';
import { aHouse, type House, newScan } from '../world.ts';
import { announced, aReturn, type Body, ok } from './road.ts';
import { eventsOf, rowOf } from './rows.ts';

const box = (more: object = {}) => ({
  scanId: newScan(),
  location: 'R-01',
  description: '无标签的盒子',
  ...more,
});
const takeIn = (house: House, more: object = {}) => house.call('liu', 'POST /api/v1/receipts', box(more));

describe('a box that nobody announced', () => {
  test('keeps all that was said of it at the dock', async () => {
    const house = await aHouse();
    const order = await announced(house, 'whale', [{ sku: 'SHIRT' }]);
    const said = {
      ...{ exporter: 'whale', sku: 'SHIRT', serial: 'sn-4001', exception: 'X03', note: '箱内多一件' },
      ...{ waybill: 'JT1234567890123', order: order.code, location: 'q-01-01-1' },
    };
    const seen = await ok(takeIn(house, said));
    expect(seen).toMatchObject({
      ...{ state: { id: 'received' }, quantity: 1, serial: 'SN-4001', description: '无标签的盒子' },
      ...{ sku: { code: 'SHIRT' }, exporter: { code: 'whale' }, location: { code: 'Q-01-01-1' } },
      ...{
        order: { code: order.code },
        cameAs: 'over',
        reason: 'R99',
        wish: null,
        custody: 'hub',
        grade: null,
        splitFrom: null,
      },
      holds: [{ kind: 'exporter', owner: 'HX', note: '多件' }],
      customs: { status: 'ARRIVED_UNDECLARED', mode: 'unknown', document: null, taxRelief: null },
      receivedAt: house.clock.now.toISOString(),
    });
    const [first, second, ...more] = await eventsOf(house, seen.code);
    expect(first).toMatchObject({
      ...{ seq: 1, step: 'receiveBlind', fromState: 'announced', toState: 'announced', byWhom: 'liu' },
      given: { description: '无标签的盒子', waybill: 'JT1234567890123', order: order.code },
      ...{ changed: {}, device: null, at: house.clock.now, exporterId: 'whale', warehouseId: 'hk' },
    });
    expect(second).toMatchObject({
      ...{ step: 'receive', toState: 'received', byWhom: 'liu' },
      given: { location: 'q-01-01-1', exception: 'X03', note: '箱内多一件' },
    });
    expect(more).toEqual([]);
    const { events } = await ok(house.call('wang', `GET /api/v1/items/${seen.code}/history`));
    expect(events[1].button).toEqual({ zh: '无预报收货', en: 'Received as unannounced' });
  });

  test('may be another exporter’s, in the parcel of a return that is not its own: neither learns of the other', async () => {
    const house = await aHouse();
    const order = await announced(house, 'whale', [{ sku: 'SHIRT' }], { waybill: 'JT0009998887776' });
    const parcel = await ok(
      house.call('liu', 'POST /api/v1/parcels', { scanId: newScan(), order: order.code, location: 'R-01' }),
    );
    const hit = (
      await ok(house.call('liu', 'POST /api/v1/scans', { scanId: newScan(), text: 'X-1', order: order.code }))
    ).hit;
    expect(hit.skus.map(({ exporter }: Body) => exporter.code).sort()).toEqual(['kite', 'whale']);
    const theirs = { exporter: 'kite', sku: 'X-1', found: 'wrong product', order: order.code };
    const { code } = await ok(takeIn(house, { ...theirs, parcel: parcel.code }));
    expect(await ok(house.call('liu', `GET /api/v1/items/${code}`))).toMatchObject({
      ...{ sku: { code: 'X-1' }, exporter: { code: 'kite' }, parcel: { code: parcel.code } },
      holds: [{ kind: 'identity', note: '货不对版' }],
    });
    expect((await house.call('whale', `GET /api/v1/items/${code}`)).status).toBe(404);
    const seen = await ok(house.call('kite', `GET /api/v1/items/${code}`));
    expect(seen).toMatchObject({ parcel: null, order: null });
    const past = await ok(house.call('kite', `GET /api/v1/items/${code}/history`));
    expect(JSON.stringify([seen, past])).not.toMatch(
      new RegExp(`${order.code}|${parcel.code}|JT0009998887776`),
    );
  });

  test('needs a place and a description only: it is one article, and held until somebody knows it', async () => {
    const house = await aHouse();
    const seen = await ok(takeIn(house));
    expect(seen).toMatchObject({
      ...{ quantity: 1, serial: null, sku: null, exporter: null },
      holds: [{ kind: 'identity', owner: 'HQ', note: '无主件' }],
    });
    const [first, second] = await eventsOf(house, seen.code);
    expect(first?.given).toEqual({ description: '无标签的盒子' });
    expect(second?.given).toEqual({ location: 'R-01', exception: 'X02' });
    expect(await rowOf(house, seen.code)).toMatchObject({
      createdAt: house.clock.now,
      orderId: null,
      skuId: null,
    });
  });

  test('is held for its identity while its exporter or its article is not known, whatever else was seen', async () => {
    const house = await aHouse();
    const holds = async (more: object) =>
      (await ok(takeIn(house, more))).holds.map(({ kind }: { kind: string }) => kind);
    expect(await holds({ exporter: 'whale' })).toEqual(['identity']);
    expect(await holds({ exception: 'X14' })).toEqual(['identity', 'customs']);
    expect(await holds({ exporter: 'whale', exception: 'X07' })).toEqual(['identity']);
    // Known in both, it has the exception that was seen; without one it is merely unannounced.
    const known = { exporter: 'whale', sku: 'SHIRT' };
    expect(await holds(known)).toEqual([]);
    expect(await holds({ ...known, exception: 'X14' })).toEqual(['customs']);
    expect(await holds({ ...known, exception: 'X07' })).toEqual([]);
    const burning = { exporter: 'whale', sku: 'POWERBANK', exception: 'X11', location: 'H-01-01-1' };
    expect(await ok(takeIn(house, burning))).toMatchObject({ hazard: true, holds: [{ kind: 'battery' }] });
  });

  test('may be a lot', async () => {
    const house = await aHouse();
    const lot = await ok(takeIn(house, { exporter: 'whale', sku: 'SHIRT', quantity: 10_000 }));
    expect(lot.quantity).toBe(10_000);
    for (const quantity of [0, 10_001, 1.5]) expect((await takeIn(house, { quantity })).status).toBe(422);
  });
});

test('a swollen battery of nobody’s is danger at once, and only the hazard cabinet takes it', async () => {
  const house = await aHouse();
  const seen = await ok(takeIn(house, { exception: 'X11' }));
  expect(seen).toMatchObject({ hazard: true, holds: [{ kind: 'identity' }, { kind: 'battery' }] });
  const [, receipt] = await eventsOf(house, seen.code);
  expect(receipt?.given).toMatchObject({ exception: 'X11' });
  const elsewhere = await house.item('liu', seen.code, 'move', { location: 'Q-01-01-1' });
  expect(elsewhere.status).not.toBe(200);
  const { places } = await ok(house.call('wu', `GET /api/v1/items/${seen.code}/places`));
  expect(places.map(({ kind }: { kind: string }) => kind)).toEqual(['hazard']);
  await ok(house.item('wu', seen.code, 'move', { location: 'H-01-01-1' }));
});

describe('what comes for a return that nobody awaits', () => {
  test('is nobody’s and lies apart', async () => {
    const house = await aHouse();
    const called = await announced(house, 'whale', [{ sku: 'SHIRT' }], { waybill: 'JT0009998887776' });
    await ok(house.order('whale', called.code, 'cancel'));
    const draft = await ok(
      house.call('whale', 'POST /api/v1/return-orders', aReturn([{ sku: 'SHIRT' }], { submit: false })),
    );
    const review = await ok(house.call('whale', 'POST /api/v1/return-orders', aReturn([{ sku: 'NONE' }])));
    for (const { code } of [called, draft, review]) {
      expect(await ok(house.call('liu', `GET /api/v1/return-orders/${code}`))).toMatchObject({
        awaited: false,
      });
      const apart = { order: code, location: 'Q-01-01-1' };
      expect((await takeIn(house, { order: code })).body).toMatchObject({ status: 409, code: 'not_awaited' });
      const owned = await takeIn(house, { ...apart, exporter: 'whale' });
      expect(owned.body).toMatchObject({ status: 409, code: 'not_awaited' });
      const taken = await ok(takeIn(house, apart));
      expect(taken).toMatchObject({ exporter: null, order: null, holds: [{ kind: 'identity' }] });
      const burning = { ...apart, exception: 'X11', location: 'H-01-01-1' };
      expect(await ok(takeIn(house, burning))).toMatchObject({ hazard: true });
    }
    expect((await takeIn(house, { order: 'RT00000000' })).status).toBe(404);
  });
});

describe('is refused', () => {
  const refusals: [string, object, number, string, string][] = [
    ['an exporter that is none', { exporter: 'nobody' }, 404, 'not_found', '出口商 nobody'],
    ['a vendor as its exporter', { exporter: 'spark' }, 404, 'not_found', '出口商 spark'],
    ['an article of nobody', { exporter: 'whale', sku: 'NONE' }, 404, 'not_found', '商品 NONE'],
    ['an article of another', { exporter: 'kite', sku: 'EARBUDS' }, 404, 'not_found', '商品 EARBUDS'],
    ['an exception that is none', { exception: 'X99' }, 404, 'not_found', '代码 X99'],
    ['a place that is none', { location: 'R-99' }, 404, 'not_found', '货位 R-99'],
    [
      'two articles that have serials',
      { exporter: 'whale', sku: 'PHONE', quantity: 2 },
      409,
      'serial_lot',
      '每件单独登记',
    ],
    ['one serial for two', { quantity: 2, serial: 'SN-5001' }, 409, 'serial_lot', '每件单独登记'],
    ['a shelf', { location: 'A-01-01-1' }, 409, 'step_refused', '这里不能收货'],
  ];
  test('what is not so, and nothing is taken in', async () => {
    const house = await aHouse();
    for (const [what, more, status, code, zh] of refusals) {
      const { body } = await takeIn(house, more);
      expect(body, what).toMatchObject({ status, code, words: { zh: expect.stringContaining(zh) } });
    }
    expect((await ok(house.call('wang', 'GET /api/v1/items'))).total).toBe(0);
  });

  test.each([
    ['what is no serial', { serial: '??' }, { path: ['serial'], code: 'serial' }, '不像序列号'],
    [
      'more than announced without a reason',
      { exception: 'X03' },
      { path: ['note'], code: 'needed' },
      '写明原因',
    ],
  ])('%s, by the name of the field', async (_, more, issue, zh) => {
    const house = await aHouse();
    const { body } = await takeIn(house, more);
    expect(body).toMatchObject({
      ...{ status: 422, code: 'unusable_input', issues: [issue] },
      words: { zh: expect.stringContaining(zh) },
    });
  });

  test('a reason is asked for what is more, and for nothing else', async () => {
    const house = await aHouse();
    for (const exception of ['X01', 'X05', 'X07', 'X14']) await ok(takeIn(house, { exception }));
    await ok(takeIn(house, { exception: 'X03', note: '多出' }));
  });

  test('a guest, and one who works at another desk', async () => {
    const house = await aHouse();
    for (const who of ['whale', 'spark', 'wu'] as const)
      expect((await house.call(who, 'POST /api/v1/receipts', box())).body).toMatchObject({
        ...{ status: 403, code: 'forbidden' },
      });
  });
});

test('one serial with one article is that article’s, whoever’s it is; unknown goods share it with nobody', async () => {
  const house = await aHouse();
  const serial = 'SN-6001';
  const first = await ok(takeIn(house, { serial }));
  const second = await ok(takeIn(house, { serial }));
  expect([first.serial, second.serial, first.code === second.code]).toEqual([serial, serial, false]);
  const owned = await ok(takeIn(house, { serial, exporter: 'whale' }));
  const again = await takeIn(house, { serial, exporter: 'whale' });
  expect(again.body).toMatchObject({ status: 409, code: 'serial_known' });
  expect(again.body.words.zh).toContain(owned.code);
});

test('in the zone it is bonded, whatever its papers say; outside it is what they say', async () => {
  const house = await aHouse();
  const inZone = await ok(house.call('zhou', 'POST /api/v1/receipts', box()));
  expect(inZone.customs.status).toBe('ZONE_BONDED');
  expect((await ok(takeIn(house))).customs.status).toBe('ARRIVED_UNDECLARED');
});
