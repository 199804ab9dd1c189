import { index, integer, json, table, text, time, uniqueIndex } from '../columns.ts';
import { type Me, seenBy } from '../seen-by.ts';
import { items } from './items.ts';
import { warehouses } from './master-data.ts';

const byWarehouse = {
  staff: (me: Me<'staff'>) => ({ warehouseId: me.warehouse }),
  exporter: 'nothing',
  vendor: 'nothing',
} as const;

/** A spreadsheet of goods that lay in a warehouse before it began with this system: checked, accepted, stored in pieces. */
export const openingStocks = seenBy(
  byWarehouse,
  table(
    'opening_stocks',
    {
      /** The id of its answer: who asked, and their scanId. */
      id: text('id').primaryKey(),
      warehouseId: text('warehouse_id')
        .notNull()
        .references(() => warehouses.id),
      askedBy: text('asked_by').notNull(),
      /** Rows that were accepted, how many of them are done, became units, and were here as the file says already. */
      total: integer('total').notNull(),
      done: integer('done').notNull(),
      stored: integer('stored').notNull(),
      same: integer('same').notNull(),
      /** Rows that something which changed after the check kept out: opening_stock_rows says why. */
      leftOut: integer('left_out').notNull(),
      /** The letter and the header of each of our columns in its file: where a row that was left out is to be put right. */
      headings:
        json<Readonly<Record<string, { readonly letter: string; readonly name: string }>>>('headings'),
      at: time('at').notNull(),
      finishedAt: time('finished_at'),
    },
    (t) => [index('opening_stocks_at').on(t.warehouseId, t.at)],
  ),
);

/** What became of a row of such a spreadsheet. */
export const openingStockRows = seenBy(
  byWarehouse,
  table(
    'opening_stock_rows',
    {
      /** The import's, and the row of its file. */
      id: text('id').primaryKey(),
      openingId: text('opening_id')
        .notNull()
        .references(() => openingStocks.id),
      warehouseId: text('warehouse_id').notNull(),
      row: integer('row').notNull(),
      /** What the row says, hashed, and the how many-eth it is that says so: no unit is taken over twice. */
      key: text('key'),
      itemId: text('item_id').references(() => items.id),
      /** What its file writes in another way than it is kept. */
      asWritten: json<Readonly<Partial<Record<string, string>>>>('as_written'),
      /** Why it did not become one, and the cell that says it. */
      column: text('column'),
      value: text('value'),
      words: json<{ readonly zh: string; readonly en: string }>('words'),
    },
    (t) => [
      uniqueIndex('opening_stock_rows_key').on(t.warehouseId, t.key),
      index('opening_stock_rows_opening').on(t.openingId, t.row),
      index('opening_stock_rows_item').on(t.itemId),
    ],
  ),
);
