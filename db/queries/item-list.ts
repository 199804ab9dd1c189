import { and, asc, between, desc, eq, inArray, or, type SQL, sql } from 'drizzle-orm';
import { unionAll } from 'drizzle-orm/sqlite-core';
import { dialect } from '../columns.ts';
import { listed } from '../named-queries.ts';
import { returnLines, returnOrders, skus } from '../schema/goods.ts';
import { holds, items } from '../schema/items.ts';
import { locations, organisations } from '../schema/master-data.ts';
import { itemTexts, skuTexts } from '../schema/texts.ts';
import { cappedCount, holdsText, MAX_ROWS_COUNTED, oneColumn } from './list-parts.ts';
import { among, idsHolding, MAX_IDS_FOUND, startsWith } from './text-search.ts';

export interface ItemsAsked {
  readonly state?: readonly string[] | undefined;
  readonly grade?: readonly string[] | undefined;
  readonly disposition?: readonly string[] | undefined;
  /** Codes of exporters. */
  readonly exporter?: readonly string[] | undefined;
  readonly sku?: string | undefined;
  readonly order?: string | undefined;
  readonly location?: string | undefined;
  readonly held?: 'yes' | undefined;
  readonly window?: number | undefined;
  readonly search?: string | undefined;
  /** What the search finds, where it is little: see `itemsFound`. */
  readonly found?: readonly string[] | undefined;
  /** The Shanghai date of the day. */
  readonly today: string;
  readonly sort: keyof typeof itemSorts;
  readonly descending: boolean;
  readonly limit: number;
  readonly offset: number;
}

const nearestWindow = sql<string>`min(coalesce(${items.taxReliefUntil}, '9999'), coalesce(${items.supervisionUntil}, '9999'))`;
const least = sql<string>`least(coalesce(${items.taxReliefUntil}, '9999'), coalesce(${items.supervisionUntil}, '9999'))`;
const window = dialect === 'sqlite' ? nearestWindow : least;

export const itemSorts = {
  stateSince: items.stateSince,
  code: items.code,
  receivedAt: items.receivedAt,
  createdAt: items.createdAt,
  grade: items.grade,
  state: items.state,
  quantity: items.quantity,
  sku: skus.code,
  location: locations.code,
  windowDays: window,
} as const;

const ofSkusHolding = (search: string) => sql`${items.skuId} in ${idsHolding(skuTexts, search)}`;
const named = (search: string) =>
  or(
    eq(returnOrders.waybill, search.toUpperCase()),
    eq(returnOrders.reference, search),
    eq(returnOrders.code, search.toUpperCase()),
  );
const ofOrdersNamed = (search: string) =>
  sql`${items.orderId} in (select ${returnOrders.id} from ${returnOrders} where ${named(search)})`;

/**
 * The ids of the items that a search finds, some twice, up to `MAX_IDS_FOUND`: by the start of a code, a
 * part of a serial, of a description, of a code or name of a SKU, or by a whole waybill, number or code of an order.
 */
export const itemsFound = listed(
  'items found',
  (q, sees, { search }: { readonly search: string }) => {
    const by = (condition: SQL) =>
      q
        .select({ id: items.id })
        .from(items)
        .where(and(sees(items), condition));
    return unionAll(
      by(startsWith(items.code, search)),
      by(eq(items.ownNumber, search)),
      by(sql`${items.id} in ${idsHolding(itemTexts, search)}`),
      // From the orders to their items: SQLite would count on the many items of no order, and read them all.
      q
        .select({ id: items.id })
        .from(returnOrders)
        .crossJoin(items)
        .where(and(sees(items), eq(items.orderId, returnOrders.id), named(search))),
      by(ofSkusHolding(search)),
    ).limit(MAX_IDS_FOUND);
  },
  [returnOrders, itemTexts, skuTexts],
);

/** The same where much is found: an item in the order of the list fits soon. */
const fits = (search: string) =>
  or(
    startsWith(items.code, search),
    holdsText(search, items.serial, items.description),
    eq(items.ownNumber, search),
    ofOrdersNamed(search),
    ofSkusHolding(search),
  );

function conditions(asked: Omit<ItemsAsked, 'limit' | 'offset'>): (SQL | undefined)[] {
  const { search } = asked;
  const limit = asked.window === undefined ? undefined : addDays(asked.today, asked.window);
  return [
    asked.state && inArray(items.state, [...asked.state]),
    asked.grade && inArray(items.grade, [...asked.grade]),
    asked.disposition && inArray(items.disposition, [...asked.disposition]),
    asked.exporter && inArray(organisations.code, [...asked.exporter]),
    asked.sku ? eq(skus.code, asked.sku) : undefined,
    asked.order ? eq(returnOrders.code, asked.order) : undefined,
    asked.location ? eq(locations.code, asked.location) : undefined,
    asked.held ? sql`${items.id} in (${held})` : undefined,
    limit ? endsBetween(asked.today, limit) : undefined,
    asked.found ? among(items.id, asked.found) : search ? fits(search) : undefined,
  ];
}
const held = sql`select ${holds.itemId} from ${holds} where ${holds.liftedAt} is null`;
/** The nearer of the two dates lies between these; so one of them does, and has an index. */
const endsBetween = (first: string, last: string) =>
  and(
    or(between(items.taxReliefUntil, first, last), between(items.supervisionUntil, first, last)),
    sql`${window} >= ${first}`,
  );
const addDays = (date: string, days: number) =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

const around = [skus, organisations, locations, returnOrders, holds, skuTexts];
const aroundRow = [...around, returnLines];

export const itemList = listed(
  'item list',
  (q, sees, asked: ItemsAsked) => {
    const by = asked.descending ? desc : asc;
    return q
      .select({
        code: items.code,
        state: items.state,
        stateSince: items.stateSince,
        quantity: items.quantity,
        serial: items.serial,
        description: items.description,
        sku: skus.code,
        nameZh: skus.nameZh,
        nameEn: skus.nameEn,
        exporterZh: organisations.nameZh,
        exporterEn: organisations.nameEn,
        exporterCode: organisations.code,
        location: locations.code,
        grade: items.grade,
        disposition: items.disposition,
        hazard: items.hazard,
        holds:
          sql<number>`(select count(*) from ${holds} where ${holds.itemId} = ${items.id} and ${holds.liftedAt} is null)`.mapWith(
            Number,
          ),
        order: returnOrders.code,
        // Of what was here before this system, what its owner calls the thing itself.
        reference: sql<string | null>`coalesce(${returnOrders.reference}, ${items.ownNumber})`,
        waybill: returnOrders.waybill,
        reason: returnLines.reason,
        cameAs: returnLines.cameAs,
        taxReliefUntil: items.taxReliefUntil,
        supervisionUntil: items.supervisionUntil,
        receivedAt: items.receivedAt,
      })
      .from(items)
      .leftJoin(skus, eq(skus.id, items.skuId))
      .leftJoin(organisations, eq(organisations.id, items.exporterId))
      .leftJoin(locations, eq(locations.id, items.locationId))
      .leftJoin(returnOrders, eq(returnOrders.id, items.orderId))
      .leftJoin(returnLines, eq(returnLines.id, items.lineId))
      .where(and(sees(items), ...conditions(asked)))
      .orderBy(by(itemSorts[asked.sort]), asc(items.id))
      .limit(asked.limit)
      .offset(asked.offset);
  },
  aroundRow,
);

export const countItems = listed(
  'count items',
  (q, sees, asked: Omit<ItemsAsked, 'limit' | 'offset'>) =>
    cappedCount(
      q,
      q
        .select(oneColumn)
        .from(items)
        .leftJoin(skus, eq(skus.id, items.skuId))
        .leftJoin(organisations, eq(organisations.id, items.exporterId))
        .leftJoin(locations, eq(locations.id, items.locationId))
        .leftJoin(returnOrders, eq(returnOrders.id, items.orderId))
        .where(and(sees(items), ...conditions(asked)))
        .limit(MAX_ROWS_COUNTED + 1),
    ),
  around,
);
