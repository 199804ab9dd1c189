import { z } from 'zod';
import { stepRoute } from '../entities/step-route.ts';
import type { Call as Asking } from '../http/request-context.ts';
import { download, inReadWorker, route } from '../http/route.ts';
import { code, list, paged } from '../http/shapes.ts';
import { codeOfEarlierLife } from '../receiving/earlier-life.ts';
import { itemWorkflow } from '../workflow/item.ts';
import { History, itemHistory } from './history.ts';
import { getItem } from './item-entity.ts';
import { findItems, ItemFilter, ItemRow, itemsAsCsv } from './list.ts';
import { ItemView, presentItem } from './view.ts';

const ListAsk = z.strictObject({ ...ItemFilter.shape, ...paged });
type ListAsk = z.output<typeof ListAsk>;
const SheetAsk = z.strictObject({ ...ItemFilter.shape, search: paged.search, sort: paged.sort });
type SheetAsk = z.output<typeof SheetAsk>;

export const itemRoutes = [
  route('GET /api/v1/items', {
    summary: 'The items you may see: filtered, sorted, a page at a time.',
    needs: 'items.read',
    input: ListAsk,
    reply: list(ItemRow),
    ...inReadWorker(
      ({ db, input, actor, context }: Asking<ListAsk>) => findItems(db, actor, input, context.now),
      ({ search }) => search !== undefined,
    ),
  }),
  route('GET /api/v1/items.csv', {
    summary: 'The same list as a spreadsheet, at most 10,000 rows.',
    needs: 'items.read',
    input: SheetAsk,
    reply: download,
    ...inReadWorker(({ db, input, actor, context }: Asking<SheetAsk>) =>
      itemsAsCsv(db, actor, input, context.now),
    ),
  }),
  route('GET /api/v1/items/:code', {
    summary: 'Where an item is, and what may be done with it now.',
    needs: 'items.read',
    input: z.strictObject({ code }),
    reply: ItemView,
    handle: async ({ db, actor, input, context }) =>
      presentItem(db, actor, await getItem(db, input.code), context.now),
  }),
  route('GET /api/v1/items/:code/history', {
    summary: 'All that happened to an item, newest first, with its inspections and photos.',
    needs: 'items.read',
    input: z.strictObject({ code }),
    reply: History,
    handle: async ({ db, actor, input }) => itemHistory(db, actor, await getItem(db, input.code)),
  }),
  stepRoute('/api/v1/items', {
    summary: 'Somebody scanned an item and said what happened to it.',
    entity: 'item',
    workflow: itemWorkflow,
    needs: 'items.read',
    reply: ItemView,
    present: presentItem,
    codeOf: async (tx, asked, actor, context) =>
      asked.step === 'receive' ? codeOfEarlierLife(tx, asked, actor, context) : asked.code,
  }),
];
