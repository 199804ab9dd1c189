import { expect, test } from 'vitest';
import { FairLock } from '../../server/http/fair-lock.ts';

test('large inputs have one turn at a time, organisations by turns, and whoever waits often is asked to come back', async () => {
  const turns = new FairLock();
  const order: string[] = [];
  let atOnce = 0;
  const work = async (whose: string) => {
    const end = await turns.acquire(whose);
    expect(++atOnce).toBe(1);
    await new Promise((go) => setTimeout(go, 1));
    order.push(whose);
    atOnce--;
    end();
  };
  const many = Array.from({ length: 13 }, () => work('whale'));
  const few = ['kite', 'kite', 'bolt'].map(work);
  await expect(work('whale')).rejects.toMatchObject({ status: 429, code: 'busy' });
  await Promise.all([...many, ...few]);
  expect(order.slice(0, 6)).toEqual(['whale', 'whale', 'kite', 'bolt', 'whale', 'kite']);
  expect(order).toHaveLength(16);
  // Nobody is at it any more: the next one does not wait for anybody.
  (await turns.acquire('whale'))();
});
