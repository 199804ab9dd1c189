import { tableWords } from '../words/spreadsheets.ts';
import type { Words } from '../words/words.ts';

export type TableProblemCode = keyof typeof tableWords;

/** What might have been meant, with what is said of it. */
export interface Proposal {
  readonly value: string;
  readonly words: Words;
}

export interface TableProblem {
  /** As a spreadsheet program numbers it; the header is usually 1. 0 stands for the file as a whole. */
  readonly row: number;
  /** Our name of the column; null where no column of ours is meant. */
  readonly key: string | null;
  /** The header as it stands in the file, or the column's first name; '' when no single column is meant. */
  readonly column: string;
  readonly code: TableProblemCode;
  readonly words: Words;
  readonly value: string;
  /** False for what is only worth knowing: a column that will not be read. */
  readonly blocks: boolean;
  readonly proposals: readonly Proposal[];
  /** What it is about, where an answer holds for this alone: a unit. */
  readonly about: string;
  /** The letter of its column in the file, where that is another one than what is read for `key`. */
  readonly letter: string | null;
}

/** How a fault is answered beside putting the cell right: a choice between what is proposed, or that it is meant so. */
export const remedies = {
  dateTwoWays: 'dates',
  halfConverted: 'swapped',
  thousandsOrDecimal: 'numbers',
  hiddenParts: 'hidden',
  unsureEncoding: 'encoding',
  roundedNumber: 'keep',
  soldQuantity: 'keep',
  packUnit: 'keep',
  nearlyKnown: 'keep',
  whichColumn: 'columns',
  runningNumbers: 'columns',
  missingCount: 'columns',
  decimalNumber: 'keep',
  maybeDate: 'keep',
  lostLetters: 'keep',
} as const satisfies Readonly<Partial<Record<TableProblemCode, string>>>;
export type Remedy = (typeof remedies)[keyof typeof remedies];
export const remedyOf = (code: string): Remedy | null =>
  (remedies as Readonly<Record<string, Remedy>>)[code] ?? null;

const remarks: readonly TableProblemCode[] = [
  ...(['unknownColumn', 'totalRow', 'columnNotChosen'] as const),
  ...(['otherSheets', 'hiddenSheets', 'hiddenLeftOut'] as const),
  ...(['rowNumbers', 'onePieceEach', 'noteRow', 'headerAgain', 'descriptionRow', 'lettersMissing'] as const),
  'nothingBack',
];

/** As long as a cell may be: whoever corrects it names all of it. */
export const MAX_VALUE_CHARS = 2_000;

interface Where {
  readonly row?: number;
  readonly key?: string | null;
  readonly column?: string;
  readonly value?: string;
  readonly proposals?: readonly Proposal[];
  readonly about?: string;
  readonly letter?: string | null;
  /** Where more is to be said than of every other one of its kind. */
  readonly words?: Words;
}

export const tableProblem = (code: TableProblemCode, where: Where = {}): TableProblem => {
  const { row = 0, key = null, column = '', value = '', proposals = [], about = '', letter = null } = where;
  return {
    ...{ row, key, column, code, proposals, about, letter },
    words: where.words ?? tableWords[code],
    value: value.length > MAX_VALUE_CHARS ? `${value.slice(0, MAX_VALUE_CHARS - 1)}…` : value,
    blocks: !remarks.includes(code),
  };
};
