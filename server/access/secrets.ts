import { hash } from 'node:crypto';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** `count` letters of five bits of chance each, in capitals, so that a QR code of them is small. */
export function newLetterSecret(random: (n: number) => Uint8Array, count: number): string {
  return [...random(count)].map((byte) => letters[byte % 32]).join('');
}

export const newUrlSecret = (random: (n: number) => Uint8Array) =>
  Buffer.from(random(32)).toString('base64url');

/** What is kept of a secret that is random and long: nobody finds it again from this. */
export const hashOfSecret = (secret: string) => hash('sha256', secret);

/** `count` digits of chance. */
export function newDigitSecret(random: (n: number) => Uint8Array, count: number): string {
  const digits: number[] = [];
  // 250 is the largest multiple of ten in a byte: beyond it some digits would come more often.
  while (digits.length < count)
    digits.push(...[...random(count)].filter((byte) => byte < 250).map((b) => b % 10));
  return digits.slice(0, count).join('');
}
