import { locationByCode, openHoldsOf } from '../../db/queries/items.ts';
import { holds } from '../../db/schema/items.ts';
import type { Writing } from '../../db/scope.ts';
import { copyClocks } from '../entities/clocks.ts';
import { notFound } from '../http/problem.ts';
import { nouns } from '../words/problems.ts';
import { during, type Effect, type StepContext } from '../workflow/effects.ts';
import { unsigned } from '../workflow/four-eyes.ts';
import type { Item } from './facts.ts';
import { placeBeforePick } from './place-before-pick.ts';
import { addItem } from './write.ts';

/** A step that says where to, or may. */
type ToPlace = Pick<StepContext<Item, { readonly location?: string | undefined }>, 'row' | 'input'>;

async function placeGiven(system: Writing, { row, input }: ToPlace): Promise<string | undefined> {
  if (input.location === undefined) return undefined;
  const code = input.location.toUpperCase();
  const [place] = await system.ask(locationByCode, { warehouseId: row.warehouseId, code });
  if (!place) throw notFound(nouns.location, code);
  return place.id;
}

/** Part of a lot becomes an item of its own, with the same past up to here. */
async function splitOff(
  system: Writing,
  { row, step, actor, context, enqueue }: StepContext<Item>,
  part: Partial<Item> & { quantity: number },
) {
  const split = {
    ...row,
    ...part,
    ...unsigned,
    id: context.newId(),
    code: context.newCode('item'),
    splitFrom: row.code,
  };
  const given = { from: row.code, quantity: part.quantity, because: step };
  await addItem(system, split, {
    step: 'split',
    toState: split.state,
    given,
    byWhom: actor.id,
    at: context.now,
  });
  // What stands in the way of the whole stands in the way of each part.
  for (const hold of await system.ask(openHoldsOf, { itemId: row.id }))
    await system.add(holds, { ...hold, id: context.newId(), itemId: split.id });
  // So does what is waited for. Where that is an answer and not the goods, its exporter has to hear of the part.
  if ((await copyClocks(system, row.id, split, context)) && step === 'split')
    await enqueue('item needs instruction', { item: split.code, organisation: split.exporterId ?? '' });
  return { quantity: row.quantity - part.quantity };
}

const brought = ['takeOver', 'receive', 'move', 'putAway', 'takeBack', 'comeBack', 'find'] as const;
export const placeEffects = {
  'take the place': during('item', brought, async (system, stepContext) => {
    const locationId = await placeGiven(system, stepContext);
    return locationId ? { locationId } : {};
  }),
  'take the bench': during('item', ['startRepair'], async (system, stepContext) => ({
    locationId: (await placeGiven(system, stepContext)) ?? null,
  })),
  'take the place it had': during('item', ['putBack'], async (system, stepContext) => {
    const given = await placeGiven(system, stepContext);
    return { locationId: given ?? (await placeBeforePick(system, stepContext.row.id))?.id ?? null };
  }),
  'free the place': () => ({ locationId: null }),
  'split off what did not come': during('item', ['receive'], (system, stepContext) => {
    const came = stepContext.input.quantity;
    if (came === undefined || came >= stepContext.row.quantity) return {};
    return splitOff(system, stepContext, { quantity: stepContext.row.quantity - came });
  }),
  'split the lot': during('item', ['split'], (system, stepContext) =>
    splitOff(system, stepContext, { quantity: stepContext.input.quantity }),
  ),
} as const satisfies Record<string, Effect<Item>>;
