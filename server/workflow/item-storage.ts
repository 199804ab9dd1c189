import { changePlace, type ItemStates, inTheHouse, toWork, unbound } from './item-shared-ways.ts';

/** On a shelf: part of the table in item.ts. */
export const storageStates = {
  stored: {
    zh: '在库',
    en: 'Stored',
    phase: 'storage',
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
        guard: 'it is not promised to a shipment',
        actions: ['grade it', 'hold what is dangerous', 'advise where it goes'],
      },
      ...changePlace,
      ...unbound,
      ...inTheHouse,
    },
  },
} as const satisfies ItemStates;
