import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { openDatabase, openToRead } from '../../db/open.ts';
import { growingTables, pinPlannerStatistics } from '../../db/planner-statistics.ts';
import { allWarehouses } from '../../db/queries/master-data.ts';
import { warehouses, zones } from '../../db/schema/master-data.ts';
import { users } from '../../db/schema/people.ts';
import { systemViewer } from '../../db/seen-by.ts';
import { firstToken } from '../../server/access/first-token.ts';
import { readConfig } from '../../server/process/config.ts';

function aFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'guihang-opened-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
async function opened(path = join(aFolder(), 'deep', 'down', 'data.db')) {
  const database = await openDatabase(`file:${path}`);
  onTestFinished(() => database.close().catch(() => {}));
  return { path, database };
}
const hk = {
  ...{ id: 'hk', code: 'HK', nameZh: '海口', nameEn: 'Haikou', address: 'x', contact: 'x', phone: '1' },
  ...{ inZone: true, active: true },
};

describe('a file that is opened', () => {
  test('is made with its folder, and keeps a log beside it: what is committed is on disk', async () => {
    const { path, database } = await opened();
    await database.as(systemViewer).atomically((tx) => tx.add(warehouses, hk));
    expect([existsSync(path), existsSync(`${path}-wal`)]).toEqual([true, true]);
    const other = new Sqlite(path, { readonly: true });
    expect(other.pragma('journal_mode', { simple: true })).toBe('wal');
    expect(other.prepare('select code, in_zone, idle_lock_minutes from warehouses').raw().get()).toEqual([
      'HK',
      1,
      10,
    ]);
    other.close();
    await database.close();
    const { database: again } = await opened(path);
    expect(await again.as(systemViewer).ask(allWarehouses, {})).toEqual([{ ...hk, idleLockMinutes: 10 }]);
  });

  test('keeps what belongs together together: nothing points at what is not there', async () => {
    const { database } = await opened();
    const zone = {
      id: 'z',
      warehouseId: 'nowhere',
      code: 'Z',
      nameZh: 'z',
      nameEn: 'z',
      kind: 'storage' as const,
    };
    const added = database.as(systemViewer).atomically((tx) => tx.add(zones, zone));
    await expect(added).rejects.toMatchObject({ code: 'SQLITE_CONSTRAINT_FOREIGNKEY' });
    expect(await database.answers()).toBe(true);
  });

  test('is no file of something else', async () => {
    const path = join(aFolder(), 'data.db');
    writeFileSync(path, 'a letter, and no database at all. '.repeat(200));
    await expect(openDatabase(`file:${path}`)).rejects.toThrow(/not a database/);
  });

  test('may be read beside whoever writes it, and is not written there', async () => {
    const { path, database } = await opened();
    const reading = openToRead(`file:${path}`).as(systemViewer);
    expect(await reading.ask(allWarehouses, {})).toEqual([]);
    await database.as(systemViewer).atomically((tx) => tx.add(warehouses, hk));
    expect(await reading.ask(allWarehouses, {})).toMatchObject([{ code: 'HK' }]);
    expect(await reading.count(warehouses)).toBe(1);
    const written = reading.atomically((tx) => tx.add(warehouses, { ...hk, id: 'x', code: 'X' }));
    await expect(written).rejects.toThrow('Nothing is written here.');
  });
});

describe('the planner of a file', () => {
  async function told() {
    const { path } = await opened();
    const file = new Sqlite(path, { readonly: true });
    const rows = file.prepare('select tbl, idx, stat from sqlite_stat1').all() as Record<
      'tbl' | 'idx' | 'stat',
      string
    >[];
    file.close();
    return rows;
  }
  test('is told that what grows with the work has a million rows, and what a house sets up five hundred', async () => {
    const rows = await told();
    const of = (start: string) => [
      ...new Set(rows.filter(({ stat }) => stat.startsWith(`${start} `)).map(({ tbl }) => tbl)),
    ];
    expect(rows.length).toBeGreaterThan(130);
    expect(
      of('500')
        .filter((table) => !table.startsWith('__'))
        .sort()
        .join(' '),
    ).toBe(
      [
        'accounts api_keys audit_log background_tasks badges codes covers customs_rules devices',
        'disposition_rules four_eyes invitations leaves links locations organisations postings risk_flags',
        'sheet_layouts sign_ins skus task_parts tries two_factors users verifications warehouses zones',
      ].join(' '),
    );
    expect(of('1000000').sort()).toEqual([...growingTables].sort());
  });

  test('is told once: a file that knows it is not written again, and one that knows otherwise is put right', async () => {
    const { path, database } = await opened();
    await database.close();
    const file = new Sqlite(path);
    onTestFinished(() => void file.close());
    const written = () => file.prepare('select total_changes()').pluck().get();
    const known = () => file.prepare("select stat from sqlite_stat1 where idx = 'items_code'").pluck().get();
    pinPlannerStatistics(file);
    expect([written(), known()]).toEqual([0, '1000000 1']);
    file.exec("update sqlite_stat1 set stat = '3 1' where idx = 'items_code'");
    pinPlannerStatistics(file);
    expect(known()).toBe('1000000 1');
  });

  test('is told how many share a value: half an owner or a warehouse, few a state, one what is unique', async () => {
    const rows = await told();
    const stat = (idx: string) => rows.find((row) => row.idx === idx)?.stat;
    expect({
      half: ['consignments_vendor_opened', 'tickets_exporter_promised', 'notices_organisation'].map(stat),
      states: ['items_exporter_state', 'tickets_vendor_state'].map(stat),
      one: ['items_code', 'skus_code', 'return_orders_reference', 'estimates_version'].map(stat),
      many: ['items_serial', 'journal_subject', 'holds_open'].map(stat),
      lastChoice: stat('items_warehouse_sku'),
      firstChoice: stat('items_warehouse_since'),
      small: ['devices_warehouse', 'invitations_organisation', 'audit_log_at'].map(stat),
    }).toEqual({
      half: ['1000000 500000 50 1', '1000000 500000 50 1', '1000000 500000 50'],
      states: ['1000000 500000 25000 3', '1000000 500000 25000 3'],
      one: ['1000000 1', '500 250 1', '1000000 500000 1', '1000000 100 1'],
      many: ['1000000 100', '1000000 100 1', '1000000 500000 50'],
      lastChoice: '1000000 1000000 100 1',
      firstChoice: '1000000 500000 50 1',
      small: ['500 250', '500 250 1', '500 1'],
    });
    // The tables of texts count for themselves.
    expect(rows.filter(({ tbl }) => tbl.includes('_texts'))).toEqual([]);
  });
});

test('an empty house tells a secret with which its first administrator is made; one with people tells none', async () => {
  const { database } = await opened();
  const config = (more = {}) => readConfig({ DATABASE_URL: 'file:', PORT: '3100', ...more });
  const first = await firstToken(database, config());
  expect(first.token).toMatch(/^[\w-]{32}$/);
  expect(first.sentence).toContain(`http://localhost:3100/welcome?token=${first.token}`);
  const known = await firstToken(database, config({ PUBLIC_URL: 'https://guihang.example' }));
  expect(known.sentence).toContain(`https://guihang.example/welcome?token=${known.token}`);
  expect(known.token).not.toBe(first.token);
  const { playTheCast } = await import('../cast.ts');
  await playTheCast(database);
  expect(await database.as(systemViewer).count(users)).toBe(17);
  expect(await firstToken(database, config())).toEqual({ token: null, sentence: null });
});

describe('the thread that carries the log over', () => {
  afterEach(() => void vi.useRealTimers());
  /** The thread's own work, as often as it is its time, on this file. */
  async function carrying(path: string) {
    vi.useFakeTimers({ toFake: ['setInterval'] });
    vi.resetModules();
    vi.doMock('node:worker_threads', () => ({ workerData: path }));
    await import('../../db/wal-checkpoint-thread.ts');
    return () => vi.advanceTimersByTime(500);
  }
  const megabyte = 2 ** 20;

  test('does so when there is much to carry, and leaves little where it is', async () => {
    const path = join(aFolder(), 'data.db');
    const file = new Sqlite(path);
    onTestFinished(() => void file.close());
    file.pragma('journal_mode = wal');
    file.pragma('wal_autocheckpoint = 0');
    file.exec('create table texts (text blob)');
    const write = (megabytes: number) =>
      file.prepare('insert into texts values (?)').run(Buffer.alloc(megabytes * megabyte, 1));
    const size = () => statSync(path).size;
    const half = await carrying(path);
    write(3);
    half();
    expect(size()).toBeLessThan(megabyte);
    write(2);
    expect(size()).toBeLessThan(megabyte);
    half();
    expect(size()).toBeGreaterThan(5 * megabyte);
  });

  test('tells nobody when there is no log, or no file any more: whoever commits is told', async () => {
    const path = join(aFolder(), 'data.db');
    new Sqlite(path).exec('create table texts (text)').close();
    const half = await carrying(path);
    expect(half).not.toThrow();
    rmSync(path);
    expect(half).not.toThrow();
  });
});
