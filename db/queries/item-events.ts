import { and, desc, eq, sql } from 'drizzle-orm';
import { named, type Slots } from '../named-queries.ts';
import { itemEvents } from '../schema/items.ts';

/** The last event whose step is none of these: names, each between commas. */
export const lastOther = named(
  'last event of another kind',
  (q, sees, given: Slots<{ itemId: string; than: string }>) =>
    q
      .select({ step: itemEvents.step, fromState: itemEvents.fromState })
      .from(itemEvents)
      .where(
        and(
          sees(itemEvents),
          eq(itemEvents.itemId, given.itemId),
          sql`cast(${given.than} as text) not like '%,' || ${itemEvents.step} || ',%'`,
        ),
      )
      .orderBy(desc(itemEvents.seq))
      .limit(1),
);

/** The last time that this step was taken. */
export const lastOf = named(
  'last event of a kind',
  (q, sees, given: Slots<{ itemId: string; step: string }>) =>
    q
      .select()
      .from(itemEvents)
      .where(and(sees(itemEvents), eq(itemEvents.itemId, given.itemId), eq(itemEvents.step, given.step)))
      .orderBy(desc(itemEvents.seq))
      .limit(1),
);
