import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { call, type Endpoint, type Input, type Reply, upload } from '../shared/api.ts';
import { startWaiting, stopWaiting } from '../shared/connection.ts';
import { Failure } from '../shared/failure.ts';
import { retrying } from '../shared/retrying.ts';
import { newScanId } from '../shared/scan-id.ts';
import { leaveIfSignedOut } from '../shared/session.ts';
import { useMe } from '../shared/signed-in.tsx';
import { handheld } from '../shared/words/handheld.ts';
import { type Answer, answerTo, success } from './answer.ts';
import { play } from './feedback.ts';
import { aboutOf, forgetSending, keepSending, leftUnanswered } from './sending.ts';
import { useGone } from './use-gone.ts';

type Scanned = Reply<'POST /api/v1/scans'>;
export type Meaning = Extract<Scanned['hit'], { kind: 'several' }>['meanings'][number];
/** What a code may mean, and the way to say which. */
export interface Choice {
  readonly meanings: readonly Meaning[];
  readonly choose: (one: Meaning | undefined) => void;
}
/** Somebody went on without choosing, or left the station: nothing is left to do or to say. */
class Left extends Error {}

type ShownAnswer = Answer & { readonly id: number };
/** A request that nobody has confirmed yet: what it is about, and the way to send the same one again now. */
interface Kept {
  readonly about: string;
  readonly again: () => void;
}
export interface StationState {
  /** What stands on the screen. An error stays until it is acknowledged. */
  readonly answer: ShownAnswer | null;
  readonly busy: boolean;
  readonly kept: Kept | null;
  readonly choice: Choice | null;
  /** Lets a person choose. @throws an end of what is run when they go on without */
  choose(meanings: readonly Meaning[]): Promise<Meaning>;
  /** Says it on the screen, with sound and vibration. */
  tell(answer: Answer): void;
  /** Takes the answer off the screen. */
  clear(): void;
  /**
   * Does something that may fail, and says so if it does: every handler of a button goes through this. While one
   * thing is being done a second press does nothing.
   */
  run(work: () => Promise<unknown>): Promise<void>;
  /**
   * Calls a route until it is answered, always with the same input: put the `scanId` in before.
   * @throws Failure when the server says no
   */
  ask<E extends Endpoint>(endpoint: E, input: Input<E>): Promise<Reply<E>>;
  /** The same for a route that takes a photo. @throws Failure */
  photograph(endpoint: TakesPhoto, code: string, photo: Blob): Promise<void>;
}
export type TakesPhoto =
  | 'POST /api/v1/items/:code/photos'
  | 'POST /api/v1/tickets/:code/photos'
  | 'POST /api/v1/parcels/:code/photos'
  | 'POST /api/v1/return-orders/:code/photos'
  | 'POST /api/v1/locations/:code/photos';
const RESEND_AFTER_MS = 10_000;

/**
 * `resume` runs once, when the station opens: after what a reload left unanswered was sent again. `refresh` fetches what
 * is on the screen as it is now: when somebody else changed it meanwhile, nobody has to scan it again to see that.
 */
export function useStation(resume?: () => Promise<unknown>, refresh?: () => Promise<unknown>): StationState {
  const { id } = useMe();
  const [answer, setAnswer] = useState<ShownAnswer | null>(null);
  const [kept, setKept] = useState<Kept | null>(null);
  // What a reload left is done first: no scan goes before it.
  const [busy, setBusy] = useState(true);
  const { choice, choose } = useChoice();
  const told = useRef(0);
  const running = useRef(false);
  const gone = useGone();
  const refreshing = useRef(refresh);
  refreshing.current = refresh;

  const tell = useCallback(
    (next: Answer) => {
      if (gone.current) return;
      play(next.tone);
      told.current += 1;
      setAnswer({ ...next, id: told.current });
    },
    [gone],
  );
  const clear = useCallback(() => setAnswer(null), []);
  const run = useCallback(
    async (work: () => Promise<unknown>) => {
      if (running.current) return;
      running.current = true;
      setBusy(true);
      try {
        await work();
      } catch (error) {
        if (error instanceof Left) return;
        leaveIfSignedOut(error);
        if (!(error instanceof Failure)) reportError(error);
        // What stands on the screen let it be tried: it may be out of date.
        else if (error.status === 409) await refreshing.current?.().catch(reportError);
        tell(answerTo(error));
      } finally {
        running.current = false;
        setBusy(false);
      }
    },
    [tell],
  );
  const ask = useCallback(
    async <E extends Endpoint>(endpoint: E, input: Input<E>): Promise<Reply<E>> => {
      const changes = !endpoint.startsWith('GET') && endpoint !== 'POST /api/v1/scans';
      if (gone.current) throw new Left();
      if (changes) keepSending({ who: id, endpoint, input });
      try {
        return await untilAnswered(() => call(endpoint, input), aboutOf(input), setKept, gone);
      } finally {
        // Nobody saw what came of it: the next station sends it once more, and says it.
        if (changes && !gone.current) forgetSending();
      }
    },
    [id, gone],
  );
  const photograph = useCallback(
    async (endpoint: TakesPhoto, code: string, photo: Blob) => {
      const input = { code, scanId: newScanId() };
      await untilAnswered(() => upload(endpoint, input, photo), code, setKept, gone);
    },
    [gone],
  );
  const opening = useRef<(() => void) | undefined>(undefined);
  opening.current = () =>
    void run(async () => {
      const left = leftUnanswered(id);
      if (left) {
        const said = success(handheld.both('answer.resent', { about: aboutOf(left.input) }));
        await ask(left.endpoint, left.input as Input<Endpoint>).then(
          () => tell(said),
          (error) => tell(answerTo(error)),
        );
      }
      await resume?.();
    });
  useEffect(() => opening.current?.(), []);
  return useMemo(
    () => ({ answer, busy, kept, choice, choose, tell, clear, run, ask, photograph }),
    [answer, busy, kept, choice, choose, tell, clear, run, ask, photograph],
  );
}

/** A question that ends what is run when it is left. */
function useChoice(): Pick<StationState, 'choice' | 'choose'> {
  const [choice, setChoice] = useState<Choice | null>(null);
  const choose = useCallback(
    (meanings: readonly Meaning[]) =>
      new Promise<Meaning>((resolve, reject) =>
        setChoice({
          meanings,
          choose: (one) => {
            setChoice(null);
            if (one) resolve(one);
            else reject(new Left());
          },
        }),
      ),
    [],
  );
  return { choice, choose };
}

/** Goes on after the quick retries: when asked to, when the network comes back, and every ten seconds. */
async function untilAnswered<T>(
  work: () => Promise<T>,
  about: string,
  show: (kept: Kept | null) => void,
  gone: { readonly current: boolean },
): Promise<T> {
  for (;;) {
    try {
      return await retrying(work);
    } catch (error) {
      if (!(error instanceof Failure && error.isUnknown)) throw error;
      if (gone.current) throw new Left();
      play('warning');
      startWaiting();
      await new Promise<void>((resume) => {
        show({ about, again: resume });
        setTimeout(resume, RESEND_AFTER_MS);
        window.addEventListener('online', () => resume(), { once: true });
      });
      stopWaiting();
      if (gone.current) throw new Left();
      show(null);
    }
  }
}
