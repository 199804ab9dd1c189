import { z } from 'zod';
import * as ask from './fields.ts';
import { foundSoundly, ruledOutBy } from './inspection-guards.ts';
import { axes, disposition, forTheExporter, note, nothing, to, why } from './item-questions.ts';
import {
  changePlace,
  decided,
  type ItemStates,
  inTheHouse,
  mayBeDecided,
  toWork,
  unbound,
} from './item-shared-ways.ts';
import { mayLieHere } from './place-guards.ts';
import type { Step } from './workflow.ts';

/** What may be done to it where it is looked at and decided on: each step with its button, who may and what it asks. */
export const sortingSteps = {
  inspect: {
    button: { zh: '质检', en: 'Inspect' },
    done: { zh: '已质检', en: 'Inspected' },
    needs: 'items.inspect',
    kinds: ['inspection'],
    asks: z.object(axes),
    rulesOut: ruledOutBy,
  },
  decide: {
    button: { zh: '决定去向', en: 'Decide disposition' },
    done: { zh: '去向已定', en: 'Disposition set' },
    tells: 'disposition',
    needs: 'items.decide',
    decides: true,
    kinds: ['decision'],
    undo: 'undoDecide',
    asks: z.object({ disposition, reason: ask.maybe(why) }),
  },
  undoDecide: {
    button: { zh: '撤销决定', en: 'Undo decision' },
    done: { zh: '已撤销决定', en: 'Decision undone' },
    needs: 'items.decide',
    asks: nothing,
  },
  askExporter: {
    button: { zh: '询问出口商', en: 'Ask the exporter' },
    done: { zh: '已询问出口商', en: 'Exporter asked' },
    needs: 'items.decide',
    kinds: ['question'],
    asks: z.object({ note }),
  },
  instruct: {
    button: { zh: '出口商指示', en: 'Give instructions' },
    done: { zh: '指示已下达', en: 'Instructions given' },
    tells: 'disposition',
    needs: 'items.instruct',
    decides: true,
    asks: z.object({
      disposition: ask.code('disposition', { zh: '去向', en: 'Disposition' }, forTheExporter),
      reason: ask.maybe(why),
    }),
  },
  expire: {
    button: { zh: '超时默认处理', en: 'Time is up' },
    done: { zh: '已按超时默认处理', en: 'Handled by default: time was up' },
    needs: 'the system',
    asks: nothing,
  },
  putAway: {
    button: { zh: '上架', en: 'Put away' },
    done: { zh: '已上架', en: 'Put away' },
    tells: 'location',
    needs: 'items.store',
    kinds: ['placing'],
    undo: 'undoPutAway',
    asks: z.object({ location: to }),
  },
} as const satisfies Record<string, Step>;
/** What these steps order, with the Chinese of it. */
export const sortingEffects = {
  'grade it': '评级',
  'hold what is dangerous': '危险的先挂起',
  'advise where it goes': '建议去向',
  'note the decision': '记录决定',
  'forget the decision': '撤销决定',
  'decide as the default says': '按默认决定',
  'ask the exporter': '询问出口商',
  'start the clock for the answer': '启动答复时钟',
} as const;

/** Graded, and told where it goes: part of the table in item.ts. */
export const sortingStates = {
  inspected: {
    zh: '已质检',
    en: 'Inspected',
    phase: 'sorting',
    inOurHands: true,
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
        guard: foundSoundly,
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
    waitsFor: 'exporter',
    inOurHands: true,
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
    inOurHands: true,
    description: 'Decided; in its tote, on its way.',
    on: {
      putAway: {
        target: 'stored',
        guard: [...mayLieHere, 'it may stay at this place'],
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
