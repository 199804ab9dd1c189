import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { cleanScan, insertAtCursor, isCodeText, isForeignKey, letterToInsert } from './scan-text.ts';

// A scanner without an end key just stops. A person pauses longer than this after the first letter.
const SILENCE_MS = 100;
// One that ended a scan with its end key will end the next with it: a pause before that is a slow device, no end.
const SILENCE_BEFORE_END_KEY_MS = 600;
const MIN_SCAN_LENGTH = 4;
// The end of a scan that was refused belongs to it, and is no scan of its own.
const TAIL_MS = 250;

interface Wedge {
  /** `byHand`: somebody typed it, letter by letter, and pressed Enter. */
  readonly onScan: (text: string, byHand: boolean) => void;
  /** A scan came through an input method or a foreign keyboard layout and was thrown away. */
  readonly onRefused: () => void;
  /** For fingers on the soft keyboard: only Enter ends, and an input method may compose. */
  readonly typing: boolean;
}

/**
 * Reads a keyboard wedge from a real text input: Enter, Tab or silence end a scan, the value counts and not the
 * keys, and what an input method makes of a scan is refused.
 */
export function useWedge({ onScan, onRefused, typing }: Wedge) {
  const field = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const byHand = useRef(false);
  const endKey = useRef(false);
  /** Until when what comes in is the rest of a refused scan, in ms of the page. */
  const tailUntil = useRef(0);
  const foreignKeys = useRef(false);
  const [refused, setRefused] = useState(false);
  useEffect(() => () => clearTimeout(timer.current), []);

  const empty = () => {
    clearTimeout(timer.current);
    if (field.current) field.current.value = '';
    byHand.current = false;
    foreignKeys.current = false;
  };
  const refuse = () => {
    empty();
    tailUntil.current = performance.now() + TAIL_MS;
    setRefused(true);
    onRefused();
  };
  const isTail = () => {
    if (typing || performance.now() > tailUntil.current) return false;
    tailUntil.current = performance.now() + TAIL_MS;
    empty();
    return true;
  };
  const finish = () => {
    const text = cleanScan(field.current?.value ?? '');
    const typed = typing || byHand.current;
    if (!typed && (foreignKeys.current || !isCodeText(text))) return refuse();
    empty();
    if (text === '') return;
    setRefused(false);
    onScan(text, typed);
  };
  const onSilence = () => {
    // One letter and a pause is a person at a keyboard: they will press Enter.
    byHand.current = cleanScan(field.current?.value ?? '').length < MIN_SCAN_LENGTH;
    if (!byHand.current) finish();
  };
  const listen = () => {
    clearTimeout(timer.current);
    if (isTail()) return;
    const patience = endKey.current ? SILENCE_BEFORE_END_KEY_MS : SILENCE_MS;
    if (field.current?.value === '') byHand.current = false;
    else if (!typing && !byHand.current) timer.current = setTimeout(onSilence, patience);
  };
  const onEndKey = (event: KeyboardEvent) => {
    // The end of a scan presses nothing else; that of typed letters may.
    if (!byHand.current) event.stopPropagation();
    if (isTail()) return;
    endKey.current = !byHand.current;
    finish();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (isForeignKey(event)) foreignKeys.current = true;
    const letter = letterToInsert(event);
    const isEnd = event.key === 'Enter' || (event.key === 'Tab' && event.currentTarget.value !== '');
    if (letter !== undefined || isEnd || event.altKey) event.preventDefault();
    if (isEnd) onEndKey(event);
    else if (letter !== undefined) {
      insertAtCursor(event.currentTarget, letter);
      listen();
    }
  };
  const onCompositionEnd = () => {
    if (!typing) refuse();
  };
  const onInput = ({ nativeEvent }: { nativeEvent: Event }) => {
    if (!(nativeEvent instanceof InputEvent && nativeEvent.isComposing)) listen();
  };
  return { field, refused, finish, input: { onInput, onKeyDown, onCompositionEnd } };
}
