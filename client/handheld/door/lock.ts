import { useSyncExternalStore } from 'react';
import { isWaiting } from '../../shared/connection.ts';
import { send } from '../../shared/send.ts';

interface Locked {
  /** The badge that was scanned in the middle of the work: its owner takes over. */
  readonly badge: string | null;
}
let locked: Locked | null = null;
const listeners = new Set<() => void>();
function become(next: Locked | null) {
  locked = next;
  for (const listener of listeners) listener();
}

/** Whether the door is shut, and before whom. */
export const useLocked = () =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => locked,
  );

let hung = false;
/** Only an enrolled handheld has a door. */
export const hangDoor = () => {
  hung = true;
};
export const changesPerson = (text: string) => hung && locked === null && isBadge(text);

export const isBadge = (text: string) => /^GHB[A-Z2-7]{26}$/i.test(text.trim());

/**
 * Shuts the door: what stands on the screen stays behind it. The session ends, unless something waits to be sent in
 * its name; a badge ends it in any case.
 */
export function lock(badge: string | null = null) {
  become({ badge });
  if (!isWaiting()) void send('POST', '/api/auth/sign-out', {}).catch(() => {});
}
export const unlock = () => become(null);
