import type { Barcode } from './barcode.ts';
import { bar, leading, type Sheet, stamp, write } from './sheet.ts';
import { fitText } from './text.ts';

/** Widths in mm. */
export type Column = { readonly title: string; readonly width: number; readonly align?: 'left' | 'right' };
export type Cell = string | { readonly barcode: Barcode };

/** Pages of a table: how to begin one, and how far down it may write (mm). */
export type Pages = {
  readonly begin: (page: number) => { readonly sheet: Sheet; readonly top: number; readonly end: number };
};

const size = 3.1;
const least = 2.6;
const padding = 1.2;
const lines = 3;

function heightOf(cell: Cell, width: number): number {
  if (typeof cell !== 'string') return cell.barcode.height;
  const fitted = fitText(cell, { width: width - 2 * padding, size, least, lines });
  return fitted.lines.length * fitted.size * leading;
}

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

function row(sheet: Sheet, columns: readonly Column[], cells: readonly Cell[], left: number, top: number) {
  const height = rowHeight(columns, cells);
  let x = left;
  columns.forEach(({ width, align = 'left' }, i) => {
    const cell = cells[i] ?? '';
    const y = top + (height - heightOf(cell, width)) / 2;
    if (typeof cell === 'string')
      write(sheet, cell, { x: x + padding, y, width: width - 2 * padding, size, least, lines, align });
    else stamp(sheet, cell.barcode, x + (width - cell.barcode.width) / 2, y);
    x += width;
  });
  bar(sheet, [left, top + height, x - left, 0.1], 'grey');
  return top + height;
}

const rowHeight = (columns: readonly Column[], cells: readonly Cell[]) =>
  Math.max(...columns.map(({ width }, i) => heightOf(cells[i] ?? '', width))) + 2 * padding;

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
    page = { ...page, y: row(page.sheet, columns, cells, left, page.y) };
  }
  return { sheets, y: page.y, end: page.end };
}
