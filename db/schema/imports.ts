import { index, integer, json, table, text, time } from '../columns.ts';
import { seenBy } from '../seen-by.ts';
import { organisations } from './master-data.ts';

/** Of an import from before its file's own headers were kept, they are not known. */
interface Fault {
  readonly row: number;
  readonly column: string;
  readonly value: string;
  readonly words: { readonly zh: string; readonly en: string };
  readonly heading?: string | null;
  readonly at?: string | null;
}

/** A spreadsheet that was checked and accepted: it is stored in pieces, and comes to its end whatever happens. */
export const imports = seenBy(
  { staff: 'nothing', exporter: (me) => ({ askedBy: me.id }), vendor: 'nothing' },
  table('imports', {
    /** The id of its answer: who asked, and their scanId. */
    id: text('id').primaryKey(),
    askedBy: text('asked_by').notNull(),
    exporterId: text('exporter_id').notNull(),
    /** The warehouse by its code, as it was asked. */
    warehouse: text('warehouse').notNull(),
    encoding: text('encoding'),
    lines: integer('lines').notNull(),
    orders: integer('orders').notNull(),
    at: time('at').notNull(),
    finishedAt: time('finished_at'),
    remarks: json<readonly Fault[]>('remarks').notNull(),
  }),
);

/** What became of a handful of an import's return orders; the last one says how far it has come. */
export const importParts = seenBy(
  { staff: 'nothing', exporter: (me) => ({ askedBy: me.id }), vendor: 'nothing' },
  table(
    'import_parts',
    {
      /** The import's, and where this part begins: no order of it can be stored twice. */
      id: text('id').primaryKey(),
      importId: text('import_id')
        .notNull()
        .references(() => imports.id),
      askedBy: text('asked_by').notNull(),
      /** So many of its orders are done with this one. */
      upTo: integer('up_to').notNull(),
      orders:
        json<readonly { code: string; reference: string; lines: number; state: string }[]>(
          'orders',
        ).notNull(),
      faults: json<readonly Fault[]>('faults').notNull(),
    },
    (t) => [index('import_parts_import').on(t.importId, t.upTo)],
  ),
);

/** How an exporter's spreadsheets with one header are read: what was said of the last one that was imported. */
export const sheetLayouts = seenBy(
  { staff: 'nothing', exporter: (me) => ({ exporterId: me.organisation }), vendor: 'nothing' },
  table(
    'sheet_layouts',
    {
      /** The exporter's, the kind, and the hash of the header row. */
      id: text('id').primaryKey(),
      exporterId: text('exporter_id')
        .notNull()
        .references(() => organisations.id),
      /** Spreadsheets of what. */
      kind: text<'returns' | 'exported orders'>('kind').notNull().default('returns'),
      header: text('header').notNull(),
      /** As the check takes them (server/http/sheet-answers.ts). */
      answers: json<object>('answers').notNull(),
      /** Who said so last. */
      saidBy: text('said_by').notNull(),
      at: time('at').notNull(),
    },
    (t) => [index('sheet_layouts_exporter').on(t.exporterId, t.at)],
  ),
);
