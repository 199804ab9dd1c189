import { hash } from 'node:crypto';
import Sqlite from 'better-sqlite3';
import pg from 'pg';
import { dialect } from '../../db/columns.ts';

/** How often somebody guessed wrong is kept though they are refused: that is what it is for. */
const kept = new Set(['tries']);

/** Looks at the database from outside: what all its tables hold, as one number. */
export interface Books {
  digest(): Promise<string>;
  close(): Promise<void>;
}

export const openBooks = (url: string): Promise<Books> =>
  dialect === 'postgres' ? onPostgres(url) : onSqlite(url.replace(/^file:/, ''));

async function onSqlite(path: string): Promise<Books> {
  const db = new Sqlite(path, { readonly: true });
  const tables = db
    .prepare<[], { name: string }>("select name from sqlite_master where type = 'table' order by name")
    .all();
  const rows = tables
    .filter(({ name }) => !kept.has(name))
    .map(({ name }) => db.prepare(`select * from "${name}" order by 1, 2`).raw());
  let seen = { version: -1, digest: '' };
  return {
    digest: async () => {
      // SQLite counts the commits of others; no commit, no change.
      const version = db.pragma('data_version', { simple: true }) as number;
      if (version !== seen.version)
        seen = { version, digest: hash('sha256', JSON.stringify(rows.map((table) => table.all()))) };
      return seen.digest;
    },
    close: async () => void db.close(),
  };
}

async function onPostgres(url: string): Promise<Books> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(
    "select tablename as name from pg_tables where schemaname = 'public' order by 1",
  );
  const each = rows
    .filter(({ name }) => !kept.has(name))
    .map(
      ({ name }) => `(select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) from "${name}" t)`,
    );
  let seen = { version: '', digest: '' };
  return {
    digest: async () => {
      // Whoever writes takes a number; no number taken, no change.
      const [{ version }] = (
        await client.query('select pg_snapshot_xmax(pg_current_snapshot())::text as version')
      ).rows;
      if (version !== seen.version)
        seen = {
          version,
          digest: (await client.query(`select ${each.join(' || ')} as digest`)).rows[0].digest,
        };
      return seen.digest;
    },
    close: () => client.end(),
  };
}
