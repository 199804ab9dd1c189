import { createHmac, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { unusable } from '../http/problem.ts';
import { accessSentences } from '../words/access.ts';
import type { Accounts } from './accounts.ts';

/** A PIN is short, so what is hashed is sealed with a key that is not in the database: its rows alone give no PIN away. */
const sealed = ({ options }: Accounts, badge: string, pin: string) =>
  createHmac('sha256', options.secret).update(`pin ${badge} ${pin}`).digest('base64');

// Cheaper than for a password: whoever holds the key can try all PINs at any price, and the others none.
const derive = promisify(scrypt) as (sealed: string, salt: Buffer, length: number) => Promise<Buffer>;

/** `salt:key` in hex. */
export async function hashPin(accounts: Accounts, badge: string, pin: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(sealed(accounts, badge, pin), salt, 32);
  return `${salt.toString('hex')}:${key.toString('hex')}`;
}

export async function verifyPin(accounts: Accounts, badge: string, pin: string, hash: string) {
  const [salt = '', key = ''] = hash.split(':');
  const made = await derive(sealed(accounts, badge, pin), Buffer.from(salt, 'hex'), 32);
  const kept = Buffer.from(key, 'hex');
  return kept.length === made.length && timingSafeEqual(kept, made);
}

/** One digit over and over, runs up or down, and what everybody tries first. */
function isWeak(pin: string): boolean {
  const steps = new Set([...pin].slice(1).map((digit, i) => (Number(digit) - Number(pin[i]) + 10) % 10));
  const [step = 0] = steps;
  const halves = pin.length % 2 === 0 && pin.slice(0, pin.length / 2) === pin.slice(pin.length / 2);
  const isYear = /^(19|20)\d\d$/.test(pin);
  return (steps.size === 1 && [0, 1, 9].includes(step)) || halves || isYear;
}

/** @throws Problem 422 for a PIN that is guessed within ten tries */
export function mustBeStrong(pin: string): void {
  if (isWeak(pin)) throw unusable([{ path: ['newPin'], code: 'weak' }], accessSentences.weakPin);
}
