import { useEffect, useState } from 'react';
import { type Language, useLanguage } from './language.ts';

const zone = 'Asia/Shanghai';
type Time = string | number | Date;

/** The exact time in the warehouse: 2025-11-23 14:05. */
export function exactTime(time: Time): string {
  // Swedish writes dates as ISO 8601 does.
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' }).format(
    new Date(time),
  );
}

/** Chinese has a space between a figure and the word behind it, which Intl leaves out. */
const spaced = (text: string) => text.replace(/(\d)(?=\p{Script=Han})/gu, '$1 ');
/** A label before what it is of: a full-width colon stands by itself, any other label needs a space. */
export const beforeIts = (label: string): string => (label.endsWith('：') ? label : `${label} `);

const steps: readonly [limit: number, unit: Intl.RelativeTimeFormatUnit, seconds: number][] = [
  [60, 'second', 1],
  [3600, 'minute', 60],
  [86_400, 'hour', 3600],
  [86_400 * 60, 'day', 86_400],
  [86_400 * 700, 'month', 86_400 * 30.44],
  [Number.POSITIVE_INFINITY, 'year', 86_400 * 365.25],
];
/** '3 hours ago', '5 天后'. */
export function relativeTime(time: Time, language: Language, now = Date.now()): string {
  const seconds = (new Date(time).getTime() - now) / 1000;
  const [, unit, size] = steps.find(([limit]) => Math.abs(seconds) < limit) ?? steps[0] ?? [0, 'second', 1];
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  return spaced(format.format(Math.round(seconds / size), unit));
}

/** How long from one time to the other: '3 hours', '5 天'. */
export function lengthOfTime(from: Time, language: Language, to: Time = Date.now()): string {
  const seconds = Math.abs(new Date(to).getTime() - new Date(from).getTime()) / 1000;
  const [, unit, size] = steps.find(([limit]) => seconds < limit) ?? steps[0] ?? [0, 'second', 1];
  const style = { style: 'unit', unit: unit as string, unitDisplay: 'long' } as const;
  return spaced(new Intl.NumberFormat(language, style).format(Math.round(seconds / size)));
}

/** How long ago it was, or how long it is until then; the exact time is a hover or a long press away. */
export function HowLong({ since }: { readonly since: Time }) {
  const language = useLanguage();
  return (
    <time dateTime={new Date(since).toISOString()} title={exactTime(since)}>
      {lengthOfTime(since, language)}
    </time>
  );
}

/** A time as people say it; the exact one is a hover or a long press away. */
export function When({ at }: { readonly at: Time | null | undefined }) {
  const language = useLanguage();
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => tick((n) => n + 1), 60_000);
    return () => clearInterval(timer);
  }, []);
  if (at === null || at === undefined) return <span>–</span>;
  return (
    <time dateTime={new Date(at).toISOString()} title={exactTime(at)}>
      {relativeTime(at, language)}
    </time>
  );
}
