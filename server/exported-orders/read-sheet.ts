import { readAsFar } from '../http/read-as-far.ts';
import { besideUnread, type Fault, type FoundFault, faultsOfTable, located } from '../http/sheet-faults.ts';
import { countries } from '../identifiers/countries.ts';
import { supervisionModes } from '../identifiers/customs-numbers.ts';
import { wholeImei } from '../identifiers/serial.ts';
import type { Answers, Remembered } from '../spreadsheets/answers.ts';
import { twoImeis } from '../spreadsheets/imei-cells.ts';
import { readTable, type Table } from '../spreadsheets/read-table.ts';
import type { TableRow } from '../spreadsheets/row-reader.ts';
import { type Vocabulary, vocabularyOf } from '../spreadsheets/vocabulary.ts';
import { exportImportSentences, exportTemplateWords } from '../words/exported-import.ts';
import { modeNames } from '../words/import.ts';
import { tableWords } from '../words/spreadsheets.ts';
import { ExportedAsk, ExportedLineAsk } from './faults.ts';
import { type ExportColumn, exportColumns } from './sheet-columns.ts';
import { grouped, type OrderRows } from './sheet-orders.ts';

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
  /** In Asia/Shanghai. */
  readonly today?: string;
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

const lineOf = ['sku', 'exportDocument', 'exportMode', 'exportDate', 'releaseDate'] as const;
const headOf = ['number', 'platform', 'country', 'waybill'] as const;
const HeadAsk = ExportedAsk.omit({ lines: true });
/** What the cells of a row say that can be read. */
const given = ({ cells, unread }: Row, keys: readonly ExportColumn[]) =>
  Object.fromEntries(keys.flatMap((key) => (cells[key] && !unread.includes(key) ? [[key, cells[key]]] : [])));
const count = (text: string) => (/^\d{1,7}$/.test(text) ? Number(text) : text);

const NOT_SAID = '?';
function readLine(row: Row, faults: FoundFault[], isCounted: boolean): ExportedLineAsk | undefined {
  const { quantity, exportLine } = given(row, ['quantity', 'exportLine']);
  const { serial } = row.cells;
  const { read, wrong } = readAsFar(
    ExportedLineAsk,
    {
      ...given(row, lineOf),
      ...serialsOf(row, faults),
      // Where the sheet counts, a row without a count is no piece; a thing with a serial is one.
      quantity: quantity ? count(quantity) : isCounted && !serial ? '' : 1,
      ...(exportLine ? { exportLine: count(exportLine) } : {}),
    },
    { sku: NOT_SAID, quantity: 1 },
  );
  faults.push(...wrong.map((column) => cellFault(row, column)));
  return read;
}
const cellFault = ({ row, cells }: Row, column: string): FoundFault => ({
  ...{ row, column, value: cells[column as ExportColumn] ?? '' },
  words: exportImportSentences.cell(column),
});

/** What a row says of its whole order. */
function headIn(row: Row, faults: FoundFault[]): Readonly<Record<string, string>> {
  // Whose number cannot be read is an order by itself.
  const { read, wrong } = readAsFar(HeadAsk, given(row, headOf), { number: `${NOT_SAID}${row.row}` });
  faults.push(...wrong.map((column) => cellFault(row, column)));
  return Object.fromEntries(Object.entries(read ?? {}).flatMap(([key, said]) => (said ? [[key, said]] : [])));
}

/** The numbers of a piece; one cell may hold the two of a telephone. */
function serialsOf(row: Row, faults: FoundFault[]) {
  const { serial, imei2 } = given(row, ['serial', 'imei2']);
  const two = serial === undefined ? undefined : twoImeis(serial);
  if (!two) return { ...(serial ? { serial } : {}), ...(imei2 ? { imei2 } : {}) };
  if (imei2 !== undefined && wholeImei(imei2) !== two[1])
    faults.push({ ...cellFault(row, 'serial'), words: tableWords.notAnImei, code: 'notAnImei' });
  return { serial: two[0], imei2: two[1] };
}

/** Sheets of our own template that hold no orders. */
export const ownSheets: ReadonlySet<string> = new Set([
  exportTemplateWords.examples,
  exportTemplateWords.choices,
]);

/** What stands in a spreadsheet of exported orders, and all that is wrong with it by itself. It knows no database. */
export async function readExportSheet(
  file: Uint8Array,
  { answers = {}, remembered = [], today }: SheetKnown = {},
): Promise<ExportSheet> {
  const asked = { answers, remembered, vocabularies: vocabularies(), examples: ownSheets, today };
  const { format = null, rows, problems, ...about } = await readTable(file, exportColumns, asked);
  const faults = faultsOfTable(problems, true);
  const inside: FoundFault[] = [];
  const isCounted = 'quantity' in about.headings;
  const read = rows.map((row) => ({
    ...{ row: row.row, head: headIn(row, inside), line: readLine(row, inside, isCounted) },
  }));
  const { keep = [] } = about.answers;
  const orders = await grouped(read, inside, { keep });
  const locate = located(about.headings);
  return {
    ...{ ...about, encoding: format, lines: rows.length, orders },
    faults: besideUnread(faults, inside).map(locate),
    remarks: faultsOfTable(problems, false).map(locate),
  };
}
