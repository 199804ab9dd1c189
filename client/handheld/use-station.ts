import { useCallback, useMemo, useRef, useState } from 'react';
import { call, type Endpoint, type Input, type Reply } from '../shared/api.ts';
import { startWaiting, stopWaiting } from '../shared/connection.ts';
import { Failure } from '../shared/failure.ts';
import { retrying } from '../shared/retrying.ts';
import { leaveIfSignedOut } from '../shared/session.ts';
import { type Answer, answerTo } from './answer.ts';
import { play } from './feedback.ts';

type Told = Answer & { readonly id: number };
export interface StationState {
  /** What stands on the screen. An error stays until it is acknowledged. */
  readonly answer: Told | null;
  readonly busy: boolean;
  /** A request that nobody has confirmed yet; call it to send the same one again now. */
  readonly kept: (() => void) | null;
  /** Says it on the screen, with sound and vibration. */
  tell(answer: Answer): void;
  /** Takes the answer off the screen. */
  clear(): void;
  /** Does something that may fail, and says so if it does: every handler of a button goes through this. */
  run(work: () => Promise<unknown>): Promise<void>;
  /**
   * Calls a route until it is answered, always with the same input: put the `scanId` in before.
   * @throws Failure when the server says no
   */
  ask<E extends Endpoint>(endpoint: E, input: Input<E>): Promise<Reply<E>>;
}
const pause = 10_000;

export function useStation(): StationState {
  const [answer, setAnswer] = useState<Told | null>(null);
  const [kept, setKept] = useState<StationState['kept']>(null);
  const [running, setRunning] = useState(0);
  const told = useRef(0);

  const tell = useCallback((next: Answer) => {
    play(next.tone);
    told.current += 1;
    setAnswer({ ...next, id: told.current });
  }, []);
  const clear = useCallback(() => setAnswer(null), []);
  const run = useCallback(
    async (work: () => Promise<unknown>) => {
      setRunning((n) => n + 1);
      try {
        await work();
      } catch (error) {
        leaveIfSignedOut(error);
        if (!(error instanceof Failure)) reportError(error);
        tell(answerTo(error));
      } finally {
        setRunning((n) => n - 1);
      }
    },
    [tell],
  );
  const ask = useCallback(
    <E extends Endpoint>(endpoint: E, input: Input<E>): Promise<Reply<E>> =>
      untilAnswered(() => call(endpoint, input), setKept),
    [],
  );
  return useMemo(
    () => ({ answer, busy: running > 0, kept, tell, clear, run, ask }),
    [answer, running, kept, tell, clear, run, ask],
  );
}

/** Goes on after the quick retries: when asked to, when the network comes back, and every ten seconds. */
async function untilAnswered<T>(
  work: () => Promise<T>,
  show: (again: () => (() => void) | null) => void,
): Promise<T> {
  for (;;) {
    try {
      return await retrying(work);
    } catch (error) {
      if (!(error instanceof Failure && error.isUnknown)) throw error;
      play('warning');
      startWaiting();
      await new Promise<void>((resume) => {
        show(() => resume);
        setTimeout(resume, pause);
        window.addEventListener('online', () => resume(), { once: true });
      });
      stopWaiting();
      show(() => null);
    }
  }
}
