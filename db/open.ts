import { chmodSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Semaphore } from 'async-mutex';
import Sqlite from 'better-sqlite3';
import { sql } from 'drizzle-orm';
import * as onSqlite from 'drizzle-orm/better-sqlite3';
import { migrate as migrateSqlite } from 'drizzle-orm/better-sqlite3/migrator';
import * as onPostgres from 'drizzle-orm/node-postgres';
import { migrate as migratePostgres } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';
import { accountsIn } from './accounts.ts';
import {
  type Atomically,
  type Connection,
  groupCommit,
  type Lease,
  type Snapshot,
  serializable,
} from './atomically.ts';
import { dialect } from './columns.ts';
import { pinPlannerStatistics } from './planner-statistics.ts';
import { warehouses } from './schema/master-data.ts';
import { Scoped } from './scope.ts';
import type { Viewer } from './seen-by.ts';
import { serialTwins, type Twins, whyNotMigrated } from './serial-twins.ts';
import { WriteHealth } from './write-health.ts';

export interface Database {
  /** The data as this viewer may see it. There is no other way in. */
  as(viewer: Viewer): Scoped;
  /** For the library that keeps the accounts: its adapter, writing only inside `atomically`. */
  readonly accounts: ReturnType<typeof accountsIn>;
  /** How writing went in the last seconds. */
  readonly writeHealth: WriteHealth;
  /** Whether the database answers at all. */
  answers(): Promise<boolean>;
  close(): Promise<void>;
}

/** Opens the database at `file:PATH` or `postgres://…` and brings it to the newest migration. */
export const openDatabase = (url: string): Promise<Database> =>
  dialect === 'postgres' ? openPostgres(url) : openSqlite(url.replace(/^file:/, ''));

const migrations = (of: string) => ({
  migrationsFolder: fileURLToPath(new URL(`./migrations/${of}`, import.meta.url)),
});

/**
 * 24 MB of pages kept, as a scan touches a dozen all over the file; the operating system keeps the others. The log is
 * carried over by a thread beside the scans (wal-checkpoint.ts); a commit does it only where 128 MB were left, as it takes
 * half a second for that.
 */
const CACHE_PRAGMAS = { cache_size: -24_576, wal_autocheckpoint: 32_000 };

/** Not wishes: better-sqlite3 leaves WAL at NORMAL, and NORMAL loses acknowledged scans in a power cut. */
const pragmas = {
  journal_mode: 'wal',
  synchronous: 2,
  foreign_keys: 1,
  busy_timeout: 5000,
  ...CACHE_PRAGMAS,
};

/** A file that an older version left readable to all; whose file it is decides whether that can be mended. */
function keepPrivate(path: string) {
  try {
    chmodSync(path, 0o600);
  } catch {
    // Another account's file, or a disk that has no such rights.
  }
}

async function openSqlite(path: string): Promise<Database> {
  mkdirSync(dirname(path), { recursive: true });
  const writer = new Sqlite(path);
  keepPrivate(path);
  for (const [name, wanted] of Object.entries(pragmas)) {
    writer.pragma(`${name} = ${wanted}`);
    const got = writer.pragma(name, { simple: true });
    if (got !== wanted) throw new Error(`SQLite answers ${name}=${got}; we need ${wanted}.`);
  }
  // Where a file cannot be opened for writing, SQLite quietly opens it for reading: such a house would take no scan.
  writer.pragma(`user_version = ${writer.pragma('user_version', { simple: true })}`);
  const drizzled = onSqlite.drizzle(writer);
  try {
    migrateSqlite(drizzled, migrations('sqlite'));
  } catch (error) {
    throw whyNotMigrated(error, () => writer.prepare<[], Twins>(serialTwins).all());
  }
  pinPlannerStatistics(writer);
  // Reads have a connection of their own, or they would see what a group commit has not committed yet.
  const reader = new Sqlite(path, { readonly: true });
  const writing = drizzled as unknown as Connection;
  const reading = onSqlite.drizzle(reader) as unknown as Connection;
  // The writer knows most pages by heart; the reader forgets all of them with every commit. So what is answered in one
  // go is asked of the writer, as long as nothing on it is waiting to be committed.
  const read = {
    on: reading,
    get quick() {
      return writer.inTransaction ? reading : writing;
    },
    over: false,
    snapshot: snapshotOfFile(path),
  };
  return database(read, groupCommit(writer, writing), async () => {
    reader.close();
    writer.close();
  });
}

/** 16 MB: whoever only reads forgets all pages with every commit of the writer, so that more would be held for nothing. */
const READ_CACHE_SIZE = -16_384;

/** The data of a file for reading only, beside the process that writes it: its door, and nothing else. */
export function openToRead(url: string): Pick<Database, 'as'> {
  const path = url.replace(/^file:/, '');
  const on = onSqlite.drizzle(readingConnection(path)) as unknown as Connection;
  const never: Atomically = () => Promise.reject(new Error('Nothing is written here.'));
  const read = { on, over: false, snapshot: snapshotOfFile(path) };
  return { as: (viewer) => new Scoped(read, never, viewer) };
}

function readingConnection(path: string) {
  const file = new Sqlite(path, { readonly: true });
  file.pragma(`cache_size = ${READ_CACHE_SIZE}`);
  return file;
}

/** Each on a connection of its own: the others must go on reading what is written meanwhile. */
const snapshotOfFile =
  (path: string): Snapshot =>
  async (work) => {
    const file = readingConnection(path);
    const lease = { on: onSqlite.drizzle(file) as unknown as Connection, over: false };
    try {
      file.exec('BEGIN');
      return await work(lease);
    } finally {
      lease.over = true;
      file.close();
    }
  };

async function openPostgres(url: string): Promise<Database> {
  await migrateAlone(url);
  const pool = new pg.Pool({ connectionString: url, max: 16, ...POSTGRES_TIMEOUTS });
  // Without a listener, a connection that ends by itself ends the whole process. Whoever needs one next is told.
  const ended = () => {};
  pool.on('error', ended).on('connect', (client) => client.on('error', ended));
  const handles = new WeakMap<object, Connection>();
  const handle = (client: pg.Pool | pg.PoolClient) => {
    const known = handles.get(client) ?? (onPostgres.drizzle(client) as unknown as Connection);
    handles.set(client, known);
    return known;
  };
  const read = { on: handle(pool), over: false, snapshot: snapshotIn(pool, handle) };
  return database(read, serializable(pool, handle), () => pool.end());
}

/** So many connections may be kept for long: the others are for the scans. */
const MAX_SNAPSHOTS = 2;

function snapshotIn(pool: pg.Pool, handle: (client: pg.PoolClient) => Connection): Snapshot {
  const places = new Semaphore(MAX_SNAPSHOTS);
  return (work) =>
    places.runExclusive(async () => {
      const client = await pool.connect();
      const lease = { on: handle(client), over: false };
      let isSound = false;
      try {
        await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
        const result = await work(lease);
        lease.over = true;
        await client.query('COMMIT');
        isSound = true;
        return result;
      } finally {
        lease.over = true;
        client.release(!isSound);
      }
    });
}

/** How long to wait for PostgreSQL, in milliseconds, before telling the scanner that nothing is certain. */
const POSTGRES_TIMEOUTS = {
  connectionTimeoutMillis: 5_000,
  statement_timeout: 20_000,
  query_timeout: 25_000,
  idle_in_transaction_session_timeout: 60_000,
};

/** Several servers may start at once on one PostgreSQL: the first one migrates, the others wait, however long. */
async function migrateAlone(url: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock(7307)');
    await migratePostgres(onPostgres.drizzle(client), migrations('postgres'));
  } catch (error) {
    const { rows } = await client.query<Twins>(serialTwins).catch(() => ({ rows: [] }));
    throw whyNotMigrated(error, () => rows);
  } finally {
    await client.end();
  }
}

function database(read: Lease, writing: Atomically, close: () => Promise<void>): Database {
  const writeHealth = new WriteHealth();
  const atomically = writeHealth.observe(writing);
  return {
    as: (viewer) => new Scoped(read, atomically, viewer),
    accounts: accountsIn(read.on, atomically),
    writeHealth,
    answers: async () => (await read.on.select({ one: sql`1` }).from(warehouses).limit(1)).length >= 0,
    close,
  };
}
