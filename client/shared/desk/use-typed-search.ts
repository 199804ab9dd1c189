import { useDeferredValue, useEffect, useState } from 'react';

const DEBOUNCE_MS = 250;

/** What is searched for while somebody types: asked after a pause. `isWaiting`: something else was typed meanwhile. */
export function useTypedSearch(typed: string): {
  readonly asked: { search?: string };
  readonly isWaiting: boolean;
} {
  const [search, setSearch] = useState(typed);
  useEffect(() => {
    const timer = setTimeout(() => setSearch(typed), DEBOUNCE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  const asked = useDeferredValue(search);
  return { asked: asked ? { search: asked } : {}, isWaiting: typed !== asked };
}
