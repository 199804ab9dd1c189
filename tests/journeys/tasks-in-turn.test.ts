import { expect, test } from 'vitest';
import { backgroundTasks } from '../../db/schema/jobs.ts';
import { systemViewer } from '../../db/seen-by.ts';
import { exportProgress } from '../../server/exported-orders/import-store.ts';
import { finishTasks } from '../../server/jobs/background-tasks.ts';
import { aHouse, type House, newScan } from '../world.ts';
import { entered, sendExports } from './exported.ts';
import { sendForm } from './importing.ts';
import { announced, type Body, ok } from './road.ts';

const sheetOf = (...numbers: string[]) =>
  ['订单号,商品编码,数量', ...numbers.map((number) => `${number},SHIRT,1`)].join('\n');
const sent = async (house: House, who: 'whale' | 'kite', ...numbers: string[]) => {
  const scanId = newScan();
  expect((await sendExports(house, sheetOf(...numbers), { who, scanId })).status).toBe(202);
  return scanId;
};
const close = (house: House) =>
  ok(house.call('ma', 'PATCH /api/v1/organisations/whale', { scanId: newScan(), active: false }));

test('whoever sends many files waits for them, and nobody else does', async () => {
  const house = await aHouse();
  for (const n of [1, 2, 3]) await sent(house, 'whale', `W-${n}`);
  await sent(house, 'kite', 'K-1');
  // Each question for the time is a moment later, so that the order in which they were finished is seen.
  let moment = house.deps.now().getTime();
  await finishTasks({ ...house.deps, now: () => new Date(++moment) });
  const { rows } = await ok(house.call('ma', 'GET /api/v1/exported-orders?sort=createdAt'));
  const numbers = rows.map(({ number }: { number: string }) => number);
  expect([numbers.length, numbers.slice(0, 2)]).toEqual([4, expect.arrayContaining(['K-1'])]);
});

test('an import of a company that is closed meanwhile ends there, and says how many it left out', async () => {
  const house = await aHouse();
  const numbers = Array.from({ length: 130 }, (_, i) => `W-${i}`);
  const scanId = await sent(house, 'whale', ...numbers);
  const returns = ['退货单号,商品编码,数量,退货原因', 'R-1,SHIRT,1,R01'].join('\n');
  const { body } = await sendForm(house, 'whale', returns, { of: 'return-orders' });
  const before = await ok(house.call('ma', 'GET /api/v1/return-orders?exporter=whale'));
  await close(house);
  await finishTasks(house.deps);
  expect((await ok(house.call('ma', 'GET /api/v1/exported-orders?exporter=whale'))).rows).toEqual([]);
  const after = await ok(house.call('ma', 'GET /api/v1/return-orders?exporter=whale'));
  expect([body.accepted !== null, after.total]).toEqual([true, before.total]);
  const whale = { as: 'exporter', id: 'whale', organisation: 'whale' } as const;
  const progress = await exportProgress(house.deps.database.as(whale), scanId);
  expect(progress).toMatchObject({ total: 130, done: 130, added: 0, pending: 0, leftOutInAll: 130 });
  // The first hundred are named: however many there are, nobody who asks again and again gets them all each time.
  expect(progress.leftOut).toHaveLength(100);
  expect(progress.leftOut[0]).toMatchObject({ row: 2, value: 'W-0' });
  expect(progress.leftOut[0]?.words.en).toContain('deactivated meanwhile');
});

test('what the house does for a return that it has accepted goes on after its company was closed', async () => {
  const house = await aHouse();
  const order: Body = await announced(house, 'whale', [{ sku: 'PHONE', quantity: 170 }]);
  expect(order.pending).toBeGreaterThan(0);
  await close(house);
  await finishTasks(house.deps);
  const { pending } = await ok(house.call('ma', `GET /api/v1/return-orders/${order.code}`));
  expect(pending).toBe(0);
});

test('an organisation has a hundred unfinished tasks and no more; the house has as many as it needs', async () => {
  const house = await aHouse();
  await house.deps.database.as(systemViewer).atomically(async (tx) => {
    for (let i = 0; i < 99; i++) {
      const task = { id: `t${i}`, kind: 'export import', askedBy: 'whale', exporterId: 'whale' } as const;
      await tx.add(backgroundTasks, { ...task, done: 0, holder: '', leaseUntil: house.deps.now() });
    }
  });
  await sent(house, 'whale', 'W-1');
  const { status, body, headers } = await sendExports(house, sheetOf('W-2'));
  expect([status, body.code]).toEqual([429, 'too_much_unfinished']);
  expect(headers['retry-after']).toBe('60');
  await sent(house, 'kite', 'K-1');
  // What needs no task is done at once.
  await entered(house, 'W-3');
});
