import { useEffect, useState } from 'react';

/**
 * Takes scans one after the other: the next one begins when the screen shows what came of the last, and none while
 * an error waits to be acknowledged. The first of `waiting` is the next.
 */
export function useScans(onScan: (text: string) => Promise<void>, blocked: boolean) {
  const [waiting, setWaiting] = useState<readonly string[]>([]);
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    const [next] = waiting;
    if (busy || blocked || next === undefined) return;
    setBusy(true);
    setWaiting((all) => all.slice(1));
    void onScan(next).finally(() => setBusy(false));
  }, [waiting, busy, blocked, onScan]);
  return { waiting, take: (text: string) => setWaiting((all) => [...all, text]) };
}
