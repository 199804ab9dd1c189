import { useEffect, useRef, useState } from 'react';
import { useGone } from '../use-gone.ts';
import { keepScans, letGo, takeInHand, takeUp, type Waiting } from './kept-scans.ts';

// What follows a scan within a moment is its own tail, which a pause cut off; a person aims longer than that.
const TAIL_MS = 300;
// A server that is there has answered by then: what takes longer is said to wait.
const SLOW_MS = 1_500;

interface State {
  readonly refused: boolean;
  /** Whether the answer to the last scan asks for the same code once more. */
  readonly asked: boolean;
  /** Which answer stands on the screen. */
  readonly shown: number | undefined;
  readonly busy: boolean;
}

/**
 * Takes scans one after the other: the next one begins when the screen shows what came of the last. A scan that was
 * made in sight of a refusal takes it off; what was scanned before it could be seen waits for one that was, or for a
 * press. What was the tail of a refused scan goes with it. Who scans the same once more out of impatience answers no
 * question and is refused once: it had not been shown. The first of `waiting` is the next. All of them are kept at
 * `place`: a reload, or a walk to another station and back, loses none.
 */
export function useScans(
  place: string,
  onScan: (text: string) => Promise<void>,
  { refused, asked, shown, busy: otherwiseBusy }: State,
) {
  const [waiting, setWaiting] = useState(() => takeUp(place));
  const [busy, setBusy] = useState(false);
  const [slow, setSlow] = useState(false);
  const lastAt = useRef(Number.NEGATIVE_INFINITY);
  const lastText = useRef('');
  const shownAt = useRef(Number.NEGATIVE_INFINITY);
  const gone = useGone();
  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer is seen from when it is shown
  useEffect(() => {
    shownAt.current = performance.now();
  }, [shown]);
  useEffect(() => {
    setSlow(false);
    if (!busy) return;
    const timer = setTimeout(() => setSlow(true), SLOW_MS);
    return () => clearTimeout(timer);
  }, [busy]);
  const put = (next: readonly Waiting[]) => {
    keepScans(place, next);
    setWaiting(next);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: `put` is the same each time
  useEffect(() => {
    const [next, ...others] = waiting;
    if (busy || next === undefined) return;
    const isBlind = ({ at }: Waiting) => at < shownAt.current;
    const isImpatient = (asked || refused) && next.text === lastText.current && isBlind(next);
    const isTail = refused && next.at - lastAt.current < TAIL_MS;
    if (isImpatient || isTail) return put(others);
    if (otherwiseBusy || (refused && waiting.every(isBlind))) return;
    setBusy(true);
    lastAt.current = next.at;
    lastText.current = next.text;
    takeInHand(place, next, others);
    setWaiting(others);
    void onScan(next.text).finally(() => {
      if (gone.current) return;
      letGo();
      shownAt.current = performance.now();
      setBusy(false);
    });
  }, [waiting, busy, refused, asked, otherwiseBusy, onScan, place, gone]);
  const latest = useRef(waiting);
  latest.current = waiting;
  const take = (text: string) => {
    // What waits behind a refusal and is scanned once more is the same thing.
    const others = refused ? latest.current.filter((one) => one.text !== text) : latest.current;
    latest.current = [...others, { text, at: performance.now() }];
    put(latest.current);
  };
  return { waiting: waiting.map(({ text }) => text), count: waiting.length + Number(busy), slow, take };
}
