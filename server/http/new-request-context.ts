import { v7 } from 'uuid';
import { mintCode } from '../identifiers/code.ts';
import type { Deps } from '../process/deps.ts';
import type { RequestContext } from './request-context.ts';

/** Now, and names that nobody else has. */
export function newRequestContext({ now: clock, random }: Pick<Deps, 'now' | 'random'>): RequestContext {
  const now = clock();
  return {
    now,
    newId: () => v7({ msecs: now.getTime(), random: random(16) }),
    newCode: (kind) => mintCode(kind, random),
  };
}
