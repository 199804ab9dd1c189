import { aliasedTable, and, asc, count, desc, eq, inArray, isNotNull, isNull } from 'drizzle-orm';
import { listed, named, type Slots } from '../named-queries.ts';
import { exportedLines, exportedOrders } from '../schema/exported.ts';
import { returnOrders } from '../schema/goods.ts';
import { organisations } from '../schema/master-data.ts';
import { users } from '../schema/people.ts';
import { riskFlags } from '../schema/risks.ts';
import { cappedCount, holdsText, MAX_ROWS_COUNTED, oneColumn, type Page } from './list-parts.ts';

/** What was raised about a return order, the newest first. */
export const flagsOfOrder = named(
  'risk flags of a return',
  (q, sees, given: Slots<{ orderId: string }>) =>
    q
      .select({
        ...{ exported: riskFlags.exported, back: riskFlags.back, note: riskFlags.note },
        ...{ raisedAt: riskFlags.raisedAt, sku: exportedLines.skuCode, order: exportedOrders.number },
        ...{ id: riskFlags.id, closedAt: riskFlags.closedAt, closedBecause: riskFlags.closedBecause },
      })
      .from(riskFlags)
      .innerJoin(exportedLines, eq(exportedLines.id, riskFlags.exportedLineId))
      .innerJoin(exportedOrders, eq(exportedOrders.id, exportedLines.orderId))
      .where(and(sees(riskFlags), eq(riskFlags.orderId, given.orderId)))
      .orderBy(desc(riskFlags.raisedAt), desc(riskFlags.id)),
  [exportedLines, exportedOrders],
);

/** How many that are open were raised about each of these return orders, or exporters. */
export const flagsOfOrders = listed(
  'risk flags of returns',
  (q, sees, given: { orderIds: readonly string[] }) =>
    q
      .select({ orderId: riskFlags.orderId, n: count() })
      .from(riskFlags)
      .where(
        and(sees(riskFlags), inArray(riskFlags.orderId, [...given.orderIds]), isNull(riskFlags.closedAt)),
      )
      .groupBy(riskFlags.orderId),
);
export const flagsOfExporters = listed(
  'risk flags of exporters',
  (q, sees, given: { exporterIds: readonly string[] }) =>
    q
      .select({ exporterId: riskFlags.exporterId, n: count() })
      .from(riskFlags)
      .where(
        and(
          sees(riskFlags),
          inArray(riskFlags.exporterId, [...given.exporterIds]),
          isNull(riskFlags.closedAt),
        ),
      )
      .groupBy(riskFlags.exporterId),
);

export const riskSorts = {
  raisedAt: riskFlags.raisedAt,
  closedAt: riskFlags.closedAt,
  back: riskFlags.back,
  exporter: organisations.code,
} as const;

export interface RisksAsked extends Page<keyof typeof riskSorts> {
  readonly exporter?: readonly string[] | undefined;
  readonly open?: boolean | undefined;
  /** Of one return, by its code. */
  readonly order?: string | undefined;
}
const fits = ({ exporter, open, order, search }: Omit<RisksAsked, 'limit' | 'offset'>) => [
  exporter && inArray(organisations.code, [...exporter]),
  open === undefined ? undefined : open ? isNull(riskFlags.closedAt) : isNotNull(riskFlags.closedAt),
  order === undefined ? undefined : eq(returnOrders.code, order),
  holdsText(search, returnOrders.code, exportedOrders.number, exportedLines.skuCode, riskFlags.note),
];

const raiser = aliasedTable(users, 'raiser');
const closer = aliasedTable(users, 'closer');
const about = {
  ...{ raisedBy: raiser.name, closedBy: closer.name },
  order: returnOrders.code,
  sku: exportedLines.skuCode,
  exportedId: exportedOrders.id,
  exportedOrder: exportedOrders.number,
  exporter: { code: organisations.code, zh: organisations.nameZh, en: organisations.nameEn },
};

/** What may be no honest trade, of returns that one sees. */
export const riskList = listed(
  'risk flag list',
  (q, sees, asked: RisksAsked) =>
    q
      .select({ flag: riskFlags, ...about })
      .from(riskFlags)
      .innerJoin(returnOrders, eq(returnOrders.id, riskFlags.orderId))
      .innerJoin(exportedLines, eq(exportedLines.id, riskFlags.exportedLineId))
      .innerJoin(exportedOrders, eq(exportedOrders.id, exportedLines.orderId))
      .innerJoin(organisations, eq(organisations.id, riskFlags.exporterId))
      .leftJoin(raiser, eq(raiser.id, riskFlags.raisedBy))
      .leftJoin(closer, eq(closer.id, riskFlags.closedBy))
      .where(and(sees(riskFlags), sees(returnOrders), ...fits(asked)))
      .orderBy((asked.descending ? desc : asc)(riskSorts[asked.sort]), asc(riskFlags.id))
      .limit(asked.limit)
      .offset(asked.offset),
  [exportedLines, exportedOrders, organisations, users],
);

export const countRisks = listed(
  'count risk flags',
  (q, sees, asked: Omit<RisksAsked, 'limit' | 'offset'>) =>
    cappedCount(
      q,
      q
        .select(oneColumn)
        .from(riskFlags)
        .innerJoin(returnOrders, eq(returnOrders.id, riskFlags.orderId))
        .innerJoin(exportedLines, eq(exportedLines.id, riskFlags.exportedLineId))
        .innerJoin(exportedOrders, eq(exportedOrders.id, exportedLines.orderId))
        .innerJoin(organisations, eq(organisations.id, riskFlags.exporterId))
        .where(and(sees(riskFlags), sees(returnOrders), ...fits(asked)))
        .limit(MAX_ROWS_COUNTED + 1),
    ),
  [exportedLines, exportedOrders, organisations, users],
);

/** One flag of a return that one sees. */
export const riskWithId = named(
  'risk flag with id',
  (q, sees, given: Slots<{ id: string }>) =>
    q
      .select({ flag: riskFlags, ...about })
      .from(riskFlags)
      .innerJoin(returnOrders, eq(returnOrders.id, riskFlags.orderId))
      .innerJoin(exportedLines, eq(exportedLines.id, riskFlags.exportedLineId))
      .innerJoin(exportedOrders, eq(exportedOrders.id, exportedLines.orderId))
      .innerJoin(organisations, eq(organisations.id, riskFlags.exporterId))
      .leftJoin(raiser, eq(raiser.id, riskFlags.raisedBy))
      .leftJoin(closer, eq(closer.id, riskFlags.closedBy))
      .where(and(sees(riskFlags), sees(returnOrders), eq(riskFlags.id, given.id))),
  [exportedLines, exportedOrders, organisations, users],
);
