const formula = /^'*\s*[=+\-@＝＋－＠]|^'*[\t\r\n]/;
const plainNumber = /^[+-]?\d+([.,]\d+)?$/;

/** What a spreadsheet program would take for a formula gets an apostrophe in front and is then only text. */
export const neutralise = (text: string): string =>
  formula.test(text) && !plainNumber.test(text) ? `'${text}` : text;

/** Signs that people put before a number so that a program takes it for text. */
const guards = /^['`‘’＇｀\s]+/;

/**
 * A cell as the person meant it: without that apostrophe, and without the ="…" that keeps leading zeros.
 * @param isText it may well begin with a quotation mark
 */
export function restore(cell: string, isText = true): string {
  const text = /^="([^"]*)"$/.exec(cell)?.[1] ?? cell;
  if (!isText) return text.replace(guards, '');
  return text.startsWith("'") && formula.test(text) ? text.slice(1) : text;
}
