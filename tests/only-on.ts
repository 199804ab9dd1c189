import { test } from 'vitest';
import { dialect } from '../db/columns.ts';

/** A test that concerns one database. On the other it is skipped, and the summary of the run says why. */
export const onlyOn =
  (which: typeof dialect, why: string) =>
  (name: string, work: () => unknown, timeout?: number): void => {
    test(name, { ...(timeout && { timeout }) }, (context) =>
      dialect === which ? work() : context.skip(why),
    );
  };
