import { aliasedTable, and, asc, count, desc, eq, getTableColumns, gt, inArray, or, sql } from 'drizzle-orm';
import { listed, named, type Slots } from '../named-queries.ts';
import { exportedLines, exportedOrders } from '../schema/exported.ts';
import { returnLines, returnOrders, skus } from '../schema/goods.ts';
import { items } from '../schema/items.ts';
import { itemLives } from '../schema/lives.ts';
import { codes } from '../schema/master-data.ts';

export const returnOrderByCode = named('return order by code', (q, sees, given: Slots<{ code: string }>) =>
  q
    .select()
    .from(returnOrders)
    .where(and(sees(returnOrders), eq(returnOrders.code, given.code)))
    .limit(1),
);

export const linesOf = named('lines of a return order', (q, sees, given: Slots<{ orderId: string }>) =>
  q
    .select()
    .from(returnLines)
    .where(and(sees(returnLines), eq(returnLines.orderId, given.orderId)))
    .orderBy(asc(returnLines.number)),
);

/** What says of each line whether its articles can come, and how many there are: of thousands no more is read than that. */
export const linesInBrief = named('lines in brief', (q, sees, given: Slots<{ orderId: string }>) =>
  q
    .select({
      id: returnLines.id,
      number: returnLines.number,
      skuId: returnLines.skuId,
      skuCode: returnLines.skuCode,
      serial: returnLines.serial,
      quantity: returnLines.quantity,
      cameAs: returnLines.cameAs,
    })
    .from(returnLines)
    .where(and(sees(returnLines), eq(returnLines.orderId, given.orderId)))
    .orderBy(asc(returnLines.number)),
);

export const linesWithIds = listed('lines with ids', (q, sees, given: { ids: readonly string[] }) =>
  q
    .select()
    .from(returnLines)
    .where(and(sees(returnLines), inArray(returnLines.id, [...given.ids]))),
);

const reason = aliasedTable(codes, 'reason');
export const linesInWords = named(
  'lines in words',
  (q, sees, given: Slots<{ orderId: string }>) =>
    q
      .select({
        line: returnLines,
        nameZh: skus.nameZh,
        nameEn: skus.nameEn,
        gtin: skus.gtin,
        battery: skus.battery,
        serialTracked: skus.serialTracked,
        reasonZh: reason.zh,
        reasonEn: reason.en,
        cited: { id: exportedOrders.id, order: exportedOrders.number, line: exportedLines.number },
      })
      .from(returnLines)
      .leftJoin(skus, eq(skus.id, returnLines.skuId))
      .leftJoin(reason, and(eq(reason.list, 'reason'), eq(reason.code, returnLines.reason)))
      .leftJoin(exportedLines, eq(exportedLines.id, returnLines.exportedLineId))
      .leftJoin(exportedOrders, eq(exportedOrders.id, exportedLines.orderId))
      .where(and(sees(returnLines), eq(returnLines.orderId, given.orderId)))
      .orderBy(asc(returnLines.number)),
  [skus, codes, exportedLines, exportedOrders],
);

export const itemsOfOrder = named('items of a return order', (q, sees, given: Slots<{ orderId: string }>) =>
  q
    .select()
    .from(items)
    .where(and(sees(items), eq(items.orderId, given.orderId)))
    .orderBy(asc(items.createdAt), asc(items.id)),
);

/**
 * At most so many items of a return order, one of each line first, then the next of each; of a line first those that are
 * in one of these states.
 */
export const firstItemsOfOrder = listed(
  'first items of a return order',
  (q, sees, { orderId, states, limit }: { orderId: string; states: string[]; limit: number }) => {
    const isLater = sql`case when ${inArray(items.state, states)} then 0 else 1 end`;
    const nth = sql<number>`row_number() over (partition by ${items.lineId} order by ${isLater}, ${items.createdAt}, ${items.id})`;
    const ranked = q
      .select({ id: items.id, nth: nth.as('nth') })
      .from(items)
      .where(and(sees(items), eq(items.orderId, orderId)))
      .as('ranked');
    const first = q
      .select({ id: ranked.id })
      .from(ranked)
      .orderBy(asc(ranked.nth), asc(ranked.id))
      .limit(limit);
    // Of thousands, no more is read than is told of them.
    const { code, lineId, description, quantity, serial, imei2, state, grade } = items;
    return q
      .select({ code, lineId, description, quantity, serial, imei2, state, grade })
      .from(items)
      .where(and(sees(items), inArray(items.id, first)))
      .orderBy(asc(items.createdAt), asc(items.id));
  },
);

/** How many articles of each line of a return order are in which state. */
export const statesByLine = named(
  'states by line',
  (q, sees, given: Slots<{ orderId: string }>) =>
    q
      .select({
        lineId: items.lineId,
        state: items.state,
        cameAs: returnLines.cameAs,
        n: count(),
        quantity: sql<number>`sum(${items.quantity})`.mapWith(Number),
      })
      .from(items)
      .leftJoin(returnLines, eq(returnLines.id, items.lineId))
      .where(and(sees(items), eq(items.orderId, given.orderId)))
      .groupBy(items.lineId, items.state, returnLines.cameAs),
  [returnLines],
);

/** How many items each line of a return order has become. */
export const itemsByLine = named('items by line', (q, sees, given: Slots<{ orderId: string }>) =>
  q
    .select({ lineId: items.lineId, n: count() })
    .from(items)
    .where(and(sees(items), eq(items.orderId, given.orderId)))
    .groupBy(items.lineId),
);

/** Items of a return order that are in one of these states, at most so many, in no order: to sort means to read all. */
export const orderItemsInStates = listed(
  'order items in states',
  (q, sees, given: { orderId: string; states: string[]; limit: number }) =>
    q
      .select({ id: items.id })
      .from(items)
      .where(and(sees(items), eq(items.orderId, given.orderId), inArray(items.state, given.states)))
      .limit(given.limit),
);

/** Return orders that are submitted and whose items are still being announced. */
export const ordersBeingAnnounced = named(
  'return orders being announced',
  (q, sees, given: Slots<{ exporterId: string }>) =>
    q
      .select({ id: returnOrders.id, code: returnOrders.code })
      .from(returnOrders)
      .where(
        and(
          sees(returnOrders),
          // As its index is written, or SQLite does not find it; and as a question, or PostgreSQL reads all of the index.
          sql`${returnOrders.piecesLeft} > 0`,
          gt(returnOrders.piecesLeft, 0),
          eq(returnOrders.isBeingStored, false),
          eq(returnOrders.exporterId, given.exporterId),
        ),
      ),
);

export const linesWithSerials = listed(
  'lines with serials',
  (q, sees, { orderIds, serials }: { orderIds: string[]; serials: string[] }) =>
    q
      .select({ orderId: returnLines.orderId, serial: returnLines.serial })
      .from(returnLines)
      .where(
        and(sees(returnLines), inArray(returnLines.orderId, orderIds), inArray(returnLines.serial, serials)),
      ),
);

export const linesCounted = named('lines counted', (q, sees, given: Slots<{ orderId: string }>) =>
  q
    .select({
      n: count(),
      uncited:
        sql<number>`sum(case when ${returnLines.exportedLineId} is null and ${returnLines.cameAs} is null then 1 else 0 end)`.mapWith(
          Number,
        ),
      firstRelease: sql<
        string | null
      >`min(case when ${returnLines.cameAs} is null then ${returnLines.releaseDate} end)`,
    })
    .from(returnLines)
    .where(and(sees(returnLines), eq(returnLines.orderId, given.orderId))),
);

/** How many of its items are in which state. */
export const itemStatesOfOrder = named(
  'item states of an order',
  (q, sees, given: Slots<{ orderId: string }>) =>
    q
      .select({ state: items.state, n: count() })
      .from(items)
      .where(and(sees(items), eq(items.orderId, given.orderId)))
      .groupBy(items.state),
);

export const orderWithReference = named(
  'return order with a reference',
  (q, sees, given: Slots<{ reference: string; exporterId: string }>) =>
    q
      .select({ code: returnOrders.code })
      .from(returnOrders)
      .where(
        and(
          sees(returnOrders),
          eq(returnOrders.exporterId, given.exporterId),
          eq(returnOrders.reference, given.reference),
        ),
      )
      .limit(1),
);

export const itemsWithSerials = listed(
  'items with serials',
  (q, sees, given: { serials: string[]; exporterId: string }) =>
    q
      .select()
      .from(items)
      .where(
        and(
          sees(items),
          eq(items.exporterId, given.exporterId),
          or(inArray(items.serial, given.serials), inArray(items.imei2, given.serials)),
        ),
      ),
);

/** The same for all serials that stand on the lines of a return order, by one of the two numbers of an item. */
const withSerialsOf = (name: string, number: typeof items.serial | typeof items.imei2) =>
  named(
    name,
    (q, sees, given: Slots<{ orderId: string; exporterId: string }>) =>
      q
        .select(getTableColumns(items))
        .from(returnLines)
        .innerJoin(items, and(eq(number, returnLines.serial), eq(items.exporterId, given.exporterId)))
        .where(and(sees(items), eq(returnLines.orderId, given.orderId))),
    [returnLines],
  );
export const itemsWithSerialsOf = withSerialsOf('items with serials of an order', items.serial);
export const itemsWithImeisOf = withSerialsOf('items with second IMEIs of an order', items.imei2);

export const ordersWithReferences = listed(
  'return orders with references',
  (q, sees, given: { references: string[]; exporterId: string }) =>
    q
      .select({ reference: returnOrders.reference, code: returnOrders.code })
      .from(returnOrders)
      .where(
        and(
          sees(returnOrders),
          eq(returnOrders.exporterId, given.exporterId),
          inArray(returnOrders.reference, given.references),
        ),
      ),
);

/** What the lives that are over were to a return order: its lines keep their own facts, wherever the items went. */
export const livesOfOrder = named(
  'lives of a return order',
  (q, sees, given: Slots<{ orderId: string }>) =>
    q
      .select({
        lineId: itemLives.lineId,
        state: itemLives.state,
        cameAs: returnLines.cameAs,
        quantity: itemLives.quantity,
      })
      .from(itemLives)
      .leftJoin(returnLines, eq(returnLines.id, itemLives.lineId))
      .where(and(sees(itemLives), eq(itemLives.orderId, given.orderId))),
  [returnLines],
);

/** The number of its last line. */
export const lastLineOf = named('last line of a return order', (q, sees, given: Slots<{ orderId: string }>) =>
  q
    .select({ number: returnLines.number })
    .from(returnLines)
    .where(and(sees(returnLines), eq(returnLines.orderId, given.orderId)))
    .orderBy(desc(returnLines.number))
    .limit(1),
);
