import { and, eq, isNull } from 'drizzle-orm';
import { openConsignmentTo, openLineOf } from '../../db/queries/repair.ts';
import { organisations } from '../../db/schema/house.ts';
import { consignmentLines, consignments, tickets } from '../../db/schema/repair.ts';
import type { Writing } from '../../db/scope.ts';
import { notFound } from '../problem.ts';
import { nouns } from '../words/problems.ts';
import { consignmentWorkflow } from '../workflow/consignment.ts';
import type { Effect, Order } from '../workflow/engine.ts';
import { ticketWorkflow } from '../workflow/ticket.ts';
import { knows } from '../workflow/workflow.ts';
import type { Item } from './facts.ts';

const days = 86_400_000;
/** SLA defaults: five working days at the bench; a vendor takes a day to acknowledge, three to quote, seven to repair. */
const promised = { bench: 7 * days, vendor: 11 * days };

async function openTicket(
  house: Writing,
  order: Order<Item>,
  vendorId: string | null,
): Promise<Partial<Item>> {
  const { row, given, actor, moment } = order;
  if (!row.exporterId) throw notFound(nouns.exporter, '');
  const id = moment.newId();
  await house.add(tickets, {
    id,
    code: moment.newCode('ticket'),
    itemId: row.id,
    warehouseId: row.warehouseId,
    exporterId: row.exporterId,
    vendorId,
    state: ticketWorkflow.initial,
    stateSince: moment.now,
    fault: String(given.fault),
    cycle: 1,
    openedBy: actor.id,
    openedAt: moment.now,
    promisedAt: new Date(moment.now.getTime() + (vendorId ? promised.vendor : promised.bench)),
  });
  return { ticketId: id, outcome: null };
}

/** Into the open consignment to the ticket's vendor; one is opened when there is none. */
async function consign(house: Writing, { row, moment }: Order<Item>) {
  const [ticket] = await house.find(tickets, eq(tickets.id, row.ticketId ?? ''), 1);
  if (!ticket?.vendorId) throw notFound(nouns.vendor, '');
  const of = { warehouseId: row.warehouseId, vendorId: ticket.vendorId };
  const [open] = await house.ask(openConsignmentTo, of);
  const consignmentId = open?.id ?? moment.newId();
  if (!open)
    await house.add(consignments, {
      ...of,
      id: consignmentId,
      code: moment.newCode('consignment'),
      state: 'open',
      stateSince: moment.now,
      openedAt: moment.now,
    });
  const line = { id: moment.newId(), consignmentId, ...of, itemId: row.id, ticketId: ticket.id };
  await house.add(consignmentLines, line);
}

export const repairEffects = {
  'open a ticket at our bench': (house, order) => openTicket(house, order, null),
  'open a ticket for the vendor': async (house, order) => {
    const named = String(order.given.vendor);
    const isIt = and(eq(organisations.kind, 'vendor'), eq(organisations.code, named));
    const [vendor] = await house.find(organisations, isIt, 1);
    if (!vendor?.active) throw notFound(nouns.vendor, named);
    return openTicket(house, order, vendor.id);
  },
  'add it to the consignment': async (house, order) => {
    await consign(house, order);
    return {};
  },
  'take it out of the consignment': async (house, { row, also }) => {
    const [line] = await house.ask(openLineOf, { itemId: row.id });
    if (!line) return {};
    // A sealed one refuses and says that it has to be opened again first.
    await also('consignment', line.consignmentId, 'takeOut');
    await house.remove(consignmentLines, line);
    return {};
  },
  'close its line in the consignment': async (house, order) => {
    const [line] = await house.ask(openLineOf, { itemId: order.row.id });
    if (!line) return {};
    await house.change(consignmentLines, line, { backAt: order.moment.now });
    const left = and(eq(consignmentLines.consignmentId, line.consignmentId), isNull(consignmentLines.backAt));
    const [consignment] = await house.find(consignments, eq(consignments.id, line.consignmentId), 1);
    // One that was lost before the handover leaves the rest of it to go.
    const under = consignment && knows(consignmentWorkflow, consignment.state, 'settle');
    if (under && (await house.count(consignmentLines, left)) === 0)
      await order.also('consignment', line.consignmentId, 'settle');
    return {};
  },
  'close its ticket': async (house, { row, also }) => {
    const [ticket] = await house.find(tickets, eq(tickets.id, row.ticketId ?? ''), 1);
    if (ticket) await also('ticket', ticket.id, 'pass');
    return { outcome: ticket?.outcome ?? null };
  },
  'cancel its ticket': async (_house, { row, also }) => {
    if (row.ticketId) await also('ticket', row.ticketId, 'cancel');
    return {};
  },
  'send its ticket round again': async (_house, { row, given, also }) => {
    if (row.ticketId) await also('ticket', row.ticketId, 'fail', { reason: given.reason });
    return {};
  },
} as const satisfies Record<string, Effect<Item>>;
