import { z } from 'zod';
import { stepRoute } from '../entities/step-route.ts';
import { listRoute } from '../http/list-route.ts';
import { route } from '../http/route.ts';
import { code, Words } from '../http/shapes.ts';
import { sheetRoutes } from '../http/sheet-routes.ts';
import { sheets } from '../words/columns.ts';
import { parcelSentences } from '../words/parcels.ts';
import { parcelWorkflow } from '../workflow/parcel.ts';
import { CountInput, countInParcel } from './count.ts';
import { getParcel } from './parcel-entity.ts';
import { ParcelInput, takeInParcel } from './take-in.ts';
import { listOfParcels, ParcelView, parcelCells, presentParcel } from './view.ts';

export const parcelRoutes = [
  listRoute('GET /api/v1/parcels', listOfParcels, {
    summary: 'Parcels that carriers brought: filtered, sorted, a page at a time.',
    needs: 'returns.read',
  }),
  ...sheetRoutes('parcels', listOfParcels, {
    needs: 'returns.read',
    sheet: sheets.parcels,
    cells: parcelCells,
  }),
  route('POST /api/v1/parcels', {
    summary:
      'Opens a parcel at the dock: by its label, its waybill, or a return order that lies in it. One that is open already is that one.',
    needs: 'items.receive',
    input: ParcelInput,
    /** Amber where it is open again. */
    reply: ParcelView.extend({ again: z.boolean(), words: Words }),
    once: true,
    handle: async ({ db: tx, actor, input, context, deps: { engine } }) => {
      const { again, ...parcel } = await takeInParcel(engine, tx, input, { actor, context });
      const words = again ? parcelSentences.openedAgain : parcelSentences.opened;
      return { ...(await presentParcel(tx, actor, parcel, context.now)), again, words };
    },
  }),
  route('GET /api/v1/parcels/:code', {
    summary: 'One parcel with the return orders and items that lay in it.',
    needs: 'returns.read',
    input: z.strictObject({ code }),
    reply: ParcelView,
    handle: async ({ db, actor, input, context }) =>
      presentParcel(db, actor, await getParcel(db, input.code), context.now),
  }),
  route('POST /api/v1/parcels/:code/counts', {
    summary:
      'One more of a line was counted in an open parcel, or one less; received it is by its item’s step.',
    needs: 'items.receive',
    input: CountInput,
    reply: ParcelView,
    once: true,
    handle: async ({ db: tx, actor, input, context, deps: { engine } }) =>
      presentParcel(tx, actor, await countInParcel(engine, tx, input, { actor, context }), context.now),
  }),
  stepRoute('/api/v1/parcels', {
    summary: 'Note the outside of a parcel, say which return orders lie in it, say that it is empty.',
    entity: 'parcel',
    workflow: parcelWorkflow,
    needs: 'returns.read',
    reply: ParcelView,
    present: presentParcel,
  }),
];
