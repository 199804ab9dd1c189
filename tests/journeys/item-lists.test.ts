import { describe, expect, test } from 'vitest';
import { itemsByState } from '../../db/queries/board.ts';
import { countItems, type ItemsAsked, itemList, itemSorts, itemsFound } from '../../db/queries/item-list.ts';
import { returnOrders } from '../../db/schema/goods.ts';
import { holds, items } from '../../db/schema/items.ts';
import { aHold, anItem, anOrder, hour, laidOut } from './laid-out.ts';

const at = laidOut(async (tx) => {
  await tx.add(returnOrders, anOrder('r1', { reference: 'PO-7', waybill: 'JT0001' }));
  await tx.add(returnOrders, anOrder('r2', { exporterId: 'kite', reference: 'po-8', waybill: 'JT0002' }));
  const dated = (taxReliefUntil: string | null, supervisionUntil: string | null) => ({
    taxReliefUntil,
    supervisionUntil,
  });
  await tx.add(
    items,
    anItem('g1', {
      ...{ quantity: 3, grade: 'A', disposition: 'RTS', orderId: 'r1', locationId: 'hk-A-01-01-1' },
      ...{ receivedAt: hour(5), ...dated('2026-12-23', null) },
    }),
  );
  await tx.add(
    items,
    anItem('g2', {
      ...{
        skuId: 'whale-PHONE',
        serial: 'SN-7001',
        grade: 'B',
        disposition: 'RSB',
        orderId: 'r1',
        hazard: true,
      },
      ...{ locationId: 'hk-A-01-01-2', stateSince: hour(3), receivedAt: hour(4), createdAt: hour(2) },
      ...dated(null, '2026-11-23'),
    }),
  );
  const kites = { exporterId: 'kite', skuId: 'kite-SHIRT' };
  await tx.add(
    items,
    anItem('g3', {
      ...{ ...kites, quantity: 7, state: 'inspected', grade: 'A', orderId: 'r2', locationId: 'hk-R-01' },
      ...{
        stateSince: hour(2),
        receivedAt: hour(3),
        createdAt: hour(3),
        ...dated('2026-11-22', '2026-12-01'),
      },
    }),
  );
  const nobodys = { exporterId: null, skuId: null, description: 'Blaue Dose 100%' };
  await tx.add(items, anItem('g4', { ...nobodys, quantity: 2, state: 'received', stateSince: hour(4) }));
  await tx.add(
    items,
    anItem('g5', {
      ...{ ...kites, skuId: 'kite-X-1', quantity: 5, state: 'shipped', grade: 'C', disposition: 'DST' },
      ...{
        stateSince: hour(4),
        receivedAt: hour(2),
        createdAt: hour(5),
        ...dated('2026-12-24', '2026-12-23'),
      },
    }),
  );
  await tx.add(items, anItem('yp', { warehouseId: 'yp', serial: 'SN-7001', grade: 'A', disposition: 'RTS' }));
  await tx.add(holds, aHold('h1', 'g2'));
  await tx.add(holds, aHold('h2', 'g2', { kind: 'customs' }));
  for (const id of ['g2', 'g3']) await tx.add(holds, aHold(`lifted ${id}`, id, { liftedAt: hour(2) }));
});
const asked = (more: Partial<ItemsAsked> = {}): ItemsAsked => ({
  ...{ today: '2026-11-23', sort: 'code', descending: false, limit: 50, offset: 0 },
  ...more,
});
const codes = async (more: Partial<ItemsAsked> = {}, who: 'wu' | 'whale' | 'kite' | 'zhou' = 'wu') =>
  (await at.as(who).list(itemList, asked(more))).map(({ code }) => code).join(' ');

describe('the list of items', () => {
  test('tells of each what a person looks at', async () => {
    const [row] = await at.as('wu').list(itemList, asked({ state: ['stored'], grade: ['B'] }));
    expect(row).toEqual({
      ...{
        code: 'G2',
        state: 'stored',
        stateSince: hour(3),
        quantity: 1,
        serial: 'SN-7001',
        description: null,
      },
      ...{ sku: 'PHONE', nameZh: '智能手机 M8 128G 蓝色', nameEn: '智能手机 M8 128G 蓝色 (en)' },
      ...{
        exporterZh: '深圳蓝鲸电子有限公司',
        exporterEn: 'Shenzhen Blue Whale Electronics',
        exporterCode: 'whale',
      },
      ...{ cameAs: null, reference: 'PO-7', reason: null, waybill: 'JT0001' },
      ...{ location: 'A-01-01-2', grade: 'B', disposition: 'RSB', hazard: true, holds: 2, order: 'R1' },
      ...{ taxReliefUntil: null, supervisionUntil: '2026-11-23', receivedAt: hour(4) },
    });
    const [unknown] = await at.as('wu').list(itemList, asked({ state: ['received'] }));
    expect(unknown).toMatchObject({
      ...{ code: 'G4', sku: null, exporterCode: null, location: null, order: null, holds: 0 },
      description: 'Blaue Dose 100%',
    });
  });

  test.each<[string, Partial<ItemsAsked>]>([
    ['G1 G2 G3 G4 G5', {}],
    ['G1 G2', { state: ['stored'] }],
    ['G1 G2 G5', { state: ['stored', 'shipped'] }],
    ['', { state: ['lost'] }],
    ['G1 G3', { grade: ['A'] }],
    ['G2 G5', { grade: ['B', 'C'] }],
    ['G1', { disposition: ['RTS'] }],
    ['G1 G5', { disposition: ['RTS', 'DST'] }],
    ['G3 G5', { exporter: ['kite'] }],
    ['G1 G2 G3 G5', { exporter: ['kite', 'whale'] }],
    ['G1 G3', { sku: 'SHIRT' }],
    ['G1 G2', { order: 'R1' }],
    ['', { order: 'r1' }],
    ['G3', { location: 'R-01' }],
    ['G2', { held: 'yes' }],
    ['G1', { state: ['stored'], grade: ['A'], exporter: ['whale'], order: 'R1', sku: 'SHIRT' }],
    ['', { held: 'yes', grade: ['A'] }],
  ])('%s: %j', async (expected, filter) => {
    expect(await codes(filter)).toBe(expected);
    const n = expected.split(' ').filter(Boolean).length;
    expect(await at.as('wu').list(countItems, asked(filter))).toEqual([{ n }]);
  });

  test.each([
    [0, 'G2'],
    [29, 'G2'],
    [30, 'G1 G2 G5'],
    [31, 'G1 G2 G5'],
    [3650, 'G1 G2 G5'],
  ])(
    'within %i days the nearer of two dates ends for %s; one that ended is no window any more',
    async (window, all) => {
      expect(await codes({ window })).toBe(all);
      expect(await at.as('wu').list(countItems, asked({ window }))).toEqual([{ n: all.split(' ').length }]);
    },
  );

  test('is sorted by each column, up and down, and by age where that is the same', async () => {
    const known = { state: ['stored', 'inspected', 'shipped'] };
    const up = {
      ...{
        stateSince: 'G1 G3 G2 G5',
        code: 'G1 G2 G3 G5',
        receivedAt: 'G5 G3 G2 G1',
        createdAt: 'G1 G2 G3 G5',
      },
      ...{ grade: 'G1 G3 G2 G5', state: 'G3 G5 G1 G2', quantity: 'G2 G1 G5 G3', sku: 'G2 G1 G3 G5' },
      windowDays: 'G3 G2 G1 G5',
    };
    for (const [sort, expected] of Object.entries(up) as [keyof typeof itemSorts, string][])
      expect([sort, await codes({ ...known, sort })]).toEqual([sort, expected]);
    expect(await codes({ order: 'R1', sort: 'location', descending: true })).toBe('G2 G1');
    expect(await codes({ order: 'R1', sort: 'location' })).toBe('G1 G2');
    expect(Object.keys(itemSorts).sort()).toEqual([...Object.keys(up), 'location'].sort());
    const down = { ...known, descending: true } as const;
    expect(await codes({ ...down, sort: 'stateSince' })).toBe('G5 G2 G3 G1');
    expect(await codes({ ...down, sort: 'quantity' })).toBe('G3 G5 G1 G2');
    expect(await codes({ ...down, sort: 'windowDays' })).toBe('G1 G5 G2 G3');
    expect(await codes({ sort: 'stateSince', descending: true })).toBe('G4 G5 G2 G3 G1');
  });

  test('is turned page by page', async () => {
    expect(await codes({ limit: 2 })).toBe('G1 G2');
    expect(await codes({ limit: 2, offset: 2 })).toBe('G3 G4');
    expect(await codes({ limit: 2, offset: 4 })).toBe('G5');
    expect(await codes({ limit: 2, offset: 6 })).toBe('');
  });

  test('shows one’s own, each in the warehouse where they work', async () => {
    expect(await codes({}, 'whale')).toBe('G1 G2 YP');
    expect(await codes({}, 'kite')).toBe('G3 G5');
    expect(await codes({}, 'zhou')).toBe('YP');
  });
});

test.each([
  ['g', 'G1 G2 G3 G4 G5'],
  ['G 2', 'G2'],
  ['g-3', 'G3'],
  ['sn-70', 'G2'],
  ['7001', 'G2'],
  ['dose', 'G4'],
  ['00%', 'G4'],
  ['_', ''],
  ['%', 'G4'],
  ['jt0001', 'G1 G2'],
  ['JT000', ''],
  ['PO-7', 'G1 G2'],
  ['po-7', ''],
  ['po-8', 'G3'],
  ['智能手机', 'G2'],
  ['手', 'G2'],
  ['shirt', 'G1 G3'],
  ['机 m8 1', 'G2'],
  ['nothing', ''],
])(
  'who looks for "%s" finds %s, whether the few are looked up or the list is read',
  async (search, expected) => {
    const found = (await at.as('wu').list(itemsFound, { search })).map(({ id }) => id);
    expect(await codes({ search, found })).toBe(expected);
    expect(await codes({ search })).toBe(expected);
    const n = expected.split(' ').filter(Boolean).length;
    expect(await at.as('wu').list(countItems, asked({ search, found }))).toEqual([{ n }]);
    expect(await at.as('wu').list(countItems, asked({ search }))).toEqual([{ n }]);
  },
);

test('the board counts items and pieces of each state, and since when the oldest waits', async () => {
  const rows = await at.as('wu').ask(itemsByState, {});
  expect(rows.sort((a, b) => (a.state < b.state ? -1 : 1))).toEqual([
    { state: 'inspected', items: 1, pieces: 7, oldestSince: hour(2) },
    { state: 'received', items: 1, pieces: 2, oldestSince: hour(4) },
    { state: 'shipped', items: 1, pieces: 5, oldestSince: hour(4) },
    { state: 'stored', items: 2, pieces: 4, oldestSince: hour(1) },
  ]);
});
