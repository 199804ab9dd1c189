import { z } from 'zod';
import { unusable } from './problem.ts';

/** Several values of one filter are joined by commas. */
export const oneOrMore = z
  .string()
  .max(300)
  .regex(/^[\w,.* -]*$/)
  .transform((text) => text.split(',').filter(Boolean))
  .optional();

/** A column to sort by, with - before it for descending. @throws Problem 422 for a column that is not offered */
export function sorting<Sorts extends object>(sorts: Sorts, asked: string | undefined, otherwise: string) {
  const text = asked ?? otherwise;
  const column = text.replace(/^-/, '');
  if (!Object.hasOwn(sorts, column))
    throw unusable([{ path: ['sort'], code: 'unknown', values: Object.keys(sorts) }]);
  return { sort: column as keyof Sorts, descending: text.startsWith('-') };
}

/** A filter that is true, false or left out. */
export const yesOrNo = z
  .enum(['yes', 'no'])
  .transform((text) => text === 'yes')
  .optional();
