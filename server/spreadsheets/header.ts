import { nameAmong, plainName } from './plain-name.ts';
import { firstRow, type Line, type Separator } from './records.ts';
import type { TableProblem, TableProblemCode } from './table-problem.ts';

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
  /**
   * Whether a header that is none of its names may say it, by its words and by what stands below it; `name` is written
   * plainly. Where two may be meant, somebody is asked.
   */
  readonly resembles?: (name: string, cells: readonly string[]) => Resemblance | undefined;
  /** Why a cell under this header of the file is none of its numbers. */
  readonly wrongAs?: (cell: string, heading: string) => TableProblemCode | undefined;
  /** Numbers of articles: where they count the rows of the sheet, the column is another one. */
  readonly neverCountsRows?: true;
  /** What each row says where the file has no such column and somebody says so, or where one of these headers stands beside. */
  readonly whereAbsent?: { readonly value: string; readonly beside: readonly string[] };
  /** What its cells are: text unless something else is said. A name is one of those that are known, or another. */
  readonly kind?: 'count' | 'date' | 'identifier' | 'word' | 'name';
}

/** How well a header says what is meant: as it should, in general, in another way that has to be confirmed, or something like it. */
export type Resemblance = 'meant' | 'perhaps' | 'doubtful' | 'other';

export interface Header<Key extends string> {
  /** Which cell of a row belongs to which column. */
  readonly places: ReadonlyMap<Column<Key>, number>;
  /** The header as it stands in the file, without empty cells at its end. */
  readonly written: readonly string[];
  readonly problems: readonly TableProblem[];
  /** What every row says of columns that are not there, by our names. */
  readonly always: Readonly<Record<string, string>>;
  /** The row in which it stands. */
  readonly row: number;
}
/** Whose header a column has in this file, by our names; '' where it is not to be read. */
export type Named = Readonly<Partial<Record<string, string>>>;

const separators: readonly Separator[] = [',', ';', '\t'];

const namesOf = (columns: readonly Column[]) =>
  new Set(
    columns
      .flatMap(({ names, nameBeside }) => [...names, ...(nameBeside ? [nameBeside.name] : [])])
      .map(plainName),
  );
const knownAmong = (cells: readonly string[], known: ReadonlySet<string>) =>
  new Set(cells.flatMap((cell) => nameAmong(plainName(cell), known) ?? [])).size;

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
  const known = new Set([...namesOf(columns), ...Object.values(named).map((name = '') => plainName(name))]);
  known.delete('');
  const counts = lines.slice(0, MAX_LINES_ABOVE).map(({ cells }) => knownAmong(cells, known));
  const most = Math.max(0, ...counts);
  return most > 0 ? { at: counts.indexOf(most), known: most } : { at: 0, known: 0 };
}
