import { countedBy, lotCounted, othersCounted } from '../words/when-false.ts';
import type { ItemFacts } from './item-facts.ts';
import type { Guard } from './workflow.ts';

/** How many of a line somebody counted, and has not received yet. */
export interface Counted {
  readonly by: string;
  readonly counted: number;
}

/** Whose count a lot is taken in by. */
export const countGuards = {
  'what others counted of it is left to them': {
    zh: '别人数的留给别人收',
    otherwise: {
      zh: '只收您数的；对方不在时，先在那个包裹“接手已数的货”。',
      en: 'Receive what you counted yourself. If the other person has left, take over their count in that parcel first.',
    },
    holds: ({ othersCounted, quantity, quantityGiven }) =>
      othersCounted === null || (quantityGiven ?? quantity) <= othersCounted.left,
    says: (facts) => (facts.othersCounted ? othersCounted(facts.othersCounted) : undefined),
  },
  'all of the lot was counted': {
    zh: '整批已点数',
    otherwise: {
      zh: '请重新点数。真的不够：不要拿，报主管取消预留并更正数量。',
      en: 'Count it again. If pieces are missing or extra, leave it and tell a supervisor: cancel its reservation and correct its count.',
    },
    // Before it is asked for, nothing can be counted.
    holds: ({ isAsked, quantity, quantityGiven }) => !isAsked || quantity === 1 || quantityGiven === quantity,
    says: ({ quantity, quantityGiven }) => lotCounted(quantity, quantityGiven),
  },
} as const satisfies Record<string, Guard<ItemFacts>>;

interface Facts {
  readonly countedByOthers: readonly Counted[];
}
/** The same of all that is counted in a parcel. */
export const parcelCountGuards = {
  'nobody else counted in it': {
    zh: '没有别人数了未收的货',
    otherwise: {
      zh: '请对方先收货；对方不在时，先“接手已数的货”。',
      en: 'Let them receive it first. If they have left, take over their count.',
    },
    holds: (facts: Facts) => facts.countedByOthers.length === 0,
    says: (facts: Facts) => countedBy(facts.countedByOthers),
  },
  'somebody else counted in it': {
    zh: '有别人数了未收的货',
    otherwise: { zh: '没有可接手的货。', en: 'There is nothing to take over.' },
    holds: (facts: Facts) => facts.countedByOthers.length > 0,
  },
} as const;
