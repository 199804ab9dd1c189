import { setTimeout as sleep } from 'node:timers/promises';
import { eq } from 'drizzle-orm';
import { expect, onTestFinished, test } from 'vitest';
import { dialect } from '../../db/columns.ts';
import { openDatabase } from '../../db/open.ts';
import { returnOrders } from '../../db/schema/goods.ts';
import { importParts, imports } from '../../db/schema/imports.ts';
import { warehouses } from '../../db/schema/master-data.ts';
import { systemViewer } from '../../db/seen-by.ts';
import { carryOn, finishTasks } from '../../server/jobs/background-tasks.ts';
import type { Deps } from '../../server/process/deps.ts';
import { aHouse, type House, houseAt, newScan } from '../world.ts';
import { accepted, imported, progressOf as progress, sendSheet } from './importing.ts';
import { inTheMidst } from './in-the-midst.ts';
import { announced, type Body, ok, received } from './road.ts';

const head = '您的单号,商品编码,数量,退货原因,序列号';
const sheet = (...rows: string[]) => [head, ...rows].join('\n');
/** So many return orders of three lines. */
const orders = (n: number) =>
  sheet(...Array.from({ length: 3 * n }, (_, i) => `W-${Math.floor(i / 3)},SHIRT,${1 + (i % 3)},R01,`));
const asHouse = (house: House) => house.database.as(systemViewer);

/** What is there of an import of so many return orders: each of them once, and nothing else. */
async function allThereOnce(house: House, n: number) {
  const rows = await asHouse(house).find(returnOrders, undefined, 9_999);
  const references = rows.map(({ reference }) => reference).filter((one) => one?.startsWith('W-'));
  expect(references.length).toBe(n);
  expect(new Set(references).size).toBe(n);
}
/** Of sixty return orders some are stored after so many ids, and most are not. */
const MIDST = 100;
/** The house as it is while it is being told to end, or not any more. */
const ending = (house: House, signal: AbortSignal | undefined) =>
  Object.assign(house.deps, { ending: signal });

/** Where several servers may work on one database, one more of them; a file has one alone. */
async function anotherServerOf(house: House): Promise<House> {
  if (dialect === 'sqlite') return house;
  const { DATABASE_URL, FILES_DIR } = house.deps.config;
  const other = await houseAt(DATABASE_URL, FILES_DIR);
  onTestFinished(() => other.close());
  return other;
}

test('while a spreadsheet is imported, scans are done between its return orders', async () => {
  const house = await aHouse();
  const code = await received(house);
  const { scanId } = await accepted(house, orders(100));
  let over = false;
  const stored = finishTasks(house.deps).finally(() => (over = true));
  const stood: number[] = [];
  for (let n = 0; !over; n++) {
    await ok(house.item('wu', code, 'move', { location: n % 2 ? 'R-01' : 'Q-01-01-1' }));
    const { body } = await progress(house, scanId);
    if (body.done < 100) stood.push(body.done);
    // Who scans takes a breath.
    await sleep(20);
  }
  // Each of these scans found the import at another place, and none had to wait for its end.
  expect(new Set(stood.filter((done) => done > 0)).size).toBeGreaterThan(5);
  expect(await stored).toBe(1);
  const { report, ...end } = (await progress(house, scanId)).body;
  expect([report.orders.length, report.faults]).toEqual([100, []]);
  const finishedAt = house.clock.now.toISOString();
  expect(end).toEqual({ orders: 100, done: 100, pending: 0, failing: false, finishedAt });
  await allThereOnce(house, 100);
});

test('a server that ends stops between two return orders, and another one goes on from there', async () => {
  const house = await aHouse();
  const { scanId } = await accepted(house, orders(60));
  const stopping = new AbortController();
  ending(house, stopping.signal);
  expect(await finishTasks(inTheMidst(house, [MIDST, () => stopping.abort()]))).toBe(0);
  const { done, finishedAt } = (await progress(house, scanId)).body;
  expect([done > 6 && done < 60, finishedAt]).toEqual([true, null]);
  ending(house, undefined);
  const report = await ok(imported(house, orders(60), { scanId }));
  expect(report.orders.map(({ reference }: Body) => reference)).toEqual(
    Array.from({ length: 60 }, (_, i) => `W-${i}`),
  );
  await allThereOnce(house, 60);
});

test('an import whose server died is finished by the jobs once its lease has run out, each return order once', async () => {
  const house = await aHouse();
  const { scanId, left } = await accepted(house, orders(60));
  const dying = await openDatabase(house.deps.config.DATABASE_URL);
  let gone: Promise<void> | undefined;
  const working = inTheMidst(house, [MIDST, () => (gone = dying.close())]);
  await expect(carryOn({ ...working, database: dying }, left)).rejects.toThrow();
  await gone;
  const { done } = (await progress(house, scanId)).body;
  expect(done > 6 && done < 60).toBe(true);
  const died = house.clock.now.getTime();
  // A lease lasts 30 seconds; nobody else is at it before.
  for (const ms of [0, 29_999]) {
    house.clock.now = new Date(died + ms);
    expect([await finishTasks(house.deps), await carryOn(house.deps, left)]).toEqual([0, false]);
  }
  expect((await progress(house, scanId)).body.done).toBe(done);
  house.clock.now = new Date(died + 30_000);
  expect(await finishTasks(house.deps)).toBe(1);
  await allThereOnce(house, 60);
  const report = await ok(imported(house, orders(60), { scanId }));
  expect([report.orders.length, report.lines, report.faults]).toEqual([60, 180, []]);
  expect(await finishTasks(house.deps)).toBe(0);
});

test('whoever was away too long finds another one at the import, and stores no more of it', async () => {
  const house = await aHouse();
  const { left } = await accepted(house, orders(60));
  // Its clock stood still: it does not know that it was away, and takes no new lease.
  const then = house.clock.now;
  let second: Promise<boolean> | undefined;
  const comesAnother = () => {
    house.later(1);
    second = carryOn(house.deps, left);
  };
  const working = inTheMidst(house, [MIDST, comesAnother]);
  const first = carryOn({ ...working, now: () => then }, left);
  expect([await first, await second]).toEqual([false, true]);
  await allThereOnce(house, 60);
});

test('whoever is at an import keeps it, however long it takes', async () => {
  const house = await aHouse();
  const { left } = await accepted(house, orders(60));
  let other: Promise<boolean> | undefined;
  const twentySecondsOn = () => house.later(20 / 3_600);
  const first = carryOn(
    inTheMidst(
      house,
      [MIDST / 2, twentySecondsOn],
      [MIDST, twentySecondsOn],
      [MIDST + 1, () => (other = carryOn(house.deps, left))],
    ),
    left,
  );
  expect([await first, await other]).toEqual([true, false]);
  await allThereOnce(house, 60);
});

test('a spreadsheet sent twice, at once or later, to one server or two, is one import with one report', async () => {
  const house = await aHouse();
  const other = await anotherServerOf(house);
  const scanId = newScan();
  const sent = [house, other, house].map((at) => ok(imported(at, orders(30), { scanId })));
  const [first, ...more] = await Promise.all(sent);
  for (const one of [...more, await ok(imported(other, orders(30), { scanId }))]) expect(one).toEqual(first);
  expect(first.orders).toHaveLength(30);
  await allThereOnce(house, 30);
  expect(await asHouse(house).count(imports)).toBe(1);
  const reused = await sendSheet(house, orders(31), { scanId });
  expect(reused).toMatchObject({ status: 422, body: { code: 'scan_id_reused' } });
  // Somebody else may use the same number, and their import is another.
  expect((await ok(imported(house, orders(2), { scanId, who: 'kite' }))).orders).toHaveLength(2);
});

test('numbers and serials in use are found before anything is stored', async () => {
  const house = await aHouse();
  await announced(house, 'whale', [{ sku: 'EARBUDS', serial: 'SN-0001' }], { reference: 'W-1' });
  const file = sheet(
    'W-0,SHIRT,1,R01,',
    'W-1,SHIRT,1,R01,',
    'W-2,EARBUDS,1,R01,sn-0001',
    'W-3,EARBUDS,1,R01,SN-0002',
    'W-4,EARBUDS,1,R01,SN-0002',
  );
  const { scanId, ...report } = { scanId: newScan(), ...(await ok(sendSheet(house, file))) };
  expect(report.accepted).toBeNull();
  expect(report.faults.map(({ row, column }: Body) => [row, column])).toEqual([
    [3, 'reference'],
    [4, 'serial'],
    [6, 'serial'],
  ]);
  expect((await progress(house, scanId)).status).toBe(404);
  await allThereOnce(house, 1);
  expect(await asHouse(house).count(imports)).toBe(0);
  expect(await asHouse(house).count(importParts)).toBe(0);
});

test('what changes after the check keeps out the return orders that it concerns, and the report names them', async () => {
  const house = await aHouse();
  const file = sheet(...Array.from({ length: 7 }, (_, i) => `W-${i},SHIRT,1,R01,`), 'W-5,SHIRT,2,R01,');
  const { scanId } = await accepted(house, file);
  await announced(house, 'whale', [{ sku: 'SHIRT' }], { reference: 'W-5' });
  expect(await finishTasks(house.deps)).toBe(1);
  const report = await ok(imported(house, file, { scanId }));
  const stored = report.orders.map(({ reference }: Body) => reference);
  expect(stored).toEqual(['W-0', 'W-1', 'W-2', 'W-3', 'W-4', 'W-6']);
  expect(report.faults).toMatchObject([{ row: 7, column: 'reference', value: 'W-5' }]);
  expect(report.faults[0].words.zh).toMatch(/第 7–9 行：单号 W-5 已用于.*没有导入/);
  await allThereOnce(house, 7);
});

test('an import into a warehouse that closed meanwhile comes to its end, and says that nothing could be stored', async () => {
  const house = await aHouse();
  const { scanId } = await accepted(house, orders(3));
  const close = (active: boolean) =>
    asHouse(house).atomically(async (tx) => {
      const [hk] = await tx.find(warehouses, eq(warehouses.code, 'HK'));
      if (hk) await tx.change(warehouses, hk, { active });
    });
  await close(false);
  expect(await finishTasks(house.deps satisfies Deps)).toBe(1);
  const report = await ok(imported(house, orders(3), { scanId }));
  expect([report.orders, report.faults.map(({ row }: Body) => row)]).toEqual([[], [2, 5, 8]]);
  expect((await progress(house, scanId)).body).toMatchObject({ orders: 3, done: 3 });
});
