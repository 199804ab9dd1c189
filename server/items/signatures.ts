import { fourEyesOf, takenSince } from '../../db/queries/items.ts';
import type { Scoped } from '../../db/scope.ts';
import { firstFourEyes } from '../../db/seed/four-eyes.ts';
import { ADDS_UP_FOR_MS, fallsUnder } from '../workflow/four-eyes.ts';
import type { AnyField } from '../workflow/workflows.ts';
import type { Item } from './facts.ts';

interface Asked {
  readonly step: string | null;
  readonly input: AnyField<'item'>;
  readonly now: Date;
}

/** Whether this step takes two people, as the house is set. Asks nothing of the database for all other steps. */
export async function takesTwo(system: Scoped, item: Item, { step, input, now }: Asked): Promise<boolean> {
  const kind = fallsUnder(item, step, input);
  if (!kind) return false;
  const first = firstFourEyes.find(({ id }) => id === kind.id);
  const set = (await system.ask(fourEyesOf, { id: kind.id }))[0] ?? first;
  if (!set?.active || kind.size === 0) return false;
  const limit = set.above ?? 0;
  if (kind.size > limit || !kind.used || !step) return kind.size > limit;
  const lately = await system.ask(takenSince, {
    ...{ step, since: new Date(now.getTime() - ADDS_UP_FOR_MS) },
    ...{ warehouseId: item.warehouseId, itemId: item.id, locationId: item.locationId ?? '' },
  });
  return lately.map(kind.used).reduce((sum, used) => sum + used, kind.size) > limit;
}
