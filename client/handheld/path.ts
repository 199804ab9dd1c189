import { useSyncExternalStore } from 'react';

const root = '/handheld';
const moved = new EventTarget();

const subscribe = (listener: () => void) => {
  moved.addEventListener('moved', listener);
  window.addEventListener('popstate', listener);
  return () => {
    moved.removeEventListener('moved', listener);
    window.removeEventListener('popstate', listener);
  };
};
const here = () => location.pathname.slice(root.length).replace(/^\//, '');
/** Which station the address names; a reload comes back to it. */
export const usePath = (): string => useSyncExternalStore(subscribe, here);

/** Goes to a station, or with '' to the menu. `asked` becomes the question of the address. */
export function go(station: string, asked: Readonly<Record<string, string>> = {}) {
  const question = new URLSearchParams(asked).toString();
  history.pushState(null, '', `${root}${station && `/${station}`}${question && `?${question}`}`);
  moved.dispatchEvent(new Event('moved'));
}
