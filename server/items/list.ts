import { z } from 'zod';
import { countItems, itemList, itemSorts, itemsFound } from '../../db/queries/item-list.ts';
import { waysToCome } from '../../db/schema/goods.ts';
import { daysLeft, shanghaiDate } from '../customs/dates.ts';
import { oneOrMore } from '../http/list-input.ts';
import { listOf, searchAndSort } from '../http/list-route.ts';
import { line, Side, State, Time, Words } from '../http/shapes.ts';
import { itemSentences } from '../words/items.ts';
import { itemWorkflow } from '../workflow/item.ts';
import { knows, statesAsked } from '../workflow/workflow.ts';
import { stateOf } from './view.ts';

const ItemFilter = z.strictObject({
  state: oneOrMore,
  phase: oneOrMore,
  grade: oneOrMore,
  disposition: oneOrMore,
  exporter: oneOrMore,
  sku: line(64).optional(),
  order: line(32).optional(),
  location: line(32).optional(),
  held: z.enum(['yes']).optional(),
  waitsFor: Side.optional(),
  /** Those that an inspector has not looked at yet: just received, or back from repair. */
  toInspect: z.enum(['yes']).optional(),
  /** Those that lie where they could be promised to a shipment; whether each may leave is asked of it alone. */
  promisable: z.enum(['yes']).optional(),
  /** Days left on the nearer of the two customs clocks: at most so many. */
  window: z.coerce.number().int().min(0).max(400).optional(),
  ...searchAndSort,
});
export const ItemRow = z.object({
  code: z.string(),
  state: State,
  stateSince: Time,
  quantity: z.number(),
  serial: z.string().nullable(),
  sku: z.string().nullable(),
  name: Words,
  exporter: Words,
  exporterCode: z.string().nullable(),
  location: z.string().nullable(),
  grade: z.string().nullable(),
  disposition: z.string().nullable(),
  hazard: z.boolean(),
  holds: z.number(),
  order: z.string().nullable(),
  /** What its exporter calls the return, or the thing itself where none brought it, why it came back, and with which waybill. */
  reference: z.string().nullable(),
  reason: z.string().nullable(),
  waybill: z.string().nullable(),
  /** How it came for its return though nobody announced it. */
  cameAs: z.enum(waysToCome).nullable(),
  windowDays: z.number().nullable(),
  receivedAt: Time.nullable(),
});

function meaning(
  { phase, state, waitsFor, toInspect, promisable, ...rest }: z.output<typeof ItemFilter>,
  now: Date,
) {
  const states = statesAsked(
    itemWorkflow,
    { state, phase },
    waitsFor && ((one) => one.waitsFor === waitsFor),
    toInspect && ((one) => one.toInspect === true),
    promisable && ((_, id) => knows(itemWorkflow, id, 'reserve')),
  );
  return { ...rest, state: states, today: shanghaiDate(now) };
}

type Found = Awaited<ReturnType<(typeof itemList)['build']>>[number];

function present(row: Found, now: Date): z.input<typeof ItemRow> {
  const until = [row.taxReliefUntil, row.supervisionUntil].filter((date) => date !== null).sort()[0];
  return {
    ...row,
    state: stateOf(itemWorkflow, row.state),
    stateSince: row.stateSince.toISOString(),
    name: { zh: row.nameZh ?? row.description ?? '', en: row.nameEn ?? row.description ?? '' },
    exporter: { zh: row.exporterZh ?? '', en: row.exporterEn ?? '' },
    windowDays: until ? daysLeft(until, shanghaiDate(now)) : null,
    receivedAt: row.receivedAt?.toISOString() ?? null,
  };
}

export const listOfItems = listOf({
  filters: ItemFilter,
  query: itemList,
  count: countItems,
  sorts: itemSorts,
  sortedBy: '-stateSince',
  found: itemsFound,
  foundIsCounted: true,
  meaning,
  row: ItemRow,
  seenOnlyBy: { location: ['staff'] },
  present: (found, { now }) => found.map((row) => present(row, now)),
});

export const itemCells = ({ cameAs, ...row }: z.input<typeof ItemRow>) => ({
  ...row,
  cameAs: cameAs && itemSentences.cameAs[cameAs],
});
