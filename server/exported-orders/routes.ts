import { z } from 'zod';
import { listRoute } from '../http/list-route.ts';
import { download, route } from '../http/route.ts';
import { line, scanId } from '../http/shapes.ts';
import { ExportedAsk, enterExported, exporterOf } from './enter.ts';
import { ExportImport, exportTemplate, importExported } from './import.ts';
import { ExportedView, listOfExported, presentExported } from './view.ts';

const MAX_SHEET_BYTES = 5 * 2 ** 20;

export const exportedOrderRoutes = [
  listRoute('GET /api/v1/exported-orders', listOfExported, {
    summary: 'What exporters sold and sent abroad, with what is left to be returned: a page at a time.',
    needs: 'returns.read',
  }),
  route('GET /api/v1/exported-orders/template.csv', {
    summary: 'A spreadsheet with the columns of an import of exported orders and an example.',
    needs: 'returns.submit',
    input: z.strictObject({}),
    reply: download,
    handle: async () => exportTemplate(),
  }),
  route('POST /api/v1/exported-orders/imports', {
    summary:
      'A spreadsheet of exported orders, as platforms export them: CSV, TSV, XLSX, XLS, or a table of HTML or XML, up to 10,000 rows. With a fault in it nothing is stored, and the report names it row by row. The same sent again changes nothing.',
    needs: 'returns.submit',
    takesFile: MAX_SHEET_BYTES,
    inTurn: true,
    input: z.strictObject({ check: z.enum(['only']).optional() }),
    reply: ExportImport,
    once: 'because what is sent again changes nothing',
    handle: importExported,
  }),
  route('GET /api/v1/exported-orders/:id', {
    summary:
      'One exported order: of each line how many were exported, came back, are on their way and are left.',
    needs: 'returns.read',
    input: z.strictObject({ id: line(64) }),
    reply: ExportedView,
    handle: ({ db, input }) => presentExported(db, input.id),
  }),
  route('POST /api/v1/exported-orders', {
    summary:
      'An exporter enters an order that was exported. The same again changes nothing; more of it is added, and a correction is taken until a return cites the line.',
    needs: 'returns.submit',
    input: ExportedAsk.extend({ scanId }),
    reply: ExportedView,
    once: true,
    handle: async ({ db: tx, actor, input, context }) => {
      const { id } = await enterExported(tx, exporterOf(actor), input, { context, by: actor.id });
      return presentExported(tx, id);
    },
  }),
];
