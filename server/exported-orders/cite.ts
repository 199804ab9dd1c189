import { eq } from 'drizzle-orm';
import { exportedUnderNumbers, exportedWithSerials } from '../../db/queries/exported-orders.ts';
import { exportedLines } from '../../db/schema/exported.ts';
import type { Scoped } from '../../db/scope.ts';
import { readSerial } from '../identifiers/serial.ts';
import { exportedSentences, whyUncited } from '../words/exported-orders.ts';
import type { Words } from '../words/words.ts';
import { contradiction, type ExportFacts } from './export-facts.ts';
import { inBatches, returnableOf } from './returnable.ts';
import { type Counted, citing, nameOf, taken, type Used } from './take.ts';

/** As much of a line of a return as says of which export it is. */
export interface CitingLine extends ExportFacts {
  readonly sku: string;
  readonly quantity: number;
  readonly serial?: string | undefined;
  readonly salesOrder?: string | undefined;
  /** The line of that order, where somebody says it. */
  readonly orderLine?: number | undefined;
}
export interface CitingOrder<L extends CitingLine> {
  readonly reference?: string | undefined;
  readonly platform?: string | undefined;
  readonly country?: string | undefined;
  /** Whether each line has to be of one line of an export. */
  readonly inOne?: true;
  readonly lines: readonly L[];
}
export type Found = Awaited<ReturnType<(typeof exportedUnderNumbers)['build']>>[number];
export interface CiteFault {
  /** The line of the return, from 1. */
  readonly line: number;
  readonly field: string;
  readonly words: Words;
}
/** What a line of a return cites, or why nothing; and the line with all that its export says of it. */
export interface Cited<L> {
  /** Which line was asked about, from 1: one that is of several lines of its export becomes as many. */
  readonly of: number;
  readonly line: L & { readonly exportedLineId: string | null };
  readonly uncited?: Words;
}
export interface CitedOrder<L> {
  readonly lines: readonly Cited<L>[];
  readonly faults: readonly CiteFault[];
  /** What the orders that it cites say of all of it. */
  readonly platform?: string;
  readonly country?: string;
}
/** Finds for each line of these returns the line of an exported order of which it is, and what is wrong with that. */
export async function citeExports<L extends CitingLine>(
  db: Scoped,
  exporterId: string,
  orders: readonly CitingOrder<L>[],
  used: Used = new Map(),
): Promise<CitedOrder<L>[]> {
  const known = await exportsOf(db, exporterId, orders);
  if (known.isEmpty) return orders.map(uncitedAll);
  const meant = orders.map((order) =>
    order.lines.map((line, i) => meantBy(known, order, { line, n: i + 1 })),
  );
  const all = meant.flat().flatMap((one) => ('among' in one ? one.among : []));
  const left = await returnableOf(db, [...new Map(all.map(({ line }) => [line.id, line])).values()]);
  return orders.map((order, i) => decided(order, meant[i] ?? [], { left, used }));
}

const uncitedAll = <L extends CitingLine>({ lines }: CitingOrder<L>): CitedOrder<L> => ({
  faults: [],
  lines: lines.map((line, i) => ({
    of: i + 1,
    line: { ...line, exportedLineId: null },
    uncited: line.salesOrder ? whyUncited.unknownOrder(line.salesOrder) : whyUncited.noOrder(),
  })),
});

const MANY_SERIALS = 100;
interface Exports {
  readonly isEmpty: boolean;
  readonly byNumber: ReadonlyMap<string, readonly Found[]>;
  readonly bySerial: ReadonlyMap<string, readonly Found[]>;
}
async function exportsOf<L extends CitingLine>(
  db: Scoped,
  exporterId: string,
  orders: readonly CitingOrder<L>[],
): Promise<Exports> {
  const lines = orders.flatMap((order) => order.lines);
  const numbers = [...orders.map(({ reference }) => reference), ...lines.map(({ salesOrder }) => salesOrder)];
  const serials = lines.flatMap(({ serial, salesOrder }) =>
    serial && !salesOrder ? (readSerial(serial) ?? []) : [],
  );
  const under: Found[] = [];
  for (const some of inBatches([
    ...new Set(numbers.flatMap((number) => (number ? [number, keyOf(number)] : []))),
  ]))
    under.push(...(await db.list(exportedUnderNumbers, { exporterId, numbers: some })));
  const carrying: Found[] = [];
  // Whoever told of no export is not asked about thousands of serials.
  const isWorthwhile =
    serials.length <= MANY_SERIALS ||
    (await db.first(exportedLines, eq(exportedLines.exporterId, exporterId))) !== undefined;
  for (const some of inBatches(isWorthwhile ? [...new Set(serials)] : []))
    carrying.push(...(await db.list(exportedWithSerials, { exporterId, serials: some })));
  return {
    isEmpty: under.length + carrying.length === 0,
    byNumber: grouped(under, ({ order }) => [keyOf(order.number)]),
    bySerial: grouped(carrying, ({ line }) => [line.serial, line.imei2]),
  };
}

/** Written small or in capitals it is one order. */
const keyOf = (number: string) => number.toUpperCase();

function grouped(found: readonly Found[], keysOf: (one: Found) => readonly (string | null)[]) {
  const groups = new Map<string, Found[]>();
  for (const one of found)
    for (const key of new Set(keysOf(one)))
      if (key !== null) groups.set(key, [...(groups.get(key) ?? []), one]);
  return groups;
}

/** The lines of exported orders that may be meant, or why there is none, or what is wrong. */
type Meant = { readonly among: readonly Found[] } | { readonly why: Words } | { readonly fault: CiteFault };
interface Asking<L> {
  readonly line: L;
  readonly n: number;
}

function meantBy<L extends CitingLine>(known: Exports, head: CitingOrder<L>, { line, n }: Asking<L>): Meant {
  const asReference = known.byNumber.has(keyOf(head.reference ?? '')) ? head.reference : undefined;
  const number = line.salesOrder ?? asReference;
  const serial = line.serial ? readSerial(line.serial) : undefined;
  if (number !== undefined) return underNumber(known, head, { line, n, number, serial });
  // The last export of the very thing.
  const [last] = (known.bySerial.get(serial ?? '') ?? []).filter((one) => one.line.skuCode === line.sku);
  return last ? fitting([last], { line, n }) : { why: whyUncited.noOrder() };
}

function underNumber<L extends CitingLine>(
  known: Exports,
  { platform }: CitingOrder<L>,
  { number, serial, ...asking }: Asking<L> & { readonly number: string; readonly serial: string | undefined },
): Meant {
  const { line } = asking;
  const all = ofPlatform(known.byNumber.get(keyOf(number)) ?? [], platform);
  if (all.length === 0) return { why: whyUncited.unknownOrder(number) };
  if (line.orderLine !== undefined) {
    const found = all.filter((one) => one.line.number === line.orderLine);
    const fault = wrongLine(found, asking, number);
    return fault ? { fault } : oneOrder(found, asking);
  }
  const same = all.filter((one) => one.line.skuCode === line.sku);
  if (same.length === 0) return { why: whyUncited.otherSku(number, line.sku) };
  const its = serial === undefined ? same : withSerial(same, serial);
  return its.length === 0 ? { why: whyUncited.otherSerial(number, line.sku) } : oneOrder(its, asking);
}

/** Of two shops with the same number, the one on this platform. */
function ofPlatform(all: readonly Found[], platform = '') {
  const exactly = all.filter(({ order }) => order.platform === platform);
  if (exactly.length > 0) return exactly;
  const its = all.filter(({ order }) => order.platform.toLowerCase() === platform.toLowerCase());
  return its.length > 0 ? its : all;
}

function wrongLine<L extends CitingLine>([first]: readonly Found[], { line, n }: Asking<L>, order: string) {
  const at = { line: n, field: 'orderLine' };
  if (!first) return { ...at, words: exportedSentences.noSuchLine(n, order, line.orderLine ?? 0) };
  if (first.line.skuCode === line.sku) return undefined;
  return { ...at, field: 'sku', words: exportedSentences.otherOnLine(n, nameOf(first), line.sku) };
}

/** The line with this number, or those of which no number is known. */
function withSerial(found: readonly Found[], serial: string) {
  const its = found.filter(({ line }) => line.serial === serial || line.imei2 === serial);
  return its.length > 0 ? its : found.filter(({ line }) => line.serial === null);
}

function oneOrder<L extends CitingLine>(found: readonly Found[], asking: Asking<L>): Meant {
  const orders = new Map(found.map(({ line, order }) => [line.orderId, order]));
  if (orders.size <= 1) return fitting(found, asking);
  const platforms = [...orders.values()].map(({ platform }) => platform || '–').join(', ');
  const number = found[0]?.order.number ?? '';
  const words = exportedSentences.twoOrders(asking.n, number, platforms);
  return { fault: { line: asking.n, field: 'salesOrder', words } };
}

/** Those of which nothing is said otherwise. */
function fitting<L extends CitingLine>(found: readonly Found[], { line, n }: Asking<L>): Meant {
  const among = found.filter((one) => contradiction(line, one.line) === undefined);
  const [first] = found;
  if (among.length > 0 || !first) return { among };
  const other = contradiction(line, first.line) ?? { field: '', given: '', known: '' };
  const words = exportedSentences.differs(n, other, nameOf(first));
  return { fault: { line: n, field: other.field, words } };
}

function decided<L extends CitingLine>(
  order: CitingOrder<L>,
  meant: readonly Meant[],
  counted: Counted,
): CitedOrder<L> {
  const faults: CiteFault[] = [];
  const exports: Found[] = [];
  const lines = order.lines.flatMap((line, i): Cited<L>[] => {
    const of = i + 1;
    const one = meant[i] ?? { why: whyUncited.noOrder() };
    const nothing = { ...line, exportedLineId: null };
    if ('why' in one) return [{ of, line: nothing, uncited: one.why }];
    if ('fault' in one) {
      faults.push(one.fault);
      return [{ of, line: nothing }];
    }
    const its = taken(one.among, { line, n: of, inOne: order.inOne }, counted);
    if ('words' in its) {
      faults.push(its);
      return [{ of, line: nothing }];
    }
    exports.push(...its.map(({ found }) => found));
    const [first] = its;
    const elsewhere = first && otherCountry(order.country, first.found, of);
    if (elsewhere) faults.push(elsewhere);
    return its.length === 0 ? [{ of, line: nothing }] : its.map((part) => ({ of, line: citing(line, part) }));
  });
  return { lines, faults, ...shared(exports, lines.length) };
}

function otherCountry(given: string | undefined, { order }: Found, n: number): CiteFault | undefined {
  if (!given || order.country === null || given.toUpperCase() === order.country) return undefined;
  const named = { order: order.number, line: 0, sku: '' };
  const differing = { field: 'country', given, known: order.country };
  return { line: n, field: 'country', words: exportedSentences.differs(n, differing, named) };
}

/** Platform and country of a return of which every line comes from there. */
function shared(exports: readonly Found[], lines: number) {
  if (exports.length !== lines) return {};
  const only = (values: readonly (string | null)[]) => {
    const [one, another] = [...new Set(values)];
    return one && another === undefined ? one : undefined;
  };
  const platform = only(exports.map(({ order }) => order.platform));
  const country = only(exports.map(({ order }) => order.country));
  return { ...(platform ? { platform } : {}), ...(country ? { country } : {}) };
}
