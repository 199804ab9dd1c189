import { setImmediate } from 'node:timers/promises';

/** At most so long in one go, in milliseconds: a scan that comes in meanwhile waits no longer than that. */
const turn = 4;

/** For what takes long on the one thread that everybody shares: awaited often, it lets the others in when it is time. */
export function turns(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < turn) return;
    await setImmediate();
    since = performance.now();
  };
}
