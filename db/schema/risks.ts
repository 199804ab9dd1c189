import { index, integer, table, text, time } from '../columns.ts';
import { seenBy } from '../seen-by.ts';
import { exportedLines } from './exported.ts';
import { returnOrders } from './goods.ts';
import { organisations } from './master-data.ts';

/** What may be no honest trade: more of an exported line came back than was exported. Only the hub hears of it. */
export const riskFlags = seenBy(
  { staff: 'everything', exporter: 'nothing', vendor: 'nothing' },
  table(
    'risk_flags',
    {
      id: text('id').primaryKey(),
      exporterId: text('exporter_id')
        .notNull()
        .references(() => organisations.id),
      orderId: text('order_id')
        .notNull()
        .references(() => returnOrders.id),
      exportedLineId: text('exported_line_id')
        .notNull()
        .references(() => exportedLines.id),
      /** How many were exported on that line, and how many of them are back or on their way with this. */
      exported: integer('exported').notNull(),
      back: integer('back').notNull(),
      note: text('note'),
      raisedBy: text('raised_by').notNull(),
      raisedAt: time('raised_at').notNull(),
      /** Looked into and settled: by whom, when, and why it is no risk any more. */
      closedBy: text('closed_by'),
      closedAt: time('closed_at'),
      closedBecause: text('closed_because'),
    },
    (t) => [
      index('risk_flags_order').on(t.orderId),
      index('risk_flags_exporter').on(t.exporterId),
      index('risk_flags_raised').on(t.raisedAt, t.id),
    ],
  ),
);
