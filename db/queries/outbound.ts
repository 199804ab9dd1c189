import { and, asc, desc, eq, inArray, isNull, or, type SQL, sql } from 'drizzle-orm';
import { listed, named, type Slots } from '../named-queries.ts';
import { skus } from '../schema/goods.ts';
import { items } from '../schema/items.ts';
import { locations, organisations } from '../schema/master-data.ts';
import { reservations, shipments } from '../schema/outbound.ts';
import { shipmentTexts } from '../schema/texts.ts';
import { cappedCount, holdsText, MAX_ROWS_COUNTED, oneColumn } from './list-parts.ts';
import { among, rowsHolding } from './text-search.ts';

export const shipmentByCode = named('shipment by code', (q, sees, given: Slots<{ code: string }>) =>
  q
    .select()
    .from(shipments)
    .where(and(sees(shipments), eq(shipments.code, given.code)))
    .limit(1),
);

export const promisesOf = named(
  'promises of a shipment',
  (q, sees, given: Slots<{ shipmentId: string }>) =>
    q
      .select({ reservation: reservations, itemState: items.state, itemCode: items.code })
      .from(reservations)
      .innerJoin(items, eq(items.id, reservations.itemId))
      .where(
        and(
          sees(reservations),
          eq(reservations.shipmentId, given.shipmentId),
          isNull(reservations.releasedAt),
        ),
      )
      .orderBy(asc(reservations.reservedAt)),
  [items],
);

/** The promise that an item stands under now; one of an earlier life is history. */
export const promiseOf = named(
  'promise of an item',
  (q, sees, given: Slots<{ itemId: string; shipmentId: string }>) =>
    q
      .select()
      .from(reservations)
      .where(
        and(
          sees(reservations),
          eq(reservations.itemId, given.itemId),
          eq(reservations.shipmentId, given.shipmentId),
          isNull(reservations.releasedAt),
        ),
      )
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
          eq(reservations.shipmentId, given.shipmentId),
          isNull(reservations.releasedAt),
        ),
      )
      .groupBy(items.state),
  [items],
);

/** By our code or the carrier's waybill. */
export const shipmentNamed = named('shipment named', (q, sees, given: Slots<{ text: string }>) =>
  q
    .select()
    .from(shipments)
    .where(and(sees(shipments), or(eq(shipments.code, given.text), eq(shipments.waybill, given.text))))
    .limit(1),
);

/** What is promised to a shipment, and where it lies: the picker walks by it. */
export const inShipment = named(
  'in a shipment',
  (q, sees, given: Slots<{ shipmentId: string }>) =>
    q
      .select({
        code: items.code,
        state: items.state,
        quantity: items.quantity,
        serial: items.serial,
        grade: items.grade,
        description: items.description,
        location: locations.code,
        sku: skus.code,
        nameZh: skus.nameZh,
        nameEn: skus.nameEn,
        battery: skus.battery,
        replaces: reservations.replaces,
      })
      .from(reservations)
      .innerJoin(items, eq(items.id, reservations.itemId))
      .leftJoin(skus, eq(skus.id, items.skuId))
      .leftJoin(locations, eq(locations.id, items.locationId))
      .where(
        and(
          sees(reservations),
          eq(reservations.shipmentId, given.shipmentId),
          isNull(reservations.releasedAt),
        ),
      )
      .orderBy(asc(locations.code), asc(items.code)),
  [skus, locations, items],
);

export interface ShipmentsAsked {
  readonly state?: readonly string[] | undefined;
  readonly exit?: readonly string[] | undefined;
  readonly exporter?: readonly string[] | undefined;
  readonly search?: string | undefined;
  /** What the search finds, where it is little. */
  readonly found?: readonly string[] | undefined;
  readonly sort: keyof typeof shipmentSorts;
  readonly descending: boolean;
  readonly limit: number;
  readonly offset: number;
}
export const shipmentSorts = {
  createdAt: shipments.createdAt,
  stateSince: shipments.stateSince,
  shippedAt: shipments.shippedAt,
  code: shipments.code,
  state: shipments.state,
} as const;

/** By a part of a code, of a waybill, of whom it goes to, of the exporter's own number. */
export const shipmentsFound = rowsHolding('shipments found', shipments, shipmentTexts);
const fits = (search: string) =>
  holdsText(search, shipments.code, shipments.waybill, shipments.consignee, shipments.reference);

function shipmentConditions(asked: Omit<ShipmentsAsked, 'limit' | 'offset'>): (SQL | undefined)[] {
  return [
    asked.state && inArray(shipments.state, [...asked.state]),
    asked.exit && inArray(shipments.exit, asked.exit as (typeof shipments.$inferSelect)['exit'][]),
    asked.exporter && inArray(organisations.code, [...asked.exporter]),
    asked.found ? among(shipments.id, asked.found) : asked.search ? fits(asked.search) : undefined,
  ];
}

export const shipmentList = listed(
  'shipment list',
  (q, sees, asked: ShipmentsAsked) => {
    const by = asked.descending ? desc : asc;
    return q
      .select({
        code: shipments.code,
        exit: shipments.exit,
        state: shipments.state,
        stateSince: shipments.stateSince,
        consignee: shipments.consignee,
        country: shipments.country,
        carrier: shipments.carrier,
        waybill: shipments.waybill,
        createdAt: shipments.createdAt,
        shippedAt: shipments.shippedAt,
        exporterZh: organisations.nameZh,
        exporterEn: organisations.nameEn,
        items:
          sql<number>`(select count(*) from ${reservations} where ${reservations.shipmentId} = ${shipments.id} and ${reservations.releasedAt} is null)`.mapWith(
            Number,
          ),
      })
      .from(shipments)
      .innerJoin(organisations, eq(organisations.id, shipments.exporterId))
      .where(and(sees(shipments), ...shipmentConditions(asked)))
      .orderBy(by(shipmentSorts[asked.sort]), asc(shipments.id))
      .limit(asked.limit)
      .offset(asked.offset);
  },
  [organisations, reservations],
);

export const countShipments = listed(
  'count shipments',
  (q, sees, asked: Omit<ShipmentsAsked, 'limit' | 'offset'>) =>
    cappedCount(
      q,
      q
        .select(oneColumn)
        .from(shipments)
        .innerJoin(organisations, eq(organisations.id, shipments.exporterId))
        .where(and(sees(shipments), ...shipmentConditions(asked)))
        .limit(MAX_ROWS_COUNTED + 1),
    ),
  [organisations],
);
