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
}

const remarks: readonly TableProblemCode[] = ['unknownColumn', 'totalRow', 'otherSheets', 'columnNotChosen'];

interface Where {
  readonly row?: number;
  readonly key?: string | null;
  readonly column?: string;
  readonly value?: string;
  readonly proposals?: readonly Proposal[];
}

export const tableProblem = (code: TableProblemCode, where: Where = {}): TableProblem => {
  const { row = 0, key = null, column = '', value = '', proposals = [] } = where;
  return {
    ...{ row, key, column, code, proposals },
    words: tableWords[code],
    value: value.length > 120 ? `${value.slice(0, 119)}…` : value,
    blocks: !remarks.includes(code),
  };
};
