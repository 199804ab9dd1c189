import { type CsvProblem, csvProblem } from './csv-problem.ts';
import { firstRow, type Line, type Separator } from './records.ts';

export interface Column<Key extends string = string> {
  readonly key: Key;
  /** Every way to write its header, the usual one first; case, spaces, hyphens and a closing * do not matter. */
  readonly names: readonly string[];
  /** The header must be there and every cell filled in. */
  readonly required?: boolean;
}

export interface Header<Key extends string> {
  /** Which cell of a row belongs to which column. */
  readonly places: ReadonlyMap<Column<Key>, number>;
  /** The header as it stands in the file, without empty cells at its end. */
  readonly written: readonly string[];
  readonly problems: readonly CsvProblem[];
}

const plain = (name: string) =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_*:-]|\((必填|required)\)/g, '');

const separators: readonly Separator[] = [',', ';', '\t'];

/** The separator under which most headers are known, or else most cells come out. */
export function separatorOf(text: string, columns: readonly Column[]): Separator {
  const known = new Set(columns.flatMap(({ names }) => names.map(plain)));
  const score = (separator: Separator) => {
    const cells = firstRow(text, separator);
    return cells.filter((cell) => known.has(plain(cell))).length * 1_000 + Math.min(cells.length, 999);
  };
  return separators.reduce((best, next) => (score(next) > score(best) ? next : best));
}

const MAX_HEADER_PROBLEMS_REPORTED = 100;

export function readHeader<Key extends string>(line: Line, columns: readonly Column<Key>[]): Header<Key> {
  const written = line.cells.map((cell) => cell.trim());
  while (written.at(-1) === '') written.pop();
  const columnNamed = new Map(
    columns.flatMap((column) => column.names.map((name) => [plain(name), column] as const)),
  );
  const places = new Map<Column<Key>, number>();
  const problems: CsvProblem[] = [];
  for (const [place, name] of written.entries()) {
    const column = columnNamed.get(plain(name));
    if (column && !places.has(column)) places.set(column, place);
    else problems.push(csvProblem(column ? 'duplicateColumn' : 'unknownColumn', line.row, name, name));
  }
  const missing = columns.filter((column) => column.required && !places.has(column));
  const absent = missing.map(({ key, names }) => csvProblem('missingColumn', line.row, names[0] ?? key));
  return { places, written, problems: [...absent, ...problems.slice(0, MAX_HEADER_PROBLEMS_REPORTED)] };
}
