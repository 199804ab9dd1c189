import { describe, expect, test } from 'vitest';
import { placeNamed } from '../../db/queries/scans.ts';
import {
  countLocations,
  type LocationsAsked,
  locationList,
  type PlaceWanted,
  placesFor,
  zonesOf,
} from '../../db/queries/storage.ts';
import { items } from '../../db/schema/items.ts';
import { locations } from '../../db/schema/master-data.ts';
import { agree, anItem, laidOut } from './laid-out.ts';

const at = laidOut(async (tx) => {
  await tx.change(locations, { id: 'hk-A-01-01-2' }, { active: false });
  await tx.change(locations, { id: 'hk-B-01' }, { kind: 'storage', capacity: 5 });
  const lies = (id: string, code: string, more: object = {}) =>
    tx.add(items, anItem(id, { locationId: `hk-${code}`, ...more }));
  await lies('g1', 'A-01-01-1', { quantity: 3 });
  await lies('g2', 'A-01-01-1', { quantity: 4, skuId: 'whale-PHONE' });
  await lies('g3', 'B-01', { quantity: 2, exporterId: 'kite', skuId: 'kite-SHIRT' });
});
const page = { descending: false, limit: 50, offset: 0 };

describe('places', () => {
  const asked = (more: Partial<LocationsAsked> = {}): LocationsAsked => ({ ...page, sort: 'code', ...more });
  const list = async (more: Partial<LocationsAsked>) =>
    (await at.as('wu').list(locationList, asked(more))).map(({ code }) => code);

  test('are found by kind, zone, code and name, with what lies there', async () => {
    await agree<LocationsAsked>(
      [
        [{ kind: ['storage'] }, 'A-01-01-1 A-01-01-2 B-01'],
        [{ kind: ['vendor', 'receiving'] }, 'R-01 V-01'],
        [{ zone: ['ST'] }, 'A-01-01-1 A-01-01-2'],
        [{ zone: ['BE', 'HA'] }, 'B-01 H-01-01-1'],
        [{ active: false }, 'A-01-01-2'],
        [{ active: true, zone: ['ST'] }, 'A-01-01-1'],
        [{ code: 'V-01' }, 'V-01'],
        [{ code: 'v-01' }, ''],
        [{ search: 'a-01' }, 'A-01-01-1 A-01-01-2'],
        [{ search: 'HAZ' }, 'H-01-01-1'],
      ],
      list,
      (more) => at.as('wu').list(countLocations, asked(more)),
    );
    const [first] = await at.as('wu').list(locationList, asked({ code: 'A-01-01-1' }));
    expect(first).toEqual({
      ...{
        id: 'hk-A-01-01-1',
        code: 'A-01-01-1',
        kind: 'storage',
        capacity: 20,
        grade: null,
        active: true,
        zoneCode: 'ST',
      },
      ...{ zoneZh: 'storage', zoneEn: 'storage', pieces: 7, items: 2 },
    });
    expect((await list({ sort: 'pieces', descending: true, limit: 2 })).join(' ')).toBe('A-01-01-1 B-01');
    expect((await list({ sort: 'capacity', kind: ['storage'] })).join(' ')).toBe('A-01-01-2 B-01 A-01-01-1');
    expect((await list({ sort: 'zone', limit: 1 })).join(' ')).toBe('B-01');
    expect((await list({ sort: 'kind', descending: true, limit: 1 })).join(' ')).toBe('V-01');
    expect((await list({ limit: 2, offset: 1 })).join(' ')).toBe('A-01-01-2 B-01');
    expect(await at.as('wu').ask(placeNamed, { warehouseId: 'hk', code: 'R-01' })).toEqual([
      { code: 'R-01', kind: 'receiving', nameZh: 'receiving', nameEn: 'receiving' },
    ]);
    const zones = await at.as('wu').ask(zonesOf, {});
    expect(zones.map(({ code, locations: n }) => `${code} ${n}`).join(' ')).toBe(
      'BE 1 HA 1 OU 1 PA 1 QU 1 RE 1 ST 2 VE 1',
    );
    expect(zones[6]).toEqual({
      code: 'ST',
      kind: 'storage',
      nameZh: 'storage',
      nameEn: 'storage',
      locations: 2,
    });
  });

  const wanted = (more: Partial<PlaceWanted> = {}): PlaceWanted => ({
    ...{
      warehouseId: 'hk',
      kinds: ['storage'] as const,
      grade: 'A',
      apart: false,
      quantity: 1,
      skuId: 'whale-SHIRT',
      exporterId: 'whale',
    },
    ...{ customsStatus: 'RELEASED_DOMESTIC', not: '', limit: 5 },
    ...more,
  });
  test.each<[string, Partial<PlaceWanted>]>([
    ['A-01-01-1 0, B-01 4', {}],
    ['B-01 0, A-01-01-1 4', { skuId: 'kite-SHIRT', exporterId: 'kite' }],
    ['A-01-01-1 2, B-01 4', { skuId: 'whale-X-1' }],
    ['B-01 2, A-01-01-1 4', { skuId: 'kite-X-1', exporterId: 'kite' }],
    ['A-01-01-1 0, B-01 4', { quantity: 3 }],
    ['A-01-01-1 0', { quantity: 4 }],
    ['A-01-01-1 0', { quantity: 13 }],
    ['', { quantity: 14 }],
    ['B-01 4', { not: 'hk-A-01-01-1' }],
    ['A-01-01-1 0', { limit: 1 }],
    ['', { customsStatus: 'ZONE_BONDED' }],
    ['H-01-01-1 3', { kinds: ['hazard'] }],
    ['R-01 3', { kinds: ['receiving'], quantity: 10_000 }],
    ['', { warehouseId: 'yp' }],
  ])('goods go to %s: %j', async (expected, more) => {
    const found = await at.as('wu').list(placesFor, wanted(more));
    expect(found.map(({ code, rank }) => `${code} ${rank}`).join(', ')).toBe(expected);
  });
  test('that are offered are told with their room', async () => {
    const [first] = await at.as('wu').list(placesFor, wanted());
    expect(first).toEqual({
      ...{
        code: 'A-01-01-1',
        kind: 'storage',
        capacity: 20,
        zoneZh: 'storage',
        zoneEn: 'storage',
        pieces: 7,
        rank: 0,
      },
    });
  });
});
