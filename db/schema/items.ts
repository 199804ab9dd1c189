import { getTableColumns, sql } from 'drizzle-orm';
import { boolean, index, integer, json, primaryKey, table, text, time, uniqueIndex } from '../columns.ts';
import { type Me, seenBy } from '../seen-by.ts';
import { returnLines, returnOrders, skus } from './goods.ts';
import { locations, organisations, warehouses } from './master-data.ts';
import { parcels } from './parcels.ts';

const itsOwn = {
  staff: (me: Me<'staff'>) => ({ warehouseId: me.warehouse }),
  exporter: (me: Me<'exporter'>) => ({ exporterId: me.organisation }),
  vendor: 'nothing',
} as const;

/** As its index has to write it down; `tests/rules/schema.test.ts` holds it against the workflow. */
export const overStates =
  'neverCame resold exchanged returnedToBuyer returnedToExporter keptByVendor destroyed lost cancelled'.split(
    ' ',
  );
const isNotOver = sql.raw(`state not in (${overStates.map((state) => `'${state}'`).join(', ')})`);

/** One article, or a lot of identical ones, from its announcement to the end of its story. */
export const items = seenBy(
  itsOwn,
  table(
    'items',
    {
      id: text('id').primaryKey(),
      /** The licence plate. */
      code: text('code').notNull(),
      warehouseId: text('warehouse_id')
        .notNull()
        .references(() => warehouses.id),
      /** Nobody's, until we learn whose it is. */
      exporterId: text('exporter_id').references(() => organisations.id),
      skuId: text('sku_id').references(() => skus.id),
      /** What it looks like, where no SKU says so. */
      description: text('description'),
      orderId: text('order_id').references(() => returnOrders.id),
      lineId: text('line_id').references(() => returnLines.id),
      /** The parcel in which it came. */
      parcelId: text('parcel_id').references(() => parcels.id),
      quantity: integer('quantity').notNull(),
      serial: text('serial'),
      imei2: text('imei2'),
      state: text('state').notNull(),
      stateSince: time('state_since').notNull(),
      locationId: text('location_id').references(() => locations.id),
      custody: text<'exporter' | 'hub' | 'vendor' | 'carrier' | 'buyer' | 'nobody'>('custody').notNull(),
      reason: text('reason').notNull(),
      wish: text('wish'),
      cosmetic: text('cosmetic'),
      functional: text('functional'),
      complete: text('complete'),
      packaging: text('packaging'),
      grade: text('grade'),
      hazard: boolean('hazard').notNull(),
      wiped: boolean('wiped').notNull(),
      advised: text('advised'),
      /** The rule and its version that gave the advice. */
      advisedBy: text('advised_by'),
      disposition: text('disposition'),
      decidedBy: text('decided_by'),
      decidedReason: text('decided_reason'),
      /** How its last repair ended: a code of the list of outcomes. */
      outcome: text('outcome'),
      ticketId: text('ticket_id'),
      shipmentId: text('shipment_id'),
      splitFrom: text('split_from'),
      /** A first signature that waits: who gave it, for which step, with what, and when. */
      signedBy: text('signed_by'),
      signedFor: text('signed_for'),
      signedGiven: text('signed_given'),
      signedAt: time('signed_at'),
      /** The code of the item that its buyer got in its place. */
      replacedBy: text('replaced_by'),
      /** The code of the unit that its vendor sent back for it, and on that one the code of this. */
      exchangedFor: text('exchanged_for'),
      exchangedFrom: text('exchanged_from'),
      customsStatus: text('customs_status').notNull(),
      exportMode: text('export_mode').notNull(),
      exportDocument: text('export_document'),
      exportLine: integer('export_line'),
      exportDate: text('export_date'),
      releaseDate: text('release_date'),
      /** Clocks: 6 months from export, 12 months from release, each less a day of safety. */
      taxReliefUntil: text('tax_relief_until'),
      supervisionUntil: text('supervision_until'),
      receivedAt: time('received_at'),
      /** What its owner calls it, and what they wrote of it, where it was here before this system. */
      ownNumber: text('own_number'),
      remark: text('remark'),
      createdAt: time('created_at').notNull(),
      /** How many events it has, and the hash of the last: the end of the chain, read without a query. */
      events: integer('events').notNull(),
      lastHash: text('last_hash').notNull(),
    },
    (t) => [
      uniqueIndex('items_code').on(t.code),
      index('items_warehouse_state').on(t.warehouseId, t.state, t.stateSince),
      index('items_warehouse_since').on(t.warehouseId, t.stateSince, t.id),
      index('items_exporter_state').on(t.exporterId, t.state, t.stateSince),
      index('items_exporter_since').on(t.exporterId, t.stateSince, t.id),
      index('items_order').on(t.orderId),
      index('items_parcel').on(t.parcelId),
      index('items_location').on(t.locationId, t.quantity),
      index('items_serial').on(t.serial),
      index('items_second_imei').on(t.imei2),
      index('items_own_number').on(t.ownNumber),
      // Of things whose lives are over, an older version may have kept two of one number: they are history.
      uniqueIndex('items_serial_of_product').on(t.exporterId, t.skuId, t.serial).where(isNotOver),
      index('items_shipment').on(t.shipmentId),
      index('items_sku').on(t.skuId),
      index('items_relief').on(t.taxReliefUntil),
      index('items_supervision').on(t.supervisionUntil),
      index('items_warehouse_sku').on(t.warehouseId, t.skuId, t.id),
    ],
  ),
);

type Item = typeof items.$inferSelect;
/** Begins every life with this value: what a thing that comes back has to prove anew. */
const anew = <const V>(value: V) => ({ anew: value });

/**
 * What becomes of each column from life to life, and whether every reply shows it. `its own`: given when the item is made.
 * `announced`: what a return order, or the dock, says of it; each life brings its own. `books`: written with every step.
 */
export const itemColumns = {
  id: ['its own'],
  code: ['its own'],
  warehouseId: ['announced'],
  exporterId: ['its own'],
  skuId: ['announced'],
  description: ['announced', 'shown'],
  orderId: ['announced'],
  lineId: ['announced'],
  parcelId: [anew(null)],
  quantity: ['its own', 'shown'],
  serial: ['its own', 'shown'],
  imei2: ['its own', 'shown'],
  state: ['books'],
  stateSince: ['books'],
  locationId: [anew(null)],
  custody: [anew('exporter'), 'shown'],
  reason: ['announced', 'shown'],
  wish: ['announced', 'shown'],
  cosmetic: [anew(null)],
  functional: [anew(null)],
  complete: [anew(null)],
  packaging: [anew(null)],
  grade: [anew(null), 'shown'],
  hazard: [anew(false), 'shown'],
  wiped: [anew(false), 'shown'],
  advised: [anew(null), 'shown'],
  advisedBy: [anew(null), 'shown'],
  disposition: [anew(null), 'shown'],
  decidedBy: [anew(null)],
  decidedReason: [anew(null), 'shown'],
  outcome: [anew(null), 'shown'],
  ticketId: [anew(null)],
  shipmentId: [anew(null)],
  splitFrom: ['its own', 'shown'],
  signedBy: [anew(null)],
  signedFor: [anew(null)],
  signedGiven: [anew(null)],
  signedAt: [anew(null)],
  replacedBy: [anew(null), 'shown'],
  exchangedFor: ['its own', 'shown'],
  exchangedFrom: ['its own', 'shown'],
  customsStatus: [anew('ABROAD')],
  exportMode: ['announced'],
  exportDocument: ['announced'],
  exportLine: ['announced'],
  exportDate: ['announced'],
  releaseDate: ['announced'],
  taxReliefUntil: ['announced'],
  supervisionUntil: ['announced'],
  receivedAt: [anew(null)],
  ownNumber: ['its own', 'shown'],
  remark: ['its own', 'shown'],
  createdAt: ['its own'],
  events: ['books'],
  lastHash: ['books'],
} as const satisfies {
  readonly [column in keyof Item]: readonly [
    'its own' | 'announced' | 'books' | { readonly anew: Item[column] },
    'shown'?,
  ];
};
type ShownName = {
  [name in keyof Item]: (typeof itemColumns)[name] extends readonly [unknown, 'shown'] ? name : never;
}[keyof Item];
/** The columns that every reply about an item shows as they are. */
export const itemShown = Object.fromEntries(
  Object.entries(getTableColumns(items)).filter(([name]) => itemColumns[name as keyof Item][1] === 'shown'),
) as Pick<ReturnType<typeof getTableColumns<typeof items>>, ShownName>;

/** What happened to an item, in order. Append-only (a trigger refuses the rest), each chained to the one before. */
export const itemEvents = seenBy(
  itsOwn,
  table(
    'item_events',
    {
      itemId: text('item_id')
        .notNull()
        .references(() => items.id),
      seq: integer('seq').notNull(),
      warehouseId: text('warehouse_id').notNull(),
      exporterId: text('exporter_id'),
      step: text('step').notNull(),
      fromState: text('from_state').notNull(),
      toState: text('to_state').notNull(),
      given: json<Record<string, unknown>>('given').notNull(),
      /** What the step changed on the item: field, old value, new value. */
      changed: json<Record<string, readonly [unknown, unknown]>>('changed').notNull(),
      byWhom: text('by_whom').notNull(),
      device: text('device'),
      at: time('at').notNull(),
      previousHash: text('previous_hash').notNull(),
      hash: text('hash').notNull(),
    },
    (t) => [
      primaryKey({ columns: [t.itemId, t.seq] }),
      index('item_events_whom').on(t.byWhom, t.at),
      index('item_events_at').on(t.warehouseId, t.at),
    ],
  ),
);

/** Why it may not go on. Several may stand at once, each lifted by somebody else. */
export const holds = seenBy(
  itsOwn,
  table(
    'holds',
    {
      id: text('id').primaryKey(),
      itemId: text('item_id')
        .notNull()
        .references(() => items.id),
      warehouseId: text('warehouse_id').notNull(),
      exporterId: text('exporter_id'),
      kind: text('kind').notNull(),
      /** Who has to act before it goes on: a code of the list of hold owners. */
      owner: text('owner').notNull(),
      note: text('note'),
      /** What the house found, and two values that do not agree: server/items/doubts.ts. */
      because: text('because'),
      expected: text('expected'),
      seen: text('seen'),
      placedBy: text('placed_by').notNull(),
      placedAt: time('placed_at').notNull(),
      liftedBy: text('lifted_by'),
      liftedAt: time('lifted_at'),
      liftNote: text('lift_note'),
    },
    (t) => [
      index('holds_item').on(t.itemId, t.liftedAt),
      index('holds_open').on(t.warehouseId, t.liftedAt),
      index('holds_lifted').on(t.liftedAt, t.itemId),
    ],
  ),
);

export const inspections = seenBy(
  itsOwn,
  table(
    'inspections',
    {
      id: text('id').primaryKey(),
      itemId: text('item_id')
        .notNull()
        .references(() => items.id),
      warehouseId: text('warehouse_id').notNull(),
      exporterId: text('exporter_id'),
      kind: text<'first' | 'after repair'>('kind').notNull(),
      cosmetic: text('cosmetic').notNull(),
      functional: text('functional').notNull(),
      complete: text('complete').notNull(),
      packaging: text('packaging').notNull(),
      battery: text('battery').notNull(),
      serialSeen: text('serial_seen'),
      grade: text('grade').notNull(),
      note: text('note'),
      byWhom: text('by_whom').notNull(),
      at: time('at').notNull(),
    },
    (t) => [index('inspections_item').on(t.itemId)],
  ),
);
