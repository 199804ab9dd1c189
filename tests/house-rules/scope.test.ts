import { eq, sql } from 'drizzle-orm';
import { describe, expect, onTestFinished, test } from 'vitest';
import { listed, named } from '../../db/named-queries.ts';
import { type Database, openDatabase } from '../../db/open.ts';
import { skuWithCode } from '../../db/queries/skus.ts';
import { tries } from '../../db/schema/access.ts';
import { skus } from '../../db/schema/goods.ts';
import { outbox } from '../../db/schema/jobs.ts';
import { warehouses } from '../../db/schema/master-data.ts';
import { itemTexts } from '../../db/schema/texts.ts';
import type { Writing } from '../../db/scope.ts';
import { OutOfSight, systemViewer } from '../../db/seen-by.ts';
import { theSkus } from '../cast.ts';
import { freshDatabase, throwAway, viewerOf } from '../world.ts';

async function aDatabase(): Promise<Database> {
  const { url, folder } = await freshDatabase();
  const database = await openDatabase(url);
  onTestFinished(async () => {
    await database.close();
    throwAway(url, folder);
  });
  return database;
}
const lamp = {
  ...theSkus[0],
  id: 'lamp',
  exporterId: 'whale',
  code: 'LAMP',
  gtin: null,
  serialPattern: null,
} as typeof skus.$inferInsert;
const work = (n: number) => ({
  ...{
    id: `w${String(n).padStart(3, '0')}`,
    kind: 'mail',
    about: {},
    at: new Date(n),
    dueAt: new Date(n),
    tries: 0,
  },
});
const whale = (database: Database) => database.as(viewerOf('whale'));
const inside = <R>(database: Database, work: (tx: Writing) => Promise<R>) =>
  database.as(systemViewer).atomically(work);

describe('whoever reads', () => {
  test('finds at most 200 rows unless they say how many, and counts them all', async () => {
    const database = await aDatabase();
    await inside(database, (tx) =>
      tx.addMany(
        outbox,
        Array.from({ length: 205 }, (_, n) => work(n)),
      ),
    );
    const db = database.as(systemViewer);
    expect([(await db.find(outbox)).length, (await db.find(outbox, undefined, 204)).length]).toEqual([
      200, 204,
    ]);
    expect(await db.find(outbox, eq(outbox.id, 'w007'))).toMatchObject([{ id: 'w007', at: new Date(7) }]);
    expect([
      await db.first(outbox, eq(outbox.id, 'w204')),
      await db.first(outbox, eq(outbox.id, 'none')),
    ]).toMatchObject([{ id: 'w204' }, undefined]);
    expect([await db.count(outbox), await db.count(outbox, eq(outbox.id, 'w007'))]).toEqual([205, 1]);
    expect(await whale(database).count(outbox)).toBe(0);
    expect(await whale(database).find(outbox)).toEqual([]);
  });

  test('is the house for a moment where the house looks for them, and keeps their name', async () => {
    const database = await aDatabase();
    expect(await whale(database).count(tries)).toBe(0);
    await inside(database, (tx) => tx.add(tries, { id: 'x', failures: 1, lastAt: new Date(0) }));
    expect(await whale(database).count(tries)).toBe(0);
    const theirs = whale(database).asSystem();
    expect([theirs.viewer, await theirs.count(tries)]).toEqual([{ as: 'system', id: 'whale' }, 1]);
    await whale(database).atomically(async (tx) => {
      expect(tx.asSystem().viewer).toEqual({ as: 'system', id: 'whale' });
      await tx.asSystem().change(tries, { id: 'x' }, { failures: 2 });
    });
    expect(await theirs.first(tries)).toMatchObject({ failures: 2 });
  });

  test('sees nothing that is not committed, and all that is', async () => {
    const database = await aDatabase();
    const seen: number[] = [];
    const look = async () =>
      seen.push((await whale(database).ask(skuWithCode, { code: 'LAMP', exporterId: 'whale' })).length);
    await look();
    await inside(database, async (tx) => {
      await tx.add(skus, lamp);
      await look();
      expect(await tx.count(skus, eq(skus.code, 'LAMP'))).toBe(1);
    });
    await look();
    expect(seen).toEqual([0, 0, 1]);
  });
});

describe('a query', () => {
  const shirts = (database: Database, query: Parameters<ReturnType<typeof whale>['ask']>[0]) =>
    whale(database).ask(query, {});
  test('asks of every table who sees it, however it gets there, or says that it goes by way of another', async () => {
    const database = await aDatabase();
    const joins = named('joins a table', (q, sees) =>
      q.select({ id: skus.id }).from(skus).innerJoin(warehouses, sql`1`).where(sees(skus)),
    );
    await expect(shirts(database, joins)).rejects.toThrow(
      '"joins a table" reads warehouses without asking who sees it',
    );
    const inner = named('reads in a part', (q, sees) =>
      q
        .select({ id: skus.id })
        .from(skus)
        .where(sql`${sees(skus)} and exists (select 1 from warehouses)`),
    );
    await expect(shirts(database, inner)).rejects.toThrow('reads warehouses');
    const changes = named(
      'changes a table',
      (q) => q.update(skus).set({ nameEn: 'mine' }).returning() as never,
    );
    await expect(shirts(database, changes)).rejects.toThrow('reads skus');
    const list = listed('lists a table', (q) => q.select().from(skus));
    await expect(whale(database).list(list, {})).rejects.toThrow('"lists a table" reads skus');
    expect(await database.as(systemViewer).count(skus, eq(skus.nameEn, 'mine'))).toBe(0);
  });

  test('that goes through another table names it; the grams of its texts go with it', async () => {
    const database = await aDatabase();
    const through = named(
      'goes through',
      (q, sees) =>
        q
          .select({ id: skus.id })
          .from(skus)
          .where(sql`${sees(skus)} and exists (select 1 from warehouses)`),
      [warehouses],
    );
    expect(await shirts(database, through)).toHaveLength(5);
    const grams = listed(
      'reads grams',
      (q, sees) =>
        q
          .select({ id: skus.id })
          .from(skus)
          .where(sql`${sees(skus)} and 'item_texts' <> ' from "item_texts_grams" '`),
      [itemTexts],
    );
    expect(await whale(database).list(grams, {})).toHaveLength(5);
    const called = listed('calls a function', (q, sees) =>
      q
        .select({ id: sql<string>`trim(${skus.id})` })
        .from(skus)
        .where(sql`${sees(skus)} and ' from lower(x)' <> ''`),
    );
    expect(await whale(database).list(called, {})).toHaveLength(5);
  });

  test('is one for each kind of viewer, and answered to each by what is theirs', async () => {
    const database = await aDatabase();
    const all = named('all skus of mine', (q, sees) =>
      q.select({ id: skus.id }).from(skus).where(sees(skus)),
    );
    const seen = async (who: 'whale' | 'kite' | 'wu' | 'spark') =>
      (await database.as(viewerOf(who)).ask(all, {})).length;
    for (let twice = 0; twice < 2; twice++)
      expect([await seen('whale'), await seen('kite'), await seen('wu'), await seen('spark')]).toEqual([
        5, 2, 7, 0,
      ]);
    expect(await database.as(systemViewer).ask(all, {})).toHaveLength(7);
  });
});

describe('whoever writes', () => {
  test('adds, changes and removes their own, and nobody else’s', async () => {
    const database = await aDatabase();
    await whale(database).atomically(async (tx) => {
      await tx.add(skus, lamp);
      await tx.change(skus, lamp, { nameEn: 'Lamp', hsCode: null, gtin: undefined });
      await tx.remove(skus, { id: 'whale-X-1' });
    });
    const db = database.as(systemViewer);
    expect(await db.first(skus, eq(skus.id, 'lamp'))).toEqual({ ...lamp, nameEn: 'Lamp', hsCode: null });
    expect(await db.count(skus)).toBe(7);
    const kites = { id: 'kite-X-1' };
    const refused = (work: (tx: Writing) => Promise<unknown>) =>
      expect(whale(database).atomically(work)).rejects;
    await refused((tx) => tx.change(skus, kites, { nameEn: 'mine' })).toThrow(
      'There is no skus kite-X-1 to change.',
    );
    await refused((tx) => tx.remove(skus, kites)).toThrow('There is no skus kite-X-1 to remove.');
    await refused((tx) => tx.change(skus, kites, { nameEn: 'mine' })).toThrow(OutOfSight);
    await refused((tx) => tx.remove(skus, { id: 'none' })).toThrow(OutOfSight);
    for (const exporterId of ['kite', undefined]) {
      const foreign = { ...lamp, id: 'x', code: 'X', exporterId } as typeof lamp;
      await refused((tx) => tx.add(skus, foreign)).toThrow('whale');
      await refused((tx) => tx.claim(skus, foreign)).toThrow('whale');
      await refused((tx) => tx.addMany(skus, [foreign])).toThrow('whale');
    }
    await refused((tx) => tx.change(skus, lamp, { exporterId: 'kite' })).toThrow('whale');
    expect(await db.count(skus)).toBe(7);
    expect(await db.first(skus, eq(skus.id, 'kite-X-1'))).toMatchObject({ nameEn: '测试裙 (en)' });
  });

  test('claims what is free, and is told when it is taken', async () => {
    const database = await aDatabase();
    const row = { id: 'mine', failures: 1, lastAt: new Date(5), waitUntil: null };
    await inside(database, async (tx) => {
      expect([await tx.claim(tries, row), await tx.claim(tries, { ...row, failures: 9 })]).toEqual([
        true,
        false,
      ]);
      expect(await tx.first(tries)).toEqual(row);
    });
  });

  test('adds many at once, as many as there are, and leaves out what is no column', async () => {
    const database = await aDatabase();
    for (const [from, to] of [
      [0, 0],
      [0, 1],
      [1, 51],
      [51, 152],
    ] as const)
      await inside(database, (tx) =>
        tx.addMany(
          outbox,
          Array.from({ length: to - from }, (_, i) => work(from + i)),
        ),
      );
    await inside(database, (tx) =>
      tx.add(outbox, { ...work(900), more: 'ignored', lastError: undefined } as never),
    );
    expect(await database.as(systemViewer).count(outbox)).toBe(153);
    expect(await database.as(systemViewer).first(outbox, eq(outbox.id, 'w900'))).toEqual({
      ...{ ...work(900), doneAt: null, lastError: null },
    });
  });

  test('empties the field that they said, and no other', async () => {
    const database = await aDatabase();
    await inside(database, async (tx) => {
      await tx.add(outbox, { ...work(1), doneAt: new Date(1), lastError: 'x' });
      await tx.change(outbox, work(1), { doneAt: null });
      expect(await tx.first(outbox)).toMatchObject({ doneAt: null, lastError: 'x' });
      await tx.change(outbox, work(1), { lastError: null });
      expect(await tx.first(outbox)).toMatchObject({ doneAt: null, lastError: null });
    });
  });

  test('is alone: all of it happens or none, and within it one begins no other', async () => {
    const database = await aDatabase();
    const kept: Writing[] = [];
    const broken = inside(database, async (tx) => {
      await tx.add(outbox, work(1));
      expect(await tx.atomically(async (same) => same)).toBe(tx);
      kept.push(tx);
      throw new Error('at last');
    });
    await expect(broken).rejects.toThrow('at last');
    expect(await database.as(systemViewer).count(outbox)).toBe(0);
    const [over] = kept;
    await expect(over?.find(outbox)).rejects.toThrow('This transaction is over');
    await expect(over?.count(outbox)).rejects.toThrow('This transaction is over');
  });

  test('is told anew what they asked before, once they wrote', async () => {
    const database = await aDatabase();
    const ask = { code: 'LAMP', exporterId: 'whale' };
    await whale(database).atomically(async (tx) => {
      const seen: (string | undefined)[] = [];
      const look = async () => seen.push((await tx.ask(skuWithCode, ask))[0]?.nameEn);
      await look();
      await tx.add(skus, lamp);
      await look();
      await tx.change(skus, lamp, { nameEn: 'changed' });
      await look();
      await tx.remove(skus, lamp);
      await look();
      await tx.claim(skus, { ...lamp, nameEn: 'claimed' });
      await look();
      expect(seen).toEqual([undefined, lamp.nameEn, 'changed', undefined, 'claimed']);
    });
  });
});

test('a database answers, whether or not there is anything in it, until it is closed', async () => {
  const { url, folder } = await freshDatabase();
  const database = await openDatabase(url);
  expect(await database.answers()).toBe(true);
  expect(database.writeHealth.read().uncertain).toBe(0);
  await database.close();
  await expect(database.answers()).rejects.toThrow();
  await expect(database.as(systemViewer).count(skus)).rejects.toThrow();
  throwAway(url, folder);
});
