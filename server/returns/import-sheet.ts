import type { AsWritten, writtenFields } from '../../db/schema/goods.ts';
import { readAsFar } from '../http/read-as-far.ts';
import { line } from '../http/shapes.ts';
import { besideUnread, type Fault, type FoundFault, faultsOfTable, located } from '../http/sheet-faults.ts';
import { wholeImei } from '../identifiers/serial.ts';
import { readWaybill } from '../identifiers/waybill.ts';
import { yieldToEventLoop } from '../process/yield-to-event-loop.ts';
import type { Answers, Remembered } from '../spreadsheets/answers.ts';
import { twoImeis } from '../spreadsheets/imei-cells.ts';
import { readTable, type Table } from '../spreadsheets/read-table.ts';
import type { TableRow } from '../spreadsheets/row-reader.ts';
import { importSentences, templateWords } from '../words/import.ts';
import { outboundSentences } from '../words/outbound.ts';
import { tableWords } from '../words/spreadsheets.ts';
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
/** What the cells of a row say that can be read. */
const given = ({ cells, unread }: Row, keys: readonly (keyof Cells)[]) =>
  Object.fromEntries(keys.flatMap((key) => (cells[key] && !unread.includes(key) ? [[key, cells[key]]] : [])));
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
function readLine(asked: Row, faults: FoundFault[]): LineAsk | undefined {
  const { row, cells, written } = asked;
  const counted = Object.fromEntries(
    Object.entries(given(asked, ['quantity', 'orderLine', 'exportLine'])).map(([key, text]) => [
      key,
      number(text),
    ]),
  );
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
  const said = { ...given(asked, lineOf), ...imeis, ...counted, ...asWritten };
  const { read, wrong } = readAsFar(LineAsk, said, { sku: NOT_SAID, quantity: 1 });
  for (const column of wrong)
    faults.push({
      ...{ row, column, value: cells[column as keyof Cells] ?? '' },
      words: importSentences.cell(column),
    });
  return read;
}
/** Stands where a row does not say which article it is; its cell is a fault. */
const NOT_SAID = '?';

/** What all rows of one return order share must fit it too. */
function readHead(asked: Row, faults: FoundFault[]): Readonly<Record<string, string>> {
  const { row } = asked;
  const head: Partial<Record<Key, string>> = given(asked, headOf);
  const { read = {}, wrong } = readAsFar(HeadAsk, head);
  for (const column of wrong)
    faults.push({ row, column, value: head[column as Key] ?? '', words: importSentences.cell(column) });
  if (read.waybill && readWaybill(read.waybill) === undefined)
    faults.push({ row, column: 'waybill', value: read.waybill, words: outboundSentences.notAWaybill });
  return Object.fromEntries(Object.entries(head).filter(([key]) => !wrong.includes(key)));
}

/** The rows of one reference: they become one return order. */
export interface Group {
  readonly head: Readonly<Record<string, string>>;
  /** What of it the file writes otherwise. */
  readonly asWritten?: AsWritten;
  readonly rows: number[];
  readonly lines: LineAsk[];
}

/** Rows with one reference are one return order. */
async function group(rows: readonly Row[], faults: FoundFault[]): Promise<Group[]> {
  type Growing = Group & { readonly head: Record<string, string> };
  const groups = new Map<string, Growing>();
  const letOthersRun = yieldToEventLoop();
  for (const row of rows) {
    await letOthersRun();
    const line = readLine(row, faults);
    const head = readHead(row, faults);
    const written = writtenIn(row.written, writtenOfHead);
    const fresh: Growing = { head: {}, ...written, rows: [], lines: [] };
    // Whose number cannot be read is a return by itself.
    const { reference = '' } = head;
    const key = reference || `${NOT_SAID}${row.row}`;
    const known = groups.get(key) ?? fresh;
    groups.set(key, known);
    for (const [column, value] of Object.entries(head)) {
      // What is said once of an order is said of all of it, in whichever of its rows it stands.
      const before = known.head[column] ?? value;
      known.head[column] = before;
      const words = importSentences.twoHeads(reference);
      if (before !== value) faults.push({ row: row.row, column, value, words });
    }
    if (!line) continue;
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
