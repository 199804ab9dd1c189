import { z } from 'zod';
import {
  allCodes,
  organisationByCode,
  organisationById,
  warehouseByCode,
} from '../../db/queries/master-data.ts';
import { orderWithReference } from '../../db/queries/returns.ts';
import { returnLines, returnOrders, type skus } from '../../db/schema/goods.ts';
import type { Scoped, Writing } from '../../db/scope.ts';
import type { Actor } from '../access/permissions.ts';
import { isCalendarDate, shanghaiDate, supervisionUntil } from '../customs/dates.ts';
import { rowsOf, startTask } from '../entities/background-tasks.ts';
import { exportFacts } from '../exported-orders/export-facts.ts';
import { conflict, notFound, unusable } from '../http/problem.ts';
import type { RequestContext } from '../http/request-context.ts';
import { identifier, prose, line as text } from '../http/shapes.ts';
import { readCountry } from '../identifiers/countries.ts';
import { readSerial } from '../identifiers/serial.ts';
import { readWaybill } from '../identifiers/waybill.ts';
import { hasForm, isImei } from '../items/serials.ts';
import { isLostNumber } from '../spreadsheets/damage.ts';
import { outboundSentences } from '../words/outbound.ts';
import { nouns } from '../words/problems.ts';
import { returnSentences } from '../words/returns.ts';
import type { Words } from '../words/words.ts';
import { returnOrderWorkflow, reviewReasons } from '../workflow/return-order.ts';
import { mustBeAbleToCome, piecesOf, skusOf } from './announce.ts';
import { asKept, withOwnCode } from './as-kept.ts';
import { Written, writtenOtherwise } from './as-written.ts';
import { type CitedLine, citedAsk } from './cited.ts';
import { LINES_AT_ONCE, lineRow, type OrderPart } from './lines.ts';

/** More than anybody types, and than a parcel holds; spreadsheets of more become several return orders. */
export const MAX_LINES = 2_000;
/** What its lines become, an item for each article with a serial: each is looked at when the order is. */
export const MAX_ITEMS = 10_000;

/** One line as an exporter gives it. Dates are local dates in Asia/Shanghai. */
export const LineAsk = z.strictObject({
  sku: identifier(64),
  quantity: z.number().int().min(1).max(10_000),
  serial: identifier(64).optional(),
  imei2: identifier(64).optional(),
  reason: text(8).default('R99'),
  reasonText: prose(500).optional(),
  wish: text(8).optional(),
  /** The platform's number of the order with which it was exported, and the line of that order. */
  salesOrder: identifier(64).optional(),
  orderLine: z.number().int().min(1).max(9999).optional(),
  exportDocumentKind: z.enum(['declaration', 'list', 'filing list']).optional(),
  ...exportFacts,
  asWritten: Written.optional(),
});
export type LineAsk = z.output<typeof LineAsk>;

export const OrderAsk = z.strictObject({
  /** For staff, who may write one on an exporter's behalf: the exporter's code. */
  exporter: text(32).optional(),
  warehouse: text(32),
  reference: identifier(64).optional(),
  platform: text(40).optional(),
  /** ISO 3166-1, two letters. */
  country: text(2).optional(),
  carrier: text(60).optional(),
  waybill: text(48).optional(),
  note: prose(1000).optional(),
  asWritten: Written.optional(),
  lines: z
    .array(LineAsk)
    .max(MAX_LINES)
    .describe(`At most ${MAX_ITEMS} items in all: each article with a serial is one, and each other line.`),
});
export type OrderAsk = z.output<typeof OrderAsk>;

export interface LineFault {
  readonly line: number;
  readonly field: string;
  readonly words: Words;
}

interface Known {
  /** The codes of all lists: "reason R01". */
  readonly codes: ReadonlySet<string>;
  readonly skus: ReadonlyMap<string, Pick<Sku, 'serialPattern'>>;
  readonly today: string;
}

/** What is wrong with the lines, all of it at once. Unknown SKUs are no fault: a person looks at them. */
export function faultsOf(lines: readonly LineAsk[], { codes, skus, today }: Known): LineFault[] {
  const seen = new Set<string>();
  return lines.flatMap((ask, i) =>
    [
      ...serialFaults(ask, i + 1, { seen, sku: skus.get(ask.sku) }),
      ...codeFaults(ask, i + 1, codes),
      ...lostNumbers(ask),
      ...dateFaults(ask, i + 1, today),
    ].map(([field, words]) => ({ line: i + 1, field, words })),
  );
}
type Fault = readonly [field: string, words: Words];

type Sku = typeof skus.$inferSelect;
/** `seen` are the serials of the lines before. */
function serialFaults(
  ask: LineAsk,
  n: number,
  { seen, sku }: { readonly seen: Set<string>; readonly sku: Pick<Sku, 'serialPattern'> | undefined },
): Fault[] {
  if (!ask.serial) return ask.imei2 ? [['imei2', returnSentences.imei2Alone(n)]] : [];
  const serial = readSerial(ask.serial);
  if (!serial) return [['serial', returnSentences.badSerial(n, ask.serial)]];
  if (!hasForm(serial, sku))
    return [['serial', returnSentences.otherForm(n, serial, sku?.serialPattern ?? '')]];
  const imei2 = ask.imei2 === undefined ? undefined : readSerial(ask.imei2);
  if (ask.imei2 !== undefined && !(imei2 && isImei(imei2) && imei2 !== serial))
    return [['imei2', returnSentences.badImei(n, ask.imei2)]];
  const isTwice = seen.has(`${ask.sku} ${serial}`);
  seen.add(`${ask.sku} ${serial}`);
  return [
    ...(isTwice ? [['serial', returnSentences.twice(n, serial)] as const] : []),
    ...(ask.quantity === 1 ? [] : [['quantity', returnSentences.serialisedIsOne(n)] as const]),
  ];
}

function codeFaults({ reason, wish }: LineAsk, n: number, codes: ReadonlySet<string>): Fault[] {
  const isUnknownWish = wish && !codes.has(`disposition ${wish}`);
  return [
    ...(codes.has(`reason ${reason}`)
      ? []
      : [['reason', returnSentences.unknownCode(n, 'reason', reason)] as const]),
    ...(isUnknownWish ? [['wish', returnSentences.unknownCode(n, 'disposition', wish)] as const] : []),
  ];
}

function dateFaults(ask: LineAsk, n: number, today: string): Fault[] {
  const faults: Fault[] = [];
  for (const field of ['exportDate', 'releaseDate'] as const) {
    const date = ask[field];
    if (date && !isCalendarDate(date)) faults.push([field, returnSentences.badDate(n)]);
    else if (date && date > today) faults.push([field, returnSentences.futureDate(n)]);
  }
  return faults;
}

/** What a spreadsheet program made of a long number is none, wherever it was pasted. */
const lostNumbers = (ask: LineAsk): Fault[] =>
  (['sku', 'serial', 'salesOrder', 'exportDocument'] as const).flatMap((field): Fault[] => {
    const said = ask[field];
    return said !== undefined && isLostNumber(said) ? [[field, returnSentences.lostNumber(said)]] : [];
  });

export async function codesKnown(db: Scoped): Promise<ReadonlySet<string>> {
  return new Set((await db.ask(allCodes, {})).map(({ list, code }) => `${list} ${code}`));
}

/** @throws Problem 404 where there is no such warehouse, or nobody to send something back */
export async function whoseAndWhere(db: Scoped, actor: Actor, ask: Pick<OrderAsk, 'exporter' | 'warehouse'>) {
  const [warehouse] = await db.ask(warehouseByCode, { code: ask.warehouse });
  if (!warehouse?.active) throw notFound(nouns.warehouse, ask.warehouse);
  const [exporter] =
    actor.viewer.as === 'exporter'
      ? await db.ask(organisationById, { id: actor.viewer.organisation })
      : await db.ask(organisationByCode, { code: ask.exporter ?? '' });
  if (exporter?.kind !== 'exporter') throw notFound(nouns.exporter, ask.exporter ?? '');
  return { warehouseId: warehouse.id, exporterId: exporter.id, citation: exporter.exportCitation };
}

/** Waybill and country of a return as they are stored. @throws Problem 422 for what is none, and for a damaged reference */
function headNumbers(ask: Pick<OrderAsk, 'waybill' | 'country' | 'reference'>) {
  const waybill = ask.waybill === undefined ? null : readWaybill(ask.waybill);
  if (waybill === undefined)
    throw unusable([{ path: ['waybill'], code: 'waybill' }], outboundSentences.notAWaybill);
  const country = ask.country === undefined ? undefined : readCountry(ask.country);
  if (ask.country !== undefined && country === undefined)
    throw unusable([{ path: ['country'], code: 'country' }], returnSentences.notACountry(ask.country));
  if (ask.reference !== undefined && isLostNumber(ask.reference))
    throw unusable([{ path: ['reference'], code: 'damaged' }], returnSentences.lostNumber(ask.reference));
  return { waybill, ...(country === undefined ? {} : { country }) };
}

async function mustBeFree(tx: Writing, exporterId: string, reference: string | undefined) {
  if (!reference) return;
  const [same] = await tx.ask(orderWithReference, { reference, exporterId });
  if (same) throw conflict('reference_taken', returnSentences.referenceTaken(reference, same.code));
}

/**
 * Writes a draft with its lines; announcing it is a step of its own. Of many lines the first are stored with it and the
 * others from then on in pieces (finish-order.ts), which then submit it if that was asked. @throws Problem 422 naming every faulty line */
export async function draftOrder(
  tx: Writing,
  actor: Actor,
  { submit = false, ...written }: OrderAsk & { readonly submit?: boolean },
  context: RequestContext,
) {
  const { citation, ...whose } = await whoseAndWhere(tx, actor, written);
  const today = shanghaiDate(context.now);
  const tidied = asKept(written);
  const known = await skusOf(
    tx,
    whose.exporterId,
    tidied.lines.map(({ sku }) => ({ skuCode: sku })),
  );
  const ask = { ...tidied, lines: tidied.lines.map((line) => withOwnCode(line, known)) };
  const faults = faultsOf(ask.lines, { codes: await codesKnown(tx), skus: known, today });
  mustBeFaultless(faults);
  mustBeFewEnough(ask.lines, known);
  const cited = await citedAsk(tx, whose.exporterId, { ask, citation });
  mustBeFaultless(cited.faults);
  await mustBeFree(tx, whose.exporterId, ask.reference);
  const numbers = headNumbers(ask);
  const unknown = ask.lines.some(({ sku }) => !known.has(sku));
  const late = cited.lines.some(({ releaseDate }) => releaseDate && supervisionUntil(releaseDate) < today);
  const { lines: _, exporter: _e, warehouse: _w, ...head } = ask;
  const order = {
    ...whose,
    ...head,
    ...numbers,
    ...cited.head,
    asWritten: writtenOtherwise(written, { ...ask, ...numbers }, ask.asWritten),
    id: context.newId(),
    code: context.newCode('returnOrder'),
    state: returnOrderWorkflow.initial,
    stateSince: context.now,
    reviewFor:
      [
        ...(unknown ? [reviewReasons.unknownSku] : []),
        ...(late ? [reviewReasons.outsideTheWindow] : []),
        ...(cited.needsReview ? [reviewReasons.noKnownExport] : []),
      ].join(',') || null,
    createdBy: actor.id,
    createdAt: context.now,
  };
  return store(tx, order, { lines: cited.lines, known, submit }, context);
}

/** @throws Problem 422 naming every faulty line */
function mustBeFaultless(faults: readonly LineFault[]): void {
  if (faults.length) throw unusable(faults.map((f) => ({ path: ['lines', f.line - 1, f.field], ...f })));
}

/** @throws Problem 422 for more items than one return order may have */
function mustBeFewEnough(lines: readonly LineAsk[], known: Accepted['known']): void {
  const items = lines.reduce((sum, line) => sum + piecesOf(line, known.get(line.sku)), 0);
  if (items <= MAX_ITEMS) return;
  throw unusable(
    [{ path: ['lines'], code: 'too many items' }],
    returnSentences.tooManyItems(items, MAX_ITEMS),
  );
}

interface Accepted {
  readonly lines: readonly CitedLine[];
  readonly known: Awaited<ReturnType<typeof skusOf>>;
  readonly submit: boolean;
}

/** Stores it with its first lines; whatever is more is a task from then on. */
async function store<Order extends typeof returnOrders.$inferInsert>(
  tx: Writing,
  order: Order,
  accepted: Accepted,
  context: RequestContext,
) {
  const { lines, known, submit } = accepted;
  const parts = partsAfterFirst(accepted);
  const isBeingStored = parts.length > 0;
  if (isBeingStored && submit)
    await mustBeAbleToCome(tx, { ...order, lines: lines.flatMap((line, i) => serialOf(line, i + 1, known)) });
  const pending = submit ? lines : lines.slice(LINES_AT_ONCE);
  const itemsPending = pending.reduce((sum, line) => sum + piecesOf(line, known.get(line.sku)), 0);
  await tx.add(returnOrders, { ...order, isBeingStored, piecesLeft: isBeingStored ? itemsPending : 0 });
  const first = lines.slice(0, LINES_AT_ONCE);
  await tx.addMany(
    returnLines,
    first.map((line, i) => lineRow(order, line, { number: i + 1, known }, context)),
  );
  const { id, createdBy: askedBy, exporterId } = order;
  const json = parts.map((part) => JSON.stringify(part));
  const task = { id, kind: 'return order', askedBy, exporterId } as const;
  if (isBeingStored) await startTask(tx, task, context.now, rowsOf(id, json));
  return { ...order, isBeingStored };
}

/** Of a line with a serial, what says whether its article can come; of two thousand, no more is read than that. */
const serialOf = ({ sku, serial }: LineAsk, number: number, known: Accepted['known']) =>
  serial ? [{ number, serial: readSerial(serial) ?? null, skuId: known.get(sku)?.id ?? null }] : [];

function partsAfterFirst({ lines, known, submit }: Accepted): OrderPart[] {
  const later = lines.slice(LINES_AT_ONCE).map((line, i) => {
    const items = piecesOf(line, known.get(line.sku));
    return { number: LINES_AT_ONCE + i + 1, line, items, submit };
  });
  return later.length > 0 && submit ? [...later, 'submit'] : later;
}
