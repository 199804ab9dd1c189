import { and, asc, eq, gt, isNotNull, isNull, sql } from 'drizzle-orm';
import { listed, named, type Slots } from '../named-queries.ts';
import { exportedLines, exportedOrders } from '../schema/exported.ts';
import { returnLines, returnOrders } from '../schema/goods.ts';
import { itemEvents, items } from '../schema/items.ts';
import { deadlines } from '../schema/jobs.ts';
import { itemLives } from '../schema/lives.ts';
import { reservations, shipments } from '../schema/outbound.ts';
import { parcelCounts, parcelOrders, parcels } from '../schema/parcels.ts';
import { tickets } from '../schema/repair.ts';
import { riskFlags } from '../schema/risks.ts';

// A query of one table writes its columns without the table's name, which means another one inside a subquery.
const promises = (running: readonly string[]) =>
  sql<number>`(select count(*) from reservations r join shipments s on s.id = r.shipment_id
  where r.item_id = "items"."id" and r.released_at is null and s.state in ${running})`;
const runningOn = (subject: string) =>
  sql<number>`(select count(*) from deadlines d where d.subject_id = ${sql.raw(subject)} and d.ended_at is null)`.mapWith(
    Number,
  );
/** What took its place, as the promises say; only of what says that something did. */
const pairs = sql<number>`(case when "items"."replaced_by" is null then 1 else (select count(*) from reservations r
  join items b on b.id = r.item_id where b.code = "items"."replaced_by" and r.replaces = "items"."code"
  and r.released_at is null) end)`;
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
        pairs: pairs.mapWith(Number),
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

const counting = (of: string) => sql<number>`(select count(*) from ${sql.raw(of)})`.mapWith(Number);
const its = (table: string, of = '"parcels"."id"') => `${table} where parcel_id = ${of}`;

/** Parcels in the order of their ids, a page at a time, with what lies in them, came in them and was counted in them. */
export const parcelsAfter = named(
  'parcels after',
  (q, sees, given: Slots<{ id: string }>) =>
    q
      .select({
        parcel: parcels,
        links: counting(its('parcel_orders')),
        owners:
          sql<number>`(select count(distinct exporter_id) from parcel_orders where parcel_id = "parcels"."id")`.mapWith(
            Number,
          ),
        /** Of its only owner, where it has one. */
        owner: sql<
          string | null
        >`(select max(exporter_id) from parcel_orders where parcel_id = "parcels"."id")`,
        counts: counting(its('parcel_counts')),
        none: counting(`${its('parcel_counts')} and counted < 1`),
        elsewhere: counting(`${its('items')} and warehouse_id <> "parcels"."warehouse_id"`),
        unlinked: counting(
          `${its('items i', '"parcels"."id"')} and i.order_id is not null and not exists
          (select 1 from parcel_orders o where o.parcel_id = "parcels"."id" and o.order_id = i.order_id)`,
        ),
      })
      .from(parcels)
      .where(and(sees(parcels), gt(parcels.id, given.id)))
      .orderBy(asc(parcels.id))
      .limit(500),
  [parcelOrders, parcelCounts, items],
);

/** Return orders in the order of their ids, a page at a time, with how many items stand on a line of another one. */
export const ordersAfter = named(
  'return orders after',
  (q, sees, given: Slots<{ id: string }>) =>
    q
      .select({
        id: returnOrders.id,
        code: returnOrders.code,
        astray: counting(`items i join return_lines l on l.id = i.line_id
          where i.order_id = "return_orders"."id" and l.order_id <> i.order_id`),
        strangers: counting(`items i where i.order_id = "return_orders"."id"
          and i.exporter_id <> "return_orders"."exporter_id"`),
        hollow: counting(`return_lines l where l.order_id = "return_orders"."id" and l.came_as is not null
          and not exists (select 1 from items i where i.order_id = l.order_id and i.line_id = l.id)
          and not exists (select 1 from item_lives v where v.order_id = l.order_id and v.line_id = l.id)`),
        unawaited: counting(`items i join return_lines l on l.id = i.line_id
          where i.order_id = "return_orders"."id" and l.came_as is not null and i.received_at is null`),
      })
      .from(returnOrders)
      .where(and(sees(returnOrders), gt(returnOrders.id, given.id)))
      .orderBy(asc(returnOrders.id))
      .limit(500),
  [items, returnLines, itemLives],
);

/** Promises of something in exchange, a page at a time: what they replace, and what that says of it. */
export const exchangesAfter = named(
  'exchanges after',
  (q, sees, given: Slots<{ id: string }>) =>
    q
      .select({
        id: reservations.id,
        by: items.code,
        replaces: reservations.replaces,
        // In its next life a thing has forgotten what it was replaced by.
        said: sql<string | null>`(select coalesce(r.replaced_by, (select i2.code from items i2
          where i2.id = "items"."id" and exists (select 1 from item_lives v
          where v.item_id = r.id and v.ended_at >= "reservations"."reserved_at")))
          from items r where r.code = "reservations"."replaces")`,
      })
      .from(reservations)
      .innerJoin(items, eq(items.id, reservations.itemId))
      .where(
        and(
          sees(reservations),
          gt(reservations.id, given.id),
          isNotNull(reservations.replaces),
          isNull(reservations.releasedAt),
        ),
      )
      .orderBy(asc(reservations.id))
      .limit(500),
  [items, itemLives],
);

const citing = 'return_lines l where l.exported_line_id = "exported_lines"."id"';

/** Exported lines in the order of their ids, a page at a time, with what cites them otherwise than it says. */
export const exportsAfter = named(
  'exported lines after',
  (q, sees, given: Slots<{ id: string }>) =>
    q
      .select({
        id: exportedLines.id,
        quantity: exportedLines.quantity,
        number: exportedLines.number,
        sku: exportedLines.skuCode,
        order: exportedOrders.number,
        strangers: counting(`${citing} and l.exporter_id <> "exported_lines"."exporter_id"`),
        otherGoods: counting(`${citing} and l.came_as is null and l.sku_code <> "exported_lines"."sku_code"`),
        otherOrder: counting(`${citing} and l.came_as is null and not exists (select 1 from exported_orders o
          where o.id = "exported_lines"."order_id" and o.number = l.sales_order
          and o.exporter_id = "exported_lines"."exporter_id")`),
        /** The most that a supervisor took in though it was too much. */
        flagged: sql<number>`(select coalesce(max(f.back), 0) from risk_flags f
          where f.exported_line_id = "exported_lines"."id")`.mapWith(Number),
      })
      .from(exportedLines)
      .innerJoin(exportedOrders, eq(exportedOrders.id, exportedLines.orderId))
      .where(and(sees(exportedLines), gt(exportedLines.id, given.id)))
      .orderBy(asc(exportedLines.id))
      .limit(500),
  [exportedOrders, returnLines, riskFlags],
);
