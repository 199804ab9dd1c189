const formula = /^'*\s*[=+\-@＝＋－＠]|^'*[\t\r\n]/;
const plainNumber = /^[+-]?\d+([.,]\d+)?$/;

/** What a spreadsheet program would take for a formula gets an apostrophe in front and is then only text. */
export const neutralise = (text: string): string =>
  formula.test(text) && !plainNumber.test(text) ? `'${text}` : text;

/** A cell as the person meant it: without that apostrophe, and without the ="…" that keeps leading zeros. */
export function restore(cell: string): string {
  const text = /^="([^"]*)"$/.exec(cell)?.[1] ?? cell;
  return text.startsWith("'") && formula.test(text) ? text.slice(1) : text;
}
