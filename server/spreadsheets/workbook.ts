import { type CellObject, type Range, read, type WorkBook, type WorkSheet } from '@e965/xlsx';
import type { Line } from './records.ts';
import { type CellMark, cellOf } from './workbook-cell.ts';

/** One sheet of a workbook as text, cell by cell as its writer sees it. */
export interface TextSheet {
  readonly name: string;
  readonly lines: readonly Line[];
  /** True where there are more rows than were asked for. */
  readonly cut: boolean;
  readonly hiddenColumns: readonly number[];
}

/** What a program for spreadsheets has room for. */
const MAX_COLUMNS = 16_384;
/** More cells than ten thousand rows of ours and much beside them have; each costs memory, be it empty. */
const MAX_CELLS = 4_000_000;
const MAX_SHEETS = 20;
/** Ten columns of ten thousand rows, each cell merged with something; and what all of them cover together. */
const MAX_MERGED = 100_000;
const MAX_MERGED_CELLS = 500_000;

/** More than is read of a workbook, be it whole. */
export class TooMuch extends Error {
  readonly what: 'too many merged' | 'too many cells';
  constructor(what: TooMuch['what']) {
    super(what);
    this.what = what;
  }
}

/** Rows that are looked through for `maxLines` that are not blank. */
const blankRowsToo = (maxLines: number) => maxLines * 2 + 200;

/**
 * The sheets of XLSX, XLS and of a table of HTML or XML that is named like them. What a cell means is kept, not how it
 * is drawn: a day is written as 2026-08-20, a number with all its digits, a merged cell in each of its rows.
 * @param file bytes of XLSX or XLS, text of HTML or XML
 * @throws TooMuch, and whatever the library throws at a damaged file
 */
export function readWorkbook(file: Buffer | string, maxLines: number) {
  // With its styles the library reads which rows and columns are hidden.
  const asked = { cellNF: true, cellHTML: false, cellFormula: true, cellStyles: true, dense: true } as const;
  const rows = blankRowsToo(maxLines);
  const book =
    typeof file === 'string'
      ? read(file, { ...asked, type: 'string', raw: true, sheetRows: rows })
      : read(file, { ...asked, type: 'buffer', sheetRows: rows });
  const shown = visible(book);
  const hiddenSheets = book.SheetNames.filter((name) => !shown.includes(name));
  const sheets: TextSheet[] = shown
    .slice(0, MAX_SHEETS)
    .map((name) => ({ name, ...linesOf(book.Sheets[name] ?? {}, book, maxLines) }));
  return { sheets, hiddenSheets };
}

/** What its writer hid is not meant. */
function visible({ SheetNames, Workbook }: WorkBook): string[] {
  const shown = SheetNames.filter((_, i) => !Workbook?.Sheets?.[i]?.Hidden);
  return shown.length > 0 ? shown : SheetNames;
}

type Cells = readonly (readonly (CellObject | undefined)[] | undefined)[];

function linesOf(sheet: WorkSheet, book: WorkBook, maxLines: number) {
  const cells: Cells = (sheet as { '!data'?: Cells })['!data'] ?? [];
  const merged = mergedInto(sheet, cells.length);
  const has1904 = book.Workbook?.WBProps?.date1904 === true;
  const lines: Line[] = [];
  const hiddenColumns = (sheet['!cols'] ?? []).flatMap((column, i) => (column?.hidden ? [i] : []));
  let cut = false;
  let room = MAX_CELLS;
  for (const [row, line] of cells.entries()) {
    const width = Math.min(MAX_COLUMNS, Math.max(line?.length ?? 0, merged.get(row)?.length ?? 0));
    room -= width;
    if (room < 0) throw new TooMuch('too many cells');
    const mergedHere = merged.get(row) ?? [];
    const { texts, marks } = textsOf(cells, line ?? [], { width, merged: mergedHere, has1904 });
    if (!texts.some((text) => text.trim() !== '') && marks.size === 0) continue;
    if (lines.length === maxLines) {
      cut = true;
      break;
    }
    lines.push({ row: row + 1, cells: texts, ...marksOf(sheet, row, { merged: mergedHere, marks }) });
  }
  // The library reads so many rows and says where there were more.
  return { lines, hiddenColumns, cut: cut || '!fullref' in sheet };
}

interface RowShape {
  readonly width: number;
  /** Of each cell that is covered by a merged one, where that begins. */
  readonly merged: readonly (Corner | undefined)[];
  readonly has1904: boolean;
}
function textsOf(cells: Cells, line: NonNullable<Cells[number]>, { width, merged, has1904 }: RowShape) {
  const marks = new Map<number, CellMark>();
  const texts = Array.from({ length: width }, (_, column) => {
    const from = merged[column];
    const cell = from ? cells[from.row]?.[from.column] : line[column];
    if (!cell) return '';
    const { text, mark } = cellOf(cell, has1904);
    if (mark) marks.set(column, mark);
    return text;
  });
  while (texts.at(-1) === '') texts.pop();
  return { texts, marks };
}

/** What is to be known of a row beside its cells. */
function marksOf(
  sheet: WorkSheet,
  row: number,
  { merged, marks }: Pick<RowShape, 'merged'> & { readonly marks: ReadonlyMap<number, CellMark> },
) {
  const repeated = new Set([...merged.keys()].filter((column) => isBelow(merged[column], row)));
  return {
    ...(repeated.size > 0 ? { repeated } : {}),
    ...(marks.size > 0 ? { marks } : {}),
    ...(sheet['!rows']?.[row]?.hidden === true ? ({ isHidden: true } as const) : {}),
  };
}

const isBelow = (from: { readonly row: number } | undefined, row: number) =>
  from !== undefined && from.row < row;

interface Corner {
  readonly row: number;
  readonly column: number;
}
/**
 * Of each cell that is covered by a merged one, by row and column, where that begins; below the last row nothing is looked
 * for. @throws TooMuch before it is begun: merged cells may lie over each other a thousand times
 */
function mergedInto(sheet: WorkSheet, rows: number) {
  const merged = sheet['!merges'] ?? [];
  const lastRow = (row: number) => Math.min(row, rows - 1);
  const lastColumn = (column: number) => Math.min(column, MAX_COLUMNS - 1);
  // What is no number, in a damaged file, covers nothing.
  const covers = ({ s, e }: Range) =>
    Math.max(0, lastRow(e.r) - s.r + 1) * Math.max(0, lastColumn(e.c) - s.c + 1) || 0;
  const all = merged.reduce((sum, one) => sum + covers(one), 0);
  if (merged.length > MAX_MERGED || all > MAX_MERGED_CELLS) throw new TooMuch('too many merged');
  const covered = new Map<number, Corner[]>();
  for (const { s, e } of merged) {
    const corner = { row: s.r, column: s.c };
    for (let row = s.r; row <= lastRow(e.r); row++) {
      const line = covered.get(row) ?? [];
      covered.set(row, line);
      for (let column = s.c; column <= lastColumn(e.c); column++) line[column] = corner;
    }
  }
  return covered;
}
