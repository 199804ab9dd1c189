import { and, asc, desc, eq, gt, gte } from 'drizzle-orm';
import { named, type Slots } from '../named-queries.ts';
import { itemEvents, items } from '../schema/items.ts';
import { at } from './jobs.ts';

/** Each time that this step was taken in a warehouse since then, with the item as it is by now. */
export const takenSince = named(
  'step taken since in a warehouse',
  (q, sees, given: Slots<{ warehouseId: string; step: string; since: Date }>) =>
    q
      .select({
        ...{ itemId: itemEvents.itemId, step: itemEvents.step, seq: itemEvents.seq, given: itemEvents.given },
        ...{ changed: itemEvents.changed, byWhom: itemEvents.byWhom },
        ...{
          quantity: items.quantity,
          code: items.code,
          splitFrom: items.splitFrom,
          locationId: items.locationId,
        },
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

/** What was split off an item last, and still lies beside it. */
export const splitOffLast = named(
  'split off an item last',
  (q, sees, given: Slots<{ code: string; locationId: string }>) =>
    q
      .select({ code: items.code })
      .from(items)
      .innerJoin(itemEvents, and(eq(itemEvents.itemId, items.id), eq(itemEvents.seq, 1)))
      .where(and(sees(items), eq(items.locationId, given.locationId), eq(items.splitFrom, given.code)))
      .orderBy(desc(itemEvents.at), desc(items.id))
      .limit(1),
  [itemEvents],
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
