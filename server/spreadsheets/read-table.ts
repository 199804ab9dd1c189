import { yieldToEventLoop } from '../process/yield-to-event-loop.ts';
import { isOneWay } from '../words/direction.ts';
import { damageOf, isErrorValue, readCount, tidyIdentifier } from './cells.ts';
import { type DateOrder, orderShown, type ReadDate, readDate } from './dates.ts';
import { choose, withoutTotals } from './find-table.ts';
import { restore } from './formula.ts';
import { type Column, type Header, type Named, readHeader } from './header.ts';
import type { Broken, Line } from './records.ts';
import { type Format, type RawSheet, readSheetFile } from './sheet-file.ts';
import { type TableProblem, type TableProblemCode, tableProblem } from './table-problem.ts';
import { meaningIn, nearest, type Vocabulary } from './vocabulary.ts';

export interface TableRow<Key extends string> {
  /** As a spreadsheet program numbers it, so that the person finds it again. */
  readonly row: number;
  readonly cells: Readonly<Record<Key, string>>;
}
/** Where a column of ours stands in the file: its letter and its header there. */
export interface Heading {
  readonly letter: string;
  readonly name: string;
}
export interface Table<Key extends string> {
  readonly rows: readonly TableRow<Key>[];
  readonly problems: readonly TableProblem[];
  readonly format: Format | undefined;
  /** The sheet that was read, and the others that look like one of these. */
  readonly sheet: string;
  readonly sheets: readonly string[];
  /** By our names of the columns. */
  readonly headings: Readonly<Record<string, Heading>>;
  /** All headers of the file, as they stand there, with what stands below them first. */
  readonly written: readonly { readonly name: string; readonly example: string }[];
}

/** What somebody said of a file, because it cannot be seen in it. */
export interface Answers {
  readonly sheet?: string | undefined;
  readonly columns?: Named | undefined;
  readonly dates?: Readonly<Partial<Record<string, DateOrder>>> | undefined;
  /** Whatever stands so in a column is meant otherwise. */
  readonly replace?:
    | readonly { readonly column: string; readonly from: string; readonly to: string }[]
    | undefined;
  /** Columns whose odd numbers are meant as they are written. */
  readonly keep?: readonly string[] | undefined;
}
interface Asked {
  readonly answers?: Answers;
  /** Of the columns whose cells are words for codes. */
  readonly vocabularies?: Readonly<Record<string, Vocabulary>>;
}

export const MAX_FILE_BYTES = 5 * 1024 * 1024;
export const MAX_ROWS = 10_000;
const MAX_CELL_CHARS = 2_000;
const MAX_PROBLEMS_REPORTED = 1_000;

/**
 * The rows of a spreadsheet as it comes from a seller: CSV, TSV, XLSX, XLS, or a table of HTML or XML. Whatever is wrong
 * with it becomes a problem in both languages, never an exception. Rows are complete only when no problem blocks.
 */
export async function readTable<Key extends string>(
  bytes: Uint8Array,
  columns: readonly Column<Key>[],
  { answers = {}, vocabularies = {} }: Asked = {},
): Promise<Table<Key>> {
  if (bytes.length > MAX_FILE_BYTES) return refused([tableProblem('tooLarge')]);
  const file = await readSheetFile(bytes, columns, MAX_ROWS + 1 + LINES_AROUND);
  if (typeof file === 'string') return refused([tableProblem(codes[file])]);
  const { format } = file;
  const chosen = choose(file.sheets, columns, answers);
  if ('problem' in chosen) return refused([chosen.problem], { format, sheets: chosen.sheets });
  const { sheet, sheets, at } = chosen;
  const [first, ...below] = sheet.lines.slice(at);
  if (!first) return refused([tableProblem(whyNothing(sheet))], { format, sheets });
  const header = readHeader(first, columns, answers.columns);
  const { lines, totals } = withoutTotals(below, header);
  const wrong = [...header.problems, ...totals, ...structure(sheet, lines.length)];
  const about = {
    format,
    sheets,
    sheet: sheet.name,
    headings: headingsOf(header),
    written: writtenOf(header, lines),
  };
  if (header.problems.some(({ blocks }) => blocks) || lines.length > MAX_ROWS)
    return { rows: [], problems: wrong, ...about };
  const isText = sheet.name === '';
  return {
    ...about,
    ...(await new RowReader(header, columns, { answers, vocabularies, isText }).read(lines, wrong)),
  };
}

/** A title, a legend and a line of sums. */
const LINES_AROUND = 60;
const codes = {
  empty: 'emptyFile',
  'not text': 'notText',
  damaged: 'damagedFile',
  'too much inside': 'tooMuchInside',
} as const;

function refused<Key extends string>(
  problems: readonly TableProblem[],
  { format, sheets = [] }: { readonly format?: Format; readonly sheets?: readonly string[] } = {},
): Table<Key> {
  return { rows: [], problems, format, sheet: '', sheets, headings: {}, written: [] };
}

const whyNothing = ({ broken: [first] }: RawSheet): TableProblemCode => (first ? codeOf(first) : 'emptyFile');
const codeOf = ({ why }: Broken) => (why === 'quote' ? 'brokenQuote' : 'rowTooLong');

function structure({ broken, cut }: RawSheet, rows: number): TableProblem[] {
  const problems = broken.map((one) => tableProblem(codeOf(one), { row: one.row, value: one.text }));
  if (cut || rows > MAX_ROWS)
    problems.push(tableProblem(rows > MAX_ROWS || !broken.length ? 'tooManyRows' : 'moreProblems'));
  else if (rows === 0 && !broken.length) problems.push(tableProblem('noRows'));
  return problems;
}

/** 0 is A, 25 is Z, 26 is AA. */
export const letterOf = (place: number): string =>
  (place >= 26 ? letterOf(Math.floor(place / 26) - 1) : '') + String.fromCharCode(65 + (place % 26));

const headingsOf = ({ places, written }: Header<string>): Readonly<Record<string, Heading>> =>
  Object.fromEntries(
    [...places].map(([{ key }, place]) => [key, { letter: letterOf(place), name: written[place] ?? '' }]),
  );

const writtenOf = ({ written }: Header<string>, lines: readonly Line[]) =>
  written.slice(0, 256).map((name, place) => {
    const example =
      lines.slice(0, 20).find(({ cells }) => (cells[place] ?? '').trim() !== '')?.cells[place] ?? '';
    return { name, example: example.trim().slice(0, 60) };
  });

interface Reading extends Required<Asked> {
  /** A file of text says nothing of its cells; a workbook knows text from numbers, and pads no line. */
  readonly isText: boolean;
}
/** Reads the lines below a header, cell by cell. */
class RowReader<Key extends string> {
  readonly #header: Header<Key>;
  readonly #columns: readonly Column<Key>[];
  readonly #reading: Reading;
  readonly #replaced: ReadonlyMap<string, string>;
  readonly #keep: ReadonlySet<string>;

  constructor(header: Header<Key>, columns: readonly Column<Key>[], reading: Reading) {
    this.#header = header;
    this.#columns = columns;
    this.#reading = reading;
    const { replace = [], keep = [] } = reading.answers;
    this.#replaced = new Map(replace.map(({ column, from, to }) => [`${column} ${from}`, to]));
    this.#keep = new Set(keep);
  }

  async read(lines: readonly Line[], before: readonly TableProblem[]) {
    const problems = [...before];
    const rows: TableRow<Key>[] = [];
    const orders = this.#dateOrders(lines);
    const letOthersRun = yieldToEventLoop();
    for (const line of lines) {
      await letOthersRun();
      if (problems.length >= MAX_PROBLEMS_REPORTED) {
        problems.push(tableProblem('moreProblems'));
        break;
      }
      const shape = this.#wrongShape(line);
      if (shape) problems.push(tableProblem(shape, { row: line.row, value: line.cells.join(' | ') }));
      else rows.push(this.#row(line, orders, problems));
    }
    return { rows, problems: problems.sort((a, b) => a.row - b.row) };
  }

  #cell({ cells, repeated }: Line, column: Column<Key>): string {
    const place = this.#header.places.get(column);
    // How many there are of three merged rows is not how many there are of each.
    if (place !== undefined && column.kind === 'count' && repeated?.has(place)) return '';
    const cell = place === undefined ? '' : restore(visible(cells[place] ?? ''));
    return this.#replaced.get(`${column.key} ${cell}`) ?? cell;
  }

  /** Of each column of dates, which of two numbers is the day: as somebody said, or as others of its cells show. */
  #dateOrders(lines: readonly Line[]): ReadonlyMap<string, DateOrder | undefined> {
    const dates = this.#columns.filter(({ kind }) => kind === 'date');
    return new Map(
      dates.map((column) => {
        const said = this.#reading.answers.dates?.[column.key];
        const shown = () => orderShown(lines.map((line) => readDate(this.#cell(line, column))));
        return [column.key, said ?? (this.#header.places.has(column) ? shown() : undefined)];
      }),
    );
  }

  #wrongShape({ cells }: Line): TableProblemCode | undefined {
    const { written } = this.#header;
    if (cells.length < written.length && this.#reading.isText) return 'tooFewCells';
    const isMore = cells.slice(written.length).some((cell) => cell.trim() !== '');
    return isMore && this.#reading.isText ? 'tooManyCells' : undefined;
  }

  #row(
    line: Line,
    orders: ReadonlyMap<string, DateOrder | undefined>,
    problems: TableProblem[],
  ): TableRow<Key> {
    const cells = {} as Record<Key, string>;
    for (const column of this.#columns) {
      const { key } = column;
      const place = this.#header.places.get(column);
      const cell = this.#cell(line, column);
      cells[key] = cell;
      if (place === undefined) continue;
      const read = this.#wrong(cell, column) ?? this.#meant(cell, column, orders.get(key));
      if (typeof read === 'string') cells[key] = read;
      else {
        const where = { row: line.row, key, column: this.#header.written[place] ?? '', value: cell };
        problems.push(tableProblem(read.code, { ...where, proposals: read.proposals ?? [] }));
      }
    }
    return { row: line.row, cells };
  }

  #wrong(cell: string, { key, kind, required }: Column<Key>): Wrong | undefined {
    if (cell === '') return required ? { code: 'emptyCell' } : undefined;
    if (cell.length > MAX_CELL_CHARS) return { code: 'cellTooLong' };
    if (isErrorValue(cell)) return { code: 'errorValue' };
    const isReadable = isOneWay(cell) && !/\ufffd|(?![\t\r\n])\p{Cc}/u.test(cell);
    if (!isReadable) return { code: 'unreadableCharacter' };
    const code = kind === 'identifier' || kind === 'count' ? damageOf(cell, this.#keep.has(key)) : undefined;
    return code && { code };
  }

  /** What a cell of its kind means, or why nothing is to be made of it. */
  #meant(cell: string, { key, kind }: Column<Key>, order: DateOrder | undefined): string | Wrong {
    if (cell === '') return cell;
    if (kind === 'identifier') return tidyIdentifier(cell);
    if (kind === 'count') return readCount(cell);
    if (kind === 'date') return dateMeant(readDate(cell), order);
    const vocabulary = kind === 'word' ? this.#reading.vocabularies[key] : undefined;
    if (!vocabulary) return cell;
    return meaningIn(vocabulary, cell) ?? { code: 'unknownWord', proposals: nearest(vocabulary, cell) };
  }
}

/** What nobody sees in it is not in it: a cell of such signs alone is empty. */
const visible = (cell: string): string => (tidyIdentifier(cell) === '' ? '' : cell.trim());

interface Wrong {
  readonly code: TableProblemCode;
  readonly proposals?: TableProblem['proposals'];
}

function dateMeant(read: ReadDate | undefined, order: DateOrder | undefined): string | Wrong {
  if (!read) return { code: 'noDate' };
  if ('date' in read) return read.date;
  const { dayFirst, monthFirst } = read;
  const one = order === undefined ? null : read[order];
  if (one !== null) return one;
  if (order !== undefined) return { code: 'noDate' };
  // Read in one order only, and others of its column in the other.
  if (dayFirst === null || monthFirst === null) return dayFirst ?? monthFirst ?? { code: 'noDate' };
  const ways = [
    { value: 'dayFirst', words: { zh: dayFirst, en: dayFirst } },
    { value: 'monthFirst', words: { zh: monthFirst, en: monthFirst } },
  ];
  return { code: 'dateTwoWays', proposals: ways };
}
