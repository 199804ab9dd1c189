import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import Sqlite from 'better-sqlite3';
import * as onSqlite from 'drizzle-orm/better-sqlite3';
import { migrate as migrateSqlite } from 'drizzle-orm/better-sqlite3/migrator';
import * as onPostgres from 'drizzle-orm/node-postgres';
import { migrate as migratePostgres } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { dialect } from '../../db/columns.ts';
import { openDatabase } from '../../db/open.ts';
import { returnOrders } from '../../db/schema/goods.ts';
import { items } from '../../db/schema/items.ts';
import { backgroundTasks, taskParts } from '../../db/schema/jobs.ts';
import { systemViewer } from '../../db/seen-by.ts';
import { inPostgres } from '../world.ts';
import { root } from './sources.ts';

const kit = join(dirname(createRequire(import.meta.url).resolve('drizzle-kit')), 'bin.cjs');
const migrations = join(root, 'db/migrations', dialect);

/** What drizzle-kit would add to these migrations for the schema as it is now. */
function drift() {
  const copy = mkdtempSync(join(tmpdir(), 'guihang-drift-'));
  onTestFinished(() => rmSync(copy, { recursive: true }));
  cpSync(migrations, copy, { recursive: true });
  const ask = ['--dialect', dialect === 'postgres' ? 'postgresql' : 'sqlite', '--schema', './db/schema/*.ts'];
  // It writes its folders with ./ before them, so that only a relative one arrives.
  const said = execFileSync(process.execPath, [kit, 'generate', ...ask, '--out', relative(root, copy)], {
    cwd: root,
    encoding: 'utf8',
  });
  return { said, added: readdirSync(copy).filter((name) => !readdirSync(migrations).includes(name)) };
}

test('the migrations are what the schema says; otherwise: npm run migrations -- what-it-is-for', () => {
  const { said, added } = drift();
  expect(added).toEqual([]);
  expect(said).toContain('No schema changes');
});

test('both databases have the same migrations, in the same order', () => {
  const names = (of: string) =>
    (
      JSON.parse(readFileSync(join(root, 'db/migrations', of, 'meta/_journal.json'), 'utf8')) as {
        entries: { tag: string }[];
      }
    ).entries.map(({ tag }) => tag);
  expect(names('sqlite')).toEqual(names('postgres'));
  expect(names('sqlite').length).toBeGreaterThan(1);
});

/** An empty database as the migrations before this one left it, and statements run in it. */
async function asBefore(migration: string, statements: readonly string[]): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'guihang-before-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const older = join(folder, 'migrations');
  cpSync(migrations, older, { recursive: true });
  const journal = join(older, 'meta/_journal.json');
  const { entries, ...rest } = JSON.parse(readFileSync(journal, 'utf8')) as { entries: { tag: string }[] };
  const before = entries.slice(
    0,
    entries.findIndex(({ tag }) => tag === migration),
  );
  writeFileSync(journal, JSON.stringify({ ...rest, entries: before }));
  if (dialect === 'sqlite') {
    const file = new Sqlite(join(folder, 'data.db'));
    migrateSqlite(onSqlite.drizzle(file), { migrationsFolder: older });
    file.pragma('foreign_keys = 0');
    for (const statement of statements) file.exec(statement);
    file.close();
    return `file:${join(folder, 'data.db')}`;
  }
  const url = await inPostgres('');
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await migratePostgres(onPostgres.drizzle(client), { migrationsFolder: older });
  for (const statement of ['set session_replication_role = replica', ...statements])
    await client.query(statement);
  await client.end();
  return url;
}

test('what was accepted and not finished before there were background tasks goes on as one', async () => {
  const at = dialect === 'sqlite' ? '1' : "timestamptz '2026-11-01'";
  const order = (id: string, left: string, pieces: number) =>
    `insert into return_orders (id, code, exporter_id, warehouse_id, state, state_since, created_by, created_at, lines_left, pieces_left)
     values ('${id}', '${id}', 'whale', 'hk', 'draft', ${at}, 'whale', ${at}, ${left}, ${pieces})`;
  const lines = '[{"sku":"SHIRT","quantity":3},{"sku":"其他 \\"X\\"","quantity":1}]';
  const sheet = (id: string, finished: string) =>
    `insert into imports (id, asked_by, exporter_id, warehouse, lines, orders, at, holder, lease_until, finished_at, remarks, content)
     values ('${id}', 'whale', 'whale', 'HK', 2, 2, ${at}, 'h', ${at}, ${finished}, '[]', '{"head":1}\n{"head":2}')`;
  const url = await asBefore('0015_background-tasks', [
    order('storing', `'{"stored":200,"lines":${lines},"submit":true}'`, 2),
    order('draft', `'{"stored":200,"lines":${lines},"submit":false}'`, 2),
    order('submitting', `'{"stored":400,"lines":[],"submit":true}'`, 1),
    order('announcing', 'null', 70),
    order('whole', 'null', 0),
    sheet('sheet', 'null'),
    sheet('over', at),
    `insert into import_parts (id, import_id, asked_by, up_to, orders, faults) values ('sheet 0', 'sheet', 'whale', 1, '[]', '[]')`,
  ]);
  const database = await openDatabase(url);
  onTestFinished(() => database.close());
  const db = database.as(systemViewer);
  const tasks = (await db.find(backgroundTasks)).map(({ id, kind, done }) => [id, kind, done]);
  expect(tasks.sort()).toEqual([
    ['announcing', 'return order', 0],
    ['draft', 'return order', 0],
    ['sheet', 'import', 1],
    ['storing', 'return order', 0],
    ['submitting', 'return order', 0],
  ]);
  const part = (submit: boolean) =>
    (JSON.parse(lines) as object[]).map((line, i) => ({ number: 201 + i, line, items: 1, submit }));
  const parts = (await db.find(taskParts)).map(({ taskId, from, parts }) => [
    taskId,
    from,
    JSON.parse(parts),
  ]);
  expect(parts.sort((a, b) => String(a).localeCompare(String(b)))).toEqual([
    ['draft', 0, part(false)],
    ['sheet', 0, [{ head: 1 }, { head: 2 }]],
    ['storing', 0, part(true)],
    ['storing', 2, ['submit']],
    ['submitting', 0, ['submit']],
  ]);
  const beingStored = (await db.find(returnOrders)).filter(({ isBeingStored }) => isBeingStored);
  expect(beingStored.map(({ id }) => id).sort()).toEqual(['draft', 'storing', 'submitting']);
});

test('of one number twice, ended lives are kept, and for two that go on the start says what to do', async () => {
  const at = dialect === 'sqlite' ? '1' : "timestamptz '2026-11-01'";
  const [no, yes] = dialect === 'sqlite' ? ['0', '1'] : ['false', 'true'];
  const item = (code: string, state: string, serial = 'SN-1') =>
    `insert into items (id, code, warehouse_id, exporter_id, sku_id, quantity, serial, state, state_since, custody, reason,
       hazard, wiped, customs_status, export_mode, created_at, events, last_hash)
     values ('${code}', '${code}', 'hk', 'whale', 'whale-phone', 1, '${serial}', '${state}', ${at}, 'hub', 'R01',
       ${no}, ${yes}, 'ABROAD', '9610', ${at}, 0, '')`;
  const ended = [
    item('OLD1', 'resold'),
    item('OLD2', 'destroyed'),
    item('NOW', 'stored'),
    item('X', 'stored', 'SN-2'),
  ];
  const database = await openDatabase(await asBefore('0014_serial-facts', ended));
  onTestFinished(() => database.close());
  const kept = (await database.as(systemViewer).find(items)).map(({ code, serial }) => `${code} ${serial}`);
  expect(kept.sort()).toEqual(['NOW SN-1', 'OLD1 SN-1', 'OLD2 SN-1', 'X SN-2']);
  const twice = await asBefore('0014_serial-facts', [...ended, item('TWIN', 'received')]);
  await expect(openDatabase(twice)).rejects.toThrow(
    /correct the serial of one of each pair.*SN-1: NOW, TWIN$/,
  );
});
