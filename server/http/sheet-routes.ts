import { z } from 'zod';
import type { Scoped } from '../../db/scope.ts';
import type { Permission } from '../access/permissions.ts';
import { yieldToEventLoop } from '../process/yield-to-event-loop.ts';
import { CsvFile } from '../spreadsheets/write-csv.ts';
import { WorkbookFile, type WorkbookRow } from '../spreadsheets/write-workbook.ts';
import { type ListColumn, sheetSentences } from '../words/columns.ts';
import type { Words } from '../words/words.ts';
import {
  type AnyList,
  type Filters,
  hiddenFrom,
  type List,
  rowsShown,
  viewingOf,
  wantedFrom,
} from './list-route.ts';
import { unusable } from './problem.ts';
import type { Call as AnyCall } from './request-context.ts';
import { type Download, download, type Route, route } from './route.ts';
import { type Language, type ListCell, sheetColumn, type Told, toldIn } from './told-cells.ts';

/** More than one person works through in a spreadsheet; whoever has more takes them in parts. */
const MAX_ROWS_IN_SHEET = 50_000;
/**
 * So many are asked for at once. A database of its own process sorts them all for each page; its answer is unpacked here,
 * in one go, beside the scans. SQLite answers in the reading thread, where nobody waits for that.
 */
const rowsPerPage = ({ hasSingleWriter }: Scoped) => (hasSingleWriter ? 10_000 : 2_000);
/** So many are written before others have their turn. */
const ROWS_PER_SLICE = 50;

interface About<R extends z.ZodType, K extends string> {
  readonly needs: Permission;
  readonly sheet: { readonly name: Words; readonly columns: readonly ListColumn<K>[] };
  /** Of one row, what stands in which column. */
  cells(row: z.input<R>, told: Told): Readonly<Partial<Record<K, ListCell>>>;
}
/** The whole list, without what names a page of it. */
type Asked<F extends z.ZodRawShape> = z.ZodObject<
  F & { language: z.ZodOptional<z.ZodEnum<{ 'zh-CN': 'zh-CN'; en: 'en' }>> },
  z.core.$strict
>;
type SheetRoute<E extends `GET /${string}`, F extends z.ZodRawShape> = Route<E, Asked<F>, typeof download>;

const language = z.enum(['zh-CN', 'en']).optional();
const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;
type Ending = keyof typeof types;

/**
 * The same list as a spreadsheet, CSV and XLSX, under its own address with the ending. Both hold the same cells: headers and
 * words in the reader's language, moments in China's time, no column that the asker does not see.
 */
export function sheetRoutes<
  const N extends string,
  F extends z.ZodRawShape,
  A,
  T,
  R extends z.ZodType,
  K extends string,
>(
  name: N,
  list: List<F, A, T, R>,
  about: About<R, K>,
): readonly [SheetRoute<`GET /api/v1/${N}.csv`, F>, SheetRoute<`GET /api/v1/${N}.xlsx`, F>] {
  const any = { list: list as unknown as AnyList, about: about as unknown as AnyAbout };
  const declared = (ending: Ending) => ({
    needs: about.needs,
    summary: `The same list as a spreadsheet (${ending.toUpperCase()}), at most ${MAX_ROWS_IN_SHEET.toLocaleString('en')} rows; in both languages, unless one is asked for.`,
    input: z.strictObject({ ...list.filters.shape, language }) as unknown as Asked<F>,
    reply: download,
    inReadWorker: () => true,
    handle: async (call: AnyCall<unknown>): Promise<Download> => {
      const bytes = await call.db.snapshot((db) => written(any, { ...call, db }, ending));
      return { type: types[ending], name: `${name}.${ending}`, bytes };
    },
  });
  return [
    route(`GET /api/v1/${name}.csv`, declared('csv')),
    route(`GET /api/v1/${name}.xlsx`, declared('xlsx')),
  ];
}

type AnyAbout = About<z.ZodType, string>;
interface AnySheet {
  readonly list: AnyList;
  readonly about: AnyAbout;
}

async function written(
  { list, about }: AnySheet,
  call: AnyCall<unknown>,
  ending: Ending,
): Promise<Uint8Array> {
  const { language: asked, ...filters } = call.input as Filters & { readonly language?: Language };
  const viewing = viewingOf(call);
  const wanted = await wantedFrom(list, filters, viewing);
  await mustFit(call.db, list, wanted);
  const told = await toldIn(asked, call.db);
  const hidden = hiddenFrom(list, viewing);
  const columns = about.sheet.columns.filter(({ key }) => !hidden.includes(key));
  const file = fileOf(ending, about.sheet.name, columns, told);
  const letOthersRun = yieldToEventLoop();
  const limit = rowsPerPage(call.db);
  for (let offset = 0; ; offset += limit) {
    const found = await call.db.list(list.query, { ...wanted, limit, offset });
    const rows = await rowsShown(list, found, viewing);
    for (let from = 0; from < rows.length; from += ROWS_PER_SLICE) {
      await letOthersRun();
      file.add(rows.slice(from, from + ROWS_PER_SLICE).map((row) => rowOf(row, columns, about, told)));
    }
    if (found.length < limit) return file.finish();
  }
}

/** @throws Problem 422 where there are more rows: a list that ends without saying so would be taken for the whole */
async function mustFit(db: Scoped, { query }: AnyList, wanted: object) {
  const more = await db.list(query, { ...wanted, limit: 1, offset: MAX_ROWS_IN_SHEET });
  if (more.length > 0)
    throw unusable([{ path: [], code: 'too many rows' }], sheetSentences.tooManyRows(MAX_ROWS_IN_SHEET));
}

function rowOf(row: unknown, columns: readonly ListColumn[], { cells }: AnyAbout, told: Told): WorkbookRow {
  const its = cells(row as never, told);
  return columns.map(({ key, kind }) => told.cell(its[key], kind));
}

interface Writer {
  add(rows: readonly WorkbookRow[]): void;
  finish(): Uint8Array;
}
function fileOf(ending: Ending, name: Words, columns: readonly ListColumn[], told: Told): Writer {
  const heads = columns.map((column) => sheetColumn(column, told));
  if (ending === 'csv') return new CsvFile(heads.map((head) => head.name));
  const file = new WorkbookFile([{ name: told.say(name), columns: heads }]);
  let isBegun = false;
  // How wide the columns have to be is seen in the first rows.
  const begun = (rows: readonly WorkbookRow[]) => {
    if (!isBegun) file.begin(rows);
    isBegun = true;
  };
  return {
    add: (rows) => {
      begun(rows);
      file.add(rows);
    },
    finish: () => {
      begun([]);
      file.end();
      return file.finish();
    },
  };
}
