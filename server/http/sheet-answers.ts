import { z } from 'zod';
import { encodings } from '../spreadsheets/encoding.ts';
import type { Column } from '../spreadsheets/header.ts';
import { MAX_VALUE_CHARS } from '../spreadsheets/table-problem.ts';
import { line } from './shapes.ts';

const cell = z.string().max(MAX_VALUE_CHARS);

/** As many as a report names faults; whoever needs more puts the file right. */
const MAX_REPLACED = 1_000;
/** What goes along beside a file, at most: a thousand long cells with what is meant. */
export const MAX_ANSWERS_BYTES = 2 ** 20;

/** What an exporter says of a spreadsheet with these columns because it cannot be seen in it. */
export function sheetAnswersOf(columns: readonly Column[]) {
  const column = z.enum(columns.map(({ key }) => key) as [string, ...string[]]);
  return z.strictObject({
    sheet: line(100).optional(),
    encoding: z.enum(encodings).optional(),
    hidden: z.enum(['leftOut', 'taken']).optional(),
    /**
     * Whose header each column of ours has in the file; '' where it is not to be read. With it, be it empty, nothing of what
     * was said of an earlier file with this header is looked at.
     */
    columns: z.partialRecord(column, cell).optional(),
    dates: z.partialRecord(column, z.enum(['dayFirst', 'monthFirst', 'yearFirst'])).optional(),
    swapped: z.partialRecord(column, z.enum(['swapped', 'asTyped'])).optional(),
    numbers: z.partialRecord(column, z.enum(['thousands', 'decimal'])).optional(),
    replace: z
      .array(z.strictObject({ column, from: cell, to: cell }))
      .max(MAX_REPLACED)
      .optional(),
    /** Faults of a column that are none, as it is meant so: by their code and what they are about. */
    keep: z
      .array(z.strictObject({ column, code: line(40), about: cell.optional() }))
      .max(MAX_REPLACED)
      .optional(),
  });
}
export type SheetAnswers = z.output<ReturnType<typeof sheetAnswersOf>>;
