import { expect, test } from 'vitest';
import { returnOrders } from '../../db/schema/goods.ts';
import { imports } from '../../db/schema/imports.ts';
import { backgroundTasks } from '../../db/schema/jobs.ts';
import type { Scoped } from '../../db/scope.ts';
import { carryOn, finishTasks } from '../../server/jobs/background-tasks.ts';
import { aHouse, type House } from '../world.ts';
import { accepted, imported } from './importing.ts';
import { theHouse } from './repairs.ts';
import { type Body, ok } from './road.ts';

type Fate = 'goes' | 'lacks' | 'is not heard' | 'breaks' | (() => Promise<unknown>);
const full = () => Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });
const cut = () => Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' });

const minutes = (n: number) => n * 60_000;

/** The same data by a line that does to each transaction, or before it, what is written for it; the rest go. */
function by(house: House, fates: readonly Fate[]): House['deps'] {
  const left = [...fates];
  const atomically = async (db: Scoped, work: Parameters<Scoped['atomically']>[0]) => {
    const fate = left.shift() ?? 'goes';
    if (fate === 'lacks') throw full();
    if (fate === 'breaks') throw new TypeError('broken');
    if (typeof fate === 'function') await fate();
    const done = await db.atomically(work);
    if (fate === 'is not heard') throw cut();
    return done;
  };
  const as: House['database']['as'] = (viewer) =>
    new Proxy(house.database.as(viewer), {
      get(db, name) {
        if (name === 'atomically') return (work: never) => atomically(db, work);
        const value = Reflect.get(db, name, db);
        return typeof value === 'function' ? value.bind(db) : value;
      },
    });
  return {
    ...house.deps,
    database: new Proxy(house.database, { get: (_, name) => (name === 'as' ? as : undefined) }),
  };
}

const rows = ['单号,SKU,数量', ...[0, 0, 0, 1, 1, 1, 2, 2, 2].map((n) => `W-${n},SHIRT,1`)];
/** Three return orders of three lines, each a piece of its own. */
const file = rows.join('\n');
const stored = async (house: House) =>
  (await theHouse(house).find(returnOrders)).map(({ reference }) => reference).sort();

test('what the house lacks for a moment holds up an import, and each return order is stored once', async () => {
  const house = await aHouse();
  const { scanId, left } = await accepted(house, file);
  // The first takes the import.
  const line = by(house, ['goes', 'lacks', 'lacks', 'goes', 'is not heard', 'lacks']);
  expect(await carryOn(line, left)).toBe(true);
  expect(await stored(house)).toEqual(['W-0', 'W-1', 'W-2']);
  const report = await ok(imported(house, file, { scanId }));
  expect(report.orders.map(({ reference }: Body) => reference)).toEqual(['W-0', 'W-1', 'W-2']);
  expect(report.faults).toEqual([]);
});

test('what is broken is laid aside for a while, and nothing of it is stored twice or lost', async () => {
  const house = await aHouse();
  const { left } = await accepted(house, file);
  expect(await carryOn(by(house, ['goes', 'goes', 'breaks']), left)).toBe(false);
  expect(await stored(house)).toEqual(['W-0']);
  house.clock.now = new Date(house.clock.now.getTime() + minutes(5) - 1);
  expect(await finishTasks(house.deps)).toBe(0);
  house.clock.now = new Date(house.clock.now.getTime() + 1);
  expect(await finishTasks(house.deps)).toBe(1);
  expect(await stored(house)).toEqual(['W-0', 'W-1', 'W-2']);
});

test('whoever cannot lay it aside says so, and it is free for the next one', async () => {
  const house = await aHouse();
  const { left } = await accepted(house, file);
  await expect(carryOn(by(house, ['goes', 'breaks', 'lacks']), left)).rejects.toThrow('broken');
  expect(await finishTasks(house.deps)).toBe(1);
});

test('whoever cannot even let go of it leaves it to whoever comes after the lease', async () => {
  const house = await aHouse();
  const { left } = await accepted(house, file);
  await expect(carryOn(by(house, ['goes', 'breaks', 'lacks', 'lacks']), left)).rejects.toThrow('broken');
  expect(await finishTasks(house.deps)).toBe(0);
  house.clock.now = new Date(house.clock.now.getTime() + 30_000);
  expect(await finishTasks(house.deps)).toBe(1);
});

test('whoever finds another one at the import lets go of nothing', async () => {
  const house = await aHouse();
  const { left } = await accepted(house, file);
  const until = new Date(house.clock.now.getTime() + 20_000);
  const takesOver = async () => {
    const [one = { id: 'none' }] = await theHouse(house).find(backgroundTasks);
    await theHouse(house).atomically((tx) =>
      tx.change(backgroundTasks, one, { holder: 'another', leaseUntil: until }),
    );
  };
  // Before the second piece of the first, somebody else has taken over.
  expect(await carryOn(by(house, ['goes', 'goes', takesOver]), left)).toBe(false);
  expect(await stored(house)).toEqual(['W-0']);
  expect(await theHouse(house).find(backgroundTasks)).toMatchObject([
    { holder: 'another', leaseUntil: until },
  ]);
  expect(await carryOn(house.deps, left)).toBe(false);
  expect(await finishTasks(house.deps)).toBe(0);
});

test('an import that is finished, or that there is not, is nobody’s to carry on', async () => {
  const house = await aHouse();
  const { left } = await accepted(house, file);
  expect(await carryOn(house.deps, 'whale no-such-import')).toBe(false);
  expect(await carryOn(house.deps, left)).toBe(true);
  house.later(1);
  const before = await theHouse(house).find(imports);
  expect(await carryOn(house.deps, left)).toBe(false);
  expect(await theHouse(house).find(imports)).toEqual(before);
});
