import { defineConfig } from 'vitest/config';

/** What cannot be judged in a copy with mutants in it, or what runs the server as it was built, without them. */
const leftOut = [
  'tests/house-rules/{source,process,release,sbom}.test.ts',
  'tests/deep/{red,mutants,held-thread,planted}.test.ts',
  'tests/journeys/{backup,read-worker}.test.ts',
];
/** A mutant may turn a short wait into one for ever. */
const stuck = { testTimeout: 60_000, hookTimeout: 60_000, expect: { poll: { timeout: 20_000 } } };
const on = { exclude: leftOut, ...stuck };
const withMutant = 'tests/mutate/with-mutant.ts';

/** The tests of the rules and those of a house on SQLite, one after another in the order that is asked for. */
export default defineConfig({
  test: {
    bail: 1,
    projects: [
      {
        test: {
          ...{ ...on, name: 'pure', env: { DATABASE_URL: 'file:' }, setupFiles: [withMutant] },
          include: ['tests/{rules,labels}/**/*.test.ts'],
        },
      },
      {
        test: {
          ...{ ...on, name: 'sqlite', env: { DATABASE_URL: 'file:' } },
          setupFiles: [withMutant, 'tests/plant/cheap-passwords.mjs'],
          include: ['tests/{journeys,house-rules,deep}/**/*.test.ts'],
        },
      },
    ],
  },
});
