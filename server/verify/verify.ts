import type { Database } from '../../db/open.ts';
import { eventsAfter, itemsAfter, ticketsAfter } from '../../db/queries/verify.ts';
import type { Scoped } from '../../db/scope.ts';
import { systemViewer } from '../../db/seen-by.ts';
import { hashOf } from '../items/write.ts';
import { isOnItsWayOut, itemWorkflow } from '../workflow/item.ts';
import { shipmentWorkflow } from '../workflow/shipment.ts';
import { ticketWorkflow } from '../workflow/ticket.ts';
import { factsOf, knows, statesWhere } from '../workflow/workflow.ts';
import { acrossFaults } from './across.ts';
import { pages } from './pages.ts';

type Found = Awaited<ReturnType<typeof itemsOf>>[number];
const itemsOf = (db: Scoped, id: string) => db.list(itemsAfter, { id, running });
const eventsOf = (db: Scoped, itemId: string) => db.ask(eventsAfter, { itemId });
const running = statesWhere(shipmentWorkflow, ({ type }) => type !== 'final');

/**
 * Walks every item's history and holds the item against it: the chain unbroken, all that the item says of itself as the
 * chain left it, nothing sold or shipped without inspection, nothing in two shipments, nobody's thing in two places; and
 * every ticket, for its clocks; then things against each other.
 * @returns one sentence for each fault; none when the books balance
 */
export async function verify(database: Database, told: (done: number) => void = () => {}): Promise<string[]> {
  const db = database.as(systemViewer);
  const faults: string[] = [];
  let done = 0;
  for await (const page of pages(
    (id) => itemsOf(db, id),
    ({ item }) => item.id,
  )) {
    for (const found of page) faults.push(...(await faultsOf(db, found)));
    done += page.length;
    told(done);
  }
  for await (const page of pages(
    (id) => db.ask(ticketsAfter, { id }),
    ({ id }) => id,
  ))
    for (const { code, state, clocks } of page)
      faults.push(...clockFaults(ticketWorkflow, state, clocks).map((text) => `${code}: ${text}`));
  return [...faults, ...(await acrossFaults(db))];
}

/** A state whose time may be up waits by one clock, and no other by any. */
const clockFaults = (flow: Parameters<typeof knows>[0], state: string, clocks: number): string[] =>
  clocks === (knows(flow, state, 'expire') ? 1 : 0)
    ? []
    : [`stands in ${state}, and ${clocks} clocks run on it`];

async function faultsOf(
  db: Scoped,
  { item, promises, openTickets, pairs, clocks }: Found,
): Promise<string[]> {
  const events = await eventsOf(db, item.id);
  const { faults: broken, lastHash, state } = chainOf(item, events);
  const wrong: readonly (readonly [boolean, string])[] = [
    [item.lastHash !== lastHash, 'its row does not carry the end of its chain'],
    [item.state !== state, `stands in ${item.state}; its history ends in ${state}`],
    [!(item.state in itemWorkflow.states), `stands in ${item.state}, which no workflow knows`],
    [item.quantity < 1, `has quantity ${item.quantity}`],
    [item.serial ? item.quantity !== 1 : false, 'has a serial and is not one article'],
    [
      factsOf(itemWorkflow, item.state).inOurHands === true && item.custody !== 'hub',
      `is in the house, but in the hands of ${item.custody}`,
    ],
    [promises > 1, `is promised to ${promises} shipments`],
    [isOnItsWayOut(factsOf(itemWorkflow, item.state)) && promises !== 1, 'is leaving without a promise'],
    [pairs !== 1, `is replaced by ${item.replacedBy}, and ${pairs} promises say so`],
    [openTickets > 1, `has ${openTickets} open tickets`],
  ];
  const late = clockFaults(itemWorkflow, item.state, clocks);
  const faults = [
    ...broken,
    ...untold(item, events),
    ...late,
    ...wrong.flatMap(([is, text]) => (is ? [text] : [])),
  ];
  return faults.map((text) => `${item.code}: ${text}`);
}

type Events = Awaited<ReturnType<typeof eventsOf>>;

/** Each event carries the hash of the one before and begins in the state in which that one ended. */
function chainOf(item: Found['item'], events: Events) {
  const faults: string[] = [];
  let lastHash = '';
  let state = events[0]?.fromState ?? item.state;
  for (const [i, event] of events.entries()) {
    if (event.seq !== i + 1) faults.push(`event ${i + 1} is missing`);
    if (event.previousHash !== lastHash) faults.push(`event ${event.seq} does not follow on the one before`);
    if (hashOf(event) !== event.hash) faults.push(`event ${event.seq} was changed after it was written`);
    if (event.fromState !== state)
      faults.push(`event ${event.seq} begins in ${event.fromState}, not in ${state}`);
    lastHash = event.hash;
    state = event.toState;
  }
  if (item.events !== events.length) faults.push(`has ${events.length} events and counts ${item.events}`);
  return { faults, lastHash, state };
}

/** An event says what it changed, from what to what: so nothing changes that no event tells. */
function untold(item: Found['item'], events: Events): string[] {
  const told = new Map<string, string>();
  const faults: string[] = [];
  for (const { seq, changed } of events)
    for (const [name, [before, after]] of Object.entries(changed)) {
      const known = told.get(name) ?? plain(before);
      if (plain(before) !== known)
        faults.push(`event ${seq} finds ${name} at ${plain(before)}, not at ${known}`);
      told.set(name, plain(after));
    }
  told.delete('state'); // asked above, in words of its own
  for (const [name, known] of told) {
    const now = plain(item[name as keyof typeof item]);
    if (now !== known) faults.push(`has ${name} ${now}; its history says ${known}`);
  }
  return faults;
}
const plain = (value: unknown) => (value instanceof Date ? value.toISOString() : String(value));
