import { eq } from 'drizzle-orm';
import { itemEvents, items } from '../../db/schema/items.ts';
import { outbox } from '../../db/schema/jobs.ts';
import { systemViewer } from '../../db/seen-by.ts';
import type { House } from '../world.ts';

/** The data as the system sees them. */
export const books = (house: House) => house.database.as(systemViewer);

/** An item as it stands in the books. */
export async function rowOf(house: House, code: string) {
  const row = await books(house).first(items, eq(items.code, code));
  if (!row) throw new Error(`There is no ${code}.`);
  return row;
}

/** All that happened to an item, the oldest first. */
export async function eventsOf(house: House, code: string) {
  const { id } = await rowOf(house, code);
  return (await books(house).find(itemEvents, eq(itemEvents.itemId, id))).sort((a, b) => a.seq - b.seq);
}

/** What waits to be told about an item, the oldest first: the kind, and what it says. */
export async function toldOf(house: House, code: string) {
  const work = (await books(house).find(outbox)).filter(({ about }) => about.item === code);
  return work.sort((a, b) => (a.id < b.id ? -1 : 1)).map(({ kind, about }) => ({ kind, ...about }));
}
