import { z } from 'zod';
import type { Listed } from '../../db/named-queries.ts';
import { MAX_IDS_SORTED } from '../../db/queries/text-search.ts';
import type { Scoped } from '../../db/scope.ts';
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

type Found = Listed<{ readonly search: string }, { readonly id: string }>;

/**
 * Looks for the rows that a search means, before the list is asked for those of them that fit its filters. Where they
 * are many, the list looks for itself, and all that is told of them is how many: at most `MAX_IDS_FOUND`.
 */
export async function searched<Wanted extends { readonly search?: string | undefined }>(
  db: Scoped,
  query: Found,
  wanted: Wanted,
): Promise<Wanted & { readonly found?: readonly string[]; readonly many?: number }> {
  if (!wanted.search) return wanted;
  const found = new Set((await db.list(query, { search: wanted.search })).map(({ id }) => id));
  return found.size > MAX_IDS_SORTED ? { ...wanted, many: found.size } : { ...wanted, found: [...found] };
}

/** A filter that is true, false or left out. */
export const yesOrNo = z
  .enum(['yes', 'no'])
  .transform((text) => text === 'yes')
  .optional();
