import { z } from 'zod';
import { listRoute } from '../http/list-route.ts';
import { route } from '../http/route.ts';
import { line, scanId } from '../http/shapes.ts';
import { sheetRoutes } from '../http/sheet-routes.ts';
import { sheets } from '../words/columns.ts';
import { addSku, changeSku, getSku, listOfSkus, NewSku, SkuChange, SkuRow, skuCells } from './skus.ts';

export const skuRoutes = [
  listRoute('GET /api/v1/skus', listOfSkus, {
    summary: 'The SKUs you may see: filtered, sorted, a page at a time.',
    needs: 'skus.read',
  }),
  ...sheetRoutes('skus', listOfSkus, {
    needs: 'skus.read',
    sheet: sheets.skus,
    cells: skuCells,
  }),
  route('GET /api/v1/skus/:code', {
    summary: 'One SKU by its exporter’s code; staff say whose, where several exporters use it.',
    needs: 'skus.read',
    input: z.strictObject({ code: line(64), exporter: line(32).optional() }),
    reply: SkuRow,
    handle: async ({ db, input }) => (await getSku(db, input.code, input.exporter)).view,
  }),
  route('POST /api/v1/skus', {
    summary: 'A new SKU: an exporter’s own, or for staff that of the exporter they name.',
    needs: 'skus.manage',
    input: NewSku.extend({ scanId }),
    reply: SkuRow,
    once: true,
    handle: ({ db: tx, actor, input, context }) => addSku(tx, actor, input, context),
  }),
  route('PATCH /api/v1/skus/:code', {
    summary: 'What is to be said differently of a SKU.',
    needs: 'skus.manage',
    input: SkuChange.extend({ scanId, code: line(64) }),
    reply: SkuRow,
    once: true,
    handle: ({ db: tx, input: { code, ...ask } }) => changeSku(tx, code, ask),
  }),
];
