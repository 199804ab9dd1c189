import { z } from 'zod';
import { listRoute } from '../http/list-route.ts';
import { download, route } from '../http/route.ts';
import { line, scanId } from '../http/shapes.ts';
import { sheetRoutes } from '../http/sheet-routes.ts';
import { sheets } from '../words/columns.ts';
import { Correction, correctExported } from './correct.ts';
import { enterExported, exporterOf } from './enter.ts';
import { ExportedAsk } from './faults.ts';
import { exportImportRoutes } from './import-routes.ts';
import { exportTemplate } from './import-template.ts';
import { riskRoutes } from './risk-flags.ts';
import { ExportedView, exportedCells, listOfExported, presentExported } from './view.ts';

export const exportedOrderRoutes = [
  listRoute('GET /api/v1/exported-orders', listOfExported, {
    summary: 'What exporters sold and sent abroad, with what is left to be returned: a page at a time.',
    needs: 'returns.read',
  }),
  ...sheetRoutes('exported-orders', listOfExported, {
    needs: 'returns.read',
    sheet: sheets.exportedOrders,
    cells: exportedCells,
  }),
  ...riskRoutes,
  route('GET /api/v1/exported-orders/template.xlsx', {
    summary: 'An empty workbook of exported orders, with lists to choose from and a sheet of examples.',
    needs: 'returns.submit',
    input: z.strictObject({}),
    reply: download,
    handle: ({ db }) => exportTemplate(db),
  }),
  ...exportImportRoutes,
  route('GET /api/v1/exported-orders/:id', {
    summary:
      'One exported order: of each line how many were exported, came back, are on their way and are left.',
    needs: 'returns.read',
    input: z.strictObject({ id: line(64) }),
    reply: ExportedView,
    handle: ({ db, input }) => presentExported(db, input.id),
  }),
  route('POST /api/v1/exported-orders/:id/correction', {
    summary:
      'The office corrects a line of an exported order that returns cite already, with a reason that is noted in the audit log. Never fewer than came back or are on their way; those returns keep the papers that they have.',
    needs: 'returns.review',
    input: Correction.extend({ scanId }),
    reply: ExportedView,
    once: true,
    handle: async ({ db: tx, actor, input: asked, context }) => {
      await correctExported(tx, asked, { actor, context });
      return presentExported(tx, asked.id);
    },
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
