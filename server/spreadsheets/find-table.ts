import { type Column, type Header, headerAmong } from './header.ts';
import type { Answers } from './read-table.ts';
import type { Line } from './records.ts';
import type { RawSheet } from './sheet-file.ts';
import { tableProblem } from './table-problem.ts';

/** Of several sheets the one that names our columns; where more do as well, somebody has to say which. */
export function choose(
  sheets: readonly RawSheet[],
  columns: readonly Column[],
  { sheet: asked, columns: named }: Answers,
) {
  const found = sheets.map((sheet) => ({ sheet, ...headerAmong(sheet.lines, columns, named) }));
  const likely = found.filter(({ known, sheet }) => known >= 2 && sheet.lines.length > 0);
  const names = (likely.length > 0 ? likely : found).map(({ sheet }) => sheet.name);
  const one = asked === undefined ? undefined : found.find(({ sheet }) => sheet.name === asked);
  if (one) return { ...one, sheets: names };
  if (likely.length > 1)
    return { problem: tableProblem('severalSheets', { value: names.join('、') }), sheets: names };
  const best = likely[0] ?? found.find(({ sheet }) => sheet.lines.length > 0) ?? found[0];
  return best ? { ...best, sheets: names } : { problem: tableProblem('emptyFile'), sheets: names };
}

const total = /^(合计|总计|小计|合計|總計|小計|总数|總數|(grand |sub)?total|sum)[:：]?$/i;
/** Lines that sum up the others: a word for it, where what every line must have is empty. */
export function withoutTotals<Key extends string>(lines: readonly Line[], { places }: Header<Key>) {
  const needed = [...places].flatMap(([{ required }, place]) => (required ? [place] : []));
  const isTotal = ({ cells }: Line) => {
    const first = cells.find((cell) => cell.trim() !== '') ?? '';
    const filled = needed.filter((place) => ![first.trim(), ''].includes(cells[place]?.trim() ?? ''));
    return total.test(first.trim()) && filled.length < 2;
  };
  const totals = lines.filter(isTotal);
  if (totals.length === 0) return { lines, totals: [] };
  const told = totals.map(({ row, cells }) =>
    tableProblem('totalRow', { row, value: cells.join(' ').trim() }),
  );
  return { lines: lines.filter((line) => !totals.includes(line)), totals: told.slice(0, 20) };
}
