import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { cleanScan, insertSeparator, isSeparatorKey } from './scan-text.ts';

// A scanner without an end key just stops. A person pauses longer than this after the first letter.
const SILENCE_MS = 100;
const MIN_SCAN_LENGTH = 4;

interface Wedge {
  readonly onScan: (text: string) => void;
  /** A scan came through an input method and was thrown away. */
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
  const [refused, setRefused] = useState(false);
  useEffect(() => () => clearTimeout(timer.current), []);

  const finish = () => {
    clearTimeout(timer.current);
    const text = cleanScan(field.current?.value ?? '');
    if (field.current) field.current.value = '';
    byHand.current = false;
    if (text === '') return;
    setRefused(false);
    onScan(text);
  };
  const onSilence = () => {
    // One letter and a pause is a person at a keyboard: they will press Enter.
    byHand.current = cleanScan(field.current?.value ?? '').length < MIN_SCAN_LENGTH;
    if (!byHand.current) finish();
  };
  const listen = () => {
    clearTimeout(timer.current);
    if (field.current?.value === '') byHand.current = false;
    else if (!typing && !byHand.current) timer.current = setTimeout(onSilence, SILENCE_MS);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (isSeparatorKey(event)) {
      event.preventDefault();
      insertSeparator(event.currentTarget);
      listen();
    } else if (event.altKey) {
      event.preventDefault();
    } else if (event.key === 'Enter' || (event.key === 'Tab' && event.currentTarget.value !== '')) {
      event.preventDefault();
      finish();
    }
  };
  const onCompositionEnd = () => {
    if (typing) return;
    clearTimeout(timer.current);
    if (field.current) field.current.value = '';
    setRefused(true);
    onRefused();
  };
  const onInput = ({ nativeEvent }: { nativeEvent: Event }) => {
    if (!(nativeEvent instanceof InputEvent && nativeEvent.isComposing)) listen();
  };
  return { field, refused, finish, input: { onInput, onKeyDown, onCompositionEnd } };
}
