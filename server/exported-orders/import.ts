import { z } from 'zod';
import { shanghaiDate } from '../customs/dates.ts';
import { Problem } from '../http/problem.ts';
import type { Call, Download } from '../http/route.ts';
import { Words } from '../http/shapes.ts';
import { yieldToEventLoop } from '../process/yield-to-event-loop.ts';
import { writeCsv } from '../spreadsheets/write-csv.ts';
import { importSentences } from '../words/import.ts';
import { type Became, enterExported, exporterOf, faultsOfExported } from './enter.ts';
import { type ExportSheet, located, type OrderRows, readExportSheet, type SheetFault } from './read-sheet.ts';
import { exportColumns, exportExample } from './sheet-columns.ts';

const Fault = z.object({
  /** As a spreadsheet program numbers it; 0 is the file as a whole. */
  row: z.number(),
  column: z.string(),
  heading: z.string().nullable(),
  at: z.string().nullable(),
  value: z.string(),
  words: Words,
});

export const ExportImport = z.object({
  encoding: z.string().nullable(),
  lines: z.number(),
  orders: z.number(),
  /** Whether it was stored; with a fault in it, or where it was only to be checked, nothing is. */
  stored: z.boolean(),
  /** Of the orders that are stored, how many are new, have changed, and were known as they are. */
  became: z.object({ new: z.number(), changed: z.number(), same: z.number() }),
  faults: z.array(Fault),
  faultsInAll: z.number(),
  /** Worth knowing, but no reason to refuse. */
  remarks: z.array(Fault),
});
type Report = z.input<typeof ExportImport>;

const MAX_FAULTS_REPORTED = 1_000;
/** So many orders in one transaction: a scan that comes in waits for no more than that. */
const ORDERS_AT_ONCE = 10;

/**
 * A whole spreadsheet of exported orders. With a fault in it nothing is stored. Each order is stored once however often it
 * is sent, so whoever was cut off sends the same again.
 */
export async function importExported(call: Call<{ check?: 'only' | undefined }>): Promise<Report> {
  const { db, actor, input, file, context, deps } = call;
  const exporterId = exporterOf(actor);
  const sheet = await (deps.exportSheetWorker?.read(file, db.viewer) ?? readExportSheet(file));
  const faults = [...sheet.faults, ...faultsInside(sheet, shanghaiDate(context.now))];
  if (faults.length > 0 || input.check) return report(sheet, faults);
  const letOthersRun = yieldToEventLoop();
  const became = { new: 0, changed: 0, same: 0 };
  const leftOut: SheetFault[] = [];
  const enter = async (some: readonly OrderRows[]) => {
    const how = await db.atomically(async (tx) => {
      const all: Became[] = [];
      for (const { ask } of some)
        all.push((await enterExported(tx, exporterId, ask, { context, by: actor.id })).became);
      return all;
    });
    for (const one of how) became[one]++;
  };
  for (let from = 0; from < sheet.orders.length; from += ORDERS_AT_ONCE) {
    await letOthersRun();
    const some = sheet.orders.slice(from, from + ORDERS_AT_ONCE);
    // Where one is refused, each goes by itself, and that one is named.
    await enter(some).catch(async (error) => {
      if (!(error instanceof Problem)) throw error;
      for (const one of some) leftOut.push(...(await refusalOf(enter, one, sheet)));
    });
  }
  return { ...report(sheet, leftOut), stored: true, became };
}

async function refusalOf(
  enter: (some: readonly OrderRows[]) => Promise<void>,
  one: OrderRows,
  { headings }: ExportSheet,
): Promise<SheetFault[]> {
  try {
    await enter([one]);
    return [];
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { rows, ask } = one;
    const words = importSentences.rows(rows, error.words);
    return [located(headings)({ row: rows[0] ?? 0, column: 'number', value: ask.number, words })];
  }
}

function faultsInside({ orders, headings }: ExportSheet, today: string): SheetFault[] {
  return orders.flatMap(({ ask, rows }) =>
    faultsOfExported(ask, today).map(({ line, field, words }) => {
      const of = line === 0 ? ask : ask.lines[line - 1];
      const value = String(of?.[field as keyof typeof of] ?? '');
      return located(headings)({ row: rows[Math.max(0, line - 1)] ?? 0, column: field, value, words });
    }),
  );
}

const report = (
  { encoding, lines, orders, remarks }: ExportSheet,
  faults: readonly SheetFault[],
): Report => ({
  ...{ encoding, lines, orders: orders.length, stored: false, became: { new: 0, changed: 0, same: 0 } },
  faults: [...faults].sort((a, b) => a.row - b.row).slice(0, MAX_FAULTS_REPORTED),
  faultsInAll: faults.length,
  remarks: [...remarks],
});

/** Its columns with one example. */
export const exportTemplate = (): Download => ({
  type: 'text/csv; charset=utf-8',
  name: 'exported orders template.csv',
  bytes: writeCsv(
    exportColumns.map(({ key, names }) => ({ key, name: names[0] })),
    [exportExample],
  ),
});
