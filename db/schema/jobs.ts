import { index, integer, json, table, text, time } from '../columns.ts';
import { seenBy } from '../seen-by.ts';

/** What was answered to whom under which scanId, so that a question asked twice is answered, not done, twice. */
export const answers = seenBy(
  {
    staff: (me) => ({ askedBy: me.id }),
    exporter: (me) => ({ askedBy: me.id }),
    vendor: (me) => ({ askedBy: me.id }),
  },
  table('answers', {
    /** Who asked and their scanId: two people may well use the same number. */
    id: text('id').primaryKey(),
    askedBy: text('asked_by').notNull(),
    question: text('question').notNull(),
    answer: json<unknown>('answer'),
    at: time('at').notNull(),
  }),
);

/** What happened to return orders, parcels, tickets, consignments and shipments. Items have a chained history of their own. */
export const journal = seenBy(
  {
    staff: (me) => ({ warehouseId: me.warehouse }),
    exporter: (me) => ({ exporterId: me.organisation }),
    vendor: (me) => ({ vendorId: me.organisation }),
  },
  table(
    'journal',
    {
      id: text('id').primaryKey(),
      entity: text<'return order' | 'ticket' | 'consignment' | 'shipment' | 'parcel'>('entity').notNull(),
      subjectId: text('subject_id').notNull(),
      warehouseId: text('warehouse_id').notNull(),
      exporterId: text('exporter_id'),
      vendorId: text('vendor_id'),
      step: text('step').notNull(),
      fromState: text('from_state').notNull(),
      toState: text('to_state').notNull(),
      given: json<Record<string, unknown>>('given').notNull(),
      byWhom: text('by_whom').notNull(),
      device: text('device'),
      at: time('at').notNull(),
    },
    (t) => [index('journal_subject').on(t.subjectId, t.at)],
  ),
);

const toTheHouse = { staff: 'nothing', exporter: 'nothing', vendor: 'nothing' } as const;

/** Work for after the commit: mail, webhooks. A worker takes it from here. */
export const outbox = seenBy(
  toTheHouse,
  table(
    'outbox',
    {
      id: text('id').primaryKey(),
      kind: text('kind').notNull(),
      about: json<Record<string, string>>('about').notNull(),
      at: time('at').notNull(),
      /** Not before; moved on after each failed try. */
      dueAt: time('due_at').notNull(),
      tries: integer('tries').notNull(),
      doneAt: time('done_at'),
      lastError: text('last_error'),
    },
    (t) => [index('outbox_due').on(t.doneAt, t.dueAt)],
  ),
);

/** A date by which something must have happened; a sweeper sends an ordinary step when it has not. */
export const deadlines = seenBy(
  toTheHouse,
  table(
    'deadlines',
    {
      id: text('id').primaryKey(),
      entity: text<'item' | 'ticket'>('entity').notNull(),
      subjectId: text('subject_id').notNull(),
      /** The subject's code, by which a step finds it. */
      code: text('code').notNull(),
      step: text<'expire'>('step').notNull(),
      dueAt: time('due_at').notNull(),
      /** One that failed by a fault of ours is not tried again before. */
      notBefore: time('not_before'),
      /** Met, stopped, or fired. */
      endedAt: time('ended_at'),
    },
    (t) => [index('deadlines_due').on(t.endedAt, t.dueAt), index('deadlines_subject').on(t.subjectId)],
  ),
);

/**
 * What is too large for one request: it is done in pieces between the scans (server/jobs/background-tasks.ts), and comes
 * to its end whatever happens. Then it is gone from here.
 */
export const backgroundTasks = seenBy(
  toTheHouse,
  table(
    'background_tasks',
    {
      /** What is worked on, by its own id. */
      id: text('id').primaryKey(),
      kind: text<
        | 'import'
        | 'sku import'
        | 'export import'
        | 'opening stock'
        | 'return order'
        | 'shipment'
        | 'consignment'
      >('kind').notNull(),
      /** For whom. */
      askedBy: text('asked_by').notNull(),
      exporterId: text('exporter_id').notNull(),
      /** So many of the parts that were accepted are done. */
      done: integer('done').notNull(),
      /** Which process works on it, and until when no other may: one that ended in the middle of it loses it then. */
      holder: text('holder').notNull(),
      leaseUntil: time('lease_until').notNull(),
      /** How often in a row it failed by a fault of ours. */
      failures: integer('failures').notNull().default(0),
    },
    (t) => [index('background_tasks_lease').on(t.leaseUntil)],
  ),
);

/** What was accepted for a background task and is still to be done, some parts a row. */
export const taskParts = seenBy(
  toTheHouse,
  table(
    'task_parts',
    {
      id: text('id').primaryKey(),
      taskId: text('task_id').notNull(),
      /** How many parts come before these. */
      from: integer('from').notNull(),
      /** JSON, made before the transaction that stores it. */
      parts: text('parts').notNull(),
    },
    (t) => [index('task_parts_task').on(t.taskId, t.from)],
  ),
);

/** News for an exporter or a vendor, shown in their portal, or for the hub, whose administrators read it. */
export const notices = seenBy(
  {
    staff: () => ({ organisationId: 'hub' }),
    exporter: (me) => ({ organisationId: me.organisation }),
    vendor: (me) => ({ organisationId: me.organisation }),
  },
  table(
    'notices',
    {
      id: text('id').primaryKey(),
      organisationId: text('organisation_id').notNull(),
      kind: text('kind').notNull(),
      about: json<Record<string, string>>('about').notNull(),
      at: time('at').notNull(),
      readAt: time('read_at'),
    },
    (t) => [index('notices_organisation').on(t.organisationId, t.at)],
  ),
);
