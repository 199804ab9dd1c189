import { and, eq, isNull } from 'drizzle-orm';
import { openConsignmentTo, openLineOf } from '../../db/queries/repair.ts';
import { organisations } from '../../db/schema/master-data.ts';
import { consignmentLines, consignments, tickets } from '../../db/schema/repair.ts';
import type { Writing } from '../../db/scope.ts';
import { notFound } from '../http/problem.ts';
import { nouns } from '../words/problems.ts';
import { consignmentWorkflow } from '../workflow/consignment.ts';
import { during, type Effect, type StepContext } from '../workflow/effects.ts';
import { ticketWorkflow } from '../workflow/ticket.ts';
import { knows } from '../workflow/workflow.ts';
import type { Item } from './facts.ts';

const DAY_MS = 86_400_000;
/** SLA defaults: five working days at the bench; a vendor takes a day to acknowledge, three to quote, seven to repair. */
const promised = { bench: 7 * DAY_MS, vendor: 11 * DAY_MS };

async function openTicket(
  system: Writing,
  stepContext: StepContext<Item, { readonly fault: string }>,
  vendorId: string | null,
): Promise<Partial<Item>> {
  const { row, input, actor, context } = stepContext;
  if (!row.exporterId) throw notFound(nouns.exporter, '');
  const id = context.newId();
  await system.add(tickets, {
    id,
    code: context.newCode('ticket'),
    itemId: row.id,
    warehouseId: row.warehouseId,
    exporterId: row.exporterId,
    vendorId,
    state: ticketWorkflow.initial,
    stateSince: context.now,
    fault: input.fault,
    cycle: 1,
    openedBy: actor.id,
    openedAt: context.now,
    promisedAt: new Date(context.now.getTime() + (vendorId ? promised.vendor : promised.bench)),
  });
  return { ticketId: id, outcome: null };
}

/** Into the open consignment to the ticket's vendor; one is opened when there is none. */
async function consign(system: Writing, { row, context }: StepContext<Item>) {
  const [ticket] = await system.find(tickets, eq(tickets.id, row.ticketId ?? ''), 1);
  if (!ticket?.vendorId) throw notFound(nouns.vendor, '');
  const of = { warehouseId: row.warehouseId, vendorId: ticket.vendorId };
  const [open] = await system.ask(openConsignmentTo, { ...of, state: consignmentWorkflow.initial });
  const consignmentId = open?.id ?? context.newId();
  if (!open)
    await system.add(consignments, {
      ...of,
      id: consignmentId,
      code: context.newCode('consignment'),
      state: consignmentWorkflow.initial,
      stateSince: context.now,
      openedAt: context.now,
    });
  const line = { id: context.newId(), consignmentId, ...of, itemId: row.id, ticketId: ticket.id };
  await system.add(consignmentLines, line);
}

export const repairEffects = {
  'open a ticket at our bench': during('item', ['startRepair'], (system, stepContext) =>
    openTicket(system, stepContext, null),
  ),
  'open a ticket for the vendor': during('item', ['handToVendor'], async (system, stepContext) => {
    const named = stepContext.input.vendor;
    const isIt = and(eq(organisations.kind, 'vendor'), eq(organisations.code, named));
    const [vendor] = await system.find(organisations, isIt, 1);
    if (!vendor?.active) throw notFound(nouns.vendor, named);
    return openTicket(system, stepContext, vendor.id);
  }),
  'add it to the consignment': async (system, stepContext) => {
    await consign(system, stepContext);
    return {};
  },
  'take it out of the consignment': async (system, { row, trigger }) => {
    const [line] = await system.ask(openLineOf, { itemId: row.id });
    if (!line) return {};
    // A sealed one refuses and says that it has to be opened again first.
    await trigger('consignment', line.consignmentId, 'takeOut', {});
    await system.remove(consignmentLines, line);
    return {};
  },
  'close its line in the consignment': async (system, stepContext) => {
    const [line] = await system.ask(openLineOf, { itemId: stepContext.row.id });
    if (!line) return {};
    await system.change(consignmentLines, line, { backAt: stepContext.context.now });
    const left = and(eq(consignmentLines.consignmentId, line.consignmentId), isNull(consignmentLines.backAt));
    const [consignment] = await system.find(consignments, eq(consignments.id, line.consignmentId), 1);
    // One that was lost before the handover leaves the rest of it to go.
    const under = consignment && knows(consignmentWorkflow, consignment.state, 'settle');
    if (under && (await system.count(consignmentLines, left)) === 0)
      await stepContext.trigger('consignment', line.consignmentId, 'settle', {});
    return {};
  },
  'close its ticket': async (system, { row, trigger }) => {
    const [ticket] = await system.find(tickets, eq(tickets.id, row.ticketId ?? ''), 1);
    if (ticket) await trigger('ticket', ticket.id, 'pass', {});
    return { outcome: ticket?.outcome ?? null };
  },
  'cancel its ticket': async (_system, { row, trigger }) => {
    if (row.ticketId) await trigger('ticket', row.ticketId, 'cancel', {});
    return {};
  },
  'send its ticket round again': during('item', ['failCheck'], async (_system, { row, input, trigger }) => {
    if (row.ticketId) await trigger('ticket', row.ticketId, 'fail', { reason: input.reason });
    return {};
  }),
} as const satisfies Record<string, Effect<Item>>;
