import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { sql } from 'drizzle-orm';
import * as onSqlite from 'drizzle-orm/better-sqlite3';
import * as onPostgres from 'drizzle-orm/node-postgres';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Connection } from '../../db/atomically.ts';
import { dialect } from '../../db/columns.ts';
import type { Slots } from '../../db/named-queries.ts';
import { openDatabase } from '../../db/open.ts';
import { growingTables, scopeColumns } from '../../db/planner-statistics.ts';
import { type Seen, sight, slotsFor, systemViewer, type Viewer } from '../../db/seen-by.ts';
import { inPostgres } from '../world.ts';
import { fillForThePlanner } from './full-postgres.ts';
import { type Query, queries } from './queries.ts';
import { examples, neverForTheHouse, wholeOnPurpose } from './query-examples.ts';

const viewers: readonly Viewer[] = [
  systemViewer,
  { as: 'staff', id: 'wu', warehouse: 'hk' },
  { as: 'exporter', id: 'whale', organisation: 'whale' },
  { as: 'vendor', id: 'spark', organisation: 'spark' },
];

interface Step {
  readonly table: string;
  /** The columns by which its rows are found; none when all are read. */
  readonly by: readonly string[];
}
interface Plan {
  readonly steps: readonly Step[];
  /** It stops when it has enough, and need not sort before. */
  readonly stopsEarly: boolean;
}
interface Desk {
  readonly connection: Connection;
  explain(text: string, params: readonly unknown[]): Promise<Plan>;
  close(): Promise<void>;
}
let desk: Desk;

beforeAll(async () => {
  desk = dialect === 'postgres' ? await postgresDesk() : await sqliteDesk();
});
afterAll(() => desk.close());

async function sqliteDesk(): Promise<Desk> {
  const path = mkdtempSync(join(tmpdir(), 'guihang-plans-'));
  const url = join(path, 'data.db');
  await (await openDatabase(`file:${url}`)).close();
  const file = new Sqlite(url);
  const explain = async (text: string, params: readonly unknown[]) => {
    const aliases = new Map(
      [...text.matchAll(/"(\w+)" "(\w+)"/g)].map(([, table = '', alias = '']) => [alias, table]),
    );
    const rows = file.prepare(`explain query plan ${text}`).all(...params.map(() => null)) as {
      detail: string;
    }[];
    const details = rows.map(({ detail }) => detail);
    const steps = details.flatMap((detail) => {
      const [, how, name = '', rest = ''] = /^(SCAN|SEARCH) (\w+)(.*)$/.exec(detail) ?? [];
      const by = how === 'SEARCH' ? [...rest.matchAll(/(\w+)[=<>]/g)].map(([, column = '']) => column) : [];
      return how ? [{ table: aliases.get(name) ?? name, by }] : [];
    });
    const sorts = details.some((detail) => /TEMP B-TREE FOR (ORDER|GROUP)/.test(detail));
    return { steps, stopsEarly: / limit /.test(text) && !sorts };
  };
  const close = async () => {
    file.close();
    rmSync(path, { recursive: true });
  };
  return { connection: onSqlite.drizzle(file) as unknown as Connection, explain, close };
}

async function postgresDesk(): Promise<Desk> {
  const url = await inPostgres('');
  await (await openDatabase(url)).close();
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await fillForThePlanner(client);
  const explain = async (text: string) => {
    const { rows } = await client.query(`explain (generic_plan, format json) ${text}`);
    const steps: Step[] = [];
    // What is below a limit, with nothing between that wants all rows first, is read until there are enough.
    const walk = (node: PostgresNode, early: boolean) => {
      const kind = node['Node Type'];
      const table = node['Relation Name'];
      const cond = node['Index Cond'] ?? node['Recheck Cond'] ?? '';
      const by = [...cond.matchAll(/(\w+) (?:=|<|>|IS)/g)].map(([, column = '']) => column);
      if (table && !early) steps.push({ table, by });
      const goesOn = kind === 'Limit' || (early && !/^Sort|^Hash$|Aggregate|Bitmap/.test(kind));
      for (const part of node.Plans ?? []) walk(part, goesOn);
    };
    walk(rows[0]['QUERY PLAN'][0].Plan, false);
    return { steps, stopsEarly: false };
  };
  return {
    connection: onPostgres.drizzle(client) as unknown as Connection,
    explain,
    close: () => client.end(),
  };
}
interface PostgresNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Cond'?: string;
  readonly 'Recheck Cond'?: string;
  readonly Plans?: readonly PostgresNode[];
}

const slots = new Proxy({}, { get: (_, name) => sql.placeholder(String(name)) }) as Slots<object>;

async function readWhole(query: Query, viewer: Viewer, given: object): Promise<string[]> {
  const sees = (table: Seen) => sight(table, viewer, slotsFor(viewer));
  const built = query.build(desk.connection, sees, given as Slots<object>) as unknown as {
    toSQL(): { sql: string; params: unknown[] };
  };
  const { sql: text, params } = built.toSQL();
  const { steps, stopsEarly } = await desk.explain(text, params);
  if (/1 = 0/.test(text) || stopsEarly) return [];
  return steps
    .filter(({ table, by }) => growingTables.has(table) && by.every((column) => scopeColumns.has(column)))
    .map(({ table }) => `${viewer.as}: ${query.name} reads all of ${table}`);
}

test('every example is of a query that exists', () => {
  const lists = queries.filter(({ name }) => name in examples).map(({ name }) => name);
  expect([...new Set(lists)].sort()).toEqual(Object.keys(examples).sort());
});

test.each(queries.map(({ name }) => name))('%s finds its rows by an index', async (name) => {
  const query = queries.find((one) => one.name === name) as Query;
  const found: string[] = [];
  for (const viewer of viewers.filter(({ as }) => as !== 'system' || !neverForTheHouse.has(name)))
    for (const given of examples[name] ?? [slots]) found.push(...(await readWhole(query, viewer, given)));
  const whole = [...new Set(found)];
  if (name in wholeOnPurpose) expect(whole, `${name} has its index now`).not.toEqual([]);
  else expect(whole).toEqual([]);
});
