import { itemColumns, type itemEvents, items } from '../../db/schema/items.ts';
import { itemWorkflow } from '../workflow/item.ts';
import type { Item } from './facts.ts';

type ColumnsThatAre<Kind> = {
  [column in keyof Item]: (typeof itemColumns)[column][0] extends Kind ? column : never;
}[keyof Item];
/** What is said of an item before it is here: by its line of a return order, or at the dock. */
export type Announcement = Pick<Item, ColumnsThatAre<'announced'>>;
/** How it was exported, as its line says. */
export type ExportPapers = Pick<
  Announcement,
  'exportMode' | 'exportDocument' | 'exportLine' | 'exportDate' | 'releaseDate'
>;
type Beginning = Pick<Item, ColumnsThatAre<{ anew: unknown }>>;

const columns = Object.entries(itemColumns);
const announced = columns.flatMap(([column, [life]]) => (life === 'announced' ? [column] : []));
const beginning = Object.fromEntries(
  columns.flatMap(([column, [life]]) => (typeof life === 'object' ? [[column, life.anew]] : [])),
) as Beginning;

/** Of an item that was announced, what was announced. */
export const announcementOf = (item: Item): Announcement =>
  Object.fromEntries(announced.map((column) => [column, item[column as keyof Announcement]])) as Announcement;

/** What is known beforehand of what nobody announced: nothing. */
export const unannounced = {
  orderId: null,
  lineId: null,
  reason: 'R99',
  wish: null,
  exportMode: 'unknown',
  exportDocument: null,
  exportLine: null,
  exportDate: null,
  releaseDate: null,
  taxReliefUntil: null,
  supervisionUntil: null,
} as const satisfies Partial<Announcement>;

/** An item of which nothing is known yet but that it exists. Its first event is written with it. */
export const newItem = (
  its: Pick<Item, 'id' | 'code' | 'exporterId' | 'quantity' | 'serial'> &
    Partial<Pick<Item, 'imei2' | 'exchangedFrom' | 'ownNumber' | 'remark'>>,
  announcement: Announcement,
  now: Date,
): Item => ({
  ...beginning,
  ...announcement,
  ...{ imei2: null, exchangedFor: null, exchangedFrom: null, ownNumber: null, remark: null },
  ...its,
  ...{ splitFrom: null, createdAt: now },
  ...{ state: itemWorkflow.initial, stateSince: now, events: 0, lastHash: '' },
});

/**
 * What a step changed on an item, as it was before. Not its books, which tell of this step too; and not how many there are:
 * what was split off is an item of its own by now.
 */
export const asBefore = (changed: (typeof itemEvents.$inferSelect)['changed']): Partial<Item> =>
  Object.fromEntries(
    columns.flatMap(([column, [life]]) => {
      const [before] = changed[column] ?? [];
      if (before === undefined || life === 'books' || column === 'quantity') return [];
      // An event keeps a time as a text.
      const isTime = typeof before === 'string' && items[column as keyof Item].dataType === 'date';
      return [[column, isTime ? new Date(before) : before]];
    }),
  );

/** What changes on an item that comes back: its past is written down, and counts for nothing. */
export const nextLife = (announcement: Announcement): Partial<Item> => ({ ...beginning, ...announcement });
