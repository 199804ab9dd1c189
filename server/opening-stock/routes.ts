import { z } from 'zod';
import { isPending, pending } from '../entities/background-tasks.ts';
import { download, route } from '../http/route.ts';
import { line, scanId, Time } from '../http/shapes.ts';
import { MAX_ANSWERS_BYTES } from '../http/sheet-answers.ts';
import { Fault } from '../http/sheet-faults.ts';
import { StockAnswers } from './columns.ts';
import { importOpening, markedOpening, OpeningCheck } from './import.ts';
import { openingProgress, openings } from './store.ts';
import { openingTemplate } from './template.ts';
import { stockWords } from './vocabularies.ts';

const MAX_SHEET_BYTES = 5 * 2 ** 20;
const Opening = z.object({
  id: z.string(),
  /** Rows that were accepted, and how many of them are done, became units, and were left out. */
  total: z.number(),
  done: z.number(),
  stored: z.number(),
  leftOut: z.number(),
  /** Rows that had become units before. */
  same: z.number(),
  at: Time,
  finishedAt: Time.nullable(),
});
const whose = { exporter: line(32).optional(), answers: StockAnswers.optional() };

export const openingStockRoutes = [
  route('GET /api/v1/opening-stock/template.xlsx', {
    summary:
      'An empty workbook for what lies on the shelves of a warehouse that begins with this system, with lists to choose from and a sheet of examples.',
    needs: 'stock.takeOver',
    input: z.strictObject({}),
    reply: download,
    handle: async ({ db }) => openingTemplate(db, await stockWords(db)),
  }),
  route('POST /api/v1/opening-stock/imports', {
    summary:
      'A spreadsheet of goods on the shelves of one’s warehouse, up to 10,000 rows: CSV, TSV, XLSX, XLS, or a table of HTML or XML. With a fault in it nothing is stored, and each is named by its cell. Without one it is accepted, and stored from then on in pieces between the scans: each row becomes a unit in its place, whose history begins with that. A row that became a unit before is not stored again. Whose a row is that does not say so is told by exporter; what cannot be seen in the file is answered beside it, in a form with the parts file and input.',
    needs: 'stock.takeOver',
    takesFile: MAX_SHEET_BYTES,
    bodyBytes: MAX_ANSWERS_BYTES,
    inTurn: true,
    input: z.strictObject({ scanId, ...whose, check: z.enum(['only']).optional() }),
    reply: OpeningCheck,
    isOnlyAccepted: isPending,
    once: 'because opening stock is stored in pieces: it keeps its scanId and its report itself',
    handle: importOpening,
  }),
  route('POST /api/v1/opening-stock/imports/marked', {
    summary:
      'The same spreadsheet as a workbook with its faults marked: coloured cells with a comment, and a last column that says what to correct. Put right, it can be imported as it is.',
    needs: 'stock.takeOver',
    takesFile: MAX_SHEET_BYTES,
    bodyBytes: MAX_ANSWERS_BYTES,
    inTurn: true,
    input: z.strictObject({ ...whose, language: z.enum(['zh', 'en']).default('zh') }),
    reply: download,
    once: 'because it stores nothing: the same file is answered the same each time',
    handle: markedOpening,
  }),
  route('GET /api/v1/opening-stock/imports', {
    summary: 'The last fifty imports of opening stock of one’s warehouse, the newest first.',
    needs: 'stock.takeOver',
    input: z.strictObject({}),
    reply: z.object({ rows: z.array(Opening.extend({ by: z.string() })) }),
    handle: ({ db }) => openings(db),
  }),
  route('GET /api/v1/opening-stock/imports/:id', {
    summary:
      'How far an import of opening stock has come. A row that something which changed after the check kept out is named among the faults.',
    needs: 'stock.takeOver',
    input: z.strictObject({ id: line(160) }),
    reply: Opening.extend({ ...pending, faults: z.array(Fault) }),
    handle: ({ db, input }) => openingProgress(db, input.id),
  }),
];
