import { hash } from 'node:crypto';
import { z } from 'zod';
import { exportImportsRunning } from '../../db/queries/imports.ts';
import { exportImports } from '../../db/schema/export-imports.ts';
import type { Scoped } from '../../db/scope.ts';
import { shanghaiDate } from '../customs/dates.ts';
import { pending, rowsOf, startTask } from '../entities/background-tasks.ts';
import { answerId, askedBefore, claimed } from '../http/idempotency.ts';
import { unusable } from '../http/problem.ts';
import type { Call, Download } from '../http/route.ts';
import type { SheetAnswers } from '../http/sheet-answers.ts';
import {
  checkedSheet,
  type FoundFault,
  located,
  MAX_FAULTS_REPORTED,
  oneEach,
} from '../http/sheet-faults.ts';
import { rememberedLayouts, rememberedOf, rememberLayout } from '../http/sheet-layouts.ts';
import { yieldToEventLoop } from '../process/yield-to-event-loop.ts';
import { isKept, type Kept } from '../spreadsheets/answers.ts';
import { markedDownload, markSheet, marksOf } from '../spreadsheets/mark-sheet.ts';
import { exportImportSentences, exportTemplateWords } from '../words/exported-import.ts';
import { importSentences } from '../words/import.ts';
import { inCatalogue } from './catalogued.ts';
import { documentFaults } from './document-faults.ts';
import { exporterOf } from './enter.ts';
import { type ExportedFault, faultsOfExported } from './faults.ts';
import { ExportAnswers, sheetsOfExports } from './import-answers.ts';
import { exportProgress } from './import-store.ts';
import { proposedSkus } from './proposed-skus.ts';
import { type ExportSheet, ownSheets, readExportSheet } from './read-sheet.ts';
import { exportColumns } from './sheet-columns.ts';
import type { OrderRows } from './sheet-orders.ts';

export const ExportCheck = z.object({
  ...checkedSheet(ExportAnswers),
  orders: z.number(),
  /** The import's id, under which it is stored from now on; null where nothing is stored. */
  accepted: z.string().nullable(),
  ...pending,
});
type Check = z.infer<typeof ExportCheck>;

interface Ask {
  readonly scanId: string;
  readonly check?: 'only' | undefined;
  readonly answers?: SheetAnswers | undefined;
}
type Asked = Call<Ask>;

/**
 * Reads and checks a whole spreadsheet of exported orders, and stores nothing while there is a fault in it. Without one it
 * is accepted, and a job stores it in small pieces between the scans. Each order is stored once however often it is sent.
 */
export async function importExported(call: Asked): Promise<Check> {
  const { db, input, file } = call;
  const { check, ...rest } = input;
  const question = { ...rest, file: hash('sha256', file) };
  const before = () => acceptedBefore(db, input.scanId, question);
  const same = check ? undefined : await before();
  if (same) return same;
  const { exporterId, sheet, found } = await checked(call);
  const { encoding, lines, orders, headings, written, sheets, remarks } = sheet;
  const told = {
    ...{ encoding, lines, orders: orders.length, headings, written: [...written], remarks: [...remarks] },
    ...{ sheet: sheet.sheet, sheets: [...sheets], answers: ExportAnswers.parse(sheet.answers) },
    ...{ remembered: await rememberedOf(db, exporterId, sheetsOfExports, sheet), failing: false },
    ...{ faults: found.slice(0, MAX_FAULTS_REPORTED), faultsInAll: found.length },
  };
  if (found.length > 0 || check) return { accepted: null, pending: 0, ...told };
  await accept(call, { exporterId, question, sheet });
  return { accepted: input.scanId, pending: orders.length, ...told };
}

type Checking = Call<Pick<Ask, 'answers'>>;
/** A spreadsheet with all that is wrong with it, in the order of its rows. */
async function checked(call: Checking) {
  const { db, actor, file, input, deps, context } = call;
  const exporterId = exporterOf(actor);
  const remembered = await rememberedLayouts(db, exporterId, sheetsOfExports);
  const today = shanghaiDate(context.now);
  const known = { answers: input.answers ?? {}, remembered, today };
  const sheet = await (deps.exportSheetWorker?.read({ file, ...known }, db.viewer) ??
    readExportSheet(file, known));
  const { keep = [] } = sheet.answers;
  const inside = await faultsInside(db, exporterId, sheet.orders, { today, keep });
  const found = oneEach([...sheet.faults, ...inside.map(located(sheet.headings))]);
  return { exporterId, sheet, found: found.sort((a, b) => a.row - b.row) };
}

interface Asking {
  readonly today: string;
  readonly keep: readonly Kept[];
}
/** What is wrong with orders as far as the house knows: SKUs with the nearest of the catalogue, serials, documents, days. */
async function faultsInside(
  db: Scoped,
  exporterId: string,
  orders: readonly OrderRows[],
  { today, keep }: Asking,
): Promise<FoundFault[]> {
  const written = orders.flatMap(({ ask, rows }) =>
    ask.lines.map(({ sku }, i) => ({ sku, row: rows[i] ?? 0 })),
  );
  const skus = await inCatalogue(
    db,
    exporterId,
    written.map(({ sku }) => sku),
  );
  const letOthersRun = yieldToEventLoop();
  const faults: FoundFault[] = [];
  for (const order of orders) {
    await letOthersRun();
    faults.push(...faultsOfExported(order.ask, { today, skus }).map((fault) => inItsRow(order, fault)));
    if (!isKept(keep, { column: 'exportDocument', code: 'notADocument' }))
      faults.push(...documentFaults(order.ask.lines, order.rows));
  }
  const unknown = written.filter(({ sku }) => !skus.has(sku));
  return [...faults, ...(await proposedSkus(db, exporterId, unknown))];
}

function inItsRow({ ask, rows }: OrderRows, { line, field, words, against }: ExportedFault): FoundFault {
  const row = rows[Math.max(0, line - 1)] ?? 0;
  const of = line === 0 ? ask : ask.lines[line - 1];
  const value = String(of?.[field as keyof typeof of] ?? '');
  const said = against
    ? exportImportSentences.rowsDiffer(
        ask.number,
        { column: field, known: against.known, value },
        rows[against.line - 1] ?? 0,
      )
    : importSentences.ofRow(words, line, row);
  return { row, column: field, value, words: said };
}

/** The spreadsheet itself with its faults marked. @throws Problem 422 where there is no table in it */
export async function markedExports(call: Checking & Call<{ language: 'zh' | 'en' }>): Promise<Download> {
  const { db, input, deps } = call;
  // Reading may give the bytes away.
  const again = Uint8Array.from(call.file);
  const { sheet, found } = await checked(call);
  const asked = {
    file: again,
    answers: { ...sheet.answers, ...(sheet.sheet ? { sheet: sheet.sheet } : {}) },
    marks: marksOf(found.slice(0, MAX_FAULTS_REPORTED), input.language),
  };
  const bytes = await (deps.sheetWorker?.mark({ ...asked, of: 'exports' }, db.viewer) ??
    markSheet({ ...asked, columns: exportColumns, examples: ownSheets }));
  if (!bytes) throw unusable([{ path: ['file'], code: 'no table' }], importSentences.nothingToMark);
  return markedDownload(bytes, exportTemplateWords.marked);
}

async function acceptedBefore(db: Scoped, scanId: string, question: object): Promise<Check | undefined> {
  if (!(await askedBefore(db, scanId, question))) return undefined;
  const { total, encoding, lines, pending: left, failing } = await exportProgress(db, scanId);
  return {
    ...{ accepted: scanId, pending: left, failing, encoding, lines, orders: total, remarks: [] },
    ...{ faults: [], faultsInAll: 0, headings: {}, written: [], sheet: '', sheets: [] },
    ...{ answers: {}, remembered: null },
  };
}

interface Accepted {
  readonly exporterId: string;
  readonly question: object;
  readonly sheet: ExportSheet;
}
/** Stores the spreadsheet as accepted: from here on it comes to its end. */
async function accept({ db, input, context }: Asked, { exporterId, question, sheet }: Accepted) {
  const { orders, encoding, lines, headings, headerKey: header, answers } = sheet;
  const letOthersRun = yieldToEventLoop();
  const parts: string[] = [];
  for (const order of orders) {
    await letOthersRun();
    const { name = null, letter = null } = headings.number ?? {};
    parts.push(JSON.stringify({ ...order, heading: name, letter }));
  }
  const id = answerId(db, input.scanId);
  const whose = { id, askedBy: db.viewer.id, exporterId };
  const rows = rowsOf(id, parts);
  await db.atomically(async (tx) => {
    if (!(await claimed(tx, input.scanId, question, context))) return;
    const counts = { total: orders.length, done: 0, added: 0, changed: 0, same: 0, leftOut: [] };
    const about = { scanId: input.scanId, encoding, lines, at: context.now };
    await tx.add(exportImports, { ...whose, ...about, ...counts });
    await startTask(tx, { ...whose, kind: 'export import' }, context.now, rows);
    if (header !== null) await rememberLayout(tx, sheetsOfExports, { exporterId, header, answers }, context);
  });
}

/** The import of one's own that is not finished, so that a page that was left finds it again. */
export async function runningExports({ db, actor }: Call<object>): Promise<{ running: string | null }> {
  const [one] = await db.ask(exportImportsRunning, { askedBy: actor.id });
  return { running: one?.scanId ?? null };
}
