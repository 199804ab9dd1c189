import { isMainThread, workerData } from 'node:worker_threads';

/** What the reading thread starts with: the address of the database, and what both threads see. */
export interface Started {
  readonly database: string;
  readonly answering: SharedArrayBuffer;
}

/** How many requests the scans' thread is answering, in memory that the reading thread sees, too. */
export class Answering {
  readonly memory = new SharedArrayBuffer(4);
  readonly #count = new Int32Array(this.memory);

  async during<R>(work: () => Promise<R>): Promise<R> {
    Atomics.add(this.#count, 0, 1);
    try {
      return await work();
    } finally {
      Atomics.sub(this.#count, 0, 1);
      Atomics.notify(this.#count, 0);
    }
  }
}

/** No longer than this, in milliseconds: in a house that is never at rest, a label comes to its turn, too. */
const most = 20;
const seen =
  !isMainThread && (workerData as Partial<Started> | null)?.answering
    ? new Int32Array((workerData as Started).answering)
    : undefined;

/**
 * In the reading thread, stands still while a scan is being answered. Where there are as many cores as threads it is
 * hardly felt; on two cores, it would otherwise take the scan's. Anywhere else it does nothing.
 */
export function giveWay(): void {
  const until = performance.now() + most;
  for (let left = most; seen && left > 0; left = until - performance.now()) {
    const now = Atomics.load(seen, 0);
    if (now <= 0) return;
    Atomics.wait(seen, 0, now, left);
  }
}
