import { type FormEvent, useState } from 'react';
import { useWords } from '../shared/use-words.ts';
import { handheld } from '../shared/words/handheld.ts';
import { PrimaryButton, SideButton } from './parts.tsx';
import { ScanBox } from './scan-box.tsx';

interface Give<T> {
  readonly give: (value: T) => void;
}

/** One tap answers. */
export const AskChoice = <T extends string | boolean>({
  choices,
  give,
}: Give<T> & { readonly choices: readonly (readonly [value: T, label: string])[] }) => (
  <div className="choices">
    {choices.map(([value, label]) => (
      <SideButton key={String(value)} onClick={() => give(value)}>
        {label}
      </SideButton>
    ))}
  </div>
);

/** A quantity starts at nothing: what is counted is what was touched. */
export function AskCount({ give }: Give<number>) {
  const t = useWords(handheld);
  const [count, setCount] = useState(0);
  const set = (next: number) => setCount(Math.max(0, Math.min(99_999, Math.trunc(next) || 0)));
  return (
    <>
      <div className="counter">
        <button type="button" className="square" aria-label={t('key.less')} onClick={() => set(count - 1)}>
          −
        </button>
        <input
          inputMode="numeric"
          aria-label={t('key.count')}
          value={count}
          onFocus={(event) => event.target.select()}
          onChange={(event) => set(Number(event.target.value))}
        />
        <button type="button" className="square" aria-label={t('key.plus')} onClick={() => set(count + 1)}>
          +
        </button>
      </div>
      <PrimaryButton disabled={count < 1} onClick={() => give(count)}>
        {t('key.next')}
      </PrimaryButton>
    </>
  );
}

/** An amount as people write it; it is given in minor units. */
export function AskMoney({ give }: Give<number>) {
  const t = useWords(handheld);
  const [text, setText] = useState('');
  const fits = /^\d{1,8}([.,]\d{1,2})?$/.test(text);
  return (
    <>
      <input
        className="line"
        inputMode="decimal"
        aria-label={t('key.amount')}
        value={text}
        onChange={(event) => setText(event.target.value.trim())}
      />
      <PrimaryButton disabled={!fits} onClick={() => give(Math.round(Number(text.replace(',', '.')) * 100))}>
        {t('key.next')}
      </PrimaryButton>
    </>
  );
}

/** Words from fingers, or a code from the scanner. */
export function AskText({
  long,
  scanned,
  give,
}: Give<string> & { readonly long: boolean; readonly scanned: boolean }) {
  const t = useWords(handheld);
  const [text, setText] = useState('');
  if (scanned) return <ScanBox hint={t('scan.here')} onScan={give} />;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim()) give(text.trim());
  };
  const field = {
    className: 'line',
    'aria-label': t('key.text'),
    value: text,
    onChange: (event: { target: { value: string } }) => setText(event.target.value),
  };
  return (
    <form onSubmit={submit} className="question">
      {long ? <textarea rows={4} maxLength={1000} {...field} /> : <input maxLength={200} {...field} />}
      <PrimaryButton disabled={!text.trim()} onClick={submit}>
        {t('key.next')}
      </PrimaryButton>
    </form>
  );
}
