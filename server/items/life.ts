import { itemWorkflow } from '../workflow/item.ts';
import type { Item } from './facts.ts';

/** Begins every life with this value: what a thing that comes back has to prove anew. */
const anew = <const V>(value: V) => ({ anew: value });

/**
 * What becomes of each column of an item from life to life; a column that is missing here does not compile.
 * `its own`: given when the item is made, and not changed by coming back. `announced`: what a return order, or the dock,
 * says of it; each life brings its own. `books`: written with every step.
 */
const life = {
  id: 'its own',
  code: 'its own',
  warehouseId: 'announced',
  exporterId: 'its own',
  skuId: 'announced',
  description: 'announced',
  orderId: 'announced',
  lineId: 'announced',
  quantity: 'its own',
  serial: 'its own',
  state: 'books',
  stateSince: 'books',
  locationId: anew(null),
  custody: anew('exporter'),
  reason: 'announced',
  wish: 'announced',
  cosmetic: anew(null),
  functional: anew(null),
  complete: anew(null),
  packaging: anew(null),
  grade: anew(null),
  hazard: anew(false),
  wiped: anew(false),
  advised: anew(null),
  advisedBy: anew(null),
  disposition: anew(null),
  decidedBy: anew(null),
  decidedReason: anew(null),
  outcome: anew(null),
  ticketId: anew(null),
  shipmentId: anew(null),
  splitFrom: 'its own',
  signedBy: anew(null),
  signedFor: anew(null),
  signedGiven: anew(null),
  signedAt: anew(null),
  replacedBy: anew(null),
  customsStatus: anew('ABROAD'),
  exportMode: 'announced',
  exportDocument: 'announced',
  exportLine: 'announced',
  exportDate: 'announced',
  releaseDate: 'announced',
  taxReliefUntil: 'announced',
  supervisionUntil: 'announced',
  receivedAt: anew(null),
  createdAt: 'its own',
  events: 'books',
  lastHash: 'books',
} as const satisfies {
  readonly [column in keyof Item]: 'its own' | 'announced' | 'books' | { readonly anew: Item[column] };
};

type ColumnsThatAre<Kind> = {
  [column in keyof Item]: (typeof life)[column] extends Kind ? column : never;
}[keyof Item];
/** What is said of an item before it is here: by its line of a return order, or at the dock. */
export type Announcement = Pick<Item, ColumnsThatAre<'announced'>>;
type Beginning = Pick<Item, ColumnsThatAre<{ anew: unknown }>>;

const columns = Object.entries(life);
const announced = columns.flatMap(([column, kind]) => (kind === 'announced' ? [column] : []));
const beginning = Object.fromEntries(
  columns.flatMap(([column, kind]) => (typeof kind === 'object' ? [[column, kind.anew]] : [])),
) as Beginning;

/** Of an item that was announced, what was announced. */
export const announcementOf = (item: Item): Announcement =>
  Object.fromEntries(announced.map((column) => [column, item[column as keyof Announcement]])) as Announcement;

/** An item of which nothing is known yet but that it exists. Its first event is written with it. */
export const newItem = (
  its: Pick<Item, 'id' | 'code' | 'exporterId' | 'quantity' | 'serial'>,
  announcement: Announcement,
  now: Date,
): Item => ({
  ...beginning,
  ...announcement,
  ...its,
  ...{ splitFrom: null, createdAt: now },
  ...{ state: itemWorkflow.initial, stateSince: now, events: 0, lastHash: '' },
});

/** What changes on an item that comes back: its past is written down, and counts for nothing. */
export const nextLife = (announcement: Announcement): Partial<Item> => ({ ...beginning, ...announcement });
