import type { Column } from './header.ts';
import type { TableProblemCode } from './table-problem.ts';
import type { Became } from './workbook-cell.ts';

/** What a spreadsheet program writes where a formula failed or a number did not fit its column. */
const errorValue = /^#(n\/a|ref!|value!|name\?|div\/0!|null!|num!|spill!|calc!|getting_data|#+)$|^#+$/i;
/** A formula that is only text, as where its column was formatted so before it was typed. */
const formulaAsText = /^[=＝]/;
const exponent = /^[+-]?\d+([.,]\d+)?\s*e\s*[+-]?\d{1,3}$/i;
/** Sixteen digits and more of which none but zeros come after the fifteenth: a spreadsheet keeps no more. */
const roundedNumber = /^\d{15}0+$/;
/** A number of an article that a program took for an amount: 352099001761499.0, 352,099,001,761,507. */
const amount = /^(\d{6,}[.,]0+|\d{1,3}(,\d{3})+(\.0+)?|\d{1,3}(\.\d{3}){2,})$/;
/** What programs write for 8-1 and 2026-8 unless they are told that it is text. */
const dates = [
  /^\d{1,2}-(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(-\d{2,4})?$/i,
  /^(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)-\d{2,4}$/i,
  /^(\d{4}年)?\d{1,2}月(\d{1,2}日)?$/,
  /^\d{4}[-/]\d{1,2}[-/]\d{1,2} \d{1,2}:\d{2}(:\d{2})?$/,
];
const percent = /^\d+([.,]\d+)?%$/;
const truth = /^(true|false)$/i;
const lost = /\p{L}\?+\p{L}|\?{2,}/u;

const codeOf: Readonly<Record<Became, TableProblemCode>> = {
  date: 'becameDate',
  percent: 'becamePercent',
  truth: 'becameTruth',
  nothing: 'formulaWithoutValue',
};

/** What its program made of a cell, so that what was typed is lost. A word may well be TRUE, and a date is a date. */
export const lostToProgram = (
  kind: Column['kind'],
  became: Became | undefined,
): TableProblemCode | undefined =>
  became === 'nothing' || (became && (kind === 'identifier' || kind === 'count' || kind === 'name'))
    ? codeOf[became]
    : undefined;

/** Whether a program has lost digits of a number for good: an error value, or a number shortened to 4.64E+17. */
export const isLostNumber = (text: string): boolean =>
  errorValue.test(text) || /^[+-]?\d[.,]\d+\s*e\s*\+?\d{1,3}$/i.test(text);

/** Why a cell that should be a number, a name or a code of its kind cannot be what was meant. */
export function damageOf(
  cell: string,
  kind: Column['kind'],
  isKept: (code: TableProblemCode) => boolean,
): TableProblemCode | undefined {
  if (errorValue.test(cell)) return 'errorValue';
  if (kind !== undefined && formulaAsText.test(cell) && !isKept('formulaAsText')) return 'formulaAsText';
  const found = kind === 'count' || kind === 'identifier' ? damageOfNumber(cell, kind) : undefined;
  const code = found ?? (kind === 'identifier' || kind === 'name' ? lostIn(cell) : undefined);
  return code && isKept(code) ? undefined : code;
}

function damageOfNumber(cell: string, kind: 'count' | 'identifier'): TableProblemCode | undefined {
  if (exponent.test(cell)) return 'scientificNumber';
  if (roundedNumber.test(cell)) return 'roundedNumber';
  if (kind === 'count') return undefined;
  const text = cell.normalize('NFKC');
  if (amount.test(text)) return 'decimalNumber';
  if (dates.some((form) => form.test(text))) return 'maybeDate';
  if (percent.test(text)) return 'becamePercent';
  return truth.test(text) ? 'becameTruth' : undefined;
}
const lostIn = (cell: string): TableProblemCode | undefined => (lost.test(cell) ? 'lostLetters' : undefined);

/** Whether what somebody wrote freely has lost letters, as far as that can be seen: Nguy?n, ????? */
export const mayLackLetters = (cell: string): boolean =>
  /^\?[?\s]*\?$/.test(cell.trim()) || (/\p{L}\?\p{L}/u.test(cell) && !/[/=]/.test(cell));
