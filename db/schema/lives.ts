import { index, integer, table, text, time } from '../columns.ts';
import { seenBy } from '../seen-by.ts';
import { returnLines, returnOrders } from './goods.ts';
import { items } from './items.ts';
import { parcels } from './parcels.ts';

/** A life of an item that is over, as its papers remember it: the item itself went on to another return. */
export const itemLives = seenBy(
  {
    staff: (me) => ({ warehouseId: me.warehouse }),
    exporter: (me) => ({ exporterId: me.organisation }),
    vendor: 'nothing',
  },
  table(
    'item_lives',
    {
      id: text('id').primaryKey(),
      itemId: text('item_id')
        .notNull()
        .references(() => items.id),
      warehouseId: text('warehouse_id').notNull(),
      exporterId: text('exporter_id'),
      orderId: text('order_id').references(() => returnOrders.id),
      lineId: text('line_id').references(() => returnLines.id),
      parcelId: text('parcel_id').references(() => parcels.id),
      quantity: integer('quantity').notNull(),
      /** The state in which it ended. */
      state: text('state').notNull(),
      receivedAt: time('received_at'),
      endedAt: time('ended_at').notNull(),
    },
    (t) => [
      index('item_lives_item').on(t.itemId, t.endedAt),
      index('item_lives_order').on(t.orderId),
      index('item_lives_parcel').on(t.parcelId),
    ],
  ),
);
