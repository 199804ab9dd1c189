import { eq } from 'drizzle-orm';
import { codeMeaning } from '../../db/queries/items.ts';
import { estimatesOf, openLineOf, ticketByCode } from '../../db/queries/repair.ts';
import { organisations } from '../../db/schema/house.ts';
import { tickets } from '../../db/schema/repair.ts';
import type { Scoped } from '../../db/scope.ts';
import { note } from '../journal.ts';
import { notFound } from '../problem.ts';
import { nouns } from '../words/problems.ts';
import type { Given, Noun } from '../workflow/engine.ts';
import { type TicketEffect, type TicketFacts, ticketWorkflow } from '../workflow/ticket.ts';
import { ticketEffects } from './effects.ts';

export type Ticket = typeof tickets.$inferSelect;

async function get(db: Scoped, code: string): Promise<Ticket> {
  const [ticket] = await db.ask(ticketByCode, { code });
  if (!ticket) throw notFound(nouns.ticket, code);
  return ticket;
}

/** A quote that costs no more than its exporter agreed to in advance needs no answer. */
async function withinLimit(house: Scoped, ticket: Ticket, { labour, parts }: Given): Promise<boolean | null> {
  if (typeof labour !== 'number' || typeof parts !== 'number') return null;
  const [exporter] = await house.find(organisations, eq(organisations.id, ticket.exporterId), 1);
  return exporter?.autoApproveMinor != null && labour + parts <= exporter.autoApproveMinor;
}

async function ticketFacts(house: Scoped, ticket: Ticket, { given }: { given: Given }): Promise<TicketFacts> {
  const [newest] = await house.ask(estimatesOf, { ticketId: ticket.id });
  const [away] = ticket.vendorId ? await house.ask(openLineOf, { itemId: ticket.itemId }) : [];
  const { outcome } = given;
  const asked = typeof outcome === 'string' ? outcome : null;
  const [known] = asked ? await house.ask(codeMeaning, { list: 'outcome', code: asked }) : [];
  if (asked && !known) throw notFound(nouns.code, asked);
  return {
    diagnosed: ticket.diagnosis !== null,
    withinLimit: await withinLimit(house, ticket, given),
    arrived: ticket.vendorId === null || away?.state === 'handedOver',
    outcomeMeans: known?.meaning ?? null,
    agreed: newest?.decision === 'E0' || newest?.decision === 'E1',
  };
}

export const ticketNoun: Noun<Ticket, TicketFacts, TicketEffect> = {
  flow: ticketWorkflow,
  get,
  byId: async (db, id) => {
    const ticket = await db.first(tickets, eq(tickets.id, id));
    if (!ticket) throw notFound(nouns.ticket, id);
    return ticket;
  },
  facts: ticketFacts,
  where: async () => null,
  effects: ticketEffects,
  write: async (house, order, change) => {
    const { row, toState, moment } = order;
    const moved = toState === row.state ? {} : { state: toState, stateSince: moment.now };
    const closed = ticketWorkflow.states[toState as keyof typeof ticketWorkflow.states] as { type?: 'final' };
    const set = { ...change, ...moved, ...(closed.type ? { closedAt: moment.now } : {}) };
    if (Object.keys(set).length) await house.change(tickets, row, set);
    await note(house, 'ticket', row, order);
    return { ...row, ...set };
  },
};
