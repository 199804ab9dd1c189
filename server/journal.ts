import { journal } from '../db/schema/work.ts';
import type { Writing } from '../db/scope.ts';
import type { Order } from './workflow/engine.ts';

interface Whose {
  readonly warehouseId: string;
  readonly exporterId: string | null;
  readonly vendorId: string | null;
}

/** Notes a step of a return order, ticket, consignment or shipment; whoever sees the thing sees this too. */
export async function note<R extends { readonly id: string; readonly state: string }>(
  house: Writing,
  noun: (typeof journal.$inferInsert)['noun'],
  { warehouseId, exporterId, vendorId }: Whose,
  { row, step, toState, given, actor, moment }: Order<R>,
): Promise<void> {
  const happened = { step, fromState: row.state, toState, given: { ...given } };
  const when = { byWhom: actor.id, device: actor.device ?? null, at: moment.now };
  await house.add(journal, {
    id: moment.newId(),
    noun,
    subjectId: row.id,
    ...{ warehouseId, exporterId, vendorId },
    ...happened,
    ...when,
  });
}
