import { and, asc, count, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { listed, named, type Slots } from '../named-queries.ts';
import { skus } from '../schema/goods.ts';
import { items } from '../schema/items.ts';
import { organisations } from '../schema/master-data.ts';
import { consignmentLines, consignments, estimates, tickets } from '../schema/repair.ts';
import { cappedCount, MAX_ROWS_COUNTED, oneColumn } from './list-parts.ts';

export const ticketByCode = named('ticket by code', (q, sees, given: Slots<{ code: string }>) =>
  q
    .select()
    .from(tickets)
    .where(and(sees(tickets), eq(tickets.code, given.code)))
    .limit(1),
);

export const openConsignmentTo = named(
  'open consignment to',
  (q, sees, given: Slots<{ warehouseId: string; vendorId: string; state: string }>) =>
    q
      .select()
      .from(consignments)
      .where(
        and(
          sees(consignments),
          eq(consignments.warehouseId, given.warehouseId),
          eq(consignments.vendorId, given.vendorId),
          eq(consignments.state, given.state),
        ),
      )
      .limit(1),
);

/** The line in which an item is away now, with the state of its consignment. */
export const openLineOf = named(
  'open line of',
  (q, sees, given: Slots<{ itemId: string }>) =>
    q
      .select({
        id: consignmentLines.id,
        consignmentId: consignmentLines.consignmentId,
        ticketId: consignmentLines.ticketId,
        state: consignments.state,
      })
      .from(consignmentLines)
      .innerJoin(consignments, eq(consignments.id, consignmentLines.consignmentId))
      .where(
        and(
          sees(consignmentLines),
          eq(consignmentLines.itemId, given.itemId),
          isNull(consignmentLines.backAt),
        ),
      )
      .limit(1),
  [consignments],
);

export const estimatesOf = named('estimates of', (q, sees, given: Slots<{ ticketId: string }>) =>
  q
    .select()
    .from(estimates)
    .where(and(sees(estimates), eq(estimates.ticketId, given.ticketId)))
    .orderBy(desc(estimates.version)),
);

export const consignmentByCode = named('consignment by code', (q, sees, given: Slots<{ code: string }>) =>
  q
    .select()
    .from(consignments)
    .where(and(sees(consignments), eq(consignments.code, given.code)))
    .limit(1),
);

export const linesAway = named('lines away', (q, sees, given: Slots<{ consignmentId: string }>) =>
  q
    .select({ n: count() })
    .from(consignmentLines)
    .where(
      and(
        sees(consignmentLines),
        eq(consignmentLines.consignmentId, given.consignmentId),
        isNull(consignmentLines.backAt),
      ),
    ),
);

/** What lies in a consignment; a vendor sees its items only through its own lines. */
export const inConsignment = named(
  'in a consignment',
  (q, sees, given: Slots<{ consignmentId: string }>) =>
    q
      .select({
        line: consignmentLines,
        itemId: items.id,
        itemCode: items.code,
        serial: items.serial,
        custody: items.custody,
      })
      .from(consignmentLines)
      .innerJoin(items, eq(items.id, consignmentLines.itemId))
      .where(and(sees(consignmentLines), eq(consignmentLines.consignmentId, given.consignmentId)))
      .orderBy(asc(consignmentLines.id)),
  [items],
);

const exporter = alias(organisations, 'exporter');
const vendor = alias(organisations, 'vendor');

/** A ticket with its item, goods and parties; a vendor sees these only by way of its own ticket. */
export const ticketInWords = named(
  'ticket in words',
  (q, sees, given: Slots<{ id: string }>) =>
    q
      .select({
        ticket: tickets,
        item: { code: items.code, serial: items.serial, grade: items.grade, hazard: items.hazard },
        sku: { code: skus.code, nameZh: skus.nameZh, nameEn: skus.nameEn },
        exporter: { code: exporter.code, nameZh: exporter.nameZh, nameEn: exporter.nameEn },
        vendor: { code: vendor.code, nameZh: vendor.nameZh, nameEn: vendor.nameEn },
      })
      .from(tickets)
      .innerJoin(items, eq(items.id, tickets.itemId))
      .leftJoin(skus, eq(skus.id, items.skuId))
      .innerJoin(exporter, eq(exporter.id, tickets.exporterId))
      .leftJoin(vendor, eq(vendor.id, tickets.vendorId))
      .where(and(sees(tickets), eq(tickets.id, given.id)))
      .limit(1),
  [items, skus, organisations],
);

export const consignmentList = listed(
  'consignment list',
  (q, sees, asked: { state?: readonly string[] | undefined; limit: number; offset: number }) =>
    q
      .select({
        code: consignments.code,
        state: consignments.state,
        stateSince: consignments.stateSince,
        openedAt: consignments.openedAt,
        handedOverAt: consignments.handedOverAt,
        vendorZh: vendor.nameZh,
        vendorEn: vendor.nameEn,
        lines:
          sql<number>`(select count(*) from ${consignmentLines} where ${consignmentLines.consignmentId} = ${consignments.id})`.mapWith(
            Number,
          ),
        away: sql<number>`(select count(*) from ${consignmentLines} where ${consignmentLines.consignmentId} = ${consignments.id} and ${consignmentLines.backAt} is null)`.mapWith(
          Number,
        ),
      })
      .from(consignments)
      .innerJoin(vendor, eq(vendor.id, consignments.vendorId))
      .where(and(sees(consignments), asked.state && inArray(consignments.state, [...asked.state])))
      .orderBy(desc(consignments.openedAt), asc(consignments.id))
      .limit(asked.limit)
      .offset(asked.offset),
  [organisations, consignmentLines],
);

export const countConsignments = listed(
  'count consignments',
  (q, sees, asked: { state?: readonly string[] | undefined }) =>
    cappedCount(
      q,
      q
        .select(oneColumn)
        .from(consignments)
        .where(and(sees(consignments), asked.state && inArray(consignments.state, [...asked.state])))
        .limit(MAX_ROWS_COUNTED + 1),
    ),
);

/** The lines of a consignment, as its printed list says them. */
export const consignmentInWords = named(
  'consignment in words',
  (q, sees, given: Slots<{ consignmentId: string }>) =>
    q
      .select({
        item: items.code,
        serial: items.serial,
        quantity: items.quantity,
        ticket: tickets.code,
        ticketState: tickets.state,
        fault: tickets.fault,
        sku: skus.code,
        nameZh: skus.nameZh,
        nameEn: skus.nameEn,
        takenInAt: consignmentLines.takenInAt,
        backAt: consignmentLines.backAt,
      })
      .from(consignmentLines)
      .innerJoin(items, eq(items.id, consignmentLines.itemId))
      .innerJoin(tickets, eq(tickets.id, consignmentLines.ticketId))
      .leftJoin(skus, eq(skus.id, items.skuId))
      .where(
        and(sees(consignmentLines), sees(tickets), eq(consignmentLines.consignmentId, given.consignmentId)),
      )
      .orderBy(asc(consignmentLines.id)),
  [items, skus],
);
