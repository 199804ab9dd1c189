import { happeningsOf } from '../../db/queries/journal.ts';
import { journal } from '../../db/schema/jobs.ts';
import type { Scoped, Writing } from '../../db/scope.ts';
import type { StepContext } from '../workflow/effects.ts';

/** How often something happened to it: its version, where nothing else about it is decided on. */
export const happenedTo = async (
  system: Scoped,
  { id: subjectId }: { readonly id: string },
): Promise<number> => (await system.ask(happeningsOf, { subjectId }))[0]?.n ?? 0;

interface Whose {
  readonly warehouseId: string;
  readonly exporterId: string | null;
  readonly vendorId: string | null;
}

/** Notes a step of a return order, ticket, consignment or shipment; whoever sees the thing sees this too. */
export async function writeJournal<R extends { readonly id: string; readonly state: string }>(
  system: Writing,
  entity: (typeof journal.$inferInsert)['entity'],
  { warehouseId, exporterId, vendorId }: Whose,
  { row, step, toState, input, actor, context }: StepContext<R>,
): Promise<void> {
  const happened = { step, fromState: row.state, toState, given: { ...input } };
  const when = { byWhom: actor.id, device: actor.device ?? null, at: context.now };
  await system.add(journal, {
    id: context.newId(),
    entity,
    subjectId: row.id,
    ...{ warehouseId, exporterId, vendorId },
    ...happened,
    ...when,
  });
}
