import { and, asc, desc, eq, gt, inArray, or, type SQL, sql } from 'drizzle-orm';
import { listed, named, type Slots } from '../named-queries.ts';
import { files } from '../schema/files.ts';
import { returnLines, returnOrders, skus } from '../schema/goods.ts';
import { items } from '../schema/items.ts';
import { journal } from '../schema/jobs.ts';
import { itemLives } from '../schema/lives.ts';
import { locations, organisations } from '../schema/master-data.ts';
import { parcelCounts, parcelOrders, parcels } from '../schema/parcels.ts';
import { users } from '../schema/people.ts';
import { beginsWith, cappedCount, MAX_ROWS_COUNTED, oneColumn, type Page } from './list-parts.ts';
import { startsWith } from './text-search.ts';

export const parcelByCode = named('parcel by code', (q, sees, given: Slots<{ code: string }>) =>
  q
    .select()
    .from(parcels)
    .where(and(sees(parcels), eq(parcels.code, given.code)))
    .limit(1),
);

/** The parcels that ever carried this number, the newest first. */
export const parcelsWithWaybill = named(
  'parcels with a waybill',
  (q, sees, given: Slots<{ waybill: string }>) =>
    q
      .select()
      .from(parcels)
      .where(and(sees(parcels), eq(parcels.waybill, given.waybill)))
      .orderBy(desc(parcels.receivedAt))
      .limit(5),
);

/** The parcels in which this return order lies, the newest first; whoever sees the order sees their outside. */
export const parcelsOfOrder = named(
  'parcels of a return order',
  (q, sees, given: Slots<{ orderId: string }>) =>
    q
      .select({ parcel: parcels, location: locations.code })
      .from(parcelOrders)
      .innerJoin(parcels, eq(parcels.id, parcelOrders.parcelId))
      .leftJoin(locations, eq(locations.id, parcels.locationId))
      .where(and(sees(parcelOrders), eq(parcelOrders.orderId, given.orderId)))
      .orderBy(desc(parcels.receivedAt), desc(parcels.id)),
  [parcels, locations],
);

export const ordersOfParcel = named(
  'return orders of a parcel',
  (q, sees, given: Slots<{ parcelId: string }>) =>
    q
      .select({
        link: parcelOrders,
        code: returnOrders.code,
        state: returnOrders.state,
        reference: returnOrders.reference,
        waybill: returnOrders.waybill,
        exporterZh: organisations.nameZh,
        exporterEn: organisations.nameEn,
      })
      .from(parcelOrders)
      .innerJoin(returnOrders, eq(returnOrders.id, parcelOrders.orderId))
      .innerJoin(organisations, eq(organisations.id, parcelOrders.exporterId))
      .where(and(sees(parcelOrders), eq(parcelOrders.parcelId, given.parcelId)))
      .orderBy(asc(parcelOrders.linkedAt), asc(parcelOrders.orderId)),
  [returnOrders, organisations],
);

const goods = { sku: skus.code, nameZh: skus.nameZh, nameEn: skus.nameEn };

/** What came in a parcel. */
export const itemsOfParcel = named(
  'items of a parcel',
  (q, sees, given: Slots<{ parcelId: string }>) =>
    q
      .select({
        code: items.code,
        state: items.state,
        orderId: items.orderId,
        quantity: items.quantity,
        serial: items.serial,
        description: items.description,
        cameAs: returnLines.cameAs,
        ...goods,
      })
      .from(items)
      .leftJoin(skus, eq(skus.id, items.skuId))
      .leftJoin(returnLines, eq(returnLines.id, items.lineId))
      .where(and(sees(items), eq(items.parcelId, given.parcelId)))
      .orderBy(asc(items.receivedAt), asc(items.id)),
  [skus, returnLines],
);

/** What came in it in a life that is over: where the thing went since, its parcel keeps what it was. */
export const livesOfParcel = named(
  'lives of a parcel',
  (q, sees, given: Slots<{ parcelId: string }>) =>
    q
      .select({
        code: items.code,
        state: itemLives.state,
        orderId: itemLives.orderId,
        quantity: itemLives.quantity,
        serial: items.serial,
        description: items.description,
        cameAs: returnLines.cameAs,
        ...goods,
      })
      .from(itemLives)
      .innerJoin(items, eq(items.id, itemLives.itemId))
      .leftJoin(skus, eq(skus.id, items.skuId))
      .leftJoin(returnLines, eq(returnLines.id, itemLives.lineId))
      .where(and(sees(itemLives), eq(itemLives.parcelId, given.parcelId)))
      .orderBy(asc(itemLives.receivedAt), asc(itemLives.id)),
  [items, skus, returnLines],
);

/** What happened to a parcel, and who did it. */
export const journalOfParcel = named(
  'journal of a parcel',
  (q, sees, given: Slots<{ parcelId: string }>) =>
    q
      .select({ step: journal.step, given: journal.given, at: journal.at, by: users.name })
      .from(journal)
      .leftJoin(users, eq(users.id, journal.byWhom))
      .where(and(sees(journal), eq(journal.subjectId, given.parcelId)))
      .orderBy(desc(journal.at), desc(journal.id)),
  [users],
);

/** The return orders in some parcels. */
export const ordersInParcels = listed(
  'return orders in parcels',
  (q, sees, given: { parcelIds: string[] }) =>
    q
      .select({ parcelId: parcelOrders.parcelId, code: returnOrders.code, reference: returnOrders.reference })
      .from(parcelOrders)
      .innerJoin(returnOrders, eq(returnOrders.id, parcelOrders.orderId))
      .where(and(sees(parcelOrders), inArray(parcelOrders.parcelId, given.parcelIds)))
      .orderBy(asc(parcelOrders.linkedAt), asc(parcelOrders.orderId)),
  [returnOrders],
);

/** How many articles of which return order came in a parcel. */
export const cameInParcel = named('came in a parcel', (q, sees, given: Slots<{ parcelId: string }>) =>
  q
    .select({ orderId: items.orderId, quantity: sql<number>`sum(${items.quantity})`.mapWith(Number) })
    .from(items)
    .where(and(sees(items), eq(items.parcelId, given.parcelId)))
    .groupBy(items.orderId),
);

/** The same of lives that are over. */
export const cameBeforeInParcel = named(
  'came before in a parcel',
  (q, sees, given: Slots<{ parcelId: string }>) =>
    q
      .select({ orderId: itemLives.orderId, quantity: itemLives.quantity })
      .from(itemLives)
      .where(and(sees(itemLives), eq(itemLives.parcelId, given.parcelId))),
);

/** What was counted in a parcel and is not received yet. */
export const countsOfParcel = named(
  'counts of a parcel',
  (q, sees, given: Slots<{ parcelId: string }>) =>
    q
      .select({ count: parcelCounts, line: returnLines.number, order: returnOrders.code, by: users.name })
      .from(parcelCounts)
      .leftJoin(users, eq(users.id, parcelCounts.countedBy))
      .innerJoin(returnLines, eq(returnLines.id, parcelCounts.lineId))
      .innerJoin(returnOrders, eq(returnOrders.id, returnLines.orderId))
      .where(and(sees(parcelCounts), eq(parcelCounts.parcelId, given.parcelId)))
      .orderBy(asc(returnOrders.code), asc(returnLines.number), asc(parcelCounts.id)),
  [returnLines, returnOrders, users],
);

export const countsOfLine = named(
  'counts of a line',
  (q, sees, given: Slots<{ lineId: string }>) =>
    q
      .select({ count: parcelCounts, by: users.name })
      .from(parcelCounts)
      .leftJoin(users, eq(users.id, parcelCounts.countedBy))
      .where(and(sees(parcelCounts), eq(parcelCounts.lineId, given.lineId)))
      .orderBy(asc(parcelCounts.id)),
  [users],
);

const whoseFiles = { parcel: files.parcelId, order: files.orderId, place: files.locationId } as const;
const photosOf = (of: keyof typeof whoseFiles) =>
  named(`photos of a ${of}`, (q, sees, given: Slots<{ id: string }>) =>
    q
      .select()
      .from(files)
      .where(and(sees(files), eq(whoseFiles[of], given.id)))
      .orderBy(desc(files.at)),
  );
export const photosOfParcel = photosOf('parcel');
export const photosOfOrder = photosOf('order');
export const photosOfPlace = photosOf('place');

export const parcelSorts = {
  receivedAt: parcels.receivedAt,
  code: parcels.code,
  waybill: parcels.waybill,
  state: parcels.state,
  weightGrams: parcels.weightGrams,
} as const;
type ParcelsAsked = Page<keyof typeof parcelSorts> & {
  readonly state?: readonly string[] | undefined;
  /** Those that nobody announced: no return order lies in them. */
  readonly blind?: 'yes' | 'no' | undefined;
};

/** A label is read from the left, and so is a carrier's number. */
const conditions = ({
  state,
  blind,
  search,
}: Omit<ParcelsAsked, 'limit' | 'offset'>): (SQL | undefined)[] => [
  state && inArray(parcels.state, [...state]),
  blind && (blind === 'yes' ? eq(parcels.orders, 0) : gt(parcels.orders, 0)),
  search
    ? or(startsWith(parcels.code, search), beginsWith(search, parcels.waybill, parcels.seal))
    : undefined,
];

export const parcelList = listed(
  'parcel list',
  (q, sees, asked: ParcelsAsked) => {
    const by = asked.descending ? desc : asc;
    return q
      .select({
        parcel: parcels,
        location: locations.code,
        by: users.name,
        photos: sql<number>`(select count(*) from ${files} where ${files.parcelId} = ${parcels.id})`.mapWith(
          Number,
        ),
        pieces:
          sql<number>`(select coalesce(sum(${items.quantity}), 0) from ${items} where ${items.parcelId} = ${parcels.id})
          + (select coalesce(sum(${itemLives.quantity}), 0) from ${itemLives} where ${itemLives.parcelId} = ${parcels.id})`.mapWith(
            Number,
          ),
      })
      .from(parcels)
      .leftJoin(locations, eq(locations.id, parcels.locationId))
      .leftJoin(users, eq(users.id, parcels.receivedBy))
      .where(and(sees(parcels), ...conditions(asked)))
      .orderBy(by(parcelSorts[asked.sort]), asc(parcels.id))
      .limit(asked.limit)
      .offset(asked.offset);
  },
  [locations, users, files, items, itemLives],
);

export const countParcels = listed(
  'count parcels',
  (q, sees, asked: Omit<ParcelsAsked, 'limit' | 'offset'>) =>
    cappedCount(
      q,
      q
        .select(oneColumn)
        .from(parcels)
        .where(and(sees(parcels), ...conditions(asked)))
        .limit(MAX_ROWS_COUNTED + 1),
    ),
);
