import type { Database } from '../../db/open.ts';
import { eventsAfter, itemsAfter } from '../../db/queries/verify.ts';
import type { Scoped } from '../../db/scope.ts';
import { systemViewer } from '../../db/seen-by.ts';
import { hashOf } from '../items/write.ts';
import { itemWorkflow } from '../workflow/item.ts';

type Found = Awaited<ReturnType<typeof itemsOf>>[number];
const itemsOf = (db: Scoped, id: string) => db.ask(itemsAfter, { id });
const eventsOf = (db: Scoped, itemId: string) => db.ask(eventsAfter, { itemId });
const inHouse = new Set([
  'received',
  'inspected',
  'awaitingInstruction',
  'sorted',
  'stored',
  'inRepair',
  'toCheck',
  'picked',
  'packed',
]);

/**
 * Walks every item's history and holds the item against it: the chain unbroken, all that the item says of itself as the
 * chain left it, nothing sold or shipped without inspection, nothing in two shipments, nobody's thing in two places.
 * @returns one sentence for each fault; none when the books balance
 */
export async function verify(database: Database, told: (done: number) => void = () => {}): Promise<string[]> {
  const db = database.as(systemViewer);
  const faults: string[] = [];
  let done = 0;
  for (let last = ''; ; ) {
    const page = await itemsOf(db, last);
    for (const found of page) faults.push(...(await faultsOf(db, found)));
    done += page.length;
    told(done);
    const end = page.at(-1);
    if (!end) return faults;
    last = end.item.id;
  }
}

async function faultsOf(db: Scoped, { item, promises, openTickets }: Found): Promise<string[]> {
  const events = await eventsOf(db, item.id);
  const faults: string[] = [];
  const fault = (text: string) => faults.push(`${item.code}: ${text}`);
  let previous = '';
  let state = events[0]?.fromState ?? item.state;
  for (const [i, event] of events.entries()) {
    if (event.seq !== i + 1) fault(`event ${i + 1} is missing`);
    if (event.previousHash !== previous) fault(`event ${event.seq} does not follow on the one before`);
    if (hashOf(event) !== event.hash) fault(`event ${event.seq} was changed after it was written`);
    if (event.fromState !== state) fault(`event ${event.seq} begins in ${event.fromState}, not in ${state}`);
    previous = event.hash;
    state = event.toState;
  }
  if (item.events !== events.length) fault(`has ${events.length} events and counts ${item.events}`);
  for (const text of untold(item, events)) fault(text);
  if (item.lastHash !== previous) fault('its row does not carry the end of its chain');
  if (item.state !== state) fault(`stands in ${item.state}; its history ends in ${state}`);
  if (!(item.state in itemWorkflow.states)) fault(`stands in ${item.state}, which no workflow knows`);
  if (item.quantity < 1) fault(`has quantity ${item.quantity}`);
  if (item.serial && item.quantity !== 1) fault('has a serial and is not one article');
  if (inHouse.has(item.state) && item.custody !== 'hub')
    fault(`is in the house, but in the hands of ${item.custody}`);
  if (promises > 1) fault(`is promised to ${promises} shipments`);
  if (['picked', 'packed', 'shipped'].includes(item.state) && promises !== 1)
    fault('is leaving without a promise');
  if (openTickets > 1) fault(`has ${openTickets} open tickets`);
  return faults;
}

/** An event says what it changed, from what to what: so nothing changes that no event tells. */
function untold(item: Found['item'], events: Awaited<ReturnType<typeof eventsOf>>): string[] {
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
