import { useSyncExternalStore } from 'react';

/** A worn trigger fires twice, and a code is read twice on the way over it. */
const BOUNCE_MS = 400;

let last = { text: '', at: Number.NEGATIVE_INFINITY };
let bounced = false;
const listeners = new Set<() => void>();

/** Whether this is the code of a moment ago once more; the screen then says that it counts once. */
export function isBounce(text: string): boolean {
  const at = performance.now();
  const again = text === last.text && at - last.at < BOUNCE_MS;
  if (!again) last = { text, at };
  if (bounced !== again) {
    bounced = again;
    for (const listener of listeners) listener();
  }
  return again;
}

/** Whether the last scan was a bounce. */
export const useBounced = () =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => bounced,
  );
