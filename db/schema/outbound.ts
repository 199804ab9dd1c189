import { index, integer, table, text, time, uniqueIndex } from '../columns.ts';
import { type Me, seenBy } from '../seen-by.ts';
import { items } from './items.ts';
import { organisations, warehouses } from './master-data.ts';

const itsOwn = {
  staff: (me: Me<'staff'>) => ({ warehouseId: me.warehouse }),
  exporter: (me: Me<'exporter'>) => ({ exporterId: me.organisation }),
  vendor: 'nothing',
} as const;

/** The ways out of the house. */
export const exits = ['resale', 'exchange', 'toBuyer', 'toExporter'] as const;
export type Exit = (typeof exits)[number];

/** What leaves the house together, and to whom. */
export const shipments = seenBy(
  itsOwn,
  table(
    'shipments',
    {
      id: text('id').primaryKey(),
      code: text('code').notNull(),
      warehouseId: text('warehouse_id')
        .notNull()
        .references(() => warehouses.id),
      exporterId: text('exporter_id')
        .notNull()
        .references(() => organisations.id),
      exit: text<Exit>('exit').notNull(),
      state: text('state').notNull(),
      stateSince: time('state_since').notNull(),
      consignee: text('consignee').notNull(),
      phone: text('phone'),
      address: text('address').notNull(),
      country: text('country').notNull(),
      transport: text<'air' | 'sea' | 'road'>('transport').notNull(),
      carrier: text('carrier'),
      waybill: text('waybill'),
      cartons: integer('cartons').notNull(),
      weightGrams: integer('weight_grams'),
      reference: text('reference'),
      createdBy: text('created_by').notNull(),
      createdAt: time('created_at').notNull(),
      shippedAt: time('shipped_at'),
      /** So many of its items have not followed its last step yet; a task takes them along in pieces. */
      piecesLeft: integer('pieces_left').notNull().default(0),
    },
    (t) => [
      uniqueIndex('shipments_code').on(t.code),
      index('shipments_warehouse_state').on(t.warehouseId, t.state, t.createdAt),
      index('shipments_warehouse').on(t.warehouseId, t.createdAt, t.id),
      index('shipments_exporter').on(t.exporterId, t.createdAt),
      index('shipments_waybill').on(t.waybill),
    ],
  ),
);

/** An item promised to a shipment. A promise can lapse. */
export const reservations = seenBy(
  itsOwn,
  table(
    'reservations',
    {
      id: text('id').primaryKey(),
      shipmentId: text('shipment_id')
        .notNull()
        .references(() => shipments.id),
      itemId: text('item_id')
        .notNull()
        .references(() => items.id),
      warehouseId: text('warehouse_id').notNull(),
      exporterId: text('exporter_id').notNull(),
      /** In an exchange: the item that this one replaces. */
      replaces: text('replaces'),
      reservedBy: text('reserved_by').notNull(),
      reservedAt: time('reserved_at').notNull(),
      releasedAt: time('released_at'),
    },
    (t) => [
      index('reservations_shipment').on(t.shipmentId),
      index('reservations_item').on(t.itemId, t.releasedAt),
    ],
  ),
);
