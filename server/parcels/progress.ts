import { statesByLine } from '../../db/queries/returns.ts';
import type { Scoped } from '../../db/scope.ts';
import { itemWorkflow } from '../workflow/item.ts';
import { restIsHere } from '../workflow/parcel.ts';
import { factsOf } from '../workflow/workflow.ts';
import type { Parcel } from './parcel-entity.ts';

interface Linked {
  readonly link: { readonly orderId: string };
  readonly code: string;
  readonly waybill: string | null;
}
interface Counted {
  readonly order: string;
  readonly count: { readonly lineId: string; readonly counted: number };
}
interface Came {
  readonly quantity: number;
  readonly cameAs: string | null;
}

/**
 * How many articles of these return orders may still come: what nobody has looked for in vain, and, where it turns up
 * all the same, what is counted of the missing.
 */
async function stillToCome(
  db: Scoped,
  inIt: readonly Linked[],
  counted: readonly Counted[],
): Promise<number> {
  const states = await Promise.all(inIt.map(({ link }) => db.ask(statesByLine, { orderId: link.orderId })));
  const byLine = new Map<string | null, number>();
  for (const { lineId, state, quantity } of states.flat())
    if (factsOf(itemWorkflow, state).arrival === 'expected')
      byLine.set(lineId, (byLine.get(lineId) ?? 0) + quantity);
  const here = new Map<string, number>();
  for (const { count } of counted) here.set(count.lineId, (here.get(count.lineId) ?? 0) + count.counted);
  for (const [lineId, sum] of here) byLine.set(lineId, Math.max(byLine.get(lineId) ?? 0, sum));
  return [...byLine.values()].reduce((sum, quantity) => sum + quantity, 0);
}

const piecesOf = (all: readonly Came[]) => all.reduce((sum, { quantity }) => sum + quantity, 0);
const countedIn = (all: readonly Counted[]) => all.reduce((sum, { count }) => sum + count.counted, 0);

/** How far a parcel is, in articles: of what was announced for it, and beside that. */
export async function progressOf(
  db: Scoped,
  parcel: Parcel,
  {
    inIt,
    came,
    counted,
  }: {
    readonly inIt: readonly Linked[];
    readonly came: readonly Came[];
    readonly counted: readonly Counted[];
  },
) {
  const pieces = piecesOf(came);
  const extra = piecesOf(came.filter(({ cameAs }) => cameAs !== null));
  const received = pieces - extra;
  const awaited = inIt.filter((one) => restIsHere(parcel, one));
  const isOfAwaited = ({ order }: Counted) => awaited.some(({ code }) => code === order);
  const toCome = await stillToCome(db, awaited, counted.filter(isOfAwaited));
  const ofOthers = countedIn(counted.filter((one) => !isOfAwaited(one)));
  const progress = { here: received + countedIn(counted), expected: received + toCome + ofOthers, extra };
  return { pieces, progress };
}
