import { tidyIdentifier } from './tidy.ts';

/** Our own codes: a letter for the kind, eight random characters, a check character. */
export const codeKinds = {
  item: 'G',
  returnOrder: 'R',
  ticket: 'T',
  shipment: 'S',
  consignment: 'C',
  parcel: 'P',
} as const;
export type CodeKind = keyof typeof codeKinds;
export type Code = { readonly kind: CodeKind; readonly code: string };

// Without I, L, O and U: people take them for 1, 1, 0 and V.
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const form = /^[GRTSCP][0-9A-HJKMNP-TV-Z]{9}$/;
const kinds = new Map<string, CodeKind>(
  Object.entries(codeKinds).map(([kind, letter]) => [letter, kind as CodeKind]),
);

/** ISO/IEC 7064 MOD 37,36 over 0-9 A-Z. */
export function mod37Character(body: string): string {
  let product = 36;
  for (const character of body) {
    const sum = (product + Number.parseInt(character, 36)) % 36 || 36;
    product = (sum * 2) % 37;
  }
  return ((37 - product) % 36).toString(36).toUpperCase();
}

const fits = (code: string) => form.test(code) && mod37Character(code.slice(0, -1)) === code.at(-1);

/**
 * A new code: 40 random bits. `random` gives as many random bytes as it is asked for.
 * @throws Error when `random` keeps giving the same bytes and these make no usable code
 */
export function mintCode(kind: CodeKind, random: (n: number) => Uint8Array): string {
  for (let attempt = 0; attempt < 100; attempt++) {
    const body = codeKinds[kind] + Array.from(random(8), (byte) => alphabet.charAt(byte % 32)).join('');
    const code = body + mod37Character(body);
    if (fits(code) && noSwapFits(code)) return code;
  }
  throw new Error('the source of randomness gives the same bytes again and again');
}

// MOD 37,36 misses one swap of neighbours in 630; codes that have such a pair are not handed out.
const noSwapFits = (code: string) =>
  [...code].every((left, i) => {
    const right = code.charAt(i + 1);
    return !right || left === right || !fits(code.slice(0, i) + right + left + code.slice(i + 2));
  });

/** One of our codes as scanned or typed, in either case, with or without spaces and hyphens. */
export function readCode(text: string): Code | undefined {
  const code = tidyIdentifier(text).replace(/[\s-]/g, '').toUpperCase();
  const kind = kinds.get(code.charAt(0));
  return kind && fits(code) ? { kind, code } : undefined;
}
