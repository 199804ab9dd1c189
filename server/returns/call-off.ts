import { itemStatesOfOrder, orderItemsInStates } from '../../db/queries/returns.ts';
import type { Scoped, Writing } from '../../db/scope.ts';
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
const isStillToCome: ReadonlySet<string> = new Set(stillToCome);

/** How many of its items are still to come. */
export async function countToCallOff(system: Scoped, { id }: Pick<ReturnOrder, 'id'>): Promise<number> {
  const states = await system.ask(itemStatesOfOrder, { orderId: id });
  return states.reduce((sum, { state, n }) => sum + (isStillToCome.has(state) ? n : 0), 0);
}

/**
 * Calls off at most CALLED_OFF_AT_ONCE of those that have not come, of which there are so many; none is read but these.
 * @returns how many are left
 */
export async function callOffSome(
  system: Writing,
  { id }: Pick<ReturnOrder, 'id'>,
  left: number,
  trigger: StepContext<ReturnOrder>['trigger'],
): Promise<number> {
  const some = { orderId: id, states: stillToCome, limit: CALLED_OFF_AT_ONCE + 1 };
  const found = await system.list(orderItemsInStates, some);
  for (const item of found.slice(0, CALLED_OFF_AT_ONCE)) await trigger('item', item.id, 'cancel', {});
  return found.length > CALLED_OFF_AT_ONCE ? Math.max(1, left - CALLED_OFF_AT_ONCE) : 0;
}
