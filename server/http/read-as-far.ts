import type { z } from 'zod';

/**
 * What a row says, as far as it can be read: the rest of it is checked at once, and not only when its wrong cells are put
 * right. Of those that it must have, `instead` stands for what is to be said yet; nothing of it is ever stored, as each wrong
 * cell is a fault.
 */
export function readAsFar<Read>(
  shape: z.ZodType<Read>,
  given: Readonly<Record<string, unknown>>,
  instead: Partial<Read> = {},
): { readonly read: Read | undefined; readonly wrong: readonly string[] } {
  const first = shape.safeParse(given);
  if (first.success) return { read: first.data, wrong: [] };
  const wrong = [...new Set(first.error.issues.map(({ path }) => String(path[0] ?? '')))];
  const rest = Object.fromEntries(Object.entries(given).filter(([key]) => !wrong.includes(key)));
  return { read: shape.safeParse({ ...instead, ...rest }).data, wrong };
}
