import { z } from 'zod';
import { stepRoute } from '../entities/step-route.ts';
import { listRoute } from '../http/list-route.ts';
import { route } from '../http/route.ts';
import { code } from '../http/shapes.ts';
import { sheetRoutes } from '../http/sheet-routes.ts';
import { sheets } from '../words/columns.ts';
import { waitingSignature } from '../workflow/four-eyes.ts';
import { itemWorkflow } from '../workflow/item.ts';
import { codeOfEarlierLife } from './earlier-life.ts';
import { History, itemHistory } from './history.ts';
import { getItem } from './item-entity.ts';
import { itemCells, listOfItems } from './list.ts';
import { ItemView, presentItem } from './view.ts';

export const itemRoutes = [
  listRoute('GET /api/v1/items', listOfItems, {
    summary: 'The items you may see: filtered, sorted, a page at a time.',
    needs: 'items.read',
    inReadWorker: ({ search }) => search !== undefined,
  }),
  ...sheetRoutes('items', listOfItems, {
    needs: 'items.read',
    sheet: sheets.items,
    cells: itemCells,
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
    signature: waitingSignature,
    codeOf: async (engine, tx, asked, by) =>
      asked.step === 'receive' ? codeOfEarlierLife(engine, tx, asked, by) : asked.code,
  }),
];
