import { z } from 'zod';
import { isPending } from '../entities/background-tasks.ts';
import { listRoute } from '../http/list-route.ts';
import { download, route } from '../http/route.ts';
import { line, scanId } from '../http/shapes.ts';
import { sheetRoutes } from '../http/sheet-routes.ts';
import { sheets } from '../words/columns.ts';
import { importSkus, SkuCheck } from './import.ts';
import { skuAnswersInAddress } from './import-answers.ts';
import { SkuProgress, skuProgress } from './import-store.ts';
import { skuTemplate } from './import-template.ts';
import { addSku, changeSku, getSku, listOfSkus, NewSku, SkuChange, SkuRow, skuCells } from './skus.ts';

const MAX_SHEET_BYTES = 5 * 2 ** 20;

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
  route('GET /api/v1/skus/template.xlsx', {
    summary: 'An empty workbook for a catalogue, with lists to choose from and a sheet of examples.',
    needs: 'skus.manage',
    input: z.strictObject({}),
    reply: download,
    handle: async () => skuTemplate(),
  }),
  route('POST /api/v1/skus/imports', {
    summary:
      'A spreadsheet of SKUs, up to 10,000 lines: CSV, TSV, XLSX, XLS, or a table of HTML or XML. An empty cell changes nothing. With a fault in it nothing is stored. Without one it is accepted, and stored from then on in pieces; the check says before what is new, what changes from what to what, and what stays the same. Staff say whose it is.',
    needs: 'skus.manage',
    takesFile: MAX_SHEET_BYTES,
    inTurn: true,
    input: z.strictObject({
      scanId,
      exporter: line(32).optional(),
      check: z.enum(['only']).optional(),
      answers: skuAnswersInAddress.optional(),
    }),
    reply: SkuCheck,
    isOnlyAccepted: isPending,
    once: 'because a catalogue is stored in pieces: it keeps its scanId and its report itself',
    handle: importSkus,
  }),
  route('GET /api/v1/skus/imports/:scanId', {
    summary: 'How far an import of SKUs of one’s own has come, and what came of it.',
    needs: 'skus.manage',
    input: z.strictObject({ scanId }),
    reply: SkuProgress,
    handle: ({ db, input }) => skuProgress(db, input.scanId),
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
