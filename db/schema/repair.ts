import { index, integer, table, text, time, uniqueIndex } from '../columns.ts';
import { type Me, seenBy } from '../seen-by.ts';
import { items } from './items.ts';
import { organisations, warehouses } from './master-data.ts';

const amongThree = {
  staff: (me: Me<'staff'>) => ({ warehouseId: me.warehouse }),
  exporter: (me: Me<'exporter'>) => ({ exporterId: me.organisation }),
  vendor: (me: Me<'vendor'>) => ({ vendorId: me.organisation }),
} as const;

/** One repair of one item, at our bench (no vendor) or at a vendor's. */
export const tickets = seenBy(
  amongThree,
  table(
    'tickets',
    {
      id: text('id').primaryKey(),
      code: text('code').notNull(),
      itemId: text('item_id')
        .notNull()
        .references(() => items.id),
      warehouseId: text('warehouse_id')
        .notNull()
        .references(() => warehouses.id),
      exporterId: text('exporter_id')
        .notNull()
        .references(() => organisations.id),
      vendorId: text('vendor_id').references(() => organisations.id),
      state: text('state').notNull(),
      stateSince: time('state_since').notNull(),
      fault: text('fault').notNull(),
      diagnosis: text('diagnosis'),
      outcome: text('outcome'),
      workDone: text('work_done'),
      /** 1 for the first try; one more each time the final check sends it back. */
      cycle: integer('cycle').notNull(),
      openedBy: text('opened_by').notNull(),
      openedAt: time('opened_at').notNull(),
      promisedAt: time('promised_at').notNull(),
      closedAt: time('closed_at'),
    },
    (t) => [
      uniqueIndex('tickets_code').on(t.code),
      index('tickets_item').on(t.itemId),
      index('tickets_warehouse_state').on(t.warehouseId, t.state, t.promisedAt),
      index('tickets_vendor_state').on(t.vendorId, t.state, t.promisedAt),
      index('tickets_exporter_state').on(t.exporterId, t.state),
      index('tickets_warehouse_promised').on(t.warehouseId, t.promisedAt, t.id),
      index('tickets_vendor_promised').on(t.vendorId, t.promisedAt, t.id),
      index('tickets_exporter_promised').on(t.exporterId, t.promisedAt, t.id),
    ],
  ),
);

/** What a repair would cost, and what its exporter said to that. */
export const estimates = seenBy(
  amongThree,
  table(
    'estimates',
    {
      id: text('id').primaryKey(),
      ticketId: text('ticket_id')
        .notNull()
        .references(() => tickets.id),
      warehouseId: text('warehouse_id').notNull(),
      exporterId: text('exporter_id').notNull(),
      vendorId: text('vendor_id'),
      version: integer('version').notNull(),
      labourMinor: integer('labour_minor').notNull(),
      partsMinor: integer('parts_minor').notNull(),
      currency: text('currency').notNull(),
      note: text('note'),
      quotedBy: text('quoted_by').notNull(),
      quotedAt: time('quoted_at').notNull(),
      /** How it was answered, once it is: a code of the list of decisions on estimates. */
      decision: text('decision'),
      decidedBy: text('decided_by'),
      decidedAt: time('decided_at'),
      decisionNote: text('decision_note'),
    },
    (t) => [uniqueIndex('estimates_version').on(t.ticketId, t.version)],
  ),
);

/** What goes to a vendor together. */
export const consignments = seenBy(
  {
    staff: (me) => ({ warehouseId: me.warehouse }),
    exporter: 'nothing',
    vendor: (me) => ({ vendorId: me.organisation }),
  },
  table(
    'consignments',
    {
      id: text('id').primaryKey(),
      code: text('code').notNull(),
      warehouseId: text('warehouse_id')
        .notNull()
        .references(() => warehouses.id),
      vendorId: text('vendor_id')
        .notNull()
        .references(() => organisations.id),
      state: text('state').notNull(),
      stateSince: time('state_since').notNull(),
      openedAt: time('opened_at').notNull(),
      handedOverAt: time('handed_over_at'),
      /** So many of its items have not followed its handing over yet; a task takes them along in pieces. */
      piecesLeft: integer('pieces_left').notNull().default(0),
    },
    (t) => [
      uniqueIndex('consignments_code').on(t.code),
      index('consignments_vendor').on(t.vendorId, t.state),
      index('consignments_vendor_opened').on(t.vendorId, t.openedAt, t.id),
      index('consignments_warehouse_opened').on(t.warehouseId, t.openedAt, t.id),
      index('consignments_warehouse').on(t.warehouseId, t.state),
    ],
  ),
);

export const consignmentLines = seenBy(
  {
    staff: (me) => ({ warehouseId: me.warehouse }),
    exporter: 'nothing',
    vendor: (me) => ({ vendorId: me.organisation }),
  },
  table(
    'consignment_lines',
    {
      id: text('id').primaryKey(),
      consignmentId: text('consignment_id')
        .notNull()
        .references(() => consignments.id),
      warehouseId: text('warehouse_id').notNull(),
      vendorId: text('vendor_id').notNull(),
      itemId: text('item_id')
        .notNull()
        .references(() => items.id),
      ticketId: text('ticket_id')
        .notNull()
        .references(() => tickets.id),
      takenInAt: time('taken_in_at'),
      backAt: time('back_at'),
    },
    (t) => [
      index('consignment_lines_consignment').on(t.consignmentId),
      index('consignment_lines_item').on(t.itemId),
    ],
  ),
);
