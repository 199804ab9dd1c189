import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Programs of PostgreSQL that this machine has of its own; the one from npm brings a server, and no pg_dump. */
export interface Installed {
  readonly bin: string;
  readonly version: number;
}

/** Those that dump, the newest first: in the PATH, and where Debian and Red Hat put them. */
export function installed(): readonly Installed[] {
  const folders = [
    ...(process.env.PATH ?? '').split(':'),
    ...within('/usr/lib/postgresql', /^\d+$/),
    ...within('/usr', /^pgsql-\d+$/),
  ];
  return folders
    .filter((bin) => existsSync(join(bin, 'pg_dump')) && existsSync(join(bin, 'pg_restore')))
    .map((bin) => ({ bin, version: versionIn(bin) }))
    .sort((a, b) => b.version - a.version);
}
const within = (folder: string, names: RegExp) =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => names.test(name))
        .map((name) => join(folder, name, 'bin'))
    : [];
const versionIn = (bin: string) =>
  Number(/\d+/.exec(spawnSync(join(bin, 'pg_dump'), ['--version'], { encoding: 'utf8' }).stdout)?.[0] ?? 0);

/** Whether a server is installed there, too. */
export const serves = ({ bin }: Installed) =>
  ['postgres', 'initdb'].every((one) => existsSync(join(bin, one)));
