import { Worker } from 'node:worker_threads';

/**
 * On SQLite, carries the log over into the file beside the scans, in a thread of its own: done by a commit, it makes
 * everybody wait for the tenth of a second that a few thousand pages take, once a second in a busy house. Where
 * there is no thread any more, a commit does it when 128 MB are left (open.ts): a house is only faster with it.
 */
export function startWalCheckpoints(url: string): { close(): Promise<unknown> } {
  const path = url.replace(/^file:/, '');
  const worker = new Worker(new URL('./wal-checkpoint-thread.js', import.meta.url), { workerData: path });
  worker.on('error', () => {});
  // It keeps no process alive that is done otherwise.
  worker.unref();
  return { close: () => worker.terminate() };
}
