import { and, asc, count, eq, inArray, min, sql, sum } from 'drizzle-orm';
import { listed, named, type Slots } from '../named-queries.ts';
import { items } from '../schema/items.ts';
import { locations, organisations } from '../schema/master-data.ts';

/** How many items stand in each state, and since when the oldest does. */
export const itemsByState = named('items by state', (q, sees, _given: Slots<object>) =>
  q
    .select({
      state: items.state,
      items: count(),
      pieces: sum(items.quantity).mapWith(Number),
      oldestSince: min(items.stateSince),
    })
    .from(items)
    .where(and(sees(items)))
    .groupBy(items.state),
);

const distinct = (of: unknown) => sql<number>`count(distinct ${of})`.mapWith(Number);
const customs = distinct(items.customsStatus);
const owners = distinct(sql`coalesce(${items.exporterId}, '')`);
const apart = sql<number>`max(case when ${organisations.storedApart} then 1 else 0 end)`.mapWith(Number);
const MOST_PLACES_TOLD = 50;

/**
 * Bins in which goods lie together that may not: guards let no more in, but what lies there may have changed, its customs
 * status, its owner, or what its owner wishes.
 */
export const mixedPlaces = named(
  'places that are mixed',
  (q, sees, _given: Slots<object>) =>
    q
      .select({ id: locations.id, code: locations.code, customs, owners, apart })
      // From the places to what lies there: all that ever was here lies nowhere now.
      .from(locations)
      .crossJoin(items)
      .leftJoin(organisations, eq(organisations.id, items.exporterId))
      .where(
        and(
          sees(locations),
          eq(items.locationId, locations.id),
          inArray(locations.kind, ['storage', 'quarantine']),
        ),
      )
      .groupBy(locations.id, locations.code)
      .having(sql`${customs} > 1 or (${owners} > 1 and ${apart} > 0)`)
      .orderBy(asc(locations.code))
      .limit(MOST_PLACES_TOLD),
  [items, organisations],
);

/** What lies at a place, by owner and customs status. */
export const lyingTogether = named(
  'lying together',
  (q, sees, given: Slots<{ locationId: string }>) =>
    q
      .select({
        customsStatus: items.customsStatus,
        exporterZh: organisations.nameZh,
        exporterEn: organisations.nameEn,
        items: count(),
        pieces: sum(items.quantity).mapWith(Number),
      })
      .from(items)
      .leftJoin(organisations, eq(organisations.id, items.exporterId))
      .where(and(sees(items), eq(items.locationId, given.locationId)))
      .groupBy(items.customsStatus, organisations.nameZh, organisations.nameEn)
      .orderBy(asc(items.customsStatus), asc(organisations.nameZh)),
  [organisations],
);

/** What has waited longest in these states. */
export const longestWaiting = listed(
  'longest waiting',
  (q, sees, { states, limit }: { states: string[]; limit: number }) =>
    q
      .select()
      .from(items)
      .where(and(sees(items), inArray(items.state, states)))
      .orderBy(asc(items.stateSince), asc(items.id))
      .limit(limit),
);
