import { z } from 'zod';
import { Words } from '../http/shapes.ts';
import { readWaybill } from '../identifiers/waybill.ts';
import { yieldToEventLoop } from '../process/yield-to-event-loop.ts';
import { readCsv } from '../spreadsheets/read-csv.ts';
import { importSentences } from '../words/import.ts';
import { outboundSentences } from '../words/outbound.ts';
import { importColumns } from './import-columns.ts';
import { LineAsk, OrderAsk } from './submit.ts';

export const Fault = z.object({ row: z.number(), column: z.string(), value: z.string(), words: Words });
export type Fault = z.infer<typeof Fault>;
type Cells = Readonly<Record<(typeof importColumns)[number]['key'], string>>;
interface Row {
  readonly row: number;
  readonly cells: Cells;
}

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

/** A row as a line of a return, or what is wrong with its cells. */
function readLine({ row, cells }: Row, faults: Fault[]): LineAsk | undefined {
  const counted = {
    quantity: number(cells.quantity),
    ...(cells.exportLine ? { exportLine: number(cells.exportLine) } : {}),
  };
  const read = LineAsk.safeParse({ ...given(cells, lineOf), ...counted });
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
function readHead({ row, cells }: Row, faults: Fault[]): Readonly<Record<string, string>> {
  const head = given(cells, headOf);
  const read = HeadAsk.safeParse(head);
  for (const issue of read.error?.issues ?? []) {
    const column = String(issue.path[0] ?? '');
    faults.push({ row, column, value: head[column] ?? '', words: importSentences.cell(column) });
  }
  if (read.data?.waybill && readWaybill(read.data.waybill) === undefined)
    faults.push({ row, column: 'waybill', value: read.data.waybill, words: outboundSentences.notAWaybill });
  return head;
}

/** The rows of one reference: they become one return order. */
export interface Group {
  readonly head: Readonly<Record<string, string>>;
  readonly rows: number[];
  readonly lines: LineAsk[];
}

/** Rows with one reference are one return order. */
async function group(rows: readonly Row[], faults: Fault[]): Promise<Group[]> {
  const groups = new Map<string, Group>();
  const letOthersRun = yieldToEventLoop();
  for (const row of rows) {
    await letOthersRun();
    const line = readLine(row, faults);
    const head = readHead(row, faults);
    const known = groups.get(row.cells.reference) ?? { head, rows: [], lines: [] };
    groups.set(row.cells.reference, known);
    for (const key of headOf)
      if (head[key] && known.head[key] && head[key] !== known.head[key])
        faults.push({
          row: row.row,
          column: key,
          value: head[key],
          words: importSentences.twoHeads(row.cells.reference),
        });
    if (!line) continue;
    known.rows.push(row.row);
    known.lines.push(line);
  }
  return [...groups.values()];
}

export interface Sheet {
  readonly encoding: string | null;
  readonly lines: number;
  readonly groups: readonly Group[];
  readonly faults: readonly Fault[];
  readonly remarks: readonly Fault[];
}

/** What stands in a spreadsheet of returns, and all that is wrong with it by itself. It reads in turns with the scans. */
export async function readSheet(file: Uint8Array): Promise<Sheet> {
  const { encoding = null, rows, problems } = await readCsv(file, importColumns);
  const told = (blocking: boolean): Fault[] =>
    problems
      .filter(({ blocks }) => blocks === blocking)
      .map(({ row, column, value, words }) => ({ row, column, value, words }));
  const faults = told(true);
  const groups = await group(rows, faults);
  return { encoding, lines: rows.length, groups, faults, remarks: told(false) };
}
