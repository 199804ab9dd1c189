import type { ItemFacts, PlaceFacts } from '../../server/workflow/item-facts.ts';
import type { openingGuards } from '../../server/workflow/opening-guards.ts';

export type Patch = (facts: ItemFacts) => Partial<ItemFacts>;

/** An open place of this kind, with room, for any grade, and nothing there that must stand apart. */
export const aPlace = (kind: string, more: Partial<PlaceFacts> = {}): PlaceFacts => ({
  ...{ code: 'A-1', kind, free: null, coming: 1 },
  ...{ room: true, open: true, grade: null, otherCustoms: false, keptApart: false },
  ...more,
});
/** Of the guards of opening stock: what makes each true, and every way in which it alone is false. */
export const openingCases: Readonly<
  Record<keyof typeof openingGuards, { readonly truth: Patch; readonly lies: readonly Patch[] }>
> = {
  // Where the one way is closed another is open: item-steps.test.ts tells them apart.
  'it was decided where it goes': { truth: () => ({ place: aPlace('quarantine') }), lies: [] },
  'where it goes is open': {
    truth: () => ({ aim: null, disposition: null, place: aPlace('quarantine') }),
    lies: [],
  },
  'it is graded': { truth: () => ({}), lies: [] },
  'nobody graded it': { truth: () => ({ grade: null }), lies: [] },
  'nothing happened to it yet': {
    truth: () => ({}),
    lies: ['announce', 'receive', 'undoReceive', 'returnAgain'].map((lastStep) => () => ({ lastStep })),
  },
  'its customs status is one of goods in a warehouse': {
    truth: () => ({}),
    lies: ['ABROAD', 'IN_TRANSIT_INBOUND', 'EXPORTED', 'DESTROYED', 'ABANDONED'].map(
      (customsStatus) => () => ({ customsStatus }),
    ),
  },
};
