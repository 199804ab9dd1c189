import { describe, expect, test } from 'vitest';
import {
  countShipments,
  inShipment,
  promiseOf,
  promisesOf,
  type ShipmentsAsked,
  shipmentList,
  shipmentNamed,
  shipmentsFound,
  statesInShipment,
} from '../../db/queries/outbound.ts';
import {
  consignmentInWords,
  consignmentList,
  countConsignments,
  inConsignment,
  linesAway,
  openConsignmentTo,
  openLineOf,
} from '../../db/queries/repair.ts';
import { isLeaving } from '../../server/workflow/item.ts';
import { hour, laidOut } from './laid-out.ts';
import { exits, ordersAndItems, repairs } from './laid-out-work.ts';

const at = laidOut(async (tx) => {
  await ordersAndItems(tx);
  await repairs(tx);
  await exits(tx);
});
const page = { descending: false, limit: 50, offset: 0 };
const joined = (rows: readonly { code: string }[]) => rows.map(({ code }) => code).join(' ');
const counted = (codes: string) => [{ n: codes.split(' ').filter(Boolean).length }];

describe('consignments', () => {
  const list = async (more: object = {}, who: 'wu' | 'spark' = 'wu') =>
    at.as(who).list(consignmentList, { limit: 50, offset: 0, ...more });

  test('are listed, the newest first, with how many lines they have and how many are away', async () => {
    const rows = await list();
    expect(rows.map(({ code, lines, away }) => [code, lines, away])).toEqual([
      ['C3', 1, 1],
      ['C2', 2, 2],
      ['C1', 1, 0],
    ]);
    expect(rows[2]).toEqual({
      ...{
        code: 'C1',
        state: 'settled',
        stateSince: hour(2),
        openedAt: hour(1),
        handedOverAt: hour(2),
        lines: 1,
      },
      ...{ vendorZh: '海口创维修服务部', vendorEn: 'Haikou Spark Repairs', away: 0 },
    });
    for (const [state, expected] of [
      [['open'], 'C2'],
      [['open', 'handedOver'], 'C3 C2'],
      [['lost'], ''],
    ] as const) {
      expect(joined(await list({ state }))).toBe(expected);
      expect(await at.as('wu').list(countConsignments, { state })).toEqual(counted(expected));
    }
    expect(await at.as('wu').list(countConsignments, {})).toEqual([{ n: 3 }]);
    expect(joined(await list({ limit: 1, offset: 1 }))).toBe('C2');
    expect(joined(await list({}, 'spark'))).toBe('C2 C1');
  });

  test('are looked up by what lies in them', async () => {
    const db = at.as('wu');
    expect(
      await db.ask(openConsignmentTo, { warehouseId: 'hk', vendorId: 'spark', state: 'open' }),
    ).toMatchObject([{ id: 'c2' }]);
    expect(await db.ask(openConsignmentTo, { warehouseId: 'hk', vendorId: 'bolt', state: 'open' })).toEqual(
      [],
    );
    expect(await db.ask(openLineOf, { itemId: 'g1' })).toEqual([
      { id: '3', consignmentId: 'c2', ticketId: 't1', state: 'open' },
    ]);
    expect(await db.ask(openLineOf, { itemId: 'g3' })).toEqual([]);
    expect([
      await db.ask(linesAway, { consignmentId: 'c1' }),
      await db.ask(linesAway, { consignmentId: 'c2' }),
    ]).toEqual([[{ n: 0 }], [{ n: 2 }]]);
    const lying = await at.as('spark').ask(inConsignment, { consignmentId: 'c2' });
    expect(lying).toMatchObject([
      { line: { id: '2', backAt: null }, itemId: 'g4', itemCode: 'G4', serial: null },
      { line: { id: '3', ticketId: 't1' }, itemId: 'g1', itemCode: 'G1', serial: 'SN-41' },
    ]);
    expect(await db.ask(consignmentInWords, { consignmentId: 'c1' })).toEqual([
      {
        ...{
          item: 'G1',
          serial: 'SN-41',
          ticket: 'T1',
          ticketState: 'atVendor',
          fault: 'no sound',
          sku: 'SHIRT',
        },
        ...{ nameZh: '广告衫', nameEn: '广告衫 (en)', quantity: 3, takenInAt: hour(4), backAt: hour(5) },
      },
    ]);
  });
});

describe('shipments', () => {
  const asked = (more: Partial<ShipmentsAsked> = {}): ShipmentsAsked => ({ ...page, sort: 'code', ...more });
  const codes = async (more: Partial<ShipmentsAsked>, who: 'wu' | 'whale' | 'zhou' = 'wu') =>
    joined(await at.as(who).list(shipmentList, asked(more)));

  test('are listed with whom they go to, and how much is promised to them', async () => {
    const [s1, s2] = await at.as('wu').list(shipmentList, asked());
    expect(s1).toEqual({
      ...{
        code: 'S1',
        exit: 'resale',
        state: 'handedOver',
        stateSince: hour(1),
        consignee: 'Somchai',
        country: 'TH',
      },
      ...{ carrier: 'J&T', waybill: 'JT900', createdAt: hour(1), shippedAt: hour(8), items: 3 },
      ...{ exporterZh: '深圳蓝鲸电子有限公司', exporterEn: 'Shenzhen Blue Whale Electronics' },
    });
    expect(s2).toMatchObject({ items: 0, carrier: null });
  });

  test('are filtered, sorted and turned', async () => {
    for (const [filter, expected] of [
      [{}, 'S1 S2 S3'],
      [{ state: ['open'] }, 'S3'],
      [{ state: ['open', 'handedOver'] }, 'S1 S2 S3'],
      [{ exit: ['exchange'] }, 'S2'],
      [{ exit: ['exchange', 'toBuyer'] }, 'S2 S3'],
      [{ exporter: ['kite'] }, 'S3'],
      [{ exporter: ['whale'], exit: ['resale'] }, 'S1'],
      [{ search: 'jt9' }, 'S1'],
      [{ search: 'so-1' }, 'S1'],
      [{ search: '李静' }, 'S2'],
      [{ search: 'SOMCHAI' }, 'S1 S3'],
      [{ search: 's3' }, 'S3'],
      [{ search: '_' }, ''],
    ] as const) {
      expect([filter, await codes(filter)]).toEqual([filter, expected]);
      expect(await at.as('wu').list(countShipments, asked(filter))).toEqual(counted(expected));
      if (!('search' in filter)) continue;
      const found = (await at.as('wu').list(shipmentsFound, filter)).map(({ id }) => id);
      expect([filter, await codes({ ...filter, found })]).toEqual([filter, expected]);
    }
    const up = { createdAt: 'S1 S2 S3', stateSince: 'S1 S3 S2', code: 'S1 S2 S3', state: 'S1 S2 S3' };
    for (const [sort, expected] of Object.entries(up) as [ShipmentsAsked['sort'], string][])
      expect([sort, await codes({ sort })]).toEqual([sort, expected]);
    expect(await codes({ sort: 'shippedAt', state: ['handedOver'] })).toBe('S2 S1');
    expect(await codes({ sort: 'state', descending: true })).toBe('S3 S1 S2');
    expect(await codes({ limit: 1, offset: 1 })).toBe('S2');
    expect([await codes({}, 'whale'), await codes({}, 'zhou')]).toEqual(['S1 S2', 'S4']);
  });

  test('hold what is promised to them now, in the order in which the picker walks', async () => {
    const db = at.as('wu');
    const promises = await db.ask(promisesOf, { shipmentId: 's1' });
    expect(
      promises.map(({ reservation, itemState, itemCode }) => [reservation.id, itemState, itemCode]),
    ).toEqual([
      ['p2', 'stored', 'G2'],
      ['p1', 'stored', 'G1'],
      ['p4', 'picked', 'G3'],
    ]);
    const walk = await db.ask(inShipment, { shipmentId: 's1' });
    expect(walk.filter(({ location }) => location).map(({ code }) => code)).toEqual(['G2', 'G1']);
    expect(walk.find(({ code }) => code === 'G2')).toEqual({
      ...{
        code: 'G2',
        state: 'stored',
        quantity: 2,
        serial: null,
        grade: null,
        description: null,
        sku: 'PHONE',
      },
      ...{ location: 'A-01-01-1', nameZh: '智能手机 M8 128G 蓝色', nameEn: '智能手机 M8 128G 蓝色 (en)' },
      ...{ battery: 'ion in equipment', replaces: 'g9' },
    });
    expect((await db.ask(promiseOf, { itemId: 'g3', shipmentId: 's1' })).map(({ id }) => id)).toEqual(['p4']);
    expect(await db.ask(promiseOf, { itemId: 'g3', shipmentId: 's2' })).toEqual([]);
    const states = await db.ask(statesInShipment, { shipmentId: 's1' });
    expect(states.sort((a, b) => (a.state < b.state ? -1 : 1))).toEqual([
      { state: 'picked', n: 1 },
      { state: 'stored', n: 2 },
    ]);
    const all = await at.as('zhou').ask(statesInShipment, { shipmentId: 's4' });
    // One that was lost keeps no shipment waiting.
    const waiting = all.filter(({ state }) => isLeaving(state));
    expect([all.length, ...waiting.map(({ state, n }) => `${state} ${n}`).sort()]).toEqual([
      ...[6, 'packed 1', 'picked 1', 'shipped 1', 'sorted 1', 'stored 1'],
    ]);
    for (const text of ['S1', 'JT900'])
      expect(await db.ask(shipmentNamed, { text })).toMatchObject([{ id: 's1' }]);
  });
});
