import { expect, test } from 'vitest';
import { entities } from '../../server/registry.ts';
import { entityNames } from '../rules/who-may.ts';
import { aHouse } from '../world.ts';
import { stepSwept } from './steps.ts';

test.each(entityNames)(
  'no step of a %s is taken by whom it is not for, whatever the screen offers',
  async (entity) => {
    const at = await aHouse();
    const steps = Object.keys(entities[entity].flow.steps);
    const surprises: string[] = [];
    for (const step of steps) surprises.push(...(await stepSwept(at, entity, step)));
    expect(surprises).toEqual([]);
    expect(steps.length).toBeGreaterThan(3);
  },
);
