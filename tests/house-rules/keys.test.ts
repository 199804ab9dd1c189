import { expect, test } from 'vitest';
import { aHouse } from '../world.ts';
import { aFullHouse } from './goods.ts';
import { keysAdmitted, scopesOf, withNeeds } from './keys.ts';
import { subjects } from './sweep.ts';

test('a key that may do everything but what a route needs is refused there, also where a step needs something else', async () => {
  const at = await aHouse();
  const { whale } = await subjects(at, await aFullHouse(at));
  const admitted: string[] = [];
  for (const endpoint of withNeeds) admitted.push(...(await keysAdmitted(at, endpoint, whale)));
  expect(admitted).toEqual([]);
  expect((await scopesOf(at, 'whale')).length).toBeGreaterThan(5);
});
