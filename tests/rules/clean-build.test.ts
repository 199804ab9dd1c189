import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const copied = ['.ci/ready.mjs', 'package.json', 'package-lock.json', 'tsconfig.json', 'tsconfig.build.json'];
const written = [
  'server/main.ts',
  'server/deleted.ts',
  'server/api.ts',
  'db/migrations/1.sql',
  'labels/a.ts',
];

test('a module that was deleted is gone from what is built, and so from a release', () => {
  const top = mkdtempSync(join(tmpdir(), 'guihang-built-'));
  onTestFinished(() => rmSync(top, { recursive: true, force: true }));
  for (const path of copied) cpSync(join(root, path), join(top, path));
  // Packages of its own, said to be installed: nothing is installed into those that the tests run on.
  mkdirSync(join(top, 'node_modules'));
  for (const name of readdirSync(join(root, 'node_modules')).filter((one) => !one.startsWith('.')))
    symlinkSync(join(root, 'node_modules', name), join(top, 'node_modules', name));
  cpSync(join(root, 'package-lock.json'), join(top, 'node_modules/.guihang-installed'));
  for (const path of [...written, 'client/main.ts', 'vite.config.ts', 'dist/.client']) {
    mkdirSync(dirname(join(top, path)), { recursive: true });
    writeFileSync(join(top, path), path.endsWith('.ts') ? 'export {};\n' : '');
  }
  const built = () => {
    // The screens are not built here: their stamp is newer than all of it.
    writeFileSync(join(top, 'dist/.client'), '');
    const { status } = spawnSync(process.execPath, ['.ci/ready.mjs', 'build'], { cwd: top });
    const is = (name: string) => existsSync(join(top, 'dist/server', name));
    return [status, is('main.js'), is('deleted.js'), existsSync(join(top, 'dist/db/migrations/1.sql'))];
  };
  expect(built()).toEqual([0, true, true, true]);
  const changed = (path: string) => statSync(join(top, path)).mtimeMs;
  // Whose clock was put back meanwhile deletes it again, until it is later than the build.
  do {
    writeFileSync(join(top, 'server/deleted.ts'), '');
    rmSync(join(top, 'server/deleted.ts'));
  } while (changed('server') <= changed('dist/.server'));
  expect(built()).toEqual([0, true, false, true]);
});
