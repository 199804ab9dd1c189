import { isInvisible, tidyIdentifier } from '../identifiers/tidy.ts';
import { yieldToEventLoop } from '../process/yield-to-event-loop.ts';
import { isOneWay } from '../words/direction.ts';
import { tableChoices } from '../words/spreadsheets.ts';
import type { Words } from '../words/words.ts';
import { type Answers, isKept } from './answers.ts';
import { ColumnEvidence } from './column-evidence.ts';
import { readCount } from './counts.ts';
import { damageOf, lostToProgram, mayLackLetters } from './damage.ts';
import { isTyped, restore, unguarded } from './formula.ts';
import type { Column, Header } from './header.ts';
import { countMeant, dateMeant, type Wrong } from './meanings.ts';
import { isWordAndCode, saysNothing } from './nothing.ts';
import type { Line } from './records.ts';
import { MAX_VALUE_CHARS, type TableProblem, type TableProblemCode, tableProblem } from './table-problem.ts';
import { meaningIn, nearest, type Vocabulary } from './vocabulary.ts';

export interface TableRow<Key extends string> {
  /** As a spreadsheet program numbers it, so that the person finds it again. */
  readonly row: number;
  readonly cells: Readonly<Record<Key, string>>;
  /** Of identifiers that are kept in another way than the file writes them, how it does. */
  readonly written: Readonly<Partial<Record<Key, string>>>;
  /** Cells of which something is to be put right or said first: what they hold means nothing yet. */
  readonly unread: readonly Key[];
}

export interface Reading {
  readonly answers: Answers;
  /** What was said of an earlier file with this header; what this one shows itself counts more. */
  readonly remembered: Answers;
  /** Of the columns whose cells are words for codes. */
  readonly vocabularies: Readonly<Record<string, Vocabulary>>;
  /** The day on which it is read: what it tells of lies before. */
  readonly today?: string | undefined;
  /** A file of text says nothing of its cells; a workbook knows text from numbers, and pads no line. */
  readonly isText: boolean;
}
const MAX_PROBLEMS_REPORTED = 1_000;

/** A cell as it stands in the file or as somebody put it right, and why what was typed is lost. */
interface Found {
  readonly cell: string;
  readonly isSaid?: true;
  readonly lost?: TableProblemCode | undefined;
  /** It is text for certain. */
  readonly isTyped?: boolean;
}
interface Placed<Key extends string> {
  readonly column: Column<Key>;
  readonly place: number;
  readonly shown: ColumnEvidence;
}

interface Growing<Key extends string> {
  readonly cells: Record<Key, string>;
  readonly written: Partial<Record<Key, string>>;
  readonly unread: Key[];
  readonly problems: TableProblem[];
}

/** Reads the lines below a header, cell by cell. */
export class RowReader<Key extends string> {
  readonly #header: Header<Key>;
  readonly #columns: readonly Column<Key>[];
  readonly #reading: Reading;
  readonly #replaced: ReadonlyMap<string, string>;

  constructor(header: Header<Key>, columns: readonly Column<Key>[], reading: Reading) {
    this.#header = header;
    this.#columns = columns;
    this.#reading = reading;
    const { replace = [] } = reading.answers;
    this.#replaced = new Map(replace.map(({ column, from, to }) => [`${column} ${from}`, to]));
  }

  async read(lines: readonly Line[], before: readonly TableProblem[]) {
    const problems = [...before];
    const rows: TableRow<Key>[] = [];
    const evidence = this.#evidence(lines);
    const letOthersRun = yieldToEventLoop();
    for (const line of lines) {
      await letOthersRun();
      if (problems.length >= MAX_PROBLEMS_REPORTED) {
        problems.push(tableProblem('moreProblems'));
        break;
      }
      const shape = this.#wrongShape(line);
      if (shape) problems.push(tableProblem(shape, { row: line.row, value: line.cells.join(' | ') }));
      else rows.push(this.#row(line, evidence, problems));
    }
    return { rows, evidence, problems: problems.sort((a, b) => a.row - b.row) };
  }

  #evidence(lines: readonly Line[]): ReadonlyMap<string, ColumnEvidence> {
    return new Map(
      [...this.#header.places].map(([column, place]) => {
        const cells = () => lines.map((line) => this.#cell(line, column, place).cell);
        return [column.key, new ColumnEvidence(column, cells, this.#reading)];
      }),
    );
  }

  #cell({ cells, repeated, marks }: Line, { key, kind }: Column<Key>, place: number): Found {
    // How many there are of three merged rows is not how many there are of each.
    if (kind === 'count' && repeated?.has(place)) return { cell: '' };
    const mark = marks?.get(place);
    const text = (kind === 'identifier' && mark?.shown) || (cells[place] ?? '');
    const cell = restore(isInvisible(text) ? '' : text.trim(), kind === undefined);
    const said = this.#replaced.get(`${key} ${cell}`);
    return said === undefined
      ? { cell, lost: lostToProgram(kind, mark?.became), isTyped: isTyped(text) }
      : { cell: said, isSaid: true };
  }

  #wrongShape({ cells }: Line): TableProblemCode | undefined {
    const { written } = this.#header;
    if (cells.length < written.length && this.#reading.isText) return 'tooFewCells';
    const isMore = cells.slice(written.length).some((cell) => cell.trim() !== '');
    return isMore && this.#reading.isText ? 'tooManyCells' : undefined;
  }

  #row(line: Line, evidence: ReadonlyMap<string, ColumnEvidence>, problems: TableProblem[]): TableRow<Key> {
    const cells = {} as Record<Key, string>;
    const written: Partial<Record<Key, string>> = {};
    const unread: Key[] = [];
    for (const column of this.#columns) {
      const place = this.#header.places.get(column);
      const shown = evidence.get(column.key);
      if (place === undefined || !shown) cells[column.key] = this.#header.always[column.key] ?? '';
      else this.#put(line, { column, place, shown }, { cells, written, unread, problems });
    }
    return { row: line.row, cells, written, unread };
  }

  /** Reads one cell: its meaning to the others of its row, or what is wrong with it to the problems. */
  #put(
    line: Line,
    { column, place, shown }: Placed<Key>,
    { cells, written, unread, problems }: Growing<Key>,
  ): void {
    const { key, kind } = column;
    const { cell, found, read } = this.#read(line, column, place, shown);
    const where = { row: line.row, key, column: this.#header.written[place] ?? '', value: cell || found };
    cells[key] = typeof read === 'string' ? read : cell;
    if (typeof read !== 'string') {
      problems.push(tableProblem(read.code, { ...where, ...read }));
      unread.push(key);
      return;
    }
    const raw = unguarded(line.cells[place] ?? '');
    if (kind === 'identifier' && read !== raw && read !== '') written[key] = raw.slice(0, MAX_WRITTEN_CHARS);
    if (kind === undefined && mayLackLetters(read)) problems.push(tableProblem('lettersMissing', where));
  }

  /** A cell as it was found, as it is taken, and what it means. */
  #read(line: Line, column: Column<Key>, place: number, shown: ColumnEvidence) {
    const { cell: found, isSaid = false, lost, isTyped: isText = false } = this.#cell(line, column, place);
    if (lost) return { cell: found, found, read: { code: lost } };
    const cell = !isSaid && this.#isNothing(found, column) ? '' : found;
    const read = this.#wrong(cell, column, place, isText) ?? this.#meant(cell, column, { shown, isSaid });
    // Whoever corrects it may have seen what was made of it: 2031-01-01 for 1/1/2031.
    const said = typeof read === 'string' ? this.#replaced.get(`${column.key} ${read}`) : undefined;
    if (said === undefined || isSaid) return { cell, found, read };
    const meant = this.#wrong(said, column, place) ?? this.#meant(said, column, { shown, isSaid: true });
    return { cell: said, found, read: meant };
  }

  #isNothing(cell: string, { key, kind, required }: Column<Key>): boolean {
    if (kind === undefined || cell === '') return false;
    const mayBeCode = key === 'country' || (kind === 'identifier' && required === true);
    return saysNothing(cell, mayBeCode);
  }

  #wrong(
    cell: string,
    { key, kind, required, wrongAs }: Column<Key>,
    place: number,
    isText = false,
  ): Wrong | undefined {
    if (cell === '') return required ? { code: 'emptyCell' } : undefined;
    if (cell.length > MAX_VALUE_CHARS) return { code: 'cellTooLong' };
    const isReadable = isOneWay(cell) && !/\ufffd|(?![\t\r\n])\p{Cc}/u.test(cell);
    if (!isReadable) return { code: 'unreadableCharacter' };
    const code =
      wrongAs?.(cell, this.#header.written[place] ?? '') ??
      damageOf(cell, kind, (one) => (isText && oddForText.has(one)) || this.#isKept(key, one));
    return code && { code };
  }
  #isKept = (column: string, code: string, about = '') =>
    isKept(this.#reading.answers.keep, { column, code, about });

  /** What a cell of its kind means, or why nothing is to be made of it. */
  #meant(
    cell: string,
    { key, kind }: Column<Key>,
    { shown, isSaid }: { readonly shown: ColumnEvidence; readonly isSaid: boolean },
  ): string | Wrong {
    if (cell === '') return cell;
    if (kind === 'identifier') return tidyIdentifier(cell);
    if (kind === 'count') {
      const isUnitKept = (unit: string) => this.#isKept(key, 'packUnit', unit);
      return countMeant(readCount(cell, { style: shown.numbers, isKept: isUnitKept }));
    }
    if (kind === 'date') return dateMeant(cell, shown);
    const vocabulary = this.#reading.vocabularies[key];
    if (!vocabulary) return cell;
    const meaning = meaningIn(vocabulary, cell);
    if (meaning !== undefined)
      return key === 'country' && !isSaid && isWordAndCode(cell) && !shown.isCodesAlone
        ? { code: 'wordOrCode', proposals: [...named(vocabulary, meaning), noValue] }
        : meaning;
    const proposals = nearest(vocabulary, cell);
    if (kind === 'word') return { code: 'unknownWord', proposals };
    const isOdd = proposals.length > 0 && !isSaid && !this.#isKept(key, 'nearlyKnown', cell);
    return isOdd ? { code: 'nearlyKnown', proposals, about: cell } : cell;
  }
}

/** What looks like the work of a program is none where the cell is text for certain. */
const oddForText: ReadonlySet<TableProblemCode> = new Set([
  ...([
    'decimalNumber',
    'maybeDate',
    'becamePercent',
    'becameTruth',
    'roundedNumber',
    'scientificNumber',
    'formulaAsText',
  ] as const),
]);

/** Whatever identifier is longer is a fault, or cut where it is shown. */
const MAX_WRITTEN_CHARS = 200;

const noValue = { value: '', words: tableChoices.nothing };
const named = ({ entries }: Vocabulary, value: string): { readonly value: string; readonly words: Words }[] =>
  entries.filter((entry) => entry.value === value).map(({ words }) => ({ value, words }));
