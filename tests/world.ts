import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { pino } from 'pino';
import request from 'supertest';
import { onTestFinished } from 'vitest';
import { dialect } from '../db/columns.ts';
import { hashOfToken } from '../db/hashed-tokens.ts';
import { type Database, openDatabase } from '../db/open.ts';
import { sessions } from '../db/schema/people.ts';
import type { Viewer } from '../db/seen-by.ts';
import { systemViewer } from '../db/seen-by.ts';
import { openAccounts } from '../server/access/accounts.ts';
import { sideOf } from '../server/access/permissions.ts';
import { createApp } from '../server/app.ts';
import { readConfig } from '../server/process/config.ts';
import type { Deps } from '../server/process/deps.ts';
import { engine } from '../server/registry.ts';
import { verify } from '../server/verify/verify.ts';
import { cast, type Name, playTheCast } from './cast.ts';
import { seenBefore } from './seen.ts';

export const secret = 'a secret of the tests, 32 letters or more';
export const newScan = () => randomUUID();

/** A house of its own for one test: its real database, on disk or in PostgreSQL, and its real server. */
export async function aHouse(settings: Readonly<Record<string, string>> = {}) {
  const { url, folder } = await freshDatabase();
  return forThisTest(await houseAt(url, folder, new Map(), settings), folder);
}

/** After the test its books are verified, and it is thrown away. */
export function forThisTest(house: House, folder: string): House {
  onTestFinished(async () => {
    const faults = await verify(house.database);
    await house.close();
    throwAway(house.url, folder);
    if (faults.length) throw new Error(`The books do not balance after this test:\n${faults.join('\n')}`);
  });
  return house;
}
export type House = Awaited<ReturnType<typeof houseAt>>;

/** The house whose data lie there; whoever is in `cookies` is signed in already. */
export async function houseAt(
  url: string,
  folder: string,
  cookies = new Map<Name, string>(),
  settings: Readonly<Record<string, string>> = {},
) {
  const database = await openDatabase(url);
  const clock = { now: new Date('2026-11-23T02:00:00Z') };
  const rates = { PERSON_RATE: '1000000', ORGANISATION_RATE: '1000000', ...settings };
  const config = readConfig({
    ...{ DATABASE_URL: url, FILES_DIR: join(folder, 'files'), LOG_LEVEL: 'silent' },
    ...rates,
  });
  const log = pino({ level: process.env.TEST_LOG ?? 'silent' });
  const accounts = openAccounts(database, config, secret, () => clock.now);
  const deps: Deps = {
    config,
    database,
    accounts,
    engine,
    log,
    firstToken: null,
    now: () => clock.now,
    random: (n) => randomBytes(n),
  };
  const server = createApp(deps).listen(0, '127.0.0.1');
  // Whoever asks before that would open and close it for this one question.
  await once(server, 'listening');
  const cookieOf = async (name: Name) => {
    const known = cookies.get(name) ?? (await signedIn(database, name));
    cookies.set(name, known);
    return known;
  };
  const call = async (
    name: Name | 'nobody',
    endpoint: string,
    body?: object | string,
    headers: Readonly<Record<string, string>> = {},
  ) => {
    const [method, path] = endpoint.split(' ') as ['GET' | 'POST' | 'PATCH', string];
    const asked = request(server)[method.toLowerCase() as 'get' | 'post' | 'patch'](path).set(headers);
    if (name !== 'nobody') asked.set('cookie', await cookieOf(name));
    return body === undefined
      ? asked
      : asked.set('content-type', typeof body === 'string' ? 'text/csv' : 'application/json').send(body);
  };
  const step =
    (entity: string) =>
    async (name: Name, code: string, step: string, given: object = {}) => {
      const look = async () => (await call(name, `GET /api/v1/${entity}/${code}`)).body;
      const seen = 'seen' in given ? {} : await seenBefore(entity, step, look);
      return call(name, `POST /api/v1/${entity}/${code}/steps`, {
        scanId: newScan(),
        step,
        ...seen,
        ...given,
      });
    };
  return {
    ...{ url, database, deps, server, clock, call, cookieOf },
    as: (name: Name) => database.as(viewerOf(name)),
    item: step('items'),
    order: step('return-orders'),
    ticket: step('tickets'),
    consignment: step('consignments'),
    shipment: step('shipments'),
    /** Moves the clock on by so many hours. */
    later: (hours: number) => {
      clock.now = new Date(clock.now.getTime() + hours * 3_600_000);
    },
    close: async () => {
      await new Promise((done) => server.close(done));
      await database.close();
    },
  };
}

export function viewerOf(name: Name): Viewer {
  const { role, organisation, warehouse } = cast[name];
  const side = sideOf(role);
  return side === 'staff'
    ? { as: side, id: name, warehouse: warehouse ?? 'none' }
    : { as: side, id: name, organisation };
}

/** A real session with a real cookie, without the price of a password each time. */
async function signedIn(database: Database, name: Name): Promise<string> {
  const token = randomBytes(24).toString('hex');
  const now = new Date();
  // The clock of a test may run on by months.
  const expiresAt = new Date(now.getTime() + 20 * 365 * 24 * 3_600_000);
  const kept = { token: hashOfToken(token), userId: name, createdAt: now, expiresAt };
  // Nobody is away from it too long, or has to prove again who they are, unless a test says so.
  const row = {
    id: randomUUID(),
    ...kept,
    updatedAt: expiresAt,
    provenAt: expiresAt,
    provenBy: 'code',
  } as const;
  await database.as(systemViewer).atomically((tx) => tx.add(sessions, row));
  const signature = createHmac('sha256', secret).update(token).digest('base64');
  return `guihang.session_token=${encodeURIComponent(`${token}.${signature}`)}`;
}

let template: Promise<string> | undefined;

/** Built once for each worker, then copied: real, and fast. */
export async function freshDatabase() {
  template ??= buildTemplate();
  return copied(await template, mkdtempSync(join(tmpdir(), 'guihang-test-')));
}

/** A copy of a database that nobody has open: of its file into that folder, or within PostgreSQL. */
export async function copied(from: string, folder: string) {
  if (dialect === 'postgres') return { url: await inPostgres(`template "${from}"`), folder };
  copyFileSync(from, join(folder, 'data.db'));
  return { url: `file:${join(folder, 'data.db')}`, folder };
}

/** What a copy is made from. */
export const sourceOf = (url: string) =>
  dialect === 'postgres' ? new URL(url).pathname.slice(1) : url.replace(/^file:/, '');

async function buildTemplate(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'guihang-template-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const url = dialect === 'postgres' ? await inPostgres('') : `file:${join(folder, 'data.db')}`;
  const database = await openDatabase(url);
  await playTheCast(database);
  await database.close();
  return sourceOf(url);
}

/** Databases in PostgreSQL that nobody needs any more: the next one is made in their place. */
const thrownAway = new Set<string>();

/** What was made from a copy, once nobody has it open. */
export function throwAway(url: string, folder: string) {
  if (dialect === 'postgres') thrownAway.add(sourceOf(url));
  rmSync(folder, { recursive: true, force: true });
}

export async function inPostgres(how: string): Promise<string> {
  const url = new URL(String(process.env.DATABASE_URL));
  const admin = new pg.Client({ connectionString: url.href });
  const name = `t${randomUUID().replaceAll('-', '')}`;
  await admin.connect();
  for (const old of thrownAway) {
    thrownAway.delete(old);
    await admin.query(`drop database "${old}" with (force)`);
  }
  // As files: to write each of their pages into the log, too, takes twice as long.
  await admin.query(`create database ${name} ${how} strategy file_copy`);
  await admin.end();
  url.pathname = name;
  return url.href;
}
