import { and, asc, eq, gt, sql } from 'drizzle-orm';
import { listed, named, type Slots } from '../named-queries.ts';
import { itemEvents, items } from '../schema/items.ts';
import { deadlines } from '../schema/jobs.ts';
import { reservations, shipments } from '../schema/outbound.ts';
import { tickets } from '../schema/repair.ts';

// A query of one table writes its columns without the table's name, which means another one inside a subquery.
const promises = (running: readonly string[]) =>
  sql<number>`(select count(*) from reservations r join shipments s on s.id = r.shipment_id
  where r.item_id = "items"."id" and r.released_at is null and s.state in ${running})`;
const runningOn = (subject: string) =>
  sql<number>`(select count(*) from deadlines d where d.subject_id = ${sql.raw(subject)} and d.ended_at is null)`.mapWith(
    Number,
  );
const openTickets = sql<number>`(select count(*) from tickets t where t.item_id = "items"."id" and t.closed_at is null)`;

/** Items in the order of their ids, a page at a time, with what else must agree with them; `running`: shipments that have not ended. */
export const itemsAfter = listed(
  'items after',
  (q, sees, given: { readonly id: string; readonly running: readonly string[] }) =>
    q
      .select({
        item: items,
        promises: promises(given.running).mapWith(Number),
        openTickets: openTickets.mapWith(Number),
        clocks: runningOn('"items"."id"'),
      })
      .from(items)
      .where(and(sees(items), gt(items.id, given.id)))
      .orderBy(asc(items.id))
      .limit(500),
  [reservations, shipments, tickets, deadlines],
);

/** Tickets in the order of their ids, a page at a time, with how many clocks run on each. */
export const ticketsAfter = named(
  'tickets after',
  (q, sees, given: Slots<{ id: string }>) =>
    q
      .select({
        id: tickets.id,
        code: tickets.code,
        state: tickets.state,
        clocks: runningOn('"tickets"."id"'),
      })
      .from(tickets)
      .where(and(sees(tickets), gt(tickets.id, given.id)))
      .orderBy(asc(tickets.id))
      .limit(500),
  [deadlines],
);

export const eventsAfter = named('events in order', (q, sees, given: Slots<{ itemId: string }>) =>
  q
    .select()
    .from(itemEvents)
    .where(and(sees(itemEvents), eq(itemEvents.itemId, given.itemId)))
    .orderBy(asc(itemEvents.seq)),
);
