import { lyingAt } from '../../db/queries/items.ts';
import type { items } from '../../db/schema/items.ts';
import type { locations } from '../../db/schema/master-data.ts';
import type { Scoped } from '../../db/scope.ts';
import type { Aim, ItemFacts, PlaceFacts } from '../workflow/item-facts.ts';
import { isDangerous } from '../workflow/item-opening.ts';
import type { AnyField } from '../workflow/workflows.ts';

type Item = typeof items.$inferSelect;
type Place = typeof locations.$inferSelect;

/** What lies at a place already, as far as something that comes has to stand apart from it. */
export type Lying = Awaited<ReturnType<typeof lyingThere>>;
export async function lyingThere(system: Scoped, place: Place, item: Item) {
  const owner = item.exporterId ?? '';
  const [there] = await system.ask(lyingAt, {
    locationId: place.id,
    owner,
    customsStatus: item.customsStatus,
  });
  return there ?? { pieces: 0, otherCustoms: 0, otherOwners: 0, ownersApart: 0 };
}

interface Coming {
  readonly coming: number;
  readonly isThere: boolean;
  readonly ownerApart: boolean;
}
/** What the guards ask of a place to which so many come. */
export function placeFactsOf(
  place: Place,
  there: Lying,
  { coming, isThere, ownerApart }: Coming,
): PlaceFacts {
  const free = place.capacity === null ? null : Math.max(0, place.capacity - there.pieces);
  return {
    ...{ code: place.code, kind: place.kind, free, coming },
    room: free === null || isThere || free >= coming,
    open: place.active,
    grade: place.grade,
    otherCustoms: there.otherCustoms > 0,
    keptApart: there.otherOwners > 0 && (there.ownersApart > 0 || ownerApart),
  };
}

/** Where goods stand with customs when they are in a warehouse and nobody says more. */
export const statusOnArrival = (inZone: boolean, exportDocument: string | null | undefined): string =>
  // Goods whose export is on paper and that come to a place outside the zone were released on their way in.
  inZone ? 'ZONE_BONDED' : exportDocument ? 'RELEASED_DOMESTIC' : 'ARRIVED_UNDECLARED';

/** The item whose facts the guards look at: as the sheet of somebody who moves in tells it, when it is taken over. */
export const asGuardsSee = (item: Item, step: string | null, input: AnyField<'item'>): Item =>
  step === 'takeOver' ? asTakenOver(item, input) : item;

export function asTakenOver(item: Item, input: AnyField<'item'>): Item {
  const grade = input.grade ?? item.grade;
  return {
    ...item,
    ...{ grade, hazard: isDangerous(input.hazard, grade) },
    customsStatus: input.customsStatus ?? item.customsStatus,
  };
}

/** What is asked of a unit that nothing was ever done with. */
interface Opening {
  readonly item: Pick<Item, 'grade' | 'hazard' | 'customsStatus' | 'quantity'>;
  readonly disposition: string | null;
  readonly aim: Aim | null;
  readonly place: PlaceFacts;
  readonly battery: string;
  readonly serialised: boolean;
}
/** What the guards look at when such a unit is taken over, without asking the database for it. */
export const openingFacts = ({ item, disposition, aim, place, ...its }: Opening): ItemFacts => ({
  ...{ ...its, disposition, aim, place, holds: [], ownerKnown: true, changesOwner: false, announced: false },
  ...{ hazard: item.hazard, grade: item.grade, customsStatus: item.customsStatus },
  ...{ quantity: item.quantity, quantityGiven: null, isAsked: true, othersCounted: null },
  customs: {
    ...{ repair: 'ask customs', resale: 'ask customs', exchange: 'ask customs' },
    ...{ toBuyer: 'ask customs', toExporter: 'ask customs', destroy: 'ask customs' },
  },
  ...{ repair: 'never repaired', replaced: false, promised: false, ticket: null, shipment: null },
  ...{ findings: null, dataLeft: false, signedBy: null, takesTwo: false, signedForThis: null },
  ...{ signatureWaits: false, actor: '', inOurHands: false, isAnotherUnit: false, serials: null },
  ...{ saidAnother: false, lastStep: null, lastFrom: null, kindOfHold: null, doubts: [], doubtGiven: null },
});
