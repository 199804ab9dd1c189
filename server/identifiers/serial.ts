import { readCode } from './code.ts';
import { readAddress } from './digital-link.ts';
import { readElementStrings } from './gs1.ts';
import { readImei } from './imei.ts';
import { withoutPrefix } from './printed-prefix.ts';

/** What GS1 lets stand in a serial (application identifier 21), and '_' is among it; makers write up to 40 of these. */
const SIGNS = /^[!"%-?A-Z_]{1,40}$/;
const MIN_LENGTH_WITHOUT_DIGIT = 4;
/** Digits as IMEIs are grouped: 49-015420-323751-8. */
const GROUPED_DIGITS = /^[\d\s/-]+$/;

/**
 * A serial number as it is stored: ASCII, upper case, without spaces and the prefix that is printed before it. O and 0
 * stay as they were read. An IMEI is its fifteen digits, however they are grouped. Undefined for what is surely
 * something else: a label of ours, an address, a GS1 code, an IMEI whose check digit is wrong.
 */
export function readSerial(text: string): string | undefined {
  const { as, number } = withoutPrefix(text);
  if (as === 'imei') return readImei(number)?.imei;
  const imei = wholeImei(number);
  if (imei) return imei;
  const serial = number.replace(/\s/g, '').toUpperCase();
  const isOne =
    SIGNS.test(serial) &&
    /[0-9A-Z]/.test(serial) &&
    (serial.length >= MIN_LENGTH_WITHOUT_DIGIT || /\d/.test(serial));
  return isOne && !isAnother(number) ? serial : undefined;
}

const isAnother = (number: string) =>
  readCode(number) !== undefined ||
  readAddress(number) !== undefined ||
  (number.startsWith('(') && readElementStrings(number) !== undefined);

/** The fifteen digits of an IMEI that is written with its check digit, also with the two of its software behind them. */
export function wholeImei(text: string): string | undefined {
  if (!GROUPED_DIGITS.test(text)) return undefined;
  const digits = text.replace(/\D/g, '');
  return digits.length === 15 || digits.length === 17 ? readImei(digits)?.imei : undefined;
}

/**
 * The forms that serials of a product have, as its exporter writes them: # a digit, @ a letter, $ either, anything
 * else itself; several are parted by |. IMEI is fifteen digits with a right check digit. None of the signs is allowed
 * in a serial.
 */
const PATTERN = /^(?:IMEI|[#@$!"%-?A-Z_]{1,40})(?:\|(?:IMEI|[#@$!"%-?A-Z_]{1,40}))*$/;

/** A pattern as it is stored; undefined when it is none. */
export function readSerialPattern(text: string): string | undefined {
  const forms = text.toUpperCase().split('|');
  const pattern = forms.map((form) => form.trim()).join('|');
  return pattern.length <= 200 && PATTERN.test(pattern) ? pattern : undefined;
}

const signOf = { '#': /^\d$/, '@': /^[A-Z]$/, $: /^[0-9A-Z]$/ };
const isSign = (sign: string): sign is keyof typeof signOf => Object.hasOwn(signOf, sign);

/** Whether a serial, as it is stored, has one of the forms of its product. */
export const fitsPattern = (serial: string, pattern: string): boolean =>
  pattern.split('|').some((form) => {
    if (form === 'IMEI') return wholeImei(serial) === serial;
    const letters = [...serial];
    return (
      letters.length === form.length &&
      letters.every((letter, i) => {
        const sign = form.charAt(i);
        return isSign(sign) ? signOf[sign].test(letter) : sign === letter;
      })
    );
  });

/** Whether a product has IMEIs among its forms. */
export const hasImeis = (pattern: string | null | undefined) => pattern?.split('|').includes('IMEI') === true;

/**
 * Whether a number can only be an IMEI that was misread: it has the digits of one and no other form of its product, and
 * the check digit is wrong.
 */
export const isWrongImei = (
  serial: string,
  pattern: string | null | undefined,
  carriesImei = false,
): boolean =>
  /^(\d{15}|\d{17})$/.test(serial) &&
  wholeImei(serial) === undefined &&
  (hasImeis(pattern) || carriesImei) &&
  !(pattern && fitsPattern(serial, pattern));

/** Digits that are too few for an IMEI and have no other form of their product: what is left of a scan that broke off. */
export const isPartOfImei = (serial: string, pattern: string | null | undefined): boolean =>
  /^\d{1,14}$/.test(serial) && !(pattern && fitsPattern(serial, pattern));

/**
 * Digits as a telephone carries them, with a wrong check digit. The first two of an IMEI say who gave it: the reporting
 * bodies of GSMA TS.06, annex A.
 */
export const looksLikeWrongImei = (serial: string): boolean =>
  /^(01|10|3[035]|4[459]|5[0-4]|86|9[189])\d{13}$/.test(serial) && wholeImei(serial) === undefined;
