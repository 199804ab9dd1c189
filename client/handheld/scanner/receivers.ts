import { createContext, useContext, useLayoutEffect, useRef } from 'react';
import { changesPerson, lock } from '../door/lock.ts';
import { play } from '../feedback.ts';
import { isBounce } from './bounces.ts';

/** Takes a scan, or gives it to what lies below it. */
export type Receiver = (text: string, below: (text: string) => void) => void;

/** What lies on a station takes its scans, and the door those of all, whichever was there first. */
const LEVELS = { station: 0, sheet: 1, door: 2 };
/** Who takes scans, the topmost last. */
const receivers: { current: Receiver; readonly level: number }[] = [];

/**
 * Takes every scan as long as it is on the screen and nothing lies on it; from before it is drawn, so that no scan
 * falls between one question and the next.
 */
export function useReceiver(receive: Receiver, at: keyof typeof LEVELS, enabled = true) {
  const mine = useRef({ current: receive, level: LEVELS[at] }).current;
  mine.current = receive;
  useLayoutEffect(() => {
    if (!enabled) return;
    const above = receivers.findIndex(({ level }) => level > mine.level);
    receivers.splice(above < 0 ? receivers.length : above, 0, mine);
    return () => void receivers.splice(receivers.lastIndexOf(mine), 1);
  }, [enabled, mine]);
}

/** A scan always reaches somebody: a badge the door, anything else the topmost that takes scans. */
export function deliver(text: string) {
  if (isBounce(text)) return;
  if (changesPerson(text)) lock(text);
  else from(receivers.length - 1, text);
}
function from(level: number, text: string) {
  const receiver = receivers[level];
  if (receiver) receiver.current(text, (passed) => from(level - 1, passed));
  else play('error');
}

/** What is open in a sheet and takes its scans in place of the station. */
export const SheetScans = createContext<{ take: ((text: string) => void) | null } | null>(null);

/** Takes the scans of the sheet around it, if there is one: a question that is open in it. */
export function useSheetScans(take: (text: string) => void): boolean {
  const sheet = useContext(SheetScans);
  const latest = useRef(take);
  latest.current = take;
  useLayoutEffect(() => {
    if (!sheet) return;
    const mine = (text: string) => latest.current(text);
    sheet.take = mine;
    return () => {
      if (sheet.take === mine) sheet.take = null;
    };
  }, [sheet]);
  return sheet !== null;
}
