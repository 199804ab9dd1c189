import { and, eq, or } from 'drizzle-orm';
import { named, type Slots } from '../named-queries.ts';
import { skus } from '../schema/goods.ts';
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
        code: skus.code,
        nameZh: skus.nameZh,
        nameEn: skus.nameEn,
        exporterZh: organisations.nameZh,
        exporterEn: organisations.nameEn,
      })
      .from(skus)
      .innerJoin(organisations, eq(organisations.id, skus.exporterId))
      .where(and(sees(skus), or(eq(skus.gtin, given.text), eq(skus.code, given.text))))
      .limit(10),
  [organisations],
);
