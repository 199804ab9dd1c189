/**
 * Test files that run on SQLite alone, and why PostgreSQL would prove nothing more. `vitest.config.ts` leaves them out
 * there, and the summary of every run names them. A single test of one database says so by `onlyOn`.
 */
export const sqliteAlone: Readonly<Record<string, string>> = {
  'tests/house-rules/source.test.ts': 'it reads source files, and asks no database',
  'tests/deep/red.test.ts': 'it runs the tests of all databases itself',
  'tests/house-rules/planner-statistics.test.ts': 'how SQLite plans; PostgreSQL plans each time',
  'tests/deep/mutants.test.ts': 'the mutants are of the code, and the same on both',
  'tests/deep/held-thread.test.ts':
    'what it sends is read, checked and refused by the same code on both; what a query costs there is not the thread’s',
  'tests/house-rules/sbom.test.ts': 'it reads the lock file, and asks no database',
  'tests/house-rules/release.test.ts': 'what is packed is the same for both',
  'tests/deep/planted.test.ts': 'it tampers with a file; the books are the same code on both',
};
