import type { Database } from '../db/open.ts';
import { eventsAfter, itemsAfter } from '../db/queries/verify.ts';
import type { Scoped } from '../db/scope.ts';
import { hashOf } from './items/write.ts';
import { itemWorkflow } from './workflow/item.ts';

type Found = Awaited<ReturnType<typeof itemsOf>>[number];
const itemsOf = (db: Scoped, id: string) => db.ask(itemsAfter, { id });
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
 * Walks every item's history and holds the item against it: the chain unbroken, the state where the chain left it,
 * nothing sold or shipped without inspection, nothing in two shipments, nobody's thing in two places.
 * @returns one sentence for each fault; none when the books balance
 */
export async function verify(database: Database, told: (done: number) => void = () => {}): Promise<string[]> {
  const db = database.as({ as: 'house', id: 'house' });
  const faults: string[] = [];
  let done = 0;
  for (let last = ''; ; ) {
    const page = await itemsOf(db, last);
    for (const item of page) faults.push(...(await faultsOf(db, item)));
    done += page.length;
    told(done);
    const end = page.at(-1);
    if (!end) return faults;
    last = end.id;
  }
}

async function faultsOf(db: Scoped, item: Found): Promise<string[]> {
  const events = await db.ask(eventsAfter, { itemId: item.id });
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
  if (item.lastHash !== previous) fault('its row does not carry the end of its chain');
  if (item.state !== state) fault(`stands in ${item.state}; its history ends in ${state}`);
  if (!(item.state in itemWorkflow.states)) fault(`stands in ${item.state}, which no workflow knows`);
  if (item.quantity < 1) fault(`has quantity ${item.quantity}`);
  if (item.serial && item.quantity !== 1) fault('has a serial and is not one article');
  if (inHouse.has(item.state) && item.custody !== 'hub')
    fault(`is in the house, but in the hands of ${item.custody}`);
  if (item.promises > 1) fault(`is promised to ${item.promises} shipments`);
  if (['picked', 'packed', 'shipped'].includes(item.state) && item.promises !== 1)
    fault('is leaving without a promise');
  if (item.openTickets > 1) fault(`has ${item.openTickets} open tickets`);
  return faults;
}
