import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { journal } from '../../db/schema/jobs.ts';
import { reservations, shipments } from '../../db/schema/outbound.ts';
import { aHouse, type House, newScan } from '../world.ts';
import { announced, type Body, decided, ok, refused, shipmentAsk, sound, stored } from './road.ts';
import { books, rowOf } from './rows.ts';

const open = (house: House, exit: string, items: readonly string[], more: object = {}) =>
  house.call('wang', 'POST /api/v1/shipments', shipmentAsk(exit, items, more));
const look = (house: House, code: string, who: 'wang' | 'sun' | 'whale' = 'wang') =>
  ok(house.call(who, `GET /api/v1/shipments/${code}`));
const handOver = { carrier: 'J&T', waybill: 'jt 1234567890123' };
const packedInto = async (house: House, shipment: string, codes: readonly string[]) => {
  for (const code of codes) {
    await ok(house.item('sun', code, 'pick', { shipment }));
    await ok(house.item('sun', code, 'pack'));
  }
};

describe('a shipment', () => {
  test('keeps all that was said of it, and what is promised to it', async () => {
    const house = await aHouse();
    const [one, two] = [
      await stored(house, 'RTS', sound, 'EARBUDS', { serial: 'SN-1001' }),
      await stored(house, 'RTS', sound, 'SHIRT', { quantity: 3 }),
    ];
    const said = {
      phone: '+66 2 123',
      transport: 'road',
      reference: 'PO-9',
      consignee: 'Ana',
      country: 'VN',
    };
    const seen = await ok(open(house, 'resale', [one, two], said));
    expect(seen).toEqual({
      ...{ code: seen.code, version: 2, exit: 'resale', consignee: 'Ana', phone: '+66 2 123', country: 'VN' },
      ...{ address: '12 Sukhumvit Rd, Bangkok', transport: 'road', reference: 'PO-9', cartons: 1 },
      ...{ carrier: null, waybill: null, weightGrams: null, shippedAt: null },
      ...{ createdAt: house.clock.now.toISOString(), stateSince: house.clock.now.toISOString() },
      state: { id: 'open', zh: '备货中', en: 'Being prepared', phase: 'preparing' },
      exporter: { code: 'whale', nameZh: '深圳蓝鲸电子有限公司', nameEn: 'Shenzhen Blue Whale Electronics' },
      items: [one, two].sort().map((code) => ({
        ...{ code, grade: 'A', location: 'A-01-01-1', replaces: null, picked: false, packed: false },
        state: { id: 'stored', zh: '在库', en: 'Stored', phase: 'storage' },
        ...(code === one
          ? { sku: 'EARBUDS', quantity: 1, serial: 'SN-1001', battery: 'ion in equipment' }
          : { sku: 'SHIRT', quantity: 3, serial: null, battery: 'none' }),
        name:
          code === one
            ? { zh: '蓝牙耳机 BW-200 黑色', en: '蓝牙耳机 BW-200 黑色 (en)' }
            : { zh: '广告衫', en: '广告衫 (en)' },
      })),
      ...{ journal: [], pending: 0, failing: false },
      openSteps: seen.openSteps,
    });
    expect(seen.openSteps.map(({ step }: Body) => step)).toEqual(['cancel']);
    const row = await books(house).first(shipments, eq(shipments.code, seen.code));
    expect(row).toMatchObject({ createdBy: 'wang', warehouseId: 'hk', exporterId: 'whale' });
    const [promise] = await books(house).find(
      reservations,
      eq(reservations.itemId, (await rowOf(house, one)).id),
    );
    expect(promise).toMatchObject({
      ...{ shipmentId: row?.id, warehouseId: 'hk', exporterId: 'whale', replaces: null },
      ...{ reservedBy: 'wang', reservedAt: house.clock.now, releasedAt: null },
    });
  });

  test('flies unless it is said otherwise, and may begin empty', async () => {
    const house = await aHouse();
    const { items: _, ...empty } = shipmentAsk('toBuyer', []);
    const seen = await ok(house.call('wang', 'POST /api/v1/shipments', empty));
    expect(seen).toMatchObject({
      transport: 'air',
      items: [],
      phone: null,
      reference: null,
      exit: 'toBuyer',
    });
    await refused(house.shipment('sun', seen.code, 'close'), 'something is in it');
    for (const transport of ['sea', 'road', 'air'])
      expect((await ok(open(house, 'resale', [], { transport }))).transport).toBe(transport);
  });

  const refusals: [string, object, number][] = [
    ['an exporter that is none', { exporter: 'nobody' }, 404],
    ['a vendor', { exporter: 'spark' }, 404],
    ['an item that is none', { items: ['G0000000000'] }, 404],
    ['a way out that is none', { exit: 'window' }, 422],
    ['a carriage that is none', { transport: 'pigeon' }, 422],
    ['a country in small letters', { country: 'th' }, 422],
    ['a country of three letters', { country: 'THA' }, 422],
    ['nobody to send it to', { consignee: ' ' }, 422],
    ['nowhere to send it', { address: '' }, 422],
  ];
  test('is not opened for what is not so, and nothing is left of it', async () => {
    const house = await aHouse();
    for (const [what, more, status] of refusals) {
      const { body } = await open(house, 'resale', [], more);
      expect(body.status, what).toBe(status);
      if (status === 404) expect(body.words.zh).toContain(Object.values(more).flat()[0]);
    }
    expect((await ok(house.call('wang', 'GET /api/v1/shipments'))).total).toBe(0);
  });

  test('promises all of its items or none', async () => {
    const house = await aHouse();
    const [good, bad] = [await stored(house), await decided(house, 'RTO')];
    await refused(open(house, 'resale', [good, bad]), 'it was decided to leave this way');
    expect((await ok(house.call('wang', 'GET /api/v1/shipments'))).total).toBe(0);
    expect((await rowOf(house, good)).shipmentId).toBeNull();
    expect((await house.call('sun', 'POST /api/v1/shipments', shipmentAsk('resale', [good]))).status).toBe(
      403,
    );
  });
});

describe('on its way out', () => {
  test('each step is in its journal, with its carton, its weight and its waybill', async () => {
    const house = await aHouse();
    const code = await stored(house);
    const { code: shipment } = await ok(open(house, 'resale', [code]));
    await packedInto(house, shipment, [code]);
    expect((await look(house, shipment)).items).toMatchObject([
      { picked: true, packed: true, location: null },
    ]);
    house.later(1);
    const closed = await ok(house.shipment('sun', shipment, 'close', { cartons: 2, weight: 750 }));
    expect(closed).toMatchObject({ state: { id: 'packed' }, cartons: 2, weightGrams: 750 });
    expect(closed.stateSince).toBe(house.clock.now.toISOString());
    house.later(1);
    await ok(house.shipment('sun', shipment, 'reopen'));
    house.later(1);
    // What is not said again stays as it was.
    expect(await ok(house.shipment('sun', shipment, 'close'))).toMatchObject({
      cartons: 2,
      weightGrams: 750,
    });
    house.later(1);
    const gone = await ok(house.shipment('sun', shipment, 'handOver', handOver));
    expect(gone).toMatchObject({
      ...{ state: { id: 'handedOver' }, carrier: 'J&T', waybill: 'JT1234567890123' },
      shippedAt: house.clock.now.toISOString(),
    });
    house.later(1);
    const done = await ok(house.shipment('sun', shipment, 'deliver'));
    // The newest first.
    expect(done.journal.map(({ step, to }: Body) => [step, to.zh])).toEqual([
      ['deliver', '已送达'],
      ['handOver', '已交承运商'],
      ['close', '已封箱'],
      ['reopen', '备货中'],
      ['close', '已封箱'],
    ]);
    expect(done).toMatchObject({ openSteps: [], shippedAt: gone.shippedAt });
    const row = await books(house).first(shipments, eq(shipments.code, shipment));
    const lines = await books(house).find(journal, eq(journal.subjectId, row?.id ?? ''));
    expect(lines.find(({ step }) => step === 'handOver')).toMatchObject({
      ...{ entity: 'shipment', fromState: 'packed', toState: 'handedOver', byWhom: 'sun', vendorId: null },
      ...{ warehouseId: 'hk', exporterId: 'whale', given: handOver },
    });
  });

  test('one that is promised is not closed over; one article picked keeps it from being cancelled', async () => {
    const house = await aHouse();
    const [one, two] = [await stored(house), await stored(house)];
    const { code } = await ok(open(house, 'resale', [one, two]));
    await ok(house.item('sun', one, 'pick', { shipment: code }));
    await refused(house.shipment('wang', code, 'cancel'), 'nothing of it is picked');
    await refused(house.shipment('sun', code, 'close'), 'everything promised to it is packed');
    await ok(house.item('sun', one, 'pack'));
    await refused(house.shipment('sun', code, 'close'), 'everything promised to it is packed');
    await packedInto(house, code, [two]);
    await refused(house.shipment('wang', code, 'cancel'), 'nothing of it is picked');
    await ok(house.shipment('sun', code, 'close'));
  });

  test('cancelled, it frees all that was promised to it', async () => {
    const house = await aHouse();
    const codes = [await stored(house), await stored(house)];
    const { code } = await ok(open(house, 'resale', codes));
    house.later(1);
    const cancelled = await ok(house.shipment('wang', code, 'cancel'));
    expect(cancelled).toMatchObject({ state: { id: 'cancelled' }, items: [], openSteps: [] });
    for (const item of codes)
      expect(await rowOf(house, item)).toMatchObject({ state: 'stored', shipmentId: null });
    for (const promise of await books(house).find(reservations))
      expect(promise.releasedAt).toEqual(house.clock.now);
    await ok(open(house, 'resale', codes));
  });

  test('it has a waybill of 6 to 40 letters, digits and hyphens', async () => {
    const house = await aHouse();
    const code = await stored(house);
    const { code: shipment } = await ok(open(house, 'resale', [code]));
    await packedInto(house, shipment, [code]);
    await ok(house.shipment('sun', shipment, 'close'));
    const given = (waybill: string) =>
      house.shipment('sun', shipment, 'handOver', { carrier: 'J&T', waybill });
    for (const waybill of ['12345', 'ABCDEFG', '12 34 5', '运单1234567'])
      expect((await given(waybill)).body, waybill).toMatchObject({
        ...{ status: 422, issues: [{ path: ['waybill'], code: 'waybill' }] },
        words: { zh: expect.stringContaining('运单号应为 6–40 位') },
      });
    expect((await given('1'.repeat(41))).status).toBe(422);
    const still = await look(house, shipment);
    expect(still).toMatchObject({ state: { id: 'packed' }, waybill: null, shippedAt: null });
    expect((await ok(given('1'.repeat(40)))).waybill).toHaveLength(40);
  });
});

describe('an exchange', () => {
  test('remembers on both sides what replaces what, and forgets it when the promise is dropped', async () => {
    const house = await aHouse();
    const [back, fresh] = [await decided(house, 'QTN'), await stored(house)];
    const { code } = await ok(open(house, 'exchange', [fresh], { replaces: back }));
    expect((await look(house, code)).items).toMatchObject([{ code: fresh, replaces: back }]);
    expect((await rowOf(house, back)).replacedBy).toBe(fresh);
    const other = await stored(house);
    const twice = await open(house, 'exchange', [other], { replaces: back });
    expect(twice.body).toMatchObject({
      ...{ status: 409, code: 'replaced_already' },
      words: { zh: `${back} 已用 ${fresh} 换货，不能再换一次。` },
    });
    await ok(house.item('wang', fresh, 'release'));
    expect([(await rowOf(house, back)).replacedBy, (await rowOf(house, fresh)).shipmentId]).toEqual([
      null,
      null,
    ]);
    await ok(open(house, 'exchange', [other], { replaces: back }));
  });

  test('is for something of the same exporter, not for itself, and for something at all', async () => {
    const house = await aHouse();
    const fresh = await stored(house);
    const kites = (await announced(house, 'kite', [{ sku: 'SHIRT' }])).items[0]?.code ?? '';
    for (const replaces of [kites, fresh, 'G0000000000']) {
      const { body } = await open(house, 'exchange', [fresh], { replaces });
      expect(body).toMatchObject({
        status: 404,
        code: 'not_found',
        words: { zh: expect.stringContaining(replaces) },
      });
    }
    const nothing = await open(house, 'exchange', [fresh]);
    expect(nothing.body).toMatchObject({
      ...{ status: 409, code: 'exchange_for_what', words: { zh: '换货出库要写明替换的是哪一件退货。' } },
    });
  });
});

test('its exporter sees what is in it, and not where that lies; another sees nothing', async () => {
  const house = await aHouse();
  const code = await stored(house);
  const { code: shipment } = await ok(open(house, 'resale', [code]));
  expect((await look(house, shipment, 'whale')).items).toMatchObject([{ code, location: null, grade: 'A' }]);
  expect((await look(house, shipment, 'sun')).items).toMatchObject([{ location: 'A-01-01-1' }]);
  const theirs = await house.call('kite', `GET /api/v1/shipments/${shipment}`);
  expect(theirs.body).toMatchObject({
    status: 404,
    words: { zh: expect.stringContaining(`出库单 ${shipment}`) },
  });
  expect((await house.shipment('whale', shipment, 'cancel')).status).toBe(403);
  expect((await house.shipment('sun', shipment, 'end')).status).toBe(403);
});

test('a step that is sent twice is done once', async () => {
  const house = await aHouse();
  const { code, version: seen } = await ok(open(house, 'resale', []));
  const ask = { scanId: newScan(), step: 'cancel', seen };
  const sent = () => ok(house.call('wang', `POST /api/v1/shipments/${code}/steps`, ask));
  expect(await sent()).toEqual(await sent());
  expect((await look(house, code)).journal).toHaveLength(1);
});
