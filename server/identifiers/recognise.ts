import { type Code, readCode } from './code.ts';
import { readAddress, readDigitalLink, segmentsOf } from './digital-link.ts';
import { type Gs1Data, readElementStrings, separator } from './gs1.ts';
import { readGtin, readUpcE } from './gtin.ts';
import { halfWidth } from './half-width.ts';
import { type Imei, readImei } from './imei.ts';
import { withoutPrefix } from './printed-prefix.ts';
import { readSerial } from './serial.ts';
import { readWaybill, suggestCarriers } from './waybill.ts';

export type Unreadable = {
  readonly kind: 'unreadable';
  readonly why: 'empty' | 'too long' | 'data of another program' | 'wrong IMEI';
};
export type Recognised =
  | { readonly kind: 'code'; readonly of: Code['kind']; readonly code: string }
  | { readonly kind: 'gs1'; readonly data: Gs1Data }
  | { readonly kind: 'digitalLink'; readonly url: string; readonly data: Gs1Data }
  | { readonly kind: 'gtin'; readonly gtin: string }
  | ({ readonly kind: 'imei' } & Imei)
  /** A number of which its printed prefix says that it is a serial. */
  | { readonly kind: 'serial'; readonly serial: string }
  | { readonly kind: 'location'; readonly location: string }
  | { readonly kind: 'waybill'; readonly waybill: string; readonly carriers: readonly string[] }
  | { readonly kind: 'freeText'; readonly text: string }
  | Unreadable;

/** Never empty. The likeliest comes first; the last is the text itself, unless nothing can be done with it. */
export type Candidates = readonly [Recognised, ...Recognised[]];

const MAX_CHARS = 499;

/** What a scanned or typed text may be. Never throws; looks nothing up, so several things can be possible. */
export function recognise(text: string): Candidates {
  if (text.trim().length > MAX_CHARS) return [{ kind: 'unreadable', why: 'too long' }];
  const cleaned = clean(text);
  const symbol = cleaned.replaceAll(separator, '');
  const bare = symbol.replace(/^\][A-Za-z]\d/, '');
  // The scanner says that it is Codabar: its first and last letter belong to the symbol.
  const plain = symbol.startsWith(']F') ? (insideCodabar(bare) ?? bare) : bare;
  if (plain === '') return [{ kind: 'unreadable', why: 'empty' }];
  if (isProgramData(plain)) return [{ kind: 'unreadable', why: 'data of another program' }];
  const itself: Recognised = { kind: 'freeText', text: plain };
  const printed = readElementStrings(plain) ? undefined : fromPrefix(plain);
  if (printed?.kind === 'unreadable') return [printed];
  if (printed) return [printed, itself];
  const [first, ...others] = readAddress(plain) ? fromAddress(plain) : fromText(plain, cleaned);
  return first ? [first, ...others, itself] : [itself];
}

/** Codabar frames its digits with two letters of A to D, which many scanners send along. */
const insideCodabar = (text: string) => /^[A-D]([\d\-$:/.+]{4,})[A-D]$/i.exec(text)?.[1];

/** What a prefix such as "SN:" or "IMEI:" says; undefined without one. */
function fromPrefix(plain: string): Recognised | undefined {
  const { as, number } = withoutPrefix(plain);
  if (as === 'imei') {
    const imei = readImei(number);
    return imei ? { kind: 'imei', ...imei } : { kind: 'unreadable', why: 'wrong IMEI' };
  }
  const serial = as === 'serial' ? readSerial(number) : undefined;
  return serial === undefined ? undefined : { kind: 'serial', serial };
}

/** Full width to ASCII; without control and invisible characters, but with the separators of GS1. */
const clean = (text: string) =>
  halfWidth(text)
    .replace(/[\t\r\n]+/g, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, (sign) => (sign === separator ? sign : ''))
    .trim();

const isProgramData = (text: string) =>
  /^(\{\s*["}]|\[\s*(["{[\]]|-?\d[\d.]*\s*[,\]])|<[a-z!?/])/i.test(text);

function fromAddress(url: string): Recognised[] {
  const data = readDigitalLink(url);
  const address = readAddress(url);
  const ours = readCode((address && segmentsOf(address)?.at(-1)) ?? '');
  return [
    ...(ours ? [{ kind: 'code', of: ours.kind, code: ours.code } as const] : []),
    ...(data ? [{ kind: 'digitalLink', url, data } as const] : []),
  ];
}

function fromText(plain: string, withSeparators: string): Recognised[] {
  const gs1 = readElementStrings(withSeparators);
  const saidByScanner = withSeparators !== plain;
  if (gs1 && saidByScanner) return [{ kind: 'gs1', data: gs1 }];
  const ours = readCode(plain);
  const gtins = new Set([readGtin(plain), readUpcE(plain)]);
  const imei = readImei(plain);
  const location = /^[A-Z]{1,3}(-\d{1,3}){1,4}$/.exec(plain.toUpperCase())?.[0];
  const inside = insideCodabar(plain);
  return [
    ...(gs1 ? [{ kind: 'gs1', data: gs1 } as const] : []),
    ...(ours ? [{ kind: 'code', of: ours.kind, code: ours.code } as const] : []),
    ...(location ? [{ kind: 'location', location } as const] : []),
    ...[...gtins].flatMap((gtin) => (gtin ? [{ kind: 'gtin', gtin } as const] : [])),
    ...(imei ? [{ kind: 'imei', ...imei } as const] : []),
    ...asWaybill(plain),
    ...(inside ? [...asWaybill(inside), { kind: 'freeText', text: inside } as const] : []),
  ];
}

function asWaybill(text: string): Recognised[] {
  const waybill = readWaybill(text);
  return waybill ? [{ kind: 'waybill', waybill, carriers: suggestCarriers(waybill) }] : [];
}
