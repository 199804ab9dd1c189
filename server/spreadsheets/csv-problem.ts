import { csvWords } from '../words/spreadsheets.ts';
import type { Words } from '../words/words.ts';

export type CsvProblemCode = keyof typeof csvWords;

export interface CsvProblem {
  /** As a spreadsheet program numbers it; the header is usually 1. 0 stands for the file as a whole. */
  readonly row: number;
  /** The header as it stands in the file, or the column's first name; '' when no single column is meant. */
  readonly column: string;
  readonly code: CsvProblemCode;
  readonly words: Words;
  readonly value: string;
  /** False for what is only worth knowing: a column that will not be read. */
  readonly blocks: boolean;
}

export const csvProblem = (code: CsvProblemCode, row: number, column = '', value = ''): CsvProblem => ({
  row,
  column,
  code,
  words: csvWords[code],
  value: value.length > 120 ? `${value.slice(0, 119)}…` : value,
  blocks: code !== 'unknownColumn',
});
