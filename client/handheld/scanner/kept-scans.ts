import { useSyncExternalStore } from 'react';

export interface Waiting {
  readonly text: string;
  /** When it was scanned, in ms of the page; 0 once the page is another. */
  readonly at: number;
}
interface Kept {
  /** The one that is being done; null once it has changed something, for then its request is kept instead. */
  readonly inHand: Waiting | null;
  readonly waiting: readonly Waiting[];
}
const none: Kept = { inHand: null, waiting: [] };
const changed = new EventTarget();

function read(place: string): Kept {
  try {
    return JSON.parse(sessionStorage.getItem(place) ?? 'null') ?? none;
  } catch {
    return none;
  }
}
function write(place: string, kept: Kept) {
  if (kept.inHand || kept.waiting.length > 0) sessionStorage.setItem(place, JSON.stringify(kept));
  else sessionStorage.removeItem(place);
  changed.dispatchEvent(new Event('changed'));
}
/** Where this person's scans at a station of a warehouse wait, through a reload and while they are elsewhere. */
export const placeOfScans = (who: string, warehouse: string | undefined, station: string) =>
  `guihang.scans.${who}.${warehouse}.${station}`;

/** What waits there; what the page or the station was left with comes first. */
export function takeUp(place: string): readonly Waiting[] {
  const { inHand, waiting } = read(place);
  const left = [...(inHand ? [inHand] : []), ...waiting].map(({ text }) => ({ text, at: 0 }));
  write(place, { inHand: null, waiting: left });
  return left;
}
export const keepScans = (place: string, waiting: readonly Waiting[]) =>
  write(place, { ...read(place), waiting });

let held: string | undefined;
export function takeInHand(place: string, inHand: Waiting, waiting: readonly Waiting[]) {
  held = place;
  write(place, { inHand, waiting });
}
/** It is done, or its request is kept: from here on, scanning it again would be doing it twice. */
export function letGo() {
  if (held !== undefined) write(held, { ...read(held), inHand: null });
  held = undefined;
}

const subscribe = (listener: () => void) => {
  changed.addEventListener('changed', listener);
  return () => changed.removeEventListener('changed', listener);
};
/** How many scans wait at a station. */
export const useScansAt = (place: string): number =>
  useSyncExternalStore(subscribe, () => {
    const { inHand, waiting } = read(place);
    return waiting.length + (inHand ? 1 : 0);
  });
