import { type Answers, headerCells, isKept } from './answers.ts';
import { firstRow, type Line, type Separator } from './records.ts';
import { type TableProblem, tableProblem } from './table-problem.ts';

export interface Column<Key extends string = string> {
  readonly key: Key;
  /**
   * Every way to write its header, the usual one first; case, spaces, hyphens and a closing * do not matter. Where
   * several stand in one file, the one that is named first here is meant.
   */
  readonly names: readonly string[];
  /** A name that means this only beside a header that begins so: Name, in a file of Shopify. */
  readonly nameBeside?: { readonly name: string; readonly beside: string };
  /** Those of its names that mean nearly the same, and have to be confirmed. */
  readonly doubtful?: readonly string[];
  /** The header must be there and every cell filled in. */
  readonly required?: boolean;
  /** What its cells are: text unless something else is said. A name is one of those that are known, or another. */
  readonly kind?: 'count' | 'date' | 'identifier' | 'word' | 'name';
}

export interface Header<Key extends string> {
  /** Which cell of a row belongs to which column. */
  readonly places: ReadonlyMap<Column<Key>, number>;
  /** The header as it stands in the file, without empty cells at its end. */
  readonly written: readonly string[];
  readonly problems: readonly TableProblem[];
  /** The row in which it stands. */
  readonly row: number;
}
/** Whose header a column has in this file, by our names; '' where it is not to be read. */
export type Named = Readonly<Partial<Record<string, string>>>;

const plain = (name: string) =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_*:/\u200b-\u200f\ufeff-]|\((必填|必填項|選填|选填|required|optional)\)/g, '');

const separators: readonly Separator[] = [',', ';', '\t'];

const namesOf = (columns: readonly Column[]) =>
  new Set(
    columns
      .flatMap(({ names, nameBeside }) => [...names, ...(nameBeside ? [nameBeside.name] : [])])
      .map(plain),
  );
const knownAmong = (cells: readonly string[], known: ReadonlySet<string>) =>
  new Set(cells.map(plain).filter((cell) => known.has(cell))).size;

/** Lines in which a header is looked for, below a title and whatever a shop writes about itself. */
export const MAX_LINES_ABOVE = 30;

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
  { columns: named = {}, keep }: Pick<Answers, 'columns' | 'keep'> = {},
): Header<Key> {
  const written = headerCells(cells);
  const headings = written.map(plain);
  const places = new Map<Column<Key>, number>();
  const read = new Set<number>();
  const problems: TableProblem[] = [];
  // What somebody said comes before what a header's name says.
  const isSaid = ({ key }: Column) => named[key] !== undefined;
  const inTurn = [...columns.filter(isSaid), ...columns.filter((one) => !isSaid(one))];
  for (const [n, column] of inTurn.entries()) {
    const [place, ...also] = placesOf(column, headings, named).filter((one) => !read.has(one));
    if (place === undefined) continue;
    // What is not meant here may be what a later column is called.
    const isLeft = (at: number) =>
      headings[at] !== headings[place] &&
      inTurn.slice(n + 1).some((later) => placesOf(later, headings, named).includes(at));
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
    const isDoubtful = column.doubtful?.some((name) => plain(name) === headings[place]) && !isSaid(column);
    if (isDoubtful && !isKept(keep, { column: column.key, code: 'soldQuantity' }))
      problems.push(tableProblem('soldQuantity', about(place)));
  }
  const others = [...written.entries()].filter(([place, heading]) => !read.has(place) && heading !== '');
  const unknown = others.map(([, value]) => tableProblem('unknownColumn', { row, column: value, value }));
  const missing = columns.filter((column) => column.required && !places.has(column));
  const absent = missing.map(({ key, names }) =>
    tableProblem('missingColumn', { row, key, column: names[0] ?? key }),
  );
  const more = [...problems, ...unknown].slice(0, MAX_HEADER_PROBLEMS_REPORTED);
  return { row, places, written, problems: [...absent, ...more] };
}

/** Where a column may stand in a file, the place that is meant first. */
function placesOf({ key, names, nameBeside }: Column, headings: readonly string[], named: Named): number[] {
  const isBeside = nameBeside && headings.some((heading) => heading.startsWith(plain(nameBeside.beside)));
  const asked = named[key] === undefined ? [...names, ...(isBeside ? [nameBeside.name] : [])] : [named[key]];
  return [...new Set(asked.map(plain))].flatMap((name) =>
    headings.flatMap((heading, place) => (name !== '' && heading === name ? [place] : [])),
  );
}
