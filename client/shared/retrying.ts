import { startWaiting, stopWaiting } from './connection.ts';
import { Failure } from './failure.ts';

const RETRY_PAUSES_MS = [400, 1200, 3000];

/**
 * Does it again while nobody knows whether it happened: three more times, each after a longer pause. Safe only for
 * a request that carries its scanId, and `work` must send the same one each time.
 * @throws Failure the last one; `isUnknown` then means that the scan is kept and may be sent again
 */
export async function retrying<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      const pause = RETRY_PAUSES_MS[attempt];
      if (pause === undefined || !(error instanceof Failure && error.isUnknown)) throw error;
      await waitingFor(pause);
    }
  }
}

async function waitingFor(pause: number) {
  startWaiting();
  await new Promise((resolve) => setTimeout(resolve, pause));
  stopWaiting();
}
