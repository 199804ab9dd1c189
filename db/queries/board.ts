import { and, count, min, sum } from 'drizzle-orm';
import { named, type Slots } from '../named-queries.ts';
import { items } from '../schema/items.ts';

/** How many items stand in each state, and since when the oldest does. */
export const itemsByState = named('items by state', (q, sees, _given: Slots<object>) =>
  q
    .select({
      state: items.state,
      items: count(),
      pieces: sum(items.quantity).mapWith(Number),
      oldestSince: min(items.stateSince),
    })
    .from(items)
    .where(and(sees(items)))
    .groupBy(items.state),
);
