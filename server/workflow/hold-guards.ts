import { doubtNames } from '../words/items.ts';
import { severalDoubts } from '../words/when-false.ts';
import type { RuledOut } from './inspection-guards.ts';
import type { DoubtName, ItemFacts } from './item-facts.ts';
import type { Guard } from './workflow.ts';

const isDoubt = (kind: string | null) => kind === 'identity';

/** The name by which a doubt is lifted. */
export const doubtName = (because: string | null): DoubtName =>
  because !== null && because in doubtNames ? (because as DoubtName) : 'other';
/** Of the holds that stand, the names of those that doubt what the thing is. */
export const doubtsAmong = (held: readonly { readonly kind: string; readonly because: string | null }[]) =>
  held.filter(({ kind }) => isDoubt(kind)).map(({ because }) => doubtName(because));
/** Whether a hold is the one that is meant: of several doubts only the one that is named. */
export const isMeant = (
  hold: { readonly kind: string; readonly because: string | null },
  { kind, doubt }: { readonly kind: string; readonly doubt?: DoubtName | undefined },
): boolean =>
  hold.kind === kind && (!isDoubt(kind) || doubt === undefined || doubtName(hold.because) === doubt);

/** Doubts that do not stand are not offered; nor are they where there is no choice. */
export const standing = ({ doubts = [] }: { readonly doubts?: readonly string[] }): readonly RuledOut[] => [
  {
    name: 'doubt',
    answers: Object.keys(doubtNames).filter((name) => doubts.length < 2 || !doubts.includes(name)),
  },
];

/** Which hold is lifted. */
export const holdGuards = {
  'such a hold stands': {
    zh: '有此挂起',
    otherwise: { zh: '没有这种挂起。', en: 'There is no such hold on it.' },
    holds: (f) => {
      if (f.kindOfHold === null) return f.holds.length > 0;
      const { kindOfHold, doubtGiven } = f;
      const isThere = !isDoubt(kindOfHold) || doubtGiven === null || f.doubts.includes(doubtGiven);
      return f.holds.includes(kindOfHold) && isThere;
    },
  },
  'it is said which doubt is lifted': {
    zh: '指明解除哪一条疑点',
    otherwise: { zh: '逐条核实，逐条解除。', en: 'Check each one, and lift it separately.' },
    holds: (f) => !isDoubt(f.kindOfHold) || f.doubtGiven !== null || f.doubts.length < 2,
    says: ({ doubts }) => severalDoubts(doubts.map((name) => doubtNames[name])),
  },
} as const satisfies Record<string, Guard<ItemFacts>>;

export const whichHold = ['such a hold stands', 'it is said which doubt is lifted'] as const;
