import { eq } from 'drizzle-orm';
import { layoutsOf } from '../../db/queries/imports.ts';
import { sheetLayouts } from '../../db/schema/imports.ts';
import type { Scoped, Writing } from '../../db/scope.ts';
import { type Answers, lasting, type Remembered } from '../spreadsheets/answers.ts';
import type { Table } from '../spreadsheets/read-table.ts';
import type { RequestContext } from './request-context.ts';
import type { sheetAnswersOf } from './sheet-answers.ts';

/** One kind of spreadsheet: what was answered for those of one kind is not taken for those of another. */
export interface SheetKind {
  readonly kind: (typeof sheetLayouts.$inferSelect)['kind'];
  readonly answers: ReturnType<typeof sheetAnswersOf>;
  /** What was said of these columns' words is meant in the next file, too. */
  readonly wordColumns: ReadonlySet<string>;
}

const idOf = ({ kind }: SheetKind, exporterId: string, header: string) =>
  kind === 'returns' ? `${exporterId} ${header}` : `${exporterId} ${kind} ${header}`;

/** What was said of an exporter's spreadsheets, by their headers; of the fifty last ones. */
export async function rememberedLayouts(
  db: Scoped,
  exporterId: string,
  { kind, answers: shape }: SheetKind,
): Promise<Remembered[]> {
  const all = await db.ask(layoutsOf, { exporterId, kind });
  return all.flatMap(({ header, answers }) => {
    // What an older server wrote and this one does not understand is asked again.
    const read = shape.safeParse(answers);
    return read.success ? [{ header, answers: read.data }] : [];
  });
}

const layoutUnder = (db: Scoped, exporterId: string, kind: SheetKind, header: string) =>
  db.first(sheetLayouts, eq(sheetLayouts.id, idOf(kind, exporterId, header)));

/** Of which header answers were remembered for this file, and since when. */
export async function rememberedOf(
  db: Scoped,
  exporterId: string,
  kind: SheetKind,
  { headerKey, isRemembered }: Pick<Table<string>, 'headerKey' | 'isRemembered'>,
) {
  if (headerKey === null || !isRemembered) return null;
  const one = await layoutUnder(db, exporterId, kind, headerKey);
  return one ? { header: headerKey, at: one.at.toISOString() } : null;
}

interface Said {
  readonly exporterId: string;
  readonly header: string;
  readonly answers: Answers;
}
/** Keeps what was said of a spreadsheet that is imported for the next one with its header, whoever brings it. */
export async function rememberLayout(
  tx: Writing,
  kind: SheetKind,
  { exporterId, header, answers }: Said,
  { now }: RequestContext,
): Promise<void> {
  const said = lasting(answers, kind.wordColumns);
  const id = idOf(kind, exporterId, header);
  if (Object.keys(said).length === 0) {
    // Whoever withdrew all that was remembered is asked again.
    const before = await layoutUnder(tx, exporterId, kind, header);
    if (before) await tx.remove(sheetLayouts, before);
    return;
  }
  const what = { answers: said, saidBy: tx.viewer.id, at: now };
  if (await tx.claim(sheetLayouts, { id, exporterId, kind: kind.kind, header, ...what })) return;
  await tx.change(sheetLayouts, { id }, what);
}

/** What was said of their spreadsheets with this header is asked again from now on. Nothing to forget is no fault. */
export async function forgetRemembered(
  tx: Writing,
  kind: SheetKind,
  header: string,
): Promise<{ forgotten: boolean }> {
  const { viewer } = tx;
  const one = viewer.as === 'exporter' ? await layoutUnder(tx, viewer.organisation, kind, header) : undefined;
  if (one) await tx.remove(sheetLayouts, one);
  return { forgotten: one !== undefined };
}
