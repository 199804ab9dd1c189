import { z } from 'zod';
import { countTickets, ticketList, ticketSorts, ticketsFound } from '../../db/queries/ticket-list.ts';
import type { Scoped } from '../../db/scope.ts';
import type { Actor } from '../access/permissions.ts';
import { oneOrMore, searched, sorting } from '../http/list-input.ts';
import { State, Time, Words } from '../http/shapes.ts';
import { stateOf } from '../items/view.ts';
import { ticketWorkflow } from '../workflow/ticket.ts';

export const TicketFilter = z.object({
  state: oneOrMore,
  /** Codes of vendors; `bench` is our own. */
  vendor: oneOrMore,
  overdue: z.enum(['yes']).optional(),
  open: z.enum(['yes']).optional(),
});

export const TicketRow = z.object({
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

type Asked = z.output<typeof TicketFilter> & {
  search?: string | undefined;
  sort?: string | undefined;
  page: number;
  size: number;
};

export async function findTickets(
  db: Scoped,
  actor: Actor,
  { page, size, sort, ...filter }: Asked,
  now: Date,
) {
  const wanted = await searched(db, ticketsFound, {
    ...filter,
    ...sorting(ticketSorts, sort, 'promisedAt'),
    now,
  });
  const found = await db.list(ticketList, { ...wanted, limit: size, offset: (page - 1) * size });
  const [counted] = await db.list(countTickets, wanted);
  const rows = found.map((row) => ({
    ...row,
    state: stateOf(ticketWorkflow, row.state),
    stateSince: row.stateSince.toISOString(),
    openedAt: row.openedAt.toISOString(),
    promisedAt: row.promisedAt.toISOString(),
    overdue: row.closedAt === null && row.promisedAt < now,
    item: row.itemCode,
    name: { zh: row.nameZh ?? '', en: row.nameEn ?? '' },
    // A vendor is not told whose goods these are.
    exporter: actor.viewer.as === 'vendor' ? null : { zh: row.exporterZh, en: row.exporterEn },
    vendor: row.vendorZh === null ? null : { zh: row.vendorZh, en: row.vendorEn ?? row.vendorZh },
  }));
  return { rows, total: counted?.n ?? 0, page, size };
}
