import { locationByCode, openHoldsOf } from '../../db/queries/items.ts';
import { holds } from '../../db/schema/items.ts';
import type { Writing } from '../../db/scope.ts';
import { notFound } from '../problem.ts';
import { nouns } from '../words/problems.ts';
import type { Effect, Order } from '../workflow/engine.ts';
import { unsigned } from '../workflow/four-eyes.ts';
import type { Item } from './facts.ts';
import { placeBeforePick } from './place-before.ts';
import { addItem } from './write.ts';

export async function placeGiven(house: Writing, { row, given }: Order<Item>): Promise<string | undefined> {
  if (typeof given.location !== 'string') return undefined;
  const code = given.location.toUpperCase();
  const [place] = await house.ask(locationByCode, { warehouseId: row.warehouseId, code });
  if (!place) throw notFound(nouns.location, code);
  return place.id;
}

/** Part of a lot becomes an item of its own, with the same past up to here. */
async function splitOff(
  house: Writing,
  { row, step, actor, moment }: Order<Item>,
  part: Partial<Item> & { quantity: number },
) {
  const split = {
    ...row,
    ...part,
    ...unsigned,
    id: moment.newId(),
    code: moment.newCode('item'),
    splitFrom: row.code,
  };
  const given = { from: row.code, quantity: part.quantity, because: step };
  await addItem(house, split, {
    step: 'split',
    toState: split.state,
    given,
    byWhom: actor.id,
    at: moment.now,
  });
  // What stands in the way of the whole stands in the way of each part.
  for (const hold of await house.ask(openHoldsOf, { itemId: row.id }))
    await house.add(holds, { ...hold, id: moment.newId(), itemId: split.id });
  return { quantity: row.quantity - part.quantity };
}

export const placeEffects = {
  'take the place': async (house, order) => {
    const locationId = await placeGiven(house, order);
    return locationId ? { locationId } : {};
  },
  'take the bench': async (house, order) => ({ locationId: (await placeGiven(house, order)) ?? null }),
  'take the place it had': async (house, order) => {
    const given = await placeGiven(house, order);
    return { locationId: given ?? (await placeBeforePick(house, order.row.id))?.id ?? null };
  },
  'free the place': () => ({ locationId: null }),
  'split off what did not come': (house, order) => {
    const came = order.given.quantity;
    if (typeof came !== 'number' || came >= order.row.quantity) return {};
    return splitOff(house, order, { quantity: order.row.quantity - came });
  },
  'split the lot': (house, order) => splitOff(house, order, { quantity: Number(order.given.quantity) }),
} as const satisfies Record<string, Effect<Item>>;
