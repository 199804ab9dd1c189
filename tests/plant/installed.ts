import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asRoot } from '../postgres.ts';

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

/** PostgreSQL does not run as root: then it runs as its own user, whom the package has made. */
const asItself = () => {
  const id = (which: string) => Number(execFileSync('id', [which, 'postgres'], { encoding: 'utf8' }));
  return { cwd: tmpdir(), ...(asRoot ? { uid: id('-u'), gid: id('-g') } : {}) };
};

/** Such a server, by the same three words as the one from npm. */
export function installedProgram({ bin }: Installed, folder: string, port: number, flags: readonly string[]) {
  const user = asItself();
  let child: ReturnType<typeof spawn> | undefined;
  return {
    async initialise() {
      const args = ['--pgdata', folder, '--auth', 'trust', '--username', 'postgres', '--encoding', 'UTF8'];
      const made = spawnSync(join(bin, 'initdb'), [...args, '--locale', 'C'], { ...user, encoding: 'utf8' });
      if (made.status !== 0) throw new Error(`There is no PostgreSQL: ${made.stderr ?? made.error}`);
    },
    async start() {
      const place = ['-D', folder, '-p', String(port), '-c', `unix_socket_directories=${folder}`];
      child = spawn(join(bin, 'postgres'), [...place, ...flags], {
        ...user,
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      const [said, ended] = [child.stderr, once(child, 'exit')];
      await new Promise<void>((ready, fail) => {
        said?.on('data', (part) => /ready to accept connections/.test(String(part)) && ready());
        ended.then(([code]) => fail(new Error(`PostgreSQL ended with ${code}.`)), fail);
      });
    },
    async stop() {
      if (child?.exitCode === null && child.kill('SIGINT')) await once(child, 'exit');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
