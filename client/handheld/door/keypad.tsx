import { useEffect } from 'react';
import { BackIcon } from '../../shared/icons.tsx';
import { useWords } from '../../shared/use-words.ts';
import { door } from '../../shared/words/door.ts';

interface KeypadProps {
  readonly value: string;
  readonly busy: boolean;
  readonly onChange: (value: string) => void;
  readonly onDone: () => void;
}
const MAX_PIN_DIGITS = 6;
const MIN_PIN_DIGITS = 4;

/** Four to six digits on keys that a glove hits; a keyboard works, too. The digits themselves are not shown. */
export function Keypad({ value, busy, onChange, onDone }: KeypadProps) {
  const t = useWords(door);
  const enough = value.length >= MIN_PIN_DIGITS && !busy;
  const add = (digit: string) => onChange((value + digit).slice(0, MAX_PIN_DIGITS));
  const erase = () => onChange(value.slice(0, -1));
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (busy || event.altKey || event.ctrlKey || event.metaKey) return;
      if (/^\d$/.test(event.key)) add(event.key);
      else if (event.key === 'Backspace') erase();
      else if (event.key === 'Enter' && enough && !(event.target instanceof HTMLButtonElement)) onDone();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  });
  return (
    <div className="keypad">
      <p className="pin-dots" role="status">
        <span className="unseen">{t('digits', { count: value.length })}</span>
        {Array.from({ length: MAX_PIN_DIGITS }, (_, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a dot is its place
          <i key={i} className={i < value.length ? 'filled' : ''} />
        ))}
      </p>
      {['1', '2', '3', '4', '5', '6', '7', '8', '9'].map((digit) => (
        <button key={digit} type="button" disabled={busy} onClick={() => add(digit)}>
          {digit}
        </button>
      ))}
      <button type="button" aria-label={t('erase')} disabled={busy || value === ''} onClick={erase}>
        <BackIcon size={28} />
      </button>
      <button type="button" disabled={busy} onClick={() => add('0')}>
        0
      </button>
      <button type="button" className="pin-done" disabled={!enough} onClick={onDone}>
        {t('ok')}
      </button>
    </div>
  );
}
