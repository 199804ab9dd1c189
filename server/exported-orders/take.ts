import { exportedSentences, type Named } from '../words/exported-orders.ts';
import type { CiteFault, CitingLine, Found } from './cite.ts';
import { filledIn } from './export-facts.ts';
import type { Returnable } from './returnable.ts';

/** What earlier lines of the same submission take, by the id of the exported line. */
export type Used = Map<string, number>;
export interface Counted {
  readonly left: ReadonlyMap<string, Returnable>;
  readonly used: Used;
}
interface Asking<L> {
  readonly line: L;
  readonly n: number;
  readonly inOne?: true | undefined;
}

export const nameOf = ({ line, order }: Found): Named => ({
  ...{ order: order.number, line: line.number, sku: line.skuCode },
});

/** So many of a line of a return, of one line of an export. */
interface Part {
  readonly found: Found;
  readonly quantity: number;
}
/** A line of a return as a part of it cites its export. */
export const citing = <L extends CitingLine>(line: L, { found, quantity }: Part) => ({
  ...line,
  ...filledIn(line, found.line),
  quantity,
  salesOrder: found.order.number,
  exportedLineId: found.line.id,
});

/**
 * The first that has enough left, and takes it. Where none has, but several lines of the same goods have together, it takes
 * of each what that has: whoever sends goods back knows no lines of an export.
 */
export function taken<L extends CitingLine>(
  among: readonly Found[],
  { line, n, inOne }: Asking<L>,
  { left, used }: Counted,
): readonly Part[] | CiteFault {
  const leftOf = ({ line: { id } }: Found) => Math.max(0, (left.get(id)?.left ?? 0) - (used.get(id) ?? 0));
  const takes = (parts: readonly Part[]) => {
    for (const { found, quantity } of parts)
      used.set(found.line.id, (used.get(found.line.id) ?? 0) + quantity);
    return parts;
  };
  const enough = among.find((one) => leftOf(one) >= line.quantity);
  if (enough) return takes([{ found: enough, quantity: line.quantity }]);
  // Where it has to be one, it is the one that has most.
  const several = inOne ? [...among].sort((a, b) => leftOf(b) - leftOf(a)).slice(0, 1) : among;
  let open = line.quantity;
  const parts = several.flatMap((found): Part[] => {
    const quantity = Math.min(open, leftOf(found));
    open -= quantity;
    return quantity > 0 ? [{ found, quantity }] : [];
  });
  if (open === 0) return takes(parts);
  const of = several.map(({ line: { id } }) => ({
    ...(left.get(id) ?? nothingLeft),
    used: used.get(id) ?? 0,
  }));
  const sum = (count: (one: (typeof of)[number]) => number) => of.reduce((all, one) => all + count(one), 0);
  const [first] = several;
  if (!first) return [];
  const now = {
    exported: sum(({ exported }) => exported),
    back: sum(({ back }) => back),
    onTheWay: sum((one) => one.onTheWay + one.used),
    left: line.quantity - open,
  };
  const named = { ...nameOf(first), line: several.map((one) => one.line.number).join(', ') };
  return { line: n, field: 'quantity', words: exportedSentences.tooMany(n, named, line.quantity, now) };
}
const nothingLeft: Returnable = { exported: 0, back: 0, onTheWay: 0, left: 0 };
