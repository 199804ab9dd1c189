import { sql } from 'drizzle-orm';
import { index, integer, table, text, time, uniqueIndex } from '../columns.ts';
import { type Me, seenBy } from '../seen-by.ts';
import { organisations } from './master-data.ts';

const itsExporters = {
  staff: 'everything',
  exporter: (me: Me<'exporter'>) => ({ exporterId: me.organisation }),
  vendor: 'nothing',
} as const;

/** What an exporter sold and sent abroad: of this, and never of more, something can come back. */
export const exportedOrders = seenBy(
  itsExporters,
  table(
    'exported_orders',
    {
      id: text('id').primaryKey(),
      exporterId: text('exporter_id')
        .notNull()
        .references(() => organisations.id),
      /** The platform's number. Two shops of one exporter may use the same: the platform tells them apart. */
      number: text('number').notNull(),
      /** Empty where nobody says. */
      platform: text('platform').notNull(),
      /** Where its buyer is. */
      country: text('country'),
      /** Under which it was sent to its buyer. */
      waybill: text('waybill'),
      createdBy: text('created_by').notNull(),
      createdAt: time('created_at').notNull(),
    },
    (t) => [
      uniqueIndex('exported_orders_number').on(t.exporterId, t.number, t.platform),
      index('exported_orders_exporter').on(t.exporterId, t.createdAt, t.id),
      index('exported_orders_created').on(t.createdAt, t.id),
    ],
  ),
);

export const exportedLines = seenBy(
  itsExporters,
  table(
    'exported_lines',
    {
      id: text('id').primaryKey(),
      orderId: text('order_id')
        .notNull()
        .references(() => exportedOrders.id),
      exporterId: text('exporter_id').notNull(),
      number: integer('number').notNull(),
      /** The code as the exporter writes it: the SKU may be entered later than its export. */
      skuCode: text('sku_code').notNull(),
      quantity: integer('quantity').notNull(),
      serial: text('serial'),
      imei2: text('imei2'),
      exportDocument: text('export_document'),
      exportLine: integer('export_line'),
      exportMode: text('export_mode').notNull(),
      /** Legal dates are local dates in Asia/Shanghai, YYYY-MM-DD. */
      exportDate: text('export_date'),
      releaseDate: text('release_date'),
    },
    (t) => [
      uniqueIndex('exported_lines_number').on(t.orderId, t.number),
      index('exported_lines_serial').on(t.exporterId, t.serial).where(sql`serial is not null`),
      index('exported_lines_second_imei').on(t.exporterId, t.imei2).where(sql`imei2 is not null`),
    ],
  ),
);
