import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { skus } from '../../db/schema/goods.ts';
import { aHouse, type House, newScan } from '../world.ts';
import { announced, ok, received, refused, shippedOut, sound, stored } from './road.ts';
import { books, eventsOf, rowOf } from './rows.ts';

const phone = { ...sound, battery: 'good', wiped: true };
/** A phone that was sold on, and whose story is over for now. */
async function soldOn(house: House, serial: string) {
  const code = await stored(house, 'RTS', phone, 'PHONE', { serial });
  await ok(house.shipment('sun', await shippedOut(house, 'resale', [code]), 'deliver'));
  return code;
}
/** What a thing that comes back has to prove anew. */
const asIfNew = {
  ...{ locationId: null, cosmetic: null, functional: null, complete: null, packaging: null, grade: null },
  ...{ hazard: false, wiped: false, advised: null, advisedBy: null, disposition: null, decidedBy: null },
  ...{ decidedReason: null, outcome: null, ticketId: null, shipmentId: null, replacedBy: null },
  ...{ signedBy: null, signedFor: null, signedGiven: null, signedAt: null },
};
const second = {
  ...{ sku: 'PHONE', reason: 'R03', wish: 'RTO', exportMode: '9710' },
  ...{
    exportDocument: '46412026E000000077',
    exportLine: 2,
    exportDate: '2026-10-10',
    releaseDate: '2026-10-12',
  },
};
/** What is announced of it now. 9710 has relief for six months and a year of supervision, each less a day. */
const announcedNow = {
  ...{ reason: 'R03', wish: 'RTO', exportMode: '9710', exportDocument: '46412026E000000077', exportLine: 2 },
  ...{ exportDate: '2026-10-10', releaseDate: '2026-10-12', description: null },
  ...{ taxReliefUntil: '2027-04-09', supervisionUntil: '2027-10-11' },
};

describe('a thing that comes again', () => {
  test('by its announced serial: everything of its first life is open again, and what is announced is new', async () => {
    const house = await aHouse();
    const code = await soldOn(house, 'SN-77');
    const before = await rowOf(house, code);
    house.later(24);
    const order = await announced(house, 'whale', [{ ...second, serial: 'SN-77' }]);
    const after = await rowOf(house, code);
    expect(after).toMatchObject({
      ...{ ...asIfNew, ...announcedNow, state: 'announced', custody: 'exporter', customsStatus: 'ABROAD' },
      ...{ receivedAt: null, serial: 'SN-77', quantity: 1, stateSince: house.clock.now },
    });
    for (const kept of ['id', 'code', 'skuId', 'exporterId', 'warehouseId'] as const)
      expect(after[kept], kept).toBe(before[kept]);
    expect(after.createdAt).toEqual(before.createdAt);
    expect([after.orderId === before.orderId, after.lineId === before.lineId]).toEqual([false, false]);
    expect(order.items.map((item) => item.code)).toEqual([code]);
    const [{ step, fromState, toState, changed } = { step: '' }] = (await eventsOf(house, code)).slice(-1);
    expect([step, fromState, toState]).toEqual(['returnAgain', 'resold', 'announced']);
    expect(changed).toMatchObject({
      ...{
        grade: ['A', null],
        wiped: [true, false],
        disposition: ['RTS', null],
        custody: ['buyer', 'exporter'],
      },
      ...{ reason: ['R01', 'R03'], exportLine: [1, 2], wish: [null, 'RTO'], state: ['resold', 'announced'] },
    });
    expect(changed).not.toHaveProperty('hazard');
  });

  test('by the serial that the dock reads: the old life goes on with all that was announced now', async () => {
    const house = await aHouse();
    const old = await soldOn(house, 'SN-78');
    house.later(24);
    const order = await announced(house, 'whale', [second]);
    const fresh = order.items[0]?.code ?? '';
    const expected = await rowOf(house, fresh);
    const back = await ok(house.item('liu', fresh, 'receive', { location: 'R-01', serial: 'sn-78' }));
    expect(back.code).toBe(old);
    const after = await rowOf(house, old);
    expect(after).toMatchObject({
      ...{ ...asIfNew, ...announcedNow, locationId: 'hk-R-01', serial: 'SN-78' },
      ...{
        state: 'received',
        custody: 'hub',
        customsStatus: 'RELEASED_DOMESTIC',
        receivedAt: house.clock.now,
      },
      ...{ orderId: expected.orderId, lineId: expected.lineId, skuId: expected.skuId },
    });
    const called = (await eventsOf(house, fresh)).at(-1);
    expect(called).toMatchObject({ step: 'cancel', toState: 'cancelled', given: { itIs: old } });
    expect((await eventsOf(house, old)).slice(-2).map(({ step }) => step)).toEqual([
      'returnAgain',
      'receive',
    ]);
    // Nobody receives it a second time, under either plate.
    for (const code of [old, fresh])
      await refused(house.item('liu', code, 'receive', { location: 'R-01' }), null);
  });

  test('by its serial in a box that nobody announced: nothing of its papers is known', async () => {
    const house = await aHouse();
    const old = await soldOn(house, 'SN-79');
    house.later(24);
    const box = {
      scanId: newScan(),
      location: 'R-01',
      description: '旧手机',
      exporter: 'whale',
      sku: 'PHONE',
    };
    const back = await ok(house.call('liu', 'POST /api/v1/receipts', { ...box, serial: 'sn-79' }));
    expect(back.code).toBe(old);
    expect(await rowOf(house, old)).toMatchObject({
      ...{ ...asIfNew, locationId: 'hk-R-01', description: '旧手机', orderId: null, lineId: null },
      ...{ reason: 'R99', wish: null, exportMode: 'unknown', exportDocument: null, exportLine: null },
      ...{ exportDate: null, releaseDate: null, taxReliefUntil: null, supervisionUntil: null },
      ...{ state: 'received', custody: 'hub', customsStatus: 'ARRIVED_UNDECLARED', serial: 'SN-79' },
      ...{ receivedAt: house.clock.now, quantity: 1 },
    });
  });
});

describe('it is not the old thing', () => {
  const receive = (house: House, code: string, given: object) =>
    house.item('liu', code, 'receive', { location: 'R-01', ...given });
  const fresh = async (house: House, line: object = { sku: 'PHONE' }) =>
    (await announced(house, 'whale', [line])).items[0]?.code ?? '';

  test('while the old one is still here', async () => {
    const house = await aHouse();
    const here = await received(house, 'PHONE', { serial: 'SN-80' });
    const code = await fresh(house);
    const twice = await receive(house, code, { serial: 'SN-80' });
    expect(twice).toMatchObject({ status: 409, body: { code: 'serial_known' } });
    expect(twice.body.words.en).toContain(here);
    const box = {
      scanId: newScan(),
      location: 'R-01',
      description: '旧',
      exporter: 'whale',
      serial: 'SN-80',
    };
    expect((await house.call('liu', 'POST /api/v1/receipts', box)).body).toMatchObject({
      ...{ code: 'serial_known', status: 409 },
      words: { zh: expect.stringContaining(here) },
    });
    expect((await rowOf(house, code)).state).toBe('announced');
  });

  test('when another exporter’s thing has that number', async () => {
    const house = await aHouse();
    const whales = await soldOn(house, 'SN-81');
    const order = await announced(house, 'kite', [{ sku: 'X-1' }]);
    const kites = order.items[0]?.code ?? '';
    expect((await ok(receive(house, kites, { serial: 'SN-81' }))).code).toBe(kites);
    const box = { scanId: newScan(), location: 'R-01', description: '盒', exporter: 'kite', serial: 'SN-81' };
    expect((await house.call('liu', 'POST /api/v1/receipts', box)).body.code).toBe('serial_known');
    expect((await rowOf(house, whales)).state).toBe('resold');
  });

  test('when what was announced has a serial of its own, or is a lot, or is here already', async () => {
    const house = await aHouse();
    const old = await soldOn(house, 'SN-82');
    const other = await fresh(house, { sku: 'PHONE', serial: 'SN-83' });
    const differs = await ok(receive(house, other, { serial: 'SN-82' }));
    expect(differs).toMatchObject({ code: other, serial: 'SN-83', holds: [{ kind: 'identity' }] });
    const lot = await fresh(house, { sku: 'SHIRT', quantity: 2 });
    expect((await receive(house, lot, { serial: 'SN-82' })).body.code).toBe('serial_lot');
    const here = await fresh(house);
    await ok(receive(house, here, { serial: 'SN-84' }));
    await refused(receive(house, here, { serial: 'SN-82' }), null);
    expect((await rowOf(house, old)).state).toBe('resold');
  });

  test('and one that was reported missing comes back like one that was announced', async () => {
    const house = await aHouse();
    const old = await soldOn(house, 'SN-85');
    const missing = await fresh(house);
    await ok(house.item('liu', missing, 'reportMissing'));
    expect((await ok(receive(house, missing, { serial: 'SN-85' }))).code).toBe(old);
    expect((await rowOf(house, missing)).state).toBe('cancelled');
    const [sku] = await books(house).find(skus, eq(skus.id, (await rowOf(house, old)).skuId ?? ''));
    expect(sku?.code).toBe('PHONE');
  });
});
