import { z } from 'zod';
import { onceUnder } from '../http/idempotency.ts';
import { oneOrMore } from '../http/list-input.ts';
import { route } from '../http/route.ts';
import { code, list, paged } from '../http/shapes.ts';
import { stepAsk } from '../http/step-input.ts';
import { consignmentWorkflow } from '../workflow/consignment.ts';
import { ticketWorkflow } from '../workflow/ticket.ts';
import { consignmentEntity } from './consignment-entity.ts';
import { ConsignmentRow, ConsignmentView, findConsignments, presentConsignment } from './consignments.ts';
import { findTickets, TicketFilter, TicketRow } from './list.ts';
import { ticketEntity } from './ticket-entity.ts';
import { presentTicket, TicketView } from './view.ts';

export const repairRoutes = [
  route('GET /api/v1/tickets', {
    summary: 'Repair tickets: filtered, sorted, a page at a time.',
    needs: 'tickets.read',
    input: z.strictObject({ ...TicketFilter.shape, ...paged }),
    reply: list(TicketRow),
    handle: ({ db, actor, input, context }) => findTickets(db, actor, input, context.now),
  }),
  route('GET /api/v1/tickets/:code', {
    summary: 'One ticket with its estimates, photos and what may be done with it.',
    needs: 'tickets.read',
    input: z.strictObject({ code }),
    reply: TicketView,
    handle: async ({ db, actor, input, context }) =>
      presentTicket(db, actor, await ticketEntity.get(db, input.code), context.now),
  }),
  route('POST /api/v1/tickets/:code/steps', {
    summary: 'Take in, diagnose, quote, answer, repair, finish or give back.',
    needs: 'tickets.read',
    input: stepAsk(ticketWorkflow),
    reply: TicketView,
    handle: ({ db, actor, input, context, deps: { engine } }) =>
      db.atomically((tx) =>
        onceUnder(tx, input.scanId, input, context, async () => {
          const { code, scanId: _, step, ...given } = input;
          const ticket = await engine.take(tx, 'ticket', code, step, given, actor, context);
          return presentTicket(tx, actor, ticket, context.now);
        }),
      ),
  }),
  route('GET /api/v1/consignments', {
    summary: 'What goes to vendors together.',
    needs: 'consignments.read',
    input: z.strictObject({ state: oneOrMore, page: paged.page, size: paged.size }),
    reply: list(ConsignmentRow),
    handle: ({ db, input }) => findConsignments(db, input),
  }),
  route('GET /api/v1/consignments/:code', {
    summary: 'One consignment with its lines.',
    needs: 'consignments.read',
    input: z.strictObject({ code }),
    reply: ConsignmentView,
    handle: async ({ db, actor, input, context }) =>
      presentConsignment(db, actor, await consignmentEntity.get(db, input.code), context.now),
  }),
  route('POST /api/v1/consignments/:code/steps', {
    summary: 'Close a consignment, or hand it over to its vendor.',
    needs: 'consignments.read',
    input: stepAsk(consignmentWorkflow),
    reply: ConsignmentView,
    handle: ({ db, actor, input, context, deps: { engine } }) =>
      db.atomically((tx) =>
        onceUnder(tx, input.scanId, input, context, async () => {
          const { code, scanId: _, step, ...given } = input;
          const consignment = await engine.take(tx, 'consignment', code, step, given, actor, context);
          return presentConsignment(tx, actor, consignment, context.now);
        }),
      ),
  }),
];
