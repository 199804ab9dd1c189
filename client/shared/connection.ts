import { useSyncExternalStore } from 'react';

export interface Connection {
  readonly online: boolean;
  /** Requests whose answer was lost and that are being sent again. */
  readonly waiting: number;
}
let now: Connection = { online: navigator.onLine, waiting: 0 };
const listeners = new Set<() => void>();

function become(next: Partial<Connection>) {
  const then = { ...now, ...next };
  if (then.online === now.online && then.waiting === now.waiting) return;
  now = then;
  for (const listener of listeners) listener();
}
export const reached = () => become({ online: true });
export const unreached = () => become({ online: false });
export const startWaiting = () => become({ waiting: now.waiting + 1 });
export const stopWaiting = () => become({ waiting: now.waiting - 1 });

window.addEventListener('online', reached);
window.addEventListener('offline', unreached);

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
/** Whether something was sent that nobody has answered yet. */
export const isWaiting = () => now.waiting > 0;
/** Whether the server answered last time. */
export const useConnection = (): Connection => useSyncExternalStore(subscribe, () => now);
