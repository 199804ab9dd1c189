import { eq } from 'drizzle-orm';
import { aroundItem, itemByCode, itemById } from '../../db/queries/items.ts';
import { organisations } from '../../db/schema/master-data.ts';
import { tickets } from '../../db/schema/repair.ts';
import type { Scoped } from '../../db/scope.ts';
import { shanghaiDate } from '../customs/dates.ts';
import { notFound } from '../http/problem.ts';
import { nouns } from '../words/problems.ts';
import { whereWords } from '../words/steps.ts';
import type { Whereabouts } from '../workflow/decide.ts';
import type { Entity } from '../workflow/engine.ts';
import { type ItemEffect, itemWorkflow } from '../workflow/item.ts';
import type { ItemFacts } from '../workflow/item-facts.ts';
import { exchangeEffects } from './effects-exchange.ts';
import { factEffects } from './effects-facts.ts';
import { leavingEffects } from './effects-leaving.ts';
import { openingEffects } from './effects-opening.ts';
import { placeEffects } from './effects-place.ts';
import { repairEffects } from './effects-repair.ts';
import { sortingEffects } from './effects-sorting.ts';
import { type Item, itemFacts } from './facts.ts';
import { writeItem } from './write.ts';

export async function getItem(db: Scoped, code: string): Promise<Item> {
  const [item] = await db.ask(itemByCode, { code });
  if (!item) throw notFound(nouns.item, code);
  return item;
}

/** At a place of ours, or at its vendor’s, with when it was promised back. */
async function whereabouts(system: Scoped, item: Item): Promise<Whereabouts | null> {
  const [around] = await system.ask(aroundItem, { id: item.id });
  if (around?.location) return { place: around.location, words: whereWords.at(around.location) };
  if (item.custody !== 'vendor' || !item.ticketId) return null;
  const ticket = await system.first(tickets, eq(tickets.id, item.ticketId));
  const vendor =
    ticket?.vendorId && (await system.first(organisations, eq(organisations.id, ticket.vendorId)));
  if (!vendor) return null;
  const promised = ticket.promisedAt && shanghaiDate(ticket.promisedAt);
  return { place: null, words: whereWords.withVendor(vendor, promised) };
}

export const itemEntity: Entity<Item, ItemFacts, ItemEffect> = {
  flow: itemWorkflow,
  get: getItem,
  byId: async (db, id) => {
    const [item] = await db.ask(itemById, { id });
    if (!item) throw notFound(nouns.item, id);
    return item;
  },
  facts: itemFacts,
  where: whereabouts,
  version: async (_system, { events }) => events,
  effects: {
    ...openingEffects,
    ...placeEffects,
    ...factEffects,
    ...sortingEffects,
    ...repairEffects,
    ...exchangeEffects,
    ...leavingEffects,
  },
  write: writeItem,
};
