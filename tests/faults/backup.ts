import { execFile, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Ledger } from '../plant/handset.ts';
import { answersIn, rowsOf } from '../plant/outside.ts';
import { Postgres } from '../plant/postgres.ts';
import { built, freePort, Server, verified } from '../plant/server.ts';
import { crewAt } from '../plant/settle.ts';
import { aFolder, type Outcome, Trial, told } from './trial.ts';

const run = promisify(execFile);
const times = 3;

/** `npm run backup -- FILE`. @returns where the copy is */
async function backedUp({ server }: Trial): Promise<string> {
  const file = join(aFolder(), 'copy');
  const env = { ...process.env, DATABASE_URL: server.url, FILES_DIR: server.files };
  await run(process.execPath, [built('backup-main.js'), file], { env });
  return file;
}

/** The house is copied while people work in it, and the next one is opened on the copy, in an empty folder. */
export async function onSqlite(): Promise<Outcome[]> {
  told('· backups while people work, SQLite');
  const trial = await Trial.begin();
  let slowest = 0;
  for (let i = 0; i < times; i++) {
    const promised = [...trial.ledger.acknowledged];
    let file = '';
    const waited = await trial.slowestReadDuring(async () => {
      file = await backedUp(trial);
    });
    slowest = Math.max(slowest, waited);
    await opens(trial, `file:${file}`, `${file}.files`, promised);
  }
  return [await trial.end('backup and restore, SQLite', times, `others waited at most ${slowest} ms`)];
}

export async function onPostgres(): Promise<Outcome[]> {
  const postgres = await Postgres.begin();
  try {
    return [await restoredFrom(postgres)];
  } finally {
    await postgres.stop();
  }
}

/** With pg_dump where there is one as new as the server; else with PostgreSQL's own copy of its files. */
async function restoredFrom(postgres: Postgres): Promise<Outcome> {
  told('· backups while people work, PostgreSQL');
  const trial = await Trial.begin({ postgres });
  const dump = await dumpFits(postgres);
  for (let i = 0; i < times; i++) {
    const promised = [...trial.ledger.acknowledged];
    if (dump) await opens(trial, await restored(postgres, await backedUp(trial)), aFolder(), promised);
    else {
      const copy = await postgres.copied();
      try {
        await opens(
          trial,
          trial.server.url.replace(/:\d+\//, `:${new URL(copy.url).port}/`),
          aFolder(),
          promised,
        );
      } finally {
        await copy.stop();
      }
    }
  }
  return trial.end('backup and restore, PostgreSQL', times, dump ? 'by pg_dump' : 'by a copy of its files');
}

async function dumpFits({ url }: Postgres): Promise<boolean> {
  const has = Number(/\d+/.exec(spawnSync('pg_dump', ['--version']).stdout?.toString() ?? '')?.[0] ?? 0);
  const [row] = await rowsOf<{ server_version_num: string }>(url, 'show server_version_num');
  const needs = Math.floor(Number(row?.server_version_num) / 10_000);
  if (has < needs) told(`! pg_dump ${needs} 未安装 is not installed: PostgreSQL copies its files instead.`);
  return has >= needs;
}

let restores = 0;
async function restored({ url }: Postgres, file: string): Promise<string> {
  const name = `restored${++restores}`;
  await rowsOf(url, `create database ${name}`);
  const to = url.replace(/postgres$/, name);
  await run('pg_restore', ['--no-owner', '--dbname', to, file]);
  return to;
}

/** All that was acknowledged before the copy began is in it, its books balance, and a server takes scans on it. */
async function opens(trial: Trial, url: string, files: string, promised: readonly string[]) {
  const kept = await answersIn(url);
  const gone = promised.filter((id) => !kept.has(id));
  if (gone.length)
    trial.faults.push(`${gone.length} scans that were acknowledged before it are not in the copy`);
  const books = await verified(url);
  if (books) trial.faults.push(books);
  const server = new Server(await freePort(), url, files);
  await server.start();
  const { whale } = crewAt(trial.crew, server, new Ledger());
  const lines = [{ sku: 'SHIRT', quantity: 1, reason: 'R01' }];
  await whale.must('POST /api/v1/return-orders', { warehouse: 'WH1', lines });
  await server.kill('SIGTERM');
  told(`  ${kept.size} answers in the copy`);
}
