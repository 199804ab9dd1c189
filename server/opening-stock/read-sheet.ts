import { z } from 'zod';
import { documentNumber } from '../exported-orders/export-facts.ts';
import { readAsFar } from '../http/read-as-far.ts';
import { line } from '../http/shapes.ts';
import { besideUnread, type Fault, type FoundFault, faultsOfTable, located } from '../http/sheet-faults.ts';
import { supervisionModes } from '../identifiers/customs-numbers.ts';
import { yieldToEventLoop } from '../process/yield-to-event-loop.ts';
import type { Answers } from '../spreadsheets/answers.ts';
import { readTable, type Table } from '../spreadsheets/read-table.ts';
import type { TableRow } from '../spreadsheets/row-reader.ts';
import { openingSentences, openingTemplateWords } from '../words/opening-stock.ts';
import { type StockKey, stockColumns } from './columns.ts';
import { type StockWords, stockVocabularies } from './vocabularies.ts';

const MAX_LOT = 100_000;
/** What a row says of the unit that lies there. Dates are local dates in Asia/Shanghai. */
const Said = z.strictObject({
  exporter: line(64).optional(),
  sku: line(64),
  quantity: z.number().int().min(1).max(MAX_LOT),
  serial: line(64).optional(),
  imei2: line(64).optional(),
  location: line(32),
  grade: line(32).optional(),
  disposition: line(32).optional(),
  hazard: z.boolean().optional(),
  customsStatus: line(32).optional(),
  exportMode: z.enum(supervisionModes).optional(),
  exportDocument: line(40).optional(),
  exportLine: z.number().int().min(1).max(9999).optional(),
  exportDate: line(10).optional(),
  releaseDate: line(10).optional(),
  receivedOn: line(10).optional(),
  ownNumber: line(64).optional(),
  remark: line(500).optional(),
});
export type Said = z.output<typeof Said>;
export interface StockRow {
  readonly row: number;
  readonly said: Said;
  /** What of it the file writes in another way. */
  readonly written?: Readonly<Partial<Record<string, string>>>;
  /** Once it was checked: what it says, and the how many-eth of the file that says so. */
  readonly key?: string;
}
/** What is said in a file, and where in it our columns stand. */
export interface StockSheet
  extends Pick<Table<string>, 'headings' | 'written' | 'sheet' | 'sheets' | 'answers'> {
  readonly encoding: string | null;
  readonly lines: number;
  readonly rows: readonly StockRow[];
  readonly faults: readonly Fault[];
  readonly remarks: readonly Fault[];
}
export interface StockKnown {
  readonly words: StockWords;
  readonly answers?: Answers | undefined;
  /** In Asia/Shanghai. */
  readonly today?: string;
}

const count = (text: string) => (/^\d{1,7}$/.test(text) ? Number(text) : text);
const readers: { readonly [key in StockKey]?: (cell: string) => unknown } = {
  quantity: count,
  exportLine: count,
  hazard: (cell) => cell === 'yes',
  location: (cell) => cell.toUpperCase(),
};

/** A row with the number of its document as it is kept, and beside it what the file writes otherwise. */
function asKept(row: number, said: Said, written: StockRow['written']): StockRow {
  const { exportDocument: given } = said;
  const exportDocument = given === undefined ? undefined : documentNumber(given);
  const all = { ...(exportDocument === given ? {} : { exportDocument: given }), ...written };
  return {
    row,
    said: exportDocument === undefined ? said : { ...said, exportDocument },
    ...(Object.keys(all).length > 0 ? { written: all } : {}),
  };
}

type Row = TableRow<StockKey>;
function readRow({ row, cells, written, unread }: Row, faults: FoundFault[]): StockRow[] {
  const said = Object.fromEntries(
    stockColumns.flatMap(({ key }) =>
      cells[key] === '' || unread.includes(key)
        ? []
        : [[key, readers[key] ? readers[key](cells[key]) : cells[key]]],
    ),
  );
  // Where each has its own row, nobody writes that it is one.
  const one = cells.quantity === '' && cells.serial !== '' ? { quantity: 1 } : {};
  const instead = { sku: NOT_SAID, location: NOT_SAID, quantity: 1 };
  const { read, wrong } = readAsFar(Said, { ...said, ...one }, instead);
  for (const column of wrong)
    faults.push({
      ...{ row, column, value: cells[column as StockKey] ?? '' },
      words: openingSentences.cell(column),
    });
  return read ? [asKept(row, read, written)] : [];
}
/** Stands where a row does not say which article it is, or where; its cell is a fault. */
const NOT_SAID = '?';

/** Sheets of our own template that hold no stock. */
export const ownSheets: ReadonlySet<string> = new Set([
  openingTemplateWords.examples,
  openingTemplateWords.choices,
]);

/** What stands in a spreadsheet of opening stock, and all that is wrong with it by itself. It knows no database. */
export async function readStockSheet(
  file: Uint8Array,
  { words, answers = {}, today }: StockKnown,
): Promise<StockSheet> {
  const asked = { answers, vocabularies: stockVocabularies(words), examples: ownSheets, today };
  const { format = null, rows: read, problems, ...about } = await readTable(file, stockColumns, asked);
  const { headings, written, sheet, sheets } = about;
  const inside: FoundFault[] = [];
  const rows: StockRow[] = [];
  const letOthersRun = yieldToEventLoop();
  for (const one of read) {
    await letOthersRun();
    rows.push(...readRow(one, inside));
  }
  const locate = located(headings);
  return {
    ...{ headings, written, sheet, sheets, answers: about.answers },
    ...{ encoding: format, lines: read.length, rows },
    faults: besideUnread(faultsOfTable(problems, true), inside).map(locate),
    remarks: faultsOfTable(problems, false).map(locate),
  };
}
