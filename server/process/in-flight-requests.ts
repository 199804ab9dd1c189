import { isMainThread, workerData } from 'node:worker_threads';

/** How many requests the scans' thread is answering, in memory that a thread which starts with it sees, too. */
const count = new Int32Array(startedWith() ?? new SharedArrayBuffer(4));
export const inFlightRequests = count.buffer as SharedArrayBuffer;

function startedWith(): SharedArrayBuffer | undefined {
  return isMainThread
    ? undefined
    : (workerData as { inFlightRequests?: SharedArrayBuffer } | null)?.inFlightRequests;
}

const waiting = new Set<() => void>();

/** A request has come in. @returns what to call when it was answered; further calls change nothing */
export function requestStarted(): () => void {
  Atomics.add(count, 0, 1);
  let here = true;
  return () => {
    if (!here) return;
    here = false;
    if (Atomics.sub(count, 0, 1) > 1) return;
    Atomics.notify(count, 0);
    for (const goOn of waiting) goOn();
  };
}

/** No longer than this, in milliseconds: on a server that is never at rest, long work comes to its turn, too. */
const MAX_WAIT_MS = 20;

/** For long work on the scans' own thread: waits while one is being answered. */
export async function whenIdle(): Promise<void> {
  if (Atomics.load(count, 0) <= 0) return;
  await new Promise<void>((resolve) => {
    const goOn = () => {
      clearTimeout(late);
      waiting.delete(goOn);
      resolve();
    };
    const late = setTimeout(goOn, MAX_WAIT_MS);
    waiting.add(goOn);
  });
}

/**
 * For long work in a thread of its own: it stands still while a scan is being answered. Where there are as many cores as
 * threads it is hardly felt; on two cores, it would otherwise take the scan's. On the scans' thread it does nothing.
 */
export function yieldToRequests(): void {
  if (isMainThread) return;
  const until = performance.now() + MAX_WAIT_MS;
  for (let left = MAX_WAIT_MS; left > 0; left = until - performance.now()) {
    const now = Atomics.load(count, 0);
    if (now <= 0) return;
    Atomics.wait(count, 0, now, left);
  }
}
