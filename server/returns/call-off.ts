import { orderItemsInStates } from '../../db/queries/returns.ts';
import type { Writing } from '../../db/scope.ts';
import type { StepContext } from '../workflow/effects.ts';
import { itemWorkflow } from '../workflow/item.ts';
import { statesWhere } from '../workflow/workflow.ts';
import { ITEMS_AT_ONCE } from './announce.ts';
import type { ReturnOrder } from './return-order-entity.ts';

/** What is still to come, though it may be missing. */
const stillToCome = statesWhere(
  itemWorkflow,
  ({ arrival }) => arrival === 'expected' || arrival === 'missing',
);

/** Calls off at most ITEMS_AT_ONCE of those that have not come. @returns how many are left */
export async function callOffSome(
  system: Writing,
  { id }: Pick<ReturnOrder, 'id'>,
  trigger: StepContext<ReturnOrder>['trigger'],
): Promise<number> {
  const found = await system.list(orderItemsInStates, { orderId: id, states: stillToCome });
  for (const item of found.slice(0, ITEMS_AT_ONCE)) await trigger('item', item.id, 'cancel', {});
  return Math.max(0, found.length - ITEMS_AT_ONCE);
}
