import { useEffect, useRef, useState } from 'react';

interface Waiting {
  readonly text: string;
  /** When it was scanned, in ms of the page. */
  readonly at: number;
}
// What follows a scan within a moment is its own tail, which a pause cut off; a person aims longer than that.
const TAIL_MS = 300;

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
 * question and is refused once: it had not been shown. The first of `waiting` is the next.
 */
export function useScans(
  onScan: (text: string) => Promise<void>,
  { refused, asked, shown, busy: otherwiseBusy }: State,
) {
  const [waiting, setWaiting] = useState<readonly Waiting[]>([]);
  const [busy, setBusy] = useState(false);
  const lastAt = useRef(Number.NEGATIVE_INFINITY);
  const lastText = useRef('');
  const shownAt = useRef(Number.NEGATIVE_INFINITY);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer is seen from when it is shown
  useEffect(() => {
    shownAt.current = performance.now();
  }, [shown]);
  useEffect(() => {
    const [next] = waiting;
    if (busy || next === undefined) return;
    const isBlind = ({ at }: Waiting) => at < shownAt.current;
    const isImpatient = (asked || refused) && next.text === lastText.current && isBlind(next);
    const isTail = refused && next.at - lastAt.current < TAIL_MS;
    if (isImpatient || isTail) return setWaiting((all) => all.slice(1));
    if (otherwiseBusy || (refused && waiting.every(isBlind))) return;
    setBusy(true);
    lastAt.current = next.at;
    lastText.current = next.text;
    setWaiting((all) => all.slice(1));
    void onScan(next.text).finally(() => {
      shownAt.current = performance.now();
      setBusy(false);
    });
  }, [waiting, busy, refused, asked, otherwiseBusy, onScan]);
  const take = (text: string) =>
    setWaiting((all) => {
      // What waits behind a refusal and is scanned once more is the same thing.
      const others = refused ? all.filter((one) => one.text !== text) : all;
      return [...others, { text, at: performance.now() }];
    });
  return { waiting: waiting.map(({ text }) => text), take };
}
