import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { sqliteAlone } from './tests/sqlite-alone.ts';

const port = await new Promise<number>((resolve) => {
  const probe = createServer().listen(0, '127.0.0.1', () => {
    const address = probe.address();
    probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
  });
});

// Absolute, so that another root holds other tests and the same everything else.
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const onBoth = ['tests/journeys/**/*.test.ts', 'tests/house-rules/**/*.test.ts', 'tests/fuzz/**/*.test.ts'];
export default defineConfig({
  test: {
    reporters: ['default', here('tests/summary.ts')],
    projects: [
      {
        test: {
          name: 'pure',
          include: ['tests/rules/**/*.test.ts', 'tests/labels/**/*.test.ts', 'tests/trade/**/*.test.ts'],
          env: { DATABASE_URL: 'file:' },
          testTimeout: 20_000,
        },
      },
      { test: { name: 'sqlite', include: onBoth, env: { DATABASE_URL: 'file:' }, testTimeout: 20_000 } },
      {
        test: {
          name: 'postgres',
          include: onBoth,
          exclude: Object.keys(sqliteAlone),
          env: { DATABASE_URL: `postgres://postgres:postgres@127.0.0.1:${port}/postgres` },
          globalSetup: here('tests/postgres.ts'),
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'screens',
          include: ['tests/screens/**/*.test.ts'],
          env: { DATABASE_URL: 'file:' },
          testTimeout: 120_000,
          hookTimeout: 180_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
