import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase } from '../../db/open.ts';
import { eventsAfter } from '../../db/queries/verify.ts';
import { systemViewer } from '../../db/seen-by.ts';
import { hashOf } from '../../server/items/write.ts';
import { verify } from '../../server/verify/verify.ts';
import { freePort, Server } from '../plant/server.ts';
import { type Played, play } from '../simulation/play.ts';
import { reconciled } from '../simulation/reconcile.ts';

// A week is played once, and its books agree. Then, each in a copy of it, faults are planted behind the house's back.
const folder = mkdtempSync(join(tmpdir(), 'guihang-planted-'));
const week = join(folder, 'data.db');
const quiet = { most: 1_000, killEvery: 0, told: () => {} };
let played: Played;
beforeAll(async () => {
  const server = new Server(await freePort(), `file:${week}`, join(folder, 'files'));
  await server.start();
  played = await play(server, { days: 7, seed: '7', rate: 3, ...quiet });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function itself(url: string): Promise<string> {
  const database = await openDatabase(url);
  const faults = await verify(database);
  await database.close();
  return faults.join('\n');
}

/** Always one with a plain story, whichever code it drew: looked at once, and nothing after it was put away. */
const one = (state: string) => `(select id from items where state = '${state}' order by
  (select count(*) from inspections n where n.item_id = items.id) <> 1,
  (select step from item_events e where e.item_id = items.id and e.seq = items.events) <> 'putAway', code limit 1)`;
const its = (state: string, table = 'item_events') => `${table} where item_id = ${one(state)}`;
const waiting = "(select t.code from tickets t where t.state = 'awaitingApproval' order by t.code limit 1)";
const byPost = "(select id from shipments where state = 'handedOver' order by code limit 1)";
const plants: Readonly<
  Record<string, readonly [sql: string | ((db: Sqlite.Database, url: string) => unknown), says: RegExp]>
> = {
  'a thing is gone': [`delete from items where id = ${one('stored')}`, /^\w+ is gone$/m],
  'a thing is in no place': [
    `update items set location_id = null where id = ${one('stored')}`,
    /stored, is in the hands of hub, in no place/,
  ],
  'a thing is in another place than it was put in': [
    `update items set location_id = (select l.id from locations l where l.id <> items.location_id limit 1)
      where id = ${one('stored')}`,
    /has locationId .+; its history says/,
  ],
  'a thing is in other hands': [
    `update items set custody = 'vendor' where id = ${one('stored')}`,
    /stored, is in the hands of vendor/,
  ],
  'a thing is there twice': [copied, /is in the house's books and in nobody's/],
  'one article more': [
    `update items set quantity = quantity + 1 where id = ${one('stored')}`,
    /articles, and is/,
  ],
  'one article more came in': [
    `update items set received_at = state_since where id = ${one('announced')}`,
    /articles came in, and the house has/,
  ],
  'a state without an event': [
    `update items set state = 'sorted' where id = ${one('stored')}`,
    /stands in sorted; its history ends in stored/,
  ],
  'a grade without an event': [
    `update items set grade = 'X' where id = ${one('stored')}`,
    /has grade X; its history says/,
  ],
  'an event was rewritten': [
    `update item_events set at = at + 1 where item_id = ${one('stored')} and seq = 2`,
    /event 2 was changed after it was written/,
  ],
  'a chain is broken': [
    `update item_events set previous_hash = 'x' where item_id = ${one('stored')} and seq = 3`,
    /event 3 does not follow on the one before/,
  ],
  'an event is missing': [`delete from ${its('stored')} and seq = 3`, /event 3 is missing/],
  'the last event is missing': [
    `delete from ${its('stored')} and seq = (select events from items where id = item_id)`,
    /events and counts/,
  ],
  'a history was shortened, and its chain with it': [shortened, /: .+ instead of .+,putAway/],
  'a history was written anew, and its chain with it': [rewritten, /: .+,move instead of .+,putAway/],
  'a clock is missing': [
    `delete from deadlines where ended_at is null and code = ${waiting}`,
    /waits, and not by one clock/,
  ],
  'a clock runs on what has ended': [
    'update deadlines set ended_at = null where id = (select id from deadlines where ended_at is not null limit 1)',
    /a clock runs on \w+, which waits for nobody/,
  ],
  'a clock ran out and nothing came of it': [
    'update deadlines set due_at = 1 where ended_at is null',
    /have run out and nothing came of it/,
  ],
  'the charge for a repair is missing': [
    'delete from estimates where rowid = 1',
    /estimates, and the house has/,
  ],
  'a repair costs more': [
    'update estimates set parts_minor = parts_minor + 1 where rowid = 1',
    /costs \d+ and was/,
  ],
  'an answer to its price was changed': [
    "update estimates set decision = 'E9' where rowid = 1",
    /was answered E9/,
  ],
  'a repair has no ticket': [
    `update tickets set closed_at = 1 where item_id = ${one('inRepair')}`,
    /has not the ticket or the line/,
  ],
  'a thing at a vendor is in no consignment': [
    `update consignment_lines set back_at = 1 where item_id = ${one('atVendor')}`,
    /has not the ticket or the line/,
  ],
  'an inspection is missing': [`delete from ${its('stored', 'inspections')}`, /was not inspected \d+ times/],
  'a shipment is gone with a thing that lies in the house': [
    `update reservations set item_id = ${one('stored')} where shipment_id = ${byPost}`,
    /is stored, and \w+, for which it is, handedOver/,
  ],
  'a thing is in two shipments': [
    `insert into reservations select 'twice', (select id from shipments where state = 'delivered' limit 1), item_id,
      warehouse_id, exporter_id, replaces, reserved_by, reserved_at, null from reservations where shipment_id = ${byPost}`,
    /was for \w+, and for it the house has \w+,\w+/,
  ],
  'a shipment arrived of which nobody knows': [
    `update shipments set state = 'delivered' where id = ${byPost}`,
    /was handedOver, and is delivered/,
  ],
  'a scan that was acknowledged is gone': [
    `delete from answers where id = 'ACKNOWLEDGED'`,
    /1 acknowledged scans are gone/,
  ],
};

test('the books of a week agree', async () => {
  expect(await reconciled(`file:${week}`, played, itself)).toEqual([]);
});
test.each(Object.entries(plants))('%s, and the books say so', async (name, plant) => {
  const [how, says] = plant;
  const path = join(folder, `${name}.db`);
  copyFileSync(week, path);
  const db = new Sqlite(path);
  db.pragma('foreign_keys = off');
  // Whoever has the file in hand can take these away, too.
  for (const trigger of ['update', 'delete']) db.exec(`drop trigger item_events_no_${trigger}`);
  const [acknowledged = ''] = played.ledger.acknowledged;
  if (typeof how === 'function') await how(db, `file:${path}`);
  else expect(db.prepare(how.replace('ACKNOWLEDGED', acknowledged)).run().changes).toBeGreaterThan(0);
  db.close();
  expect((await reconciled(`file:${path}`, played, itself)).join('\n')).toMatch(says);
});

/** The same thing once more, under another name. */
function copied(db: Sqlite.Database) {
  db.exec(`drop index items_serial_of_product;
    create temp table twin as select * from items where id = ${one('stored')};
    update twin set id = 'twin', code = 'TWIN';
    insert into items select * from twin`);
}

/** As if its last step had never been, and without a seam. */
function shortened(db: Sqlite.Database) {
  const last = 'item_id = items.id and seq = items.events';
  db.exec(`update items set state = (select from_state from item_events where ${last}),
      location_id = (select json_extract(changed, '$.locationId[0]') from item_events where ${last}),
      last_hash = (select previous_hash from item_events where ${last}), events = events - 1
      where id = ${one('stored')};
    delete from item_events where seq > (select events from items where id = item_id)`);
}

/** As if its last step had been another one, with a hash that fits. */
async function rewritten(db: Sqlite.Database, url: string) {
  const { id } =
    db.prepare<[], { id: string }>(`select id from items where id = ${one('stored')}`).get() ?? {};
  const database = await openDatabase(url);
  const events = await database.as(systemViewer).ask(eventsAfter, { itemId: String(id) });
  await database.close();
  const last = { ...events.at(-1), step: 'move' };
  const hash = hashOf(last);
  const set = db.prepare('update item_events set step = ?, hash = ? where item_id = ? and seq = ?');
  set.run(last.step, hash, id, last.seq);
  db.prepare('update items set last_hash = ? where id = ?').run(hash, id);
}
