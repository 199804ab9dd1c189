import { endEffects, endStates } from './item-ends.ts';
import { itemGuards } from './item-guards.ts';
import { leavingEffects, leavingStates } from './item-leaving.ts';
import { openingEffects } from './item-opening.ts';
import { receivingEffects, receivingStates } from './item-receiving.ts';
import { repairEffects, repairStates } from './item-repair.ts';
import { sharedEffects } from './item-shared-steps.ts';
import { sortingEffects, sortingStates } from './item-sorting.ts';
import { itemSteps } from './item-steps.ts';
import { storageStates } from './item-storage.ts';
import { factsOf, knows, type StateFacts, type Step, workflow } from './workflow.ts';

const phases = {
  announced: { zh: '预报', en: 'Announced' },
  receiving: { zh: '接收', en: 'Receiving' },
  sorting: { zh: '分拣', en: 'Sorting' },
  storage: { zh: '仓储', en: 'Storage' },
  repair: { zh: '维修', en: 'Repair' },
  leaving: { zh: '复售/退运', en: 'Resale and return shipment' },
  ended: { zh: '已结束', en: 'Ended' },
} as const;

/**
 * The life of an item: one table, whose states stand by the part of the work that they belong to, in the order in which
 * an item passes through them, with the steps that belong there and what these order; what may happen in several of them
 * is in item-shared-ways.ts.
 */
export const itemWorkflow = workflow({
  name: { zh: '货品', en: 'item' },
  phases,
  steps: itemSteps,
  guards: itemGuards,
  initial: 'announced',
  states: {
    ...receivingStates,
    ...sortingStates,
    ...storageStates,
    ...repairStates,
    ...leavingStates,
    ...endStates,
  },
  effects: {
    ...openingEffects,
    ...receivingEffects,
    ...sortingEffects,
    ...repairEffects,
    ...leavingEffects,
    ...endEffects,
    ...sharedEffects,
  },
});

const noting = Object.entries<Step>(itemSteps).flatMap(([name, { notes }]) => (notes ? [name] : []));
/** Whether such a step only writes something down: what was done before it may still be taken back. */
export const onlyNotes = (step: string): boolean => noting.includes(step);
/** The names of these steps, as a query looks for one among them. */
export const notingSteps = `,${noting.join(',')},`;

/** Whether such a step tells what a look at the thing shows. */
export const looksAtIt = (step: string | null): boolean =>
  Object.entries<Step>(itemSteps).some(([name, { kinds }]) => name === step && kinds?.includes('inspection'));

/** In which end a life stands that is over because the thing was announced anew: what never came has its own. */
export const endOf = (state: string): string =>
  factsOf(itemWorkflow, state).type === 'final' ? state : 'neverCame';
/** Of what was announced, whether it was given up: it did not come, and nobody waits for it. */
export const wasGivenUp = (state: string): boolean => {
  const { arrival, type } = factsOf(itemWorkflow, state);
  return arrival === 'missing' && type === 'final';
};

export type ItemState = keyof typeof itemWorkflow.states;
export type ItemEffect = keyof typeof itemWorkflow.effects;

/** How far a thing is on its way out, by its state: whoever picks and packs looks for what is left. */
export const wayOut = (state: string) => {
  const { wayOut: reached } = factsOf(itemWorkflow, state);
  return { picked: reached !== undefined, packed: reached !== undefined && reached !== 'picked' };
};
/** Whether a shipment to which it is promised has to wait for it, or has it on its way. */
export const isLeaving = (state: string): boolean =>
  knows(itemWorkflow, state, 'pick') || isOnItsWayOut(factsOf(itemWorkflow, state));
/** Whether it was taken for a shipment that has not arrived. */
export const isOnItsWayOut = ({ wayOut: reached, type }: Partial<StateFacts>): boolean =>
  reached !== undefined && type !== 'final';
