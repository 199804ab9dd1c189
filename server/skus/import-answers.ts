import { z } from 'zod';
import { line } from '../http/shapes.ts';
import { encodings } from '../spreadsheets/encoding.ts';
import { skuColumns } from './import-columns.ts';

const keys = skuColumns.map(({ key }) => key);
const column = z.enum(keys as [string, ...string[]]);
const cell = z.string().max(200);
const MAX_REPLACED = 100;
const MAX_CHARS = 12_000;

/** What somebody said of a catalogue because it cannot be seen in it. */
const SkuAnswers = z.strictObject({
  sheet: line(100).optional(),
  encoding: z.enum(encodings).optional(),
  hidden: z.enum(['leftOut', 'taken']).optional(),
  /** Whose header each column of ours has in the file; '' where it is not to be read. */
  columns: z.partialRecord(column, cell).optional(),
  replace: z
    .array(z.strictObject({ column, from: cell, to: cell }))
    .max(MAX_REPLACED)
    .optional(),
  /** Faults of a column that are none, as it is meant so: odd numbers, and what customs look at though goods lie under it. */
  keep: z
    .array(z.strictObject({ column, code: line(40) }))
    .max(MAX_REPLACED)
    .optional(),
});
export type SkuAnswers = z.output<typeof SkuAnswers>;

/** They travel in the address, as JSON. */
export const skuAnswersInAddress = z
  .string()
  .max(MAX_CHARS)
  .transform((text, context) => {
    try {
      const read = SkuAnswers.safeParse(JSON.parse(text));
      if (read.success) return read.data;
    } catch {
      // No JSON: the same fault.
    }
    context.addIssue({ code: 'custom', message: 'answers' });
    return z.NEVER;
  });
