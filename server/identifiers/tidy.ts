const invisible = /[\u00ad\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;
const dashes = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g;
/** As nearly all are written: nothing of it would change, and a sheet has tens of thousands of them. */
const plain = /^[!-&(-_a-~][!-~]*$/;
const guards = /^['`‘’\s]+/;

/** Whether nobody sees anything of it. */
export const isInvisible = (cell: string): boolean => cell.replace(invisible, '').trim() === '';

/**
 * A number, code or reference as it is kept: full-width signs, invisible ones and dashes of all kinds are one way of writing,
 * and an apostrophe in front is how people keep a program from counting.
 */
export const tidyIdentifier = (cell: string): string => (plain.test(cell) ? cell : tidied(cell));
const tidied = (cell: string) =>
  cell
    .normalize('NFKC')
    .replace(invisible, '')
    .replace(dashes, '-')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(guards, '')
    .trim();

/** What somebody looks for: numbers as they are kept, and the signs of Chinese text as they stand in it. */
export const tidySearch = (text: string): string =>
  text
    .replace(/[０-９Ａ-Ｚａ-ｚ＿／．＃]/g, (sign) => sign.normalize('NFKC'))
    .replace(invisible, '')
    .replace(dashes, '-')
    .trim();
