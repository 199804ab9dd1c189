import { expect, test } from 'vitest';
import { aHouse } from '../world.ts';
import { aBrowser, codeOf, withSecondFactor } from './browsers.ts';
import { ok } from './road.ts';

const verify = '/api/auth/two-factor/verify-totp';

test('a second factor is set up with a code, and from then on asked for at every sign-in', async () => {
  const at = await aHouse();
  const { browser, uri, recovery } = await withSecondFactor(at, 'liu');
  expect(uri).toMatch(/^otpauth:\/\/totp\//);
  expect(new URL(uri).searchParams.get('issuer')).toBe('归航 Guihang');
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
