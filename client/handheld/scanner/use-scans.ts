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
  readonly busy: boolean;
}

/**
 * Takes scans one after the other: the next one begins when the screen shows what came of the last, and none while
 * an error waits to be acknowledged; what was the tail of a refused scan goes with it. Who scans the same once more out
 * of impatience answers no question: it had not been shown. The first of `waiting` is the
 * next.
 */
export function useScans(
  onScan: (text: string) => Promise<void>,
  { refused, asked, busy: otherwiseBusy }: State,
) {
  const [waiting, setWaiting] = useState<readonly Waiting[]>([]);
  const [busy, setBusy] = useState(false);
  const lastAt = useRef(Number.NEGATIVE_INFINITY);
  const lastText = useRef('');
  const shownAt = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    const [next] = waiting;
    const isImpatient = next && asked && next.text === lastText.current && next.at < shownAt.current;
    if (isImpatient && !busy) return setWaiting((all) => all.slice(1));
    if (next && refused && !busy && next.at - lastAt.current < TAIL_MS) setWaiting((all) => all.slice(1));
    if (busy || refused || otherwiseBusy || next === undefined) return;
    setBusy(true);
    lastAt.current = next.at;
    lastText.current = next.text;
    setWaiting((all) => all.slice(1));
    void onScan(next.text).finally(() => {
      shownAt.current = performance.now();
      setBusy(false);
    });
  }, [waiting, busy, refused, asked, otherwiseBusy, onScan]);
  const take = (text: string) => setWaiting((all) => [...all, { text, at: performance.now() }]);
  return { waiting: waiting.map(({ text }) => text), take };
}
