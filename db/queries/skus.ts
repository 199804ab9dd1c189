import { and, asc, eq, inArray } from 'drizzle-orm';
import { listed, named, type Slots } from '../named-queries.ts';
import { skus } from '../schema/goods.ts';

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

/** What an exporter's articles are called and which barcodes they have, as far as somebody looks for a name like it. */
export const skuNames = listed('sku names', (q, sees, given: { exporterId: string }) =>
  q
    .select({ code: skus.code, gtin: skus.gtin, zh: skus.nameZh, en: skus.nameEn })
    .from(skus)
    .where(and(sees(skus), eq(skus.exporterId, given.exporterId)))
    .orderBy(asc(skus.code))
    .limit(5_000),
);
