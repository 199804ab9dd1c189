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

/** Goes to a station, or with '' to the menu. What was scanned on the way there is scanned there first. */
export function go(station: string, scan?: string) {
  const question = scan === undefined ? '' : `?${new URLSearchParams({ scan })}`;
  history.pushState(null, '', `${root}${station && `/${station}`}${question}`);
  moved.dispatchEvent(new Event('moved'));
}

/** What the address wants scanned first; asked twice, it wants it once. */
export function takeScanned(): string | undefined {
  const scan = new URLSearchParams(location.search).get('scan') ?? undefined;
  if (scan !== undefined) history.replaceState(null, '', location.pathname);
  return scan;
}
