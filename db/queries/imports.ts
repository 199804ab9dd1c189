import { and, asc, desc, eq, gt } from 'drizzle-orm';
import { named, type Slots } from '../named-queries.ts';
import { importParts, imports, sheetLayouts } from '../schema/imports.ts';

export const importUnder = named('import under', (q, sees, given: Slots<{ id: string }>) =>
  q
    .select()
    .from(imports)
    .where(and(sees(imports), eq(imports.id, given.id)))
    .limit(1),
);

export const lastPart = named('last part of an import', (q, sees, given: Slots<{ importId: string }>) =>
  q
    .select({ upTo: importParts.upTo })
    .from(importParts)
    .where(and(sees(importParts), eq(importParts.importId, given.importId)))
    .orderBy(desc(importParts.upTo))
    .limit(1),
);

export const reportsAfter = named(
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

export const layoutsOf = named('layouts of sheets', (q, sees, given: Slots<{ exporterId: string }>) =>
  q
    .select()
    .from(sheetLayouts)
    .where(and(sees(sheetLayouts), eq(sheetLayouts.exporterId, given.exporterId)))
    .orderBy(desc(sheetLayouts.at))
    .limit(50),
);
