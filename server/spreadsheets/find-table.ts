import type { Answers, Remembered } from './answers.ts';
import { headerKey } from './answers.ts';
import { type Column, headerAmong, MAX_LINES_ABOVE } from './header.ts';
import type { RawSheet } from './sheet-file.ts';
import { type TableProblem, tableProblem } from './table-problem.ts';

/** What is known before a file is read. */
export interface Known {
  readonly answers: Answers;
  readonly remembered: readonly Remembered[];
  /** Sheets of our own template that only show how it is filled in. */
  readonly examples: ReadonlySet<string>;
}

/** Of several sheets the one that names our columns; where more do as well, somebody has to say which. */
export function choose(
  sheets: readonly RawSheet[],
  columns: readonly Column[],
  { answers: { sheet: asked, columns: named }, remembered, examples }: Known,
) {
  const found = sheets.map((sheet) => ({
    sheet,
    ...(rememberedHeader(sheet, remembered) ?? headerAmong(sheet.lines, columns, named)),
  }));
  const filled = found.filter(({ sheet }) => sheet.lines.length > 0);
  const names = filled.map(({ sheet }) => sheet.name);
  const one = asked === undefined ? undefined : found.find(({ sheet }) => sheet.name === asked);
  if (one) return { ...one, sheets: names };
  const likely = filled.filter(({ known, sheet }) => known >= 2 && !examples.has(sheet.name));
  // A sheet with a header alone, as our template begins, is meant only where no other one has rows.
  const withRows = likely.filter(({ at, sheet }) => sheet.lines.length > at + 1);
  if (withRows.length > 1)
    return {
      problem: tableProblem('severalSheets', { value: withRows.map(({ sheet }) => sheet.name).join('、') }),
      sheets: names,
    };
  const best = withRows[0] ?? likely[0] ?? filled[0] ?? found[0];
  return best ? { ...best, sheets: names } : { problem: tableProblem('emptyFile'), sheets: names };
}

/** The header of an earlier file, wherever it stands in this one. */
function rememberedHeader({ lines }: RawSheet, remembered: readonly Remembered[]) {
  if (remembered.length === 0) return undefined;
  const keys = new Set(remembered.map(({ header }) => header));
  const at = lines.slice(0, MAX_LINES_ABOVE).findIndex(({ cells }) => keys.has(headerKey(cells)));
  return at < 0 ? undefined : { at, known: 2 };
}

/** What stands beside the table that is read: other sheets, seen and hidden. */
export function sheetsBeside(
  names: readonly string[],
  {
    read,
    hidden,
    examples,
  }: { readonly read: string; readonly hidden: readonly string[] } & Pick<Known, 'examples'>,
): TableProblem[] {
  const others = names.filter((name) => name !== read && !examples.has(name));
  const told = (code: 'otherSheets' | 'hiddenSheets', some: readonly string[]) =>
    some.length > 0 ? [tableProblem(code, { value: some.join('、') })] : [];
  return [...told('otherSheets', others), ...told('hiddenSheets', hidden)];
}
