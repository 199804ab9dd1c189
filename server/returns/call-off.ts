import { orderItemsInStates } from '../../db/queries/returns.ts';
import type { Writing } from '../../db/scope.ts';
import type { StepContext } from '../workflow/effects.ts';
import { itemWorkflow } from '../workflow/item.ts';
import { statesWhere } from '../workflow/workflow.ts';
import type { ReturnOrder } from './return-order-entity.ts';

/** So many at once: taking a step of an item back takes longer than announcing one. */
const CALLED_OFF_AT_ONCE = 25;

/** What is still to come, though it may be missing. */
export const stillToCome = statesWhere(
  itemWorkflow,
  ({ arrival }) => arrival === 'expected' || arrival === 'missing',
);

/** Calls off at most CALLED_OFF_AT_ONCE of those that have not come. @returns how many are left */
export async function callOffSome(
  system: Writing,
  { id }: Pick<ReturnOrder, 'id'>,
  trigger: StepContext<ReturnOrder>['trigger'],
): Promise<number> {
  const found = await system.list(orderItemsInStates, { orderId: id, states: stillToCome });
  for (const item of found.slice(0, CALLED_OFF_AT_ONCE)) await trigger('item', item.id, 'cancel', {});
  return Math.max(0, found.length - CALLED_OFF_AT_ONCE);
}
