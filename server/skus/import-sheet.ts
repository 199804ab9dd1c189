import { z } from 'zod';
import { line } from '../http/shapes.ts';
import { besideUnread, type Fault, type FoundFault, faultsOfTable, located } from '../http/sheet-faults.ts';
import { yieldToEventLoop } from '../process/yield-to-event-loop.ts';
import type { Answers } from '../spreadsheets/answers.ts';
import { type Heading, readTable } from '../spreadsheets/read-table.ts';
import { skuImportSentences } from '../words/sku-import.ts';
import { readCurrency, readDecimal, readGrams } from './import-cells.ts';
import { type SkuKey, skuColumns, skuVocabularies } from './import-columns.ts';
import { about } from './skus.ts';

/** What a row says of its SKU: only what is filled in. The value is still a decimal, as its currency may be the SKU's own. */
const Said = z.strictObject({
  ...z
    .object({ ...about, active: z.boolean() })
    .partial()
    .omit({ valueMinor: true }).shape,
  value: z.string().optional(),
  code: line(64),
});
export type Said = z.output<typeof Said>;
export interface SkuRowSaid {
  readonly row: number;
  readonly said: Said;
}
export interface SkuSheet {
  readonly encoding: string | null;
  readonly lines: number;
  readonly rows: readonly SkuRowSaid[];
  readonly faults: readonly Fault[];
  readonly remarks: readonly Fault[];
  readonly headings: Readonly<Record<string, Heading>>;
  readonly written: readonly { readonly name: string; readonly example: string }[];
  readonly sheets: readonly string[];
}

type Cells = Readonly<Record<SkuKey, string>>;
const yes = (cell: string) => cell === 'yes';
/** How the text of a cell becomes what is stored; undefined for what is none of it. */
const readers: { readonly [key in SkuKey]?: (cell: string) => unknown } = {
  hsCode: (cell) => cell.replace(/[\s.]/g, ''),
  value: readDecimal,
  currency: readCurrency,
  weightGrams: readGrams,
  batteryWh: (cell) => readDecimal(cell.toLowerCase().endsWith('wh') ? cell.slice(0, -2) : cell),
  serialTracked: yes,
  holdsData: yes,
  active: yes,
};

function readRow({ row, cells }: { readonly row: number; readonly cells: Cells }, faults: FoundFault[]) {
  const said: Record<string, unknown> = {};
  for (const { key } of skuColumns) {
    if (cells[key] === '') continue;
    const read = readers[key] ? readers[key](cells[key]) : cells[key];
    said[key] = read === undefined ? Number.NaN : read;
  }
  const result = Said.safeParse(said);
  if (result.success) return { row, said: result.data };
  for (const column of new Set(result.error.issues.map(({ path }) => String(path[0] ?? '')))) {
    const value = cells[column as SkuKey] ?? '';
    faults.push({ row, column, value, words: skuImportSentences.cell(column) });
    delete said[column];
  }
  // What is wrong with one cell hides nothing of the others.
  const rest = Said.safeParse(said);
  return rest.success ? { row, said: rest.data } : undefined;
}

/** The second row of a SKU would say something else of it, or the same again: which of them is meant, nobody knows. */
function twice(rows: readonly SkuRowSaid[]): FoundFault[] {
  const first = new Map<string, number>();
  return rows.flatMap(({ row, said: { code } }) => {
    const before = first.get(code.toLowerCase());
    if (before === undefined) first.set(code.toLowerCase(), row);
    return before === undefined
      ? []
      : [{ row, column: 'code', value: code, words: skuImportSentences.twice(code, before) }];
  });
}

/** What stands in a catalogue, and all that is wrong with it by itself. It reads in turns with the scans. */
export async function readSkuSheet(file: Uint8Array, answers: Answers = {}): Promise<SkuSheet> {
  const table = await readTable(file, skuColumns, { answers, vocabularies: skuVocabularies });
  const { format = null, rows: read, problems, headings, written, sheets } = table;
  const locate = located(headings);
  const faults = faultsOfTable(problems, true);
  const inside: FoundFault[] = [];
  const rows: SkuRowSaid[] = [];
  const letOthersRun = yieldToEventLoop();
  for (const one of read) {
    await letOthersRun();
    const said = readRow(one, inside);
    if (said) rows.push(said);
  }
  inside.push(...twice(rows));
  const all = besideUnread(faults, inside);
  return {
    ...{ encoding: format, lines: read.length, rows, headings, written, sheets },
    ...{ faults: all.map(locate), remarks: faultsOfTable(problems, false).map(locate) },
  };
}
