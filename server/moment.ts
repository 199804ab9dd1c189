import { v7 } from 'uuid';
import type { Moment } from './call.ts';
import type { Deps } from './deps.ts';
import { mintCode } from './identifiers/code.ts';

/** Now, and names that nobody else has. */
export function momentOf({ now: clock, random }: Pick<Deps, 'now' | 'random'>): Moment {
  const now = clock();
  return {
    now,
    newId: () => v7({ msecs: now.getTime(), random: random(16) }),
    newCode: (kind) => mintCode(kind, random),
  };
}
