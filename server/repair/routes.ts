import { z } from 'zod';
import { answeredOnce } from '../answered-once.ts';
import { oneOrMore } from '../listing.ts';
import { route } from '../route.ts';
import { code, list, paged } from '../shapes.ts';
import { stepAsk } from '../step-ask.ts';
import { consignmentWorkflow } from '../workflow/consignment.ts';
import { engine } from '../workflow/house.ts';
import { ticketWorkflow } from '../workflow/ticket.ts';
import { type Consignment, consignmentNoun } from './consignment-noun.ts';
import { ConsignmentRow, ConsignmentView, findConsignments, presentConsignment } from './consignments.ts';
import { findTickets, TicketFilter, TicketRow } from './list.ts';
import { type Ticket, ticketNoun } from './ticket-noun.ts';
import { presentTicket, TicketView } from './view.ts';

export const repairRoutes = [
  route('GET /api/v1/tickets', {
    summary: 'Repair tickets: filtered, sorted, a page at a time.',
    needs: 'tickets.read',
    input: z.strictObject({ ...TicketFilter.shape, ...paged }),
    reply: list(TicketRow),
    handle: ({ db, actor, input, moment }) => findTickets(db, actor, input, moment.now),
  }),
  route('GET /api/v1/tickets/:code', {
    summary: 'One ticket with its estimates, photos and what may be done with it.',
    needs: 'tickets.read',
    input: z.strictObject({ code }),
    reply: TicketView,
    handle: async ({ db, actor, input, moment }) =>
      presentTicket(db, actor, await ticketNoun.get(db, input.code), moment.now),
  }),
  route('POST /api/v1/tickets/:code/steps', {
    summary: 'Take in, diagnose, quote, answer, repair, finish or give back.',
    needs: 'tickets.read',
    input: stepAsk(ticketWorkflow),
    reply: TicketView,
    handle: ({ db, actor, input, moment }) =>
      db.atomically((tx) =>
        answeredOnce(tx, input.scanId, input, moment, async () => {
          const { code, scanId: _, step, ...given } = input;
          const ticket = await engine.take(tx, 'ticket', code, step, given, actor, moment);
          return presentTicket(tx, actor, ticket as Ticket, moment.now);
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
    handle: async ({ db, actor, input, moment }) =>
      presentConsignment(db, actor, await consignmentNoun.get(db, input.code), moment.now),
  }),
  route('POST /api/v1/consignments/:code/steps', {
    summary: 'Close a consignment, or hand it over to its vendor.',
    needs: 'consignments.read',
    input: stepAsk(consignmentWorkflow),
    reply: ConsignmentView,
    handle: ({ db, actor, input, moment }) =>
      db.atomically((tx) =>
        answeredOnce(tx, input.scanId, input, moment, async () => {
          const { code, scanId: _, step, ...given } = input;
          const consignment = await engine.take(tx, 'consignment', code, step, given, actor, moment);
          return presentConsignment(tx, actor, consignment as Consignment, moment.now);
        }),
      ),
  }),
];
