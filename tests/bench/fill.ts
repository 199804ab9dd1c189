import Sqlite from 'better-sqlite3';
import pg from 'pg';
import { hashOfToken } from '../../db/hashed-tokens.ts';
import { openDatabase } from '../../db/open.ts';
import { skus } from '../../db/schema/goods.ts';
import { sessions } from '../../db/schema/people.ts';
import { systemViewer } from '../../db/seen-by.ts';
import { playTheCast } from '../cast.ts';
import { tokenOf } from './place.ts';

/**
 * Fills the database of DATABASE_URL: the cast of the tests, places for all, and so many items in stock, each with its
 * receipt and its put-away behind it. Run in a process of its own: the dialect is chosen when a process begins.
 */
const url = String(process.env.DATABASE_URL);
const onPostgres = url.startsWith('postgres');
const items = Number(process.argv[2]);
const perPlace = 20;
const kinds = 500;
const born = Date.parse('2026-03-01T00:00:00Z');

const names = [
  '蓝牙耳机',
  '智能手机',
  '移动电源',
  '机械键盘',
  '电动牙刷',
  '儿童手表',
  '空气炸锅',
  '筋膜枪',
  '扫地机器人',
  '行车记录仪',
];

const when = (ms: string) => (onPostgres ? `to_timestamp((${ms}) / 1000.0)` : `(${ms})`);
const digits = (n: string) => `substr(cast(1000000000000 + ${n} as text), 2)`;
const id = (kind: string, n: string) => `'0195${kind}-0000-7000-8000-' || ${digits(n)}`;
const ago = (n: string) => when(`${born} + ${n} * 10000`);
const yes = (truth: boolean) => (truth ? '(1 = 1)' : '(1 = 0)');
const upTo = (n: number) =>
  `with recursive n(i) as (select 0 union all select i + 1 from n where i + 1 < ${n})`;

const places = Math.ceil(items / perPlace) + 100;
const place = (n: string) => id('1', n);
const statements = [
  `insert into locations (id, warehouse_id, zone_id, code, kind, capacity, active)
   ${upTo(places)} select ${id('1', 'i')}, 'hk', 'hk-storage', 'S-' || (100000 + i), 'storage', 400, ${yes(true)} from n`,
  `insert into items (id, code, warehouse_id, exporter_id, sku_id, quantity, serial, state, state_since, location_id,
     custody, reason, cosmetic, functional, complete, packaging, grade, hazard, wiped, disposition, decided_by,
     customs_status, export_mode, received_at, created_at, events, last_hash)
   ${upTo(items)} select ${id('2', 'i')}, 'A' || ${digits('i')}, 'hk', case when i % 3 = 0 then 'kite' else 'whale' end,
     case when i % 3 = 0 then 'kite' else 'whale' end || '-K' || (i % ${kinds}), 1, 'SN' || (7000000 + i * 13),
     case when i % 10 = 0 then 'sorted' else 'stored' end, ${ago('i')}, ${place(`(i % ${places - 100})`)}, 'hub', 'R01',
     'C2', 'F1', 'K1', 'P1', substr('ABC', 1 + i % 3, 1), ${yes(false)}, ${yes(true)}, 'RTS', 'chen',
     'RELEASED_DOMESTIC', '9810', ${ago('i')}, ${ago('i')}, 2, '' from n`,
  ...[1, 2].map(
    (
      seq,
    ) => `insert into item_events (item_id, seq, warehouse_id, exporter_id, step, from_state, to_state, given, changed,
     by_whom, at, previous_hash, hash)
   ${upTo(items)} select ${id('2', 'i')}, ${seq}, 'hk', case when i % 3 = 0 then 'kite' else 'whale' end,
     '${seq === 1 ? 'receive' : 'putAway'}', 'received', 'stored', '{"location":"S-100001"}', '{}', 'wu', ${ago('i')},
     '', '' from n`,
  ),
  ...(onPostgres ? ['vacuum analyze', 'checkpoint'] : []),
];

async function theCast() {
  const database = await openDatabase(url);
  await playTheCast(database);
  const now = new Date();
  const expiresAt = new Date(now.getTime() + 12 * 3_600_000);
  await database.as(systemViewer).atomically(async (tx) => {
    for (const userId of ['wu', 'whale', 'wang', 'ma', 'admin', 'spark'])
      await tx.add(sessions, {
        id: userId,
        token: hashOfToken(tokenOf(userId)),
        userId,
        expiresAt,
        createdAt: now,
        updatedAt: now,
      });
    for (const exporterId of ['kite', 'whale'])
      for (let k = 0; k < kinds; k++)
        await tx.add(skus, {
          id: `${exporterId}-K${k}`,
          exporterId,
          code: `K${k}`,
          nameZh: `${names[k % names.length]} ${k} 型`,
          nameEn: `Model ${k}`,
          category: 'other',
          hsCode: '8517130000',
          valueMinor: 19_900,
          currency: 'CNY',
          weightGrams: 200,
          battery: 'none',
          serialTracked: false,
          holdsData: false,
          active: true,
          createdAt: now,
        });
  });
  await database.close();
}

async function theGoods() {
  if (onPostgres) {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    for (const statement of statements) await client.query(statement);
    return client.end();
  }
  const file = new Sqlite(url.replace(/^file:/, ''));
  file.pragma('synchronous = OFF');
  file.pragma('cache_size = -200000');
  for (const statement of statements) file.exec(statement);
  file.pragma('wal_checkpoint(TRUNCATE)');
  file.close();
}

await theCast();
await theGoods();
