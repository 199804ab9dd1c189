import { inArray } from 'drizzle-orm';
import type { Named } from '../../db/named-queries.ts';
import { fourEyesOf, itemByCode } from '../../db/queries/items.ts';
import { changedAfter, takenSince } from '../../db/queries/taken-before.ts';
import { locations } from '../../db/schema/master-data.ts';
import type { Scoped } from '../../db/scope.ts';
import { firstFourEyes } from '../../db/seed/four-eyes.ts';
import { ADDS_UP_FOR_MS, fallsUnder, usedBy } from '../workflow/four-eyes.ts';
import { isBin } from '../workflow/place-guards.ts';
import type { AnyField } from '../workflow/workflows.ts';
import type { Item } from './facts.ts';

interface Asked {
  readonly step: string | null;
  readonly input: AnyField<'item'>;
  readonly now: Date;
}

/** Whether this step takes two people, as the house is set. Asks nothing of the database for all other steps. */
export async function takesTwo(system: Scoped, item: Item, { step, input, now }: Asked): Promise<boolean> {
  const kind = fallsUnder(item, step, input);
  if (!kind) return false;
  const first = firstFourEyes.find(({ id }) => id === kind.id);
  const set = (await system.ask(fourEyesOf, { id: kind.id }))[0] ?? first;
  if (!set?.active || kind.size === 0) return false;
  const limit = set.above ?? 0;
  if (kind.size > limit || kind.addsUpWith.length === 0) return kind.size > limit;
  const since = new Date(now.getTime() - ADDS_UP_FOR_MS);
  const about = { item, lot: await lotOf(system, item), places: await placesOf(system, item) };
  let sum = kind.size;
  for (const name of kind.addsUpWith)
    for (const before of await system.ask(takenSince, { step: name, since, warehouseId: item.warehouseId }))
      if (await isAbout(system, { ...about, before })) sum += usedBy(before);
  return sum > limit;
}

type Before = typeof takenSince extends Named<infer _, infer Row> ? Row : never;
interface Question {
  readonly item: Item;
  readonly lot: string;
  readonly places: ReadonlySet<unknown>;
  readonly before: Before;
}

/**
 * The same lot, however it was split, or the same place: where it was counted, or where that lies now. What is carried to
 * another place first is still of those where it lay.
 */
async function isAbout(system: Scoped, { item, lot, places, before }: Question): Promise<boolean> {
  if (before.itemId === item.id) return true;
  if (places.has(before.locationId) || places.has(before.changed.locationId?.[0])) return true;
  if (places.has(await placeThen(system, before))) return true;
  return (await lotOf(system, before)) === lot;
}

/** The lot from which it was split off first: an item stands for itself and for all its parts. */
async function lotOf(system: Scoped, { code, splitFrom }: Pick<Item, 'code' | 'splitFrom'>): Promise<string> {
  const [whole] = splitFrom ? await system.ask(itemByCode, { code: splitFrom }) : [];
  return whole ? lotOf(system, whole) : code;
}

/** Where it lies, and the bins where it lay before: through the dock goes everything. */
async function placesOf(system: Scoped, { id, locationId }: Item): Promise<ReadonlySet<unknown>> {
  const all = await system.ask(changedAfter, { itemId: id, seq: 0 });
  const before = all.flatMap(({ changed }) => changed.locationId ?? []).filter((one) => one !== null);
  const known = await system.find(locations, inArray(locations.id, before.map(String)));
  const bins = known.filter(({ kind }) => isBin(kind)).map((one) => one.id);
  return new Set(locationId === null ? bins : [locationId, ...bins]);
}

/** Where it lay at that moment: what the next change of its place says it was, or where it lies still. */
async function placeThen(system: Scoped, { itemId, seq, locationId }: Before): Promise<unknown> {
  const later = await system.ask(changedAfter, { itemId, seq });
  const moved = later.find(({ changed }) => changed.locationId);
  return moved ? moved.changed.locationId?.[0] : locationId;
}
