import { eq } from 'drizzle-orm';
import { lastOf } from '../../db/queries/items.ts';
import { locations } from '../../db/schema/house.ts';
import type { Scoped } from '../../db/scope.ts';

/** Where an item lay when it was picked, whatever happened to it since. */
export async function placeBeforePick(house: Scoped, itemId: string) {
  const [pick] = await house.ask(lastOf, { itemId, step: 'pick' });
  const id = pick?.changed.locationId?.[0];
  return typeof id === 'string' ? house.first(locations, eq(locations.id, id)) : undefined;
}
