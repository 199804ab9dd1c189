import { hash } from 'node:crypto';
import { marksHeader } from '../words/spreadsheets.ts';
import type { DateOrder } from './dates.ts';
import type { Encoding } from './encoding.ts';
import type { Named } from './header.ts';

/** Whether three digits behind a point or comma are thousands, as in Indonesia and Viet Nam, or zeros of a fraction. */
export type NumberStyle = 'thousands' | 'decimal';

type OfColumns<Answer> = Readonly<Partial<Record<string, Answer>>>;

/** What somebody said of a file, because it cannot be seen in it. */
export interface Answers {
  readonly sheet?: string | undefined;
  readonly encoding?: Encoding | undefined;
  /** What becomes of rows and columns that the file hides. */
  readonly hidden?: 'leftOut' | 'taken' | undefined;
  readonly columns?: Named | undefined;
  readonly dates?: OfColumns<DateOrder> | undefined;
  /** Whether the true dates of a column had day and month exchanged when its file was opened. */
  readonly swapped?: OfColumns<'swapped' | 'asTyped'> | undefined;
  readonly numbers?: OfColumns<NumberStyle> | undefined;
  /** Whatever stands so in a column is meant otherwise. */
  readonly replace?:
    | readonly { readonly column: string; readonly from: string; readonly to: string }[]
    | undefined;
  /** Of which columns what kind of fault is none, as it is meant so; with `about`, only of what it is about. */
  readonly keep?: readonly Kept[] | undefined;
}
export interface Kept {
  readonly column: string;
  readonly code: string;
  readonly about?: string | undefined;
}

/** Whether it was said that this is meant as it is written: of this kind of fault, or of this one alone. */
export const isKept = (keep: readonly Kept[] | undefined, { column, code, about = '' }: Kept): boolean =>
  keep?.some((one) => one.column === column && one.code === code && (!one.about || one.about === about)) ??
  false;

/** What was said of an earlier file, kept for others with the same header. */
export interface Remembered {
  /** The header's key. */
  readonly header: string;
  readonly answers: Answers;
}

/** The cells of a header as they stand there, but for empty ones at its end and what we wrote behind it ourselves. */
export function headerCells(cells: readonly string[]): string[] {
  const written = cells.map((cell) => cell.trim());
  while (written.at(-1) === '' || written.at(-1)?.startsWith(marksHeader)) written.pop();
  return written;
}

/** By which a header row is known again. */
export const headerKey = (cells: readonly string[]): string =>
  hash('sha256', JSON.stringify(headerCells(cells)));

/** Answers that last: a new file with the same header may be read by them. What is odd about one file is not among them. */
export function lasting(answers: Answers, wordColumns: ReadonlySet<string>): Answers {
  const { columns, dates, numbers } = answers;
  const replace = answers.replace?.filter(({ column }) => wordColumns.has(column)).slice(-MAX_REMEMBERED);
  const keep = answers.keep?.filter(({ code }) => code === 'soldQuantity' || code === 'packUnit');
  const all = { columns, dates, numbers, replace, keep };
  return Object.fromEntries(Object.entries(all).filter(([, said]) => said && Object.keys(said).length > 0));
}
const MAX_REMEMBERED = 100;

/** Whoever says something of the columns, be it nothing, says everything: what is remembered is not looked at. */
export const saysAll = ({ columns }: Answers): boolean => columns !== undefined;
