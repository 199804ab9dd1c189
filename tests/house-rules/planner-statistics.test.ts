import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { sql } from 'drizzle-orm';
import { expect, onTestFinished, test } from 'vitest';
import { inlineConstants } from '../../db/compiled-statements.ts';
import { openDatabase } from '../../db/open.ts';

test('what never changes stands in the text of a statement, and only what is given is bound', () => {
  const slot = sql.placeholder('code');
  const asked = {
    sql: 'select "a" from "b" where "c" = ? and "d" = ? and "e" = ? and "f" = ? limit ?',
    params: ["it's ? or 'more'", slot, 'a\0b', 7, 1],
  };
  expect(inlineConstants(asked)).toEqual({
    text: `select "a" from "b" where "c" = 'it''s ? or ''more''' and "d" = ? and "e" = ? and "f" = 7 limit 1`,
    open: [slot, 'a\0b'],
  });
  const file = new Sqlite(':memory:');
  const { text, open } = inlineConstants({ sql: 'select ? as one, ? as two', params: ["'; drop ?", slot] });
  expect(file.prepare(text).get(...open.map(() => 'given'))).toEqual({ one: "'; drop ?", two: 'given' });
  // A sign of interrogation that is no slot: then nothing is written into the text.
  const odd = { sql: `select '?' as a, ? as b`, params: [1] };
  expect(inlineConstants(odd)).toEqual({ text: odd.sql, open: odd.params });
});

test('the planner is told of a full house, and keeps no samples that would make it plan again', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'guihang-planned-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'data.db');
  const opened = async () => (await openDatabase(`file:${path}`)).close();
  await opened();
  const file = new Sqlite(path);
  const counts = () => file.prepare('select idx, stat from sqlite_stat1 order by idx').all();
  const samples = () => file.prepare('select count(*) from sqlite_stat4').pluck().get();
  const told = counts();
  expect(told).toContainEqual({ idx: 'items_warehouse_since', stat: '1000000 500000 50 1' });
  expect(told).toContainEqual({ idx: 'codes_code', stat: '500 1 1' });
  // Somebody counts for themselves: what they found is put right, and its samples go.
  file.exec(`with recursive n(i) as (select 1 union all select i + 1 from n where i < 5000)
    insert into codes (id, list, code, zh, en, position, active)
      select 'x' || i, 'l' || (i % 5), 'c' || i, '', '', 0, 1 from n;
    analyze`);
  expect(counts()).not.toEqual(told);
  expect(samples()).not.toBe(0);
  await opened();
  expect(counts()).toEqual(told);
  expect(samples()).toBe(0);
  file.close();
});
