import { and, asc, eq, inArray, notInArray, sql } from 'drizzle-orm';
import { listed, named, type Slots } from '../named-queries.ts';
import { skus } from '../schema/goods.ts';
import { items } from '../schema/items.ts';

export const skuWithCode = named(
  'sku with a code',
  (q, sees, given: Slots<{ code: string; exporterId: string }>) =>
    q
      .select()
      .from(skus)
      .where(and(sees(skus), eq(skus.exporterId, given.exporterId), eq(skus.code, given.code)))
      .limit(1),
);

export const skusWithCodes = listed(
  'skus with codes',
  (q, sees, given: { codes: string[]; exporterId: string }) =>
    q
      .select()
      .from(skus)
      .where(and(sees(skus), eq(skus.exporterId, given.exporterId), inArray(skus.code, given.codes))),
);

/** The codes of an exporter's SKUs that differ from these at most by capital letters; `codes` are written small. */
export const skuCodesWritten = listed(
  'sku codes however written',
  (q, sees, given: { codes: string[]; exporterId: string }) =>
    q
      .select({ code: skus.code })
      .from(skus)
      .where(
        and(
          sees(skus),
          eq(skus.exporterId, given.exporterId),
          inArray(sql`lower(${skus.code})`, given.codes),
        ),
      ),
);

/** What an exporter's articles are called and which barcodes they have, as far as somebody looks for a name like it. */
export const skuNames = listed('sku names', (q, sees, given: { exporterId: string }) =>
  q
    .select({ code: skus.code, gtin: skus.gtin, zh: skus.nameZh, en: skus.nameEn })
    .from(skus)
    .where(and(sees(skus), eq(skus.exporterId, given.exporterId)))
    .orderBy(asc(skus.code))
    .limit(5_000),
);

/** Of these SKUs, those of which goods are here or on their way: how many, by the SKU's id. */
export const goodsOfSkus = listed('goods of skus', (q, sees, given: { skuIds: string[]; ended: string[] }) =>
  q
    .select({ skuId: items.skuId, pieces: sql<number>`sum(${items.quantity})`.mapWith(Number) })
    .from(items)
    .where(and(sees(items), inArray(items.skuId, given.skuIds), notInArray(items.state, given.ended)))
    .groupBy(items.skuId),
);
