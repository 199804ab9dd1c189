import { and, asc, eq, inArray, isNull, lte, or, sql } from 'drizzle-orm';
import { listed, named, type Slots } from '../named-queries.ts';
import { returnLines, returnOrders, skus } from '../schema/goods.ts';
import { holds, items } from '../schema/items.ts';
import { locations, organisations, zones } from '../schema/master-data.ts';

export const placeNamed = named(
  'place named',
  (q, sees, given: Slots<{ warehouseId: string; code: string }>) =>
    q
      .select({ code: locations.code, kind: locations.kind, nameZh: zones.nameZh, nameEn: zones.nameEn })
      .from(locations)
      .innerJoin(zones, eq(zones.id, locations.zoneId))
      .where(
        and(sees(locations), eq(locations.warehouseId, given.warehouseId), eq(locations.code, given.code)),
      )
      .limit(1),
  [zones],
);

/** By GTIN-14 or by an exporter's own code; several exporters may use the same one. */
export const skusNamed = named(
  'skus named',
  (q, sees, given: Slots<{ text: string }>) =>
    q
      .select({
        exporterId: skus.exporterId,
        code: skus.code,
        gtin: skus.gtin,
        nameZh: skus.nameZh,
        nameEn: skus.nameEn,
        exporterCode: organisations.code,
        exporterZh: organisations.nameZh,
        exporterEn: organisations.nameEn,
      })
      .from(skus)
      .innerJoin(organisations, eq(organisations.id, skus.exporterId))
      .where(and(sees(skus), or(eq(skus.gtin, given.text), eq(skus.code, given.text))))
      .limit(10),
  [organisations],
);

/** So many of one owner are shown beside others: nobody's announcements crowd out another's. */
const MAX_OF_ONE_OWNER = 3;

const itemInShort = {
  code: items.code,
  state: items.state,
  exporterId: items.exporterId,
  gtin: skus.gtin,
  nameZh: sql<string>`coalesce(${skus.nameZh}, ${items.description}, '')`.as('name_zh'),
  nameEn: sql<string>`coalesce(${skus.nameEn}, ${items.description}, '')`.as('name_en'),
  exporterZh: sql<string | null>`${organisations.nameZh}`.as('exporter_zh'),
  exporterEn: sql<string | null>`${organisations.nameEn}`.as('exporter_en'),
};
interface Carrying {
  readonly numbers: readonly string[];
  /** What their owners may call them, where they were here before this system. */
  readonly called?: readonly string[];
  /** Of these states are those that have ended: the others come first. */
  readonly ended: readonly string[];
}

/** The things in the warehouse that carry one of these numbers, as serial or second IMEI: a few of each owner. */
export const itemsCarrying = listed(
  'items carrying a number',
  (q, sees, { numbers, called = [], ended }: Carrying) => {
    const hasEnded = sql`case when ${inArray(items.state, [...ended])} then 1 else 0 end`;
    const nth = sql<number>`row_number() over (partition by ${items.exporterId} order by ${hasEnded}, ${items.stateSince} desc, ${items.id})`;
    const ranked = q
      .select({ ...itemInShort, nth: nth.as('nth') })
      .from(items)
      .leftJoin(skus, eq(skus.id, items.skuId))
      .leftJoin(organisations, eq(organisations.id, items.exporterId))
      .where(
        and(
          sees(items),
          or(
            inArray(items.serial, [...numbers]),
            inArray(items.imei2, [...numbers]),
            called.length > 0 ? inArray(items.ownNumber, [...called]) : undefined,
          ),
        ),
      )
      .as('ranked');
    return q
      .select()
      .from(ranked)
      .where(lte(ranked.nth, MAX_OF_ONE_OWNER))
      .orderBy(asc(ranked.nth), asc(ranked.code))
      .limit(30);
  },
  [skus, organisations],
);

/** The things that are held because one of these numbers was read on them, and not the one that they should have. */
export const heldForReading = listed(
  'items held for a number read on them',
  (q, sees, { numbers }: { numbers: readonly string[] }) =>
    q
      .selectDistinct(itemInShort)
      .from(holds)
      .innerJoin(items, eq(items.id, holds.itemId))
      .leftJoin(skus, eq(skus.id, items.skuId))
      .leftJoin(organisations, eq(organisations.id, items.exporterId))
      .where(and(sees(holds), isNull(holds.liftedAt), inArray(holds.seen, [...numbers])))
      .orderBy(asc(items.code))
      .limit(5),
  [items, skus, organisations],
);

/** Of a return order, the things that were announced with one of these numbers. */
export const announcedCarrying = listed(
  'announced items carrying a number',
  (q, sees, { orderId, numbers }: { orderId: string; numbers: readonly string[] }) =>
    q
      .select({ code: items.code, exporterId: items.exporterId, gtin: skus.gtin })
      .from(items)
      .leftJoin(skus, eq(skus.id, items.skuId))
      .where(
        and(
          sees(items),
          eq(items.orderId, orderId),
          or(inArray(items.serial, [...numbers]), inArray(items.imei2, [...numbers])),
        ),
      )
      .limit(5),
  [skus],
);

/** The products of a return order that go by this GTIN-14 or code. */
export const announcedSkus = named(
  'announced skus named',
  (q, sees, given: Slots<{ orderId: string; text: string }>) =>
    q
      .selectDistinct({
        exporterId: skus.exporterId,
        code: skus.code,
        gtin: skus.gtin,
        nameZh: skus.nameZh,
        nameEn: skus.nameEn,
        exporterCode: organisations.code,
        exporterZh: organisations.nameZh,
        exporterEn: organisations.nameEn,
      })
      .from(returnLines)
      .innerJoin(skus, eq(skus.id, returnLines.skuId))
      .innerJoin(organisations, eq(organisations.id, skus.exporterId))
      .where(
        and(
          sees(returnLines),
          eq(returnLines.orderId, given.orderId),
          or(eq(skus.gtin, given.text), eq(skus.code, given.text)),
          isNull(returnLines.cameAs),
        ),
      )
      .limit(10),
  [skus, organisations],
);

/** Return orders under this waybill or exporter's number: a few of each exporter, and how many there are of it. */
export const ordersUnder = listed(
  'return orders under a number',
  (q, sees, { text, ended }: { text: string; ended: readonly string[] }) => {
    const hasEnded = sql`case when ${inArray(returnOrders.state, [...ended])} then 1 else 0 end`;
    const nth = sql<number>`row_number() over (partition by ${returnOrders.exporterId} order by ${hasEnded}, ${returnOrders.createdAt} desc, ${returnOrders.id})`;
    const under = and(
      sees(returnOrders),
      or(eq(returnOrders.waybill, text), eq(returnOrders.reference, text)),
    );
    const ranked = q
      .select({
        code: returnOrders.code,
        state: returnOrders.state,
        exporterId: returnOrders.exporterId,
        nth: nth.as('nth'),
        of: sql<number>`count(*) over (partition by ${returnOrders.exporterId}, ${hasEnded})`
          .mapWith(Number)
          .as('of_it'),
      })
      .from(returnOrders)
      .where(under)
      .as('ranked');
    return q
      .select({
        code: ranked.code,
        state: ranked.state,
        nth: ranked.nth,
        of: ranked.of,
        exporterCode: organisations.code,
        exporterZh: organisations.nameZh,
        exporterEn: organisations.nameEn,
      })
      .from(ranked)
      .innerJoin(organisations, eq(organisations.id, ranked.exporterId))
      .where(lte(ranked.nth, MAX_OF_ONE_OWNER))
      .orderBy(asc(organisations.code), asc(ranked.nth))
      .limit(30);
  },
  [organisations],
);

/** Which forms the serials of a line of a return order have. */
export const patternOfLine = named(
  'pattern of a line',
  (q, sees, given: Slots<{ orderId: string; number: number }>) =>
    q
      .select({ skuId: returnLines.skuId, serialPattern: skus.serialPattern })
      .from(returnLines)
      .leftJoin(skus, eq(skus.id, returnLines.skuId))
      .where(
        and(sees(returnLines), eq(returnLines.orderId, given.orderId), eq(returnLines.number, given.number)),
      )
      .limit(1),
  [skus],
);
