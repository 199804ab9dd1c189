import Sqlite from 'better-sqlite3';
import { and, asc, count, eq, gte, type SQL, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { alias, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { expect, onTestFinished, test } from 'vitest';
import { compileStatement, type Prepared } from '../../db/compiled-statements.ts';

const shelves = sqliteTable('shelves', {
  id: text('id').primaryKey(),
  label: text('label'),
  open: integer('open', { mode: 'boolean' }),
});
const goods = sqliteTable('goods', {
  id: text('id').primaryKey(),
  shelf: text('shelf'),
  pieces: integer('pieces').notNull(),
  since: integer('since', { mode: 'timestamp_ms' }),
  marks: text('marks', { mode: 'json' }).$type<string[]>(),
});
const morning = new Date('2026-11-23T01:00:00.123Z');
const noon = new Date('2026-11-23T04:00:00Z');

/** A shelf with a label and one without, goods on the one, on the other and on none. */
function aStore() {
  const file = new Sqlite(':memory:');
  onTestFinished(() => void file.close());
  file.exec(`create table shelves (id text primary key, label text, open integer);
    create table goods (id text primary key, shelf text, pieces integer not null, since integer, marks text);
    insert into shelves values ('s1', 'left', 1), ('s2', null, null);
    insert into goods values ('a', 's1', 3, ${morning.getTime()}, '["red"]'), ('b', 's2', 0, null, null),
      ('c', null, 7, ${noon.getTime()}, '[]')`);
  return drizzle(file);
}
type Asked = { prepare(): unknown; toSQL(): unknown };
/** What is answered, once as drizzle itself does and once by the shorter way. */
async function both(query: Asked, values: object = {}) {
  const prepared = query.prepare() as Prepared & { all?(values: object): unknown[] };
  const usual = prepared.all ? prepared.all(values) : await prepared.execute(values);
  return { usual, short: await compileStatement(query.prepare() as Prepared).execute(values) };
}
const slot = (name: string) => sql.placeholder(name);

test('rows are read the shorter way as they are written: times, truths, lists, nothing', async () => {
  const db = aStore();
  const { usual, short } = await both(db.select().from(goods).orderBy(asc(goods.id)));
  expect(short).toEqual(usual);
  expect(short).toEqual([
    { id: 'a', shelf: 's1', pieces: 3, since: morning, marks: ['red'] },
    { id: 'b', shelf: 's2', pieces: 0, since: null, marks: null },
    { id: 'c', shelf: null, pieces: 7, since: noon, marks: [] },
  ]);
  const shelf = await both(db.select().from(shelves).orderBy(asc(shelves.id)));
  expect(shelf.short).toEqual([
    { id: 's1', label: 'left', open: true },
    { id: 's2', label: null, open: null },
  ]);
  expect(
    await compileStatement(db.select().from(goods).where(sql`0`).prepare() as never).execute({}),
  ).toEqual([]);
});

test('what a join did not find is nothing as a whole; a row of which a part is empty is a row', async () => {
  const db = aStore();
  const joined = db
    .select({ shelf: shelves, goods: { id: goods.id, since: goods.since } })
    .from(goods)
    .leftJoin(shelves, eq(shelves.id, goods.shelf))
    .orderBy(asc(goods.id));
  const { usual, short } = await both(joined);
  expect(short).toEqual(usual);
  expect(short).toEqual([
    { shelf: { id: 's1', label: 'left', open: true }, goods: { id: 'a', since: morning } },
    { shelf: { id: 's2', label: null, open: null }, goods: { id: 'b', since: null } },
    { shelf: null, goods: { id: 'c', since: noon } },
  ]);
  // Of a table that every row has, nothing is left out, though what was asked of it is empty.
  const own = db.select({ goods: { since: goods.since, marks: goods.marks } }).from(goods);
  expect((await both(own)).short).toContainEqual({ goods: { since: null, marks: null } });
  const inner = db
    .select({ id: goods.id, shelf: { label: shelves.label, open: shelves.open } })
    .from(goods)
    .innerJoin(shelves, eq(shelves.id, goods.shelf))
    .orderBy(asc(goods.id));
  const found = await both(inner);
  expect(found.short).toEqual(found.usual);
  expect(found.short).toContainEqual({ id: 'b', shelf: { label: null, open: null } });
});

test('what mixes two tables, or a sum, under one name is told field by field', async () => {
  const db = aStore();
  const twin = alias(shelves, 'twin');
  const mixed = db
    .select({
      n: sql<number>`${goods.pieces} + 1`.mapWith(String),
      aliased: sql<number>`${goods.pieces} * 2`.as('doubled'),
      around: { label: shelves.label, twins: twin.label, pieces: goods.pieces },
      made: { sum: sql<number>`${goods.pieces} + 2` },
      counted: { label: shelves.label, one: sql<Date>`${goods.since}`.mapWith(goods.since) },
    })
    .from(goods)
    .leftJoin(shelves, eq(shelves.id, goods.shelf))
    .leftJoin(twin, eq(twin.id, goods.shelf))
    .orderBy(asc(goods.id));
  const { short } = await both(mixed);
  expect(short[2]).toEqual({
    n: '8',
    aliased: 14,
    around: { label: null, twins: null, pieces: 7 },
    made: { sum: 9 },
    counted: null,
  });
  expect(short[0]).toEqual({
    n: '4',
    aliased: 6,
    around: { label: 'left', twins: 'left', pieces: 3 },
    made: { sum: 5 },
    counted: { label: 'left', one: morning },
  });
});

test('what is given is written as its column writes it, in whatever order it is given', async () => {
  const db = aStore();
  const since = (name: string) => sql`${sql.param(slot(name), goods.since)}`;
  const query = db
    .select({ id: goods.id })
    .from(goods)
    .where(and(gte(goods.since, since('from') as SQL), eq(goods.pieces, slot('pieces'))));
  const ask = (from: Date, pieces: number) => both(query, { pieces, more: 1, from });
  expect((await ask(morning, 3)).short).toEqual([{ id: 'a' }]);
  expect((await ask(new Date(morning.getTime() + 1), 3)).short).toEqual([]);
  expect((await ask(noon, 7)).short).toEqual([{ id: 'c' }]);
  expect((await ask(noon, 7)).usual).toEqual([{ id: 'c' }]);
  const missing = compileStatement(query.prepare() as never).execute({ pieces: 3 });
  await expect(missing).rejects.toThrow('No value was given for "from".');
  // Null is a value.
  const nulled = db
    .select({ n: count() })
    .from(goods)
    .where(sql`${goods.shelf} is ${slot('shelf')}`);
  expect((await both(nulled, { shelf: null })).short).toEqual([{ n: 1 }]);
});

test('a write says what it did, and one that hands its rows back hands them back', async () => {
  const db = aStore();
  const add = db.insert(goods).values({
    ...{ id: slot('id') as never, pieces: slot('pieces') as never, since: slot('since') as never },
    marks: slot('marks') as never,
  });
  const row = { id: 'd', pieces: 1, since: noon, marks: ['blue'] };
  expect(await compileStatement(add.prepare() as never).execute(row)).toMatchObject([{ changes: 1 }]);
  const change = db
    .update(goods)
    .set({ pieces: 9 })
    .where(eq(goods.id, slot('id')))
    .returning();
  expect(await compileStatement(change.prepare() as never).execute({ id: 'd' })).toEqual([
    { ...row, shelf: null, pieces: 9 },
  ]);
  expect(await compileStatement(change.prepare() as never).execute({ id: 'nobody' })).toEqual([]);
});

test('a query of another database stays as it is', () => {
  const other: Prepared = { execute: async () => [] };
  expect(compileStatement(other)).toBe(other);
});
