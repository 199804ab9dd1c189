import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { placesFor, placesOfKind } from '../../db/queries/storage.ts';
import { organisations } from '../../db/schema/master-data.ts';
import type { Scoped } from '../../db/scope.ts';
import type { Actor } from '../access/permissions.ts';
import { Words } from '../http/shapes.ts';
import { type Item, itemFacts } from '../items/facts.ts';
import { storageSentences } from '../words/storage.ts';
import { accepts } from '../workflow/decide.ts';
import { itemWorkflow } from '../workflow/item.ts';
import type { ItemFacts } from '../workflow/item-facts.ts';
import { kindsOfPlaceFor } from '../workflow/place-guards.ts';
import type { Step } from '../workflow/workflow.ts';

const Proposal = z.object({
  code: z.string(),
  kind: z.string(),
  zone: Words,
  /** How many more articles fit; null where nobody counts. */
  free: z.number().nullable(),
  why: Words,
});
export const Proposals = z.object({
  places: z.array(Proposal),
  /** Why none is proposed, and who does what about it; null where one is. */
  none: Words.nullable(),
});

const MOST_PROPOSED = 3;

/** Up to three places where this item could be put away, the best first, each with its reason; or why there is none. */
export async function proposePlaces(
  db: Scoped,
  item: Item,
  { actor, now }: { readonly actor: Actor; readonly now: Date },
): Promise<z.input<typeof Proposals>> {
  if (!placing(item.state).length) return { places: [], none: storageSentences.notToPlace };
  const facts = await itemFacts(db.asSystem(), item, { step: null, input: {}, actor, now });
  const kinds = kindsOfPlaceFor(facts);
  const found = await fitting(db, item, facts, kinds);
  const places = found.map(({ code, kind, capacity, pieces, rank, zoneZh, zoneEn }) => {
    const free = capacity === null ? null : capacity - pieces;
    const why = storageSentences.waitsAt(kind) ?? storageSentences.because(rank, free);
    return { code, kind, zone: { zh: zoneZh, en: zoneEn }, free, why };
  });
  return { places, none: places.length ? null : await whyNone(db, item, kinds.at(-1) ?? 'storage') };
}

const steps: Readonly<Record<string, Step>> = itemWorkflow.steps;
const states: Readonly<Record<string, { readonly on?: object }>> = itemWorkflow.states;
/** Whether a step that brings it to this place would be taken now. @throws Problem 404 for a place that is not there */
export async function mayLieAt(
  db: Scoped,
  item: Item,
  { actor, now, location }: { readonly actor: Actor; readonly now: Date; readonly location: string },
): Promise<boolean> {
  const facts = await itemFacts(db.asSystem(), item, { step: null, input: { location }, actor, now });
  return placing(item.state).some((step) => accepts(itemWorkflow, item.state, facts, step));
}

/** The steps that bring it to a place, in this state. */
const placing = (state: string) =>
  Object.keys(states[state]?.on ?? {}).filter((step) => steps[step]?.kinds?.includes('placing'));

async function fitting(db: Scoped, item: Item, facts: ItemFacts, kinds: ReturnType<typeof kindsOfPlaceFor>) {
  const owner = await db.first(organisations, eq(organisations.id, item.exporterId ?? ''));
  return db.list(placesFor, {
    ...{ warehouseId: item.warehouseId, kinds, grade: facts.grade ?? '', quantity: item.quantity },
    ...{ skuId: item.skuId ?? '', exporterId: item.exporterId ?? '', apart: owner?.storedApart === true },
    ...{ customsStatus: item.customsStatus, not: item.locationId ?? '', limit: MOST_PROPOSED },
  });
}

async function whyNone(db: Scoped, item: Item, kind: ReturnType<typeof kindsOfPlaceFor>[number]) {
  const [there] = await db.ask(placesOfKind, { warehouseId: item.warehouseId, kind });
  return storageSentences.nothingFits(kind, there?.n ?? 0, item.quantity);
}
