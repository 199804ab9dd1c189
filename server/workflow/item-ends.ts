import type { ItemStates } from './item-shared-ways.ts';

/** What ended may be announced once more: the same item, in its next life. */
const comesAgain = { returnAgain: { target: 'announced', actions: 'begin its next life' } } as const;

/** The ends of its life: part of the table in item.ts. */
export const endStates = {
  resold: {
    zh: '已复售',
    en: 'Resold',
    phase: 'ended',
    type: 'final',
    description: 'Sold to a new buyer. The story ends, until it returns.',
    on: comesAgain,
  },
  exchanged: {
    zh: '已换货',
    en: 'Exchanged',
    phase: 'ended',
    type: 'final',
    description: 'Given to a buyer in exchange. The story ends, until it returns.',
    on: comesAgain,
  },
  returnedToBuyer: {
    zh: '已退买家',
    en: 'Returned to the buyer',
    phase: 'ended',
    type: 'final',
    description: 'Back with its buyer. The story ends, until it returns.',
    on: comesAgain,
  },
  returnedToExporter: {
    zh: '已退出口商',
    en: 'Returned to the exporter',
    phase: 'ended',
    type: 'final',
    description: 'Back with its exporter. The story ends, until it returns.',
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
    description: 'Called off before it came, or received by mistake.',
    on: comesAgain,
  },
} as const satisfies ItemStates;
