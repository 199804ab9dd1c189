import { and, asc, desc, eq, inArray, like, lte, or, type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { returnOrders, skus } from '../schema/goods.ts';
import { locations, organisations } from '../schema/house.ts';
import { holds, items } from '../schema/items.ts';
import { listed } from '../scope.ts';
import { mostCounted, one, upToMost } from './matching.ts';

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
  /** The Shanghai date of the day. */
  readonly today: string;
  readonly sort: keyof typeof itemSorts;
  readonly descending: boolean;
  readonly limit: number;
  readonly offset: number;
}

const nearestWindow = sql<string>`min(coalesce(${items.taxReliefUntil}, '9999'), coalesce(${items.supervisionUntil}, '9999'))`;
const least = sql<string>`least(coalesce(${items.taxReliefUntil}, '9999'), coalesce(${items.supervisionUntil}, '9999'))`;
const onSqlite = !process.env.DATABASE_URL?.startsWith('postgres');
const window = onSqlite ? nearestWindow : least;

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

/** What people type: the start of a code or serial, or a part of a name. Their % and _ mean themselves. */
const pattern = (text: string) => text.replace(/[\\%_]/g, (sign) => `\\${sign}`);
const contains = (column: SQLiteColumn, text: string) =>
  sql`${column} like ${`%${pattern(text)}%`} escape '\\'`;

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
    asked.held ? sql`exists (${openHold})` : undefined,
    limit ? and(lte(window, limit), sql`${window} >= ${asked.today}`) : undefined,
    search
      ? or(
          like(items.code, `${search.toUpperCase().replace(/[\s-]/g, '').replace(/[%_]/g, '')}%`),
          contains(items.serial, search.toUpperCase()),
          contains(skus.code, search),
          contains(skus.nameZh, search),
          contains(skus.nameEn, search),
          contains(items.description, search),
          eq(returnOrders.waybill, search.toUpperCase()),
          eq(returnOrders.reference, search),
        )
      : undefined,
  ];
}
const openHold = sql`select 1 from ${holds} where ${holds.itemId} = ${items.id} and ${holds.liftedAt} is null`;
const addDays = (date: string, days: number) =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

const around = [skus, organisations, locations, returnOrders, holds];

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
        taxReliefUntil: items.taxReliefUntil,
        supervisionUntil: items.supervisionUntil,
        receivedAt: items.receivedAt,
      })
      .from(items)
      .leftJoin(skus, eq(skus.id, items.skuId))
      .leftJoin(organisations, eq(organisations.id, items.exporterId))
      .leftJoin(locations, eq(locations.id, items.locationId))
      .leftJoin(returnOrders, eq(returnOrders.id, items.orderId))
      .where(and(sees(items), ...conditions(asked)))
      .orderBy(by(itemSorts[asked.sort]), asc(items.id))
      .limit(asked.limit)
      .offset(asked.offset);
  },
  around,
);

export const countItems = listed(
  'count items',
  (q, sees, asked: Omit<ItemsAsked, 'limit' | 'offset'>) =>
    upToMost(
      q,
      q
        .select(one)
        .from(items)
        .leftJoin(skus, eq(skus.id, items.skuId))
        .leftJoin(organisations, eq(organisations.id, items.exporterId))
        .leftJoin(locations, eq(locations.id, items.locationId))
        .leftJoin(returnOrders, eq(returnOrders.id, items.orderId))
        .where(and(sees(items), ...conditions(asked)))
        .limit(mostCounted + 1),
    ),
  around,
);
