import { firstRow, type Line, type Separator } from './records.ts';
import { type TableProblem, tableProblem } from './table-problem.ts';

export interface Column<Key extends string = string> {
  readonly key: Key;
  /**
   * Every way to write its header, the usual one first; case, spaces, hyphens and a closing * do not matter. Where
   * several stand in one file, the one that is named first here is meant.
   */
  readonly names: readonly string[];
  /** The header must be there and every cell filled in. */
  readonly required?: boolean;
  /** What its cells are: text unless something else is said. */
  readonly kind?: 'count' | 'date' | 'identifier' | 'word';
}

export interface Header<Key extends string> {
  /** Which cell of a row belongs to which column. */
  readonly places: ReadonlyMap<Column<Key>, number>;
  /** The header as it stands in the file, without empty cells at its end. */
  readonly written: readonly string[];
  readonly problems: readonly TableProblem[];
}
/** Whose header a column has in this file, by our names; '' where it is not to be read. */
export type Named = Readonly<Partial<Record<string, string>>>;

const plain = (name: string) =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_*:/\u200b-\u200f\ufeff-]|\((必填|必填項|選填|选填|required|optional)\)/g, '');

const separators: readonly Separator[] = [',', ';', '\t'];

const namesOf = (columns: readonly Column[]) => new Set(columns.flatMap(({ names }) => names.map(plain)));
const knownAmong = (cells: readonly string[], known: ReadonlySet<string>) =>
  new Set(cells.map(plain).filter((cell) => known.has(cell))).size;

/** Lines in which a header is looked for, below a title and whatever a shop writes about itself. */
const MAX_LINES_ABOVE = 30;

/** How many headers are known in the first lines of a text. */
export function knownIn(text: string, columns: readonly Column[]): number {
  const known = namesOf(columns);
  const lines = text.slice(0, 20_000).split(/[\r\n]+/, MAX_LINES_ABOVE);
  return Math.max(0, ...lines.map((line) => knownAmong(line.split(/[,;\t<>"]/), known)));
}

/** The separator under which most headers are known, or else most cells come out. */
export function separatorOf(text: string, columns: readonly Column[]): Separator {
  const known = namesOf(columns);
  const score = (separator: Separator) => {
    const lines = text.slice(0, 20_000).split(/[\r\n]+/, MAX_LINES_ABOVE);
    const found = Math.max(0, ...lines.map((line) => knownAmong(firstRow(line, separator), known)));
    return found * 1_000 + Math.min(firstRow(text, separator).length, 999);
  };
  return separators.reduce((best, next) => (score(next) > score(best) ? next : best));
}

/** Which of these lines is the header: the first of those that name most columns; the first of all, where none does. */
export function headerAmong(lines: readonly Line[], columns: readonly Column[], named: Named = {}) {
  const known = new Set([...namesOf(columns), ...Object.values(named).map((name = '') => plain(name))]);
  known.delete('');
  const counts = lines.slice(0, MAX_LINES_ABOVE).map(({ cells }) => knownAmong(cells, known));
  const most = Math.max(0, ...counts);
  return most > 0 ? { at: counts.indexOf(most), known: most } : { at: 0, known: 0 };
}

const MAX_HEADER_PROBLEMS_REPORTED = 100;

export function readHeader<Key extends string>(
  line: Line,
  columns: readonly Column<Key>[],
  named: Named = {},
): Header<Key> {
  const written = line.cells.map((cell) => cell.trim());
  while (written.at(-1) === '') written.pop();
  const places = new Map<Column<Key>, number>();
  const problems: TableProblem[] = [];
  const row = line.row;
  const headings = written.map(plain);
  const read = new Set<number>();
  for (const column of columns) {
    const names = named[column.key] === undefined ? column.names : [named[column.key] ?? ''];
    const [name = '', ...others] = names.map(plain).filter((one) => one !== '' && headings.includes(one));
    if (name === '') continue;
    const place = headings.indexOf(name);
    const key = column.key;
    if (read.has(place)) continue;
    places.set(column, place);
    read.add(place);
    const twin = headings.indexOf(name, place + 1);
    if (twin >= 0) {
      read.add(twin);
      problems.push(tableProblem('duplicateColumn', { row, key, column: written[twin] ?? '' }));
    }
    for (const other of others) {
      const at = headings.indexOf(other);
      if (read.has(at)) continue;
      read.add(at);
      const heading = written[at] ?? '';
      problems.push(
        tableProblem('columnNotChosen', { row, key, column: heading, value: written[place] ?? '' }),
      );
    }
  }
  for (const [place, heading] of written.entries())
    if (!read.has(place) && heading !== '')
      problems.push(tableProblem('unknownColumn', { row, column: heading, value: heading }));
  const missing = columns.filter((column) => column.required && !places.has(column));
  const absent = missing.map(({ key, names }) =>
    tableProblem('missingColumn', { row, key, column: names[0] ?? key }),
  );
  return { places, written, problems: [...absent, ...problems.slice(0, MAX_HEADER_PROBLEMS_REPORTED)] };
}
