import { createHmac } from 'node:crypto';
import request from 'supertest';
import { expect, test } from 'vitest';
import { users } from '../../db/schema/people.ts';
import { aHouse, type House, newScan } from '../world.ts';
import { ok } from './road.ts';

const password = 'the tide comes in at seven';

/** RFC 6238 by hand: what an authenticator app shows `steps` half minutes from now. */
function codeOf(uri: string, steps = 0): string {
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

/** A browser with its cookies. */
function aBrowser(at: House) {
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

async function withSecondFactor(at: House, name: 'liu' | 'admin') {
  at.clock.now = new Date();
  await ok(at.call('admin', `PATCH /api/v1/people/${name}`, { scanId: newScan(), password }));
  if (name === 'admin')
    await at.database
      .as({ as: 'house', id: 'house' })
      .atomically((tx) => tx.change(users, { id: name }, { twoFactorEnabled: false }));
  const browser = aBrowser(at);
  await ok(browser.signIn(name));
  const { totpURI, backupCodes } = await ok(
    browser.call('post', '/api/auth/two-factor/enable', { password }),
  );
  return { browser, uri: totpURI as string, recovery: backupCodes as string[] };
}
const verify = '/api/auth/two-factor/verify-totp';

test('a second factor is set up with a code, and from then on asked for at every sign-in', async () => {
  const at = await aHouse();
  const { browser, uri, recovery } = await withSecondFactor(at, 'liu');
  expect(uri).toMatch(/^otpauth:\/\/totp\//);
  expect((await browser.me()).body.secondFactor).toBe('off');
  await ok(browser.call('post', verify, { code: codeOf(uri, -1) }));
  expect((await browser.me()).body.secondFactor).toBe('on');
  const next = aBrowser(at);
  expect((await next.signIn('liu')).body).toMatchObject({ twoFactorRedirect: true });
  // The password alone opens nothing.
  expect((await next.me()).status).toBe(401);
  expect((await next.call('post', verify, { code: '000000' })).body).toMatchObject({ code: 'wrong_code' });
  // Long expired, and not yet.
  for (const steps of [-20, 20])
    expect((await next.call('post', verify, { code: codeOf(uri, steps) })).status).toBe(401);
  await ok(next.call('post', verify, { code: codeOf(uri) }));
  expect((await next.me()).body.id).toBe('liu');
  // The same code a second time: somebody looked over a shoulder.
  const thief = aBrowser(at);
  await thief.signIn('liu');
  expect((await thief.call('post', verify, { code: codeOf(uri) })).body).toMatchObject({
    code: 'wrong_code',
  });
  expect((await thief.me()).status).toBe(401);
  const code = recovery[0];
  const lost = aBrowser(at);
  await lost.signIn('liu');
  await ok(lost.call('post', '/api/auth/two-factor/verify-backup-code', { code }));
  expect((await lost.me()).body.id).toBe('liu');
  const again = aBrowser(at);
  await again.signIn('liu');
  const reused = await again.call('post', '/api/auth/two-factor/verify-backup-code', { code });
  expect(reused.status).toBe(401);
  // An administrator helps whoever lost telephone and recovery codes; everybody is signed out.
  await ok(at.call('admin', 'DELETE /api/v1/people/liu/second-factor'));
  expect((await lost.me()).status).toBe(401);
  const plain = aBrowser(at);
  await plain.signIn('liu');
  expect((await plain.me()).body.secondFactor).toBe('off');
  const { rows } = await ok(at.call('admin', 'GET /api/v1/audit?subject=liu'));
  const actions = rows.map(({ action }: { action: string }) => action);
  expect(actions).toEqual(expect.arrayContaining(['secondFactorOn', 'secondFactorOff']));
});

test('an administrator without one may set it up, and nothing else', async () => {
  const at = await aHouse();
  const { browser, uri } = await withSecondFactor(at, 'admin');
  expect((await browser.me()).body).toMatchObject({ secondFactor: 'missing', permissions: [] });
  expect((await browser.call('get', '/api/v1/people')).status).toBe(403);
  await ok(browser.call('post', verify, { code: codeOf(uri) }));
  expect((await browser.me()).body).toMatchObject({ secondFactor: 'on' });
  expect((await browser.call('get', '/api/v1/people')).status).toBe(200);
});

test('what else the accounts library could do is behind no door of ours', async () => {
  const at = await aHouse();
  for (const path of [
    'sign-up/email',
    'update-user',
    'change-email',
    'list-sessions',
    'delete-user',
    'request-password-reset',
    'two-factor/send-otp',
    'ok',
  ])
    expect((await at.call('liu', `POST /api/auth/${path}`, {})).status, path).toBe(404);
});
