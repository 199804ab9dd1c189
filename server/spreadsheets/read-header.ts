import { tableChoices, tableSentences } from '../words/spreadsheets.ts';
import { type Answers, headerCells, isKept } from './answers.ts';
import { countsRows } from './counted-rows.ts';
import type { Column, Header, Named } from './header.ts';
import { columnName } from './letters.ts';
import { nameAmong, plainName } from './plain-name.ts';
import type { Line } from './records.ts';
import { type TableProblem, type TableProblemCode, tableProblem } from './table-problem.ts';

const MAX_HEADER_PROBLEMS_REPORTED = 100;

type Said = Pick<Answers, 'columns' | 'keep'>;

/** Which column of a file is which of ours, by its header, by what stands below it, and by what somebody said. */
export function readHeader<Key extends string>(
  { row, cells }: Line,
  columns: readonly Column<Key>[],
  said: Said = {},
  below: readonly Line[] = [],
): Header<Key> {
  const written = headerCells(cells);
  const reading = new HeaderReading<Key>({ row, written, below, columns, said });
  const { columns: named = {} } = said;
  // What somebody said comes before what a header's name says.
  const isSaid = ({ key }: Column) => named[key] !== undefined;
  const inTurn = [...columns.filter(isSaid), ...columns.filter((one) => !isSaid(one))];
  for (const [n, column] of inTurn.entries()) reading.place(column, inTurn.slice(n + 1));
  const { places, read, problems } = reading;
  const others = [...written.entries()].filter(([place, heading]) => !read.has(place) && heading !== '');
  const unknown = others.map(([place, value]) =>
    tableProblem('unknownColumn', { row, column: value, value, letter: columnName(place) }),
  );
  const { always, absent } = reading.absent();
  const more = [...problems, ...unknown].slice(0, MAX_HEADER_PROBLEMS_REPORTED);
  return { row, places, written, always, problems: [...absent, ...more] };
}

interface Given<Key extends string> {
  readonly row: number;
  readonly written: readonly string[];
  readonly below: readonly Line[];
  readonly columns: readonly Column<Key>[];
  readonly said: Said;
}

class HeaderReading<Key extends string> {
  readonly places = new Map<Column<Key>, number>();
  readonly read = new Set<number>();
  readonly problems: TableProblem[] = [];
  readonly #given: Given<Key>;
  readonly #headings: readonly string[];
  readonly #named: Named;
  /** Headers that are names of columns of ours: none of them only resembles another one. */
  readonly #names: ReadonlySet<string>;

  constructor(given: Given<Key>) {
    this.#given = given;
    const ofColumns = given.columns.map(({ names }) => new Set(names.map(plainName)));
    this.#headings = given.written.map((heading) => {
      const name = plainName(heading);
      for (const names of ofColumns) {
        const known = nameAmong(name, names);
        if (known !== undefined) return known;
      }
      return name;
    });
    this.#named = given.said.columns ?? {};
    this.#names = new Set(given.columns.flatMap(({ names }) => names.map(plainName)));
  }

  place(column: Column<Key>, later: readonly Column<Key>[]): void {
    const isSaid = this.#named[column.key] !== undefined;
    if (column.resembles && !isSaid) this.#placeResembling(column);
    else this.#placeNamed(column, later, isSaid);
  }

  #placeNamed(column: Column<Key>, later: readonly Column<Key>[], isSaid: boolean): void {
    const [place, ...also] = this.#placesOf(column).filter(
      (at) => !this.read.has(at) && (isSaid || !this.#isRowNumbers(column, at)),
    );
    if (place === undefined) return;
    // What is not meant here may be what a later column is called.
    const isLeft = (at: number) =>
      this.#headings[at] !== this.#headings[place] &&
      later.some((other) => this.#placesOf(other).includes(at));
    this.#take(
      column,
      place,
      also.filter((at) => !isLeft(at)),
    );
    if (column.neverCountsRows && !isSaid && countsRows(this.#cellsBelow(place)) === 'running')
      this.#ask('runningNumbers', column, place, [
        { value: this.#heading(place), words: tableChoices.articleNumbers },
        { value: '', words: tableChoices.rowNumbers },
      ]);
  }

  /** What every row says of columns that the file lacks, and which of them it may not lack. */
  absent() {
    const { row, columns } = this.#given;
    const always: Record<string, string> = {};
    const absent: TableProblem[] = [];
    for (const column of columns.filter((one) => one.required && !this.places.has(one))) {
      const { key, names, whereAbsent } = column;
      const where = { row, key, column: names[0] ?? key };
      const isBeside = whereAbsent?.beside.some((name) => this.#headings.includes(plainName(name)));
      if (whereAbsent && (isBeside || this.#named[key] === '')) {
        always[key] = whereAbsent.value;
        absent.push(tableProblem('onePieceEach', where));
      } else if (whereAbsent)
        absent.push(
          tableProblem('missingCount', {
            ...where,
            proposals: [{ value: '', words: tableChoices.onePieceEach }],
          }),
        );
      else absent.push(tableProblem('missingColumn', where));
    }
    return { always, absent };
  }

  /** Of several headers that may say it, the one that does; where that is not certain, somebody is asked. */
  #placeResembling(column: Column<Key>): void {
    const found = this.#resembling(column);
    const [meant, perhaps, doubtful, other] = (['meant', 'perhaps', 'doubtful', 'other'] as const).map(
      (kind) => found.filter((one) => one.kind === kind).map(({ at }) => at),
    ) as [number[], number[], number[], number[]];
    const isOneName = (all: readonly number[]) => new Set(all.map((at) => this.#headings[at])).size === 1;
    const others = (place: number) => found.map(({ at }) => at).filter((at) => at !== place);
    const [place = perhaps[0] ?? doubtful[0]] = meant;
    if (place === undefined) return;
    this.#take(column, place, others(place));
    const rivals = meant.length > 0 ? meant : [...perhaps, ...doubtful, ...other];
    if (!isOneName(rivals))
      this.#ask(
        'whichColumn',
        column,
        place,
        [...new Set(rivals.map((at) => this.#heading(at)))].map((value) => ({
          value,
          words: tableChoices.reading(value),
        })),
      );
    else if (doubtful.includes(place) && !this.#isKept(column, 'soldQuantity'))
      this.#ask('soldQuantity', column, place);
  }

  #resembling({ names, doubtful = [], resembles }: Column<Key>) {
    const [known, unsure] = [new Set(names.map(plainName)), new Set(doubtful.map(plainName))];
    return this.#headings.flatMap((name, at) => {
      if (name === '' || this.read.has(at)) return [];
      const isAnother = this.#names.has(name) && !known.has(name);
      const said = isAnother ? undefined : resembles?.(name, this.#cellsBelow(at));
      const kind = said ?? (unsure.has(name) ? 'doubtful' : known.has(name) ? 'meant' : undefined);
      return kind ? [{ at, kind }] : [];
    });
  }

  #take(column: Column<Key>, place: number, others: readonly number[]): void {
    const { row } = this.#given;
    this.places.set(column, place);
    for (const at of [place, ...others]) this.read.add(at);
    const chosen = this.#heading(place);
    for (const at of others) {
      const where = { row, column: this.#heading(at), value: chosen, letter: columnName(at) };
      const isSame = this.#headings[at] === this.#headings[place];
      this.problems.push(
        isSame
          ? tableProblem('duplicateColumn', { ...where, key: column.key })
          : tableProblem('columnNotChosen', { ...where, words: tableSentences.columnNotChosen(chosen) }),
      );
    }
  }

  #ask(
    code: TableProblemCode,
    { key }: Column<Key>,
    place: number,
    proposals: TableProblem['proposals'] = [],
  ): void {
    const { row } = this.#given;
    const [column, letter] = [this.#heading(place), columnName(place)];
    this.problems.push(tableProblem(code, { row, key, column, value: column, letter, proposals }));
  }

  /** Numbers of rows are told of, and not read. */
  #isRowNumbers({ neverCountsRows }: Column<Key>, at: number): boolean {
    if (!neverCountsRows || countsRows(this.#cellsBelow(at)) !== 'rows') return false;
    if (this.read.has(at)) return true;
    this.read.add(at);
    const value = this.#heading(at);
    this.problems.push(
      tableProblem('rowNumbers', { row: this.#given.row, column: value, value, letter: columnName(at) }),
    );
    return true;
  }

  /** Where a column may stand in a file, the place that is meant first. */
  #placesOf({ key, names, nameBeside }: Column): number[] {
    const headings = this.#headings;
    const isBeside =
      nameBeside && headings.some((heading) => heading.startsWith(plainName(nameBeside.beside)));
    const said = this.#named[key];
    const asked = said === undefined ? [...names, ...(isBeside ? [nameBeside.name] : [])] : [said];
    return [...new Set(asked.map(plainName))].flatMap((name) =>
      headings.flatMap((heading, place) => (name !== '' && heading === name ? [place] : [])),
    );
  }

  #heading = (place: number) => this.#given.written[place] ?? '';
  #cellsBelow = (place: number) =>
    this.#given.below.flatMap(({ cells, repeated }) =>
      (cells[place] ?? '').trim() === '' || repeated?.has(place) ? [] : [cells[place] ?? ''],
    );
  #isKept = ({ key }: Column<Key>, code: string) => isKept(this.#given.said.keep, { column: key, code });
}
