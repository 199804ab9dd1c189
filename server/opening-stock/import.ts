import { hash } from 'node:crypto';
import { z } from 'zod';
import { openingStocks } from '../../db/schema/opening-stock.ts';
import type { Scoped } from '../../db/scope.ts';
import { shanghaiDate } from '../customs/dates.ts';
import { pending, rowsOf, startTask } from '../entities/background-tasks.ts';
import { answerId, askedBefore, claimed } from '../http/idempotency.ts';
import { forbidden, unusable } from '../http/problem.ts';
import type { Call, Download } from '../http/route.ts';
import type { SheetAnswers } from '../http/sheet-answers.ts';
import {
  checkedSheet,
  type Fault,
  type FoundFault,
  located,
  MAX_FAULTS_REPORTED,
  oneEach,
} from '../http/sheet-faults.ts';
import { yieldToEventLoop } from '../process/yield-to-event-loop.ts';
import { markedDownload, markSheet, marksOf } from '../spreadsheets/mark-sheet.ts';
import { importSentences } from '../words/import.ts';
import { openingNoun, openingSentences, openingTemplateWords } from '../words/opening-stock.ts';
import { type Checked, checkRows } from './check.ts';
import { StockAnswers, stockColumns } from './columns.ts';
import { ownSheets, readStockSheet, type StockSheet } from './read-sheet.ts';
import { openingProgress, type StockPart } from './store.ts';
import { stockWords } from './vocabularies.ts';

export const OpeningCheck = z.object({
  ...checkedSheet(StockAnswers),
  /** The import's id, under which it is stored from now on; null where nothing is stored. */
  accepted: z.string().nullable(),
  ...pending,
  /** Rows that become units, with how many articles, and rows that became units before. */
  counts: z.object({ new: z.number(), pieces: z.number(), same: z.number() }),
});
type Check = z.infer<typeof OpeningCheck>;

interface Ask {
  readonly scanId: string;
  readonly exporter?: string | undefined;
  readonly check?: 'only' | undefined;
  readonly answers?: SheetAnswers | undefined;
}
type Asked = Call<Ask>;
type Checking = Call<Pick<Ask, 'exporter' | 'answers'>>;

/**
 * Reads and checks a whole spreadsheet of what lies on the shelves, and stores nothing while there is a fault in it. Without
 * one it is accepted, and a job stores it in small pieces between the scans. A row that became a unit before stays that.
 */
export async function importOpening(call: Asked): Promise<Check> {
  const { db, input, file } = call;
  const { check, ...rest } = input;
  const question = { ...rest, file: hash('sha256', file) };
  const before = () => acceptedBefore(db, input.scanId, question);
  const known = check ? undefined : await before();
  if (known) return known;
  const { sheet, found, remarks, plans, same } = await checked(call);
  const { encoding, lines, headings, written, sheets } = sheet;
  const pieces = plans.reduce((sum, { said }) => sum + said.quantity, 0);
  const told = {
    ...{ encoding, lines, headings, written: [...written], sheet: sheet.sheet, sheets: [...sheets], remarks },
    ...{ answers: StockAnswers.parse(sheet.answers), remembered: null, failing: false },
    ...{ faults: found.slice(0, MAX_FAULTS_REPORTED), faultsInAll: found.length },
    counts: { new: plans.length, pieces, same: same.length },
  };
  // What is here by now may have come by this very file, sent once more meanwhile.
  const meanwhile = found.length > 0 && !check ? await before() : undefined;
  if (meanwhile) return meanwhile;
  if (found.length > 0 || check) return { accepted: null, pending: 0, ...told };
  const id = await accept(call, { question, sheet, plans, same: same.length });
  return { accepted: id, pending: plans.length, ...told };
}

const MAX_REMARKS = 1_000;

/** A spreadsheet with all that is wrong with it, in the order of its rows. */
async function checked(call: Checking) {
  const { db, file, input, deps, context } = call;
  const { answers = {}, exporter } = input;
  const today = shanghaiDate(context.now);
  const known = { words: await stockWords(db), answers, today };
  const sheet = await (deps.stockSheetWorker?.read({ file, ...known }, db.viewer) ??
    readStockSheet(file, known));
  const locate = located(sheet.headings);
  const { faults, same, plans } = await checkRows(db, sheet.rows, {
    ...{ warehouseId: warehouseOf(db), exporter, today, keep: sheet.answers.keep },
    letOthersRun: yieldToEventLoop(),
  });
  const found = oneEach([...sheet.faults, ...faults.map(locate)]).sort((a, b) => a.row - b.row);
  const remarks: Fault[] = [...sheet.remarks, ...same.slice(0, MAX_REMARKS).map(alreadyHere).map(locate)];
  return { sheet, found, remarks, plans, same };
}

const alreadyHere = ({ row, sku, code }: Checked['same'][number]): FoundFault => ({
  ...{ row, column: 'sku', value: sku, words: openingSentences.here(code) },
});

/** @throws Problem 403 for whoever works in none */
function warehouseOf({ viewer }: Scoped): string {
  if (viewer.as !== 'staff') throw forbidden(openingNoun);
  return viewer.warehouse;
}

/** The spreadsheet itself with its faults marked. @throws Problem 422 where there is no table in it */
export async function markedOpening(call: Checking & Call<{ language: 'zh' | 'en' }>): Promise<Download> {
  const { db, input, deps } = call;
  // Reading may give the bytes away.
  const again = Uint8Array.from(call.file);
  const { sheet, found } = await checked(call);
  const asked = {
    file: again,
    answers: { ...sheet.answers, ...(sheet.sheet ? { sheet: sheet.sheet } : {}) },
    marks: marksOf(found.slice(0, MAX_FAULTS_REPORTED), input.language),
  };
  const bytes = await (deps.sheetWorker?.mark({ ...asked, of: 'stock' }, db.viewer) ??
    markSheet({ ...asked, columns: stockColumns, examples: ownSheets }));
  if (!bytes) throw unusable([{ path: ['file'], code: 'no table' }], importSentences.nothingToMark);
  return markedDownload(bytes, openingTemplateWords.marked);
}

async function acceptedBefore(db: Scoped, scanId: string, question: object): Promise<Check | undefined> {
  if (!(await askedBefore(db, scanId, question))) return undefined;
  const id = answerId(db, scanId);
  const { total, done, same, pending: left, failing } = await openingProgress(db, id);
  return {
    ...{ accepted: id, pending: left, failing, encoding: null, lines: total + same, remarks: [], faults: [] },
    ...{ faultsInAll: 0, headings: {}, written: [], sheet: '', sheets: [], answers: {}, remembered: null },
    counts: { new: total - done, pieces: 0, same },
  };
}

interface Accepted extends Pick<Checked, 'plans'> {
  readonly question: object;
  readonly sheet: StockSheet;
  readonly same: number;
}
/** Stores the spreadsheet as accepted: from here on it comes to its end. @returns its id */
async function accept(
  { db, input, context }: Asked,
  { question, sheet, plans, same }: Accepted,
): Promise<string> {
  const id = answerId(db, input.scanId);
  const letOthersRun = yieldToEventLoop();
  const { exporter } = input;
  const keep = sheet.answers.keep ?? [];
  const parts: string[] = [];
  for (const { row, said, key, written } of plans) {
    await letOthersRun();
    const rest = written ? { written } : {};
    parts.push(JSON.stringify({ row, said, key, exporter, keep, ...rest } satisfies StockPart));
  }
  const isNothing = parts.length === 0;
  const counts = { total: parts.length, done: 0, stored: 0, same, leftOut: 0 };
  const times = { at: context.now, finishedAt: isNothing ? context.now : null };
  await db.atomically(async (tx) => {
    if (!(await claimed(tx, input.scanId, question, context))) return;
    const whose = { id, askedBy: db.viewer.id };
    const { headings } = sheet;
    await tx.add(openingStocks, { ...whose, warehouseId: warehouseOf(db), headings, ...counts, ...times });
    // The goods of one sheet may be many exporters'.
    const task = { ...whose, kind: 'opening stock', exporterId: exporter ?? '' } as const;
    if (!isNothing) await startTask(tx, task, context.now, rowsOf(id, parts));
  });
  return id;
}
