import { Input } from 'antd';
import { useState } from 'react';
import { minorTyped } from '../money-typed.ts';

/** An amount as it is typed. What it was read as stands there afterwards; what cannot be read stays text, and is refused. */
export function MoneyInput({
  id,
  value,
  onChange,
}: {
  readonly id?: string;
  readonly value?: unknown;
  readonly onChange?: (answer: number | string | undefined) => void;
}) {
  const [typed, setTyped] = useState<string>();
  const read = typeof value === 'number' ? (value / 100).toFixed(2) : '';
  const type = (text: string) => {
    setTyped(text);
    onChange?.(text.trim() === '' ? undefined : (minorTyped(text) ?? text));
  };
  return (
    <Input
      {...(id === undefined ? {} : { id })}
      prefix="¥"
      inputMode="decimal"
      maxLength={20}
      className="wide"
      value={typed ?? read}
      onChange={(event) => type(event.target.value)}
      onBlur={() => typeof value === 'number' && setTyped(undefined)}
    />
  );
}

const MAX_MINOR = 100_000_000;
/** Of a form: an amount that was read, and not more than any amount is. */
export const readsAsMoney = (words: string) => ({
  validator: (_rule: unknown, value: unknown) =>
    value === undefined || value === null || (typeof value === 'number' && value <= MAX_MINOR)
      ? Promise.resolve()
      : Promise.reject(new Error(words)),
});
