import { and, inArray, isNull, lt } from 'drizzle-orm';
import { z } from 'zod';
import { itemsByState } from '../../db/queries/board.ts';
import { countItems } from '../../db/queries/item-list.ts';
import { holds } from '../../db/schema/items.ts';
import { tickets } from '../../db/schema/repair.ts';
import type { Scoped } from '../../db/scope.ts';
import type { Actor } from '../access/permissions.ts';
import { shanghaiDate } from '../customs/dates.ts';
import { inReadWorker, route } from '../http/route.ts';
import { State, Time, Words } from '../http/shapes.ts';
import { stateOf } from '../items/view.ts';
import { itemWorkflow } from '../workflow/item.ts';
import { ticketWorkflow } from '../workflow/ticket.ts';
import { isOverIn, type StateFacts, statesWhere } from '../workflow/workflow.ts';
import { PlaceTasks, placeTasks } from './places.ts';

const counted = { items: z.number(), pieces: z.number(), oldestSince: Time.nullable() };
const Board = z.object({
  states: z.array(z.object({ state: State, ...counted })),
  phases: z.array(Words.extend({ id: z.string(), ended: z.literal(true).optional(), ...counted })),
  overdueTickets: z.number(),
  /** Items in the house whose nearer customs clock runs out within 30 days. */
  windowsClosing: z.number(),
  openHolds: z.number(),
  estimatesWaiting: z.number(),
  places: PlaceTasks,
});

const states = Object.entries<StateFacts>(itemWorkflow.states);
const notEnded = states.filter(([, { type }]) => type !== 'final').map(([id]) => id);
const waiting = statesWhere(ticketWorkflow, ({ waitsFor }) => waitsFor === 'exporter');
interface Counted {
  readonly items: number;
  readonly pieces: number;
  readonly oldestSince: string | null;
}
const nothing: Counted = { items: 0, pieces: 0, oldestSince: null };
const none = { items: 0, pieces: 0, oldestSince: null as Date | null };
const together = (all: readonly Counted[]) =>
  all.reduce(
    (sum, one) => ({
      items: sum.items + one.items,
      pieces: sum.pieces + one.pieces,
      oldestSince: [sum.oldestSince, one.oldestSince].filter((at) => at !== null).sort()[0] ?? null,
    }),
    nothing,
  );

/** Where the goods of this warehouse stand, how long the oldest has waited, and what somebody should look at. */
async function board(db: Scoped, actor: Actor, now: Date): Promise<z.input<typeof Board>> {
  const found = await db.ask(itemsByState, {});
  const byState = states.map(([id]) => {
    const { items, pieces, oldestSince: at } = found.find((row) => row.state === id) ?? none;
    return { state: stateOf(itemWorkflow, id), items, pieces, oldestSince: at?.toISOString() ?? null };
  });
  const closing = { state: notEnded, window: 30, today: shanghaiDate(now) };
  const [windows] = await db.list(countItems, { ...closing, sort: 'stateSince', descending: false });
  return {
    states: byState,
    phases: Object.entries(itemWorkflow.phases).map(([id, words]) => ({
      id,
      ...words,
      ...(isOverIn(itemWorkflow, id) ? { ended: true as const } : {}),
      ...together(byState.filter(({ state }) => state.phase === id)),
    })),
    overdueTickets: await db.count(tickets, and(isNull(tickets.closedAt), lt(tickets.promisedAt, now))),
    windowsClosing: windows?.n ?? 0,
    openHolds: await db.count(holds, isNull(holds.liftedAt)),
    estimatesWaiting: await db.count(tickets, inArray(tickets.state, waiting)),
    places: await placeTasks(db, actor, now),
  };
}

export const boardRoutes = [
  route('GET /api/v1/board', {
    summary: 'Where the goods stand, how long the oldest has waited, and what is late.',
    needs: 'board.read',
    input: z.strictObject({}),
    reply: Board,
    ...inReadWorker(({ db, actor, context }) => board(db, actor, context.now)),
  }),
];
