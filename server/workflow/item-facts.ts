import type { CustomsAction } from '../../db/schema/rules.ts';
import type { doubtNames } from '../words/items.ts';
import type { Counted } from './count-guards.ts';

/** How a disposition leaves the hands of whoever decided it: the `meaning` of its row in the catalogue. */
export type Aim = CustomsAction | 'vendor' | 'quarantine' | 'hazard' | 'ask' | 'none';
export type RepairEnd = 'never repaired' | 'repaired' | 'failed' | 'declined';

export type DoubtName = keyof typeof doubtNames;

/** The place to which a step would bring it. */
export interface PlaceFacts {
  readonly kind: string;
  readonly code: string;
  readonly room: boolean;
  /** How many more articles fit; null where nobody counts. */
  readonly free: number | null;
  /** How many would come. */
  readonly coming: number;
  readonly open: boolean;
  /** The one grade that lies here; null for any. */
  readonly grade: string | null;
  /** Do goods of another customs status lie here? */
  readonly otherCustoms: boolean;
  /** Do goods lie here beside which the owner of one of the two wants none of another's? */
  readonly keptApart: boolean;
}

/** What the guards may look at. Loaded by the caller, never changed here; null is "not known before it is asked". */
export interface ItemFacts {
  readonly holds: readonly string[];
  readonly ownerKnown: boolean;
  /** Would it become another exporter's than whose it is now? */
  readonly changesOwner: boolean;
  /** Does it stand on a return order, or did it just arrive? */
  readonly announced: boolean;
  readonly hazard: boolean;
  readonly grade: string | null;
  readonly customsStatus: string;
  readonly quantity: number;
  readonly quantityGiven: number | null;
  /** Is a step being asked for, and not only looked at which there are? */
  readonly isAsked: boolean;
  /** What other people counted of its line and have not received yet, and how many that leaves; null where nothing is. */
  readonly othersCounted: { readonly counted: readonly Counted[]; readonly left: number } | null;
  /** The disposition in question: the one being asked for, or else the one decided. */
  readonly disposition: string | null;
  readonly aim: Aim | null;
  readonly customs: Readonly<Record<CustomsAction, 'allowed' | 'forbidden' | 'ask customs'>>;
  readonly repair: RepairEnd;
  readonly replaced: boolean;
  readonly place: PlaceFacts | null;
  readonly promised: boolean;
  readonly ticket: { readonly state: string; readonly atVendor: boolean } | null;
  readonly shipment: {
    readonly exit: CustomsAction;
    readonly state: string;
    readonly transport: string;
    readonly asked: boolean;
  } | null;
  readonly battery: string;
  /** What an inspection is being told; null where nothing is. */
  readonly findings: Readonly<Record<string, unknown>> | null;
  readonly dataLeft: boolean;
  /** Who signed for its destruction. */
  readonly signedBy: string | null;
  /** Does the step that is being asked for take two people, as the house is set and by what was given? */
  readonly takesTwo: boolean;
  /** Who signed, no longer than a day ago, for this very step with the same content. */
  readonly signedForThis: string | null;
  readonly signatureWaits: boolean;
  readonly serialised: boolean;
  readonly actor: string;
  /** Not handed over to a vendor or a carrier yet. */
  readonly inOurHands: boolean;
  /** Does the serial that is being read tell that this is another unit than went to its vendor? */
  readonly isAnotherUnit: boolean;
  /** The serial that went and the one that is being read. */
  readonly serials: readonly [string, string] | null;
  /** Does whoever takes it back say that it is another unit? */
  readonly saidAnother: boolean;
  /** What was done last, apart from what was only written down. */
  readonly lastStep: string | null;
  /** The state from which that led. */
  readonly lastFrom: string | null;
  readonly kindOfHold: string | null;
  /** Of the doubts about what it is that stand, the name of each, and the one that is named. */
  readonly doubts: readonly DoubtName[];
  readonly doubtGiven: DoubtName | null;
}
