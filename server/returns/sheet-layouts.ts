import { eq } from 'drizzle-orm';
import { layoutsOf } from '../../db/queries/imports.ts';
import { sheetLayouts } from '../../db/schema/imports.ts';
import type { Scoped, Writing } from '../../db/scope.ts';
import type { RequestContext } from '../http/request-context.ts';
import { type Answers, lasting, type Remembered } from '../spreadsheets/answers.ts';
import { SheetAnswers } from './import-answers.ts';
import { columnsOfWords } from './import-words.ts';

const idOf = (exporterId: string, header: string) => `${exporterId} ${header}`;

/** What was said of an exporter's spreadsheets, by their headers; of the fifty last ones. */
export async function rememberedLayouts(db: Scoped, exporterId: string): Promise<Remembered[]> {
  const all = await db.ask(layoutsOf, { exporterId });
  return all.flatMap(({ header, answers }) => {
    // What an older server wrote and this one does not understand is asked again.
    const read = SheetAnswers.safeParse(answers);
    return read.success ? [{ header, answers: read.data }] : [];
  });
}

export const layoutUnder = (db: Scoped, exporterId: string, header: string) =>
  db.first(sheetLayouts, eq(sheetLayouts.id, idOf(exporterId, header)));

/** Keeps what was said of a spreadsheet that is imported for the next one with its header, whoever brings it. */
export async function rememberLayout(
  tx: Writing,
  { exporterId, header, answers }: { exporterId: string; header: string; answers: Answers },
  { now }: RequestContext,
): Promise<void> {
  const said = lasting(answers, columnsOfWords);
  const id = idOf(exporterId, header);
  if (Object.keys(said).length === 0) {
    // Whoever withdrew all that was remembered is asked again.
    const before = await layoutUnder(tx, exporterId, header);
    if (before) await tx.remove(sheetLayouts, before);
    return;
  }
  const what = { answers: said, saidBy: tx.viewer.id, at: now };
  if (await tx.claim(sheetLayouts, { id, exporterId, header, ...what })) return;
  await tx.change(sheetLayouts, { id }, what);
}

/** What was said of their spreadsheets with this header is asked again from now on. Nothing to forget is no fault. */
export async function forgetRemembered(tx: Writing, header: string): Promise<{ forgotten: boolean }> {
  const { viewer } = tx;
  const one = viewer.as === 'exporter' ? await layoutUnder(tx, viewer.organisation, header) : undefined;
  if (one) await tx.remove(sheetLayouts, one);
  return { forgotten: one !== undefined };
}
