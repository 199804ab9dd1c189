import { z } from 'zod';
import { countTickets, ticketList, ticketSorts, ticketsFound } from '../../db/queries/ticket-list.ts';
import { oneOrMore } from '../http/list-input.ts';
import { listOf, searchAndSort } from '../http/list-route.ts';
import { Side, State, Time, Words } from '../http/shapes.ts';
import { stateOf } from '../items/view.ts';
import { cellWords } from '../words/columns.ts';
import { ticketWorkflow } from '../workflow/ticket.ts';
import { statesAsked } from '../workflow/workflow.ts';

const TicketFilter = z.strictObject({
  state: oneOrMore,
  /** Codes of vendors; `bench` is our own. */
  vendor: oneOrMore,
  overdue: z.enum(['yes']).optional(),
  /** Whether somebody still has something to do with it; `no`: it has ended. */
  open: z.enum(['yes', 'no']).optional(),
  waitsFor: Side.optional(),
  ...searchAndSort,
});

const TicketRow = z.object({
  code: z.string(),
  state: State,
  stateSince: Time,
  fault: z.string(),
  cycle: z.number(),
  openedAt: Time,
  promisedAt: Time,
  overdue: z.boolean(),
  item: z.string(),
  serial: z.string().nullable(),
  sku: z.string().nullable(),
  name: Words,
  exporter: Words.nullable(),
  vendor: Words.nullable(),
});

export const listOfTickets = listOf({
  filters: TicketFilter,
  query: ticketList,
  count: countTickets,
  sorts: ticketSorts,
  sortedBy: 'promisedAt',
  found: ticketsFound,
  meaning: ({ state, waitsFor, open, ...rest }, now) => ({
    ...rest,
    state: statesAsked(
      ticketWorkflow,
      { state },
      waitsFor && ((one) => one.waitsFor === waitsFor),
      open === 'no' && ((one) => one.type === 'final'),
    ),
    open: open === 'yes' ? open : undefined,
    now,
  }),
  row: TicketRow,
  // A vendor is not told whose goods these are.
  seenOnlyBy: { exporter: ['staff', 'exporter'] },
  present: (found, { now }) =>
    found.map((row) => ({
      ...row,
      state: stateOf(ticketWorkflow, row.state),
      stateSince: row.stateSince.toISOString(),
      openedAt: row.openedAt.toISOString(),
      promisedAt: row.promisedAt.toISOString(),
      overdue: row.closedAt === null && row.promisedAt < now,
      item: row.itemCode,
      name: { zh: row.nameZh ?? '', en: row.nameEn ?? '' },
      exporter: { zh: row.exporterZh, en: row.exporterEn },
      vendor: row.vendorZh === null ? null : { zh: row.vendorZh, en: row.vendorEn ?? row.vendorZh },
    })),
});

/** A ticket as a spreadsheet has it. */
export const ticketCells = (ticket: z.input<typeof TicketRow>) => ({
  ...ticket,
  vendor: ticket.vendor ?? cellWords.ourBench,
});
