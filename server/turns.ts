import { setImmediate } from 'node:timers/promises';
import { atRest } from './answering.ts';

/** At most so long in one go, in milliseconds: a scan that comes in meanwhile waits no longer than that. */
const turn = 4;

/**
 * For what takes long on the one thread that everybody shares: awaited often, it lets the others in when it is time.
 * A scan has half a dozen turns of its own; it is answered before the long work goes on.
 */
export function turns(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < turn) return;
    await setImmediate();
    await atRest();
    since = performance.now();
  };
}
