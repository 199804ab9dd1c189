import { expect, test } from 'vitest';
import { FairQueue, type Turn, turnOf } from '../../server/read-worker/fair-queue.ts';

const asks = (of: string, isStaff = false, n = 1): Turn[] =>
  Array.from({ length: n }, () => ({ of, isStaff }));
const served = (queue: FairQueue<string>) => {
  const names = [];
  for (let next = queue.shift(); next; next = queue.shift()) names.push(next);
  return names.join(' ');
};
const filled = (...turns: Turn[]) => {
  const queue = new FairQueue<string>();
  for (const turn of turns) queue.push(turn, turn.of);
  return queue;
};

test('the staff come before outsiders, and each of either in turn', () => {
  const queue = filled(
    ...asks('whale', false, 3),
    ...asks('kite'),
    ...asks('wang', true, 2),
    ...asks('chen', true),
  );
  expect(served(queue)).toBe('wang chen wang whale kite whale whale');
  expect(queue.shift()).toBeNull();
});

test('whoever is served and asks again waits behind those who waited', () => {
  const queue = filled(...asks('whale', false, 2), ...asks('kite', false, 2));
  expect(queue.shift()).toBe('whale');
  queue.push({ of: 'whale', isStaff: false }, 'whale');
  expect(served(queue)).toBe('kite whale kite whale');
});

test('how many wait is known of each', () => {
  const queue = filled(...asks('whale', false, 2), ...asks('kite'));
  const whale = { of: 'whale', isStaff: false };
  expect([queue.waiting(whale), queue.waiting({ ...whale, isStaff: true })]).toEqual([2, 0]);
  queue.shift();
  expect(queue.waiting(whale)).toBe(1);
});

test('an organisation has one turn, however many ask for it; a member of the staff has their own', () => {
  const outside = { as: 'exporter', id: 'anna', organisation: 'whale' } as const;
  expect(turnOf(outside)).toEqual({ of: 'whale', isStaff: false });
  expect(turnOf({ ...outside, id: 'bob' })).toEqual(turnOf(outside));
  expect(turnOf({ as: 'vendor', id: 'max', organisation: 'spark' })).toEqual({ of: 'spark', isStaff: false });
  expect(turnOf({ as: 'staff', id: 'wang', warehouse: 'HK' })).toEqual({ of: 'wang', isStaff: true });
});
