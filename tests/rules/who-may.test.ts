import { expect, test } from 'vitest';
import { type Role, roles, sideOf } from '../../server/access/permissions.ts';
import { entities } from '../../server/registry.ts';
import { entityNames, mayTake } from './who-may.ts';

test.each(entityNames)('each step of a %s is for those it is for', (entity) => {
  const found = Object.entries(entities[entity].flow.steps).map(([step, { needs }]) => [
    step,
    (Object.keys(roles) as Role[]).filter((role) => roles[role].has(needs)).sort(),
  ]);
  expect(Object.fromEntries(found)).toEqual(mayTake[entity]);
});

test('nobody is the house, and no guest does the work of the staff', () => {
  for (const role of Object.keys(roles) as Role[]) {
    expect(roles[role].has('the system'), role).toBe(false);
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
