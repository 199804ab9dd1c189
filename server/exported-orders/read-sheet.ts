import { countries } from '../identifiers/countries.ts';
import { supervisionModes } from '../identifiers/customs-numbers.ts';
import { yieldToEventLoop } from '../process/yield-to-event-loop.ts';
import { type Heading, readTable } from '../spreadsheets/read-table.ts';
import type { TableRow } from '../spreadsheets/row-reader.ts';
import { type Vocabulary, vocabularyOf } from '../spreadsheets/vocabulary.ts';
import { importSentences, modeNames } from '../words/import.ts';
import type { Words } from '../words/words.ts';
import { ExportedAsk, ExportedLineAsk } from './enter.ts';
import { type ExportColumn, exportColumns } from './sheet-columns.ts';

/** What is wrong with a cell, and where it stands; row 0 is the file as a whole. */
export interface SheetFault {
  readonly row: number;
  readonly column: string;
  readonly heading: string | null;
  readonly at: string | null;
  readonly value: string;
  readonly words: Words;
}
/** The rows of one order. */
export interface OrderRows {
  readonly ask: ExportedAsk;
  /** The row of each of its lines. */
  readonly rows: readonly number[];
}
export interface ExportSheet {
  readonly encoding: string | null;
  readonly lines: number;
  readonly orders: readonly OrderRows[];
  readonly faults: readonly SheetFault[];
  readonly remarks: readonly SheetFault[];
  readonly headings: Readonly<Record<string, Heading>>;
}

let always: Readonly<Record<'country' | 'exportMode', Vocabulary>> | undefined;
function vocabularies() {
  always ??= {
    country: vocabularyOf(countries()),
    exportMode: vocabularyOf(supervisionModes.map((value) => ({ value, ...modeNames[value] }))),
  };
  return always;
}

/** Says where in the file it is. */
export const located =
  (headings: ExportSheet['headings']) =>
  (fault: Pick<SheetFault, 'row' | 'column' | 'value' | 'words'>): SheetFault => {
    const { name = null, letter = null } = headings[fault.column] ?? {};
    return {
      ...fault,
      heading: name,
      at: letter === null || fault.row === 0 ? null : `${letter}${fault.row}`,
    };
  };
type Found = Parameters<ReturnType<typeof located>>[0];
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

function readLine(row: Row, faults: Found[]): ExportedLineAsk | undefined {
  const { quantity, exportLine } = row.cells;
  const read = ExportedLineAsk.safeParse({
    ...given(row, lineOf),
    quantity: quantity ? count(quantity) : 1,
    ...(exportLine ? { exportLine: count(exportLine) } : {}),
  });
  if (read.success) return read.data;
  faults.push(...read.error.issues.map(({ path }) => cellFault(row, String(path[0] ?? ''))));
  return undefined;
}
const cellFault = ({ row, cells }: Row, column: string): Found => ({
  ...{ row, column, value: cells[column as ExportColumn] ?? '' },
  words: importSentences.cell(column),
});

/** Rows with one number on one platform are one order. */
async function grouped(rows: readonly Row[], faults: Found[]): Promise<OrderRows[]> {
  const groups = new Map<
    string,
    { head: Record<string, string>; lines: ExportedLineAsk[]; rows: number[] }
  >();
  const letOthersRun = yieldToEventLoop();
  for (const row of rows) {
    await letOthersRun();
    const line = readLine(row, faults);
    const head = given(row, headOf) as Record<string, string>;
    const wrong = HeadAsk.safeParse(head).error?.issues ?? [];
    faults.push(...wrong.map(({ path }) => cellFault(row, String(path[0] ?? ''))));
    const key = JSON.stringify([head.number, head.platform]);
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
    const [first = 0] = rows;
    if (!read.success && lines.length > 0)
      faults.push({
        row: first,
        column: 'number',
        value: head.number ?? '',
        words: importSentences.cell('number'),
      });
    return read.success && lines.length > 0 ? [{ ask: read.data, rows }] : [];
  });
}

/** What stands in a spreadsheet of exported orders, and all that is wrong with it by itself. It knows no database. */
export async function readExportSheet(file: Uint8Array): Promise<ExportSheet> {
  const table = await readTable(file, exportColumns, {
    answers: { hidden: 'leftOut' },
    vocabularies: vocabularies(),
  });
  const { format = null, rows, problems, headings } = table;
  const told = (blocking: boolean): Found[] =>
    problems
      .filter(({ blocks }) => blocks === blocking)
      .map(({ row, key, column, value, words }) => ({ row, column: key ?? column, value, words }));
  const faults = told(true);
  // A cell that could not be read is one fault, not another one for what it is not.
  const unread = new Set(faults.map(({ row, column }) => `${row} ${column}`));
  const inside: Found[] = [];
  const orders = await grouped(rows, inside);
  const all = [...faults, ...inside.filter(({ row, column }) => !unread.has(`${row} ${column}`))];
  return {
    ...{ encoding: format, lines: rows.length, orders, headings },
    faults: all.map(located(headings)),
    remarks: told(false).map(located(headings)),
  };
}
