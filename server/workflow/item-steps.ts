import { endSteps } from './item-ends.ts';
import { leavingSteps } from './item-leaving.ts';
import { openingSteps } from './item-opening.ts';
import { receivingSteps } from './item-receiving.ts';
import { repairSteps } from './item-repair.ts';
import { sharedSteps } from './item-shared-steps.ts';
import { sortingSteps } from './item-sorting.ts';
import { storageSteps } from './item-storage.ts';

/** Everything that may happen to an item. */
export const itemSteps = {
  ...openingSteps,
  ...receivingSteps,
  ...sortingSteps,
  ...storageSteps,
  ...repairSteps,
  ...leavingSteps,
  ...endSteps,
  ...sharedSteps,
} as const;
