import type { Identifier, Part } from './gs1-dictionary.ts';
import { gs1CheckFits } from './gtin.ts';

/**
 * A GS1 date as a day of the calendar: '261231' → '2026-12-31'. Day 00 is the last day of the month. Undefined
 * when there is no such day. Every year is read as 20YY: nothing older comes back.
 */
export function gs1Date(yymmdd: string): string | undefined {
  const [year, month, day] = [`20${yymmdd.slice(0, 2)}`, yymmdd.slice(2, 4), Number(yymmdd.slice(4, 6))];
  const lastDay = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  if (Number(month) < 1 || Number(month) > 12 || day > lastDay) return undefined;
  return `${year}-${month}-${String(day || lastDay).padStart(2, '0')}`;
}

const checks: Readonly<Record<string, (value: string) => boolean>> = {
  csum: gs1CheckFits,
  zero: (value) => value === '0',
  yymmd0: (value) => gs1Date(value) !== undefined,
  yymmdd: (value) => !value.endsWith('00') && gs1Date(value) !== undefined,
};

const partFits = (part: Part, value: string) =>
  value.length >= part.least &&
  part.signs.test(value) &&
  (!part.check || (checks[part.check]?.(value) ?? true));

export function valueFits({ parts }: Identifier, value: string): boolean {
  let rest = value;
  for (const part of parts) {
    if (rest === '' && part.optional) break;
    if (!partFits(part, rest.slice(0, part.most))) return false;
    rest = rest.slice(part.most);
  }
  return rest === '';
}
