import type { countGuards } from '../../server/workflow/count-guards.ts';
import type { Patch } from './opening-cases.ts';

/** Of the guards of what is counted: what makes each true, and every way in which it alone is false. */
export const countCases: Readonly<
  Record<keyof typeof countGuards, { readonly truth: Patch; readonly lies: readonly Patch[] }>
> = {
  'what others counted of it is left to them': {
    truth: () => ({}),
    lies: [
      () => ({ othersCounted: { counted: [{ by: 'han', counted: 8 }], left: 2 } }),
      () => ({ quantityGiven: null, othersCounted: { counted: [{ by: 'han', counted: 1 }], left: 9 } }),
    ],
  },
  'all of the lot was counted': {
    truth: ({ quantity }) => ({ quantityGiven: quantity }),
    lies: [() => ({ quantityGiven: null }), () => ({ quantityGiven: 9 }), () => ({ quantityGiven: 11 })],
  },
};
