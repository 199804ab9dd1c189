import type { AnyField } from './workflows.ts';

type Given = Readonly<Record<string, unknown>>;
/** What of an item says whether a step takes two people, and who signed first. */
interface Signed {
  readonly quantity: number;
  readonly customsStatus: string;
  readonly exportDate: string | null;
  readonly releaseDate: string | null;
  readonly signedBy: string | null;
  readonly signedFor: string | null;
  readonly signedGiven: string | null;
  readonly signedAt: Date | null;
}
interface Kind {
  /** Under which setting of the house it falls. */
  readonly id: 'hazardRelease' | 'regimeOverride' | 'countAdjustment';
  concerns(item: Signed, given: AnyField<'item'>): boolean;
  /** How much it changes, where that counts. */
  size?(item: Signed, given: AnyField<'item'>): number;
  /** Of one that was taken before: how much of the limit it used up. Small steps add up for a day. */
  used?(before: TakenBefore): number;
}

/** A step as it stands in the history. */
export interface TakenBefore {
  readonly step: string;
  /** How many pieces it is of by now. */
  readonly quantity: number;
  readonly given: Given;
  readonly changed: Readonly<Record<string, readonly [unknown, unknown]>>;
  readonly byWhom: string;
}
export const ADDS_UP_FOR_MS = 24 * 3_600_000;
const SIGNATURE_LIFETIME_MS = 24 * 3_600_000;
const customsFacts = ['customsStatus', 'exportDate', 'releaseDate'] as const;
/** The steps that may take two people, as the house is set. Destruction always does: it has steps of its own. */
const kinds: Readonly<Record<string, Kind>> = {
  liftHold: { id: 'hazardRelease', concerns: (_item, { kind }) => kind === 'battery' },
  correct: {
    id: 'regimeOverride',
    concerns: (item, given) => customsFacts.some((name) => (given[name] ?? item[name]) !== item[name]),
  },
  reportLost: {
    id: 'countAdjustment',
    concerns: () => true,
    size: ({ quantity }) => quantity,
    used: (before) => (wasSignedByTwo(before) || isFirstSignature(before) ? 0 : before.quantity),
  },
  recount: {
    id: 'countAdjustment',
    concerns: () => true,
    size: (item, { quantity = item.quantity }) => Math.abs(quantity - item.quantity),
    used: (before) => {
      if (wasSignedByTwo(before)) return 0;
      const [from, to] = before.changed.quantity ?? [0, 0];
      return Math.abs(Number(to) - Number(from));
    },
  },
};

/** What two agreed on is nobody's alone; their signatures were for exactly this. */
function wasSignedByTwo({ given, changed, byWhom }: TakenBefore): boolean {
  const [signer] = changed.signedBy ?? [];
  return signer != null && signer !== byWhom && changed.signedGiven?.[0] === canonicalInput(given);
}

/** Nothing was done yet: somebody signed, and a second one has to. */
const isFirstSignature = ({ changed }: TakenBefore) => changed.signedBy?.[1] != null;

/** The setting under which this step falls with what is given, and how much it changes; undefined for all others. */
export function fallsUnder(item: Signed, step: string | null, given: AnyField<'item'>) {
  const kind = step ? kinds[step] : undefined;
  if (!kind?.concerns(item, given)) return undefined;
  const alike = Object.entries(kinds).filter(([, { id, used }]) => id === kind.id && used);
  return { id: kind.id, size: kind.size?.(item, given) ?? 1, addsUpWith: alike.map(([name]) => name) };
}

/** How much of the limit of its kind a step used up that was taken before. */
export const usedBy = (before: TakenBefore): number => kinds[before.step]?.used?.(before) ?? 0;

/** Nobody's signature waits. */
export const unsigned = { signedBy: null, signedFor: null, signedGiven: null, signedAt: null } as const;

/** What was given, as text that is the same whenever the content is. */
export const canonicalInput = (given: Given): string =>
  JSON.stringify(
    Object.entries(given)
      .filter(([, value]) => value !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );

/** The signature that waits for a second person: a day long, and no longer than the item stays as it is. */
export const waitingSignature = (
  { signedBy: by, signedFor: step, signedGiven: given, signedAt: at }: Signed,
  now: Date,
) =>
  by && step && at && now.getTime() - at.getTime() < SIGNATURE_LIFETIME_MS ? { by, step, given, at } : null;

/** Who signed for this very step with the same content. */
export function signedForThis(item: Signed, step: string | null, given: Given, now: Date): string | null {
  const signature = waitingSignature(item, now);
  return signature?.step === step && signature.given === canonicalInput(given) ? signature.by : null;
}
