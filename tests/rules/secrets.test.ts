import { scryptSync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { type Accounts, hashPassword, verifyPassword } from '../../server/access/accounts.ts';
import { BadgeAsk, Pin } from '../../server/access/badge-sign-in.ts';
import { hashPin, mustBeStrong, verifyPin } from '../../server/access/pins.ts';
import { hashOfSecret, newDigitSecret, newLetterSecret, newUrlSecret } from '../../server/access/secrets.ts';
import { Problem } from '../../server/http/problem.ts';

/** What is known of the accounts library here: the key of this server. */
const keyed = (secret: string) => ({ options: { secret } }) as Accounts;
const ours = keyed('a secret of the tests, 32 letters or more');

describe('a PIN', () => {
  const said = (pin: string) => {
    try {
      mustBeStrong(pin);
      return 'taken';
    } catch (error) {
      expect(error).toBeInstanceOf(Problem);
      const { status, code, extra } = error as Problem;
      expect([status, code]).toEqual([422, 'unusable_input']);
      expect(extra).toEqual({ issues: [{ path: ['newPin'], code: 'weak' }] });
      return 'refused';
    }
  };
  test.each([
    ['one digit over and over', '0000 1111 99999 777777'],
    ['a run up, past the nine, too', '1234 3456 7890 9012 45678 123456'],
    ['a run down, past the nought, too', '4321 9876 1098 54321 654321'],
    ['two halves that are the same', '1212 4747 473473 808808'],
    ['a year that somebody is born in', '1900 1998 2026 2099'],
  ])('is not %s', (_, pins) => {
    for (const pin of pins.split(' ')) expect([pin, said(pin)]).toEqual([pin, 'refused']);
  });
  test('is anything else of four to six digits', () => {
    for (const pin of '4071 1357 2468 1899 2100 8362 1221 1235 3334 19980 47471 474748 407196 119980 711998'.split(
      ' ',
    ))
      expect([pin, said(pin)]).toEqual([pin, 'taken']);
  });

  test('has four to six digits and nothing else, and goes with a badge of at most a hundred signs', () => {
    const fits = (pin: string) => Pin.safeParse(pin).success;
    for (const pin of ['0000', '40719', '407196']) expect([pin, fits(pin)]).toEqual([pin, true]);
    for (const pin of ['', '407', '4071960', 'abcd', 'x4071', '4071x', ' 4071', '４０７１'])
      expect([pin, fits(pin)]).toEqual([pin, false]);
    const asks = (badge: string, more: object = {}) =>
      BadgeAsk.safeParse({ badge, pin: '4071', ...more }).success;
    expect([asks('G'.repeat(100)), asks('G'.repeat(101)), asks('G', { newPin: '12' })]).toEqual([
      true,
      false,
      false,
    ]);
  });

  test('fits its own badge on its own server, and nothing else fits it', async () => {
    const hash = await hashPin(ours, 'badge 1', '4071');
    expect(hash).toMatch(/^[0-9a-f]{32}:[0-9a-f]{64}$/);
    expect(await verifyPin(ours, 'badge 1', '4071', hash)).toBe(true);
    expect(await verifyPin(ours, 'badge 1', '4072', hash)).toBe(false);
    expect(await verifyPin(ours, 'badge 2', '4071', hash)).toBe(false);
    expect(await verifyPin(keyed('another secret that has 32 letters'), 'badge 1', '4071', hash)).toBe(false);
    for (const torn of [hash.slice(0, -2), hash.split(':')[0] ?? '', '', ':'])
      expect(await verifyPin(ours, 'badge 1', '4071', torn), torn).toBe(false);
  });

  test('is salted: the same one twice is kept in two ways, and each is right', async () => {
    const [one, two] = [await hashPin(ours, 'badge', '4071'), await hashPin(ours, 'badge', '4071')];
    expect(one).not.toBe(two);
    expect(one.split(':')[0]).not.toBe(two.split(':')[0]);
    expect(await verifyPin(ours, 'badge', '4071', two)).toBe(true);
  });
});

describe('a password', () => {
  test('is kept by scrypt at the price that OWASP asks: N = 2^15, r = 8, p = 3', async () => {
    const [salt = '', key = ''] = (await hashPassword('the tide comes in')).split(':');
    expect(salt).toMatch(/^[0-9a-f]{32}$/);
    const cost = { N: 32_768, r: 8, p: 3, maxmem: 2 ** 27 };
    expect(key).toBe(scryptSync('the tide comes in', Buffer.from(salt, 'hex'), 32, cost).toString('hex'));
  });

  test('is right however its letters were typed, and wrong by one of them', async () => {
    const hash = await hashPassword('caf\u00e9 um sieben');
    expect(await verifyPassword({ hash, password: 'cafe\u0301 um sieben' })).toBe(true);
    expect(await verifyPassword({ hash, password: 'cafe um sieben' })).toBe(false);
    const wide = await hashPassword('ｔｉｄｅ１２３');
    expect(await verifyPassword({ hash: wide, password: 'tide123' })).toBe(true);
    for (const torn of [hash.slice(0, -2), hash.split(':')[0] ?? '', ''])
      expect(await verifyPassword({ hash: torn, password: 'café um sieben' }), torn).toBe(false);
  });
});

describe('what is made by chance', () => {
  const bytes = (...all: number[]) => {
    let at = 0;
    return (n: number) => Uint8Array.from({ length: n }, () => all[at++ % all.length] ?? 0);
  };
  test('letters are those of RFC 4648, five bits each', () => {
    const all = Array.from({ length: 32 }, (_, i) => i);
    expect(newLetterSecret(bytes(...all), 32)).toBe('ABCDEFGHIJKLMNOPQRSTUVWXYZ234567');
    expect(newLetterSecret(bytes(32, 63, 255), 3)).toBe('A77');
  });
  test('digits come equally often: the bytes that would favour some are thrown away', () => {
    expect(newDigitSecret(bytes(7, 249, 250, 255, 10, 123, 99, 4), 6)).toBe('790394');
    expect(newDigitSecret(bytes(255, 255, 255, 255, 3), 4)).toHaveLength(4);
    expect(newDigitSecret(bytes(1, 2, 3, 4, 5, 6, 7, 8), 6)).toBe('123456');
  });
  test('the rest is 32 bytes, as an address takes them', () => {
    expect(newUrlSecret(bytes(255))).toBe(`${'_'.repeat(42)}8`);
    expect(newUrlSecret(bytes(0))).toBe('A'.repeat(43));
  });
  test('what is kept of it is its SHA-256 (the example of FIPS 180-2)', () => {
    expect(hashOfSecret('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });
});
