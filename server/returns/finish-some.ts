import { linesOf } from '../../db/queries/returns.ts';
import { returnOrders } from '../../db/schema/goods.ts';
import { systemViewer } from '../../db/seen-by.ts';
import { newRequestContext } from '../http/new-request-context.ts';
import { stateOf } from '../items/view.ts';
import type { Deps } from '../process/deps.ts';
import type { StepContext } from '../workflow/effects.ts';
import { returnOrderWorkflow } from '../workflow/return-order.ts';
import { announceSome } from './announce.ts';
import { callOffSome } from './call-off.ts';
import { getReturnOrder } from './return-order-entity.ts';

export type Finishing = Pick<Deps, 'database' | 'engine' | 'now' | 'random' | 'ending'>;

/** One piece of what a large return order has left, in a transaction of its own. @returns how many of its items are left */
export const finishSome = (deps: Finishing, code: string): Promise<number> =>
  deps.database.as(systemViewer).atomically(async (tx) => {
    const row = await getReturnOrder(tx, code);
    if (row.piecesLeft === 0) return 0;
    const actor = { id: row.createdBy };
    const context = newRequestContext(deps);
    const trigger: StepContext<typeof row>['trigger'] = async (entity, id, step, input) =>
      void (await deps.engine.takeAsSystem(tx, { entity, id, step, input, actor, context }));
    const piecesLeft = stateOf(returnOrderWorkflow, row.state).ended
      ? await callOffSome(tx, row, trigger)
      : await announceSome(tx, { row, actor, context, trigger }, await tx.ask(linesOf, { orderId: row.id }));
    await tx.change(returnOrders, row, { piecesLeft });
    return piecesLeft;
  });
