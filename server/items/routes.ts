import { z } from 'zod';
import { answeredOnce } from '../answered-once.ts';
import type { Call as Asking } from '../call.ts';
import { itsOldLife } from '../receiving/old-life.ts';
import { aside, type Call, download, route } from '../route.ts';
import { code, list, paged } from '../shapes.ts';
import { stepAsk } from '../step-ask.ts';
import { engine } from '../workflow/house.ts';
import { itemWorkflow } from '../workflow/item.ts';
import type { Item } from './facts.ts';
import { History, itemHistory } from './history.ts';
import { findItems, ItemFilter, ItemRow, itemsAsCsv } from './list.ts';
import { getItem } from './noun.ts';
import { ItemView, presentItem } from './view.ts';

const Ask = stepAsk(itemWorkflow);
type Ask = z.output<typeof Ask>;
const ListAsk = z.strictObject({ ...ItemFilter.shape, ...paged });
type ListAsk = z.output<typeof ListAsk>;
const SheetAsk = z.strictObject({ ...ItemFilter.shape, search: paged.search, sort: paged.sort });
type SheetAsk = z.output<typeof SheetAsk>;

/** One step of one item: decided by the workflow, written once, answered twice if asked twice. */
export const takeItemStep = ({
  db,
  actor,
  input,
  moment,
}: Pick<Call<Ask>, 'db' | 'actor' | 'input' | 'moment'>) =>
  db.atomically((tx) =>
    answeredOnce(tx, input.scanId, input, moment, async () => {
      const { code, scanId: _, step, ...given } = input as Ask & Record<string, unknown>;
      const itsCode = step === 'receive' ? await itsOldLife(tx, { code, ...given }, actor, moment) : code;
      const item = (await engine.take(tx, 'item', itsCode, step, given, actor, moment)) as Item;
      return presentItem(tx, actor, item, moment.now);
    }),
  );

export const itemRoutes = [
  route('GET /api/v1/items', {
    summary: 'The items you may see: filtered, sorted, a page at a time.',
    needs: 'items.read',
    input: ListAsk,
    reply: list(ItemRow),
    ...aside(
      ({ db, input, actor, moment }: Asking<ListAsk>) => findItems(db, actor, input, moment.now),
      ({ search }) => search !== undefined,
    ),
  }),
  route('GET /api/v1/items.csv', {
    summary: 'The same list as a spreadsheet, at most 10,000 rows.',
    needs: 'items.read',
    input: SheetAsk,
    reply: download,
    ...aside(({ db, input, actor, moment }: Asking<SheetAsk>) => itemsAsCsv(db, actor, input, moment.now)),
  }),
  route('GET /api/v1/items/:code', {
    summary: 'Where an item is, and what may be done with it now.',
    needs: 'items.read',
    input: z.strictObject({ code }),
    reply: ItemView,
    handle: async ({ db, actor, input, moment }) =>
      presentItem(db, actor, await getItem(db, input.code), moment.now),
  }),
  route('GET /api/v1/items/:code/history', {
    summary: 'All that happened to an item, newest first, with its inspections and photos.',
    needs: 'items.read',
    input: z.strictObject({ code }),
    reply: History,
    handle: async ({ db, actor, input }) => itemHistory(db, actor, await getItem(db, input.code)),
  }),
  route('POST /api/v1/items/:code/steps', {
    summary: 'Somebody scanned an item and said what happened to it.',
    needs: 'items.read',
    input: Ask,
    reply: ItemView,
    handle: takeItemStep,
  }),
];
