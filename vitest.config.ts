import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { DearFirst } from './tests/dear-first.ts';
import { folderOfARun } from './tests/memory.ts';
import { STUCK_AFTER_MS, WAIT_AT_MOST_MS } from './tests/patience.ts';
import { sqliteAlone } from './tests/sqlite-alone.ts';

const port = await new Promise<number>((resolve) => {
  const probe = createServer().listen(0, '127.0.0.1', () => {
    const address = probe.address();
    probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
  });
});

// Whoever runs tests, and what these start, puts there what is thrown away again.
process.env.TMPDIR = folderOfARun();

// Absolute, so that another root holds other tests and the same everything else.
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const onBoth = ['tests/journeys/**/*.test.ts', 'tests/house-rules/**/*.test.ts', 'tests/deep/**/*.test.ts'];
const cheapPasswords = { setupFiles: [here('tests/plant/cheap-passwords.mjs')] };
/**
 * Files share one process and what it has loaded: a third of the processor time. Whatever a test changes for all
 * (fake timers, environment) it puts back; what needs a process of its own stands in a project that isolates.
 */
const shared = { isolate: false };
const patient = {
  runner: here('tests/cost.ts'),
  testTimeout: STUCK_AFTER_MS,
  hookTimeout: STUCK_AFTER_MS,
  expect: { poll: { timeout: WAIT_AT_MOST_MS } },
};
export default defineConfig({
  test: {
    maxWorkers: 3,
    sequence: { sequencer: DearFirst },
    teardownTimeout: WAIT_AT_MOST_MS,
    reporters: ['default', here('tests/summary.ts')],
    projects: [
      {
        test: {
          ...patient,
          ...shared,
          name: 'pure',
          setupFiles: [here('tests/plant/kept-seed.ts')],
          include: ['tests/rules/**/*.test.ts', 'tests/labels/**/*.test.ts'],
          env: { DATABASE_URL: 'file:' },
        },
      },
      {
        test: {
          ...patient,
          ...shared,
          ...cheapPasswords,
          name: 'sqlite',
          include: onBoth,
          env: { DATABASE_URL: 'file:' },
        },
      },
      {
        test: {
          ...patient,
          ...shared,
          ...cheapPasswords,
          name: 'postgres',
          // Not as `exclude`: that would take the place of what a command leaves out.
          include: [...onBoth, ...Object.keys(sqliteAlone).map((file) => `!${file}`)],
          env: { DATABASE_URL: `postgres://postgres:postgres@127.0.0.1:${port}/postgres` },
          globalSetup: here('tests/postgres.ts'),
        },
      },
      {
        test: {
          ...patient,
          ...shared,
          name: 'screens',
          setupFiles: [here('tests/screens/browser-ends.ts')],
          include: ['tests/screens/**/*.test.ts'],
          env: { DATABASE_URL: 'file:' },
        },
      },
    ],
  },
});
