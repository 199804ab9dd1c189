import { and, asc, count, desc, eq, inArray, isNull, ne, or, type SQL, sql } from 'drizzle-orm';
import { listed, named, type Slots } from '../named-queries.ts';
import { items } from '../schema/items.ts';
import { locations, organisations, type PlaceKind, zones } from '../schema/master-data.ts';
import { holdsText, type Page } from './list-parts.ts';

const summed = (of: SQL) =>
  sql<number>`(select ${of} from ${items} where ${items.locationId} = ${locations.id})`.mapWith(Number);
const pieces = summed(sql`coalesce(sum(${items.quantity}), 0)`);
const itemsThere = summed(sql`count(*)`);

export const locationSorts = {
  code: locations.code,
  kind: locations.kind,
  zone: zones.code,
  capacity: locations.capacity,
  pieces,
} as const;

export interface LocationsAsked extends Page<keyof typeof locationSorts> {
  readonly kind?: readonly string[] | undefined;
  /** Codes of zones. */
  readonly zone?: readonly string[] | undefined;
  readonly active?: boolean | undefined;
  /** Exactly this code. */
  readonly code?: string | undefined;
}

const fits = ({ kind, zone, active, code, search }: LocationsAsked) => [
  kind && inArray(locations.kind, [...kind] as PlaceKind[]),
  zone && inArray(zones.code, [...zone]),
  active === undefined ? undefined : eq(locations.active, active),
  code === undefined ? undefined : eq(locations.code, code),
  holdsText(search, locations.code, zones.nameZh, zones.nameEn),
];

/** The places of a warehouse with what lies there, all owners together: room is room. */
export const locationList = listed(
  'location list',
  (q, sees, asked: LocationsAsked) =>
    q
      .select({
        id: locations.id,
        code: locations.code,
        kind: locations.kind,
        capacity: locations.capacity,
        grade: locations.grade,
        active: locations.active,
        zoneCode: zones.code,
        zoneZh: zones.nameZh,
        zoneEn: zones.nameEn,
        pieces,
        items: itemsThere,
      })
      .from(locations)
      .innerJoin(zones, eq(zones.id, locations.zoneId))
      .where(and(sees(locations), ...fits(asked)))
      .orderBy((asked.descending ? desc : asc)(locationSorts[asked.sort]), asc(locations.code))
      .limit(asked.limit)
      .offset(asked.offset),
  [zones, items],
);

export const countLocations = listed(
  'count locations',
  (q, sees, asked: LocationsAsked) =>
    q
      .select({ n: count() })
      .from(locations)
      .innerJoin(zones, eq(zones.id, locations.zoneId))
      .where(and(sees(locations), ...fits(asked))),
  [zones],
);

export const zonesOf = named(
  'zones with places',
  (q, sees, _given: Slots<object>) =>
    q
      .select({
        code: zones.code,
        kind: zones.kind,
        nameZh: zones.nameZh,
        nameEn: zones.nameEn,
        locations: count(locations.id),
      })
      .from(zones)
      .leftJoin(locations, eq(locations.zoneId, zones.id))
      .where(sees(zones))
      .groupBy(zones.id, zones.code, zones.kind, zones.nameZh, zones.nameEn)
      .orderBy(asc(zones.code)),
  [locations],
);

export interface PlaceWanted {
  readonly warehouseId: string;
  /** What kinds of places would do, the best first. */
  readonly kinds: readonly PlaceKind[];
  readonly grade: string;
  readonly quantity: number;
  readonly skuId: string;
  readonly exporterId: string;
  readonly customsStatus: string;
  /** Does its owner wish that nobody else’s goods lie beside it? */
  readonly apart: boolean;
  /** Where it lies now, or nowhere. */
  readonly not: string;
  readonly limit: number;
}

const piecesThere = sql<number>`coalesce(sum(${items.quantity}), 0)`.mapWith(Number);
const countOf = (condition: SQL) => sql<number>`count(case when ${condition} then 1 end)`.mapWith(Number);

/** Where goods stand apart by customs status and by owner: they lie there for long. */
const bins = sql`${locations.kind} in ('storage', 'quarantine')`;

/**
 * Where it could be put, as the guards of a put-away have it: by kind; then the same goods first, then a place for its
 * grade alone, then goods of the same owner alone, then an empty place, then any.
 */
export const placesFor = listed(
  'places to put it',
  (q, sees, asked: PlaceWanted) => {
    const sameSku = countOf(sql`${items.skuId} = ${asked.skuId}`);
    const others = countOf(
      sql`${items.id} is not null and coalesce(${items.exporterId}, '') <> ${asked.exporterId}`,
    );
    const apart = countOf(
      sql`coalesce(${items.exporterId}, '') <> ${asked.exporterId} and ${eq(organisations.storedApart, true)}`,
    );
    const otherCustoms = countOf(sql`${items.customsStatus} <> ${asked.customsStatus}`);
    const byKind = sql`case ${locations.kind} ${sql.join(
      asked.kinds.map((kind, at) => sql`when ${kind} then ${sql.raw(String(at))}`),
      sql` `,
    )} else 9 end`;
    const rank = sql<number>`case when ${sameSku} > 0 then 0 when ${locations.grade} is not null then 1 when count(${items.id}) = 0 then 3 when ${others} = 0 then 2 else 4 end`;
    return q
      .select({
        code: locations.code,
        kind: locations.kind,
        capacity: locations.capacity,
        zoneZh: zones.nameZh,
        zoneEn: zones.nameEn,
        pieces: piecesThere,
        rank: rank.mapWith(Number),
      })
      .from(locations)
      .innerJoin(zones, eq(zones.id, locations.zoneId))
      .leftJoin(items, eq(items.locationId, locations.id))
      .leftJoin(organisations, eq(organisations.id, items.exporterId))
      .where(
        and(
          sees(locations),
          eq(locations.warehouseId, asked.warehouseId),
          inArray(locations.kind, [...asked.kinds]),
          or(isNull(locations.grade), eq(locations.grade, asked.grade)),
          eq(locations.active, true),
          ne(locations.id, asked.not),
        ),
      )
      .groupBy(
        ...[locations.id, locations.code, locations.kind, locations.capacity, locations.grade],
        ...[zones.nameZh, zones.nameEn],
      )
      .having(
        and(
          or(isNull(locations.capacity), sql`${locations.capacity} - ${piecesThere} >= ${asked.quantity}`),
          or(sql`not ${bins}`, and(sql`${otherCustoms} = 0`, sql`${asked.apart ? others : apart} = 0`)),
        ),
      )
      .orderBy(asc(byKind), asc(rank), asc(locations.code))
      .limit(asked.limit);
  },
  [zones, items, organisations],
);

/** How many places in use there are of one kind. */
export const placesOfKind = named(
  'places of a kind',
  (q, sees, given: Slots<{ warehouseId: string; kind: PlaceKind }>) =>
    q
      .select({ n: count() })
      .from(locations)
      .where(
        and(
          sees(locations),
          eq(locations.warehouseId, given.warehouseId),
          eq(locations.kind, given.kind),
          eq(locations.active, true),
        ),
      ),
);
