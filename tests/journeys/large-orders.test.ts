import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { openDatabase } from '../../db/open.ts';
import { items } from '../../db/schema/items.ts';
import { backgroundTasks, outbox } from '../../db/schema/jobs.ts';
import { systemViewer } from '../../db/seen-by.ts';
import { finishTasks } from '../../server/jobs/background-tasks.ts';
import { aHouse, type House, newScan } from '../world.ts';
import { inTheMidst } from './in-the-midst.ts';
import { announced as announcedBy, type Body, ok } from './road.ts';

const announced = async (house: House, who: 'whale', lines: readonly object[]): Promise<Body> =>
  announcedBy(house, who, lines);
const asked = (house: House, code: string): Promise<Body> =>
  ok(house.call('whale', `GET /api/v1/return-orders/${code}`));
const cancel = (house: House, code: string) =>
  ok(house.call('whale', `POST /api/v1/return-orders/${code}/steps`, { scanId: newScan(), step: 'cancel' }));
const states = ({ items }: Body) => {
  const counted: Record<string, number> = {};
  for (const { state } of items) counted[state.id] = (counted[state.id] ?? 0) + 1;
  return counted;
};
/** A house that is told to end while it does the first piece of its work: the fourth time that it looks at the clock. */
const endingInFirst = (house: House) => {
  const ending = new AbortController();
  let left = 4;
  const now = () => {
    if (--left <= 0) ending.abort();
    return house.deps.now();
  };
  return { ...house.deps, now, ending: ending.signal };
};

test('a large return order is accepted at once and announced in pieces, each article once', async () => {
  const house = await aHouse();
  const order = await announced(house, 'whale', [
    { sku: 'SHIRT', quantity: 30 },
    { sku: 'PHONE', quantity: 120 },
    { sku: 'PHONE', quantity: 3 },
  ]);
  expect([order.state.id, order.items.length, order.pending]).toEqual(['approved', 50, 74]);
  expect(await finishTasks(endingInFirst(house))).toBe(0);
  expect((await asked(house, order.code)).pending).toBe(44);
  expect(await finishTasks(house.deps)).toBe(1);
  const whole = await asked(house, order.code);
  expect([whole.items.length, whole.pending, states(whole)]).toEqual([124, 0, { announced: 124 }]);
  const perLine = [1, 2, 3].map((n) => whole.items.filter(({ line }: Body) => line === n).length);
  expect(perLine).toEqual([1, 120, 3]);
  expect(whole.items.map(({ quantity }: Body) => quantity).filter((n: number) => n !== 1)).toEqual([30]);
  expect(await finishTasks(house.deps)).toBe(0);
});

test('two servers that finish the same return order announce each article once', async () => {
  const house = await aHouse();
  const { code } = await announced(house, 'whale', [{ sku: 'PHONE', quantity: 170 }]);
  await Promise.all([finishTasks(house.deps), finishTasks(house.deps)]);
  expect((await asked(house, code)).items).toHaveLength(170);
});

test('a task that fails by a fault of ours is laid aside; the others go on, and it is tried again later', async () => {
  const house = await aHouse();
  const told: object[] = [];
  const log = Object.assign(Object.create(house.deps.log), {
    error: (about: object) => void told.push(about),
  });
  const deps = { ...house.deps, log };
  const ofNothing = { id: 'gone', kind: 'return order', askedBy: 'whale', exporterId: 'whale' } as const;
  const { code } = await announced(house, 'whale', [{ sku: 'PHONE', quantity: 60 }]);
  // Before the other in the queue, and of a return order that is not there.
  const begun = new Date(house.clock.now.getTime() - 60_000);
  const add = { ...ofNothing, done: 0, holder: '', leaseUntil: begun };
  await house.deps.database.as(systemViewer).atomically((tx) => tx.add(backgroundTasks, add));
  expect(await finishTasks(deps)).toBe(1);
  expect((await asked(house, code)).pending).toBe(0);
  expect(told).toMatchObject([{ task: 'gone' }]);
  expect(await finishTasks(deps)).toBe(0);
  house.clock.now = new Date(house.clock.now.getTime() + 5 * 60_000);
  expect(await finishTasks(deps)).toBe(0);
  expect(told).toHaveLength(2);
  await house.deps.database
    .as(systemViewer)
    .atomically(async (tx) => tx.remove(backgroundTasks, (await tx.find(backgroundTasks))[0] as typeof add));
});

test('a large return order is called off in pieces; what was not yet announced never is', async () => {
  const house = await aHouse();
  const { code } = await announced(house, 'whale', [{ sku: 'PHONE', quantity: 130 }]);
  await finishTasks(house.deps);
  const cancelled = await cancel(house, code);
  expect([cancelled.state.id, cancelled.pending]).toEqual(['cancelled', 105]);
  expect(await finishTasks(house.deps)).toBe(1);
  expect(states(await asked(house, code))).toEqual({ cancelled: 130 });

  const other = await announced(house, 'whale', [{ sku: 'PHONE', quantity: 130 }]);
  expect((await cancel(house, other.code)).pending).toBe(25);
  expect(await finishTasks(house.deps)).toBe(1);
  expect(states(await asked(house, other.code))).toEqual({ cancelled: 50 });
});

test('an article that came by itself before its turn is expected without its number, and the others come', async () => {
  const house = await aHouse();
  const known = await announced(house, 'whale', [{ sku: 'PHONE', serial: 'SN-7001' }]);
  await cancel(house, known.code);
  const lines = [{ sku: 'PHONE', quantity: 60 }, { sku: 'PHONE', serial: 'SN-7001' }, { sku: 'SHIRT' }];
  const order = await announced(house, 'whale', lines);
  expect(order.pending).toBe(12);
  // Meanwhile it lies at the dock.
  const box = { location: 'R-01', description: 'phone', exporter: 'whale', sku: 'PHONE', serial: 'SN-7001' };
  await ok(house.call('liu', 'POST /api/v1/receipts', { scanId: newScan(), ...box }));
  expect(await finishTasks(house.deps)).toBe(1);
  const whole = await asked(house, order.code);
  expect([whole.items.length, whole.pending]).toEqual([62, 0]);
  expect(whole.items.filter(({ serial }: Body) => serial !== null)).toEqual([]);
});

const manyLines = (n: number, more: object = {}) =>
  Array.from({ length: n }, (_, i) => ({ sku: 'SHIRT', quantity: 1 + (i % 3), reason: 'R01', ...more }));
const enter = async (house: House, lines: readonly object[], more: object = {}): Promise<Body> => {
  const ask = { scanId: newScan(), warehouse: 'HK', lines, ...more };
  return ok(house.call('whale', 'POST /api/v1/return-orders', ask));
};

test('of two thousand lines the first are stored at once, the others in pieces, and it is submitted after the last', async () => {
  const house = await aHouse();
  const order = await enter(house, manyLines(2_000));
  expect([order.state.id, order.lines.length, order.pending]).toEqual(['draft', 200, 2_000]);
  expect(await finishTasks(endingInFirst(house))).toBe(0);
  const later = await asked(house, order.code);
  expect([later.state.id, later.lines.length, later.pending]).toEqual(['draft', 400, 2_000]);
  // Meanwhile nobody submits a part of it.
  const early = await house.order('whale', order.code, 'submit');
  expect([early.status, early.body.code]).toEqual([409, 'step_refused']);
  await Promise.all([finishTasks(house.deps), finishTasks(house.deps)]);
  const whole = await asked(house, order.code);
  expect([whole.state.id, whole.pending, whole.itemsTotal]).toEqual(['approved', 0, 2_000]);
  expect(whole.lines.map(({ number }: Body) => number)).toEqual(
    Array.from({ length: 2_000 }, (_, i) => i + 1),
  );
  expect(whole.lines.at(-1)).toMatchObject({ quantity: 2, pieces: { expected: 2, missing: 0, here: 0 } });
});

test('a large return order whose server died is finished once the lease has run out, each line and item once', async () => {
  const house = await aHouse();
  const { code } = await enter(house, manyLines(900));
  const dying = await openDatabase(house.deps.config.DATABASE_URL);
  let died: Promise<void> | undefined;
  const working = inTheMidst(house, [300, () => (died = dying.close())]);
  await expect(finishTasks({ ...working, database: dying })).rejects.toThrow();
  await died;
  const stored = (await asked(house, code)).lines.length;
  expect(stored).toBeGreaterThan(200);
  expect(stored).toBeLessThan(900);
  expect(await finishTasks(house.deps)).toBe(0);
  house.clock.now = new Date(house.clock.now.getTime() + 30_000);
  expect(await finishTasks(house.deps)).toBe(1);
  const whole = await asked(house, code);
  expect([whole.state.id, whole.lines.length, whole.itemsTotal, whole.pending]).toEqual([
    'approved',
    900,
    900,
    0,
  ]);
  expect(new Set(whole.lines.map(({ number }: Body) => number)).size).toBe(900);
});

test('a draft of many lines stays one; what is called off meanwhile gets no more of them', async () => {
  const house = await aHouse();
  const draft = await enter(house, manyLines(450), { submit: false });
  expect(await finishTasks(house.deps)).toBe(1);
  const whole = await asked(house, draft.code);
  expect([whole.state.id, whole.lines.length, whole.pending]).toEqual(['draft', 450, 0]);
  const other = await enter(house, manyLines(450));
  expect((await cancel(house, other.code)).state.id).toBe('cancelled');
  expect(await finishTasks(house.deps)).toBe(1);
  const over = await asked(house, other.code);
  expect([over.lines.length, over.pending, over.itemsTotal]).toEqual([200, 0, 0]);
});

test('a serial that is in the house already is told at once; one that comes meanwhile leaves a draft', async () => {
  const house = await aHouse();
  const serials = (name: string) =>
    Array.from({ length: 300 }, (_, i) => ({
      sku: 'PHONE',
      quantity: 1,
      reason: 'R01',
      serial: `${name}-${i}`,
    }));
  await announced(house, 'whale', [{ sku: 'PHONE', serial: 'SN-250' }]);
  const refused = { scanId: newScan(), warehouse: 'HK', lines: serials('SN') };
  const { status, body } = await house.call('whale', 'POST /api/v1/return-orders', refused);
  expect([status, body.code]).toEqual([409, 'serial_in_house']);
  const order = await enter(house, serials('LATER'));
  await announced(house, 'whale', [{ sku: 'PHONE', serial: 'LATER-299' }]);
  expect(await finishTasks(house.deps)).toBe(1);
  const left = await asked(house, order.code);
  expect([left.state.id, left.lines.length, left.pending, left.itemsTotal]).toEqual(['draft', 300, 0, 0]);
  // Who pressed "submit" an hour ago is told; nobody looks at a page that long.
  const waiting = await house.database.as(systemViewer).find(outbox);
  expect(
    waiting.flatMap(({ kind, about }) => (kind === 'return order not submitted' ? [about] : [])),
  ).toEqual([{ returnOrder: order.code, organisation: 'whale' }]);
  expect((await house.order('whale', order.code, 'submit')).body.code).toBe('serial_in_house');
});

test('of very many items one of each line is shown and two hundred more, those first that are still to come', async () => {
  const house = await aHouse();
  const { code } = await announced(house, 'whale', [
    { sku: 'PHONE', quantity: 320 },
    { sku: 'SHIRT', quantity: 7 },
  ]);
  await finishTasks(house.deps);
  const before = await asked(house, code);
  expect([before.items.length, before.itemsTotal]).toEqual([202, 321]);
  expect(before.items.filter(({ line }: Body) => line === 2)).toHaveLength(1);
  const [first] = before.items;
  await ok(house.item('liu', first.code, 'receive', { location: 'R-01', serial: 'SN-1' }));
  const after = await asked(house, code);
  expect(after.items.map((one: Body) => one.code)).not.toContain(first.code);
  expect(after.lines[0].pieces).toEqual({ expected: 319, missing: 0, here: 1 });
  expect(after.progress).toMatchObject({ announced: 326, received: 1, total: 327 });
  // Its page leads to all of them by its code.
  for (const name of ['whale', 'wang'] as const)
    expect((await ok(house.call(name, `GET /api/v1/items?search=${code}`))).total).toBe(321);
  expect((await ok(house.call('kite', `GET /api/v1/items?search=${code}`))).total).toBe(0);
});

test('of two large return orders with one serial, sent at once, one is submitted, and the other stays a draft', async () => {
  const house = await aHouse();
  const lines = (serial: string) => [...manyLines(240), { sku: 'PHONE', quantity: 1, reason: 'R01', serial }];
  const both = await Promise.all([enter(house, lines('SN-1')), enter(house, lines('SN-1'))]);
  expect(both.map(({ state }) => state.id)).toEqual(['draft', 'draft']);
  await Promise.all([finishTasks(house.deps), finishTasks(house.deps)]);
  await finishTasks(house.deps);
  const ended = await Promise.all(both.map(({ code }) => asked(house, code)));
  expect(ended.map(({ state }) => state.id).sort()).toEqual(['approved', 'draft']);
  expect(await house.database.as(systemViewer).count(items, eq(items.serial, 'SN-1'))).toBe(1);

  // Nor may a small one take the number of what is submitted and has no items yet.
  const large = await enter(house, lines('SN-2'));
  const untilSubmitted = async () => (await asked(house, large.code)).state.id !== 'approved';
  while (await untilSubmitted()) await finishTasks(endingInFirst(house));
  expect((await asked(house, large.code)).itemsTotal).toBeLessThan(241);
  const small = { scanId: newScan(), warehouse: 'HK', lines: lines('SN-2').slice(-1) };
  const { status, body } = await house.call('whale', 'POST /api/v1/return-orders', small);
  expect([status, body.code]).toEqual([409, 'serial_in_house']);
  expect(body.words.zh).toContain(large.code);
});

test('more items than a return order may have are refused in words, however few its lines; lots count once', async () => {
  const house = await aHouse();
  const phones = (quantity: number) => ({ sku: 'PHONE', quantity });
  const ask = (lines: readonly object[]) =>
    house.call('whale', 'POST /api/v1/return-orders', { scanId: newScan(), warehouse: 'HK', lines });
  const { status, body } = await ask([phones(10_000), phones(1)]);
  expect([status, body.words.zh]).toEqual([422, '一张退货单最多 10000 件，这里有 10001 件，请分成几张。']);
  expect((await ok(house.call('whale', 'GET /api/v1/return-orders'))).total).toBe(0);
  const document = await ok(house.call('nobody', 'GET /api/v1/openapi.json'));
  expect(JSON.stringify(document.paths['/api/v1/return-orders'].post)).toContain('At most 10000 items');
  const lots = Array.from({ length: 3 }, () => ({ sku: 'SHIRT', quantity: 10_000 }));
  const { code } = await ok(ask([...lots, phones(30)]));
  // Of what is called off in a piece no more is read than that.
  await cancel(house, code);
  await finishTasks(house.deps);
  expect(states(await asked(house, code))).toEqual({ cancelled: 33 });
});
