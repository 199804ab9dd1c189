import { aroundItem, itemByCode, itemById } from '../../db/queries/items.ts';
import type { Scoped } from '../../db/scope.ts';
import { notFound } from '../http/problem.ts';
import { nouns } from '../words/problems.ts';
import type { Entity } from '../workflow/engine.ts';
import { type ItemEffect, itemWorkflow } from '../workflow/item.ts';
import type { ItemFacts } from '../workflow/item-facts.ts';
import { exchangeEffects } from './effects-exchange.ts';
import { factEffects } from './effects-facts.ts';
import { leavingEffects } from './effects-leaving.ts';
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

export const itemEntity: Entity<Item, ItemFacts, ItemEffect> = {
  flow: itemWorkflow,
  get: getItem,
  byId: async (db, id) => {
    const [item] = await db.ask(itemById, { id });
    if (!item) throw notFound(nouns.item, id);
    return item;
  },
  facts: itemFacts,
  where: async (system, item) => (await system.ask(aroundItem, { id: item.id }))[0]?.location ?? null,
  version: async (_system, { events }) => events,
  effects: {
    ...placeEffects,
    ...factEffects,
    ...sortingEffects,
    ...repairEffects,
    ...exchangeEffects,
    ...leavingEffects,
  },
  write: writeItem,
};
