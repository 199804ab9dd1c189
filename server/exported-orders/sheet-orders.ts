import type { FoundFault } from '../http/sheet-faults.ts';
import { tidyIdentifier } from '../identifiers/tidy.ts';
import { readWaybill } from '../identifiers/waybill.ts';
import { yieldToEventLoop } from '../process/yield-to-event-loop.ts';
import { isKept, type Kept } from '../spreadsheets/answers.ts';
import { exportImportSentences } from '../words/exported-import.ts';
import { documentNumber } from './export-facts.ts';
import { ExportedAsk, type ExportedLineAsk } from './faults.ts';

/** The rows of one order. */
export interface OrderRows {
  readonly ask: ExportedAsk;
  /** The row of each of its lines. */
  readonly rows: readonly number[];
}
type Head = Readonly<Record<string, string>>;
/** A row, as far as it could be read. */
export interface ReadRow {
  readonly row: number;
  readonly head: Head;
  readonly line: ExportedLineAsk | undefined;
}
interface Growing {
  readonly head: Record<string, string>;
  /** In which row each word of the head stands. */
  readonly saidIn: Record<string, number>;
  readonly lines: ExportedLineAsk[];
  readonly rows: number[];
}

const plainly = (text = '') => tidyIdentifier(text).toUpperCase();

/** Which platforms the rows of each number name, and in which row each of them stands first. */
function platformsOf(rows: readonly ReadRow[]) {
  const platforms = new Map<string, Map<string, { readonly row: number; readonly name: string }>>();
  for (const { row, head } of rows) {
    const known = platforms.get(plainly(head.number)) ?? new Map();
    platforms.set(plainly(head.number), known);
    const its = plainly(head.platform);
    if (its && !known.has(its)) known.set(its, { row, name: head.platform });
  }
  return platforms;
}

/** Rows with one number on one platform are one order; what they say of it in two ways is told with both rows. */
export async function grouped(
  rows: readonly ReadRow[],
  faults: FoundFault[],
  { keep }: { readonly keep: readonly Kept[] },
): Promise<OrderRows[]> {
  const groups = new Map<string, Growing>();
  const platforms = platformsOf(rows);
  const letOthersRun = yieldToEventLoop();
  for (const { row, head, line } of rows) {
    await letOthersRun();
    const shops = [...(platforms.get(plainly(head.number)) ?? [])];
    const [only, another] = shops;
    // A row without a platform is of the only one that others with its number name.
    const its = head.platform ? plainly(head.platform) : another === undefined ? (only?.[0] ?? '') : '';
    if (!head.platform && another)
      faults.push({
        ...{ row, column: 'platform', value: '' },
        words: exportImportSentences.whichShop(
          head.number ?? '',
          shops.map(([, shop]) => shop),
        ),
      });
    const key = JSON.stringify([plainly(head.number), its]);
    const known = groups.get(key) ?? { head: {}, saidIn: {}, lines: [], rows: [] };
    groups.set(key, known);
    addHead(known, { row, head }, faults, keep);
    if (!line) continue;
    known.lines.push(line);
    known.rows.push(row);
  }
  const all = [...groups.values()];
  faults.push(...inTwoShops(all));
  return all.flatMap((group) => orderOf(group, faults));
}

const meant: Readonly<Record<string, (said: string) => string>> = {
  country: (said) => said.toUpperCase(),
  waybill: (said) => readWaybill(said) ?? plainly(said),
};
/** What is said once of an order is said of all of it. */
function addHead(
  { head, saidIn }: Growing,
  { row, head: said }: Pick<ReadRow, 'row' | 'head'>,
  faults: FoundFault[],
  keep: readonly Kept[],
): void {
  for (const [column, value] of Object.entries(said)) {
    const before = head[column];
    if (before === undefined) {
      head[column] = value;
      saidIn[column] = row;
    }
    const same = meant[column];
    if (before === undefined || !same || same(before) === same(value)) continue;
    const words = exportImportSentences.rowsDiffer(
      head.number ?? '',
      { column, known: before, value },
      saidIn[column] ?? 0,
    );
    // An order may well travel in two parcels; the first of them is kept.
    const isParcel = column === 'waybill';
    if (isParcel && isKept(keep, { column, code: 'otherParcel' })) continue;
    faults.push({
      ...{ row, column, value, words },
      ...(isParcel ? { may: 'keep' as const, code: 'otherParcel' } : {}),
    });
  }
}

const couldBeOne = (a: ExportedLineAsk, b: ExportedLineAsk) =>
  plainly(a.sku) === plainly(b.sku) &&
  plainly(a.serial) === plainly(b.serial) &&
  (!a.exportDocument ||
    !b.exportDocument ||
    documentNumber(a.exportDocument) === documentNumber(b.exportDocument));

/** Two shops may use one number, but the same goods of one document were exported once. */
function inTwoShops(groups: readonly Growing[]): FoundFault[] {
  const byNumber = new Map<string, Growing[]>();
  for (const group of groups) {
    const number = plainly(group.head.number);
    byNumber.set(number, [...(byNumber.get(number) ?? []), group]);
  }
  return [...byNumber.values()].flatMap(([first, ...others]) =>
    others.flatMap((other): FoundFault[] => {
      if (!first?.head.platform || !other.head.platform) return [];
      const n = other.lines.findIndex((line) => first.lines.some((one) => couldBeOne(one, line)));
      const line = other.lines[n];
      if (!line) return [];
      const m = first.lines.findIndex((one) => couldBeOne(one, line));
      const { number = '', platform = '' } = other.head;
      const words = exportImportSentences.twoShops(
        { number, sku: line.sku, platform: first.head.platform },
        first.rows[m] ?? 0,
      );
      return [{ row: other.rows[n] ?? 0, column: 'platform', value: platform, words }];
    }),
  );
}

function orderOf({ head, lines, rows }: Growing, faults: FoundFault[]): OrderRows[] {
  if (lines.length === 0) return [];
  const read = ExportedAsk.safeParse({ ...head, lines });
  if (read.success) return [{ ask: read.data, rows }];
  const { number = '' } = head;
  const words = exportImportSentences.cell('number');
  faults.push({ row: rows[0] ?? 0, column: 'number', value: number, words });
  return [];
}
