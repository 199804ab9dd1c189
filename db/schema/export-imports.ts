import { index, integer, json, table, text, time } from '../columns.ts';
import { seenBy } from '../seen-by.ts';

interface LeftOut {
  readonly row: number;
  readonly column: string;
  readonly value: string;
  readonly words: { readonly zh: string; readonly en: string };
  readonly heading: string | null;
  readonly at: string | null;
}

/** Exported orders whose spreadsheet was checked and accepted: they are stored in pieces, and it comes to its end whatever happens. */
export const exportImports = seenBy(
  { staff: 'nothing', exporter: (me) => ({ askedBy: me.id }), vendor: 'nothing' },
  table(
    'export_imports',
    {
      /** The id of its answer: who asked, and their scanId. */
      id: text('id').primaryKey(),
      askedBy: text('asked_by').notNull(),
      scanId: text('scan_id').notNull(),
      exporterId: text('exporter_id').notNull(),
      encoding: text('encoding'),
      lines: integer('lines').notNull(),
      /** How many orders there are, and how many of them are done. */
      total: integer('total').notNull(),
      done: integer('done').notNull(),
      added: integer('added').notNull(),
      changed: integer('changed').notNull(),
      same: integer('same').notNull(),
      /** The first of what changed after the check so that it could not be stored, and how many that is in all. */
      leftOut: json<readonly LeftOut[]>('left_out').notNull(),
      leftOutInAll: integer('left_out_in_all').notNull().default(0),
      at: time('at').notNull(),
      finishedAt: time('finished_at'),
    },
    (t) => [index('export_imports_asked').on(t.askedBy, t.finishedAt)],
  ),
);
