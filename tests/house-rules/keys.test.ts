import { expect, test } from 'vitest';
import { fullHouse } from './full-house.ts';
import { keysAdmitted, scopesOf, withNeeds } from './keys.ts';
import { subjects } from './sweep.ts';

test('a key that may do everything but what a route needs is refused there, also where a step needs something else', async () => {
  const { house: at, goods } = await fullHouse();
  const { whale } = await subjects(at, goods);
  const admitted: string[] = [];
  for (const endpoint of withNeeds) admitted.push(...(await keysAdmitted(at, endpoint, whale)));
  expect(admitted).toEqual([]);
  expect((await scopesOf(at, 'whale')).length).toBeGreaterThan(5);
});
