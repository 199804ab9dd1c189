import { CsvError, parse } from 'csv-parse/sync';
import { yieldToEventLoop } from '../process/yield-to-event-loop.ts';
import type { CellMark } from './workbook-cell.ts';

export type Separator = ',' | ';' | '\t';
export type Line = {
  readonly row: number;
  readonly cells: readonly string[];
  /** Which of them only repeat a merged cell that begins in a row above. */
  readonly repeated?: ReadonlySet<number>;
  /** What a workbook says of its cells beside their text, by their places. */
  readonly marks?: ReadonlyMap<number, CellMark>;
  /** True where nobody sees this row. */
  readonly isHidden?: true;
};
export type Broken = { readonly row: number; readonly why: 'quote' | 'too long'; readonly text: string };
export interface Records {
  readonly lines: readonly Line[];
  readonly broken: readonly Broken[];
  /** True when reading stopped early, at more lines or more broken ones than allowed. */
  readonly cut: boolean;
}

const MAX_ROW_CHARS = 64_000;
/** No character takes more; whoever counts bytes first need not read a line of five million commas. */
const MAX_LINE_BYTES = MAX_ROW_CHARS * 4;
const MAX_BROKEN_ROWS_REPORTED = 50;
const MAX_ROWS_READ = 100_000;
const rules = {
  relax_column_count: true,
  skip_empty_lines: true,
  record_delimiter: ['\r\n', '\n', '\r'],
  max_record_size: MAX_ROW_CHARS,
};

/** The parser reads on until it is stopped; from here it goes on after the others had their turn. */
class Pause extends Error {}
class Enough extends Error {}
const ROWS_PER_TURN = 200;

/**
 * The rows of a CSV text (RFC 4180), numbered as a spreadsheet program numbers them; blank ones are counted, not
 * kept. A row with a broken quotation mark is reported and reading goes on with the next line of the file. Scans that
 * come in meanwhile are let in between.
 */
export async function readRecords(text: string, delimiter: Separator, maxLines: number): Promise<Records> {
  const bytes = Buffer.from(withoutGuards(text));
  const end = lineTooLong(bytes);
  const { row, ...records } = await recordsIn(bytes.subarray(0, end), delimiter, maxLines);
  if (end === bytes.length || records.cut) return records;
  const tooLong = { row: row + 1, why: 'too long', text: beginning(bytes.subarray(end)) } as const;
  return { ...records, broken: [...records.broken, tooLong] };
}

async function recordsIn(bytes: Buffer, delimiter: Separator, maxLines: number) {
  const lines: Line[] = [];
  const broken: Broken[] = [];
  let row = 0;
  let from = 0;
  const letOthersRun = yieldToEventLoop();
  while (from < bytes.length) {
    await letOthersRun();
    const start = from;
    const until = row + ROWS_PER_TURN;
    const keep = (cells: string[], read: { bytes: number }) => {
      row += blankLines(bytes, from).count + 1;
      from = start + read.bytes;
      if (cells.some((cell) => cell.trim() !== '')) lines.push({ row, cells });
      if (lines.length > maxLines || row > MAX_ROWS_READ) throw new Enough();
      if (row >= until) throw new Pause();
      return null;
    };
    try {
      parse(bytes.subarray(start), { ...rules, delimiter, on_record: keep });
      break;
    } catch (error) {
      if (error instanceof Pause) continue;
      if (error instanceof Enough) return { lines, broken, cut: true, row };
      if (!(error instanceof CsvError)) throw error;
      const blank = blankLines(bytes, from);
      from = endOfLine(bytes, blank.until);
      row += blank.count + 1;
      broken.push({ row, ...whatBroke(error, bytes.subarray(blank.until, from)) });
      if (broken.length === MAX_BROKEN_ROWS_REPORTED) return { lines, broken, cut: true, row };
    }
  }
  return { lines, broken, cut: false, row: row + blankLines(bytes, from).count };
}

/** Where the first line begins that is longer than a row may be; the end, where none is. */
function lineTooLong(bytes: Buffer): number {
  for (let from = 0; from < bytes.length; ) {
    const until = endOfLine(bytes, from);
    if (until - from > MAX_LINE_BYTES) return from;
    from = until;
  }
  return bytes.length;
}

const whatBroke = ({ code }: CsvError, line: Buffer): Omit<Broken, 'row'> => ({
  why: code === 'CSV_MAX_RECORD_SIZE' ? 'too long' : 'quote',
  text: beginning(line),
});
const beginning = (line: Buffer) => line.subarray(0, 200).toString().trim();

/** The cells of the first row that is not blank; none when it cannot be read. */
export function firstRow(text: string, delimiter: Separator): readonly string[] {
  try {
    return (
      parse(text.replace(/^[\r\n]+/, '').slice(0, MAX_ROW_CHARS), { ...rules, delimiter, to: 1 })[0] ?? []
    );
  } catch {
    return [];
  }
}

// ="00123" without outer quotes is how many shop systems keep leading zeros; no valid quoted cell can contain it.
const withoutGuards = (text: string) =>
  text.replace(/(^|[,;\t\r\n])="([^",;\t\r\n]+)"(?=[,;\t\r\n]|$)/g, '$1"$2"');

function endOfLine(bytes: Buffer, from: number): number {
  for (let at = from; at < bytes.length; at++) {
    if (bytes[at] === 0x0a) return at + 1;
    if (bytes[at] === 0x0d) return bytes[at + 1] === 0x0a ? at + 2 : at + 1;
  }
  return bytes.length;
}

function blankLines(bytes: Buffer, from: number) {
  let [count, until] = [0, from];
  for (; bytes[until] === 0x0a || bytes[until] === 0x0d; count++) until = endOfLine(bytes, until);
  return { count, until };
}
