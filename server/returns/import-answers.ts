import { z } from 'zod';
import { line } from '../http/shapes.ts';
import { importColumns } from './import-columns.ts';

const keys = importColumns.map(({ key }) => key);
const column = z.enum(keys as [string, ...string[]]);
const order = z.enum(['dayFirst', 'monthFirst']);
const cell = z.string().max(200);

/** More corrections than anybody makes by hand; whoever needs more puts the file right. */
const MAX_REPLACED = 100;
const MAX_CHARS = 12_000;

/** What an exporter said of a spreadsheet because it cannot be seen in it. */
export const SheetAnswers = z.strictObject({
  sheet: line(100).optional(),
  /** Whose header each column of ours has in the file; '' where it is not to be read. */
  columns: z.partialRecord(column, cell).optional(),
  dates: z.partialRecord(column, order).optional(),
  replace: z
    .array(z.strictObject({ column, from: cell, to: cell }))
    .max(MAX_REPLACED)
    .optional(),
  /** Columns whose odd values are meant as they are written. */
  keep: z.array(column).max(keys.length).optional(),
});
export type SheetAnswers = z.output<typeof SheetAnswers>;

/** They travel in the address, as JSON. */
export const answersInAddress = z
  .string()
  .max(MAX_CHARS)
  .transform((text, context) => {
    try {
      const read = SheetAnswers.safeParse(JSON.parse(text));
      if (read.success) return read.data;
    } catch {
      // No JSON: the same fault.
    }
    context.addIssue({ code: 'custom', message: 'answers' });
    return z.NEVER;
  });
