import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Writes the migrations that the schema asks for, for both databases and under one name: left to itself, drizzle-kit
 * invents another name for each, and the two would no longer be the same migrations in the same order.
 */
const [name = ''] = process.argv.slice(2);
if (!/^[a-z][a-z0-9-]*$/.test(name)) {
  console.error('Say what the migration is for, in small letters: npm run migrations -- clocks');
  process.exit(2);
}
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const kit = join(dirname(createRequire(import.meta.url).resolve('drizzle-kit')), 'bin.cjs');
for (const dialect of ['sqlite', 'postgres']) {
  const ask = ['generate', '--config', `db/${dialect}.config.ts`, '--name', name];
  const { status } = spawnSync(process.execPath, [kit, ...ask], { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
