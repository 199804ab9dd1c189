import type { Barcode } from './barcode.ts';
import { bar, leading, type Sheet, stamp, write } from './sheet.ts';
import { fitText } from './text.ts';

/** Widths in mm. */
export type Column = { readonly title: string; readonly width: number; readonly align?: 'left' | 'right' };
/** Lines of text (each may wrap), or a barcode. */
export type Cell = readonly string[] | { readonly barcode: Barcode };

/** Pages of a table: how to begin one, and how far down it may write (mm). */
export type Pages = {
  readonly begin: (page: number) => { readonly sheet: Sheet; readonly top: number; readonly end: number };
};

const text = { size: 3.1, least: 2.6, lines: 2 };
const padding = 1.2;
const inner = (column: Column) => column.width - 2 * padding;

const isBarcode = (cell: Cell): cell is { readonly barcode: Barcode } => 'barcode' in cell;

function heightOf(cell: Cell, column: Column): number {
  if (isBarcode(cell)) return cell.barcode.height;
  const fitted = cell.map((line) => fitText(line, { ...text, width: inner(column) }));
  return fitted.reduce((sum, { lines, size }) => sum + lines.length * size * leading, 0);
}

const rowHeight = (columns: readonly Column[], cells: readonly Cell[]) =>
  Math.max(...columns.map((column, i) => heightOf(cells[i] ?? [], column))) + 2 * padding;

function heading(sheet: Sheet, columns: readonly Column[], left: number, top: number): number {
  const width = columns.reduce((sum, column) => sum + column.width, 0);
  bar(sheet, [left, top, width, 6.4], 'pale');
  bar(sheet, [left, top + 6.4, width, 0.35]);
  let x = left;
  for (const { title, width, align = 'left' } of columns) {
    const place = { x: x + padding, y: top + 1.4, width: width - 2 * padding, size: 2.9, least: 1.8 };
    write(sheet, title, { ...place, align, bold: true });
    x += width;
  }
  return top + 6.8;
}

function row(
  sheet: Sheet,
  columns: readonly Column[],
  cells: readonly Cell[],
  [left, top]: readonly [number, number],
) {
  const height = rowHeight(columns, cells);
  let x = left;
  columns.forEach((column, i) => {
    const cell = cells[i] ?? [];
    let y = top + (height - heightOf(cell, column)) / 2;
    if (isBarcode(cell)) stamp(sheet, cell.barcode, x + (column.width - cell.barcode.width) / 2, y);
    else
      for (const line of cell)
        y = write(sheet, line, {
          ...text,
          x: x + padding,
          y,
          width: inner(column),
          align: column.align ?? 'left',
        });
    x += column.width;
  });
  bar(sheet, [left, top + height, x - left, 0.1], 'grey');
  return top + height;
}

/** Lays the rows out over as many pages as they take, the heading repeated; says where the last one ends. */
export function table(
  pages: Pages,
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  left: number,
): { readonly sheets: readonly Sheet[]; readonly y: number; readonly end: number } {
  const sheets: Sheet[] = [];
  const open = () => {
    const page = pages.begin(sheets.length + 1);
    sheets.push(page.sheet);
    return { ...page, y: heading(page.sheet, columns, left, page.top) };
  };
  let page = open();
  for (const cells of rows) {
    if (page.y + rowHeight(columns, cells) > page.end) page = open();
    page = { ...page, y: row(page.sheet, columns, cells, [left, page.y]) };
  }
  return { sheets, y: page.y, end: page.end };
}
