import type { Writing } from '../../db/scope.ts';
import type { Asker } from '../http/request-context.ts';
import type { Engine } from '../workflow/engine.ts';
import { itemWorkflow } from '../workflow/item.ts';
import { knows } from '../workflow/workflow.ts';
import { getItem } from './item-entity.ts';
import { announcementOf } from './life.ts';
import { serialFrom, twinOf } from './serials.ts';

/**
 * An exporter seldom knows the serial of what a buyer sends back; the dock reads it. If it was here before, the old
 * life goes on under the old licence plate, and what was announced without a serial is called off.
 * @returns the code of the item to receive
 */
export async function codeOfEarlierLife(
  engine: Engine,
  tx: Writing,
  { code, serial }: { readonly code: string; readonly serial?: string | undefined },
  by: Asker,
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
  const announced = announcementOf(item);
  const its = { entity: 'item', ...by } as const;
  await engine.takeAsSystem(system, { ...its, id: item.id, step: 'cancel', input: { itIs: past.code } });
  await engine.takeAsSystem(system, { ...its, id: past.id, step: 'returnAgain', input: { announced } });
  return past.code;
}
