import { linesCiting, pastPiecesOfLines, piecesOfLines } from '../../db/queries/exported-orders.ts';
import type { exportedLines } from '../../db/schema/exported.ts';
import type { Scoped } from '../../db/scope.ts';
import { itemWorkflow } from '../workflow/item.ts';
import { returnOrderWorkflow } from '../workflow/return-order.ts';
import { factsOf } from '../workflow/workflow.ts';

type ExportedLine = typeof exportedLines.$inferSelect;
/** Of an exported line, how many came back, how many are announced and may still come, and how many that leaves. */
export interface Returnable {
  readonly exported: number;
  readonly back: number;
  readonly onTheWay: number;
  readonly left: number;
}
type Citing = Awaited<ReturnType<(typeof linesCiting)['build']>>[number];

/** At most so many values in one IN (…), on either database. */
export const inBatches = <T>(all: readonly T[], size = 500): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size));

/**
 * How much of these exported lines can still be returned, wherever it goes. Nothing is kept about it: what return orders
 * ask for and how their items stand says it. In a transaction it holds until that is over, as inside one nobody else's
 * return comes in between (db/atomically.ts).
 */
export async function returnableOf(
  db: Scoped,
  lines: readonly Pick<ExportedLine, 'id' | 'quantity'>[],
): Promise<ReadonlyMap<string, Returnable>> {
  // The returns of one line may go to different warehouses, of which whoever asks sees one.
  const system = db.asSystem();
  const taken = new Map<string, { back: number; onTheWay: number }>();
  for (const some of inBatches(lines.map(({ id }) => id))) {
    const citing = await system.list(linesCiting, { exportedIds: some });
    const pieces = await piecesOf(system, citing);
    for (const line of citing) {
      const before = taken.get(line.exportedLineId ?? '') ?? { back: 0, onTheWay: 0 };
      const { back, onTheWay } = takenBy(line, pieces.get(line.id) ?? []);
      const sum = { back: before.back + back, onTheWay: before.onTheWay + onTheWay };
      taken.set(line.exportedLineId ?? '', sum);
    }
  }
  return new Map(
    lines.map(({ id, quantity: exported }) => {
      const { back, onTheWay } = taken.get(id) ?? { back: 0, onTheWay: 0 };
      return [id, { exported, back, onTheWay, left: Math.max(0, exported - back - onTheWay) }];
    }),
  );
}

interface Pieces {
  readonly state: string;
  readonly quantity: number;
}

/** The articles of those lines whose return has items to ask. */
async function piecesOf(system: Scoped, citing: readonly Citing[]): Promise<ReadonlyMap<string, Pieces[]>> {
  const asked = citing.filter((line) => hasItems(line));
  const pieces = new Map<string, Pieces[]>();
  for (const some of inBatches(asked)) {
    const of = {
      orderIds: [...new Set(some.map(({ orderId }) => orderId))],
      lineIds: some.map(({ id }) => id),
    };
    const found = [...(await system.list(piecesOfLines, of)), ...(await system.list(pastPiecesOfLines, of))];
    for (const { lineId, ...one } of found)
      pieces.set(lineId ?? '', [...(pieces.get(lineId ?? '') ?? []), one]);
  }
  return pieces;
}

const takes = (state: string) => factsOf(returnOrderWorkflow, state).takes;
/** While its items are still being announced, what it asks for says more than those that there are. */
const hasItems = ({ state, piecesLeft }: Citing) => takes(state) === 'what its items are' && piecesLeft === 0;

function takenBy(line: Citing, pieces: readonly Pieces[]) {
  const taken = { back: 0, onTheWay: 0 };
  if (takes(line.state) === undefined) return taken;
  if (!hasItems(line)) return { ...taken, onTheWay: line.quantity };
  for (const { state, quantity } of pieces) {
    const { abroad, arrival } = factsOf(itemWorkflow, state);
    if (!abroad) taken[arrival === undefined ? 'back' : 'onTheWay'] += quantity;
  }
  return taken;
}
