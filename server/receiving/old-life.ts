import type { Writing } from '../../db/scope.ts';
import type { Actor } from '../access/permissions.ts';
import type { Moment } from '../call.ts';
import { getItem } from '../items/noun.ts';
import { serialFrom, twinOf } from '../items/serials.ts';
import { engine } from '../workflow/house.ts';
import { itemWorkflow } from '../workflow/item.ts';
import { knows } from '../workflow/workflow.ts';

const announcement = [
  ...(['warehouseId', 'orderId', 'lineId', 'skuId', 'description', 'reason', 'wish'] as const),
  ...(['exportMode', 'exportDocument', 'exportLine', 'exportDate', 'releaseDate'] as const),
  ...(['taxReliefUntil', 'supervisionUntil'] as const),
];

/**
 * An exporter seldom knows the serial of what a buyer sends back; the dock reads it. If it was here before, the old
 * life goes on under the old licence plate, and what was announced without a serial is called off.
 * @returns the code of the item to receive
 */
export async function itsOldLife(
  tx: Writing,
  { code, serial }: { readonly code: string; readonly serial?: unknown },
  actor: Actor,
  moment: Moment,
): Promise<string> {
  const read = serialFrom(serial);
  const item = read === null ? undefined : await getItem(tx, code);
  if (
    read === null ||
    !item ||
    item.serial !== null ||
    item.quantity > 1 ||
    !knows(itemWorkflow, item.state, 'cancel')
  )
    return code;
  const house = tx.forTheHouse();
  const past = await twinOf(house, item, read);
  if (!past || !knows(itemWorkflow, past.state, 'returnAgain')) return code;
  const announced = Object.fromEntries(announcement.map((name) => [name, item[name]]));
  await engine.order(house, 'item', item.id, 'cancel', { itIs: past.code }, actor, moment);
  await engine.order(house, 'item', past.id, 'returnAgain', { announced }, actor, moment);
  return past.code;
}
