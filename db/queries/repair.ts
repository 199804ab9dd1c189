import { and, asc, count, desc, eq, isNull } from 'drizzle-orm';
import { items } from '../schema/items.ts';
import { consignmentLines, consignments, estimates, tickets } from '../schema/repair.ts';
import { named, type Slots } from '../scope.ts';

export const ticketByCode = named('ticket by code', (q, sees, given: Slots<{ code: string }>) =>
  q
    .select()
    .from(tickets)
    .where(and(sees(tickets), eq(tickets.code, given.code)))
    .limit(1),
);

export const openConsignmentTo = named(
  'open consignment to',
  (q, sees, given: Slots<{ warehouseId: string; vendorId: string }>) =>
    q
      .select()
      .from(consignments)
      .where(
        and(
          sees(consignments),
          eq(consignments.warehouseId, given.warehouseId),
          eq(consignments.vendorId, given.vendorId),
          eq(consignments.state, 'open'),
        ),
      )
      .limit(1),
);

/** The line in which an item is away now, with the state of its consignment. */
export const openLineOf = named('open line of', (q, sees, given: Slots<{ itemId: string }>) =>
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
        sees(consignments),
        eq(consignmentLines.itemId, given.itemId),
        isNull(consignmentLines.backAt),
      ),
    )
    .limit(1),
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
      .select({ line: consignmentLines, itemId: items.id, itemCode: items.code, serial: items.serial })
      .from(consignmentLines)
      .innerJoin(items, eq(items.id, consignmentLines.itemId))
      .where(and(sees(consignmentLines), eq(consignmentLines.consignmentId, given.consignmentId)))
      .orderBy(asc(consignmentLines.id)),
  [items],
);
