import { useSyncExternalStore } from 'react';

/** A worn trigger fires twice, and a code is read twice on the way over it. */
const BOUNCE_MS = 400;
/** Long enough to be read at a glance; what it lies over is needed again. */
const SHOWN_MS = 2_500;

let last = { text: '', at: Number.NEGATIVE_INFINITY };
let bounced = false;
const listeners = new Set<() => void>();
let showing: ReturnType<typeof setTimeout>;
function become(next: boolean) {
  clearTimeout(showing);
  if (next) showing = setTimeout(() => become(false), SHOWN_MS);
  if (bounced === next) return;
  bounced = next;
  for (const listener of listeners) listener();
}

/** Whether this is the code of a moment ago once more; the screen then says that it counts once. */
export function isBounce(text: string): boolean {
  const at = performance.now();
  const again = text === last.text && at - last.at < BOUNCE_MS;
  // A trigger that is held reads on: each time is the last.
  last = { text, at };
  become(again);
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
