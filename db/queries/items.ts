import { aliasedTable, and, asc, desc, eq, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm';
import { named, type Slots } from '../named-queries.ts';
import { devices } from '../schema/access.ts';
import { files } from '../schema/files.ts';
import { returnLines, returnOrders, skuOfItem, skus } from '../schema/goods.ts';
import { holds, inspections, itemEvents, items } from '../schema/items.ts';
import { codes, locations, organisations, zones } from '../schema/master-data.ts';
import { shipments } from '../schema/outbound.ts';
import { parcels } from '../schema/parcels.ts';
import { users } from '../schema/people.ts';
import { tickets } from '../schema/repair.ts';
import { customsRules, dispositionRules, fourEyes } from '../schema/rules.ts';

export const itemByCode = named('item by code', (q, sees, given: Slots<{ code: string }>) =>
  q
    .select()
    .from(items)
    .where(and(sees(items), eq(items.code, given.code)))
    .limit(1),
);

export const itemById = named('item by id', (q, sees, given: Slots<{ id: string }>) =>
  q
    .select()
    .from(items)
    .where(and(sees(items), eq(items.id, given.id)))
    .limit(1),
);

const disposition = aliasedTable(codes, 'disposition');
const outcome = aliasedTable(codes, 'outcome');

/** What the guards look at and the item's own row does not say. */
const around = {
  battery: skus.battery,
  holdsData: skus.holdsData,
  serialTracked: skus.serialTracked,
  ticketState: tickets.state,
  ticketVendor: tickets.vendorId,
  exit: shipments.exit,
  shipmentState: shipments.state,
  transport: shipments.transport,
  cameAs: returnLines.cameAs,
  aim: disposition.meaning,
  repairEnd: outcome.meaning,
  lastStep: itemEvents.step,
  lastFrom: itemEvents.fromState,
  location: locations.code,
  ownerApart: organisations.storedApart,
};
const itsDisposition = and(eq(disposition.list, 'disposition'), eq(disposition.code, items.disposition));
const itsOutcome = and(eq(outcome.list, 'outcome'), eq(outcome.code, items.outcome));
const itsLastEvent = and(eq(itemEvents.itemId, items.id), eq(itemEvents.seq, items.events));

export const aroundItem = named(
  'around item',
  (q, sees, given: Slots<{ id: string }>) =>
    q
      .select(around)
      .from(items)
      .leftJoin(skus, eq(skus.id, items.skuId))
      .leftJoin(returnLines, eq(returnLines.id, items.lineId))
      .leftJoin(tickets, eq(tickets.id, items.ticketId))
      .leftJoin(shipments, eq(shipments.id, items.shipmentId))
      .leftJoin(disposition, itsDisposition)
      .leftJoin(outcome, itsOutcome)
      .leftJoin(itemEvents, itsLastEvent)
      .leftJoin(locations, eq(locations.id, items.locationId))
      .leftJoin(organisations, eq(organisations.id, items.exporterId))
      .where(and(sees(items), eq(items.id, given.id)))
      .limit(1),
  [skus, returnLines, tickets, shipments, codes, itemEvents, locations, organisations],
);

export const openHoldsOf = named('open holds of', (q, sees, given: Slots<{ itemId: string }>) =>
  q
    .select()
    .from(holds)
    .where(and(sees(holds), eq(holds.itemId, given.itemId), isNull(holds.liftedAt)))
    .orderBy(asc(holds.placedAt)),
);

export const fourEyesOf = named('four eyes of', (q, sees, given: Slots<{ id: string }>) =>
  q
    .select()
    .from(fourEyes)
    .where(and(sees(fourEyes), eq(fourEyes.id, given.id)))
    .limit(1),
);

export const allCustomsRules = named('customs rules', (q, sees, _given: Slots<object>) =>
  q.select().from(customsRules).where(sees(customsRules)).orderBy(asc(customsRules.position)),
);

/** The rules that speak of goods with this status, exported in this mode. */
export const customsRulesFor = named(
  'customs rules for',
  (q, sees, given: Slots<{ status: string; mode: string }>) =>
    q
      .select()
      .from(customsRules)
      .where(
        and(
          sees(customsRules),
          or(eq(customsRules.status, given.status), eq(customsRules.status, '*')),
          or(eq(customsRules.mode, given.mode), eq(customsRules.mode, '*')),
        ),
      )
      .orderBy(asc(customsRules.position)),
);

export const allDispositionRules = named('disposition rules', (q, sees, _given: Slots<object>) =>
  q.select().from(dispositionRules).where(sees(dispositionRules)).orderBy(asc(dispositionRules.position)),
);

export const locationByCode = named(
  'location by code',
  (q, sees, given: Slots<{ warehouseId: string; code: string }>) =>
    q
      .select()
      .from(locations)
      .where(
        and(sees(locations), eq(locations.warehouseId, given.warehouseId), eq(locations.code, given.code)),
      )
      .limit(1),
);

export const codeMeaning = named(
  'meaning of a code',
  (q, sees, given: Slots<{ list: string; code: string }>) =>
    q
      .select()
      .from(codes)
      .where(and(sees(codes), eq(codes.list, given.list), eq(codes.code, given.code)))
      .limit(1),
);

const vendor = aliasedTable(organisations, 'vendor');
/** What is around an item as a person looks at it: also the names of its goods, owner, place and papers. */
export const itemInWords = named(
  'item in words',
  (q, sees, given: Slots<{ id: string }>) =>
    q
      .select({
        around,
        sku: skuOfItem,
        exporter: { code: organisations.code, nameZh: organisations.nameZh, nameEn: organisations.nameEn },
        location: { code: locations.code, kind: locations.kind, zoneZh: zones.nameZh, zoneEn: zones.nameEn },
        order: { code: returnOrders.code, reference: returnOrders.reference, waybill: returnOrders.waybill },
        parcel: {
          code: parcels.code,
          waybill: parcels.waybill,
          exporterId: parcels.exporterId,
          orders: parcels.orders,
        },
        ticket: { code: tickets.code, state: tickets.state, promisedAt: tickets.promisedAt },
        vendor: { zh: vendor.nameZh, en: vendor.nameEn },
        shipment: { code: shipments.code, exit: shipments.exit, state: shipments.state },
      })
      .from(items)
      .leftJoin(skus, eq(skus.id, items.skuId))
      .leftJoin(organisations, eq(organisations.id, items.exporterId))
      .leftJoin(locations, eq(locations.id, items.locationId))
      .leftJoin(zones, eq(zones.id, locations.zoneId))
      .leftJoin(returnOrders, eq(returnOrders.id, items.orderId))
      .leftJoin(parcels, eq(parcels.id, items.parcelId))
      .leftJoin(returnLines, eq(returnLines.id, items.lineId))
      .leftJoin(tickets, eq(tickets.id, items.ticketId))
      .leftJoin(vendor, eq(vendor.id, tickets.vendorId))
      .leftJoin(shipments, eq(shipments.id, items.shipmentId))
      .leftJoin(disposition, itsDisposition)
      .leftJoin(outcome, itsOutcome)
      .leftJoin(itemEvents, itsLastEvent)
      .where(and(sees(items), eq(items.id, given.id)))
      .limit(1),
  [
    ...[skus, organisations, locations, zones, returnOrders, returnLines, parcels],
    ...[tickets, shipments, codes, itemEvents],
  ],
);

export const historyOf = named(
  'history of an item',
  (q, sees, given: Slots<{ itemId: string }>) =>
    q
      .select({
        seq: itemEvents.seq,
        step: itemEvents.step,
        fromState: itemEvents.fromState,
        toState: itemEvents.toState,
        given: itemEvents.given,
        changed: itemEvents.changed,
        at: itemEvents.at,
        byWhom: itemEvents.byWhom,
        byName: users.name,
        onDevice: devices.name,
        hash: itemEvents.hash,
      })
      .from(itemEvents)
      .leftJoin(users, eq(users.id, itemEvents.byWhom))
      .leftJoin(devices, eq(devices.id, itemEvents.device))
      .where(and(sees(itemEvents), eq(itemEvents.itemId, given.itemId)))
      .orderBy(desc(itemEvents.seq)),
  [users, devices],
);

export const inspectionsOf = named('inspections of', (q, sees, given: Slots<{ itemId: string }>) =>
  q
    .select()
    .from(inspections)
    .where(and(sees(inspections), eq(inspections.itemId, given.itemId)))
    .orderBy(desc(inspections.at)),
);

export const filesOf = named('files of an item', (q, sees, given: Slots<{ itemId: string }>) =>
  q
    .select()
    .from(files)
    .where(and(sees(files), eq(files.itemId, given.itemId)))
    .orderBy(desc(files.at)),
);

/** The items of an exporter that carry this number, whatever became of them: a thing that returns has one life. */
export const itemsWithSerial = named(
  'items with serial',
  (q, sees, given: Slots<{ exporterId: string; serial: string }>) =>
    q
      .select()
      .from(items)
      .where(
        and(
          sees(items),
          eq(items.exporterId, given.exporterId),
          or(eq(items.serial, given.serial), eq(items.imei2, given.serial)),
        ),
      )
      .orderBy(desc(items.createdAt))
      .limit(20),
);

/** Items that carry this number, of all exporters, with what tells their products apart. */
export const carriersOfSerial = named(
  'carriers of a serial',
  (q, sees, given: Slots<{ serial: string }>) =>
    q
      .select({ code: items.code, state: items.state, exporterId: items.exporterId, gtin: skus.gtin })
      .from(items)
      .leftJoin(skus, eq(skus.id, items.skuId))
      .where(and(sees(items), or(eq(items.serial, given.serial), eq(items.imei2, given.serial))))
      .orderBy(desc(items.stateSince))
      .limit(20),
  [skus],
);

/** Serials of some units of a product. */
export const serialsOfSku = named('serials of a sku', (q, sees, given: Slots<{ skuId: string }>) =>
  q
    .select({ serial: items.serial })
    .from(items)
    .where(and(sees(items), eq(items.skuId, given.skuId), isNotNull(items.serial)))
    .limit(20),
);

const countWhere = (condition: SQL) => sql<number>`count(case when ${condition} then 1 end)`.mapWith(Number);

/** How much lies at a place, and how many of the items there may not lie beside goods of this owner and customs status. */
export const lyingAt = named(
  'lying at a location',
  (q, sees, given: Slots<{ locationId: string; owner: string; customsStatus: string }>) => {
    const others = sql`coalesce(${items.exporterId}, '') <> ${given.owner}`;
    return q
      .select({
        pieces: sql<number>`coalesce(sum(${items.quantity}), 0)`.mapWith(Number),
        otherCustoms: countWhere(sql`${items.customsStatus} <> ${given.customsStatus}`),
        otherOwners: countWhere(others),
        ownersApart: countWhere(sql`${others} and ${eq(organisations.storedApart, true)}`),
      })
      .from(items)
      .leftJoin(organisations, eq(organisations.id, items.exporterId))
      .where(and(sees(items), eq(items.locationId, given.locationId)));
  },
  [organisations],
);
