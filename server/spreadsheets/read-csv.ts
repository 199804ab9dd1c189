import { yieldToEventLoop } from '../process/yield-to-event-loop.ts';
import { isOneWay } from '../words/direction.ts';
import { type CsvProblem, type CsvProblemCode, csvProblem } from './csv-problem.ts';
import { decode, type Encoding } from './encoding.ts';
import { restore } from './formula.ts';
import { type Column, type Header, readHeader, separatorOf } from './header.ts';
import { type Broken, type Line, type Records, readRecords } from './records.ts';

export interface CsvRow<Key extends string> {
  /** As a spreadsheet program numbers it, so that the person finds it again. */
  readonly row: number;
  readonly cells: Readonly<Record<Key, string>>;
}
export interface CsvFile<Key extends string> {
  readonly rows: readonly CsvRow<Key>[];
  readonly problems: readonly CsvProblem[];
  readonly encoding: Encoding | undefined;
}

export const MAX_FILE_BYTES = 5 * 1024 * 1024;
export const MAX_ROWS = 10_000;
const MAX_CELL_CHARS = 2_000;
const MAX_PROBLEMS_REPORTED = 1_000;

/**
 * The rows of a CSV file as it comes from a seller. Whatever is wrong with it becomes a problem in both languages,
 * never an exception. Rows are complete only when no problem blocks.
 */
export async function readCsv<Key extends string>(
  bytes: Uint8Array,
  columns: readonly Column<Key>[],
): Promise<CsvFile<Key>> {
  if (bytes.length > MAX_FILE_BYTES) return refused('tooLarge');
  const decoded = decode(bytes);
  if (decoded === 'empty') return refused('emptyFile');
  if (decoded === 'workbook') return refused('workbook');
  if (decoded === 'not text') return refused('notText');
  const { encoding } = decoded;
  const text = decoded.text.replace(/^\ufeff/, '').replace(/^sep=[,;\t]\r?\n/i, '');
  const records = await readRecords(text, separatorOf(text, columns), MAX_ROWS + 1);
  const [first, ...lines] = records.lines;
  if (!first) return refused(whyNothing(records), encoding);
  const header = readHeader(first, columns);
  const wrong = [...header.problems, ...structure(records, lines.length)];
  if (header.problems.some(({ blocks }) => blocks) || lines.length > MAX_ROWS)
    return { rows: [], problems: wrong, encoding };
  return { ...(await readRows(lines, header, columns, wrong)), encoding };
}

const refused = (code: CsvProblemCode, encoding?: Encoding) => ({
  rows: [],
  problems: [csvProblem(code, 0)],
  encoding,
});

const whyNothing = ({ broken: [first] }: Records): CsvProblemCode => (first ? codeOf(first) : 'emptyFile');
const codeOf = ({ why }: Broken) => (why === 'quote' ? 'brokenQuote' : 'rowTooLong');

function structure({ broken, cut }: Records, rows: number): CsvProblem[] {
  const problems = broken.map((one) => csvProblem(codeOf(one), one.row, '', one.text));
  if (cut) problems.push(csvProblem(rows > MAX_ROWS || !broken.length ? 'tooManyRows' : 'moreProblems', 0));
  else if (rows === 0 && !broken.length) problems.push(csvProblem('noRows', 0));
  return problems;
}

async function readRows<Key extends string>(
  lines: readonly Line[],
  header: Header<Key>,
  columns: readonly Column<Key>[],
  before: readonly CsvProblem[],
) {
  const problems = [...before];
  const rows: CsvRow<Key>[] = [];
  const letOthersRun = yieldToEventLoop();
  for (const line of lines) {
    await letOthersRun();
    if (problems.length >= MAX_PROBLEMS_REPORTED) {
      problems.push(csvProblem('moreProblems', 0));
      break;
    }
    const shape = wrongShape(line, header);
    if (shape) problems.push(csvProblem(shape, line.row, '', line.cells.join(' | ')));
    else rows.push(readRow(line, header, columns, problems));
  }
  return { rows, problems: problems.sort((a, b) => a.row - b.row) };
}

function wrongShape({ cells }: Line, { written }: Header<string>): CsvProblemCode | undefined {
  if (cells.length < written.length) return 'tooFewCells';
  return cells.slice(written.length).some((cell) => cell.trim() !== '') ? 'tooManyCells' : undefined;
}

function readRow<Key extends string>(
  line: Line,
  { places, written }: Header<Key>,
  columns: readonly Column<Key>[],
  problems: CsvProblem[],
): CsvRow<Key> {
  const cells = {} as Record<Key, string>;
  for (const column of columns) {
    const place = places.get(column);
    const cell = place === undefined ? '' : restore((line.cells[place] ?? '').trim());
    cells[column.key] = cell;
    const code = place === undefined ? undefined : wrongCell(cell, column);
    if (code) problems.push(csvProblem(code, line.row, written[place ?? 0] ?? '', cell));
  }
  return { row: line.row, cells };
}

function wrongCell(cell: string, { required }: Column): CsvProblemCode | undefined {
  if (cell === '') return required ? 'emptyCell' : undefined;
  if (cell.length > MAX_CELL_CHARS) return 'cellTooLong';
  if (/^\d(\.\d+)?E\+\d{2}$/i.test(cell)) return 'scientificNumber';
  const isReadable = isOneWay(cell) && !/\ufffd|(?![\t\r\n])\p{Cc}/u.test(cell);
  return isReadable ? undefined : 'unreadableCharacter';
}
