import type { Writing } from '../../db/scope.ts';
import type { Actor } from '../access/permissions.ts';
import { engine } from '../entities/registry.ts';
import type { RequestContext } from '../http/request-context.ts';
import { getItem } from '../items/item-entity.ts';
import { serialFrom, twinOf } from '../items/serials.ts';
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
export async function codeOfEarlierLife(
  tx: Writing,
  { code, serial }: { readonly code: string; readonly serial?: unknown },
  actor: Actor,
  context: RequestContext,
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
  const system = tx.asSystem();
  const past = await twinOf(system, item, read);
  if (!past || !knows(itemWorkflow, past.state, 'returnAgain')) return code;
  const announced = Object.fromEntries(announcement.map((name) => [name, item[name]]));
  const by = { entity: 'item', actor, context };
  await engine.order(system, { ...by, id: item.id, step: 'cancel', input: { itIs: past.code } });
  await engine.order(system, { ...by, id: past.id, step: 'returnAgain', input: { announced } });
  return past.code;
}
