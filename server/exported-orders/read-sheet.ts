import { besideUnread, type Fault, type FoundFault, faultsOfTable, located } from '../http/sheet-faults.ts';
import { countries } from '../identifiers/countries.ts';
import { supervisionModes } from '../identifiers/customs-numbers.ts';
import { tidyIdentifier } from '../identifiers/tidy.ts';
import { yieldToEventLoop } from '../process/yield-to-event-loop.ts';
import type { Answers, Remembered } from '../spreadsheets/answers.ts';
import { readTable, type Table } from '../spreadsheets/read-table.ts';
import type { TableRow } from '../spreadsheets/row-reader.ts';
import { type Vocabulary, vocabularyOf } from '../spreadsheets/vocabulary.ts';
import { exportImportSentences, exportTemplateWords } from '../words/exported-import.ts';
import { modeNames } from '../words/import.ts';
import { ExportedAsk, ExportedLineAsk } from './enter.ts';
import { type ExportColumn, exportColumns } from './sheet-columns.ts';

/** The rows of one order. */
export interface OrderRows {
  readonly ask: ExportedAsk;
  /** The row of each of its lines. */
  readonly rows: readonly number[];
}
/** Where our columns stand in the file, what it has beside them, and by which answers it was read. */
export interface ExportSheet
  extends Pick<
    Table<string>,
    'headings' | 'written' | 'sheet' | 'sheets' | 'headerKey' | 'answers' | 'isRemembered'
  > {
  readonly encoding: string | null;
  readonly lines: number;
  readonly orders: readonly OrderRows[];
  readonly faults: readonly Fault[];
  readonly remarks: readonly Fault[];
}
/** What a spreadsheet is read by. */
export interface SheetKnown {
  readonly answers?: Answers;
  readonly remembered?: readonly Remembered[];
}

let always: Readonly<Record<'country' | 'exportMode', Vocabulary>> | undefined;
function vocabularies() {
  always ??= {
    country: vocabularyOf(countries()),
    exportMode: vocabularyOf(supervisionModes.map((value) => ({ value, ...modeNames[value] }))),
  };
  return always;
}

type Row = TableRow<ExportColumn>;

const lineOf = [
  'sku',
  'serial',
  'imei2',
  'exportDocument',
  'exportMode',
  'exportDate',
  'releaseDate',
] as const;
const headOf = ['number', 'platform', 'country', 'waybill'] as const;
const HeadAsk = ExportedAsk.omit({ lines: true });
const given = ({ cells }: Row, keys: readonly ExportColumn[]) =>
  Object.fromEntries(keys.flatMap((key) => (cells[key] ? [[key, cells[key]]] : [])));
const count = (text: string) => (/^\d{1,7}$/.test(text) ? Number(text) : text);

function readLine(row: Row, faults: FoundFault[], isCounted: boolean): ExportedLineAsk | undefined {
  const { quantity, exportLine } = row.cells;
  const read = ExportedLineAsk.safeParse({
    ...given(row, lineOf),
    // Where the sheet counts, a row without a count is no piece; a thing with a serial is one.
    quantity: quantity ? count(quantity) : isCounted && !row.cells.serial ? '' : 1,
    ...(exportLine ? { exportLine: count(exportLine) } : {}),
  });
  if (read.success) return read.data;
  faults.push(...read.error.issues.map(({ path }) => cellFault(row, String(path[0] ?? ''))));
  return undefined;
}
const cellFault = ({ row, cells }: Row, column: string): FoundFault => ({
  ...{ row, column, value: cells[column as ExportColumn] ?? '' },
  words: exportImportSentences.cell(column),
});

const plainly = (text = '') => tidyIdentifier(text).toUpperCase();
/**
 * The order of a row: its number and platform, however they are written. A row without a platform is of the only one
 * that others with its number name.
 */
function ordersBy(rows: readonly Row[]): (head: Readonly<Record<string, string>>) => string {
  const platforms = new Map<string, Set<string>>();
  for (const { cells } of rows) {
    const known = platforms.get(plainly(cells.number)) ?? new Set();
    platforms.set(plainly(cells.number), known);
    if (cells.platform) known.add(plainly(cells.platform));
  }
  return ({ number, platform }) => {
    const [only, another] = platforms.get(plainly(number)) ?? [];
    const its = platform ? plainly(platform) : another === undefined ? (only ?? '') : '';
    return JSON.stringify([plainly(number), its]);
  };
}

/** Rows with one number on one platform are one order. */
async function grouped(rows: readonly Row[], faults: FoundFault[], isCounted: boolean): Promise<OrderRows[]> {
  const groups = new Map<
    string,
    { head: Record<string, string>; lines: ExportedLineAsk[]; rows: number[] }
  >();
  const orderOf = ordersBy(rows);
  const letOthersRun = yieldToEventLoop();
  for (const row of rows) {
    await letOthersRun();
    const line = readLine(row, faults, isCounted);
    const head = given(row, headOf) as Record<string, string>;
    const wrong = HeadAsk.safeParse(head).error?.issues ?? [];
    faults.push(...wrong.map(({ path }) => cellFault(row, String(path[0] ?? ''))));
    const key = orderOf(head);
    const known = groups.get(key) ?? { head: {}, lines: [], rows: [] };
    groups.set(key, known);
    // What is said once of an order is said of all of it; of several parcels, the first.
    known.head = { ...head, ...known.head };
    if (!line || wrong.length > 0) continue;
    known.lines.push(line);
    known.rows.push(row.row);
  }
  return [...groups.values()].flatMap(({ head, lines, rows }) => {
    const read = ExportedAsk.safeParse({ ...head, lines });
    const [row = 0] = rows;
    if (!read.success && lines.length > 0)
      faults.push({
        row,
        column: 'number',
        value: head.number ?? '',
        words: exportImportSentences.cell('number'),
      });
    return read.success && lines.length > 0 ? [{ ask: read.data, rows }] : [];
  });
}

/** Sheets of our own template that hold no orders. */
export const ownSheets: ReadonlySet<string> = new Set([
  exportTemplateWords.examples,
  exportTemplateWords.choices,
]);

/** What stands in a spreadsheet of exported orders, and all that is wrong with it by itself. It knows no database. */
export async function readExportSheet(
  file: Uint8Array,
  { answers = {}, remembered = [] }: SheetKnown = {},
): Promise<ExportSheet> {
  const asked = { answers, remembered, vocabularies: vocabularies(), examples: ownSheets };
  const { format = null, rows, problems, ...about } = await readTable(file, exportColumns, asked);
  const faults = faultsOfTable(problems, true);
  const inside: FoundFault[] = [];
  const orders = await grouped(rows, inside, 'quantity' in about.headings);
  const locate = located(about.headings);
  return {
    ...{ ...about, encoding: format, lines: rows.length, orders },
    faults: besideUnread(faults, inside).map(locate),
    remarks: faultsOfTable(problems, false).map(locate),
  };
}
