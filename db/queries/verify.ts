import { and, asc, eq, gt, sql } from 'drizzle-orm';
import { itemEvents, items } from '../schema/items.ts';
import { reservations, shipments } from '../schema/outbound.ts';
import { tickets } from '../schema/repair.ts';
import { named, type Slots } from '../scope.ts';

/** Items in the order of their ids, a page at a time, with what else must agree with them. */
export const itemsAfter = named(
  'items after',
  (q, sees, given: Slots<{ id: string }>) =>
    q
      .select({
        id: items.id,
        code: items.code,
        state: items.state,
        quantity: items.quantity,
        serial: items.serial,
        custody: items.custody,
        events: items.events,
        lastHash: items.lastHash,
        promises:
          sql<number>`(select count(*) from ${reservations} where ${reservations.itemId} = ${items.id} and ${reservations.releasedAt} is null and exists (select 1 from ${shipments} where ${shipments.id} = ${reservations.shipmentId} and ${shipments.state} in ('open', 'packed', 'handedOver')))`.mapWith(
            Number,
          ),
        openTickets:
          sql<number>`(select count(*) from ${tickets} where ${tickets.itemId} = ${items.id} and ${tickets.closedAt} is null)`.mapWith(
            Number,
          ),
      })
      .from(items)
      .where(and(sees(items), gt(items.id, given.id)))
      .orderBy(asc(items.id))
      .limit(500),
  [reservations, shipments, tickets],
);

export const eventsAfter = named('events in order', (q, sees, given: Slots<{ itemId: string }>) =>
  q
    .select()
    .from(itemEvents)
    .where(and(sees(itemEvents), eq(itemEvents.itemId, given.itemId)))
    .orderBy(asc(itemEvents.seq)),
);
