import { useWords } from '../../shared/use-words.ts';
import { handheld } from '../../shared/words/handheld.ts';
import { play } from '../feedback.ts';
import { deliver } from './receivers.ts';
import { useKeptFocus } from './use-kept-focus.ts';
import { useWedge } from './use-wedge.ts';

const MIN_CODE_LENGTH = 4;

/**
 * Takes the letters of a scanner where there is no field: where nothing has the focus, many are not sent at all. What
 * fingers type there is nothing; what is as long as a code came from a slow scanner.
 */
export function ScanSink() {
  const t = useWords(handheld);
  const wedge = useWedge({
    onScan: (text, byHand) => (byHand && text.length < MIN_CODE_LENGTH) || deliver(text),
    onRefused: () => play('warning'),
    typing: false,
  });
  useKeptFocus(wedge.field);
  return (
    <div className="scan-box scan-sink">
      <input
        ref={wedge.field}
        type="text"
        inputMode="none"
        autoComplete="off"
        tabIndex={-1}
        aria-label={t('scan.label')}
        {...wedge.input}
      />
    </div>
  );
}
