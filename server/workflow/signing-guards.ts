import type { ItemFacts } from './item-facts.ts';
import type { Guard } from './workflow.ts';

/** What takes two people, and whether the second is somebody else. */
export const signingGuards = {
  'one person is enough, or another signed first': {
    zh: '一人即可，或他人已签字',
    otherwise: {
      zh: '由另一位有权限的人确认同样的内容。',
      en: 'Another person with this permission must confirm exactly the same.',
    },
    holds: (f) => !f.takesTwo || (f.signedForThis !== null && f.signedForThis !== f.actor),
  },
  'two people have to sign': {
    zh: '需要两人签字',
    otherwise: { zh: '一人即可完成。', en: 'One person is enough.' },
    holds: (f) => f.takesTwo,
  },
  'a signature waits': {
    zh: '有等待复核的签字',
    otherwise: { zh: '没有等待复核的签字。', en: 'No signature is waiting.' },
    holds: (f) => f.signatureWaits,
  },
  'two different people sign': {
    zh: '由两个不同的人签字',
    otherwise: {
      zh: '先由一人签字，再由另一人复核。',
      en: 'One person signs first, another one carries it out.',
    },
    holds: (f) => f.signedBy !== null && f.signedBy !== f.actor,
  },
} as const satisfies Record<string, Guard<ItemFacts>>;
