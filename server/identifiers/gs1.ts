import { applicationIdentifier } from './gs1-dictionary.ts';
import { gs1Date, valueFits } from './gs1-value.ts';

export type Gs1Element = { readonly ai: string; readonly value: string };

/** What a GS1 symbol says, under the names of the trade; `elements` holds all of it as it was written. */
export interface Gs1Data {
  readonly elements: readonly Gs1Element[];
  readonly sscc?: string;
  readonly gtin?: string;
  readonly containedGtin?: string;
  readonly lot?: string;
  readonly serial?: string;
  /** Dates are days of the calendar, 'YYYY-MM-DD'. */
  readonly producedOn?: string;
  readonly bestBefore?: string;
  readonly expiry?: string;
  readonly count?: number;
  readonly additionalId?: string;
  readonly orderNumber?: string;
  readonly gln?: string;
  readonly grai?: string;
  readonly giai?: string;
  readonly imei?: string;
  readonly imei2?: string;
}

const names = {
  '00': 'sscc',
  '01': 'gtin',
  '02': 'containedGtin',
  '10': 'lot',
  '21': 'serial',
  '240': 'additionalId',
  '400': 'orderNumber',
  '414': 'gln',
  '8003': 'grai',
  '8004': 'giai',
  '8040': 'imei',
  '8041': 'imei2',
} as const;
const dates = { '11': 'producedOn', '15': 'bestBefore', '17': 'expiry' } as const;

export const separator = '\u001d';
// Keys with a check digit: without a symbology identifier only these prove that the digits are GS1 data.
const proven = /^(0[0-2]|41[0-7]|8003|8006|801[78])/;

/**
 * GS1 element strings as scanners send them: '01…21…' with GS between (also '|' or '~', which some put in its
 * place), with or without a symbology identifier such as ]d2, ]C1 or ]Q3, or typed as '(01)…(21)…'. Undefined
 * unless every element follows GS1's dictionary, check digits included.
 */
export function readElementStrings(text: string): Gs1Data | undefined {
  const [, symbology, scanned = ''] = /^(\](?:C1|d2|Q3|e\d|J1))?([\s\S]*)$/.exec(text.trim()) ?? [];
  const data = scanned.replace(/[|~]/g, separator);
  if (data.startsWith('(')) return describe(bracketed(data));
  if (!symbology && !data.includes(separator) && !proven.test(data)) return undefined;
  return describe(concatenated(data));
}

function bracketed(data: string): Gs1Element[] | undefined {
  if (!/^(\(\d{2,4}\)[^()]+)+$/.test(data)) return undefined;
  return [...data.matchAll(/\((\d{2,4})\)([^()]+)/g)].map(([, ai = '', value = '']) => ({
    ai,
    value: value.trim(),
  }));
}

function concatenated(data: string): Gs1Element[] | undefined {
  const elements: Gs1Element[] = [];
  let rest = data;
  while (rest !== '') {
    if (rest.startsWith(separator)) {
      rest = rest.slice(1);
      continue;
    }
    const ai = [2, 3, 4].map((length) => rest.slice(0, length)).find(applicationIdentifier);
    if (!ai) return undefined;
    const fixed = applicationIdentifier(ai)?.fixed;
    const end = rest.indexOf(separator);
    const until = fixed === undefined ? (end < 0 ? rest.length : end) : ai.length + fixed;
    elements.push({ ai, value: rest.slice(ai.length, until) });
    rest = rest.slice(until);
  }
  return elements;
}

/** What each application identifier says; undefined when one of them is not valid or contradicts another. */
function saidBy(elements: readonly Gs1Element[]): ReadonlyMap<string, string> | undefined {
  const said = new Map<string, string>();
  for (const { ai, value } of elements) {
    const identifier = applicationIdentifier(ai);
    if (!identifier || !valueFits(identifier, value) || (said.get(ai) ?? value) !== value) return undefined;
    said.set(ai, value);
  }
  return said;
}

/** The elements under their trade names; undefined when one of them is not valid or contradicts another. */
export function describe(elements: readonly Gs1Element[] | undefined): Gs1Data | undefined {
  const said = elements?.length ? saidBy(elements) : undefined;
  if (!elements || !said) return undefined;
  const named: [string, string | number][] = [];
  for (const [ai, name] of Object.entries(names)) if (said.has(ai)) named.push([name, said.get(ai) ?? '']);
  for (const [ai, name] of Object.entries(dates))
    if (said.has(ai)) named.push([name, gs1Date(said.get(ai) ?? '') ?? '']);
  const count = said.get('37') ?? said.get('30');
  if (count !== undefined) named.push(['count', Number(count)]);
  return { elements, ...Object.fromEntries(named) };
}
