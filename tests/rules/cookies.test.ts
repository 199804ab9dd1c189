import { createHmac } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Request, Response } from 'express';
import { describe, expect, onTestFinished, test } from 'vitest';
import { hashOfToken } from '../../db/hashed-tokens.ts';
import type { Accounts } from '../../server/access/accounts.ts';
import {
  callerOf,
  DEVICE_COOKIE_SECONDS,
  deviceCookie,
  deviceKeyOf,
  fromNowhere,
} from '../../server/access/caller.ts';
import {
  cookieNamed,
  keptTokenIn,
  sealedToken,
  sessionCookieName,
} from '../../server/access/session-cookie.ts';
import { sessionSecret } from '../../server/access/session-secret.ts';
import { readConfig } from '../../server/process/config.ts';

const accountsOf = (secret: string, cookiePrefix = 'guihang') =>
  ({ options: { secret, advanced: { cookiePrefix } } }) as Accounts;
const ours = accountsOf('a secret of the tests, 32 letters or more');
const inACookie = (value: string) => `guihang.session_token=${encodeURIComponent(value)}`;

describe('the cookie of a session', () => {
  test('holds the token and its seal: HMAC-SHA-256 by the server’s key', () => {
    const seal = createHmac('sha256', ours.options.secret).update('token.with.dots').digest('base64');
    const sealed = sealedToken(ours, 'token.with.dots');
    expect(sealed).toBe(`token.with.dots.${seal}`);
    expect(keptTokenIn(ours, inACookie(sealed))).toBe(hashOfToken('token.with.dots'));
    expect(keptTokenIn(ours, `a=1; ${inACookie(sealed)}; b=2`)).toBe(hashOfToken('token.with.dots'));
  });

  test('is nobody’s when the seal is another’s, is short, or there is none', () => {
    const sealed = sealedToken(ours, 'token');
    const foreign = sealedToken(accountsOf('another secret, 32 letters or more...'), 'token');
    const empty = sealedToken(ours, '');
    for (const value of [foreign, 'token', 'token.', 'token.AAAA', empty, '.', '', `x${sealed}`])
      expect(keptTokenIn(ours, inACookie(value)), value).toBeNull();
    for (const cookies of [undefined, '', 'other=1', 'xguihang.session_token=1', `x${inACookie(sealed)}`])
      expect(keptTokenIn(ours, cookies), cookies).toBeNull();
  });

  test('is named so that a browser keeps it from plain HTTP where there is TLS', () => {
    expect(sessionCookieName(ours)).toBe('guihang.session_token');
    const secure = accountsOf(ours.options.secret, '__Host-guihang');
    expect(sessionCookieName(secure)).toBe('__Host-guihang.session_token');
    expect(keptTokenIn(secure, inACookie(sealedToken(ours, 'token')))).toBeNull();
  });

  test('is read as it was written, and not at all when that is not to be read', () => {
    expect(cookieNamed('b', 'a=1;b=2; c=3')).toBe('2');
    expect(cookieNamed('b', '  b=x%20y%3D  ')).toBe('x y=');
    expect(cookieNamed('b', 'b=')).toBe('');
    expect(cookieNamed('b', 'bb=1; ab=2; a=b=3')).toBeUndefined();
    expect(cookieNamed('b', 'b=%E0%A4%A')).toBeUndefined();
    expect(cookieNamed('b', undefined)).toBeUndefined();
  });
});

describe('whoever calls', () => {
  const config = (PUBLIC_URL?: string) =>
    readConfig({ DATABASE_URL: 'file:', ...(PUBLIC_URL && { PUBLIC_URL }) });
  /** A request with these headers, and the cookies that went back. */
  function called(url: string | undefined, headers: Readonly<Record<string, string>>, ip?: string) {
    const kept: unknown[][] = [];
    const req = { ip, get: (name: string) => headers[name.toLowerCase()] } as unknown as Request;
    const res = { cookie: (...all: unknown[]) => kept.push(all) } as unknown as Response;
    return { kept, caller: callerOf(config(url), req, res) };
  }

  test('is known by address, browser, cookies and key, or by none of them', () => {
    const headers = { 'user-agent': `${'B'.repeat(299)}rowser`, authorization: 'Bearer x', cookie: 'a=1' };
    expect(called(undefined, headers, '192.0.2.7').caller).toMatchObject({
      ...{ address: '192.0.2.7', browser: `${'B'.repeat(299)}r` },
      ...{ authorization: 'Bearer x', cookies: 'a=1' },
    });
    const nobody = { address: null, browser: null, authorization: '', cookies: undefined };
    expect(called(undefined, {}).caller).toMatchObject(nobody);
    expect(fromNowhere).toMatchObject(nobody);
    expect(fromNowhere.keep('a', 'b', 1)).toBeUndefined();
  });

  test('is given cookies that no script reads and no other site sends, over TLS alone where there is TLS', () => {
    const attributes = { httpOnly: true, sameSite: 'lax', path: '/', maxAge: 90_000 };
    for (const [url, secure] of [
      [undefined, false],
      ['http://10.0.0.5:8080', false],
      ['https://guihang.example', true],
    ] as const) {
      const { kept, caller } = called(url, {});
      caller.keep('name', 'value', 90);
      expect(kept).toEqual([['name', 'value', { ...attributes, secure }]]);
    }
  });

  test('is on an enrolled device when its key comes with the request, which the browser keeps for a year', () => {
    expect(DEVICE_COOKIE_SECONDS).toBe(31_536_000);
    expect(deviceCookie(config())).toBe('guihang.device');
    expect(deviceCookie(config('http://10.0.0.5:8080'))).toBe('guihang.device');
    expect(deviceCookie(config('https://guihang.example'))).toBe('__Host-guihang.device');
    expect(deviceKeyOf(config(), { cookies: 'a=1; guihang.device=key' })).toBe('key');
    expect(deviceKeyOf(config('https://x.example'), { cookies: 'guihang.device=key' })).toBeUndefined();
  });
});

describe('the key that seals', () => {
  const folder = () => {
    const made = mkdtempSync(join(tmpdir(), 'guihang-secret-'));
    onTestFinished(() => rmSync(made, { recursive: true }));
    return made;
  };
  const at = (SECRETS_DIR: string, more = {}) =>
    readConfig({ DATABASE_URL: 'file:', SECRETS_DIR, FILES_DIR: join(SECRETS_DIR, 'files'), ...more });

  test('is made once, kept for the server alone, and the same ever after', () => {
    const files = join(folder(), 'deep', 'files');
    const made = sessionSecret(at(files));
    expect(made).toMatch(/^[0-9a-f]{64}$/);
    expect(statSync(join(files, 'session-secret')).mode & 0o777).toBe(0o600);
    expect(sessionSecret(at(files))).toBe(made);
    expect(sessionSecret(at(folder()))).not.toBe(made);
  });

  test('is moved out from among the photos, where it was once, and nobody is signed out by it', () => {
    const secrets = folder();
    mkdirSync(join(secrets, 'files'));
    writeFileSync(join(secrets, 'files/.session-secret'), 'of an older house, 32 letters at least\n');
    expect(sessionSecret(at(secrets))).toBe('of an older house, 32 letters at least');
    expect(existsSync(join(secrets, 'files/.session-secret'))).toBe(false);
    expect(sessionSecret(at(secrets))).toBe('of an older house, 32 letters at least');
  });

  test('is what stands in its file or is given; where it can be neither kept nor read, nobody starts', () => {
    const files = folder();
    writeFileSync(join(files, 'session-secret'), 'written by hand, of 32 letters at least\n');
    expect(sessionSecret(at(files))).toBe('written by hand, of 32 letters at least');
    const given = 'given by whoever runs it, 32 letters';
    expect(sessionSecret(at(files, { SESSION_SECRET: given }))).toBe(given);
    expect(readFileSync(join(files, 'session-secret'), 'utf8')).toContain('written by hand');
    expect(() => sessionSecret(at(join(files, 'session-secret')))).toThrow();
  });
});
