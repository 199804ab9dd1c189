import { useEffect, useRef, useState } from 'react';
import { useMe } from '../shared/signed-in.tsx';

function read<T>(name: string): T | undefined {
  try {
    return JSON.parse(sessionStorage.getItem(name) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}

/** A state to which a reload of the page comes back: for this person, in this warehouse, in this tab. */
export function useSessionState<T>(name: string, initial: T): [T, (next: T) => void] {
  const { id, warehouse } = useMe();
  const place = `guihang.${id}.${warehouse?.id}.${name}`;
  const [state, setState] = useState<T>(() => read<T>(place) ?? initial);
  useEffect(() => sessionStorage.setItem(place, JSON.stringify(state)), [place, state]);
  return [state, setState];
}

/** A state that says in the middle of a handler what was set a moment ago, before the screen shows it. */
export interface Latest<T> {
  readonly now: T;
  set(next: T): void;
}
export function useLatest<T>([state, setState]: readonly [T, (next: T) => void]): Latest<T> {
  const latest = useRef(state);
  latest.current = state;
  return {
    get now() {
      return latest.current;
    },
    set: (next) => {
      latest.current = next;
      setState(next);
    },
  };
}

const MAX_RECENT_ANSWERS = 6;
/** Words that this device was told before, the latest first: to tap instead of typing them again. */
export function useRecentAnswers(name: string): {
  readonly said: readonly string[];
  remember(words: string): void;
} {
  const place = `guihang.said.${name}`;
  const [said, setSaid] = useState<readonly string[]>(() => JSON.parse(localStorage.getItem(place) ?? '[]'));
  return {
    said,
    remember: (words) => {
      const next = [words, ...said.filter((one) => one !== words)].slice(0, MAX_RECENT_ANSWERS);
      localStorage.setItem(place, JSON.stringify(next));
      setSaid(next);
    },
  };
}
