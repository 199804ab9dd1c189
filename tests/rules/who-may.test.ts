import { expect, test } from 'vitest';
import { type Role, roles, sideOf } from '../../server/access/permissions.ts';
import { lives } from '../../server/workflow/house.ts';
import { mayTake, nouns } from './who-may.ts';

test.each(nouns)('each step of a %s is for those it is for', (noun) => {
  const found = Object.entries(lives[noun].flow.steps).map(([step, { needs }]) => [
    step,
    (Object.keys(roles) as Role[]).filter((role) => roles[role].has(needs)).sort(),
  ]);
  expect(Object.fromEntries(found)).toEqual(mayTake[noun]);
});

test('nobody is the house, and no guest does the work of the staff', () => {
  for (const role of Object.keys(roles) as Role[]) {
    expect(roles[role].has('the house itself'), role).toBe(false);
    const foreign = [
      'people.manage',
      'rules.manage',
      'items.release',
      'items.destroy',
      'returns.review',
    ] as const;
    if (sideOf(role) !== 'staff') for (const may of foreign) expect(roles[role].has(may), role).toBe(false);
  }
});
