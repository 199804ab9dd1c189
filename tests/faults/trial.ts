import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ledger } from '../plant/handset.ts';
import { answersIn, rowsOf } from '../plant/outside.ts';
import type { Postgres } from '../plant/postgres.ts';
import { freePort, Server, verified } from '../plant/server.ts';
import { type Crew, crewAt, settle } from '../plant/settle.ts';
import { Load, type Pace } from './load.ts';

/** What came of one kind of fault. */
export interface Outcome {
  readonly fault: string;
  /** How often it struck. */
  readonly times: number;
  readonly acknowledged: number;
  readonly lost: number;
  /** Answers of "not certain" that were given and tried again. */
  readonly uncertain: number;
  readonly faults: readonly string[];
  readonly note?: string;
  /** It had to lose something: a test of the test. */
  readonly expected?: true;
}
export interface Size {
  /** Kills in a row. */
  readonly rounds: number;
  readonly cuts: number;
  /** Try every n-th call only. */
  readonly stride: number;
}
/** Among the tests, nobody reads along. */
export const told = (text: string) => process.env.VITEST || process.stderr.write(`${text}\n`);

const rooms: string[] = [];
export const aFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'guihang-faults-'));
  rooms.push(folder);
  return folder;
};
export const tidy = () => {
  for (const folder of rooms) rmSync(folder, { recursive: true, force: true });
};

/** What could not be done on this machine: a run that left something out is not a whole one. */
export const skipped: string[] = [];

/** Whether a program is there that a fault needs; else one reads how to get it. */
export function available(program: string, how: string): boolean {
  const there = spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;
  if (!there) told(`! ${program} 未安装，跳过 is not installed: skipped. ${how}`);
  if (!there) skipped.push(program);
  return there;
}
export const getStrace = 'Debian: apt-get install strace';

interface Where {
  readonly folder?: string;
  readonly postgres?: Postgres;
  readonly workers?: number;
  readonly pace?: Pace;
  /** What its server is told other than the plant's settings. */
  readonly settings?: NodeJS.ProcessEnv;
}

/** A house with people at work in it, to which something is about to happen. */
export class Trial {
  readonly server: Server;
  readonly ledger = new Ledger();
  readonly faults: string[] = [];
  crew!: Crew;
  load!: Load;
  #lost = 0;

  private constructor(server: Server) {
    this.server = server;
  }

  /** A copy of the one house that was settled, with people at work in it. */
  static async begin(where: Where = {}): Promise<Trial> {
    const folder = where.folder ?? aFolder();
    const { url, crew } = await (where.postgres ? copyIn(where.postgres) : copyTo(join(folder, 'data.db')));
    const trial = new Trial(new Server(await freePort(), url, join(folder, 'files'), where.settings));
    await trial.server.start();
    trial.crew = crewAt(crew, trial.server, trial.ledger);
    trial.load = new Load(trial.crew, where.pace);
    trial.load.start(where.workers);
    await trial.load.progress(10);
    return trial;
  }

  /** Reads past the product: is there anything that was acknowledged and is gone? */
  async countLost(): Promise<void> {
    const promised = [...this.ledger.acknowledged];
    const kept = await answersIn(this.server.url);
    const gone = promised.filter((id) => !kept.has(id));
    this.#lost += gone.length;
    if (gone.length) this.faults.push(`${gone.length} acknowledged scans are gone, as ${gone[0]}`);
  }

  /** Lets everybody finish, closes the house and opens its books. */
  async end(fault: string, times: number, note?: string): Promise<Outcome> {
    told('  everybody finishes what is in their hands');
    await this.load.stop();
    told(`  ${this.load.lives} histories are counted, then the books are opened`);
    this.faults.push(...(await this.load.miscounted()), ...new Set(this.ledger.untruthful));
    this.faults.push(...this.load.refused);
    await this.countLost();
    await this.server.kill('SIGTERM');
    const books = await verified(this.server.url);
    if (books) this.faults.push(books);
    const { uncertain, acknowledged } = this.ledger;
    told(`  ${fault}: struck ${times} · lost ${this.#lost} · ${this.faults.join(' · ') || 'well'}`);
    const counts = { times, acknowledged: acknowledged.size, lost: this.#lost, uncertain };
    return { fault, ...counts, faults: this.faults, ...(note ? { note } : {}) };
  }

  /** The longest that anybody waits for the health page while something goes on, in milliseconds. */
  async slowestReadDuring(work: () => Promise<void>): Promise<number> {
    let slowest = 0;
    let over = false;
    const watching = (async () => {
      while (!over) {
        const started = performance.now();
        await this.health();
        slowest = Math.max(slowest, performance.now() - started);
      }
    })();
    await work();
    over = true;
    await watching;
    return Math.round(slowest);
  }

  async health(): Promise<{ state: string; why: string[] }> {
    return (await fetch(`${this.server.address}/healthz`)).json() as Promise<{
      state: string;
      why: string[];
    }>;
  }
}

const settled = new Map<string, { url: string; crew: Promise<Crew> }>();
/** Settled once for each database, then copied, sessions and all. */
async function settledAt(url: string): Promise<Crew> {
  const known = settled.get(url)?.crew ?? settleAt(url);
  settled.set(url, { url, crew: known });
  return known;
}
async function settleAt(url: string) {
  const server = new Server(await freePort(), url, join(aFolder(), 'files'));
  await server.start();
  const crew = await settle(server, ['supervisor', 'whale', 'kite']);
  await server.kill('SIGTERM');
  return crew;
}

const base = join(aFolder(), 'settled.db');
export async function copyTo(path: string): Promise<{ url: string; crew: Crew }> {
  const crew = await settledAt(`file:${base}`);
  copyFileSync(base, path);
  return { url: `file:${path}`, crew };
}

let databases = 0;
async function copyIn({ url }: Postgres): Promise<{ url: string; crew: Crew }> {
  const from = url.replace(/postgres$/, 'settled');
  if (!settled.has(from)) await rowsOf(url, 'create database settled');
  const crew = await settledAt(from);
  const name = `trial${++databases}`;
  await rowsOf(url, `create database ${name} template settled`);
  return { url: url.replace(/postgres$/, name), crew };
}
