import { afterAll, beforeAll, expect } from 'vitest';
import { type Database, openDatabase } from '../../db/open.ts';
import type { returnOrders } from '../../db/schema/goods.ts';
import type { holds, items } from '../../db/schema/items.ts';
import type { shipments } from '../../db/schema/outbound.ts';
import type { tickets } from '../../db/schema/repair.ts';
import type { Writing } from '../../db/scope.ts';
import { systemViewer } from '../../db/seen-by.ts';
import type { Name } from '../cast.ts';
import { freshDatabase, throwAway, viewerOf } from '../world.ts';

/** The hour `n` of the day on which everything happens. */
export const hour = (n: number) => new Date(Date.UTC(2026, 10, 23, n));

/**
 * One database for all tests of a file, in which rows are laid out by hand: no step was taken, so there are no books
 * that could balance. What is asked of it changes nothing.
 */
export function laidOut(fill: (tx: Writing) => Promise<void>) {
  let database: Database;
  let fresh: Awaited<ReturnType<typeof freshDatabase>>;
  beforeAll(async () => {
    fresh = await freshDatabase();
    database = await openDatabase(fresh.url);
    await database.as(systemViewer).atomically(fill);
  });
  afterAll(async () => {
    await database.close();
    throwAway(fresh.url, fresh.folder);
  });
  return {
    as: (name: Name) => database.as(viewerOf(name)),
    house: () => database.as(systemViewer),
  };
}

type Row<T extends { $inferInsert: object }> = T['$inferInsert'];
/** An item of Whale's in Haikou; what is not said of it is nothing. */
export const anItem = (id: string, more: Partial<Row<typeof items>> = {}): Row<typeof items> => ({
  ...{
    id,
    code: id.toUpperCase(),
    warehouseId: 'hk',
    exporterId: 'whale',
    skuId: 'whale-SHIRT',
    quantity: 1,
  },
  ...{ state: 'stored', stateSince: hour(1), custody: 'hub', reason: 'R01', hazard: false, wiped: false },
  ...{ customsStatus: 'RELEASED_DOMESTIC', exportMode: '9610', createdAt: hour(1), events: 0, lastHash: '' },
  ...more,
});
export const anOrder = (
  id: string,
  more: Partial<Row<typeof returnOrders>> = {},
): Row<typeof returnOrders> => ({
  ...{ id, code: id.toUpperCase(), exporterId: 'whale', warehouseId: 'hk', state: 'approved' },
  ...{ stateSince: hour(1), createdBy: 'whale', createdAt: hour(1) },
  ...more,
});
export const aHold = (
  id: string,
  itemId: string,
  more: Partial<Row<typeof holds>> = {},
): Row<typeof holds> => ({
  ...{ id, itemId, warehouseId: 'hk', exporterId: 'whale', kind: 'quality', owner: 'hub' },
  ...{ placedBy: 'wu', placedAt: hour(1) },
  ...more,
});
export const aTicket = (
  id: string,
  itemId: string,
  more: Partial<Row<typeof tickets>> = {},
): Row<typeof tickets> => ({
  ...{ id, code: id.toUpperCase(), itemId, warehouseId: 'hk', exporterId: 'whale', state: 'opened' },
  ...{ stateSince: hour(1), fault: 'no sound', cycle: 1, openedBy: 'zhao', openedAt: hour(1) },
  ...{ promisedAt: hour(9) },
  ...more,
});
export const aShipment = (id: string, more: Partial<Row<typeof shipments>> = {}): Row<typeof shipments> => ({
  ...{ id, code: id.toUpperCase(), warehouseId: 'hk', exporterId: 'whale', exit: 'resale', state: 'open' },
  ...{ stateSince: hour(1), consignee: 'Somchai', address: 'Bangkok', country: 'TH', transport: 'air' },
  ...{ cartons: 1, createdBy: 'wang', createdAt: hour(1) },
  ...more,
});

/** What a list gives for each filter, and that it is counted alike. */
export async function agree<Asked>(
  cases: readonly (readonly [Partial<Asked>, string])[],
  list: (more: Partial<Asked>) => Promise<readonly string[]>,
  count: (more: Partial<Asked>) => Promise<readonly { n: number }[]>,
) {
  for (const [filter, expected] of cases) {
    expect([filter, (await list(filter)).join(' ')]).toEqual([filter, expected]);
    expect([filter, await count(filter)]).toEqual([
      filter,
      [{ n: expected.split(' ').filter(Boolean).length }],
    ]);
  }
}
