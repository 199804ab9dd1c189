import { and, asc, desc, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import { listed, named, type Slots } from '../named-queries.ts';
import { items } from '../schema/items.ts';
import { locations, organisations } from '../schema/master-data.ts';
import { openingStockRows, openingStocks } from '../schema/opening-stock.ts';
import { users } from '../schema/people.ts';

/** Of these keys, those that became units already, with the unit. */
export const rowsWithKeys = listed(
  'opening stock rows with keys',
  (q, sees, given: { warehouseId: string; keys: string[] }) =>
    q
      .select({ key: openingStockRows.key, code: items.code })
      .from(openingStockRows)
      .innerJoin(items, eq(items.id, openingStockRows.itemId))
      .where(
        and(
          sees(openingStockRows),
          eq(openingStockRows.warehouseId, given.warehouseId),
          inArray(openingStockRows.key, given.keys),
        ),
      ),
  [items],
);

export const placesWithCodes = listed(
  'places with codes',
  (q, sees, given: { warehouseId: string; codes: string[] }) =>
    q
      .select()
      .from(locations)
      .where(
        and(
          sees(locations),
          eq(locations.warehouseId, given.warehouseId),
          inArray(locations.code, given.codes),
        ),
      ),
);

/** What the places of a warehouse are called, as far as somebody looks for a code like another. */
export const placeCodes = named('codes of places', (q, sees, given: Slots<{ warehouseId: string }>) =>
  q
    .select({ code: locations.code })
    .from(locations)
    .where(and(sees(locations), eq(locations.warehouseId, given.warehouseId)))
    .orderBy(asc(locations.code))
    .limit(5_000),
);

/** How much lies at these places, by owner and customs status. */
export const lyingInPlaces = listed(
  'lying in places',
  (q, sees, given: { locationIds: string[] }) =>
    q
      .select({
        locationId: items.locationId,
        owner: items.exporterId,
        customsStatus: items.customsStatus,
        storedApart: organisations.storedApart,
        pieces: sql<number>`sum(${items.quantity})`.mapWith(Number),
      })
      .from(items)
      .leftJoin(organisations, eq(organisations.id, items.exporterId))
      .where(and(sees(items), inArray(items.locationId, given.locationIds)))
      .groupBy(items.locationId, items.exporterId, items.customsStatus, organisations.storedApart),
  [organisations],
);

/** The imports of a warehouse, the newest first. */
export const openingsOf = named(
  'opening stocks',
  (q, sees, _given: Slots<object>) =>
    q
      .select({ opening: openingStocks, by: users.name })
      .from(openingStocks)
      .leftJoin(users, eq(users.id, openingStocks.askedBy))
      .where(sees(openingStocks))
      .orderBy(desc(openingStocks.at))
      .limit(50),
  [users],
);

/** Rows of an import that were left out, in order. */
export const rowsLeftOut = named(
  'opening stock rows left out',
  (q, sees, given: Slots<{ openingId: string }>) =>
    q
      .select()
      .from(openingStockRows)
      .where(
        and(
          sees(openingStockRows),
          eq(openingStockRows.openingId, given.openingId),
          isNull(openingStockRows.itemId),
        ),
      )
      .orderBy(asc(openingStockRows.row))
      .limit(1_000),
);

/** The units that an import became, in the order of its rows, some at a time. */
export const unitsOfOpening = named(
  'units of an opening stock',
  (q, sees, given: Slots<{ openingId: string; from: number }>) =>
    q
      .select({ row: openingStockRows.row, code: items.code })
      .from(openingStockRows)
      .innerJoin(items, eq(items.id, openingStockRows.itemId))
      .where(
        and(
          sees(openingStockRows),
          eq(openingStockRows.openingId, given.openingId),
          isNotNull(openingStockRows.itemId),
        ),
      )
      .orderBy(asc(openingStockRows.row))
      .limit(200)
      .offset(given.from),
  [items],
);
