import type { AsWritten, writtenFields } from '../../db/schema/goods.ts';
import { line } from '../http/shapes.ts';
import { besideUnread, type Fault, type FoundFault, faultsOfTable, located } from '../http/sheet-faults.ts';
import { wholeImei } from '../identifiers/serial.ts';
import { readWaybill } from '../identifiers/waybill.ts';
import { yieldToEventLoop } from '../process/yield-to-event-loop.ts';
import type { Answers, Remembered } from '../spreadsheets/answers.ts';
import { readTable, type Table } from '../spreadsheets/read-table.ts';
import type { TableRow } from '../spreadsheets/row-reader.ts';
import { importSentences, templateWords } from '../words/import.ts';
import { outboundSentences } from '../words/outbound.ts';
import { tableWords } from '../words/spreadsheets.ts';
import { twoImeis } from './imei-cells.ts';
import { importColumns } from './import-columns.ts';
import { type ImportWords, vocabulariesOf } from './import-words.ts';
import { LineAsk, OrderAsk } from './submit.ts';

type Key = (typeof importColumns)[number]['key'];
type Cells = Readonly<Record<Key, string>>;
type Row = TableRow<Key>;

const headOf = ['reference', 'country', 'platform', 'carrier', 'waybill'] as const;
const HeadAsk = OrderAsk.pick({
  reference: true,
  country: true,
  platform: true,
  carrier: true,
  waybill: true,
});
const lineOf = [
  'sku',
  'salesOrder',
  'serial',
  'imei2',
  'reason',
  'reasonText',
  'wish',
  'exportDocument',
  'exportMode',
  'exportDate',
  'releaseDate',
] as const;
const given = (cells: Cells, keys: readonly (keyof Cells)[]) =>
  Object.fromEntries(keys.flatMap((key) => (cells[key] ? [[key, cells[key]]] : [])));
const number = (text: string) => (/^\d{1,6}$/.test(text) ? Number(text) : text);

const ShownAsWritten = line(200);
const writtenOfLine = ['sku', 'serial', 'imei2', 'exportDocument'] as const;
const writtenOfHead = ['reference', 'waybill'] as const;
/** As the file says it, where that can be shown at all. */
function writtenIn(written: Row['written'], keys: readonly (typeof writtenFields)[number][]) {
  const shown = keys.flatMap((key) => {
    const text = written[key];
    if (text === undefined) return [];
    const read = ShownAsWritten.safeParse(text.replace(/\s+/g, ' '));
    return read.success ? [[key, read.data] as const] : [];
  });
  return shown.length > 0 ? { asWritten: Object.fromEntries(shown) } : {};
}

/** A row as a line of a return, or what is wrong with its cells. */
function readLine({ row, cells, written }: Row, faults: FoundFault[]): LineAsk | undefined {
  const counted = {
    quantity: number(cells.quantity),
    ...(cells.orderLine ? { orderLine: number(cells.orderLine) } : {}),
    ...(cells.exportLine ? { exportLine: number(cells.exportLine) } : {}),
  };
  const asWritten = writtenIn(written, writtenOfLine);
  const two = twoImeis(cells.serial);
  if (two && cells.imei2 && wholeImei(cells.imei2) !== two[1])
    faults.push({
      row,
      column: 'serial',
      value: cells.serial,
      words: tableWords.notAnImei,
      code: 'notAnImei',
    });
  const imeis = two ? { serial: two[0], imei2: two[1] } : {};
  const read = LineAsk.safeParse({ ...given(cells, lineOf), ...imeis, ...counted, ...asWritten });
  if (read.success) return read.data;
  for (const issue of read.error.issues) {
    const column = String(issue.path[0] ?? '');
    faults.push({
      row,
      column,
      value: cells[column as keyof Cells] ?? '',
      words: importSentences.cell(column),
    });
  }
  return undefined;
}

/** What all rows of one return order share must fit it too. */
function readHead({ row, cells }: Row, faults: FoundFault[]): Readonly<Record<string, string>> {
  const head: Partial<Record<Key, string>> = given(cells, headOf);
  const read = HeadAsk.safeParse(head);
  for (const issue of read.error?.issues ?? []) {
    const column = String(issue.path[0] ?? '');
    faults.push({ row, column, value: head[column as Key] ?? '', words: importSentences.cell(column) });
  }
  if (read.data?.waybill && readWaybill(read.data.waybill) === undefined)
    faults.push({ row, column: 'waybill', value: read.data.waybill, words: outboundSentences.notAWaybill });
  return head;
}

/** The rows of one reference: they become one return order. */
export interface Group {
  readonly head: Readonly<Record<string, string>>;
  /** What of it the file writes otherwise. */
  readonly asWritten?: AsWritten;
  readonly rows: number[];
  readonly lines: LineAsk[];
  /** SKUs of rows of which something else could not be read: whether they are known is told at once. */
  readonly unread?: { readonly row: number; readonly sku: string }[];
}

/** Rows with one reference are one return order. */
async function group(rows: readonly Row[], faults: FoundFault[]): Promise<Group[]> {
  type Growing = Group & { readonly head: Record<string, string>; unread?: { row: number; sku: string }[] };
  const unreadOf = (one: Growing) => {
    one.unread ??= [];
    return one.unread;
  };
  const groups = new Map<string, Growing>();
  const letOthersRun = yieldToEventLoop();
  for (const row of rows) {
    await letOthersRun();
    const line = readLine(row, faults);
    const head = readHead(row, faults);
    const written = writtenIn(row.written, writtenOfHead);
    const fresh: Growing = { head: {}, ...written, rows: [], lines: [] };
    const known = groups.get(row.cells.reference) ?? fresh;
    groups.set(row.cells.reference, known);
    for (const [key, value] of Object.entries(head)) {
      // What is said once of an order is said of all of it, in whichever of its rows it stands.
      const before = known.head[key] ?? value;
      known.head[key] = before;
      const words = importSentences.twoHeads(row.cells.reference);
      if (before !== value) faults.push({ row: row.row, column: key, value, words });
    }
    if (!line) {
      unreadOf(known).push({ row: row.row, sku: row.cells.sku });
      continue;
    }
    known.rows.push(row.row);
    known.lines.push(line);
  }
  return [...groups.values()];
}

/** Where our columns stand in the file, what it has beside them, and by which answers it was read. */
export interface Sheet
  extends Pick<
    Table<string>,
    'headings' | 'written' | 'sheet' | 'sheets' | 'headerKey' | 'answers' | 'isRemembered'
  > {
  readonly encoding: string | null;
  readonly lines: number;
  readonly groups: readonly Group[];
  readonly faults: readonly Fault[];
  readonly remarks: readonly Fault[];
}
/** Sheets of our own template that hold no returns. */
export const ownSheets: ReadonlySet<string> = new Set([templateWords.examples, templateWords.choices]);

/** What a spreadsheet is read by. */
export interface SheetKnown {
  readonly words?: ImportWords;
  readonly answers?: Answers;
  readonly remembered?: readonly Remembered[];
  /** In Asia/Shanghai. */
  readonly today?: string;
}

/** What stands in a spreadsheet of returns, and all that is wrong with it by itself. It reads in turns with the scans. */
export async function readSheet(
  file: Uint8Array,
  { words = { reason: [], wish: [] }, answers = {}, remembered = [], today }: SheetKnown = {},
): Promise<Sheet> {
  const vocabularies = vocabulariesOf(words);
  const asked = { answers, remembered, vocabularies, examples: ownSheets, today };
  const { format = null, rows, problems, ...about } = await readTable(file, importColumns, asked);
  const locate = located(about.headings);
  const faults = faultsOfTable(problems, true);
  const inside: FoundFault[] = [];
  const groups = await group(rows, inside);
  const all = besideUnread(faults, inside);
  return {
    ...{ ...about, encoding: format, lines: rows.length, groups },
    ...{ faults: all.map(locate), remarks: faultsOfTable(problems, false).map(locate) },
  };
}
