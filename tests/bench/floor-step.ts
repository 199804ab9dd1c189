import Sqlite from 'better-sqlite3';
import express from 'express';

/**
 * What a hurried programmer would write: Express, four prepared statements, one transaction, the same pragmas. Nobody
 * signs in, nothing is checked, and every step is right.
 */
const db = new Sqlite(String(process.env.DATABASE_URL).replace(/^file:/, ''));
db.pragma('journal_mode = WAL');
db.pragma('synchronous = FULL');
db.pragma('foreign_keys = ON');
db.pragma('busy_timeout = 5000');

if (db.prepare("select count(*) from sqlite_master where name = 'item'").pluck().get() === 0) {
  db.exec(`create table item (id integer primary key, code text unique, state text, location text, version integer);
    create table event (id integer primary key, item_id integer, step text, at integer, actor text, given text);
    create index event_item on event (item_id, id);
    create table answer (scan_id text primary key, at integer, answer text) without rowid;
    begin`);
  const insert = db.prepare("insert into item (code, state, version) values (?, 'stored', 0)");
  for (let n = 0; n < Number(process.env.FLOOR_ITEMS ?? 100_000); n++)
    insert.run(`A${String(n).padStart(12, '0')}`);
  db.exec('commit');
}

const find = db.prepare<[string], { id: number; state: string; version: number }>(
  'select * from item where code = ?',
);
const move = db.prepare(
  'update item set state = ?, location = ?, version = version + 1 where id = ? and version = ?',
);
const event = db.prepare('insert into event (item_id, step, at, actor, given) values (?, ?, ?, ?, ?)');
const answer = db.prepare('insert or ignore into answer values (?, ?, ?)');

const take = db.transaction((code: string, { scanId, step, location }: Record<string, string>) => {
  const item = find.get(code);
  if (!item) throw new Error('404');
  move.run('stored', location, item.id, item.version);
  event.run(item.id, step, Date.now(), 'wu', JSON.stringify({ location }));
  const reply = { code, state: 'stored', version: item.version + 1 };
  answer.run(scanId, Date.now(), JSON.stringify(reply));
  return reply;
});

const app = express().use(express.json());
app.get('/readyz', (_req, res) => void res.json({ ok: true }));
app.post('/api/v1/items/:code/steps', (req, res) => void res.json(take.immediate(req.params.code, req.body)));
app.listen(Number(process.env.PORT), '127.0.0.1');
process.on('SIGTERM', () => process.exit(0));
