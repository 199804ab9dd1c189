import { halfWidth } from './half-width.ts';

/**
 * The GS1 modulo-10 check digit of the digits before it: GTIN, GLN, SSCC, GRAI, GSIN.
 * Weights 3, 1, 3, 1 … from the right. GS1 General Specifications, section 7.9.
 */
export function gs1CheckDigit(body: string): string {
  const sum = [...body]
    .reverse()
    .reduce((total, digit, place) => total + Number(digit) * (place % 2 ? 1 : 3), 0);
  return String((10 - (sum % 10)) % 10);
}

export const gs1CheckFits = (digits: string): boolean =>
  /^\d{2,}$/.test(digits) && gs1CheckDigit(digits.slice(0, -1)) === digits.at(-1);

/** GTIN-8, -12, -13 or -14 in the 14 digits under which it is stored; undefined when it is none. */
export function readGtin(text: string): string | undefined {
  const digits = halfWidth(text).replace(/[\s-]/g, '');
  if (!/^(\d{8}|\d{12,14})$/.test(digits) || /^0+$/.test(digits) || !gs1CheckFits(digits)) return undefined;
  return digits.padStart(14, '0');
}

/**
 * The GTIN behind a UPC-E of eight digits (number system 0 or 1, six digits, check digit), whose zeros a small package
 * had no room for. GS1 General Specifications, section 5.2.2.4.
 */
export function readUpcE(text: string): string | undefined {
  const digits = halfWidth(text).replace(/[\s-]/g, '');
  const [, system = '', body = '', check = ''] = /^([01])(\d{6})(\d)$/.exec(digits) ?? [];
  if (!check || /^0+$/.test(digits)) return undefined;
  return readGtin(system + expanded(body) + check);
}

/** The ten digits of maker and article from the six of a UPC-E. */
function expanded(body: string): string {
  const last = body.charAt(5);
  if (last <= '2') return `${body.slice(0, 2)}${last}0000${body.slice(2, 5)}`;
  if (last === '3') return `${body.slice(0, 3)}00000${body.slice(3, 5)}`;
  if (last === '4') return `${body.slice(0, 4)}00000${body.charAt(4)}`;
  return `${body.slice(0, 5)}0000${last}`;
}
