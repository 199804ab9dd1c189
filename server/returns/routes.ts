import { z } from 'zod';
import { allCodes } from '../../db/queries/master-data.ts';
import { isPending } from '../entities/background-tasks.ts';
import { stepRoute } from '../entities/step-route.ts';
import { listRoute } from '../http/list-route.ts';
import { download, route } from '../http/route.ts';
import { code, line, scanId } from '../http/shapes.ts';
import { MAX_ANSWERS_BYTES } from '../http/sheet-answers.ts';
import { forgetRemembered } from '../http/sheet-layouts.ts';
import { sheetRoutes } from '../http/sheet-routes.ts';
import { sheets } from '../words/columns.ts';
import { returnOrderWorkflow } from '../workflow/return-order.ts';
import { enterOrder } from './enter.ts';
import { importSheet, markedSheet } from './import.ts';
import { SheetAnswers } from './import-answers.ts';
import { ImportCheck, ImportProgress, progressOf } from './import-report.ts';
import { exampleOf, templateCsv, templateWorkbook } from './import-template.ts';
import { importWords, sheetsOfReturns } from './import-words.ts';
import { listOfOrders, orderCells } from './list.ts';
import { getReturnOrder } from './return-order-entity.ts';
import { OrderAsk } from './submit.ts';
import { OrderView, presentOrder, presentOrderInTurns } from './view.ts';

const MAX_SHEET_BYTES = 5 * 2 ** 20;

export const returnRoutes = [
  listRoute('GET /api/v1/return-orders', listOfOrders, {
    summary: 'Return orders: filtered, sorted, a page at a time.',
    needs: 'returns.read',
  }),
  ...sheetRoutes('return-orders', listOfOrders, {
    needs: 'returns.read',
    sheet: sheets.returnOrders,
    cells: orderCells,
  }),
  route('POST /api/v1/return-orders', {
    summary:
      'An exporter announces a return; with submit, it is submitted at once. Of more than 200 lines the others are stored from then on, between the scans: pending says how many items it is still to become, and it is submitted after the last line.',
    needs: 'returns.submit',
    bodyBytes: 2 * 2 ** 20,
    inTurn: true,
    input: OrderAsk.extend({ scanId, submit: z.boolean().default(true) }),
    reply: OrderView,
    isOnlyAccepted: isPending,
    once: true,
    handle: async ({ db: tx, actor, input, context, deps: { engine } }) =>
      presentOrder(tx, actor, await enterOrder(tx, { engine, actor, context }, input), context.now),
  }),
  route('GET /api/v1/return-orders/template.csv', {
    summary: 'An empty spreadsheet with the columns of an import and an example.',
    needs: 'returns.submit',
    input: z.strictObject({}),
    reply: download,
    handle: async ({ db }) => templateCsv(await exampleOf(db)),
  }),
  route('GET /api/v1/return-orders/template.xlsx', {
    summary:
      'The same as a workbook, with lists of our reasons, wishes, countries and modes, and a sheet of examples.',
    needs: 'returns.submit',
    input: z.strictObject({}),
    reply: download,
    handle: async ({ db }) => templateWorkbook(await exampleOf(db), importWords(await db.ask(allCodes, {}))),
  }),
  route('POST /api/v1/return-orders/imports', {
    summary:
      'A spreadsheet of returns, up to 10,000 lines: CSV, TSV, XLSX, XLS, or a table of HTML or XML. With a fault in it nothing is stored, and the report names it row by row. Without one it is accepted, and stored from then on, return order by return order, between the scans; its id says how far it has come. What cannot be seen in the file is answered beside it, in a form with the parts file and input; what was answered for the last imported file with the same header is taken for this one, and the reply says so.',
    needs: 'returns.submit',
    takesFile: MAX_SHEET_BYTES,
    bodyBytes: MAX_ANSWERS_BYTES,
    inTurn: true,
    input: z.strictObject({
      scanId,
      warehouse: line(32),
      check: z.enum(['only']).optional(),
      answers: SheetAnswers.optional(),
    }),
    reply: ImportCheck,
    isOnlyAccepted: isPending,
    once: 'because a spreadsheet is stored in pieces: it keeps its scanId and its report itself',
    handle: importSheet,
  }),
  route('POST /api/v1/return-orders/imports/marked', {
    summary:
      'The same spreadsheet as a workbook with its faults marked: coloured cells with a comment, and a last column that says what to correct. Put right, it can be imported as it is.',
    needs: 'returns.submit',
    takesFile: MAX_SHEET_BYTES,
    bodyBytes: MAX_ANSWERS_BYTES,
    inTurn: true,
    input: z.strictObject({
      warehouse: line(32),
      language: z.enum(['zh', 'en']).default('zh'),
      answers: SheetAnswers.optional(),
    }),
    reply: download,
    once: 'because it stores nothing: the same file is answered the same each time',
    handle: markedSheet,
  }),
  route('DELETE /api/v1/return-orders/layouts/:header', {
    summary:
      'Forgets what was answered for the exporter’s spreadsheets with this header: the next one is asked about again.',
    needs: 'returns.submit',
    input: z.strictObject({ header: line(64) }),
    reply: z.object({ forgotten: z.boolean() }),
    once: true,
    handle: ({ db: tx, input }) => forgetRemembered(tx, sheetsOfReturns, input.header),
  }),
  route('GET /api/v1/return-orders/imports/:scanId', {
    summary:
      'How far an import of one’s own has come, from when it is accepted, and its report at the end. A return order that something which changed after the check keeps out is left out and named among the faults.',
    needs: 'returns.submit',
    input: z.strictObject({ scanId }),
    reply: ImportProgress,
    handle: ({ db, input }) => progressOf(db, input.scanId),
  }),
  route('GET /api/v1/return-orders/:code', {
    summary: 'One return order with its lines and items.',
    needs: 'returns.read',
    input: z.strictObject({ code }),
    reply: OrderView,
    handle: async ({ db, actor, input, context }) =>
      presentOrderInTurns(db, actor, await getReturnOrder(db, input.code), context.now),
  }),
  stepRoute('/api/v1/return-orders', {
    summary: 'Submit, approve, reject or cancel a return order.',
    entity: 'returnOrder',
    inPieces: true,
    workflow: returnOrderWorkflow,
    needs: 'returns.read',
    reply: OrderView,
    present: presentOrder,
  }),
];
