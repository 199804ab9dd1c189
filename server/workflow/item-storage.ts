import { foundSoundly } from './inspection-guards.ts';
import { nothing } from './item-questions.ts';
import { changePlace, type ItemStates, inTheHouse, toWork, unbound } from './item-shared-ways.ts';
import type { Step } from './workflow.ts';

/** What may be done to it on the shelf and nowhere else: each step with its button, who may and what it asks. */
export const storageSteps = {
  undoPutAway: {
    button: { zh: '撤销上架', en: 'Undo put-away' },
    done: { zh: '已撤销上架', en: 'Put-away undone' },
    needs: 'items.store',
    asks: nothing,
  },
} as const satisfies Record<string, Step>;

/** On a shelf: part of the table in item.ts. */
export const storageStates = {
  stored: {
    zh: '在库',
    en: 'Stored',
    phase: 'storage',
    inOurHands: true,
    description: 'In a place made for it.',
    on: {
      undoPutAway: {
        target: 'sorted',
        guard: 'it still lies where its put-away put it',
        actions: 'free the place',
      },
      ...toWork,
      inspect: {
        target: 'inspected',
        guard: ['it is not promised to a shipment', ...foundSoundly],
        actions: ['grade it', 'hold what is dangerous', 'advise where it goes'],
      },
      ...changePlace,
      ...unbound,
      ...inTheHouse,
    },
  },
} as const satisfies ItemStates;
