import { index, integer, table, text, time, uniqueIndex } from '../columns.ts';
import { type Me, seenBy } from '../seen-by.ts';
import { returnLines, returnOrders } from './goods.ts';
import { locations, organisations, warehouses } from './master-data.ts';

const itsOwn = {
  staff: (me: Me<'staff'>) => ({ warehouseId: me.warehouse }),
  exporter: (me: Me<'exporter'>) => ({ exporterId: me.organisation }),
  vendor: 'nothing',
} as const;

/** What a carrier brought: a box at the dock, for none, one or several return orders. */
export const parcels = seenBy(
  itsOwn,
  table(
    'parcels',
    {
      id: text('id').primaryKey(),
      code: text('code').notNull(),
      warehouseId: text('warehouse_id')
        .notNull()
        .references(() => warehouses.id),
      /** Whose it is, where all its return orders are of one exporter. */
      exporterId: text('exporter_id').references(() => organisations.id),
      state: text('state').notNull(),
      stateSince: time('state_since').notNull(),
      waybill: text('waybill'),
      /** The dock where it was opened. */
      locationId: text('location_id').references(() => locations.id),
      /** The number of its seal, or what became of it. */
      seal: text('seal'),
      weightGrams: integer('weight_grams'),
      note: text('note'),
      /** How many return orders lie in it; none, of one that nobody announced. */
      orders: integer('orders').notNull(),
      receivedBy: text('received_by').notNull(),
      receivedAt: time('received_at').notNull(),
    },
    (t) => [
      uniqueIndex('parcels_code').on(t.code),
      index('parcels_waybill').on(t.waybill),
      index('parcels_warehouse_state').on(t.warehouseId, t.state, t.receivedAt),
      index('parcels_warehouse_received').on(t.warehouseId, t.receivedAt, t.id),
      index('parcels_exporter_received').on(t.exporterId, t.receivedAt, t.id),
      index('parcels_warehouse_orders').on(t.warehouseId, t.orders, t.receivedAt),
      index('parcels_exporter_orders').on(t.exporterId, t.orders, t.receivedAt),
    ],
  ),
);

/** Which return orders lie in a parcel. */
export const parcelOrders = seenBy(
  itsOwn,
  table(
    'parcel_orders',
    {
      id: text('id').primaryKey(),
      parcelId: text('parcel_id')
        .notNull()
        .references(() => parcels.id),
      orderId: text('order_id')
        .notNull()
        .references(() => returnOrders.id),
      warehouseId: text('warehouse_id').notNull(),
      exporterId: text('exporter_id').notNull(),
      linkedBy: text('linked_by').notNull(),
      linkedAt: time('linked_at').notNull(),
    },
    (t) => [
      uniqueIndex('parcel_orders_parcel').on(t.parcelId, t.orderId),
      index('parcel_orders_order').on(t.orderId),
    ],
  ),
);

/** How many of a line one person counted in an open parcel, and has not received yet. */
export const parcelCounts = seenBy(
  itsOwn,
  table(
    'parcel_counts',
    {
      id: text('id').primaryKey(),
      parcelId: text('parcel_id')
        .notNull()
        .references(() => parcels.id),
      lineId: text('line_id')
        .notNull()
        .references(() => returnLines.id),
      warehouseId: text('warehouse_id').notNull(),
      exporterId: text('exporter_id').notNull(),
      counted: integer('counted').notNull(),
      countedBy: text('counted_by').notNull(),
      countedAt: time('counted_at').notNull(),
    },
    (t) => [
      uniqueIndex('parcel_counts_parcel').on(t.parcelId, t.lineId, t.countedBy),
      index('parcel_counts_line').on(t.lineId),
    ],
  ),
);
