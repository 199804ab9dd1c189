import { hash } from 'node:crypto';
import { allCodes } from '../../db/queries/master-data.ts';
import { imports } from '../../db/schema/imports.ts';
import { shanghaiDate } from '../customs/dates.ts';
import { rowsOf, startTask } from '../entities/background-tasks.ts';
import { answerId, askedBefore, claimed } from '../http/idempotency.ts';
import { unusable } from '../http/problem.ts';
import type { Call, Download } from '../http/route.ts';
import type { SheetAnswers } from '../http/sheet-answers.ts';
import { located, MAX_FAULTS_REPORTED, oneEach } from '../http/sheet-faults.ts';
import { rememberedLayouts, rememberedOf, rememberLayout } from '../http/sheet-layouts.ts';
import { yieldToEventLoop } from '../process/yield-to-event-loop.ts';
import { markedDownload, markSheet, marksOf } from '../spreadsheets/mark-sheet.ts';
import { importSentences, templateWords } from '../words/import.ts';
import { faultsInside } from './import-check.ts';
import { importColumns } from './import-columns.ts';
import { type Check, type Read, readOf } from './import-report.ts';
import { ownSheets, readSheet, type Sheet } from './import-sheet.ts';
import { importWords, sheetsOfReturns } from './import-words.ts';
import { whoseAndWhere } from './submit.ts';

type Ask = {
  scanId: string;
  warehouse: string;
  check?: 'only' | undefined;
  answers?: SheetAnswers | undefined;
};
type Asked = Call<Ask>;

/**
 * Reads and checks a whole spreadsheet, and stores nothing while there is a fault in it. Without one it is accepted, and
 * from then on comes to its end whatever happens: a job stores it in small pieces, so that every scan gets in between.
 * The same spreadsheet under the same scanId is one import, and answered the same.
 */
export async function importSheet(call: Asked): Promise<Check> {
  const { input, file } = call;
  const { check, ...rest } = input;
  const question = { ...rest, file: hash('sha256', file) };
  const before = () => acceptedBefore(call, question);
  const same = check ? undefined : await before();
  if (same) return same;
  const { exporterId, read, found } = await checked(call);
  const { groups, headings, encoding, lines, written, sheet, sheets, answers } = read;
  const about = { encoding, lines, remarks: [...read.remarks] };
  const remembered = await rememberedOf(call.db, exporterId, sheetsOfReturns, read);
  const beside = { written: [...written], sheet, sheets: [...sheets], remembered };
  const form = {
    headings,
    ...beside,
    answers: sheetsOfReturns.answers.parse(answers),
    faultsInAll: found.length,
  };
  // What is taken by now may have been taken by this very spreadsheet, sent once more meanwhile.
  const meanwhile = found.length > 0 && !check ? await before() : undefined;
  if (meanwhile) return meanwhile;
  if (found.length || check)
    return {
      accepted: null,
      pending: 0,
      failing: false,
      ...about,
      ...form,
      faults: found.slice(0, MAX_FAULTS_REPORTED),
    };
  await accept(call, exporterId, read, question);
  return accepted(input, { ...about, orders: groups.length });
}

type Checking = Call<Omit<Ask, 'scanId' | 'check'>>;
/** A spreadsheet with all that is wrong with it, in the order of its rows. */
async function checked(call: Checking) {
  const { db, actor, input, context } = call;
  const { exporterId, citation } = await whoseAndWhere(db, actor, input);
  const read = await readBy(call, exporterId);
  const { groups, headings, answers } = read;
  const asked = { today: shanghaiDate(context.now), citation, keep: answers.keep };
  const inside = (await faultsInside(db, exporterId, groups, asked)).map(located(headings));
  const found = oneEach([...read.faults, ...inside]).sort((a, b) => a.row - b.row);
  return { exporterId, read, found };
}

/** The spreadsheet itself with its faults marked. @throws Problem 422 where there is no table in it */
export async function markedSheet(call: Checking & Call<{ language: 'zh' | 'en' }>): Promise<Download> {
  const { db, file, input, deps } = call;
  // Reading gives the bytes away.
  const again = Uint8Array.from(file);
  const { read, found } = await checked(call);
  const { answers, sheet } = read;
  const asked = {
    file: again,
    answers: { ...answers, ...(sheet ? { sheet } : {}) },
    marks: marksOf(found.slice(0, MAX_FAULTS_REPORTED), input.language),
  };
  const bytes = await (deps.sheetWorker?.mark({ ...asked, of: 'returns' }, db.viewer) ??
    markSheet({ ...asked, columns: importColumns, examples: ownSheets }));
  if (!bytes) throw unusable([{ path: ['file'], code: 'no table' }], importSentences.nothingToMark);
  return markedDownload(bytes, templateWords.marked);
}

/** The file, read by what was said of it and of earlier ones with its header. */
async function readBy({ db, input, file, deps, context }: Checking, exporterId: string): Promise<Sheet> {
  const { answers = {} } = input;
  const words = importWords(await db.ask(allCodes, {}));
  const remembered = await rememberedLayouts(db, exporterId, sheetsOfReturns);
  const known = { words, answers, remembered, today: shanghaiDate(context.now) };
  return (await deps.sheetWorker?.read({ file, ...known }, db.viewer)) ?? readSheet(file, known);
}

async function acceptedBefore({ db, input }: Asked, question: object): Promise<Check | undefined> {
  if (!(await askedBefore(db, input.scanId, question))) return undefined;
  return accepted(input, await readOf(db, answerId(db, input.scanId)));
}

/** Stores the spreadsheet as accepted: from here on it comes to its end. */
async function accept({ db, input, context }: Asked, exporterId: string, sheet: Sheet, question: object) {
  const { groups, encoding, lines, remarks, headerKey: header, answers } = sheet;
  const letOthersRun = yieldToEventLoop();
  const parts: string[] = [];
  for (const group of groups) {
    await letOthersRun();
    parts.push(JSON.stringify(group));
  }
  const whose = { id: answerId(db, input.scanId), askedBy: db.viewer.id, exporterId };
  const what = { warehouse: input.warehouse, encoding, lines, remarks, orders: groups.length };
  const rows = rowsOf(whose.id, parts);
  await db.atomically(async (tx) => {
    if (!(await claimed(tx, input.scanId, question, context))) return;
    await tx.add(imports, { ...whose, ...what, at: context.now });
    await startTask(tx, { ...whose, kind: 'import' }, context.now, rows);
    if (header !== null) await rememberLayout(tx, sheetsOfReturns, { exporterId, header, answers }, context);
  });
}

const accepted = ({ scanId }: Ask, { orders, ...read }: Read & { readonly orders: number }): Check => ({
  ...{ accepted: scanId, pending: orders, failing: false },
  ...{ ...read, faults: [], faultsInAll: 0 },
  ...{ headings: {}, written: [], sheet: '', sheets: [], answers: {}, remembered: null },
});
