import {
  itemsByLine,
  itemsWithImeisOf,
  itemsWithSerials,
  itemsWithSerialsOf,
  linesWithIds,
  linesWithSerials,
  ordersBeingAnnounced,
} from '../../db/queries/returns.ts';
import { skusWithCodes, skuWithCode } from '../../db/queries/skus.ts';
import type { returnLines, returnOrders, skus } from '../../db/schema/goods.ts';
import type { Scoped, Writing } from '../../db/scope.ts';
import { conflict } from '../http/problem.ts';
import { clocksOf } from '../items/effects-facts.ts';
import type { Item } from '../items/facts.ts';
import { type Announcement, newItem } from '../items/life.ts';
import { mayBeOne } from '../items/serials.ts';
import { addItems } from '../items/write.ts';
import { skusInAnyCase } from '../skus/any-case.ts';
import { returnSentences } from '../words/returns.ts';
import type { Words } from '../words/words.ts';
import type { StepContext } from '../workflow/effects.ts';
import { itemWorkflow } from '../workflow/item.ts';
import { knows } from '../workflow/workflow.ts';

type Line = typeof returnLines.$inferSelect;
/** As much of a line as says whether and how many are to be announced. */
type BriefLine = Pick<Line, 'id' | 'number' | 'skuId' | 'skuCode' | 'serial' | 'quantity' | 'cameAs'>;
type ReturnOrder = typeof returnOrders.$inferSelect;
type Sku = typeof skus.$inferSelect;
const FEW_SERIALS = 4;

/** At most so many values in one IN (…), on either database. */
export const inBatches = <T>(all: readonly T[], size = 500): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size));

/** So many items at once: a scan that comes in waits for no more than that. */
export const ITEMS_AT_ONCE = 50;
/** The others follow in smaller pieces, as each first looks for what is there already. */
export const ITEMS_PER_PIECE = 30;

type Announcing = Pick<StepContext<ReturnOrder>, 'row' | 'actor' | 'context' | 'trigger'>;

/** @throws Problem 409 for an article that cannot come, because it has not left since it was here last */
export async function mustBeAbleToCome(
  db: Scoped,
  order: Pick<ReturnOrder, 'id' | 'exporterId'> & {
    readonly lines: readonly Pick<Line, 'number' | 'serial' | 'skuId'>[];
    /** Of lines that are stored already, one question finds them all. */
    readonly areStored?: true;
  },
): Promise<void> {
  const { exporterId, lines } = order;
  const lifeOf = order.areStored ? await livesOfLines(db, order) : await livesOf(db, exporterId, lines);
  const coming = await serialsComing(db, order, lines);
  for (const line of lines) {
    const other = coming.get(line.serial);
    if (other)
      throw conflict('serial_in_house', returnSentences.serialComing(line.number, line.serial ?? '', other));
    const past = lifeOf(line);
    const why = past && stillHere(line.number, past);
    if (why) throw conflict('serial_in_house', why);
  }
}

/**
 * What a return order brings: for each line one lot, or one item for each article of a serialised SKU.
 * A serial that was here before goes on with its old life. Announces at most `atOnce` of those that there are not yet.
 * @returns how many are left
 */
export async function announceSome(
  system: Writing,
  order: Announcing,
  all: readonly BriefLine[],
  atOnce = ITEMS_AT_ONCE,
): Promise<number> {
  const { row, actor, context } = order;
  const lines = all.filter(isAnnounced);
  const known = await skusOf(system, row.exporterId, lines);
  const there = await system.ask(itemsByLine, { orderId: row.id });
  const { due, left } = notAnnounced(lines, known, there, atOnce);
  const some = await inFull(system, due);
  const lifeOf = await livesOf(
    system,
    row.exporterId,
    some.map(({ line }) => line),
  );
  const fresh: Item[] = [];
  for (const { line, pieces } of some) {
    const past = lifeOf(line);
    if (past && !stillHere(line.number, past)) await comesAgain(order, line, past);
    // It came meanwhile, without anybody waiting for it: what is expected is one that has no number yet.
    else fresh.push(...newItems(order, past ? { ...line, serial: null, imei2: null } : line, pieces));
  }
  const given = { order: row.code };
  const what = { step: 'announce', toState: itemWorkflow.initial, given, byWhom: actor.id, at: context.now };
  await addItems(system, fresh, what);
  return left;
}

const isAnnounced = ({ cameAs }: Pick<Line, 'cameAs'>) => cameAs === null;

/** Those that are announced now, with all that is said of them. */
async function inFull(system: Scoped, due: readonly Due<BriefLine>[]): Promise<Due<Line>[]> {
  const found = await system.list(linesWithIds, { ids: due.map(({ line }) => line.id) });
  const byId = new Map(found.map((line) => [line.id, line]));
  return due.flatMap(({ line: { id }, pieces }) => {
    const line = byId.get(id);
    return line ? [{ line, pieces }] : [];
  });
}

/** How many items a line becomes. */
export const piecesOf = ({ quantity }: Pick<Line, 'quantity'>, sku: Sku | undefined) =>
  sku?.serialTracked ? quantity : 1;

/** How many items these lines of a return order become, of which there are none yet. */
export async function itemsOfLines(
  system: Scoped,
  exporterId: string,
  lines: readonly BriefLine[],
): Promise<number> {
  const known = await skusOf(system, exporterId, lines);
  return lines.filter(isAnnounced).reduce((sum, line) => sum + piecesOf(line, known.get(line.skuCode)), 0);
}

interface Due<L> {
  readonly line: L;
  /** The quantity of each item that it becomes now. */
  readonly pieces: readonly number[];
}
/** What is to be announced next, and how many items come after it. */
function notAnnounced(
  lines: readonly BriefLine[],
  known: ReadonlyMap<string, Sku>,
  there: readonly { lineId: string | null; n: number }[],
  atOnce: number,
): { due: Due<BriefLine>[]; left: number } {
  const counted = new Map(there.map(({ lineId, n }) => [lineId, n]));
  const due: Due<BriefLine>[] = [];
  let room = atOnce;
  let left = 0;
  for (const line of lines) {
    const sku = known.get(line.skuCode);
    const missing = Math.max(0, piecesOf(line, sku) - (counted.get(line.id) ?? 0));
    const now = Math.min(missing, room);
    room -= now;
    left += missing - now;
    if (now) due.push({ line, pieces: Array(now).fill(sku?.serialTracked ? 1 : line.quantity) });
  }
  return { due, left };
}

/** The SKUs of these lines that the exporter has, by their codes and as the lines write them: case does not matter. */
export async function skusOf(system: Scoped, exporterId: string, lines: readonly { skuCode: string }[]) {
  const codes = [...new Set(lines.map(({ skuCode }) => skuCode))];
  const found: Sku[] = [];
  // A few are asked for by a question that stands ready; many at once.
  if (codes.length <= FEW_SERIALS)
    for (const code of codes) found.push(...(await system.ask(skuWithCode, { code, exporterId })));
  else
    for (const some of inBatches(codes))
      found.push(...(await system.list(skusWithCodes, { codes: some, exporterId })));
  const known = new Map(found.map((sku) => [sku.code, sku]));
  const missing = codes.filter((code) => !known.has(code));
  for (const some of inBatches(missing))
    for (const [code, sku] of await skusInAnyCase(system, exporterId, some))
      known.set(code, sku).set(sku.code, sku);
  return known;
}

/** What was here before of articles with these serials: of each line the one of its product. */
export async function livesOf(system: Scoped, exporterId: string, lines: readonly Pick<Line, 'serial'>[]) {
  const serials = lines.flatMap(({ serial }) => serial ?? []);
  const found: Item[] = [];
  for (const some of inBatches(serials))
    found.push(...(await system.list(itemsWithSerials, { serials: some, exporterId })));
  return lifeAmong(found);
}

async function livesOfLines(db: Scoped, { id: orderId, exporterId }: Pick<ReturnOrder, 'id' | 'exporterId'>) {
  const whose = { orderId, exporterId };
  return lifeAmong([
    ...(await db.ask(itemsWithSerialsOf, whose)),
    ...(await db.ask(itemsWithImeisOf, whose)),
  ]);
}

function lifeAmong(found: readonly Item[]) {
  const bySerial = new Map<string | null, Item[]>();
  for (const one of found)
    for (const number of new Set([one.serial, one.imei2]))
      bySerial.set(number, [...(bySerial.get(number) ?? []), one]);
  return ({ serial, skuId }: Pick<Line, 'serial' | 'skuId'>): Item | undefined => {
    const ones = serial === null ? [] : (bySerial.get(serial) ?? []);
    return (
      ones.find((one) => one.skuId === skuId) ?? ones.find((one) => mayBeOne(one, { skuId }, serial ?? ''))
    );
  };
}

/** The serials among these that stand in other return orders whose items are still being announced, with their codes. */
async function serialsComing(
  db: Scoped,
  { id, exporterId }: Pick<ReturnOrder, 'id' | 'exporterId'>,
  lines: readonly Pick<Line, 'serial'>[],
): Promise<ReadonlyMap<string | null, string>> {
  const serials = lines.flatMap(({ serial }) => serial ?? []);
  if (serials.length === 0) return new Map();
  const found = await db.ask(ordersBeingAnnounced, { exporterId });
  const codes = new Map(found.flatMap((other) => (other.id === id ? [] : [[other.id, other.code] as const])));
  const coming = new Map<string | null, string>();
  if (codes.size === 0) return coming;
  for (const some of inBatches(serials))
    for (const line of await db.list(linesWithSerials, { orderIds: [...codes.keys()], serials: some }))
      coming.set(line.serial, codes.get(line.orderId) ?? '');
  return coming;
}

/** Why an article cannot be announced: it has not left since it was here last. */
export function stillHere(line: number, { serial, code, state }: Item): Words | undefined {
  if (knows(itemWorkflow, state, 'returnAgain')) return undefined;
  const words = itemWorkflow.states[state as keyof typeof itemWorkflow.states];
  return returnSentences.serialInHouse(line, serial ?? '', code, words);
}

async function comesAgain({ row, trigger }: Announcing, line: Line, past: Item) {
  await trigger('item', past.id, 'returnAgain', { announced: fromLine(row, line) });
}

const fromLine = (order: ReturnOrder, line: Line): Announcement => ({
  warehouseId: order.warehouseId,
  orderId: order.id,
  lineId: line.id,
  skuId: line.skuId,
  description: line.skuId ? null : line.skuCode,
  reason: line.reason,
  wish: line.wish,
  exportMode: line.exportMode,
  exportDocument: line.exportDocument,
  exportLine: line.exportLine,
  exportDate: line.exportDate,
  releaseDate: line.releaseDate,
  ...clocksOf(line),
});

function newItems({ row, context }: Announcing, line: Line, pieces: readonly number[]): Item[] {
  const { exporterId } = row;
  return pieces.map((quantity) => {
    const its = { id: context.newId(), code: context.newCode('item'), exporterId, quantity };
    return newItem({ ...its, serial: line.serial, imei2: line.imei2 }, fromLine(row, line), context.now);
  });
}
