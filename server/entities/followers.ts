import type { Writing } from '../../db/scope.ts';
import { Problem } from '../http/problem.ts';
import type { StepContext } from '../workflow/effects.ts';
import { type BackgroundTask, type Piece, type Progress, rowsOf, startTask } from './background-tasks.ts';

/** So many items follow a step of what they lie in at once; of more, all follow in pieces as large, between the scans. */
export const FOLLOW_AT_ONCE = 20;

/** What the items of a shipment or consignment do after it. */
export type Following = 'ship' | 'arrive' | 'release' | 'handOver';
type Thing = StepContext<{ readonly id: string; readonly state: string }>;
type Whose = Pick<BackgroundTask, 'kind' | 'exporterId'>;

/**
 * Few items take the step with the thing itself. Many, which were asked before whether they would (`Engine.lookAhead`),
 * take it from then on in pieces, whatever happens. @returns how many are left
 */
export async function followers(
  system: Writing,
  { row: { id }, trigger, actor, context }: Thing,
  { kind, exporterId }: Whose,
  { step, items }: { readonly step: Following; readonly items: readonly string[] },
): Promise<{ piecesLeft: number }> {
  const isMany = items.length > FOLLOW_AT_ONCE;
  if (!isMany) for (const item of items) await trigger('item', item, step, {});
  const task = { id, kind, askedBy: actor.id, exporterId };
  if (isMany) await startTask(system, task, context.now, rowsOf(id, [JSON.stringify(step)]));
  return { piecesLeft: isMany ? items.length : 0 };
}

/**
 * The next of those that are left. One that is refused, as it was held meanwhile, waits until the others are through.
 * @throws Problem 409 when nothing but those is left
 */
export async function nextFollowers(
  tx: Writing,
  { task, engine, context }: Piece,
  { step, items }: { readonly step: Following; readonly items: readonly string[] },
): Promise<Progress & { readonly left: number }> {
  let taken = 0;
  let refused: Problem | undefined;
  for (const id of items) {
    if (taken === FOLLOW_AT_ONCE) break;
    try {
      const actor = { id: task.askedBy };
      await engine.takeAsSystem(tx, { entity: 'item', id, step, input: {}, actor, context });
      taken++;
    } catch (error) {
      // It is refused before anything of it is written.
      if (!(error instanceof Problem)) throw error;
      refused = error;
    }
  }
  if (taken === 0 && refused) throw refused;
  const left = items.length - taken;
  return { left, done: task.done, isFinished: left === 0 };
}
