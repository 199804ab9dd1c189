import { z } from 'zod';
import { stepRoute } from '../entities/step-route.ts';
import { listRoute } from '../http/list-route.ts';
import { route } from '../http/route.ts';
import { code } from '../http/shapes.ts';
import { sheetRoutes } from '../http/sheet-routes.ts';
import { sheets } from '../words/columns.ts';
import { consignmentWorkflow } from '../workflow/consignment.ts';
import { ticketWorkflow } from '../workflow/ticket.ts';
import { consignmentEntity } from './consignment-entity.ts';
import { ConsignmentView, listOfConsignments, presentConsignment } from './consignments.ts';
import { listOfTickets, ticketCells } from './list.ts';
import { ticketEntity } from './ticket-entity.ts';
import { presentTicket, TicketView } from './view.ts';

export const repairRoutes = [
  listRoute('GET /api/v1/tickets', listOfTickets, {
    summary: 'Repair tickets: filtered, sorted, a page at a time.',
    needs: 'tickets.read',
  }),
  ...sheetRoutes('tickets', listOfTickets, {
    needs: 'tickets.read',
    sheet: sheets.tickets,
    cells: ticketCells,
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
  listRoute('GET /api/v1/consignments', listOfConsignments, {
    summary: 'What goes to vendors together.',
    needs: 'consignments.read',
  }),
  ...sheetRoutes('consignments', listOfConsignments, {
    needs: 'consignments.read',
    sheet: sheets.consignments,
    cells: (row) => row,
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
    inPieces: true,
    workflow: consignmentWorkflow,
    needs: 'consignments.read',
    reply: ConsignmentView,
    present: presentConsignment,
  }),
];
