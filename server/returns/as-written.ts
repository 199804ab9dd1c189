import { z } from 'zod';
import { type AsWritten, writtenFields } from '../../db/schema/goods.ts';
import { line } from '../http/shapes.ts';

/** What its exporter's file or form said where we keep it in another way: a number with full-width digits, spaces, dashes. */
export const Written = z.partialRecord(z.enum(writtenFields), line(200));

/** Of these fields, those that are kept otherwise than they were given; null where none is. */
export function writtenOtherwise(
  given: Readonly<Partial<Record<(typeof writtenFields)[number], string | null | undefined>>>,
  kept: typeof given,
  before: AsWritten = {},
): AsWritten | null {
  const all = writtenFields.flatMap((field) => {
    const said = before[field] ?? given[field];
    return said && kept[field] && said !== kept[field] ? [[field, said] as const] : [];
  });
  return all.length > 0 ? Object.fromEntries(all) : null;
}
