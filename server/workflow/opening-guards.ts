import type { ItemFacts } from './item-facts.ts';
import type { Guard } from './workflow.ts';

/** What customs call goods that are on their way, or gone. */
const notInAHouse = ['ABROAD', 'IN_TRANSIT_INBOUND', 'EXPORTED', 'DESTROYED', 'ABANDONED'];

/** What is asked of a unit that was here before this system, beside its place. */
export const openingGuards = {
  'it was decided where it goes': {
    zh: '已决定去向',
    otherwise: { zh: '先决定去向。', en: 'Decide where it goes first.' },
    holds: (f) => f.aim !== null,
  },
  'where it goes is open': {
    zh: '去向未定',
    otherwise: { zh: '已决定去向的直接入库。', en: 'What is decided goes to its place.' },
    holds: (f) => f.aim === null,
  },
  'its customs status is one of goods in a warehouse': {
    zh: '海关状态适合在库货品',
    otherwise: {
      zh: '填写在库货品的海关状态，如“区内保税”“已放行内销”。',
      en: 'Give it the customs status of goods that are here, like bonded in the zone, or released.',
    },
    holds: (f) => !notInAHouse.includes(f.customsStatus),
  },
  'nothing happened to it yet': {
    zh: '还没有任何记录',
    otherwise: {
      zh: '系统里已有它的记录；按退货收货，或用“移位”“更正”。',
      en: 'It is known here already: receive it as a return, or move or correct it.',
    },
    holds: (f) => f.lastStep === null,
  },
  'it is graded': {
    zh: '已评级',
    otherwise: { zh: '没有等级的先质检。', en: 'What has no grade is inspected first.' },
    holds: (f) => f.grade !== null,
  },
  'nobody graded it': {
    zh: '未评级',
    otherwise: { zh: '已有等级的不用再质检。', en: 'What has a grade need not be inspected.' },
    holds: (f) => f.grade === null,
  },
} as const satisfies Record<string, Guard<ItemFacts>>;
