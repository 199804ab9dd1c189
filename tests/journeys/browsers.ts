import { createHmac } from 'node:crypto';
import request from 'supertest';
import { onTestFinished, vi } from 'vitest';
import { accounts, users } from '../../db/schema/people.ts';
import { systemViewer } from '../../db/seen-by.ts';
import { hashPassword } from '../../server/access/accounts.ts';
import type { Name } from '../cast.ts';
import type { House } from '../world.ts';
import { ok } from './road.ts';

export const password = 'the tide comes in at seven';
let hashed: Promise<string> | undefined;

/** Gives somebody this password; it is hashed once, as that is made to be slow. */
export async function withPassword(at: House, userId: Name) {
  hashed ??= hashPassword(password);
  const its = { id: `account of ${userId}`, userId, accountId: userId, providerId: 'credential' };
  const row = { ...its, password: await hashed, createdAt: at.clock.now, updatedAt: at.clock.now };
  await at.database.as(systemViewer).atomically((tx) => tx.add(accounts, row));
}

/** RFC 6238 by hand: what an authenticator app shows `steps` half minutes from now. */
export function codeOf(uri: string, steps = 0): string {
  const secret = new URL(uri).searchParams.get('secret') ?? '';
  const bits = [...secret].map((letter) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'),
  );
  const key = Buffer.from((bits.join('').match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + steps));
  const mac = createHmac('sha1', key).update(counter).digest();
  const at = (mac.at(-1) ?? 0) & 15;
  return String((mac.readUInt32BE(at) & 0x7fff_ffff) % 1_000_000).padStart(6, '0');
}

/** Codes change every half minute: what a test says of the one before and of this one holds while the clock stands. */
export function clockStandsBetweenCodes(): void {
  const now = (Math.floor(Date.now() / 30_000) + 0.5) * 30_000;
  vi.useFakeTimers({ toFake: ['Date'], now });
  onTestFinished(() => void vi.useRealTimers());
}

/** A browser with its cookies. */
export function aBrowser(at: House) {
  const cookies = new Map<string, string>();
  const call = async (method: 'get' | 'post', path: string, body?: object) => {
    const asked = request(at.server)[method](path);
    asked.set('cookie', [...cookies].map((pair) => pair.join('=')).join('; '));
    const res = await (body ? asked.send(body) : asked);
    for (const line of (res.get('set-cookie') ?? []) as string[]) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value && !/Max-Age=0/i.test(line)) cookies.set(name, value);
      else cookies.delete(name);
    }
    return res;
  };
  return {
    call,
    signIn: (name: string) => call('post', '/api/auth/sign-in/username', { username: name, password }),
    me: () => call('get', '/api/v1/me'),
  };
}

/** Somebody with a password, signed in, who has been shown the secret of a second factor. */
export async function withSecondFactor(at: House, name: 'liu' | 'admin') {
  clockStandsBetweenCodes();
  at.clock.now = new Date();
  await withPassword(at, name);
  if (name === 'admin')
    await at.database
      .as(systemViewer)
      .atomically((tx) => tx.change(users, { id: name }, { twoFactorEnabled: false }));
  const browser = aBrowser(at);
  await ok(browser.signIn(name));
  const { totpURI, backupCodes } = await ok(
    browser.call('post', '/api/auth/two-factor/enable', { password }),
  );
  const uri = totpURI as string;
  const verify = () =>
    ok(browser.call('post', '/api/auth/two-factor/verify-totp', { code: codeOf(uri, -1) }));
  return { browser, uri, verify, recovery: backupCodes as string[] };
}
