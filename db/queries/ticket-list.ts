import { and, asc, desc, eq, inArray, isNull, lt, or, type SQL, sql } from 'drizzle-orm';
import { alias, unionAll } from 'drizzle-orm/sqlite-core';
import { listed } from '../named-queries.ts';
import { skus } from '../schema/goods.ts';
import { items } from '../schema/items.ts';
import { organisations } from '../schema/master-data.ts';
import { tickets } from '../schema/repair.ts';
import { itemTexts, skuTexts } from '../schema/texts.ts';
import { cappedCount, holdsText, MAX_ROWS_COUNTED, oneColumn } from './list-parts.ts';
import { among, idsHolding, MAX_IDS_FOUND, startsWith } from './text-search.ts';

const exporter = alias(organisations, 'exporter');
const vendor = alias(organisations, 'vendor');

export interface TicketsAsked {
  readonly state?: readonly string[] | undefined;
  /** Codes of vendors; `bench` is our own. */
  readonly vendor?: readonly string[] | undefined;
  readonly overdue?: 'yes' | undefined;
  readonly open?: 'yes' | undefined;
  readonly search?: string | undefined;
  /** What the search finds, where it is little. */
  readonly found?: readonly string[] | undefined;
  readonly now: Date;
  readonly sort: keyof typeof ticketSorts;
  readonly descending: boolean;
  readonly limit: number;
  readonly offset: number;
}
export const ticketSorts = {
  promisedAt: tickets.promisedAt,
  openedAt: tickets.openedAt,
  stateSince: tickets.stateSince,
  code: tickets.code,
  state: tickets.state,
} as const;

const ofItems = (condition: SQL) =>
  sql`${tickets.itemId} in (select ${items.id} from ${items} where ${condition})`;
const ofSkusHolding = (search: string) => ofItems(sql`${items.skuId} in ${idsHolding(skuTexts, search)}`);

/** By the start of its own code or the item's, by a part of a serial or of the name of a SKU. */
export const ticketsFound = listed(
  'tickets found',
  (q, sees, { search }: { readonly search: string }) => {
    const by = (condition: SQL) =>
      q
        .select({ id: tickets.id })
        .from(tickets)
        .where(and(sees(tickets), condition));
    return unionAll(
      by(startsWith(tickets.code, search)),
      by(ofItems(startsWith(items.code, search))),
      by(sql`${tickets.itemId} in ${idsHolding(itemTexts, search)}`),
      by(ofSkusHolding(search)),
    ).limit(MAX_IDS_FOUND);
  },
  [items, itemTexts, skuTexts],
);

const fits = (search: string) =>
  or(
    startsWith(tickets.code, search),
    startsWith(items.code, search),
    holdsText(search, items.serial),
    ofSkusHolding(search),
  );

function ticketConditions(asked: Omit<TicketsAsked, 'limit' | 'offset'>): (SQL | undefined)[] {
  const byVendor = asked.vendor && inArray(vendor.code, [...asked.vendor]);
  return [
    asked.state && inArray(tickets.state, [...asked.state]),
    asked.vendor?.includes('bench') ? or(isNull(tickets.vendorId), byVendor) : byVendor,
    asked.open ? isNull(tickets.closedAt) : undefined,
    asked.overdue ? and(isNull(tickets.closedAt), lt(tickets.promisedAt, asked.now)) : undefined,
    asked.found ? among(tickets.id, asked.found) : asked.search ? fits(asked.search) : undefined,
  ];
}

export const ticketList = listed(
  'ticket list',
  (q, sees, asked: TicketsAsked) => {
    const by = asked.descending ? desc : asc;
    return q
      .select({
        code: tickets.code,
        state: tickets.state,
        stateSince: tickets.stateSince,
        fault: tickets.fault,
        cycle: tickets.cycle,
        openedAt: tickets.openedAt,
        promisedAt: tickets.promisedAt,
        closedAt: tickets.closedAt,
        itemCode: items.code,
        serial: items.serial,
        sku: skus.code,
        nameZh: skus.nameZh,
        nameEn: skus.nameEn,
        exporterZh: exporter.nameZh,
        exporterEn: exporter.nameEn,
        vendorZh: vendor.nameZh,
        vendorEn: vendor.nameEn,
      })
      .from(tickets)
      .innerJoin(items, eq(items.id, tickets.itemId))
      .leftJoin(skus, eq(skus.id, items.skuId))
      .innerJoin(exporter, eq(exporter.id, tickets.exporterId))
      .leftJoin(vendor, eq(vendor.id, tickets.vendorId))
      .where(and(sees(tickets), ...ticketConditions(asked)))
      .orderBy(by(ticketSorts[asked.sort]), asc(tickets.id))
      .limit(asked.limit)
      .offset(asked.offset);
  },
  [items, skus, organisations, skuTexts],
);

export const countTickets = listed(
  'count tickets',
  (q, sees, asked: Omit<TicketsAsked, 'limit' | 'offset'>) =>
    cappedCount(
      q,
      q
        .select(oneColumn)
        .from(tickets)
        .innerJoin(items, eq(items.id, tickets.itemId))
        .leftJoin(skus, eq(skus.id, items.skuId))
        .leftJoin(vendor, eq(vendor.id, tickets.vendorId))
        .where(and(sees(tickets), ...ticketConditions(asked)))
        .limit(MAX_ROWS_COUNTED + 1),
    ),
  [items, skus, organisations, skuTexts],
);
