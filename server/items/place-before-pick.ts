import { eq } from 'drizzle-orm';
import { lastOf } from '../../db/queries/item-events.ts';
import { locations } from '../../db/schema/master-data.ts';
import type { Scoped } from '../../db/scope.ts';

/** Where an item lay when it was picked, whatever happened to it since. */
export async function placeBeforePick(system: Scoped, itemId: string) {
  const [pick] = await system.ask(lastOf, { itemId, step: 'pick' });
  const id = pick?.changed.locationId?.[0];
  return typeof id === 'string' ? system.first(locations, eq(locations.id, id)) : undefined;
}
