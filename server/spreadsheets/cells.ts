/** What a spreadsheet program writes where a formula failed or a number did not fit its column. */
const errorValue = /^#(n\/a|ref!|value!|name\?|div\/0!|null!|num!|spill!|calc!|getting_data|#+)$|^#+$/i;
export const isErrorValue = (cell: string): boolean => errorValue.test(cell);

const invisible = /[\u00ad\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;
const dashes = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g;

const guards = /^['`‘’\s]+/;

/** Whether nobody sees anything of it. */
export const isInvisible = (cell: string): boolean => cell.replace(invisible, '').trim() === '';

/**
 * A number, code or reference as it is kept: full-width signs, invisible ones and dashes of all kinds are one way of writing,
 * and an apostrophe in front is how people keep a program from counting.
 */
export const tidyIdentifier = (cell: string): string =>
  cell
    .normalize('NFKC')
    .replace(invisible, '')
    .replace(dashes, '-')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(guards, '')
    .trim();
