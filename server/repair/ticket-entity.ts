import { eq } from 'drizzle-orm';
import { codeMeaning } from '../../db/queries/items.ts';
import { estimatesOf, openLineOf, ticketByCode } from '../../db/queries/repair.ts';
import { organisations } from '../../db/schema/master-data.ts';
import { type estimates, tickets } from '../../db/schema/repair.ts';
import type { Scoped } from '../../db/scope.ts';
import { happenedTo, writeJournal } from '../entities/journal.ts';
import { notFound } from '../http/problem.ts';
import { nouns } from '../words/problems.ts';
import type { Entity } from '../workflow/engine.ts';
import { type TicketEffect, ticketWorkflow } from '../workflow/ticket.ts';
import { answerMeant, type TicketFacts, WITHIN_LIMIT } from '../workflow/ticket-guards.ts';
import type { AnyField } from '../workflow/workflows.ts';
import { ticketEffects } from './effects.ts';

export type Ticket = typeof tickets.$inferSelect;

async function get(db: Scoped, code: string): Promise<Ticket> {
  const [ticket] = await db.ask(ticketByCode, { code });
  if (!ticket) throw notFound(nouns.ticket, code);
  return ticket;
}

/**
 * A quote that costs no more than its exporter agreed to in advance needs no answer: all such quotes of a repair
 * together, and none any more once somebody answered for the exporter, or did not answer in time.
 */
async function withinLimit(
  system: Scoped,
  ticket: Ticket,
  { labour, parts }: AnyField<'ticket'>,
): Promise<boolean | null> {
  if (labour === undefined || parts === undefined) return null;
  const [exporter] = await system.find(organisations, eq(organisations.id, ticket.exporterId), 1);
  if (exporter?.autoApproveMinor == null) return false;
  const decided = (await system.ask(estimatesOf, { ticketId: ticket.id })).filter(
    ({ decision }) => decision !== null && answerMeant(decision) !== 'withdrawn',
  );
  if (decided.some(({ decision }) => decision !== WITHIN_LIMIT)) return false;
  const agreed = decided.reduce((sum, { labourMinor, partsMinor }) => sum + labourMinor + partsMinor, 0);
  return agreed + labour + parts <= exporter.autoApproveMinor;
}

type Named = NonNullable<AnyField<'ticket'>['estimate']>;
const isThisOne = (newest: typeof estimates.$inferSelect | undefined, named: Named): boolean =>
  newest !== undefined &&
  newest.version === named.version &&
  newest.labourMinor + newest.partsMinor === named.totalMinor &&
  newest.currency === named.currency;

async function ticketFacts(
  system: Scoped,
  ticket: Ticket,
  { input }: { input: AnyField<'ticket'> },
): Promise<TicketFacts> {
  const [newest] = await system.ask(estimatesOf, { ticketId: ticket.id });
  const [away] = ticket.vendorId ? await system.ask(openLineOf, { itemId: ticket.itemId }) : [];
  const asked = input.outcome;
  const [known] = asked ? await system.ask(codeMeaning, { list: 'outcome', code: asked }) : [];
  if (asked && !known) throw notFound(nouns.code, asked);
  return {
    diagnosed: ticket.diagnosis !== null,
    withinLimit: await withinLimit(system, ticket, input),
    arrived: ticket.vendorId === null || away?.state === 'handedOver',
    outcomeMeans: known?.meaning ?? null,
    newestNamed: input.estimate ? isThisOne(newest, input.estimate) : null,
    agreed: answerMeant(newest?.decision ?? null) === 'agreed',
  };
}

export const ticketEntity: Entity<Ticket, TicketFacts, TicketEffect> = {
  flow: ticketWorkflow,
  get,
  byId: async (db, id) => {
    const ticket = await db.first(tickets, eq(tickets.id, id));
    if (!ticket) throw notFound(nouns.ticket, id);
    return ticket;
  },
  facts: ticketFacts,
  where: async () => null,
  version: happenedTo,
  effects: ticketEffects,
  write: async (system, stepContext, change) => {
    const { row, toState, context } = stepContext;
    const moved = toState === row.state ? {} : { state: toState, stateSince: context.now };
    const closed = ticketWorkflow.states[toState as keyof typeof ticketWorkflow.states] as { type?: 'final' };
    const set = { ...change, ...moved, ...(closed.type ? { closedAt: context.now } : {}) };
    if (Object.keys(set).length) await system.change(tickets, row, set);
    await writeJournal(system, 'ticket', row, stepContext);
    return { ...row, ...set };
  },
};
