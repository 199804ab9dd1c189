import { execFile } from 'node:child_process';
import { cpSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import sharp from 'sharp';
import { type Body, Ledger } from '../plant/handset.ts';
import type { Installed } from '../plant/installed.ts';
import { answersIn, rowsOf } from '../plant/outside.ts';
import { Postgres } from '../plant/postgres.ts';
import { built, freePort, Server, verified } from '../plant/server.ts';
import { type Crew, crewAt } from '../plant/settle.ts';
import { aFolder, type Outcome, skipped, Trial, told } from './trial.ts';

const run = promisify(execFile);
/** A backup is made beside the work of the day, not at the busiest moment of the year. */
const workers = 3;

/** What `npm run backup -- FILE` runs. @returns where the copy is */
async function backedUp({ server }: Trial, tools?: Installed): Promise<string> {
  const file = join(aFolder(), 'copy');
  const PATH = [...(tools ? [tools.bin] : []), process.env.PATH].join(':');
  const env = { ...process.env, PATH, DATABASE_URL: server.url, FILES_DIR: server.files };
  await run(process.execPath, [built('backup/main.js'), file], { env });
  return file;
}

/** The house is copied while people work in it, and the next one is opened on the copy, in an empty folder. */
export async function onSqlite(times = 3): Promise<Outcome[]> {
  told('· backups while people work, SQLite');
  const trial = await Trial.begin({ workers });
  const photo = await aPhoto(trial);
  let slowest = 0;
  for (let i = 0; i < times; i++) {
    const promised = [...trial.ledger.acknowledged];
    let file = '';
    const waited = await trial.slowestReadDuring(async () => {
      file = await backedUp(trial);
    });
    slowest = Math.max(slowest, waited);
    const house = aFolder();
    renameSync(file, join(house, 'data.db'));
    renameSync(`${file}.files`, join(house, 'files'));
    await opens(trial, `file:${join(house, 'data.db')}`, join(house, 'files'), promised, photo);
  }
  return [await trial.end('backup and restore, SQLite', times, `others waited at most ${slowest} ms`)];
}

export async function onPostgres(): Promise<Outcome[]> {
  return [...(await byDump()), await byItsFiles()];
}

/** With pg_dump and pg_restore, into an empty database; nothing where this machine has no pg_dump that fits. */
export async function byDump(times = 3): Promise<Outcome[]> {
  const found = await Postgres.withDump();
  if (!found) {
    told('! pg_dump 未安装，跳过 is not installed: skipped. Debian: apt-get install postgresql');
    skipped.push('pg_dump');
    return [];
  }
  const { postgres, tools } = found;
  const name = `backup and restore, PostgreSQL ${await postgres.version()}`;
  const how = `by pg_dump ${tools.version}`;
  told(`· ${name}, ${how} (${tools.bin})`);
  try {
    const trial = await Trial.begin({ postgres, workers });
    const photo = await aPhoto(trial);
    for (let i = 0; i < times; i++) {
      const promised = [...trial.ledger.acknowledged];
      const file = await backedUp(trial, tools);
      const url = await restored(postgres, tools, file, `restored${i}`);
      const files = join(aFolder(), 'files');
      cpSync(`${file}.files`, files, { recursive: true });
      await opens(trial, url, files, promised, photo);
    }
    return [await trial.end(name, times, how)];
  } finally {
    await postgres.stop();
  }
}

async function restored({ url }: Postgres, { bin }: Installed, file: string, name: string): Promise<string> {
  await rowsOf(url, `create database ${name}`);
  const to = url.replace(/postgres$/, name);
  await run(join(bin, 'pg_restore'), ['--exit-on-error', '--no-owner', '--dbname', to, file]);
  return to;
}

/** With PostgreSQL's own copy of its files, for which it needs no other program. */
async function byItsFiles(): Promise<Outcome> {
  const postgres = await Postgres.begin();
  try {
    const name = `backup and restore, PostgreSQL ${await postgres.version()}`;
    told(`· ${name}, by a copy of its files`);
    const trial = await Trial.begin({ postgres, workers });
    const photo = await aPhoto(trial);
    const promised = [...trial.ledger.acknowledged];
    const copy = await postgres.copied();
    const files = join(aFolder(), 'files');
    cpSync(trial.server.files, files, { recursive: true });
    try {
      const url = trial.server.url.replace(/:\d+\//, `:${new URL(copy.url).port}/`);
      await opens(trial, url, files, promised, photo);
    } finally {
      await copy.stop();
    }
    return await trial.end(name, 1, 'by a copy of its files');
  } finally {
    await postgres.stop();
  }
}

/** Somebody takes a photo of a thing. @returns its name, once it is certain */
async function aPhoto({ server, crew }: Trial): Promise<string> {
  const { code } = await aShirt(crew);
  const picture = sharp({ create: { width: 300, height: 200, channels: 3, background: 'grey' } });
  const to = `${server.address}/api/v1/items/${code}/photos?scanId=a-photo-of-a-shirt`;
  const headers = { 'content-type': 'image/jpeg', cookie: crew.supervisor.cookie };
  const body = new Uint8Array(await picture.jpeg().toBuffer());
  const answer = await fetch(to, { method: 'POST', headers, body });
  if (!answer.ok) throw new Error(`There is no photo: ${await answer.text()}`);
  return String(((await answer.json()) as { id: unknown }).id);
}

/** A return order and its first scan: what a house has to be able to do. @returns the thing, as it was answered */
async function aShirt({ whale, supervisor }: Crew): Promise<Body> {
  const lines = [{ sku: 'SHIRT', quantity: 1, reason: 'R01' }];
  const { items } = await whale.must('POST /api/v1/return-orders', { warehouse: 'WH1', lines });
  return supervisor.must(`POST /api/v1/items/${items[0].code}/steps`, { step: 'receive', location: 'R-01' });
}

/**
 * All that was acknowledged before the copy began is in it; its books balance; and on it a server starts, lets people
 * sign in with their passwords, takes a return order and a scan of theirs, and shows the photo. Then they balance still.
 */
async function opens(trial: Trial, url: string, files: string, promised: readonly string[], photo: string) {
  const kept = await answersIn(url);
  const gone = promised.filter((id) => !kept.has(id));
  const fault = (text: string) => trial.faults.push(text);
  if (gone.length) fault(`${gone.length} scans that were acknowledged before it are not in the copy`);
  const books = await verified(url);
  if (books) fault(books);
  const server = new Server(await freePort(), url, files);
  await server.start();
  const crew = crewAt(trial.crew, server, new Ledger());
  for (const one of Object.values(crew)) {
    one.cookie = '';
    await one.signIn();
  }
  const { state } = await aShirt(crew);
  if (state.id !== 'received') fault(`What was received in the restored house is ${state.id}.`);
  const headers = { cookie: crew.supervisor.cookie };
  const seen = await fetch(`${server.address}/api/v1/photos/${photo}`, { headers });
  if (!seen.ok) fault(`The photo does not show in the restored house: ${seen.status}`);
  await server.kill('SIGTERM');
  const later = await verified(url);
  if (later) fault(later);
  told(`  ${kept.size} answers in the copy`);
}
