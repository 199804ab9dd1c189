import { and, asc, desc, eq, inArray, lte, or, sql } from 'drizzle-orm';
import { listed, named, type Slots } from '../named-queries.ts';
import { exportedLines, exportedOrders } from '../schema/exported.ts';
import { returnLines, returnOrders, skus } from '../schema/goods.ts';
import { items } from '../schema/items.ts';
import { itemLives } from '../schema/lives.ts';
import { organisations } from '../schema/master-data.ts';
import { cappedCount, holdsText, MAX_ROWS_COUNTED, oneColumn, type Page } from './list-parts.ts';

const order = {
  number: exportedOrders.number,
  platform: exportedOrders.platform,
  country: exportedOrders.country,
};

/** The lines of an exporter's orders with these numbers. */
export const exportedUnderNumbers = listed(
  'exported lines under numbers',
  (q, sees, given: { exporterId: string; numbers: readonly string[] }) =>
    q
      .select({ line: exportedLines, order })
      .from(exportedOrders)
      .innerJoin(exportedLines, eq(exportedLines.orderId, exportedOrders.id))
      .where(
        and(
          sees(exportedOrders),
          eq(exportedOrders.exporterId, given.exporterId),
          inArray(exportedOrders.number, [...given.numbers]),
        ),
      )
      .orderBy(asc(exportedOrders.createdAt), asc(exportedOrders.id), asc(exportedLines.number)),
  [exportedLines],
);

/** The lines on which articles with these serials were exported, by either of their numbers. */
export const exportedWithSerials = listed(
  'exported lines with serials',
  (q, sees, given: { exporterId: string; serials: readonly string[] }) =>
    q
      .select({ line: exportedLines, order })
      .from(exportedLines)
      .innerJoin(exportedOrders, eq(exportedOrders.id, exportedLines.orderId))
      .where(
        and(
          sees(exportedLines),
          eq(exportedLines.exporterId, given.exporterId),
          or(
            inArray(exportedLines.serial, [...given.serials]),
            inArray(exportedLines.imei2, [...given.serials]),
          ),
        ),
      )
      // The last export of a thing that was exported more than once.
      .orderBy(desc(exportedOrders.createdAt), desc(exportedOrders.id)),
  [exportedOrders],
);

export const exportedWithIds = listed(
  'exported lines with ids',
  (q, sees, given: { ids: readonly string[] }) =>
    q
      .select({ line: exportedLines, order })
      .from(exportedLines)
      .innerJoin(exportedOrders, eq(exportedOrders.id, exportedLines.orderId))
      .where(and(sees(exportedLines), sees(exportedOrders), inArray(exportedLines.id, [...given.ids]))),
);

/** Which lines of return orders cite these exported lines, with how their orders stand. */
export const linesCiting = listed(
  'return lines citing an export',
  (q, sees, given: { exportedIds: readonly string[] }) =>
    q
      .select({
        ...{ id: returnLines.id, exportedLineId: returnLines.exportedLineId, quantity: returnLines.quantity },
        ...{ orderId: returnOrders.id, code: returnOrders.code, state: returnOrders.state },
        number: returnLines.number,
        ...{ piecesLeft: returnOrders.piecesLeft, createdAt: returnOrders.createdAt },
      })
      .from(returnLines)
      .innerJoin(returnOrders, eq(returnOrders.id, returnLines.orderId))
      .where(and(sees(returnLines), inArray(returnLines.exportedLineId, [...given.exportedIds])))
      .orderBy(desc(returnOrders.createdAt), desc(returnOrders.id), asc(returnLines.number)),
  [returnOrders],
);

interface OfLines {
  readonly orderIds: readonly string[];
  readonly lineIds: readonly string[];
}
/** How many articles of these lines of return orders are in which state. */
export const piecesOfLines = listed('pieces of return lines', (q, sees, given: OfLines) =>
  q
    .select({
      lineId: items.lineId,
      state: items.state,
      quantity: sql<number>`sum(${items.quantity})`.mapWith(Number),
    })
    .from(items)
    .where(
      and(
        sees(items),
        inArray(items.orderId, [...given.orderIds]),
        inArray(items.lineId, [...given.lineIds]),
      ),
    )
    .groupBy(items.lineId, items.state),
);

/** The same of lives that are over: what became of the thing then. */
export const pastPiecesOfLines = listed('past pieces of return lines', (q, sees, given: OfLines) =>
  q
    .select({ lineId: itemLives.lineId, state: itemLives.state, quantity: itemLives.quantity })
    .from(itemLives)
    .where(
      and(
        sees(itemLives),
        inArray(itemLives.orderId, [...given.orderIds]),
        inArray(itemLives.lineId, [...given.lineIds]),
      ),
    ),
);

/** The items of one line of a return that stand in these states. */
export const itemsOfLineInStates = listed(
  'items of a return line in states',
  (q, sees, given: { orderId: string; lineId: string; states: string[]; limit: number }) =>
    q
      .select({ id: items.id })
      .from(items)
      .where(
        and(
          sees(items),
          eq(items.orderId, given.orderId),
          eq(items.lineId, given.lineId),
          inArray(items.state, given.states),
        ),
      )
      .orderBy(asc(items.id))
      .limit(given.limit),
);

/** What the lines of a return order take of exported ones. */
export const citedByOrder = named('exports cited by a return', (q, sees, given: Slots<{ orderId: string }>) =>
  q
    .select({
      ...{ number: returnLines.number, quantity: returnLines.quantity, skuId: returnLines.skuId },
      ...{ exportedLineId: returnLines.exportedLineId, cameAs: returnLines.cameAs },
    })
    .from(returnLines)
    .where(
      and(
        sees(returnLines),
        eq(returnLines.orderId, given.orderId),
        sql`${returnLines.exportedLineId} is not null`,
      ),
    )
    .orderBy(asc(returnLines.number)),
);

export const exportedOrderById = named('exported order by id', (q, sees, given: Slots<{ id: string }>) =>
  q
    .select({
      order: exportedOrders,
      exporter: { code: organisations.code, zh: organisations.nameZh, en: organisations.nameEn },
    })
    .from(exportedOrders)
    .innerJoin(organisations, eq(organisations.id, exportedOrders.exporterId))
    .where(and(sees(exportedOrders), sees(organisations), eq(exportedOrders.id, given.id))),
);

/** The lines of an exported order, each with the name of its SKU if there is one by now. */
export const linesOfExported = named(
  'lines of an exported order',
  (q, sees, given: Slots<{ orderId: string }>) =>
    q
      .select({
        line: exportedLines,
        ...{ nameZh: skus.nameZh, nameEn: skus.nameEn, serialTracked: skus.serialTracked },
      })
      .from(exportedLines)
      .leftJoin(
        skus,
        and(eq(skus.exporterId, exportedLines.exporterId), eq(skus.code, exportedLines.skuCode)),
      )
      .where(and(sees(exportedLines), eq(exportedLines.orderId, given.orderId)))
      .orderBy(asc(exportedLines.number)),
  [skus],
);

interface OfOrders {
  readonly orderIds: readonly string[];
}
/** How many lines and pieces these exported orders have. */
export const exportedSums = listed('sums of exported orders', (q, sees, given: OfOrders) =>
  q
    .select({
      orderId: exportedLines.orderId,
      lines: sql<number>`count(*)`.mapWith(Number),
      exported: sql<number>`sum(${exportedLines.quantity})`.mapWith(Number),
    })
    .from(exportedLines)
    .where(and(sees(exportedLines), inArray(exportedLines.orderId, [...given.orderIds])))
    .groupBy(exportedLines.orderId),
);

/** The first lines of exported orders, by which people know them. */
export const firstLinesOfExported = listed(
  'first lines of exported orders',
  (q, sees, given: OfOrders & { upTo: number }) =>
    q
      .select({ orderId: exportedLines.orderId, skuCode: exportedLines.skuCode })
      .from(exportedLines)
      .where(
        and(
          sees(exportedLines),
          inArray(exportedLines.orderId, [...given.orderIds]),
          lte(exportedLines.number, given.upTo),
        ),
      )
      .orderBy(asc(exportedLines.orderId), asc(exportedLines.number)),
);

/** Those lines of exported orders that returns cite. */
export const citedLinesOfExported = listed(
  'cited lines of exported orders',
  (q, sees, given: OfOrders) =>
    q
      .select({ id: exportedLines.id, orderId: exportedLines.orderId, quantity: exportedLines.quantity })
      .from(exportedLines)
      .where(
        and(
          sees(exportedLines),
          inArray(exportedLines.orderId, [...given.orderIds]),
          sql`exists (select 1 from ${returnLines} where ${returnLines.exportedLineId} = ${exportedLines.id})`,
        ),
      ),
  [returnLines],
);

export const exportedSorts = {
  createdAt: exportedOrders.createdAt,
  number: exportedOrders.number,
  platform: exportedOrders.platform,
  country: exportedOrders.country,
} as const;

export interface ExportedAsked extends Page<keyof typeof exportedSorts> {
  readonly exporter?: readonly string[] | undefined;
  readonly platform?: readonly string[] | undefined;
  readonly country?: readonly string[] | undefined;
  /** Whether anything of it came back or is on its way. */
  readonly returned?: boolean | undefined;
}

const cited = sql`exists (select 1 from ${exportedLines} inner join ${returnLines} on ${returnLines.exportedLineId} = ${exportedLines.id} where ${exportedLines.orderId} = ${exportedOrders.id})`;
const hasLine = (search: string) =>
  sql`exists (select 1 from ${exportedLines} where ${exportedLines.orderId} = ${exportedOrders.id} and ${holdsText(search, exportedLines.skuCode, exportedLines.serial, exportedLines.imei2, exportedLines.exportDocument)})`;

const fits = ({ exporter, platform, country, returned, search }: ExportedAsked) => [
  exporter && inArray(organisations.code, [...exporter]),
  platform && inArray(exportedOrders.platform, [...platform]),
  country && inArray(exportedOrders.country, [...country]),
  returned === undefined ? undefined : returned ? cited : sql`not ${cited}`,
  search ? or(holdsText(search, exportedOrders.number, exportedOrders.waybill), hasLine(search)) : undefined,
];

export const exportedList = listed(
  'exported order list',
  (q, sees, asked: ExportedAsked) =>
    q
      .select({
        order: exportedOrders,
        exporter: { code: organisations.code, zh: organisations.nameZh, en: organisations.nameEn },
      })
      .from(exportedOrders)
      .innerJoin(organisations, eq(organisations.id, exportedOrders.exporterId))
      .where(and(sees(exportedOrders), ...fits(asked)))
      .orderBy((asked.descending ? desc : asc)(exportedSorts[asked.sort]), asc(exportedOrders.id))
      .limit(asked.limit)
      .offset(asked.offset),
  [organisations, exportedLines, returnLines],
);

export const countExported = listed(
  'count exported orders',
  (q, sees, asked: ExportedAsked) =>
    cappedCount(
      q,
      q
        .select(oneColumn)
        .from(exportedOrders)
        .innerJoin(organisations, eq(organisations.id, exportedOrders.exporterId))
        .where(and(sees(exportedOrders), ...fits(asked)))
        .limit(MAX_ROWS_COUNTED + 1),
    ),
  [organisations, exportedLines, returnLines],
);
