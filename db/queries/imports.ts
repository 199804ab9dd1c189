import { and, asc, desc, eq, gt, isNull } from 'drizzle-orm';
import { named, type Slots } from '../named-queries.ts';
import { exportImports } from '../schema/export-imports.ts';
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

type SheetKind = (typeof sheetLayouts.$inferSelect)['kind'];
export const layoutsOf = named(
  'layouts of sheets',
  (q, sees, given: Slots<{ exporterId: string; kind: SheetKind }>) =>
    q
      .select()
      .from(sheetLayouts)
      .where(
        and(
          sees(sheetLayouts),
          eq(sheetLayouts.exporterId, given.exporterId),
          eq(sheetLayouts.kind, given.kind),
        ),
      )
      .orderBy(desc(sheetLayouts.at))
      .limit(50),
);

/** Imports of exported orders of whoever asks that are not finished, the newest first. */
export const exportImportsRunning = named(
  'running imports of exports',
  (q, sees, given: Slots<{ askedBy: string }>) =>
    q
      .select({ scanId: exportImports.scanId })
      .from(exportImports)
      .where(
        and(sees(exportImports), eq(exportImports.askedBy, given.askedBy), isNull(exportImports.finishedAt)),
      )
      .orderBy(desc(exportImports.at))
      .limit(1),
);
