import { z } from 'zod';
import { filesOfTicket, journalOf } from '../../db/queries/journal.ts';
import { estimatesOf, ticketInWords } from '../../db/queries/repair.ts';
import type { Scoped } from '../../db/scope.ts';
import type { Actor } from '../access/permissions.ts';
import { OpenStep } from '../entities/step-shapes.ts';
import { notFound } from '../http/problem.ts';
import { State, Time, version, Words } from '../http/shapes.ts';
import { answerBy, stateOf } from '../items/view.ts';
import { nouns } from '../words/problems.ts';
import { openStepsOf } from '../workflow/open-steps.ts';
import { ticketWorkflow } from '../workflow/ticket.ts';
import { answerMeant } from '../workflow/ticket-guards.ts';
import { type Ticket, ticketEntity } from './ticket-entity.ts';

const Party = z.object({ code: z.string(), nameZh: z.string(), nameEn: z.string() });
const Estimate = z.object({
  version: z.number(),
  labourMinor: z.number(),
  partsMinor: z.number(),
  totalMinor: z.number(),
  currency: z.string(),
  note: z.string().nullable(),
  quotedAt: Time,
  decision: z.string().nullable(),
  /** What the decision comes to; null before there is one. */
  answer: z.enum(['agreed', 'refused', 'withdrawn']).nullable(),
  decidedAt: Time.nullable(),
  decisionNote: z.string().nullable(),
});
export const TicketView = z.object({
  code: z.string(),
  state: State,
  stateSince: Time,
  version,
  item: z.object({
    code: z.string(),
    sku: z.string().nullable(),
    name: Words,
    serial: z.string().nullable(),
    grade: z.string().nullable(),
    hazard: z.boolean(),
  }),
  exporter: Party.nullable(),
  vendor: Party.nullable(),
  fault: z.string(),
  diagnosis: z.string().nullable(),
  outcome: z.string().nullable(),
  workDone: z.string().nullable(),
  cycle: z.number(),
  openedAt: Time,
  promisedAt: Time,
  closedAt: Time.nullable(),
  /** Until when its exporter may answer the estimate; then it counts as declined. */
  answerBy: Time.nullable(),
  overdue: z.boolean(),
  estimates: z.array(Estimate),
  photos: z.array(z.object({ id: z.string(), at: Time })),
  journal: z.array(z.object({ step: z.string(), button: Words, to: Words, at: Time })),
  openSteps: z.array(OpenStep),
});

/** A ticket as its technician, its vendor or its exporter sees it. A vendor is not told whose goods these are. */
export async function presentTicket(
  db: Scoped,
  actor: Actor,
  { id, code }: Ticket,
  now: Date,
): Promise<z.input<typeof TicketView>> {
  const [found] = await db.ask(ticketInWords, { id });
  if (!found) throw notFound(nouns.ticket, code);
  const { ticket, item, sku, exporter, vendor } = found;
  const quotes = await db.ask(estimatesOf, { ticketId: id });
  const photos = await db.ask(filesOfTicket, { ticketId: id });
  const happened = await db.ask(journalOf, { subjectId: id });
  return {
    ...ticket,
    state: stateOf(ticketWorkflow, ticket.state),
    stateSince: ticket.stateSince.toISOString(),
    item: { ...item, sku: sku?.code ?? null, name: { zh: sku?.nameZh ?? '', en: sku?.nameEn ?? '' } },
    exporter: actor.viewer.as === 'vendor' ? null : exporter,
    vendor,
    openedAt: ticket.openedAt.toISOString(),
    promisedAt: ticket.promisedAt.toISOString(),
    closedAt: ticket.closedAt?.toISOString() ?? null,
    answerBy: await answerBy(db, ticket.id),
    overdue: ticket.closedAt === null && ticket.promisedAt < now,
    estimates: quotes.map((quote) => ({
      ...quote,
      totalMinor: quote.labourMinor + quote.partsMinor,
      answer: answerMeant(quote.decision),
      quotedAt: quote.quotedAt.toISOString(),
      decidedAt: quote.decidedAt?.toISOString() ?? null,
    })),
    photos: photos.map((photo) => ({ id: photo.id, at: photo.at.toISOString() })),
    journal: happened.map(({ step, toState, at }) => ({
      step,
      button: (ticketWorkflow.steps as Readonly<Record<string, { button: z.infer<typeof Words> }>>)[step]
        ?.button ?? {
        zh: step,
        en: step,
      },
      to: stateOf(ticketWorkflow, toState),
      at: at.toISOString(),
    })),
    ...(await openStepsOf(db, ticketEntity, { row: ticket, actor, now })),
  };
}
