import { queueOptionsSymbol, type TaskQueue } from 'piscina';
import { expect, test } from 'vitest';
import { FairQueue, type Turn, turnOf } from '../../server/read-worker/fair-queue.ts';

type Task = Parameters<TaskQueue['push']>[0];
const asks = (of: string, isStaff = false, n = 1) =>
  Array.from(
    { length: n },
    () => ({ [queueOptionsSymbol]: { of, isStaff } satisfies Turn }) as unknown as Task,
  );
const whose = (task: Task | null) =>
  (task as unknown as Record<symbol, Turn> | null)?.[queueOptionsSymbol as symbol]?.of;
const served = (queue: FairQueue) => {
  const names = [];
  for (let next = queue.shift(); next; next = queue.shift()) names.push(whose(next));
  return names.join(' ');
};
const filled = (...tasks: Task[]) => {
  const queue = new FairQueue();
  for (const task of tasks) queue.push(task);
  return queue;
};

test('the staff come before outsiders, and each of either in turn', () => {
  const queue = filled(
    ...asks('whale', false, 3),
    ...asks('kite'),
    ...asks('wang', true, 2),
    ...asks('chen', true),
  );
  expect(queue.size).toBe(7);
  expect(served(queue)).toBe('wang chen wang whale kite whale whale');
  expect([queue.size, queue.shift()]).toEqual([0, null]);
});

test('whoever is served and asks again waits behind those who waited', () => {
  const queue = filled(...asks('whale', false, 2), ...asks('kite', false, 2));
  expect(whose(queue.shift())).toBe('whale');
  queue.push(asks('whale')[0] as Task);
  expect(served(queue)).toBe('kite whale kite whale');
});

test('a question that is taken back leaves the others their turns; how many wait is known of each', () => {
  const [first, second] = asks('whale', false, 2) as [Task, Task];
  const queue = filled(first, ...asks('kite'), second);
  expect(queue.waiting({ of: 'whale', isStaff: false })).toBe(2);
  queue.remove(first);
  queue.remove(first);
  expect([queue.size, queue.waiting({ of: 'whale', isStaff: false })]).toEqual([2, 1]);
  expect(queue.waiting({ of: 'whale', isStaff: true })).toBe(0);
  expect(served(queue)).toBe('whale kite');
});

test('an organisation has one turn, however many ask for it; a member of the staff has their own', () => {
  const outside = { as: 'exporter', id: 'anna', organisation: 'whale' } as const;
  expect(turnOf(outside)).toEqual({ of: 'whale', isStaff: false });
  expect(turnOf({ ...outside, id: 'bob' })).toEqual(turnOf(outside));
  expect(turnOf({ as: 'vendor', id: 'max', organisation: 'spark' })).toEqual({ of: 'spark', isStaff: false });
  expect(turnOf({ as: 'staff', id: 'wang', warehouse: 'HK' })).toEqual({ of: 'wang', isStaff: true });
});
