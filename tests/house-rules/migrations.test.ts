import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { dialect } from '../../db/columns.ts';
import { root } from './sources.ts';

const kit = join(dirname(createRequire(import.meta.url).resolve('drizzle-kit')), 'bin.cjs');
const migrations = join(root, 'db/migrations', dialect);

/** What drizzle-kit would add to these migrations for the schema as it is now. */
function drift() {
  const copy = mkdtempSync(join(tmpdir(), 'guihang-drift-'));
  onTestFinished(() => rmSync(copy, { recursive: true }));
  cpSync(migrations, copy, { recursive: true });
  const ask = ['--dialect', dialect === 'postgres' ? 'postgresql' : 'sqlite', '--schema', './db/schema/*.ts'];
  // It writes its folders with ./ before them, so that only a relative one arrives.
  const said = execFileSync(process.execPath, [kit, 'generate', ...ask, '--out', relative(root, copy)], {
    cwd: root,
    encoding: 'utf8',
  });
  return { said, added: readdirSync(copy).filter((name) => !readdirSync(migrations).includes(name)) };
}

test('the migrations are what the schema says; otherwise: npm run migrations -- what-it-is-for', () => {
  const { said, added } = drift();
  expect(added).toEqual([]);
  expect(said).toContain('No schema changes');
});

test('both databases have the same migrations, in the same order', () => {
  const names = (of: string) =>
    (
      JSON.parse(readFileSync(join(root, 'db/migrations', of, 'meta/_journal.json'), 'utf8')) as {
        entries: { tag: string }[];
      }
    ).entries.map(({ tag }) => tag);
  expect(names('sqlite')).toEqual(names('postgres'));
  expect(names('sqlite').length).toBeGreaterThan(1);
});
