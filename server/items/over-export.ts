import { eq } from 'drizzle-orm';
import { exportedWithIds } from '../../db/queries/exported-orders.ts';
import { linesOf } from '../../db/queries/returns.ts';
import { returnLines } from '../../db/schema/goods.ts';
import { riskFlags } from '../../db/schema/risks.ts';
import type { Scoped, Writing } from '../../db/scope.ts';
import { returnableOf } from '../exported-orders/returnable.ts';
import { Problem } from '../http/problem.ts';
import type { RequestContext } from '../http/request-context.ts';
import { itemSentences } from '../words/items.ts';
import type { StepContext } from '../workflow/effects.ts';
import { itemWorkflow } from '../workflow/item.ts';
import { factsOf } from '../workflow/workflow.ts';
import type { Item } from './facts.ts';

type Line = typeof returnLines.$inferSelect;
type Found = Awaited<ReturnType<(typeof exportedWithIds)['build']>>[number];

/** Who takes in what came, and whether they may take in more than was exported. */
export interface TakenBy {
  readonly id: string;
  readonly mayExceed: boolean;
}
interface Came {
  readonly orderId: string;
  readonly exporterId: string;
  readonly skuId: string | null;
  readonly quantity: number;
}
/** The exported line of which more came than was announced, and whether that is more than is left of it. */
export interface OfExport {
  readonly of: Found;
  readonly exported: number;
  /** With what came now. */
  readonly back: number;
  readonly isOver: boolean;
}

/** Which export it is of which one more came: one that the return cites for this product, first one that has some left. */
export async function exportOf(
  system: Scoped,
  { orderId, skuId, quantity }: Came,
): Promise<OfExport | undefined> {
  const lines = skuId === null ? [] : await system.ask(linesOf, { orderId });
  const ids = lines.flatMap((line) =>
    line.cameAs === null && line.skuId === skuId && line.exportedLineId ? [line.exportedLineId] : [],
  );
  return weighed(system, [...new Set(ids)], quantity);
}

async function weighed(
  system: Scoped,
  ids: readonly string[],
  quantity: number,
): Promise<OfExport | undefined> {
  const found = ids.length ? await system.list(exportedWithIds, { ids }) : [];
  const counts = await returnableOf(
    system,
    found.map(({ line }) => line),
  );
  const leftOf = ({ line }: Found) => counts.get(line.id)?.left ?? 0;
  const [of] = [...found].sort((a, b) => leftOf(b) - leftOf(a));
  const its = of && counts.get(of.line.id);
  if (!of || !its) return undefined;
  const back = its.back + its.onTheWay + quantity;
  return { of, exported: its.exported, back, isOver: back > its.exported };
}

type Taken = Pick<StepContext<Item>, 'row' | 'input' | 'actor' | 'context'>;
/** What was given up turns up after all, and its quantity may have been taken by another return meanwhile. */
export async function turnsUp(system: Writing, stepContext: Taken): Promise<void> {
  const { state, quantity } = stepContext.row;
  if (factsOf(itemWorkflow, state).abroad) await noteMore(system, stepContext, quantity);
}

/** Of a lot more is counted than was taken in: that came back, too. */
export async function countedMore(system: Writing, stepContext: Taken, counted: number): Promise<void> {
  const more = counted - stepContext.row.quantity;
  if (more > 0) await noteMore(system, stepContext, more);
}

async function noteMore(
  system: Writing,
  { row, input, actor, context }: Taken,
  quantity: number,
): Promise<void> {
  const line =
    row.lineId === null ? undefined : await system.first(returnLines, eq(returnLines.id, row.lineId));
  const ofExport = line?.exportedLineId ? await weighed(system, [line.exportedLineId], quantity) : undefined;
  if (!line || !ofExport) return;
  const by = { id: actor.id, mayExceed: actor.permissions?.has('returns.review') ?? true };
  mustBeSupervised(ofExport, by);
  const note = typeof input.note === 'string' ? input.note : null;
  await raiseFlag(system, ofExport, { line, note, by }, context);
}

/** More came back than went out: a supervisor looks at it. @throws Problem 403 to anybody else */
export function mustBeSupervised({ of, exported, back, isOver }: OfExport, { mayExceed }: TakenBy): void {
  if (!isOver || mayExceed) return;
  const words = itemSentences.moreThanExported(of.order.number, of.line.skuCode, exported, back);
  throw new Problem(403, 'more_than_exported', words);
}

interface Raised {
  readonly line: Pick<Line, 'orderId' | 'exporterId'>;
  readonly note: string | null;
  readonly by: Pick<TakenBy, 'id'>;
}
/** Notes against a return and its exporter that more of an export came back than went out. */
export async function raiseFlag(
  system: Writing,
  { of, exported, back, isOver }: OfExport,
  { line, note, by }: Raised,
  { newId, now }: RequestContext,
): Promise<void> {
  if (!isOver) return;
  const { orderId, exporterId } = line;
  const about = { exporterId, orderId, exportedLineId: of.line.id };
  await system.add(riskFlags, {
    ...{ id: newId(), ...about, exported, back, note },
    ...{ raisedBy: by.id, raisedAt: now },
  });
}
