import { expect, test } from 'vitest';
import { attemptPolicies, countAttempt } from '../../server/access/failed-attempts.ts';
import { aHouse } from '../world.ts';

const hour = 3_600_000;

test('whoever has to wait while the clock is a day ahead does not wait a day when it is set right', async () => {
  const house = await aHouse();
  const now = new Date('2026-11-23T02:00:00Z');
  const ahead = new Date(now.getTime() + 24 * hour);
  const wrong = (at: Date) =>
    house.as('wang').atomically((tx) => countAttempt(tx, 'account of somebody', attemptPolicies.account, at));
  for (let i = 0; i < attemptPolicies.account.free; i++) await wrong(ahead);
  await expect(wrong(ahead)).rejects.toMatchObject({ code: 'wait', extra: { seconds: 60 } });
  await wrong(now);
  // What was wrong before still counts: the next wait is the longer one.
  await expect(wrong(now)).rejects.toMatchObject({ code: 'wait', extra: { seconds: 120 } });
});
