import { integer, json, table, text, time } from '../columns.ts';
import { seenBy } from '../seen-by.ts';

interface LeftOut {
  readonly row: number;
  readonly code: string;
  readonly words: { readonly zh: string; readonly en: string };
}

/** A catalogue that was checked and accepted: its SKUs are stored in pieces, and it comes to its end whatever happens. */
export const skuImports = seenBy(
  { staff: (me) => ({ askedBy: me.id }), exporter: (me) => ({ askedBy: me.id }), vendor: 'nothing' },
  table('sku_imports', {
    /** The id of its answer: who asked, and their scanId. */
    id: text('id').primaryKey(),
    askedBy: text('asked_by').notNull(),
    exporterId: text('exporter_id').notNull(),
    /** How many SKUs are new or change, how many of them are done, and how many were as the file says already. */
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
  }),
);
