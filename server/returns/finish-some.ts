import { linesOf } from '../../db/queries/returns.ts';
import { returnLines, returnOrders } from '../../db/schema/goods.ts';
import { outbox } from '../../db/schema/jobs.ts';
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
    if (!(error instanceof NotSubmitted)) throw error;
    // It cannot be submitted any more as it was accepted: it stays a draft, its exporter is told, and hears why when they
    // submit it.
    return system.atomically(async (tx) => {
      const { exporterId } = await getReturnOrder(tx, code);
      const context = newRequestContext(deps);
      const about = { returnOrder: code, organisation: exporterId };
      const due = { at: context.now, dueAt: context.now, tries: 0 };
      await tx.add(outbox, { id: context.newId(), kind: 'return order not submitted', about, ...due });
      return nothingLeft(tx, code);
    });
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
    await nothingLeft(tx, code);
    await trigger('returnOrder', row.id, 'submit', {}).catch((cause: unknown) => {
      throw cause instanceof Problem ? new NotSubmitted('', { cause }) : cause;
    });
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

/** The rules refuse to submit it; what is refused of its items is a fault of ours, and is tried again. */
class NotSubmitted extends Error {}

async function nothingLeft(tx: Writing, code: string): Promise<number> {
  await tx.change(returnOrders, await getReturnOrder(tx, code), { linesLeft: null, piecesLeft: 0 });
  return 0;
}
