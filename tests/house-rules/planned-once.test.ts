import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { sql } from 'drizzle-orm';
import { expect, onTestFinished, test } from 'vitest';
import { dialect } from '../../db/columns.ts';
import { settled } from '../../db/compiled.ts';
import { openDatabase } from '../../db/open.ts';

const onFile = test.skipIf(dialect === 'postgres');

onFile('what never changes stands in the text of a statement, and only what is given is bound', () => {
  const slot = sql.placeholder('code');
  const asked = {
    sql: 'select "a" from "b" where "c" = ? and "d" = ? and "e" = ? and "f" = ? limit ?',
    params: ["it's ? or 'more'", slot, 'a\0b', 7, 1],
  };
  expect(settled(asked)).toEqual({
    text: `select "a" from "b" where "c" = 'it''s ? or ''more''' and "d" = ? and "e" = ? and "f" = 7 limit 1`,
    open: [slot, 'a\0b'],
  });
  const file = new Sqlite(':memory:');
  const { text, open } = settled({ sql: 'select ? as one, ? as two', params: ["'; drop ?", slot] });
  expect(file.prepare(text).get(...open.map(() => 'given'))).toEqual({ one: "'; drop ?", two: 'given' });
  // A sign of interrogation that is no slot: then nothing is written into the text.
  const odd = { sql: `select '?' as a, ? as b`, params: [1] };
  expect(settled(odd)).toEqual({ text: odd.sql, open: odd.params });
});

onFile(
  'the planner is told how full the house is, and gets no samples that would make it plan again',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'guihang-planned-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const path = join(folder, 'data.db');
    await (await openDatabase(`file:${path}`)).close();
    const file = new Sqlite(path);
    file.exec(`with recursive n(i) as (select 1 union all select i + 1 from n where i < 5000)
    insert into codes (id, list, code, zh, en, position, active)
      select 'x' || i, 'l' || (i % 5), 'c' || i, '', '', 0, 1 from n`);
    await (await openDatabase(`file:${path}`)).close();
    const told = file.prepare("select stat from sqlite_stat1 where tbl = 'codes'").pluck().all() as string[];
    expect(told.join()).toMatch(/^5\d\d\d /);
    const samples = file
      .prepare("select count(*) from sqlite_master where name = 'sqlite_stat4'")
      .pluck()
      .get();
    expect(samples === 0 ? 0 : file.prepare('select count(*) from sqlite_stat4').pluck().get()).toBe(0);
    file.close();
  },
);
