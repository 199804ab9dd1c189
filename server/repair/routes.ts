import { z } from 'zod';
import { stepRoute } from '../entities/step-route.ts';
import { oneOrMore } from '../http/list-input.ts';
import { route } from '../http/route.ts';
import { code, list, paged } from '../http/shapes.ts';
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
  stepRoute('/api/v1/tickets', {
    summary: 'Take in, diagnose, quote, answer, repair, finish or give back.',
    entity: 'ticket',
    workflow: ticketWorkflow,
    needs: 'tickets.read',
    reply: TicketView,
    present: presentTicket,
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
  stepRoute('/api/v1/consignments', {
    summary: 'Close a consignment, or hand it over to its vendor.',
    entity: 'consignment',
    workflow: consignmentWorkflow,
    needs: 'consignments.read',
    reply: ConsignmentView,
    present: presentConsignment,
  }),
];
