import { type FormEvent, type RefObject, useEffect, useRef, useState } from 'react';
import type { Answer } from '../shared/questions.ts';
import { useWords } from '../shared/use-words.ts';
import { handheld } from '../shared/words/handheld.ts';
import { PrimaryButton, SideButton } from './parts.tsx';
import { PUT_BACK } from './scanner/bursts.ts';
import { ScanBox } from './scanner/scan-box.tsx';

interface Give<T> {
  readonly give: (value: T) => void;
}

const MAX_CHOICES_IN_ONE_COLUMN = 4;
/** A field that takes the letters of fingers and scanners from the moment it is there. */
function useFocus<F extends HTMLElement>(wanted = true) {
  const field = useRef<F>(null);
  useEffect(() => {
    if (!wanted) return;
    // A sheet that opens later than its field looks for this attribute.
    field.current?.setAttribute('autofocus', '');
    field.current?.focus();
  }, [wanted]);
  return field;
}

/** What stands in a number again after a scan had begun to write into it; until somebody writes there. */
function PutBack({
  field,
  value,
}: {
  readonly field: RefObject<HTMLInputElement | null>;
  readonly value: string;
}) {
  const t = useWords(handheld);
  const [told, setTold] = useState<string>();
  useEffect(() => {
    const { current: input } = field;
    const tell = () => setTold(input?.value);
    input?.addEventListener(PUT_BACK, tell);
    return () => input?.removeEventListener(PUT_BACK, tell);
  }, [field]);
  return <p role="status">{told === value && t('key.putBack', { was: value || '—' })}</p>;
}

/** One tap answers. */
export const AskChoice = <T extends string | boolean>({
  choices,
  given,
  give,
}: Give<T> & {
  readonly choices: readonly (readonly [value: T, label: string])[];
  readonly given?: Answer;
}) => (
  <div className={choices.length > MAX_CHOICES_IN_ONE_COLUMN ? 'choices two' : 'choices'}>
    {choices.map(([value, label]) => (
      <SideButton key={String(value)} aria-current={value === given || undefined} onClick={() => give(value)}>
        {label}
      </SideButton>
    ))}
  </div>
);

/** A quantity starts at nothing: what is counted is what was touched. */
export function AskCount({ give, most = 99_999 }: Give<number> & { readonly most?: number }) {
  const t = useWords(handheld);
  const [count, setCount] = useState(0);
  const focus = useFocus<HTMLInputElement>();
  // More than there can be is said, never made less: what was typed was meant, or was no number.
  const set = (next: number) => setCount(Math.max(0, Math.trunc(next) || 0));
  const tooMany = count > most;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (count > 0 && !tooMany) give(count);
  };
  return (
    <form onSubmit={submit} className="question">
      <div className="counter">
        <button type="button" className="square" aria-label={t('key.less')} onClick={() => set(count - 1)}>
          −
        </button>
        <input
          ref={focus}
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
      {tooMany && <p role="alert">{t('key.atMost', { most })}</p>}
      <PutBack field={focus} value={String(count)} />
      <PrimaryButton disabled={count < 1 || tooMany} onClick={submit}>
        {t('key.next')}
      </PrimaryButton>
    </form>
  );
}

const amounts = {
  money: { unit: '¥', written: /^\d{1,8}([.,]\d{1,2})?$/, times: 100 },
  weight: { unit: 'kg', written: /^\d{1,5}([.,]\d{1,3})?$/, times: 1000 },
};
/** An amount as people write it; it is given in minor units: cents, grams. */
export function AskAmount({ of, give }: Give<number> & { readonly of: keyof typeof amounts }) {
  const { unit, written, times } = amounts[of];
  const t = useWords(handheld);
  const [text, setText] = useState('');
  const focus = useFocus<HTMLInputElement>();
  const amount = Math.round(Number(text.replace(',', '.')) * times);
  const fits = written.test(text) && (of === 'money' || amount > 0);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (fits) give(amount);
  };
  return (
    <form onSubmit={submit} className="question">
      <div className="amount">
        <span>{unit}</span>
        <input
          ref={focus}
          className="line"
          inputMode="decimal"
          autoComplete="off"
          aria-label={t(of === 'money' ? 'key.amount' : 'key.weight')}
          value={text}
          onChange={(event) => setText(event.target.value.trim())}
        />
      </div>
      <PutBack field={focus} value={text} />
      <PrimaryButton disabled={!fits} onClick={submit}>
        {t('key.next')}
      </PrimaryButton>
    </form>
  );
}

/** Words from fingers, or a code from the scanner. `said` are words that were said here before. */
export function AskText({
  long,
  scan,
  given,
  said = [],
  give,
}: Give<string> & {
  readonly long: boolean;
  /** Where the answer is on a label: takes what the scanner reads of it. */
  readonly scan?: (text: string) => Promise<void>;
  readonly given?: Answer;
  readonly said?: readonly string[];
}) {
  const t = useWords(handheld);
  const [text, setText] = useState(typeof given === 'string' ? given : '');
  // Where a tap may answer, the soft keyboard stays away until it is asked for.
  const line = useFocus<HTMLInputElement>(said.length === 0);
  const lines = useFocus<HTMLTextAreaElement>(said.length === 0);
  if (scan) return <ScanBox hint={t('scan.here')} onScan={(read) => void scan(read)} />;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim()) give(text.trim());
  };
  const field = {
    className: 'line',
    'aria-label': t('key.text'),
    value: text,
    autoComplete: 'off',
    onChange: (event: { target: { value: string } }) => setText(event.target.value),
  };
  return (
    <form onSubmit={submit} className="question">
      {said.length > 0 && <AskChoice choices={said.map((words) => [words, words])} give={give} />}
      {long ? (
        <textarea ref={lines} rows={3} maxLength={1000} {...field} />
      ) : (
        <input ref={line} maxLength={200} {...field} />
      )}
      <PrimaryButton disabled={!text.trim()} onClick={submit}>
        {t('key.next')}
      </PrimaryButton>
    </form>
  );
}
