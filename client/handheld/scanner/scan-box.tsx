import { useState } from 'react';
import { KeyboardIcon, ScanIcon } from '../../shared/icons.tsx';
import { useWords } from '../../shared/use-words.ts';
import { handheld } from '../../shared/words/handheld.ts';
import { play } from '../feedback.ts';
import { useBounced } from './bounces.ts';
import { deliver, useReceiver, useSheetScans } from './receivers.ts';
import { useKeptFocus } from './use-kept-focus.ts';
import { useWedge } from './use-wedge.ts';

interface ScanBoxProps {
  /** What to scan now, in a few words. */
  readonly hint: string;
  readonly onScan: (text: string) => void;
  /** Where it lies: the door is above all that may be open. */
  readonly at?: 'station' | 'door';
  /** Says that a scan could not be read, where more than a tone says it. */
  readonly onRefused?: () => void;
}

/** The one box that takes every scan. It always has the focus; the key beside it opens the soft keyboard. */
export function ScanBox({ hint, onScan, at = 'station', onRefused = () => play('warning') }: ScanBoxProps) {
  const t = useWords(handheld);
  const [typing, setTyping] = useState(false);
  const bounced = useBounced();
  const inSheet = useSheetScans(onScan);
  useReceiver(onScan, at, !inSheet);
  const wedge = useWedge({
    onScan: (text) => {
      setTyping(false);
      deliver(text);
    },
    onRefused,
    typing,
  });
  useKeptFocus(wedge.field);
  const switchTyping = () => {
    setTyping(!typing);
    if (typing) wedge.finish();
    // The browser looks at inputMode when a field gets the focus, so it has to lose it first.
    wedge.field.current?.blur();
  };
  return (
    <div className={wedge.refused ? 'scan-box refused' : 'scan-box'}>
      {wedge.refused && (
        <p className="scan-refusal" role="alert">
          {t('scan.composing')}
        </p>
      )}
      {bounced && !wedge.refused && (
        <p className="scan-refusal" role="status">
          {t('scan.bounced')}
        </p>
      )}
      <input
        ref={wedge.field}
        type="text"
        inputMode={typing ? 'text' : 'none'}
        autoComplete="off"
        autoCorrect="off"
        autoCapitalize="none"
        spellCheck={false}
        enterKeyHint="done"
        aria-label={t('scan.label')}
        placeholder={typing ? t('scan.type') : hint}
        {...wedge.input}
      />
      <button
        type="button"
        aria-label={t(typing ? 'scan.stopTyping' : 'scan.type')}
        aria-pressed={typing}
        onClick={switchTyping}
      >
        {typing ? <ScanIcon size={22} /> : <KeyboardIcon size={22} />}
      </button>
    </div>
  );
}
