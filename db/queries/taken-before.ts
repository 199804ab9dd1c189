import { and, asc, eq, gt, gte } from 'drizzle-orm';
import { named, type Slots } from '../named-queries.ts';
import { itemEvents, items } from '../schema/items.ts';
import { at } from './jobs.ts';

/** Each time that this step was taken in a warehouse since then, with the item as it is by now. */
export const takenSince = named(
  'step taken since in a warehouse',
  (q, sees, given: Slots<{ warehouseId: string; step: string; since: Date }>) =>
    q
      .select({
        ...{ itemId: itemEvents.itemId, seq: itemEvents.seq, given: itemEvents.given },
        ...{ changed: itemEvents.changed, byWhom: itemEvents.byWhom },
        ...{ code: items.code, splitFrom: items.splitFrom, locationId: items.locationId },
      })
      .from(itemEvents)
      .innerJoin(items, eq(items.id, itemEvents.itemId))
      .where(
        and(
          sees(itemEvents),
          eq(itemEvents.warehouseId, given.warehouseId),
          gte(itemEvents.at, at(given.since, itemEvents.at)),
          eq(itemEvents.step, given.step),
        ),
      ),
  [items],
);

/** What was changed on an item after one of its steps, in order. */
export const changedAfter = named(
  'changes of an item after a step',
  (q, sees, given: Slots<{ itemId: string; seq: number }>) =>
    q
      .select({ changed: itemEvents.changed })
      .from(itemEvents)
      .where(and(sees(itemEvents), eq(itemEvents.itemId, given.itemId), gt(itemEvents.seq, given.seq)))
      .orderBy(asc(itemEvents.seq)),
);
