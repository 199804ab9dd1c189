import { useEffect } from 'react';
import { lock } from './lock.ts';

const touches = ['pointerdown', 'keydown', 'input'] as const;
const CHECK_INTERVAL_MS = 2000;

/** Shuts the door after so many minutes in which nobody touched the handheld or scanned with it. */
export function useIdleLock(minutes: number | undefined) {
  useEffect(() => {
    if (minutes === undefined) return;
    let last = Date.now();
    const touched = () => {
      last = Date.now();
    };
    const timer = setInterval(() => {
      if (Date.now() - last < minutes * 60_000) return;
      touched();
      lock();
    }, CHECK_INTERVAL_MS);
    for (const name of touches) window.addEventListener(name, touched, { capture: true });
    return () => {
      clearInterval(timer);
      for (const name of touches) window.removeEventListener(name, touched, { capture: true });
    };
  }, [minutes]);
}
