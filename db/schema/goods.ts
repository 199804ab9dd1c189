import { sql } from 'drizzle-orm';
import { boolean, index, integer, json, table, text, time, uniqueIndex } from '../columns.ts';
import { seenBy } from '../seen-by.ts';
import { exportedLines } from './exported.ts';
import { organisations, warehouses } from './master-data.ts';

/** Which battery an article has and how it travels, as carriers tell them apart. */
export const batteries = ['none', 'ion in equipment', 'ion with equipment', 'ion alone', 'metal'] as const;
export type Battery = (typeof batteries)[number];

/** What an exporter sells, under the exporter's own code. */
export const skus = seenBy(
  { staff: 'everything', exporter: (me) => ({ exporterId: me.organisation }), vendor: 'nothing' },
  table(
    'skus',
    {
      id: text('id').primaryKey(),
      exporterId: text('exporter_id')
        .notNull()
        .references(() => organisations.id),
      code: text('code').notNull(),
      nameZh: text('name_zh').notNull(),
      nameEn: text('name_en').notNull(),
      category: text('category').notNull(),
      /** GTIN-14, with leading zeros. */
      gtin: text('gtin'),
      hsCode: text('hs_code'),
      valueMinor: integer('value_minor').notNull(),
      currency: text('currency').notNull(),
      weightGrams: integer('weight_grams').notNull(),
      battery: text<Battery>('battery').notNull(),
      /** Watt-hours as a decimal. */
      batteryWh: text('battery_wh'),
      serialTracked: boolean('serial_tracked').notNull(),
      /** Which forms its serials have (server/identifiers/serial.ts); null: any. */
      serialPattern: text('serial_pattern'),
      /** Holds a person's data, which must be wiped before anyone else gets it. */
      holdsData: boolean('holds_data').notNull(),
      active: boolean('active').notNull(),
      createdAt: time('created_at').notNull(),
    },
    (t) => [
      uniqueIndex('skus_code').on(t.exporterId, t.code),
      index('skus_gtin').on(t.gtin),
      index('skus_bare_code').on(t.code),
    ],
  ),
);

/** What every reply about an item says of its SKU. */
export const skuOfItem = {
  code: skus.code,
  nameZh: skus.nameZh,
  nameEn: skus.nameEn,
  battery: skus.battery,
  serialTracked: skus.serialTracked,
  serialPattern: skus.serialPattern,
  holdsData: skus.holdsData,
  gtin: skus.gtin,
} as const;

/** What is kept in one way of writing, and may have been written in another. */
export const writtenFields = ['reference', 'waybill', 'sku', 'serial', 'imei2', 'exportDocument'] as const;
export type AsWritten = Readonly<Partial<Record<(typeof writtenFields)[number], string>>>;

/** An exporter's announcement that goods come back. */
export const returnOrders = seenBy(
  {
    staff: (me) => ({ warehouseId: me.warehouse }),
    exporter: (me) => ({ exporterId: me.organisation }),
    vendor: 'nothing',
  },
  table(
    'return_orders',
    {
      id: text('id').primaryKey(),
      code: text('code').notNull(),
      exporterId: text('exporter_id')
        .notNull()
        .references(() => organisations.id),
      warehouseId: text('warehouse_id')
        .notNull()
        .references(() => warehouses.id),
      state: text('state').notNull(),
      stateSince: time('state_since').notNull(),
      /** The exporter's own number for it. */
      reference: text('reference'),
      platform: text('platform'),
      country: text('country'),
      carrier: text('carrier'),
      waybill: text('waybill'),
      /** Reference and waybill as the exporter wrote them, where we keep them otherwise. */
      asWritten: json<AsWritten>('as_written'),
      note: text('note'),
      /** Why a person has to look at it before it is approved: codes of exceptions, joined by commas. */
      reviewFor: text('review_for'),
      decisionNote: text('decision_note'),
      /** Whether lines that were accepted with it are still to be stored. */
      isBeingStored: boolean('is_being_stored').notNull().default(false),
      /** How many of its items are still to be announced or, once cancelled, called off. */
      piecesLeft: integer('pieces_left').notNull().default(0),
      createdBy: text('created_by').notNull(),
      createdAt: time('created_at').notNull(),
    },
    (t) => [
      uniqueIndex('return_orders_code').on(t.code),
      uniqueIndex('return_orders_reference').on(t.exporterId, t.reference),
      index('return_orders_warehouse_state').on(t.warehouseId, t.state, t.createdAt),
      index('return_orders_exporter').on(t.exporterId, t.createdAt),
      index('return_orders_warehouse').on(t.warehouseId, t.createdAt, t.id),
      index('return_orders_bare_reference').on(t.reference),
      index('return_orders_waybill').on(t.waybill),
      index('return_orders_unfinished').on(t.piecesLeft).where(sql`pieces_left > 0`),
    ],
  ),
);

/** What came for a return at the dock and was not announced: more of the same, another product in its place, something else. */
export const waysToCome = ['over', 'wrong product', 'unannounced'] as const;
export type CameAs = (typeof waysToCome)[number];

export const returnLines = seenBy(
  {
    staff: (me) => ({ warehouseId: me.warehouse }),
    exporter: (me) => ({ exporterId: me.organisation }),
    vendor: 'nothing',
  },
  table(
    'return_lines',
    {
      id: text('id').primaryKey(),
      orderId: text('order_id')
        .notNull()
        .references(() => returnOrders.id),
      exporterId: text('exporter_id').notNull(),
      warehouseId: text('warehouse_id').notNull(),
      number: integer('number').notNull(),
      skuId: text('sku_id').references(() => skus.id),
      /** The code as the exporter wrote it; all there is when the SKU is unknown. */
      skuCode: text('sku_code').notNull(),
      quantity: integer('quantity').notNull(),
      serial: text('serial'),
      imei2: text('imei2'),
      reason: text('reason').notNull(),
      reasonText: text('reason_text'),
      /** The disposition the exporter asks for, if any. */
      wish: text('wish'),
      salesOrder: text('sales_order'),
      /** The line of an exported order of which it is a return, where one is known. */
      exportedLineId: text('exported_line_id').references(() => exportedLines.id),
      exportDocument: text('export_document'),
      exportDocumentKind: text('export_document_kind'),
      exportLine: integer('export_line'),
      exportMode: text('export_mode').notNull(),
      /** Legal dates are local dates in Asia/Shanghai, YYYY-MM-DD. */
      exportDate: text('export_date'),
      releaseDate: text('release_date'),
      /** How it came to be a line though nobody announced it; null: it was announced. */
      cameAs: text<CameAs>('came_as'),
      /** SKU, serial and document as the exporter wrote them, where we keep them otherwise. */
      asWritten: json<AsWritten>('as_written'),
    },
    (t) => [
      uniqueIndex('return_lines_number').on(t.orderId, t.number),
      index('return_lines_exported').on(t.exportedLineId).where(sql`exported_line_id is not null`),
    ],
  ),
);
