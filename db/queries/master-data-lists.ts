import { and, asc, count, desc, eq, inArray } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { listed, named, type Slots } from '../named-queries.ts';
import { skus } from '../schema/goods.ts';
import { organisations } from '../schema/master-data.ts';
import type { Seen } from '../seen-by.ts';
import { holdsText, type Page } from './list-parts.ts';

/** A table whose rows are master data: each has a code. */
export type RecordTable = Seen & Readonly<Record<'id' | 'code', SQLiteColumn>>;
export interface RecordsAsked extends Page<string> {
  readonly table: RecordTable;
  /** The columns by which its rows may be sorted, and those in which a search looks. */
  readonly sorts: Readonly<Record<string, SQLiteColumn>>;
  readonly searched: readonly SQLiteColumn[];
  /** What columns have to be; where several values are named, one of them. */
  readonly where: readonly (readonly [SQLiteColumn, unknown])[];
}

const recordFits = ({ where, search, searched }: RecordsAsked) => [
  ...where.map(([column, value]) => (Array.isArray(value) ? inArray(column, value) : eq(column, value))),
  holdsText(search, ...searched),
];

/** The rows of one table of master data, as they are. */
export const recordList = listed('record list', (q, sees, asked: RecordsAsked) =>
  q
    .select()
    .from(asked.table as RecordTable)
    .where(and(sees(asked.table), ...recordFits(asked)))
    .orderBy(
      (asked.descending ? desc : asc)(asked.sorts[asked.sort] ?? asked.table.code),
      asc(asked.table.id),
    )
    .limit(asked.limit)
    .offset(asked.offset),
);

export const countRecords = listed('count records', (q, sees, asked: RecordsAsked) =>
  q
    .select({ n: count() })
    .from(asked.table as RecordTable)
    .where(and(sees(asked.table), ...recordFits(asked))),
);

export const activeVendors = named('active vendors', (q, sees, _given: Slots<object>) =>
  q
    .select({ code: organisations.code, nameZh: organisations.nameZh, nameEn: organisations.nameEn })
    .from(organisations)
    .where(and(sees(organisations), eq(organisations.kind, 'vendor'), eq(organisations.active, true)))
    .orderBy(asc(organisations.code)),
);

export const skuSorts = {
  code: skus.code,
  nameZh: skus.nameZh,
  nameEn: skus.nameEn,
  category: skus.category,
  valueMinor: skus.valueMinor,
  weightGrams: skus.weightGrams,
  createdAt: skus.createdAt,
  exporter: organisations.code,
} as const;

export interface SkusAsked extends Page<keyof typeof skuSorts> {
  readonly exporter?: readonly string[] | undefined;
  readonly category?: string | undefined;
  readonly battery?: readonly string[] | undefined;
  readonly active?: boolean | undefined;
  /** Exactly this code. */
  readonly code?: string | undefined;
}

const skuFits = ({ exporter, category, battery, active, code, search }: SkusAsked) => [
  exporter && inArray(organisations.code, [...exporter]),
  category ? eq(skus.category, category) : undefined,
  battery && inArray(skus.battery, [...battery] as never),
  active === undefined ? undefined : eq(skus.active, active),
  code === undefined ? undefined : eq(skus.code, code),
  holdsText(search, skus.code, skus.nameZh, skus.nameEn, skus.gtin, skus.hsCode),
];

export const skuList = listed(
  'SKU list',
  (q, sees, asked: SkusAsked) =>
    q
      .select({
        sku: skus,
        exporter: { code: organisations.code, zh: organisations.nameZh, en: organisations.nameEn },
      })
      .from(skus)
      .innerJoin(organisations, eq(organisations.id, skus.exporterId))
      .where(and(sees(skus), ...skuFits(asked)))
      .orderBy((asked.descending ? desc : asc)(skuSorts[asked.sort]), asc(skus.id))
      .limit(asked.limit)
      .offset(asked.offset),
  [organisations],
);

export const countSkus = listed(
  'count SKUs',
  (q, sees, asked: SkusAsked) =>
    q
      .select({ n: count() })
      .from(skus)
      .innerJoin(organisations, eq(organisations.id, skus.exporterId))
      .where(and(sees(skus), ...skuFits(asked))),
  [organisations],
);
