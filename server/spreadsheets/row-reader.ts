import { yieldToEventLoop } from '../process/yield-to-event-loop.ts';
import { isOneWay } from '../words/direction.ts';
import { tableChoices } from '../words/spreadsheets.ts';
import type { Words } from '../words/words.ts';
import { type Answers, isKept } from './answers.ts';
import { damageOf, isErrorValue, tidyIdentifier } from './cells.ts';
import { ColumnEvidence } from './column-evidence.ts';
import { type CountFault, readCount } from './counts.ts';
import { type DateOrder, type ReadDate, readDate } from './dates.ts';
import { restore } from './formula.ts';
import type { Column, Header } from './header.ts';
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
}

export interface Reading {
  readonly answers: Answers;
  /** What was said of an earlier file with this header; what this one shows itself counts more. */
  readonly remembered: Answers;
  /** Of the columns whose cells are words for codes. */
  readonly vocabularies: Readonly<Record<string, Vocabulary>>;
  /** A file of text says nothing of its cells; a workbook knows text from numbers, and pads no line. */
  readonly isText: boolean;
}
const MAX_PROBLEMS_REPORTED = 1_000;

interface Wrong {
  readonly code: TableProblemCode;
  readonly proposals?: TableProblem['proposals'];
  readonly about?: string;
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
    const there = this.#columns.filter((column) => this.#header.places.has(column));
    return new Map(
      there.map((column) => {
        const cells = () => lines.map((line) => this.#cell(line, column).cell);
        return [column.key, new ColumnEvidence(column, cells, this.#reading)];
      }),
    );
  }

  #cell({ cells, repeated }: Line, column: Column<Key>): { readonly cell: string; readonly isSaid: boolean } {
    const place = this.#header.places.get(column);
    // How many there are of three merged rows is not how many there are of each.
    if (place === undefined || (column.kind === 'count' && repeated?.has(place)))
      return { cell: '', isSaid: false };
    const cell = restore(visible(cells[place] ?? ''));
    const said = this.#replaced.get(`${column.key} ${cell}`);
    return { cell: said ?? cell, isSaid: said !== undefined };
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
    for (const column of this.#columns) {
      const { key, kind } = column;
      const place = this.#header.places.get(column);
      const { cell, found, read } = this.#read(line, column, evidence.get(key));
      cells[key] = typeof read === 'string' ? read : cell;
      if (place === undefined) continue;
      if (typeof read === 'string') {
        const raw = line.cells[place] ?? '';
        if (kind === 'identifier' && read !== raw && read !== '')
          written[key] = raw.slice(0, MAX_WRITTEN_CHARS);
        continue;
      }
      const where = { row: line.row, key, column: this.#header.written[place] ?? '', value: cell || found };
      problems.push(tableProblem(read.code, { ...where, ...read }));
    }
    return { row: line.row, cells, written };
  }

  /** A cell as it was found, as it is taken, and what it means. */
  #read(line: Line, column: Column<Key>, shown: ColumnEvidence | undefined) {
    const { cell: found, isSaid } = this.#cell(line, column);
    const cell = !isSaid && this.#isNothing(found, column) ? '' : found;
    if (!shown) return { cell, found, read: cell };
    const read = this.#wrong(cell, column) ?? this.#meant(cell, column, { shown, isSaid });
    // Whoever corrects it may have seen what was made of it: 2031-01-01 for 1/1/2031.
    const said = typeof read === 'string' ? this.#replaced.get(`${column.key} ${read}`) : undefined;
    if (said === undefined || isSaid) return { cell, found, read };
    const meant = this.#wrong(said, column) ?? this.#meant(said, column, { shown, isSaid: true });
    return { cell: said, found, read: meant };
  }

  #isNothing(cell: string, { key, kind, required }: Column<Key>): boolean {
    if (kind === undefined || cell === '') return false;
    const mayBeCode = key === 'country' || (kind === 'identifier' && required === true);
    return saysNothing(cell, mayBeCode);
  }

  #wrong(cell: string, { key, kind, required }: Column<Key>): Wrong | undefined {
    if (cell === '') return required ? { code: 'emptyCell' } : undefined;
    if (cell.length > MAX_VALUE_CHARS) return { code: 'cellTooLong' };
    if (isErrorValue(cell)) return { code: 'errorValue' };
    const isReadable = isOneWay(cell) && !/\ufffd|(?![\t\r\n])\p{Cc}/u.test(cell);
    if (!isReadable) return { code: 'unreadableCharacter' };
    if (kind !== 'identifier' && kind !== 'count') return undefined;
    const code = damageOf(cell, this.#isKept(key, 'roundedNumber'));
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

/** Whatever identifier is longer is a fault, or cut where it is shown. */
const MAX_WRITTEN_CHARS = 200;

/** What nobody sees in it is not in it: a cell of such signs alone is empty. */
const visible = (cell: string): string => (tidyIdentifier(cell) === '' ? '' : cell.trim());

const noValue = { value: '', words: tableChoices.nothing };
const named = ({ entries }: Vocabulary, value: string): { readonly value: string; readonly words: Words }[] =>
  entries.filter((entry) => entry.value === value).map(({ words }) => ({ value, words }));

function countMeant(read: string | CountFault): string | Wrong {
  if (typeof read === 'string') return read;
  if (read.code !== 'thousandsOrDecimal') return { code: read.code, about: read.about };
  const { thousands, decimal } = read.ways;
  const proposals = [
    { value: 'thousands', words: tableChoices.thousands(thousands) },
    { value: 'decimal', words: tableChoices.decimal(decimal) },
  ];
  return { code: read.code, proposals };
}

function dateMeant(cell: string, { order, swapped }: ColumnEvidence): string | Wrong {
  const exchanged = swapped.get(cell);
  if (exchanged === undefined) return inOrder(readDate(cell), order);
  if (exchanged.answer === 'swapped') return exchanged.date;
  const read = inOrder(readDate(cell), order);
  if (exchanged.answer === 'asTyped' || typeof read !== 'string') return read;
  const proposals = [
    { value: 'swapped', words: tableChoices.swapped(exchanged.date) },
    { value: 'asTyped', words: tableChoices.asTyped(read) },
  ];
  return { code: 'halfConverted', proposals };
}

function inOrder(read: ReadDate | undefined, order: DateOrder | undefined): string | Wrong {
  if (!read) return { code: 'noDate' };
  if ('date' in read) return read.date;
  const { dayFirst, monthFirst } = read;
  const one = order === undefined ? null : read[order];
  if (one !== null) return one;
  if (order !== undefined) return { code: 'noDate' };
  // Read in one order only, and others of its column in the other.
  if (dayFirst === null || monthFirst === null) return dayFirst ?? monthFirst ?? { code: 'noDate' };
  const ways = [
    { value: 'dayFirst', words: tableChoices.dayFirst(dayFirst) },
    { value: 'monthFirst', words: tableChoices.monthFirst(monthFirst) },
  ];
  return { code: 'dateTwoWays', proposals: ways };
}
