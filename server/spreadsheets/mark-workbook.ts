import { type CellObject, utils, type WorkSheet, write } from '@e965/xlsx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { marksHeader } from '../words/spreadsheets.ts';
import type { Line } from './records.ts';

/** What is said of a cell; without one, of its row. */
export interface Mark {
  readonly row: number;
  /** As a spreadsheet program names it: H12. */
  readonly at: string | null;
  readonly text: string;
}
interface ToMark {
  /** The sheet's name; '' of a file of text. */
  readonly name: string;
  readonly lines: readonly Line[];
  readonly headerRow: number;
}
const MAX_CELL_CHARS = 32_000;

/**
 * The same rows and columns as a workbook, where each faulty cell is coloured and says in a comment what is wrong with it, and a
 * last column says it for the row. All of it is text, so that no digit is lost; it can be put right and sent as it is.
 */
export function markWorkbook({ name, lines, headerRow }: ToMark, marks: readonly Mark[]): Uint8Array {
  const last = Math.max(0, ...lines.map(({ cells }) => cells.length));
  const sheet: WorkSheet & Record<string, unknown> = {};
  for (const { row, cells } of lines)
    for (const [column, text] of cells.entries())
      if (text !== '') sheet[addressOf(row, column)] = textCell(text);
  const beside = sheetSays(marks, headerRow);
  for (const [row, texts] of beside) sheet[addressOf(row, last)] = textCell(texts.join('\n'));
  sheet[addressOf(headerRow, last)] = textCell([marksHeader, ...(beside.get(headerRow) ?? [])].join('\n'));
  const marked = new Set(marks.flatMap(({ at }) => at ?? []));
  for (const at of marked) sheet[at] ??= textCell('');
  for (const { at, text } of marks) if (at !== null) comment(sheet[at] as CellObject, text);
  const rows = Math.max(headerRow, ...lines.map(({ row }) => row));
  sheet['!ref'] = `A1:${addressOf(rows, last)}`;
  const widths = Array.from({ length: last }, () => ({ wch: 16 }));
  sheet['!cols'] = [...widths, { wch: 60 }];
  const book = utils.book_new(sheet, name || 'Sheet1');
  const bytes = write(book, { type: 'buffer', bookType: 'xlsx', compression: true }) as Buffer;
  const column = utils.encode_col(last);
  return coloured(bytes, new Set([...marked, ...[...beside.keys()].map((row) => `${column}${row}`)]));
}

const addressOf = (row: number, column: number) => utils.encode_cell({ r: row - 1, c: column });
const textCell = (text: string): CellObject => ({ t: 's', v: text.slice(0, MAX_CELL_CHARS), z: '@' });

/** What is said of each row; what concerns the file stands beside its header. */
function sheetSays(marks: readonly Mark[], headerRow: number): ReadonlyMap<number, readonly string[]> {
  const said = new Map<number, string[]>();
  for (const { row, at, text } of marks) {
    const place = row === 0 ? headerRow : row;
    const texts = said.get(place) ?? [];
    texts.push(at === null ? text : `${at}: ${text}`);
    said.set(place, texts);
  }
  return said;
}

function comment(cell: CellObject, text: string) {
  const before = cell.c ?? [];
  cell.c = Object.assign([{ a: 'Guihang', t: [...before.map(({ t }) => t), text].join('\n') }], {
    hidden: true,
  });
}

const FILL =
  '<fill><patternFill patternType="solid"><fgColor rgb="FFFFC7CE"/><bgColor indexed="64"/></patternFill></fill>';

/** The library writes no colours: they are put into its XML (ECMA-376 part 1, 18.8.21 and 18.8.10). */
function coloured(bytes: Uint8Array, marked: ReadonlySet<string>): Uint8Array {
  const parts = unzipSync(bytes);
  const [styles, sheet] = [parts['xl/styles.xml'], parts['xl/worksheets/sheet1.xml']];
  if (!styles || !sheet) return bytes;
  const text = strFromU8(styles);
  const fills = Number(/<fills count="(\d+)"/.exec(text)?.[1] ?? 0);
  const formats = Number(/<cellXfs count="(\d+)"/.exec(text)?.[1] ?? 0);
  const format = `<xf numFmtId="49" fontId="0" fillId="${fills}" borderId="0" xfId="0" applyNumberFormat="1" applyFill="1"/>`;
  parts['xl/styles.xml'] = strToU8(
    text
      .replace(/<fills count="\d+"/, `<fills count="${fills + 1}"`)
      .replace('</fills>', `${FILL}</fills>`)
      .replace(/<cellXfs count="\d+"/, `<cellXfs count="${formats + 1}"`)
      .replace('</cellXfs>', `${format}</cellXfs>`),
  );
  parts['xl/worksheets/sheet1.xml'] = strToU8(
    strFromU8(sheet).replace(/<c r="([A-Z]+\d+)"( s="\d+")?/g, (cell, at: string) =>
      marked.has(at) ? `<c r="${at}" s="${formats}"` : cell,
    ),
  );
  return zipSync(parts);
}
