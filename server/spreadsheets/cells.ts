import type { TableProblemCode } from './table-problem.ts';

/** What a spreadsheet program writes where a formula failed or a number did not fit its column. */
const errorValue = /^#(n\/a|ref!|value!|name\?|div\/0!|null!|num!|spill!|calc!|getting_data|#+)$|^#+$/i;
const exponent = /^[+-]?\d+([.,]\d+)?\s*e\s*[+-]?\d{1,3}$/i;
/** Sixteen digits and more of which none but zeros come after the fifteenth: a spreadsheet keeps no more. */
const roundedNumber = /^\d{15}0+$/;

/** Why a cell that should be a number, a reference or a document cannot be what was meant. */
export function damageOf(cell: string, isAsWritten: boolean): TableProblemCode | undefined {
  if (errorValue.test(cell)) return 'errorValue';
  if (exponent.test(cell)) return 'scientificNumber';
  return !isAsWritten && roundedNumber.test(cell) ? 'roundedNumber' : undefined;
}
export const isErrorValue = (cell: string): boolean => errorValue.test(cell);

const invisible = /[\u00ad\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;
const dashes = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g;

/** A number, code or reference as it is kept: full-width signs, invisible ones and dashes of all kinds are one way of writing. */
export const tidyIdentifier = (cell: string): string =>
  cell.normalize('NFKC').replace(invisible, '').replace(dashes, '-').replace(/\s+/g, ' ').trim();
