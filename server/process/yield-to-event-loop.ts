import { setImmediate } from 'node:timers/promises';

/** At most so long in one go, in milliseconds: a scan that comes in meanwhile waits no longer than that. */
const MAX_SLICE_MS = 4;

/**
 * For what takes long on the one thread that everybody shares: awaited often, it lets the others in when it is time.
 */
export function yieldToEventLoop(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < MAX_SLICE_MS) return;
    await setImmediate();
    since = performance.now();
  };
}
