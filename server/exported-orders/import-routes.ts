import { z } from 'zod';
import { isPending } from '../entities/background-tasks.ts';
import { download, route } from '../http/route.ts';
import { line, scanId } from '../http/shapes.ts';
import { MAX_ANSWERS_BYTES } from '../http/sheet-answers.ts';
import { forgetRemembered } from '../http/sheet-layouts.ts';
import { ExportCheck, importExported, markedExports, runningExports } from './import.ts';
import { ExportAnswers, sheetsOfExports } from './import-answers.ts';
import { ExportProgress, exportProgress } from './import-store.ts';

const MAX_SHEET_BYTES = 5 * 2 ** 20;

export const exportImportRoutes = [
  route('POST /api/v1/exported-orders/imports', {
    summary:
      'A spreadsheet of exported orders, as platforms export them: CSV, TSV, XLSX, XLS, or a table of HTML or XML, up to 10,000 rows. With a fault in it nothing is stored, and the report names it cell by cell. Without one it is accepted, and stored from then on, order by order, between the scans; its id says how far it has come. What cannot be seen in the file is answered beside it, in a form with the parts file and input. The same orders sent again change nothing.',
    needs: 'returns.submit',
    takesFile: MAX_SHEET_BYTES,
    bodyBytes: MAX_ANSWERS_BYTES,
    inTurn: true,
    input: z.strictObject({
      scanId,
      check: z.enum(['only']).optional(),
      answers: ExportAnswers.optional(),
    }),
    reply: ExportCheck,
    isOnlyAccepted: isPending,
    once: 'because a spreadsheet is stored in pieces: it keeps its scanId and its report itself',
    handle: importExported,
  }),
  route('POST /api/v1/exported-orders/imports/marked', {
    summary:
      'The same spreadsheet as a workbook with its faults marked: coloured cells with a comment, and a last column that says what to correct.',
    needs: 'returns.submit',
    takesFile: MAX_SHEET_BYTES,
    bodyBytes: MAX_ANSWERS_BYTES,
    inTurn: true,
    input: z.strictObject({
      language: z.enum(['zh', 'en']).default('zh'),
      answers: ExportAnswers.optional(),
    }),
    reply: download,
    once: 'because it stores nothing: the same file is answered the same each time',
    handle: markedExports,
  }),
  route('GET /api/v1/exported-orders/imports', {
    summary: 'Which import of exported orders of one’s own is not finished yet, if any.',
    needs: 'returns.submit',
    input: z.strictObject({}),
    reply: z.object({ running: z.string().nullable() }),
    handle: runningExports,
  }),
  route('GET /api/v1/exported-orders/imports/:scanId', {
    summary:
      'How far an import of one’s own has come, from when it is accepted, and what came of it. An order that something which the check could not see keeps out is left out and named.',
    needs: 'returns.submit',
    input: z.strictObject({ scanId }),
    reply: ExportProgress,
    handle: ({ db, input }) => exportProgress(db, input.scanId),
  }),
  route('DELETE /api/v1/exported-orders/layouts/:header', {
    summary:
      'Forgets what was answered for the exporter’s spreadsheets of exported orders with this header: the next one is asked about again.',
    needs: 'returns.submit',
    input: z.strictObject({ header: line(64) }),
    reply: z.object({ forgotten: z.boolean() }),
    once: true,
    handle: ({ db: tx, input }) => forgetRemembered(tx, sheetsOfExports, input.header),
  }),
];
