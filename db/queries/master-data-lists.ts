import { and, asc, count, desc, eq, inArray } from 'drizzle-orm';
import { listed, named, type Slots } from '../named-queries.ts';
import { skus } from '../schema/goods.ts';
import { organisations } from '../schema/master-data.ts';
import { holdsText, type Page } from './list-parts.ts';

export const organisationSorts = {
  code: organisations.code,
  nameZh: organisations.nameZh,
  kind: organisations.kind,
  createdAt: organisations.createdAt,
} as const;

export interface OrganisationsAsked extends Page<keyof typeof organisationSorts> {
  readonly kind?: readonly string[] | undefined;
  readonly active?: boolean | undefined;
}

const organisationFits = ({ kind, active, search }: OrganisationsAsked) => [
  kind && inArray(organisations.kind, [...kind] as never),
  active === undefined ? undefined : eq(organisations.active, active),
  holdsText(
    search,
    organisations.code,
    organisations.nameZh,
    organisations.nameEn,
    organisations.uscc,
    organisations.contact,
  ),
];

export const organisationList = listed('organisation list', (q, sees, asked: OrganisationsAsked) =>
  q
    .select()
    .from(organisations)
    .where(and(sees(organisations), ...organisationFits(asked)))
    .orderBy((asked.descending ? desc : asc)(organisationSorts[asked.sort]), asc(organisations.id))
    .limit(asked.limit)
    .offset(asked.offset),
);

export const countOrganisations = listed('count organisations', (q, sees, asked: OrganisationsAsked) =>
  q
    .select({ n: count() })
    .from(organisations)
    .where(and(sees(organisations), ...organisationFits(asked))),
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
