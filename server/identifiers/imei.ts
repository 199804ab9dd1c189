import { tidyIdentifier } from './tidy.ts';

/** The Luhn digit after the 14 digits of type and serial number. 3GPP TS 23.003, annex B. */
export function imeiCheckDigit(first14: string): string {
  const sum = [...first14].reduce((total, digit, place) => {
    const doubled = Number(digit) * (place % 2 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return String((10 - (sum % 10)) % 10);
}

export type Imei = {
  /** Always the 15 digits, so that two ways of writing one telephone are equal. */
  readonly imei: string;
  /** Present when 16 or 17 digits were given: the software version, which changes with an update. */
  readonly softwareVersion?: string;
};

/**
 * An IMEI from 14 digits (the check digit is added), 15 (it must fit), 16 (IMEISV: no check digit, the last two are
 * the software version) or 17 (with both). Undefined when it is none.
 */
export function readImei(text: string): Imei | undefined {
  const digits = tidyIdentifier(text).replace(/[\s/-]/g, '');
  if (!/^\d{14,17}$/.test(digits) || /^(\d)\1*$/.test(digits)) return undefined;
  const first14 = digits.slice(0, 14);
  const imei = first14 + imeiCheckDigit(first14);
  if (digits.length === 16) return { imei, softwareVersion: digits.slice(14) };
  if (digits.length > 14 && !digits.startsWith(imei)) return undefined;
  return digits.length === 17 ? { imei, softwareVersion: digits.slice(15) } : { imei };
}
