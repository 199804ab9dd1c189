import { useState } from 'react';

/**
 * The keys of a list in the order in which they were first shown. One that leaves the list keeps its place until it is
 * dismissed, so that nothing slides under a pointer; one that comes is added at the end.
 */
export function useStaying(keys: readonly string[]) {
  const [order, setOrder] = useState(keys);
  const [dismissed, setDismissed] = useState<readonly string[]>([]);
  const come = keys.filter((key) => !order.includes(key));
  const all = [...order, ...come];
  if (come.length > 0) setOrder(all);
  return {
    shown: all.filter((key) => keys.includes(key) || !dismissed.includes(key)),
    dismiss: (key: string) => setDismissed((before) => [...before, key]),
  };
}
