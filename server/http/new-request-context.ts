import { v7 } from 'uuid';
import { mintCode } from '../identifiers/code.ts';
import type { Deps } from '../process/deps.ts';
import type { RequestContext } from './request-context.ts';

/** The moment of a request, and where its new ids and codes come from. */
export function newRequestContext({ now: clock, random }: Pick<Deps, 'now' | 'random'>): RequestContext {
  const now = clock();
  return {
    now,
    newId: () => v7({ msecs: now.getTime(), random: random(16) }),
    newCode: (kind) => mintCode(kind, random),
  };
}
