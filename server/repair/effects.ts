import { estimatesOf, openLineOf } from '../../db/queries/repair.ts';
import { consignmentLines, estimates } from '../../db/schema/repair.ts';
import type { Writing } from '../../db/scope.ts';
import { startAnswerClock, stopClocks } from '../entities/clocks.ts';
import { during, type Effect, type StepContext } from '../workflow/effects.ts';
import type { TicketEffect } from '../workflow/ticket.ts';
import { WITHIN_LIMIT } from '../workflow/ticket-guards.ts';
import type { Ticket } from './ticket-entity.ts';

async function answer(
  system: Writing,
  { row, actor, context }: StepContext<Ticket>,
  decision: string,
  note: string | undefined,
) {
  const [newest] = await system.ask(estimatesOf, { ticketId: row.id });
  if (newest)
    await system.change(estimates, newest, {
      decision,
      decidedBy: actor.id,
      decidedAt: context.now,
      decisionNote: note ?? null,
    });
  return {};
}

const tellExporter: Effect<Ticket> = async (_system, { row, toState, enqueue }) => {
  await enqueue('ticket moved on', { ticket: row.code, organisation: row.exporterId, state: toState });
  return {};
};

export const ticketEffects: Readonly<Record<TicketEffect, Effect<Ticket>>> = {
  'note that it was taken in': async (system, { row, context }) => {
    const [line] = row.vendorId ? await system.ask(openLineOf, { itemId: row.itemId }) : [];
    if (line) await system.change(consignmentLines, line, { takenInAt: context.now });
    return {};
  },
  'note the diagnosis': during('ticket', ['diagnose'], (_system, { input }) => ({
    diagnosis: input.diagnosis,
  })),
  'note the estimate': during('ticket', ['quote'], async (system, { row, input, actor, context }) => {
    const [before] = await system.ask(estimatesOf, { ticketId: row.id });
    // A new offer takes the old one back, if nobody answered it yet.
    if (before && !before.decision)
      await system.change(estimates, before, { decision: 'E9', decidedBy: actor.id, decidedAt: context.now });
    const { id: ticketId, warehouseId, exporterId, vendorId } = row;
    await system.add(estimates, {
      id: context.newId(),
      ...{ ticketId, warehouseId, exporterId, vendorId },
      version: (before?.version ?? 0) + 1,
      labourMinor: input.labour,
      partsMinor: input.parts,
      currency: 'CNY',
      note: input.note ?? null,
      quotedBy: actor.id,
      quotedAt: context.now,
    });
    return {};
  }),
  'approve it within the limit': during('ticket', ['quote'], (system, stepContext) =>
    answer(system, stepContext, WITHIN_LIMIT, stepContext.input.note),
  ),
  'ask the exporter': async (_system, { row, enqueue }) => {
    await enqueue('estimate needs answer', { ticket: row.code, organisation: row.exporterId });
    return {};
  },
  'start the clock for the answer': async (system, { row, context }) => {
    await startAnswerClock(system, 'ticket', row, context);
    return {};
  },
  'stop the clock': async (system, { row, context }) => {
    await stopClocks(system, row.id, context.now);
    return {};
  },
  'note the answer': during('ticket', ['approve', 'decline'], (system, stepContext) => {
    const { input } = stepContext;
    return answer(system, stepContext, 'decision' in input ? input.decision : 'E1', input.note);
  }),
  'note that time ran out': (system, stepContext) => answer(system, stepContext, 'E8', undefined),
  'note the outcome': during('ticket', ['finish', 'giveBack'], (_system, { input }) => ({
    outcome: input.outcome,
    workDone: input.workDone,
  })),
  'note that no fault was found': during('ticket', ['noFault'], (_system, { input }) => ({
    outcome: 'K02',
    workDone: input.workDone,
  })),
  // From a vendor it comes back by the dock, where somebody scans it; from our bench it goes straight to the check.
  'tell its item': async (_system, { row, trigger }) => {
    if (!row.vendorId) await trigger('item', row.itemId, 'finishWork', {});
    return {};
  },
  'tell the exporter': tellExporter,
  'tell whoever repairs': async (_system, { row, toState, enqueue }) => {
    if (row.vendorId)
      await enqueue('ticket moved on', { ticket: row.code, organisation: row.vendorId, state: toState });
    return {};
  },
  'count another cycle': (_system, { row }) => ({ cycle: row.cycle + 1, outcome: null }),
};
