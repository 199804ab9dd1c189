import type { Reply } from '../../shared/api.ts';
import type { Scanned } from '../scanning.ts';

export type Order = Reply<'GET /api/v1/return-orders/:code'>;
export type Line = Order['lines'][number];
export type Piece = Order['items'][number];
export type SkuHit = Extract<Scanned['hit'], { kind: 'sku' }>;
export type Parcel = Reply<'GET /api/v1/parcels/:code'>;
/** How many of a lot were counted and not received yet, by the number of the line. */
export type Counts = Readonly<Record<number, number>>;

/** What was counted of a return in the parcel that lies open: by all who count in it, or by this person. */
export function countsOf(parcel: Parcel | undefined, order: Order | undefined, mineOnly = false): Counts {
  const counts: Record<number, number> = {};
  for (const { order: of, line, counted, mine } of parcel?.counts ?? [])
    if (of === order?.code && (mine || !mineOnly)) counts[line] = (counts[line] ?? 0) + counted;
  return counts;
}
/** What other people counted in it and have not received yet. */
export const countedByOthers = (parcel: Parcel | undefined) =>
  (parcel?.counts ?? []).filter(({ mine }) => !mine);

/** What was reported missing may turn up all the same. */
const mayCome = ({ arrival }: Piece) => arrival === 'expected' || arrival === 'missing';

/** What was announced; and what came beside it, too much or wrong. */
export const announcedIn = (order: Order) => order.lines.filter(({ cameAs }) => cameAs === null);
export const extraIn = (order: Order) => order.lines.filter(({ cameAs }) => cameAs !== null);

/** How far a line is: what was announced, what is here, what is counted beside it. */
export function lineCount(line: Line, counts: Counts) {
  const counted = counts[line.number] ?? 0;
  return { expected: line.quantity, here: line.pieces.here + counted, counted };
}
/** The same of its article, on however many lines that was announced. */
export function goodsCount(order: Order, { sku }: Line, counts: Counts) {
  const all = announcedIn(order)
    .filter((line) => line.sku === sku)
    .map((line) => lineCount(line, counts));
  const sum = (of: 'expected' | 'here') => all.reduce((n, one) => n + one[of], 0);
  return { expected: sum('expected'), here: sum('here') };
}
export const expectedOf = (order: Order, line: Line) =>
  order.items.filter((piece) => piece.line === line.number && mayCome(piece));
/** What nobody has looked for in vain yet; of a very large return the first few hundred. */
export const stillExpected = (order: Order) => order.items.filter(({ arrival }) => arrival === 'expected');
/** How many articles that are, of however large a return. */
export const piecesExpected = (order: Order) =>
  order.lines.reduce((sum, { pieces }) => sum + pieces.expected, 0);

/** The lines of this return that announced what was scanned; empty when it is the wrong product. */
export const linesFor = (order: Order, hit: SkuHit): readonly Line[] =>
  announcedIn(order).filter((line) =>
    hit.skus.some((sku) => sku.code === line.sku && sku.exporter.code === order.exporter.code),
  );

export type Match =
  | { readonly is: 'wrong product' }
  | { readonly is: 'one'; readonly line: Line; readonly piece: Piece; readonly serial?: string }
  | { readonly is: 'lot'; readonly line: Line; readonly piece: Piece }
  | { readonly is: 'serial wanted'; readonly line: Line }
  | { readonly is: 'another serial'; readonly line: Line; readonly serial: string }
  | { readonly is: 'over'; readonly line: Line };

/** What a scanned product means for this return: the piece that is received now, a count, a question, or one too many. */
export function match(order: Order, hit: SkuHit, counts: Counts): Match {
  const lines = linesFor(order, hit);
  const [first] = lines;
  if (!first) return { is: 'wrong product' };
  for (const line of lines) {
    const found = matchIn(line, expectedOf(order, line), hit, counts[line.number] ?? 0);
    if (found) return found;
  }
  return { is: 'over', line: lines.at(-1) ?? first };
}

/** What it means for one line that announced such a product; undefined when all of that is here already. */
function matchIn(line: Line, expected: readonly Piece[], hit: SkuHit, counted: number): Match | undefined {
  const { serial: seen } = hit;
  const its = expected.find(({ serial, imei2 }) => seen !== null && (serial === seen || imei2 === seen));
  if (its) return { is: 'one', line, piece: its };
  const [piece] = expected;
  if (!piece) return undefined;
  if (line.serialTracked || piece.serial !== null) {
    if (!seen) return { is: 'serial wanted', line };
    const open = expected.find(({ serial }) => serial === null);
    return open
      ? { is: 'one', line, piece: open, serial: seen }
      : { is: 'another serial', line, serial: seen };
  }
  // What is counted already, by whomever, is of these: one more than that is one too many.
  if (counted >= expected.reduce((sum, { quantity }) => sum + quantity, 0)) return undefined;
  return { is: piece.quantity > 1 ? 'lot' : 'one', line, piece };
}
