import { getHeapStatistics } from 'node:v8';

/** So much garbage may lie about in a thread: V8 alone would leave 64 MB of buffers until it looks. */
const MAX_GARBAGE_BYTES = 16 * 2 ** 20;
let heldBefore = 0;

/** What this thread holds in memory, garbage and all, in bytes. */
function held(): number {
  const { used_heap_size, external_memory } = getHeapStatistics();
  return used_heap_size + external_memory;
}

/**
 * Gives back what the last answer of a worker thread left behind, when that was much: such a thread stands still between two
 * questions, and so would its garbage collector. Only where the server was started with `--expose-gc`, as `npm start` does.
 */
export function giveBackMemory(): void {
  if (!globalThis.gc || held() - heldBefore < MAX_GARBAGE_BYTES) return;
  globalThis.gc();
  heldBefore = held();
}
