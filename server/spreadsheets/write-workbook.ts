import { utils, type WorkSheet, write } from '@e965/xlsx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { CsvCell } from './write-csv.ts';

export interface SheetColumn {
  readonly name: string;
  /** What may stand below the header, as a list to choose from. */
  readonly choices?: readonly string[];
}
export interface SheetToWrite {
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  /** A cell for each column. Text stays text, however much it looks like a number. */
  readonly rows: readonly (readonly (CsvCell | Date)[])[];
}

const CHINA_MS = 8 * 3_600_000;
const CHOICES_SHEET = 'choices';
const MAX_ROWS_WITH_CHOICES = 10_001;

/**
 * A workbook that Excel and WPS open as it was meant: text is text, with all its digits and zeros, a moment is a date in
 * China's time, and a column of choices has a list to choose from.
 */
export function writeWorkbook(sheets: readonly SheetToWrite[]): Uint8Array {
  const book = utils.book_new();
  for (const sheet of sheets) utils.book_append_sheet(book, sheetOf(sheet), sheet.name);
  const lists = sheets.flatMap(({ columns }) => columns.flatMap(({ choices }) => (choices ? [choices] : [])));
  if (lists.length > 0) {
    const longest = Math.max(...lists.map(({ length }) => length));
    const cells = Array.from({ length: longest }, (_, row) => lists.map((list) => list[row] ?? ''));
    utils.book_append_sheet(book, utils.aoa_to_sheet(cells), CHOICES_SHEET);
    book.Workbook = { Sheets: [...sheets.map(() => ({ Hidden: 0 as const })), { Hidden: 1 }] };
  }
  const bytes = write(book, { type: 'buffer', bookType: 'xlsx', compression: true }) as Buffer;
  return lists.length > 0 ? withChoices(bytes, sheets) : bytes;
}

function sheetOf({ columns, rows }: SheetToWrite): WorkSheet {
  const cells = [columns.map(({ name }) => name), ...rows.map((row) => row.map(cellOf))];
  const sheet = utils.aoa_to_sheet(cells, { UTC: true, dateNF: 'yyyy-mm-dd hh:mm' });
  // A column of text stays one for whoever writes on below.
  for (const [address, cell] of Object.entries(sheet))
    if (!address.startsWith('!') && (cell as { t?: string }).t === 's') (cell as { z?: string }).z = '@';
  sheet['!cols'] = columns.map(({ name }) => ({ wch: Math.min(40, Math.max(12, [...name].length * 2)) }));
  return sheet;
}

function cellOf(cell: CsvCell | Date) {
  if (cell instanceof Date) return new Date(cell.getTime() + CHINA_MS);
  return typeof cell === 'bigint' ? String(cell) : (cell ?? null);
}

const columnName = (place: number) => utils.encode_col(place);

/** The library writes no lists to choose from: they are put into its XML (ECMA-376 part 1, 18.3.1.33), before what comes after them there. */
function withChoices(bytes: Uint8Array, sheets: readonly SheetToWrite[]): Uint8Array {
  const parts = unzipSync(bytes);
  let list = 0;
  for (const [i, { columns }] of sheets.entries()) {
    const path = `xl/worksheets/sheet${i + 1}.xml`;
    const rules = columns.flatMap(({ choices }, place) => {
      if (!choices) return [];
      const [from, to] = [columnName(list), columnName(place)];
      list++;
      const formula = `${CHOICES_SHEET}!$${from}$1:$${from}$${choices.length}`;
      return [
        `<dataValidation type="list" allowBlank="1" showErrorMessage="0" sqref="${to}2:${to}${MAX_ROWS_WITH_CHOICES}"><formula1>${formula}</formula1></dataValidation>`,
      ];
    });
    const part = parts[path];
    if (!part || rules.length === 0) continue;
    const all = `<dataValidations count="${rules.length}">${rules.join('')}</dataValidations>`;
    parts[path] = strToU8(strFromU8(part).replace(/(<ignoredErrors|<pageMargins|<\/worksheet>)/, `${all}$1`));
  }
  return zipSync(parts);
}
