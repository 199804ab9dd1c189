import { hash } from 'node:crypto';
import { itemEvents, items } from '../../db/schema/items.ts';
import type { Writing } from '../../db/scope.ts';
import type { StepContext } from '../workflow/effects.ts';
import { unsigned } from '../workflow/four-eyes.ts';
import type { Item } from './facts.ts';

type ItemEvent = typeof itemEvents.$inferInsert;
type Happening = Pick<ItemEvent, 'step' | 'toState' | 'given' | 'byWhom' | 'device' | 'at'>;

/** Writes what a step made of an item, first its row and then its event: the end of its chain is on the row. */
export async function writeItem(
  system: Writing,
  stepContext: StepContext<Item>,
  change: Partial<Item>,
): Promise<Item> {
  const { row, step, toState, input, actor, context } = stepContext;
  const moved = toState === row.state ? {} : { state: toState, stateSince: context.now };
  const next = withSignature(row, { ...change, ...moved });
  const who = { byWhom: actor.id, ...(actor.device ? { device: actor.device } : {}) };
  const what = { step, toState, given: { ...input }, ...who, at: context.now };
  const event = chained(row, what, difference(row, next));
  const set = { ...next, events: event.seq, lastHash: event.hash };
  await system.change(items, row, set);
  await system.add(itemEvents, event);
  return { ...row, ...set };
}

/** A first signature was given for the thing as it stood: it lapses with its count, its place or any other fact. */
function withSignature(row: Item, next: Partial<Item>): Partial<Item> {
  if (!row.signedBy || next.signedBy) return next;
  const stands = Object.keys(difference(row, next)).every((name) => name in unsigned);
  return stands ? next : { ...next, ...unsigned };
}

/** A new item with its first event. */
export async function addItem(system: Writing, item: Item, what: Happening): Promise<Item> {
  const event = chained({ ...item, events: 0, lastHash: '' }, what, {});
  const row = { ...item, events: 1, lastHash: event.hash };
  await system.add(items, row);
  await system.add(itemEvents, event);
  return row;
}

/** Many new items, each with its first event: an import writes thousands at once. */
export async function addItems(system: Writing, rows: readonly Item[], what: Happening): Promise<void> {
  const events = rows.map((row) => chained({ ...row, events: 0, lastHash: '' }, what, {}));
  await system.addMany(
    items,
    rows.map((row, i) => ({ ...row, events: 1, lastHash: events[i]?.hash ?? '' })),
  );
  await system.addMany(itemEvents, events);
}

const notOfInterest = new Set(['stateSince', 'events', 'lastHash']);

function difference(row: Item, change: Partial<Item>): Record<string, readonly [unknown, unknown]> {
  const before = row as Readonly<Record<string, unknown>>;
  const fields = Object.entries(change).filter(
    ([name, value]) => !notOfInterest.has(name) && String(before[name]) !== String(value),
  );
  return Object.fromEntries(fields.map(([name, value]) => [name, [before[name] ?? null, value ?? null]]));
}

function chained(item: Item, what: Happening, changed: ItemEvent['changed']): ItemEvent & { hash: string } {
  const { id: itemId, warehouseId, exporterId, state: fromState, lastHash: previousHash } = item;
  const seq = item.events + 1;
  const event = { itemId, seq, warehouseId, exporterId, fromState, ...what, changed, previousHash };
  return { ...event, hash: hashOf(event) };
}

/**
 * SHA-256 over the event without its own hash, fields in alphabetical order; a device only where there was one, as
 * there is none in the oldest events.
 */
export const hashOf = ({ hash: _, ...event }: Partial<ItemEvent>) =>
  hash(
    'sha256',
    JSON.stringify(
      Object.entries(event)
        .filter(isTold)
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    ),
  );
const isTold = ([name, value]: [string, unknown]) => name !== 'device' || value !== null;
