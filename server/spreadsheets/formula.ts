/** Also behind the apostrophes of somebody who tried several times: what is read leaves out all of them. */
const formula = /^['\s]*[=+\-@＝＋－＠]|^'*[\t\r\n]/;
const plainNumber = /^[+-]?\d+([.,]\d+)?$/;

/** What a spreadsheet program would take for a formula gets an apostrophe in front and is then only text. */
export const neutralise = (text: string): string =>
  formula.test(text) && !plainNumber.test(text) ? `'${text}` : text;

/** Texts of which a spreadsheet program makes something else when it opens them as CSV. */
const changed = [
  // 00000456 becomes 456, and of more than eleven digits 5.81E+17 is shown and fifteen are kept.
  /^[+-]?0\d+$/,
  /^[+-]?\d{12,}$/,
  /^[+-]?\d+(\.\d+)?e[+-]?\d+$/i,
  // A day or a time; 2026-08-20 is one.
  /^(?!\d{4}-\d{2}-\d{2}$)\d{1,4}[-/]\d{1,2}([-/]\d{1,4})?$/,
  /^\d{1,2}\.\d{1,2}\.\d{1,4}$/,
  /^(\d{1,2}[- /]?)?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}[- /]?\d{1,4}$/i,
  /^\d{1,2}[- /]?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}$/i,
  /^\d{1,3}:\d{2}(:\d{2})?$/,
  /^(true|false)$/i,
  /^[+-]?[\d.,]+%$/,
  /^\d{1,3}(,\d{3})+(\.\d+)?$/,
  /^\d+ \d+\/\d+$/,
  /^\d+\.\d*0$/,
];

/** A text as it stands in a CSV file that Excel, WPS or LibreOffice open as it is: ="00000456" keeps its zeros. */
export const asTyped = (text: string): string =>
  changed.some((form) => form.test(text) || form.test(text.replace(/\s+/g, '')))
    ? `="${text}"`
    : neutralise(text);

/** A cell without its ="…". */
export const unguarded = (cell: string): string => guarded.exec(cell.trim())?.[1] ?? cell;

/** Whether a cell says by its ="…", or by the apostrophe before a formula, that it is a text as it stands. */
export const isTyped = (cell: string): boolean =>
  guarded.test(cell.trim()) || (cell.trim().startsWith("'") && formula.test(cell.trim()));
const guarded = /^="([^"]*)"$/;

/** Signs that people put before a number so that a program takes it for text. */
const guards = /^['`‘’＇｀\s]+/;

/**
 * A cell as the person meant it: without that apostrophe, and without the ="…" that keeps leading zeros.
 * @param isText it may well begin with a quotation mark
 */
export function restore(cell: string, isText = true): string {
  const text = guarded.exec(cell)?.[1] ?? cell;
  if (!isText) return text.replace(guards, '');
  return text.startsWith("'") && formula.test(text) ? text.slice(1) : text;
}
