import { halfWidth } from './half-width.ts';

/** Makers follow no common rule; a brand's own pattern takes the place of this one. */
export const anySerial = /^[0-9A-Z][0-9A-Z-]{3,29}$/;

/** A serial number as it is stored: ASCII, upper case, no spaces. O and 0 stay as they were read. */
export function readSerial(text: string, pattern: RegExp = anySerial): string | undefined {
  const serial = halfWidth(text).replace(/\s/g, '').toUpperCase();
  return pattern.test(serial) ? serial : undefined;
}
