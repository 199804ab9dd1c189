import { and, asc, eq, inArray, isNull, or, sql } from 'drizzle-orm';
import { items } from '../schema/items.ts';
import { reservations, shipments } from '../schema/outbound.ts';
import { named, type Slots } from '../scope.ts';

export const shipmentByCode = named('shipment by code', (q, sees, given: Slots<{ code: string }>) =>
  q
    .select()
    .from(shipments)
    .where(and(sees(shipments), eq(shipments.code, given.code)))
    .limit(1),
);

export const promisesOf = named('promises of a shipment', (q, sees, given: Slots<{ shipmentId: string }>) =>
  q
    .select({ reservation: reservations, itemState: items.state, itemCode: items.code })
    .from(reservations)
    .innerJoin(items, eq(items.id, reservations.itemId))
    .where(
      and(
        sees(reservations),
        sees(items),
        eq(reservations.shipmentId, given.shipmentId),
        isNull(reservations.releasedAt),
      ),
    )
    .orderBy(asc(reservations.reservedAt)),
);

export const promiseOf = named('promise of an item', (q, sees, given: Slots<{ itemId: string }>) =>
  q
    .select()
    .from(reservations)
    .where(and(sees(reservations), eq(reservations.itemId, given.itemId), isNull(reservations.releasedAt)))
    .limit(1),
);

/** How many items promised to a shipment stand in each state. */
export const statesInShipment = named(
  'states in a shipment',
  (q, sees, given: Slots<{ shipmentId: string }>) =>
    q
      .select({ state: items.state, n: sql<number>`count(*)`.mapWith(Number) })
      .from(reservations)
      .innerJoin(items, eq(items.id, reservations.itemId))
      .where(
        and(
          sees(reservations),
          sees(items),
          eq(reservations.shipmentId, given.shipmentId),
          isNull(reservations.releasedAt),
          inArray(items.state, ['sorted', 'stored', 'picked', 'packed', 'shipped']),
        ),
      )
      .groupBy(items.state),
);

/** By our code or the carrier's waybill. */
export const shipmentNamed = named('shipment named', (q, sees, given: Slots<{ text: string }>) =>
  q
    .select()
    .from(shipments)
    .where(and(sees(shipments), or(eq(shipments.code, given.text), eq(shipments.waybill, given.text))))
    .limit(1),
);
