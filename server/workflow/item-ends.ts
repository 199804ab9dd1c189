import { z } from 'zod';
import type { Announcement } from '../items/life.ts';
import { nothing, to } from './item-questions.ts';
import type { ItemStates } from './item-shared-ways.ts';
import type { Step } from './workflow.ts';

/** What may be done to it after its end: each step with its button, who may and what it asks. */
export const endSteps = {
  find: {
    button: { zh: '找到了', en: 'Mark as found' },
    done: { zh: '已找到', en: 'Found' },
    needs: 'items.receive',
    kinds: ['comes back'],
    asks: z.object({ location: to }),
  },
  returnAgain: {
    button: { zh: '再次退回', en: 'Comes back again' },
    done: { zh: '已再次退回', en: 'Coming back again' },
    needs: 'the system',
    asks: nothing,
    given: z.object({ announced: z.custom<Announcement>() }),
  },
} as const satisfies Record<string, Step>;
/** What these steps order, with the Chinese of it. */
export const endEffects = {
  'begin its next life': '开始新的一程',
} as const;

/** What ended may be announced once more: the same item, in its next life. */
const comesAgain = { returnAgain: { target: 'announced', actions: 'begin its next life' } } as const;

/** The ends of its life: part of the table in item.ts. */
export const endStates = {
  resold: {
    zh: '已复售',
    en: 'Resold',
    phase: 'ended',
    news: 'good',
    type: 'final',
    wayOut: 'arrived',
    description: 'Sold to a new buyer. The story ends, until it returns.',
    on: comesAgain,
  },
  exchanged: {
    zh: '已换货',
    en: 'Exchanged',
    phase: 'ended',
    news: 'good',
    type: 'final',
    wayOut: 'arrived',
    description: 'Given to a buyer in exchange. The story ends, until it returns.',
    on: comesAgain,
  },
  returnedToBuyer: {
    zh: '已退买家',
    en: 'Returned to the buyer',
    phase: 'ended',
    news: 'good',
    type: 'final',
    wayOut: 'arrived',
    abroad: true,
    description: 'Back with its buyer. The story ends, until it returns.',
    on: comesAgain,
  },
  returnedToExporter: {
    zh: '已退出口商',
    en: 'Returned to the exporter',
    phase: 'ended',
    news: 'good',
    type: 'final',
    wayOut: 'arrived',
    description: 'Back with its exporter. The story ends, until it returns.',
    on: comesAgain,
  },
  keptByVendor: {
    zh: '维修商已换件',
    en: 'Exchanged by the vendor',
    phase: 'ended',
    type: 'final',
    description: 'Its vendor kept it and sent back another unit, which goes on in its place.',
    on: comesAgain,
  },
  destroyed: {
    zh: '已销毁',
    en: 'Destroyed',
    phase: 'ended',
    type: 'final',
    description: 'Destroyed before two witnesses.',
  },
  lost: {
    zh: '遗失',
    en: 'Lost',
    phase: 'ended',
    news: 'bad',
    type: 'final',
    description: 'Gone, and nobody knows where; it may be found.',
    on: {
      find: {
        target: 'received',
        guard: ['there is room at this place', 'this place is for receiving'],
        actions: ['take the place', 'it is in our hands'],
      },
    },
  },
  cancelled: {
    zh: '已取消',
    en: 'Cancelled',
    phase: 'ended',
    type: 'final',
    arrival: 'called off',
    abroad: true,
    description: 'Called off before it came, or received by mistake.',
    on: comesAgain,
  },
} as const satisfies ItemStates;
