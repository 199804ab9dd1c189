import { linesOf } from '../../db/queries/returns.ts';
import { returnLines, returnOrders } from '../../db/schema/goods.ts';
import type { Writing } from '../../db/scope.ts';
import { systemViewer } from '../../db/seen-by.ts';
import { newRequestContext } from '../http/new-request-context.ts';
import { Problem } from '../http/problem.ts';
import type { RequestContext } from '../http/request-context.ts';
import { stateOf } from '../items/view.ts';
import type { Deps } from '../process/deps.ts';
import type { StepContext } from '../workflow/effects.ts';
import { returnOrderWorkflow } from '../workflow/return-order.ts';
import { announceSome, skusOf } from './announce.ts';
import { callOffSome } from './call-off.ts';
import { LINES_AT_ONCE, leftAfter, leftOf, lineRow } from './lines.ts';
import { getReturnOrder, type ReturnOrder } from './return-order-entity.ts';

export type Finishing = Pick<Deps, 'database' | 'engine' | 'now' | 'random' | 'ending'>;

/**
 * One piece of what a large return order has left, in a transaction of its own: lines, then its submitting, then items.
 * @returns how many pieces are left
 */
export async function finishSome(deps: Finishing, code: string): Promise<number> {
  const system = deps.database.as(systemViewer);
  try {
    return await system.atomically((tx) => onePiece(tx, deps, code));
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    // It cannot be submitted any more as it was accepted: it stays a draft, and its exporter hears why when they submit it.
    return system.atomically((tx) => leaveAsDraft(tx, code));
  }
}

async function onePiece(tx: Writing, deps: Finishing, code: string): Promise<number> {
  const row = await getReturnOrder(tx, code);
  if (row.piecesLeft === 0) return 0;
  const actor = { id: row.createdBy };
  const context = newRequestContext(deps);
  const trigger: StepContext<ReturnOrder>['trigger'] = async (entity, id, step, input) =>
    void (await deps.engine.takeAsSystem(tx, { entity, id, step, input, actor, context }));
  const isOver = stateOf(returnOrderWorkflow, row.state).ended;
  if (row.linesLeft !== null && !isOver) {
    const { lines } = leftOf(row.linesLeft);
    if (lines.length > 0) return storeLines(tx, row, row.linesLeft, context);
    await leaveAsDraft(tx, code);
    await trigger('returnOrder', row.id, 'submit', {});
    return (await getReturnOrder(tx, code)).piecesLeft;
  }
  const piecesLeft = isOver
    ? await callOffSome(tx, row, trigger)
    : await announceSome(tx, { row, actor, context, trigger }, await tx.ask(linesOf, { orderId: row.id }));
  await tx.change(returnOrders, row, { piecesLeft, linesLeft: null });
  return piecesLeft;
}

async function storeLines(tx: Writing, row: ReturnOrder, linesLeft: string, context: RequestContext) {
  const left = leftOf(linesLeft);
  const some = left.lines.slice(0, LINES_AT_ONCE);
  const codes = some.map(({ sku }) => ({ skuCode: sku }));
  const known = await skusOf(tx, row.exporterId, codes);
  const rows = some.map((line, i) => lineRow(row, line, { number: left.stored + i + 1, known }, context));
  await tx.addMany(returnLines, rows);
  const after = leftAfter(left);
  await tx.change(returnOrders, row, after);
  return after.piecesLeft;
}

async function leaveAsDraft(tx: Writing, code: string): Promise<number> {
  await tx.change(returnOrders, await getReturnOrder(tx, code), { linesLeft: null, piecesLeft: 0 });
  return 0;
}
