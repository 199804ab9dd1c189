import { tableChoices } from '../words/spreadsheets.ts';
import { type Answers, headerKey, type Remembered, saysAll } from './answers.ts';
import { choose, type Known, sheetsBeside } from './find-table.ts';
import type { Column, Header } from './header.ts';
import { columnName } from './letters.ts';
import { withoutOtherRows } from './other-rows.ts';
import { readHeader } from './read-header.ts';
import type { Broken, Line } from './records.ts';
import { RowReader, type TableRow } from './row-reader.ts';
import { type Format, type RawSheet, readSheetFile, type SheetFile } from './sheet-file.ts';
import { type TableProblem, type TableProblemCode, tableProblem } from './table-problem.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Where a column of ours stands in the file: its letter and its header there. */
export interface Heading {
  readonly letter: string;
  readonly name: string;
}
export interface Table<Key extends string> {
  readonly rows: readonly TableRow<Key>[];
  readonly problems: readonly TableProblem[];
  readonly format: Format | undefined;
  /** The sheet that was read, and all that may be. */
  readonly sheet: string;
  readonly sheets: readonly string[];
  /** By our names of the columns. */
  readonly headings: Readonly<Record<string, Heading>>;
  /** All headers of the file, as they stand there, with what stands below them first. */
  readonly written: readonly { readonly name: string; readonly example: string }[];
  /** By which its header is known again; null where none was found. */
  readonly headerKey: string | null;
  /** Everything by which it was read: what was said, and what was remembered. */
  readonly answers: Answers;
  readonly isRemembered: boolean;
}

interface Asked {
  readonly answers?: Answers;
  readonly remembered?: readonly Remembered[];
  readonly vocabularies?: Readonly<Record<string, Vocabulary>>;
  /** Names of sheets that are ours and hold nothing to be read. */
  readonly examples?: ReadonlySet<string>;
  /** The day on which it is read (2026-08-20): what it tells of lies before. */
  readonly today?: string | undefined;
}

/** What is asked about a column does not keep its cells from being checked. */
const asked: ReadonlySet<TableProblemCode> = new Set(['soldQuantity', 'whichColumn', 'runningNumbers']);
export const MAX_FILE_BYTES = 5 * 1024 * 1024;
export const MAX_ROWS = 10_000;
const MAX_HEADERS_SHOWN = 1_000;

/**
 * The rows of a spreadsheet as it comes from a seller: CSV, TSV, XLSX, XLS, or a table of HTML or XML. Whatever is wrong
 * with it becomes a problem in both languages, never an exception. Rows are complete only when no problem blocks.
 */
export async function readTable<Key extends string>(
  bytes: Uint8Array,
  columns: readonly Column<Key>[],
  { answers = {}, remembered = [], vocabularies = {}, examples = new Set(), today }: Asked = {},
): Promise<Table<Key>> {
  if (bytes.length > MAX_FILE_BYTES) return refused([tableProblem('tooLarge')]);
  const { encoding } = answers;
  const file = await readSheetFile(bytes, columns, { maxLines: MAX_ROWS + 1 + LINES_AROUND, encoding });
  if (typeof file === 'string') return refused([tableProblem(codes[file])]);
  const known = { answers, remembered: saysAll(answers) ? [] : remembered, examples };
  const found = tableIn(file, columns, known);
  if ('refused' in found) return found.refused;
  const { about, merged, before, header, lines, wrong } = found;
  const isUnreadable = header.problems.some(({ blocks, code }) => blocks && !asked.has(code));
  if (isUnreadable || lines.length > MAX_ROWS) return { rows: [], problems: wrong, ...about };
  const said = { ...merged, dates: answers.dates, numbers: answers.numbers };
  const reading = { answers: said, remembered: before, vocabularies, today, isText: about.sheet === '' };
  const { evidence, ...read } = await new RowReader(header, columns, reading).read(lines, wrong);
  const dates = agreed(merged.dates, said.dates, (column) => evidence.get(column)?.order);
  const numbers = agreed(merged.numbers, said.numbers, (column) => evidence.get(column)?.numbers);
  return { ...about, ...read, answers: { ...merged, dates, numbers } };
}

/** The lines of the sheet that is read, and the row of its header; undefined where there is none. */
export async function linesToMark(
  bytes: Uint8Array,
  columns: readonly Column[],
  { answers, examples }: Pick<Known, 'answers' | 'examples'>,
) {
  const { encoding } = answers;
  const file = await readSheetFile(bytes, columns, { maxLines: MAX_ROWS + 1 + LINES_AROUND, encoding });
  if (typeof file === 'string') return undefined;
  const chosen = choose(file.sheets, columns, { answers, examples, remembered: [] });
  const row = 'problem' in chosen ? undefined : chosen.sheet.lines[chosen.at]?.row;
  // Of a sheet that was not read to its end some rows would be lost.
  if (row === undefined || 'problem' in chosen || chosen.sheet.cut) return undefined;
  const { name, lines } = chosen.sheet;
  return { name, lines, headerRow: row };
}

/** Which sheet is meant, where its header stands, and what is odd about the file before a cell is read. */
function tableIn<Key extends string>(file: SheetFile, columns: readonly Column<Key>[], known: Known) {
  const { answers, examples } = known;
  const { format, hiddenSheets = [] } = file;
  const seen = answers.hidden === 'leftOut' ? file.sheets.map(withoutHidden) : file.sheets;
  const chosen = choose(seen, columns, known);
  const { sheets } = chosen;
  if ('problem' in chosen) return { refused: refused<Key>([chosen.problem], { format, sheets, answers }) };
  const { sheet, at } = chosen;
  const [first, ...below] = sheet.lines.slice(at);
  const nothing = [tableProblem(whyNothing(sheet))];
  if (!first) return { refused: refused<Key>(nothing, { format, sheets, answers }) };
  const key = headerKey(first.cells);
  const before = known.remembered.find(({ header }) => header === key)?.answers ?? {};
  const merged = withRemembered(answers, before);
  const header = readHeader(first, columns, merged, below);
  const { lines, told } = withoutOtherRows(below, header);
  const hidden = hiddenSheets.filter((name) => !examples.has(name));
  const wrong = [
    ...unsure(file),
    ...hiddenIn(file.sheets, { sheet, header, answers }),
    ...sheetsBeside(sheets, { read: sheet.name, hidden, examples }),
    ...header.problems,
    ...told,
    ...structure(sheet, lines.length),
  ];
  const about = {
    ...{ format, sheets, sheet: sheet.name, headerKey: key, answers: merged },
    isRemembered: Object.keys(before).length > 0,
    headings: headingsOf(header),
    written: writtenOf(header, lines),
  };
  return { about, merged, before, header, lines, wrong };
}

type OfColumns<Answer> = Readonly<Partial<Record<string, Answer>>>;
/** What was remembered counts only as far as this file does not show something else. */
const agreed = <Answer>(
  merged: OfColumns<Answer>,
  said: OfColumns<Answer> = {},
  readAs: (column: string) => Answer | undefined,
): OfColumns<Answer> =>
  Object.fromEntries(
    Object.entries(merged).filter(([column, answer]) => column in said || readAs(column) === answer),
  );

/** What is said now comes before what was said of the last file with this header. */
function withRemembered(answers: Answers, before: Answers) {
  const { replace = [], keep = [] } = before;
  return {
    ...answers,
    columns: { ...before.columns, ...answers.columns },
    dates: { ...before.dates, ...answers.dates },
    numbers: { ...before.numbers, ...answers.numbers },
    replace: [...replace, ...(answers.replace ?? [])],
    keep: [...keep, ...(answers.keep ?? [])],
  };
}

/** A sheet without what nobody sees in it. */
function withoutHidden(sheet: RawSheet): RawSheet {
  const hidden = new Set(sheet.hiddenColumns);
  const lines = sheet.lines
    .filter(({ isHidden }) => !isHidden)
    .map((line) =>
      hidden.size === 0 ? line : { ...line, cells: line.cells.map((cell, i) => (hidden.has(i) ? '' : cell)) },
    );
  return { ...sheet, lines };
}

const MAX_PARTS_NAMED = 20;
/** Whole rows and columns as a spreadsheet program names them: 3:3, D:D. */
const listed = (parts: readonly (string | number)[]) =>
  parts
    .slice(0, MAX_PARTS_NAMED)
    .map((part) => `${part}:${part}`)
    .join(', ') + (parts.length > MAX_PARTS_NAMED ? ' …' : '');

/** Rows and columns of ours that the file hides: whether they are meant has to be said. */
function hiddenIn(
  sheets: readonly RawSheet[],
  { sheet: read, header, answers }: { sheet: RawSheet; header: Header<string>; answers: Answers },
): TableProblem[] {
  const sheet = sheets.find(({ name }) => name === read.name) ?? read;
  const rows = sheet.lines.flatMap(({ isHidden, row }) => (isHidden && row > header.row ? [row] : []));
  const places = new Set(header.places.values());
  const isLeftOut = answers.hidden === 'leftOut';
  const columns = (sheet.hiddenColumns ?? [])
    .filter((place) => isLeftOut || places.has(place))
    .map(columnName);
  if (rows.length + columns.length === 0 || answers.hidden === 'taken') return [];
  const value = listed([...rows, ...columns]);
  if (isLeftOut) return [tableProblem('hiddenLeftOut', { value })];
  const proposals = [
    { value: 'taken', words: tableChoices.hiddenTaken },
    { value: 'leftOut', words: tableChoices.hiddenLeftOut },
  ];
  return [tableProblem('hiddenParts', { value, proposals })];
}

/** Which of two readings of its bytes is right, where they say as much for either. */
const unsure = ({ unsure: ways }: SheetFile): TableProblem[] =>
  ways
    ? [
        tableProblem('unsureEncoding', {
          value: ways[0]?.example ?? '',
          proposals: ways.map(({ encoding, example }) => ({
            value: encoding,
            words: tableChoices.reading(`${example}（${encoding}）`),
          })),
        }),
      ]
    : [];

/** A title, a legend and a line of sums. */
const LINES_AROUND = 60;
const codes = {
  empty: 'emptyFile',
  'not text': 'notText',
  damaged: 'damagedFile',
  'too much inside': 'tooMuchInside',
  'too many merged': 'tooManyMerged',
  'too many cells': 'tooManyCellsInside',
} as const;

function refused<Key extends string>(
  problems: readonly TableProblem[],
  { format, sheets = [], answers = {} }: Partial<Pick<Table<Key>, 'format' | 'sheets' | 'answers'>> = {},
): Table<Key> {
  const nothing = { rows: [], sheet: '', headings: {}, written: [], headerKey: null, isRemembered: false };
  return { ...nothing, problems, format, sheets, answers };
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

const headingsOf = ({ places, written }: Header<string>): Readonly<Record<string, Heading>> =>
  Object.fromEntries(
    [...places].map(([{ key }, place]) => [key, { letter: columnName(place), name: written[place] ?? '' }]),
  );

const writtenOf = ({ written }: Header<string>, lines: readonly Line[]) =>
  written.slice(0, MAX_HEADERS_SHOWN).map((name, place) => {
    const example =
      lines.slice(0, 20).find(({ cells }) => (cells[place] ?? '').trim() !== '')?.cells[place] ?? '';
    return { name, example: example.trim().slice(0, 60) };
  });
