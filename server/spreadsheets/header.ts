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
  { row, cells }: Line,
  columns: readonly Column<Key>[],
  named: Named = {},
): Header<Key> {
  const written = cells.map((cell) => cell.trim());
  while (written.at(-1) === '') written.pop();
  const headings = written.map(plain);
  const places = new Map<Column<Key>, number>();
  const read = new Set<number>();
  const problems: TableProblem[] = [];
  for (const [n, column] of columns.entries()) {
    const [place, ...also] = placesOf(column, headings, named).filter((one) => !read.has(one));
    if (place === undefined) continue;
    // What is not meant here may be what a later column is called.
    const isLeft = (at: number) =>
      headings[at] !== headings[place] &&
      columns.slice(n + 1).some((later) => placesOf(later, headings, named).includes(at));
    const others = also.filter((at) => !isLeft(at));
    places.set(column, place);
    for (const at of [place, ...others]) read.add(at);
    const about = (at: number) => ({
      row,
      key: column.key,
      column: written[at] ?? '',
      value: written[place] ?? '',
    });
    const codeOf = (at: number) => (headings[at] === headings[place] ? 'duplicateColumn' : 'columnNotChosen');
    problems.push(...others.map((at) => tableProblem(codeOf(at), about(at))));
  }
  const others = [...written.entries()].filter(([place, heading]) => !read.has(place) && heading !== '');
  const unknown = others.map(([, value]) => tableProblem('unknownColumn', { row, column: value, value }));
  const missing = columns.filter((column) => column.required && !places.has(column));
  const absent = missing.map(({ key, names }) =>
    tableProblem('missingColumn', { row, key, column: names[0] ?? key }),
  );
  const more = [...problems, ...unknown].slice(0, MAX_HEADER_PROBLEMS_REPORTED);
  return { places, written, problems: [...absent, ...more] };
}

/** Where a column may stand in a file, the place that is meant first. */
function placesOf({ key, names }: Column, headings: readonly string[], named: Named): number[] {
  const asked = named[key] === undefined ? names : [named[key]];
  return [...new Set(asked.map(plain))].flatMap((name) =>
    headings.flatMap((heading, place) => (name !== '' && heading === name ? [place] : [])),
  );
}
