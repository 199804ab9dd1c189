import { index, integer, table, text, time } from '../columns.ts';
import { seenBy } from '../seen-by.ts';
import { returnOrders } from './goods.ts';
import { items } from './items.ts';
import { locations } from './master-data.ts';
import { parcels } from './parcels.ts';

/** A photo or a paper of an item, a repair, a parcel, a return order or a place. The bytes lie on disk under their hash; a row says whose they are. */
export const files = seenBy(
  {
    staff: (me) => ({ warehouseId: me.warehouse }),
    exporter: (me) => ({ exporterId: me.organisation }),
    vendor: (me) => ({ vendorId: me.organisation }),
  },
  table(
    'files',
    {
      id: text('id').primaryKey(),
      itemId: text('item_id').references(() => items.id),
      ticketId: text('ticket_id'),
      parcelId: text('parcel_id').references(() => parcels.id),
      orderId: text('order_id').references(() => returnOrders.id),
      locationId: text('location_id').references(() => locations.id),
      warehouseId: text('warehouse_id').notNull(),
      exporterId: text('exporter_id'),
      vendorId: text('vendor_id'),
      kind: text('kind').notNull(),
      sha256: text('sha256').notNull(),
      bytes: integer('bytes').notNull(),
      width: integer('width').notNull(),
      height: integer('height').notNull(),
      takenBy: text('taken_by').notNull(),
      at: time('at').notNull(),
    },
    (t) => [
      index('files_item').on(t.itemId),
      index('files_ticket').on(t.ticketId),
      index('files_parcel').on(t.parcelId),
      index('files_order').on(t.orderId),
      index('files_location').on(t.locationId),
    ],
  ),
);
