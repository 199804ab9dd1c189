import { hash } from 'node:crypto';
import { z } from 'zod';
import type { Writing } from '../../db/scope.ts';
import { answeredOnce } from '../answered-once.ts';
import { shanghaiDate } from '../customs/dates.ts';
import { readWaybill } from '../identifiers/waybill.ts';
import { Problem } from '../problem.ts';
import type { Call, Download } from '../route.ts';
import { Words } from '../shapes.ts';
import { readCsv } from '../spreadsheets/read-csv.ts';
import { writeCsv } from '../spreadsheets/write-csv.ts';
import { importSentences } from '../words/import.ts';
import { outboundSentences } from '../words/outbound.ts';
import { engine } from '../workflow/house.ts';
import { importColumns, importExample } from './import-columns.ts';
import { codesKnown, draftOrder, faultsOf, LineAsk, OrderAsk } from './submit.ts';

const Fault = z.object({ row: z.number(), column: z.string(), value: z.string(), words: Words });
export const ImportReport = z.object({
  encoding: z.string().nullable(),
  lines: z.number(),
  orders: z.array(
    z.object({ code: z.string(), reference: z.string(), lines: z.number(), state: z.string() }),
  ),
  /** Nothing is stored while there is one. */
  faults: z.array(Fault),
  /** Worth knowing, but no reason to refuse. */
  remarks: z.array(Fault),
});
type Report = z.infer<typeof ImportReport>;
type Fault = z.infer<typeof Fault>;
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

interface Group {
  readonly head: Readonly<Record<string, string>>;
  readonly rows: number[];
  readonly lines: LineAsk[];
}

/** Rows with one reference are one return order. */
function group(rows: readonly Row[], faults: Fault[]): Group[] {
  const groups = new Map<string, Group>();
  for (const row of rows) {
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

async function faultsInside(tx: Writing, groups: readonly Group[], today: string): Promise<Fault[]> {
  const codes = await codesKnown(tx);
  return groups.flatMap(({ lines, rows }) =>
    faultsOf(lines, codes, today).map(({ line, field, words }) => {
      const value = String(lines[line - 1]?.[field as keyof LineAsk] ?? '');
      return { row: rows[line - 1] ?? 0, column: field, value, words };
    }),
  );
}

type Ask = { scanId: string; warehouse: string; check?: 'only' | undefined };

/** Reads, checks and stores a whole spreadsheet in one transaction: all its orders, or none. */
export async function importCsv({ db, actor, input, file, moment }: Call<Ask>): Promise<Report> {
  const read = readCsv(file, importColumns);
  const told = read.problems.map(({ row, column, value, words, blocks }) => ({
    row,
    column,
    value,
    words,
    blocks,
  }));
  const faults: Fault[] = told.filter(({ blocks }) => blocks);
  const remarks: Fault[] = told.filter(({ blocks }) => !blocks);
  const groups = group(read.rows, faults);
  const none = { encoding: read.encoding ?? null, lines: read.rows.length, orders: [], remarks };
  return db.atomically(async (tx) => {
    faults.push(...(await faultsInside(tx, groups, shanghaiDate(moment.now))));
    faults.sort((a, b) => a.row - b.row);
    if (faults.length || input.check) return { ...none, faults: faults.slice(0, 1000) };
    const asked = { ...input, file: hash('sha256', file) };
    return answeredOnce(tx, input.scanId, asked, moment, async () => {
      const orders: Report['orders'] = [];
      for (const { head, lines, rows } of groups) orders.push(await store({ head, lines, rows }));
      return { ...none, orders, faults: [] };
    });

    async function store({ head, lines, rows }: Group) {
      const ask = OrderAsk.parse({ ...head, warehouse: input.warehouse, lines });
      try {
        const draft = await draftOrder(tx, actor, ask, moment);
        const order = await engine.take(tx, 'returnOrder', draft.code, 'submit', {}, actor, moment);
        return { code: draft.code, reference: head.reference ?? '', lines: lines.length, state: order.state };
      } catch (error) {
        // One order that cannot be stored undoes them all; the report says which rows it came from.
        if (!(error instanceof Problem)) throw error;
        throw new Problem(error.status, error.code, importSentences.rows(rows, error.words), error.extra);
      }
    }
  });
}

/** The columns with one example, as a spreadsheet to fill in. */
export const importTemplate = (): Download => ({
  type: 'text/csv; charset=utf-8',
  name: '退货导入模板 returns template.csv',
  bytes: writeCsv(
    importColumns.map(({ key, names }) => ({ key, name: names[0] })),
    [importExample],
  ),
});
