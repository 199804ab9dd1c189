import { hash } from 'node:crypto';
import { imports } from '../../db/schema/imports.ts';
import { shanghaiDate } from '../customs/dates.ts';
import { rowsOf, startTask } from '../entities/background-tasks.ts';
import { answerId, askedBefore, claimed } from '../http/idempotency.ts';
import type { Call, Download } from '../http/route.ts';
import { yieldToEventLoop } from '../process/yield-to-event-loop.ts';
import { writeCsv } from '../spreadsheets/write-csv.ts';
import { faultsInside } from './import-check.ts';
import { importColumns, importExample } from './import-columns.ts';
import { type Check, MAX_FAULTS_REPORTED, type Read, readOf } from './import-report.ts';
import { readSheet, type Sheet } from './import-sheet.ts';
import { whoseAndWhere } from './submit.ts';

type Ask = { scanId: string; warehouse: string; check?: 'only' | undefined };
type Asked = Call<Ask>;

/**
 * Reads and checks a whole spreadsheet, and stores nothing while there is a fault in it. Without one it is accepted, and
 * from then on comes to its end whatever happens: a job stores it in small pieces, so that every scan gets in between.
 * The same spreadsheet under the same scanId is one import, and answered the same.
 */
export async function importCsv(call: Asked): Promise<Check> {
  const { db, actor, input, file, context, deps } = call;
  const { check, ...rest } = input;
  const question = { ...rest, file: hash('sha256', file) };
  if (!check && (await askedBefore(db, input.scanId, question)))
    return accepted(input, await readOf(db, answerId(db, input.scanId)));
  const { exporterId } = await whoseAndWhere(db, actor, input);
  const sheet = await (deps.sheetWorker?.read(file, db.viewer) ?? readSheet(file));
  const inside = await faultsInside(db, exporterId, sheet.groups, shanghaiDate(context.now));
  const faults = [...sheet.faults, ...inside].sort((a, b) => a.row - b.row).slice(0, MAX_FAULTS_REPORTED);
  const read = { encoding: sheet.encoding, lines: sheet.lines, remarks: [...sheet.remarks] };
  if (faults.length || check) return { accepted: null, pending: 0, failing: false, ...read, faults };
  await accept(call, exporterId, sheet, question);
  return accepted(input, { ...read, orders: sheet.groups.length });
}

/** Stores the spreadsheet as accepted: from here on it comes to its end. */
async function accept({ db, input, context }: Asked, exporterId: string, sheet: Sheet, question: object) {
  const { groups, encoding, lines, remarks } = sheet;
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
  });
}

const accepted = ({ scanId }: Ask, { orders, ...read }: Read & { readonly orders: number }): Check => ({
  ...{ accepted: scanId, pending: orders, failing: false },
  ...read,
  faults: [],
});

/** The columns with one example, as a spreadsheet to fill in. */
export const importTemplate = (): Download => ({
  type: 'text/csv; charset=utf-8',
  name: '退货导入模板 returns template.csv',
  bytes: writeCsv(
    importColumns.map(({ key, names }) => ({ key, name: names[0] })),
    [importExample],
  ),
});
