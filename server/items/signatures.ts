import { fourEyesOf } from '../../db/queries/items.ts';
import type { FourEyes } from '../../db/schema/rules.ts';
import type { Scoped } from '../../db/scope.ts';
import { firstFourEyes } from '../../db/seed/four-eyes.ts';
import type { Given } from '../workflow/engine.ts';
import type { Item } from './facts.ts';

const aDay = 24 * 3_600_000;
/** Nobody's signature waits. */
export const unsigned = { signedBy: null, signedFor: null, signedGiven: null, signedAt: null } as const;

/** What was given, as text that is the same whenever the content is. */
export const inOneOrder = (given: Given): string =>
  JSON.stringify(
    Object.entries(given)
      .filter(([, value]) => value !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );

const customsFacts = ['customsStatus', 'exportDate', 'releaseDate'] as const;
/** The kinds of step that may take two people: when is this one of them, and how much does it change? */
const kinds: Readonly<
  Record<
    string,
    {
      id: FourEyes['id'];
      concerns(item: Item, given: Given): boolean;
      size?(item: Item, given: Given): number;
    }
  >
> = {
  liftHold: { id: 'hazardRelease', concerns: (_item, { kind }) => kind === 'battery' },
  correct: {
    id: 'regimeOverride',
    concerns: (item, given) => customsFacts.some((name) => (given[name] ?? item[name]) !== item[name]),
  },
  recount: {
    id: 'countAdjustment',
    concerns: () => true,
    size: (item, { quantity }) => Math.abs(Number(quantity) - item.quantity),
  },
};

/** Whether this step takes two people, as the house is set. Asks nothing of the database for all other steps. */
export async function takesTwo(
  house: Scoped,
  item: Item,
  step: string | null,
  given: Given,
): Promise<boolean> {
  const kind = step ? kinds[step] : undefined;
  if (!kind?.concerns(item, given)) return false;
  const first = firstFourEyes.find(({ id }) => id === kind.id);
  const set = (await house.ask(fourEyesOf, { id: kind.id }))[0] ?? first;
  return Boolean(set?.active && (kind.size?.(item, given) ?? 1) > (set.above ?? 0));
}

/** The signature that waits for a second person: a day long, and no longer than the item stays where it is. */
export const waiting = (item: Item, now: Date) =>
  item.signedBy && item.signedFor && item.signedAt && now.getTime() - item.signedAt.getTime() < aDay
    ? { by: item.signedBy, step: item.signedFor, given: item.signedGiven, at: item.signedAt }
    : null;

/** Who signed for this very step with the same content. */
export function signedForThis(item: Item, step: string | null, given: Given, now: Date): string | null {
  const signature = waiting(item, now);
  return signature?.step === step && signature.given === inOneOrder(given) ? signature.by : null;
}
