import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { type Installed, installed, serves } from './installed.ts';
import { rowsOf } from './outside.ts';
import { itsUser, npmPrograms, npmVersion, postgresProgram } from './postgres-program.ts';
import { freePort } from './server.ts';

/** Whatever ends us ends them. */
const running = new Set<Postgres>();
process.on('exit', () => {
  for (const one of running) one.kill();
});

type Program = ReturnType<typeof postgresProgram>;

/** A real PostgreSQL that keeps its promises: everything is synced before it is acknowledged. */
export class Postgres {
  readonly url: string;
  readonly #folder: string;
  readonly #server: Program;

  private constructor(url: string, folder: string, server: Program) {
    this.url = url;
    this.#folder = folder;
    this.#server = server;
    running.add(this);
  }

  /** The one from npm, or one that is installed. */
  static async begin(its?: Installed): Promise<Postgres> {
    const { url, folder, server } = await programAt(await freePort(), its);
    server.initialise();
    await server.start();
    return new Postgres(url, folder, server);
  }

  /**
   * One with a pg_dump that is as new: the one from npm, where a pg_dump of that age is installed; else the newest
   * that is installed with its own. @returns nothing where there is neither
   */
  static async withDump(): Promise<{ postgres: Postgres; tools: Installed } | undefined> {
    const [newest] = installed();
    if (newest && newest.version >= npmVersion()) return { postgres: await Postgres.begin(), tools: newest };
    const tools = installed().find(serves);
    return tools && { postgres: await Postgres.begin(tools), tools };
  }

  async version(): Promise<number> {
    const [row] = await rowsOf<{ server_version_num: string }>(this.url, 'show server_version_num');
    return Math.floor(Number(row?.server_version_num) / 10_000);
  }

  /** Its files as they are at one moment of its work, by its own way of copying them, and another PostgreSQL on them. */
  async copied(): Promise<Postgres> {
    const { url, folder, server } = await programAt(await freePort());
    const client = new pg.Client({ connectionString: this.url });
    await client.connect();
    await client.query("select pg_backup_start('copy', true)");
    cpSync(this.#folder, folder, { recursive: true, filter: (path) => !path.endsWith('postmaster.pid') });
    const { rows } = await client.query('select labelfile from pg_backup_stop(false)');
    await client.end();
    // The log up to the end of the copy makes one moment of it.
    cpSync(join(this.#folder, 'pg_wal'), join(folder, 'pg_wal'), { recursive: true });
    writeFileSync(join(folder, 'backup_label'), String(rows[0].labelfile));
    const owner = statSync(this.#folder);
    if ('uid' in itsUser()) spawnSync('chown', ['-R', `${owner.uid}:${owner.gid}`, folder]);
    chmodSync(folder, 0o700);
    await server.start();
    return new Postgres(url, folder, server);
  }

  /** From one moment to the next: no goodbye, no checkpoint. Then it is started again and recovers. */
  async crash(): Promise<void> {
    this.kill();
    await this.#startAgain();
  }

  /** As an administrator would: everybody is thrown out, what is on disk is in order. */
  async restart(): Promise<void> {
    process.kill(this.#pid(), 'SIGINT');
    await this.#startAgain();
  }

  /** Cuts the line to everybody who is connected. */
  async cutLines(): Promise<void> {
    const others = 'select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid()';
    await rowsOf(this.url, `${others} and backend_type = 'client backend'`);
  }

  async stop(): Promise<void> {
    running.delete(this);
    await this.#server.stop();
  }

  kill(): void {
    process.kill(this.#pid(), 'SIGKILL');
  }

  #pid = () => Number(readFileSync(join(this.#folder, 'postmaster.pid'), 'utf8').split('\n')[0]);

  /** What is left of the old one may need a moment to go. */
  async #startAgain() {
    for (let tries = 0; ; tries++) {
      await sleep(200);
      try {
        return await this.#server.start();
      } catch (error) {
        if (tries > 100) throw error;
      }
    }
  }
}

async function programAt(port: number, { bin }: { readonly bin: string } = { bin: npmPrograms() }) {
  const folder = join(tmpdir(), `guihang-plant-postgres-${port}`);
  const url = `postgres://postgres:postgres@127.0.0.1:${port}/postgres`;
  return { url, folder, server: postgresProgram({ bin, folder, port, flags: ['-c', 'max_connections=40'] }) };
}
