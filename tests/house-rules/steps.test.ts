import { expect, test } from 'vitest';
import { lives } from '../../server/workflow/house.ts';
import { nouns } from '../rules/who-may.ts';
import { aHouse } from '../world.ts';
import { stepSwept } from './steps.ts';

test.each(nouns)(
  'no step of a %s is taken by whom it is not for, whatever the screen offers',
  async (noun) => {
    const at = await aHouse();
    const steps = Object.keys(lives[noun].flow.steps);
    const surprises: string[] = [];
    for (const step of steps) surprises.push(...(await stepSwept(at, noun, step)));
    expect(surprises).toEqual([]);
    expect(steps.length).toBeGreaterThan(3);
  },
);
