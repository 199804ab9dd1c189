import { boolean, index, integer, table, text, time, uniqueIndex } from '../columns.ts';
import { type Me, seenBy } from '../seen-by.ts';

/** Whether each line that an exporter returns has to cite what was exported, as their contract says. */
export const citationRules = ['must', 'should', 'need not'] as const;
export type CitationRule = (typeof citationRules)[number];

/** The hub that runs the warehouses, the exporters whose goods come back, the vendors who repair them. */
export const organisations = seenBy(
  {
    staff: 'everything',
    exporter: (me) => ({ id: me.organisation }),
    vendor: (me) => ({ id: me.organisation }),
  },
  table(
    'organisations',
    {
      id: text('id').primaryKey(),
      kind: text<'hub' | 'exporter' | 'vendor'>('kind').notNull(),
      code: text('code').notNull(),
      nameZh: text('name_zh').notNull(),
      nameEn: text('name_en').notNull(),
      /** 统一社会信用代码, GB 32100-2015. */
      uscc: text('uscc'),
      contact: text('contact'),
      phone: text('phone'),
      email: text('email'),
      address: text('address'),
      /** Up to this much a repair needs no answer from the exporter; minor units. */
      autoApproveMinor: integer('auto_approve_minor'),
      /** Does this exporter wish that nobody else’s goods lie in a bin with theirs? */
      storedApart: boolean('stored_apart').notNull().default(false),
      /** Of an exporter: whether what comes back has to cite a known export. */
      exportCitation: text<CitationRule>('export_citation').notNull().default('should'),
      active: boolean('active').notNull(),
      createdAt: time('created_at').notNull(),
    },
    (t) => [uniqueIndex('organisations_code').on(t.code), uniqueIndex('organisations_uscc').on(t.uscc)],
  ),
);

export const warehouses = seenBy(
  { staff: 'everything', exporter: 'everything', vendor: 'everything' },
  table(
    'warehouses',
    {
      id: text('id').primaryKey(),
      code: text('code').notNull(),
      nameZh: text('name_zh').notNull(),
      nameEn: text('name_en').notNull(),
      address: text('address').notNull(),
      contact: text('contact').notNull(),
      phone: text('phone').notNull(),
      /** Inside a special customs supervision zone? */
      inZone: boolean('in_zone').notNull(),
      /** After so many minutes without a touch a handheld locks itself. */
      idleLockMinutes: integer('idle_lock_minutes').notNull().default(10),
      active: boolean('active').notNull(),
    },
    (t) => [uniqueIndex('warehouses_code').on(t.code)],
  ),
);

const byWarehouse = {
  staff: (me: Me<'staff'>) => ({ warehouseId: me.warehouse }),
  exporter: 'nothing',
  vendor: 'nothing',
} as const;

export type PlaceKind =
  | 'receiving'
  | 'storage'
  | 'quarantine'
  | 'hazard'
  | 'bench'
  | 'vendor'
  | 'packing'
  | 'outbound';

export const zones = seenBy(
  byWarehouse,
  table(
    'zones',
    {
      id: text('id').primaryKey(),
      warehouseId: text('warehouse_id')
        .notNull()
        .references(() => warehouses.id),
      code: text('code').notNull(),
      nameZh: text('name_zh').notNull(),
      nameEn: text('name_en').notNull(),
      kind: text<PlaceKind>('kind').notNull(),
    },
    (t) => [uniqueIndex('zones_code').on(t.warehouseId, t.code)],
  ),
);

export const locations = seenBy(
  byWarehouse,
  table(
    'locations',
    {
      id: text('id').primaryKey(),
      warehouseId: text('warehouse_id')
        .notNull()
        .references(() => warehouses.id),
      zoneId: text('zone_id')
        .notNull()
        .references(() => zones.id),
      code: text('code').notNull(),
      kind: text<PlaceKind>('kind').notNull(),
      /** How many articles fit; null where nobody counts, as at a dock. */
      capacity: integer('capacity'),
      /** The one grade that lies here, by its code; null for any. */
      grade: text('grade'),
      active: boolean('active').notNull(),
    },
    (t) => [
      uniqueIndex('locations_code').on(t.warehouseId, t.code),
      index('locations_kind').on(t.warehouseId, t.kind),
    ],
  ),
);

const toAll = { staff: 'everything', exporter: 'everything', vendor: 'everything' } as const;

/** The catalogue: reasons, exceptions, grades, dispositions, outcomes … as rows in both languages. */
export const codes = seenBy(
  toAll,
  table(
    'codes',
    {
      id: text('id').primaryKey(),
      list: text('list').notNull(),
      code: text('code').notNull(),
      zh: text('zh').notNull(),
      en: text('en').notNull(),
      /** What the workflow may know of it, for instance how a disposition leaves the house. */
      meaning: text('meaning'),
      position: integer('position').notNull(),
      active: boolean('active').notNull(),
    },
    (t) => [uniqueIndex('codes_code').on(t.list, t.code)],
  ),
);
