import { endStates } from './item-ends.ts';
import { itemGuards } from './item-guards.ts';
import { leavingStates } from './item-leaving.ts';
import { receivingStates } from './item-receiving.ts';
import { repairStates } from './item-repair.ts';
import { sortingStates } from './item-sorting.ts';
import { itemSteps } from './item-steps.ts';
import { storageStates } from './item-storage.ts';
import { workflow } from './workflow.ts';

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
 * an item passes through them; what may happen in several of them is in item-shared-ways.ts.
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
  effects: [
    'split off what did not come',
    'take the place',
    'take the bench',
    'take the place it had',
    'free the place',
    'note the receipt',
    'forget the receipt',
    'note the exception',
    'tell the exporter',
    'grade it',
    'hold what is dangerous',
    'advise where it goes',
    'note the decision',
    'forget the decision',
    'take back the signature',
    'decide as the default says',
    'ask the exporter',
    'start the clock for the answer',
    'stop the clocks',
    'open a ticket at our bench',
    'open a ticket for the vendor',
    'add it to the consignment',
    'take it out of the consignment',
    'close its line in the consignment',
    'close its ticket',
    'cancel its ticket',
    'send its ticket round again',
    'promise it to the shipment',
    'drop the promise',
    'note its replacement',
    'it is in the carrier’s hands',
    'it is in our hands',
    'it is in the vendor’s hands',
    'it has arrived',
    'it is nobody’s',
    'note who signed first',
    'sign first',
    'the first signature is used',
    'note the count',
    'begin its next life',
    'split the lot',
    'put on the hold',
    'lift the hold',
    'correct the facts',
    'give it to its owner',
    'note that its data are wiped',
    'note the photo',
  ],
});

export type ItemState = keyof typeof itemWorkflow.states;
export type ItemEffect = (typeof itemWorkflow.effects)[number];
