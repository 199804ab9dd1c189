import { eq } from 'drizzle-orm';
import { linesOfExported } from '../../db/queries/exported-orders.ts';
import { exportedLines, exportedOrders } from '../../db/schema/exported.ts';
import type { Writing } from '../../db/scope.ts';
import type { Actor } from '../access/permissions.ts';
import { shanghaiDate } from '../customs/dates.ts';
import { omitUndefined } from '../http/omit-undefined.ts';
import { conflict, notFound } from '../http/problem.ts';
import type { RequestContext } from '../http/request-context.ts';
import { readSerial } from '../identifiers/serial.ts';
import { tidyIdentifier } from '../identifiers/tidy.ts';
import { readWaybill } from '../identifiers/waybill.ts';
import { groupBy } from '../process/group-by.ts';
import { exportedSentences } from '../words/exported-orders.ts';
import { nouns } from '../words/problems.ts';
import { catalogued, inCatalogue } from './catalogued.ts';
import { contradiction, documentNumber, filledIn } from './export-facts.ts';
import {
  type ExportedAsk,
  type ExportedLineAsk,
  faultsOfExported,
  MAX_LINES_OF_ONE,
  mustBeFaultless,
  unknownSkus,
} from './faults.ts';
import { returnableOf } from './returnable.ts';
import { shopOf } from './shop.ts';

/** @throws Problem 404 for whoever exports nothing */
export function exporterOf({ viewer }: Actor): string {
  if (viewer.as !== 'exporter') throw notFound(nouns.exporter, '');
  return viewer.organisation;
}

type Stored = Omit<typeof exportedLines.$inferSelect, 'id' | 'orderId' | 'exporterId' | 'number'>;
const storedLine = ({ sku, serial, imei2, exportDocument, ...line }: ExportedLineAsk): Stored => ({
  skuCode: sku,
  quantity: line.quantity,
  serial: serial ? (readSerial(serial) ?? null) : null,
  imei2: imei2 ? (readSerial(imei2) ?? null) : null,
  exportDocument: exportDocument ? documentNumber(exportDocument) : null,
  exportLine: line.exportLine ?? null,
  exportMode: line.exportMode,
  exportDate: line.exportDate ?? null,
  releaseDate: line.releaseDate ?? null,
});

const sameGoods = (a: Stored, b: Stored) => a.skuCode === b.skuCode && a.serial === b.serial;
const sameLine = (a: Stored, b: Stored) =>
  sameGoods(a, b) && a.exportDocument === b.exportDocument && a.exportLine === b.exportLine;

/** Rows of the same goods in the same document are one line, as platforms write one row for each piece or parcel. */
function merged(lines: readonly ExportedLineAsk[]): Stored[] {
  const all = new Map<string, Stored>();
  for (const asked of lines) {
    const one = storedLine(asked);
    const key = JSON.stringify([one.skuCode, one.serial, one.exportDocument, one.exportLine]);
    const before = all.get(key);
    all.set(
      key,
      before ? { ...before, ...filled(before, one), quantity: before.quantity + one.quantity } : one,
    );
  }
  return [...all.values()];
}

/** What one says and the other leaves open. */
const filled = (known: Stored, said: Stored): Partial<Stored> => ({
  ...(filledIn(asSaid(known), said) as Partial<Stored>),
  ...(known.imei2 === null && said.imei2 !== null ? { imei2: said.imei2 } : {}),
  ...(known.serial === null && said.serial !== null ? { serial: said.serial } : {}),
});
const asSaid = ({ exportDocument, exportLine, exportMode, exportDate, releaseDate }: Stored) => ({
  ...{ exportMode, exportDocument: exportDocument ?? undefined, exportLine: exportLine ?? undefined },
  ...{ exportDate: exportDate ?? undefined, releaseDate: releaseDate ?? undefined },
});

export type Became = 'new' | 'changed' | 'same';

/**
 * Enters an order that was exported. The same order again changes nothing; what is said anew of it is added, and what is
 * said otherwise corrects it as long as no return cites the line. @throws Problem 422 naming every fault, 409 for a line
 * that returns cite
 */
export async function enterExported(
  tx: Writing,
  exporterId: string,
  { lines: asked, ...head }: ExportedAsk,
  { context, by }: { readonly context: RequestContext; readonly by: string },
): Promise<{ readonly id: string; readonly became: Became }> {
  const skus = await inCatalogue(
    tx,
    exporterId,
    asked.map(({ sku }) => sku),
  );
  const faults = faultsOfExported({ ...head, lines: asked }, { today: shanghaiDate(context.now), skus });
  mustBeFaultless([...faults, ...unknownSkus(asked, skus)]);
  const lines = merged(catalogued(asked, skus));
  const said = {
    ...(head.country ? { country: head.country.toUpperCase() } : {}),
    ...(head.waybill ? { waybill: readWaybill(head.waybill) ?? null } : {}),
  };
  // Written small or in capitals it is one order.
  const number = tidyIdentifier(head.number).toUpperCase();
  const platform = tidyIdentifier(head.platform ?? '');
  const written = tidyIdentifier(head.number);
  const known = await shopOf(tx, { exporterId, number, platform, written }, lines);
  const before = known && (await tx.first(exportedOrders, eq(exportedOrders.id, known)));
  if (before) {
    const named = before.platform === '' && platform !== '' ? { platform } : {};
    return {
      id: before.id,
      became: await again(tx, before, { lines, said: { ...said, ...named } }, context),
    };
  }
  mustHaveRoom({ number }, lines.length);
  const order = { id: context.newId(), exporterId, number, platform, country: null, waybill: null, ...said };
  await tx.add(exportedOrders, { ...order, createdBy: by, createdAt: context.now });
  await addLines(tx, { order, from: 1, lines }, context);
  return { id: order.id, became: 'new' };
}

/** @throws Problem 409 where an order would have more lines than can be looked at between two scans */
function mustHaveRoom({ number }: { readonly number: string }, lines: number): void {
  if (lines > MAX_LINES_OF_ONE)
    throw conflict('too_many_lines', exportedSentences.tooManyLines(number, MAX_LINES_OF_ONE));
}

type Order = typeof exportedOrders.$inferSelect;
interface NewLines {
  readonly order: Pick<Order, 'id' | 'exporterId'>;
  /** The number of the first. */
  readonly from: number;
  readonly lines: readonly Stored[];
}
const addLines = (tx: Writing, { order, from, lines }: NewLines, { newId }: RequestContext) =>
  tx.addMany(
    exportedLines,
    lines.map((line, i) => ({
      ...line,
      ...{ id: newId(), orderId: order.id, exporterId: order.exporterId, number: from + i },
    })),
  );

interface Said {
  readonly lines: readonly Stored[];
  readonly said: Partial<Pick<Order, 'country' | 'waybill' | 'platform'>>;
}
async function again(
  tx: Writing,
  order: Order,
  { lines, said }: Said,
  context: RequestContext,
): Promise<Became> {
  const found = (await tx.ask(linesOfExported, { orderId: order.id })).map(({ line }) => line);
  const { fresh, pairs } = matched(found, lines);
  const changes = await putRight(tx, order, pairs);
  const head = omitUndefined(said);
  await mustBeItsCountry(tx, order, { country: head.country, found });
  mustHaveRoom(order, found.length + fresh.length);
  const isNews = Object.entries(head).some(([name, value]) => order[name as keyof Order] !== value);
  if (isNews) await tx.change(exportedOrders, order, head);
  await addLines(tx, { order, from: (found.at(-1)?.number ?? 0) + 1, lines: fresh }, context);
  return isNews || fresh.length + changes > 0 ? 'changed' : 'same';
}

/** @throws Problem 409 where returns cite an order of another country */
async function mustBeItsCountry(
  tx: Writing,
  { number, country: known }: Order,
  { country, found }: { readonly country: string | null | undefined; readonly found: readonly Kept[] },
): Promise<void> {
  if (!country || known === null || country === known || (await takenOf(tx, found)).size === 0) return;
  throw conflict('export_cited', exportedSentences.countryCited(number, known, country));
}

type Kept = typeof exportedLines.$inferSelect;
type Pair = readonly [kept: Kept, line: Stored];
/** Which of the lines that are said are which that are known, and which are news. */
function matched(found: readonly Kept[], lines: readonly Stored[]) {
  const [rest, pairs, fresh] = [groupBy(found, ({ skuCode }) => skuCode), [] as Pair[], [] as Stored[]];
  const exactly = new Set(lines.filter((line) => rest.get(line.skuCode)?.some((one) => sameLine(one, line))));
  // What is said as it is known goes first: of the rest it is seen better what corrects what.
  for (const line of [...exactly, ...lines.filter((one) => !exactly.has(one))]) {
    const alike = rest.get(line.skuCode) ?? [];
    const same = likeOne(alike, line);
    if (!same) fresh.push(line);
    else {
      alike.splice(alike.indexOf(same), 1);
      pairs.push([same, line]);
    }
  }
  return { fresh, pairs };
}

/**
 * Of known lines of its SKU the very line; else one of the same goods whose document is not known on one of the two sides,
 * or of which just as much is said under another document: whoever means another parcel names the first one, too.
 */
const likeOne = (kept: readonly Kept[], line: Stored): Kept | undefined =>
  kept.find((one) => sameLine(one, line)) ??
  kept.find((one) => sameGoods(one, line) && (!one.exportDocument || !line.exportDocument)) ??
  // The one thing with this serial was exported once with this order.
  kept.find((one) => one.serial !== null && sameGoods(one, line)) ??
  kept.find((one) => sameGoods(one, line) && one.quantity === line.quantity) ??
  // Its serial is told later.
  kept.find((one) => one.serial === null && one.quantity === 1 && line.serial !== null);

const isOther = ([kept, line]: Pair) =>
  contradiction(asSaid(line), kept) !== undefined || kept.quantity !== line.quantity;

/** @returns how many were changed. @throws Problem 409 for a line that returns cite */
async function putRight(tx: Writing, { number }: Order, pairs: readonly Pair[]): Promise<number> {
  const others = new Set(pairs.filter(isOther));
  const taken = await takenOf(
    tx,
    [...others].map(([kept]) => kept),
  );
  let changes = 0;
  for (const pair of pairs) {
    const [kept, line] = pair;
    const { skuCode: sku, number: n } = kept;
    if (taken.has(kept.id))
      throw conflict('export_cited', exportedSentences.cited({ order: number, line: n, sku }));
    const set = others.has(pair) ? { ...kept, ...withoutGaps(line) } : filled(kept, line);
    const changed = Object.entries(set).filter(([name, value]) => kept[name as keyof Kept] !== value);
    if (changed.length === 0) continue;
    await tx.change(exportedLines, kept, Object.fromEntries(changed));
    changes += 1;
  }
  return changes;
}
/** What is not said is not taken back. */
const withoutGaps = (line: Stored) =>
  Object.fromEntries(Object.entries(line).filter(([, value]) => value !== null && value !== 'unknown'));

/** Those of which something came back or is on its way, by their ids. */
async function takenOf(tx: Writing, kept: readonly Kept[]): Promise<ReadonlySet<string>> {
  const taken = await returnableOf(tx, kept);
  return new Set([...taken].flatMap(([id, { back, onTheWay }]) => (back + onTheWay > 0 ? [id] : [])));
}
