import type { Column, Header } from './header.ts';
import { plainName } from './plain-name.ts';
import type { Line } from './records.ts';
import { type TableProblem, type TableProblemCode, tableProblem } from './table-problem.ts';

const total =
  /^((合计|总计|小计|合計|總計|小計|总数|總數|共|(grand |sub)?total|sum)[:：]?|(合计|总计|合計|總計|共)[:：]?\s*\d+\s*\p{L}{0,3})$/iu;
const note =
  /^(备注|備註|注|附注|附註|说明|說明|制表人?|製表人?|审核人?|審核人?|打印时间|导出时间|生成时间|签字|notes?|remarks?|prepared by|printed|exported|generated)( ?\d+| ?(on|at))?\s*[:：]/i;
const MAX_TOLD = 20;

/**
 * The lines below a header without those that are no rows: sums, notes below the table, the header once more, and the
 * line in which a shop explains its own header.
 */
export function withoutOtherRows<Key extends string>(lines: readonly Line[], header: Header<Key>) {
  const told: TableProblem[] = [];
  const rows = lines.filter((line, i) => {
    const code = whyNoRow(line, header, i === 0);
    if (code) told.push(tableProblem(code, { row: line.row, value: line.cells.join(' ').trim() }));
    return code === undefined;
  });
  return { lines: rows, told: told.slice(0, MAX_TOLD) };
}

function whyNoRow<Key extends string>(
  { cells }: Line,
  { places, written }: Header<Key>,
  isFirst: boolean,
): TableProblemCode | undefined {
  const first = cells.find((cell) => cell.trim() !== '')?.trim() ?? '';
  const known = [...places].map(([column, place]) => ({ column, place, cell: cells[place]?.trim() ?? '' }));
  const needed = known.filter(({ column, cell }) => column.required && ![first, ''].includes(cell));
  if (needed.length < 2 && total.test(first)) return 'totalRow';
  if (needed.length < 2 && note.test(first)) return 'noteRow';
  if (known.some((one) => isNothingBack(one, written))) return 'nothingBack';
  const filled = known.filter(({ cell }) => cell !== '');
  if (filled.length < 2) return undefined;
  if (filled.every(({ cell, place }) => plainName(cell) === plainName(written[place] ?? '')))
    return 'headerAgain';
  return isFirst && explains(filled) ? 'descriptionRow' : undefined;
}

/** A shop lists what was sold, and beside it how many of that come back: none of this row. */
function isNothingBack(
  { column, place, cell }: { readonly column: Column; readonly place: number; readonly cell: string },
  written: readonly string[],
): boolean {
  if (!column.resembles || !/^0+([.,]0+)?$/.test(cell.normalize('NFKC'))) return false;
  const said = written.map((heading) => column.resembles?.(plainName(heading), []));
  return said[place] === 'meant' && said.some((one) => one === 'doubtful' || one === 'perhaps');
}

/**
 * Whether these cells speak of their columns: Platform unique order ID, Seller sku. No number stands in one of them, but in a
 * sentence: It starts with 2 letters.
 */
function explains(cells: readonly { readonly column: Column; readonly cell: string }[]): boolean {
  if (cells.some(({ cell }) => /\d/.test(cell) && !isSentence(cell))) return false;
  const speaking = cells.filter(({ column: { names }, cell }) => {
    const said = plainName(cell);
    return names.map(plainName).some((name) => isLong(name) && said.includes(name));
  });
  return speaking.length >= 2;
}
const isSentence = (cell: string) => cell.split(/\s+/).length >= 4 || /\p{Script=Han}{4}/u.test(cell);
/** Words of one character and the two letters of SN stand in others, too. */
const isLong = (name: string) => name.length >= (/[a-z]/.test(name) ? 3 : 2);
