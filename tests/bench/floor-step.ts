import { hash } from 'node:crypto';
import Sqlite from 'better-sqlite3';
import express from 'express';

/**
 * What a hurried programmer would write: Express, five statements, one transaction, the same pragmas, and the very rows
 * that the product writes for this step, into a copy of its own file: the item, the next event of its chain, and the
 * answer under its scanId. Nobody signs in, nothing is checked, and every step is right.
 */
const db = new Sqlite(String(process.env.DATABASE_URL).replace(/^file:/, ''));
for (const pragma of ['journal_mode = WAL', 'synchronous = FULL', 'foreign_keys = ON', 'busy_timeout = 5000'])
  db.pragma(pragma);
for (const pragma of ['cache_size = -24576', 'wal_autocheckpoint = 32000']) db.pragma(pragma);

type Row = Readonly<Record<string, string | number | null>> & { readonly events: number };
const findItem = db.prepare<[string], Row>('select * from items where code = ?');
const findPlace = db
  .prepare<[Row[string] | undefined, string | undefined], string>(
    'select id from locations where warehouse_id = ? and code = ?',
  )
  .pluck();
const move = db.prepare('update items set location_id = ?, events = ?, last_hash = ? where id = ?');
const note =
  db.prepare(`insert into item_events (item_id, seq, warehouse_id, exporter_id, step, from_state, to_state,
  given, changed, by_whom, at, previous_hash, hash) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
const keep = db.prepare(
  'insert or ignore into answers (id, asked_by, question, answer, at) values (?, ?, ?, ?, ?)',
);

const take = db.transaction((code: string, body: Record<string, string>) => {
  const { scanId, step, location } = body;
  const item = findItem.get(code);
  const place = item && findPlace.get(item.warehouse_id, location);
  if (!item || !place) throw new Error('404');
  const [seq, now] = [item.events + 1, Date.now()];
  const given = JSON.stringify({ location });
  const changed = JSON.stringify({ locationId: [item.location_id, place] });
  const event = [
    item.id,
    seq,
    item.warehouse_id,
    item.exporter_id,
    step,
    item.state,
    item.state,
    given,
    changed,
  ];
  const chained = [...event, 'wu', now, item.last_hash];
  const end = hash('sha256', JSON.stringify(chained));
  move.run(place, seq, end, item.id);
  note.run(...chained, end);
  const reply = { ...item, location_id: place, events: seq, last_hash: end };
  keep.run(`wu ${scanId}`, 'wu', hash('sha256', JSON.stringify(body)), JSON.stringify(reply), now);
  return reply;
});

const app = express().use(express.json());
app.get('/readyz', (_req, res) => void res.json({ ok: true }));
app.post('/api/v1/items/:code/steps', (req, res) => void res.json(take.immediate(req.params.code, req.body)));
app.listen(Number(process.env.PORT), '127.0.0.1');
process.on('SIGTERM', () => process.exit(0));
