import { estimatesOf, openLineOf } from '../../db/queries/repair.ts';
import { consignmentLines, estimates } from '../../db/schema/repair.ts';
import { deadlines } from '../../db/schema/work.ts';
import type { Writing } from '../../db/scope.ts';
import { stopClocks } from '../jobs/clocks.ts';
import type { Effect, Order } from '../workflow/engine.ts';
import type { TicketEffect } from '../workflow/ticket.ts';
import type { Ticket } from './ticket-noun.ts';

/** An exporter has 72 hours to answer an estimate; then it counts as declined (SLA defaults). */
const timeToAnswer = 72 * 3_600_000;
const textOf = (given: unknown) => (typeof given === 'string' ? given : null);

async function answer(house: Writing, { row, given, actor, moment }: Order<Ticket>, decision: string) {
  const [newest] = await house.ask(estimatesOf, { ticketId: row.id });
  if (newest)
    await house.change(estimates, newest, {
      decision,
      decidedBy: actor.id,
      decidedAt: moment.now,
      decisionNote: textOf(given.note),
    });
  return {};
}

const tellExporter: Effect<Ticket> = async (_house, { row, toState, later }) => {
  await later('ticket moved on', { ticket: row.code, organisation: row.exporterId, state: toState });
  return {};
};

export const ticketEffects: Readonly<Record<TicketEffect, Effect<Ticket>>> = {
  'note that it was taken in': async (house, { row, moment }) => {
    const [line] = row.vendorId ? await house.ask(openLineOf, { itemId: row.itemId }) : [];
    if (line) await house.change(consignmentLines, line, { takenInAt: moment.now });
    return {};
  },
  'note the diagnosis': (_house, { given }) => ({ diagnosis: textOf(given.diagnosis) }),
  'note the estimate': async (house, { row, given, actor, moment }) => {
    const [before] = await house.ask(estimatesOf, { ticketId: row.id });
    // A new offer takes the old one back, if nobody answered it yet.
    if (before && !before.decision)
      await house.change(estimates, before, { decision: 'E9', decidedBy: actor.id, decidedAt: moment.now });
    const { id: ticketId, warehouseId, exporterId, vendorId } = row;
    await house.add(estimates, {
      id: moment.newId(),
      ...{ ticketId, warehouseId, exporterId, vendorId },
      version: (before?.version ?? 0) + 1,
      labourMinor: Number(given.labour),
      partsMinor: Number(given.parts),
      currency: 'CNY',
      note: textOf(given.note),
      quotedBy: actor.id,
      quotedAt: moment.now,
    });
    return {};
  },
  'approve it within the limit': (house, order) => answer(house, order, 'E0'),
  'ask the exporter': async (_house, { row, later }) => {
    await later('estimate needs answer', { ticket: row.code, organisation: row.exporterId });
    return {};
  },
  'start the clock for the answer': async (house, { row, moment }) => {
    await stopClocks(house, row.id, moment.now);
    await house.add(deadlines, {
      id: moment.newId(),
      noun: 'ticket',
      subjectId: row.id,
      code: row.code,
      step: 'expire',
      dueAt: new Date(moment.now.getTime() + timeToAnswer),
    });
    return {};
  },
  'stop the clock': async (house, { row, moment }) => {
    await stopClocks(house, row.id, moment.now);
    return {};
  },
  'note the answer': (house, order) => answer(house, order, textOf(order.given.decision) ?? 'E1'),
  'note that time ran out': (house, order) => answer(house, order, 'E8'),
  'note the outcome': (_house, { given }) => ({
    outcome: textOf(given.outcome),
    workDone: textOf(given.workDone),
  }),
  'note that no fault was found': (_house, { given }) => ({
    outcome: 'K02',
    workDone: textOf(given.workDone),
  }),
  // From a vendor it comes back by the dock, where somebody scans it; from our bench it goes straight to the check.
  'tell its item': async (_house, { row, also }) => {
    if (!row.vendorId) await also('item', row.itemId, 'finishWork');
    return {};
  },
  'tell the exporter': tellExporter,
  'tell whoever repairs': async (_house, { row, toState, later }) => {
    if (row.vendorId)
      await later('ticket moved on', { ticket: row.code, organisation: row.vendorId, state: toState });
    return {};
  },
  'count another cycle': (_house, { row }) => ({ cycle: row.cycle + 1, outcome: null }),
};
