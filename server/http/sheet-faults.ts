import { z } from 'zod';
import type { Heading } from '../spreadsheets/read-table.ts';
import { remedyOf, type TableProblem } from '../spreadsheets/table-problem.ts';
import { Words } from './shapes.ts';

const Proposal = z.object({ value: z.string(), words: Words });
/** What may be said to a fault beside putting the cell right: that it is meant so, or one of what is proposed. */
const Remedy = z.enum(['keep', 'dates', 'swapped', 'numbers', 'hidden', 'encoding', 'columns']);

/** What is wrong with a cell of a spreadsheet, and where it stands. */
export const Fault = z.object({
  /** As a spreadsheet program numbers it; 0 is the file as a whole. */
  row: z.number(),
  /** Our name of the column, or its header where we know none. */
  column: z.string(),
  /** Its header as it stands in the file, and the cell as a spreadsheet program names it (H12). */
  heading: z.string().nullable(),
  at: z.string().nullable(),
  value: z.string(),
  words: Words,
  /** What may have been meant. */
  proposals: z.array(Proposal),
  may: Remedy.nullable(),
  /** What kind of fault it is, and what it is about: an answer holds for this kind in this column alone. */
  code: z.string(),
  about: z.string(),
});
export type Fault = z.infer<typeof Fault>;
/** A fault before it is known where in the file its column stands. */
export type FoundFault = Pick<Fault, 'row' | 'column' | 'value' | 'words'> &
  Partial<Pick<Fault, 'proposals' | 'may' | 'code' | 'about'>> & { readonly letter?: string | null };

export const MAX_FAULTS_REPORTED = 1_000;
/** Of what an accepted import had to leave out so many are named, and the others counted. */
export const MAX_LEFT_OUT_NAMED = 100;

/** What every check of a spreadsheet says of the file: how it was read, what is odd, and what it may be asked. */
export const checkedSheet = <Answers extends z.ZodType>(answers: Answers) => ({
  encoding: z.string().nullable(),
  lines: z.number(),
  /** Worth knowing, but no reason to refuse. */
  remarks: z.array(Fault),
  /** With one of these, nothing is accepted. */
  faults: z.array(Fault),
  /** How many there are beside those that are listed, with them. */
  faultsInAll: z.number(),
  /** Where our columns stand in the file, by our names. */
  headings: z.record(z.string(), z.object({ letter: z.string(), name: z.string() })),
  /** The file's own headers, each with the first of what stands below it. */
  written: z.array(z.object({ name: z.string(), example: z.string() })),
  /** Its sheets, and the one that was read; '' in a file of text. */
  sheets: z.array(z.string()),
  sheet: z.string(),
  /** All answers by which it was read: those that came with it, and those that were remembered. */
  answers,
  /** The header of which answers were remembered, and since when; null where none were. */
  remembered: z.object({ header: z.string(), at: z.iso.datetime() }).nullable(),
});

type Headings = Readonly<Record<string, Heading>>;

/** Says where in the file it is. */
export const located =
  (headings: Headings) =>
  ({ proposals = [], may = null, code = '', about = '', letter: said, ...fault }: FoundFault): Fault => {
    const { name = null, letter: usual = null } = headings[fault.column] ?? {};
    const letter = said ?? usual;
    const at = letter === null || fault.row === 0 ? null : `${letter}${fault.row}`;
    return { ...fault, heading: name, at, proposals: [...proposals], may, code, about };
  };

/** The problems of a table that block, or those that do not, as faults. */
export const faultsOfTable = (problems: readonly TableProblem[], blocking: boolean): FoundFault[] =>
  problems
    .filter(({ blocks }) => blocks === blocking)
    .map(({ key, column, code, blocks: _, proposals, ...problem }) => ({
      ...{ ...problem, code, column: key ?? column, proposals: [...proposals] },
      may: remedyOf(code),
    }));

/** What is found inside of cells that could be read: one that could not is one fault, not another for what it is not. */
export function besideUnread(unread: readonly FoundFault[], inside: readonly FoundFault[]): FoundFault[] {
  const cells = new Set(unread.map(({ row, column }) => `${row} ${column}`));
  return [...unread, ...inside.filter(({ row, column }) => !cells.has(`${row} ${column}`))];
}

/** One fault for a cell: what could not be read is not told again for what it is not. */
export function oneEach(faults: readonly Fault[]): Fault[] {
  const seen = new Set<string>();
  return faults.filter(({ row, column, at }) => {
    const cell = `${row} ${column}`;
    const isAgain = at !== null && seen.has(cell);
    seen.add(cell);
    return !isAgain;
  });
}

/** What was stored of a fault: nothing is to be done about it any more. */
export const asKept = (fault: FoundFault & Partial<Pick<Fault, 'heading' | 'at'>>): Fault => ({
  ...{ heading: null, at: null, code: '', about: '' },
  ...fault,
  ...{ proposals: [], may: null },
});
