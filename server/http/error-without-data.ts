import { DrizzleQueryError } from 'drizzle-orm';
import { sqlState } from '../../db/atomically.ts';

const frames = (stack = '') => stack.split('\n').filter((line) => /^\s+at /.test(line));

/** An error as a log may keep it: what failed and where, but none of the values that people gave us. */
export function errorWithoutData(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const query = error instanceof DrizzleQueryError ? { query: error.query } : {};
  const cause = error.cause === undefined ? {} : { cause: errorWithoutData(error.cause) };
  // What a database says of a value (“Key (email)=(…) exists”) stands in its message; what it is, in its code.
  const code = sqlState(error);
  const message = code === undefined ? { message: error.message } : { code };
  return { type: error.name, ...message, ...query, ...cause, stack: frames(error.stack).join('\n') };
}
