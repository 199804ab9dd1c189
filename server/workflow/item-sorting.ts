import {
  changePlace,
  decided,
  type ItemStates,
  inTheHouse,
  mayBeDecided,
  toWork,
  unbound,
} from './item-shared-ways.ts';

/** Graded, and told where it goes: part of the table in item.ts. */
export const sortingStates = {
  inspected: {
    zh: '已质检',
    en: 'Inspected',
    phase: 'sorting',
    description: 'Graded; where it goes is open.',
    on: {
      decide: { target: 'sorted', guard: mayBeDecided, actions: decided },
      askExporter: {
        target: 'awaitingInstruction',
        guard: 'we know whose it is',
        actions: ['ask the exporter', 'start the clock for the answer'],
      },
      inspect: {
        target: 'inspected',
        actions: ['grade it', 'hold what is dangerous', 'advise where it goes'],
      },
      ...changePlace,
      ...unbound,
      ...inTheHouse,
    },
  },
  awaitingInstruction: {
    zh: '待指示',
    en: 'Awaiting instruction',
    phase: 'sorting',
    description: 'The exporter says what happens; a clock and a default run.',
    on: {
      instruct: { target: 'sorted', guard: mayBeDecided, actions: [...decided, 'stop the clocks'] },
      decide: { target: 'sorted', guard: mayBeDecided, actions: [...decided, 'stop the clocks'] },
      expire: { target: 'sorted', actions: ['decide as the default says', 'tell the exporter'] },
      ...changePlace,
      ...unbound,
      ...inTheHouse,
    },
  },
  sorted: {
    zh: '已分拣',
    en: 'Sorted',
    phase: 'sorting',
    description: 'Decided; in its tote, on its way.',
    on: {
      putAway: {
        target: 'stored',
        guard: ['there is room at this place', 'this place is made for it'],
        actions: 'take the place',
      },
      undoDecide: {
        target: 'inspected',
        guard: 'it still lies where its decision left it',
        actions: 'forget the decision',
      },
      ...toWork,
      ...changePlace,
      ...unbound,
      ...inTheHouse,
    },
  },
} as const satisfies ItemStates;
