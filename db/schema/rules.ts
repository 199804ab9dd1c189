import { boolean, index, integer, json, table, text } from '../columns.ts';
import { seenBy } from '../seen-by.ts';
import { exits } from './outbound.ts';

const toStaff = { staff: 'everything', exporter: 'nothing', vendor: 'nothing' } as const;

/** What customs allow with goods of a customs status. First match by position wins; a row that cites nothing is a wish. */
export const customsRules = seenBy(
  toStaff,
  table(
    'customs_rules',
    {
      id: text('id').primaryKey(),
      position: integer('position').notNull(),
      /** A customs status, or * for any. */
      status: text('status').notNull(),
      /** A supervision mode, or * for any. */
      mode: text('mode').notNull(),
      action: text<CustomsAction | '*'>('action').notNull(),
      verdict: text<'allowed' | 'forbidden' | 'ask customs'>('verdict').notNull(),
      zh: text('zh').notNull(),
      en: text('en').notNull(),
      citation: text('citation').notNull(),
      validFrom: text('valid_from'),
      validTo: text('valid_to'),
    },
    (t) => [index('customs_rules_position').on(t.position)],
  ),
);
/** What customs are asked about: repair, each way out of the house, destruction. */
export const customsActions = ['repair', ...exits, 'destroy'] as const;
export type CustomsAction = (typeof customsActions)[number];

export interface DispositionTest {
  readonly grade?: readonly string[];
  readonly hazard?: boolean;
  readonly wish?: readonly string[];
  readonly reason?: readonly string[];
  readonly outcome?: readonly string[];
  readonly customs?: {
    readonly action: CustomsAction;
    readonly verdict: 'allowed' | 'forbidden' | 'ask customs';
  };
  readonly owner?: 'known' | 'unknown';
}

/** Where an inspected item should go. First match by position wins. */
export const dispositionRules = seenBy(
  toStaff,
  table(
    'disposition_rules',
    {
      id: text('id').primaryKey(),
      position: integer('position').notNull(),
      version: integer('version').notNull(),
      test: json<DispositionTest>('test').notNull(),
      disposition: text('disposition').notNull(),
      zh: text('zh').notNull(),
      en: text('en').notNull(),
      active: boolean('active').notNull(),
    },
    (t) => [index('disposition_rules_position').on(t.position)],
  ),
);

/** Which steps take two people, each by the name of its kind; `above` is how much one person may do alone. */
export const fourEyes = seenBy(
  toStaff,
  table('four_eyes', {
    id: text<'destruction' | 'hazardRelease' | 'regimeOverride' | 'countAdjustment'>('id').primaryKey(),
    active: boolean('active').notNull(),
    above: integer('above'),
  }),
);
export type FourEyes = typeof fourEyes.$inferSelect;
