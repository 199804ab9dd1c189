import { and, asc, desc, eq, gt, isNull, lte, sql } from 'drizzle-orm';
import { named, type Slots } from '../named-queries.ts';
import { importParts, imports } from '../schema/imports.ts';

/** An import without the spreadsheet in it. */
export const importUnder = named('import under', (q, sees, given: Slots<{ id: string }>) =>
  q
    .select({
      ...{ id: imports.id, askedBy: imports.askedBy, exporterId: imports.exporterId },
      ...{ warehouse: imports.warehouse, orders: imports.orders },
      ...{ holder: imports.holder, leaseUntil: imports.leaseUntil, finishedAt: imports.finishedAt },
    })
    .from(imports)
    .where(and(sees(imports), eq(imports.id, given.id)))
    .limit(1),
);

/** Nobody is at them, and they are not finished. */
export const importsLeft = named('imports left', (q, sees, given: Slots<{ now: Date }>) =>
  q
    .select({ id: imports.id, askedBy: imports.askedBy, exporterId: imports.exporterId })
    .from(imports)
    .where(
      and(
        sees(imports),
        isNull(imports.finishedAt),
        lte(imports.leaseUntil, sql`${sql.param(given.now, imports.leaseUntil)}`),
      ),
    )
    .orderBy(asc(imports.leaseUntil))
    .limit(10),
);

export const lastPart = named('last part of an import', (q, sees, given: Slots<{ importId: string }>) =>
  q
    .select({ upTo: importParts.upTo })
    .from(importParts)
    .where(and(sees(importParts), eq(importParts.importId, given.importId)))
    .orderBy(desc(importParts.upTo))
    .limit(1),
);

export const partsAfter = named(
  'parts of an import',
  (q, sees, given: Slots<{ importId: string; after: number }>) =>
    q
      .select()
      .from(importParts)
      .where(
        and(sees(importParts), eq(importParts.importId, given.importId), gt(importParts.upTo, given.after)),
      )
      .orderBy(asc(importParts.upTo))
      .limit(50),
);
