import { fourEyesOf } from '../../db/queries/items.ts';
import type { Scoped } from '../../db/scope.ts';
import { firstFourEyes } from '../../db/seed/four-eyes.ts';
import { fallsUnder } from '../workflow/four-eyes.ts';
import type { AnyField } from '../workflow/workflows.ts';
import type { Item } from './facts.ts';

/** Whether this step takes two people, as the house is set. Asks nothing of the database for all other steps. */
export async function takesTwo(
  system: Scoped,
  item: Item,
  step: string | null,
  input: AnyField<'item'>,
): Promise<boolean> {
  const kind = fallsUnder(item, step, input);
  if (!kind) return false;
  const first = firstFourEyes.find(({ id }) => id === kind.id);
  const set = (await system.ask(fourEyesOf, { id: kind.id }))[0] ?? first;
  return Boolean(set?.active && kind.size > (set.above ?? 0));
}
