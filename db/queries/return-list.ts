import { and, asc, desc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import { listed } from '../named-queries.ts';
import { returnLines, returnOrders } from '../schema/goods.ts';
import { items } from '../schema/items.ts';
import { itemLives } from '../schema/lives.ts';
import { organisations, warehouses } from '../schema/master-data.ts';
import { orderTexts } from '../schema/texts.ts';
import { cappedCount, holdsText, MAX_ROWS_COUNTED, oneColumn } from './list-parts.ts';
import { among, rowsHolding } from './text-search.ts';

export interface OrdersAsked {
  readonly state?: readonly string[] | undefined;
  readonly exporter?: readonly string[] | undefined;
  readonly search?: string | undefined;
  /** What the search finds, where it is little. */
  readonly found?: readonly string[] | undefined;
  readonly sort: keyof typeof orderSorts;
  readonly descending: boolean;
  readonly limit: number;
  readonly offset: number;
}
export const orderSorts = {
  createdAt: returnOrders.createdAt,
  stateSince: returnOrders.stateSince,
  code: returnOrders.code,
  reference: returnOrders.reference,
  state: returnOrders.state,
} as const;

/** By a part of a code, of the exporter's own number, of a waybill. */
export const ordersFound = rowsHolding('return orders found', returnOrders, orderTexts);
const fits = (search: string) =>
  holdsText(search, returnOrders.code, returnOrders.reference, returnOrders.waybill);

const conditions = ({
  state,
  exporter,
  search,
  found,
}: Omit<OrdersAsked, 'limit' | 'offset'>): (SQL | undefined)[] => {
  return [
    state && inArray(returnOrders.state, [...state]),
    exporter && inArray(organisations.code, [...exporter]),
    found ? among(returnOrders.id, found) : search ? fits(search) : undefined,
  ];
};

export const orderList = listed(
  'return order list',
  (q, sees, asked: OrdersAsked) => {
    const by = asked.descending ? desc : asc;
    return q
      .select({
        id: returnOrders.id,
        code: returnOrders.code,
        state: returnOrders.state,
        stateSince: returnOrders.stateSince,
        createdAt: returnOrders.createdAt,
        reference: returnOrders.reference,
        platform: returnOrders.platform,
        country: returnOrders.country,
        waybill: returnOrders.waybill,
        asWritten: returnOrders.asWritten,
        reviewFor: returnOrders.reviewFor,
        exporterCode: organisations.code,
        exporterZh: organisations.nameZh,
        exporterEn: organisations.nameEn,
        warehouseZh: warehouses.nameZh,
        warehouseEn: warehouses.nameEn,
        lines:
          sql<number>`(select count(*) from ${returnLines} where ${returnLines.orderId} = ${returnOrders.id} and ${returnLines.cameAs} is null)`.mapWith(
            Number,
          ),
      })
      .from(returnOrders)
      .innerJoin(organisations, eq(organisations.id, returnOrders.exporterId))
      .innerJoin(warehouses, eq(warehouses.id, returnOrders.warehouseId))
      .where(and(sees(returnOrders), ...conditions(asked)))
      .orderBy(by(orderSorts[asked.sort]), asc(returnOrders.id))
      .limit(asked.limit)
      .offset(asked.offset);
  },
  [organisations, warehouses, returnLines],
);

export const countOrders = listed(
  'count return orders',
  (q, sees, asked: Omit<OrdersAsked, 'limit' | 'offset'>) =>
    cappedCount(
      q,
      q
        .select(oneColumn)
        .from(returnOrders)
        .innerJoin(organisations, eq(organisations.id, returnOrders.exporterId))
        .where(and(sees(returnOrders), ...conditions(asked)))
        .limit(MAX_ROWS_COUNTED + 1),
    ),
  [organisations],
);

/** The states of all items of some orders, to say how far each order is. */
export const itemStatesOfOrders = listed(
  'item states of orders',
  (q, sees, given: { orderIds: string[] }) =>
    q
      .select({
        orderId: items.orderId,
        state: items.state,
        cameAs: returnLines.cameAs,
        quantity: sql<number>`sum(${items.quantity})`.mapWith(Number),
      })
      .from(items)
      .leftJoin(returnLines, eq(returnLines.id, items.lineId))
      .where(and(sees(items), inArray(items.orderId, given.orderIds)))
      .groupBy(items.orderId, items.state, returnLines.cameAs),
  [returnLines],
);

/** The same of the lives that are over. */
export const livesOfOrders = listed(
  'lives of orders',
  (q, sees, given: { orderIds: string[] }) =>
    q
      .select({
        orderId: itemLives.orderId,
        state: itemLives.state,
        cameAs: returnLines.cameAs,
        quantity: itemLives.quantity,
      })
      .from(itemLives)
      .leftJoin(returnLines, eq(returnLines.id, itemLives.lineId))
      .where(and(sees(itemLives), inArray(itemLives.orderId, given.orderIds))),
  [returnLines],
);

/** Why the things of some orders come back: codes of reasons. */
export const reasonsOfOrders = listed('reasons of orders', (q, sees, given: { orderIds: string[] }) =>
  q
    .selectDistinct({ orderId: returnLines.orderId, reason: returnLines.reason })
    .from(returnLines)
    .where(and(sees(returnLines), inArray(returnLines.orderId, given.orderIds)))
    .orderBy(asc(returnLines.reason)),
);
