import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { auditLog, tries } from '../../db/schema/access.ts';
import { sessions } from '../../db/schema/people.ts';
import { systemViewer } from '../../db/seen-by.ts';
import { hashOfSecret } from '../../server/access/secrets.ts';
import type { Name } from '../cast.ts';
import { aHouse, type House } from '../world.ts';
import { aBrowser, codeOf, password, withSecondFactor } from './browsers.ts';
import { type Body, ok } from './road.ts';

const historyOf = async (at: House, who: Name): Promise<Body[]> =>
  (await ok(at.call(who, 'GET /api/v1/me/sign-ins'))).rows;

const verify = '/api/auth/two-factor/verify-totp';
const noted = (at: House, action: string) =>
  at.database.as(systemViewer).find(auditLog, eq(auditLog.action, action));

test('a second factor is half of a sign-in: the password alone is noted as such, and nobody is in before the code', async () => {
  const at = await aHouse();
  const { browser, uri } = await withSecondFactor(at, 'liu');
  expect(decodeURIComponent(uri)).toContain('归航 Guihang');
  await ok(browser.call('post', verify, { code: codeOf(uri, -1) }));
  expect(await noted(at, 'secondFactorOn')).toMatchObject([
    { byWhom: 'liu', byName: 'liu', device: null, subject: 'liu', organisationId: 'hub', at: at.clock.now },
  ]);
  at.later(0.001);
  const next = aBrowser(at);
  const half = await next.signIn('liu');
  expect(half.body).toMatchObject({ twoFactorRedirect: true });
  expect((await next.me()).status).toBe(401);
  expect((await historyOf(at, 'liu')).map(({ went }) => went)).toEqual(['second factor', 'in']);
  at.later(0.001);
  const wrong = await next.call('post', verify, { code: '000000' });
  expect([wrong.status, wrong.body.code]).toEqual([401, 'wrong_code']);
  expect(wrong.body.words).toMatchObject({ zh: expect.stringContaining('验证码') });
  const { status, body } = await next.call('post', verify, { code: codeOf(uri) });
  expect([status, body.token, body.user.id]).toEqual([200, undefined, 'liu']);
  expect((await historyOf(at, 'liu')).map(({ went }) => went)).toEqual(['in', 'second factor', 'in']);
  expect(await noted(at, 'secondFactorOn')).toHaveLength(1);
});

test('a second factor takes a code once within two minutes, and leaves no session to whoever uses it again', async () => {
  const at = await aHouse();
  const { browser, uri } = await withSecondFactor(at, 'liu');
  const used = at.clock.now.getTime();
  const code = codeOf(uri, 1);
  await ok(browser.call('post', verify, { code }));
  const open = () => at.database.as(systemViewer).count(sessions, eq(sessions.userId, 'liu'));
  const before = await open();
  const again = aBrowser(at);
  await again.signIn('liu');
  at.clock.now = new Date(used + 119_999);
  expect((await again.call('post', verify, { code })).body).toMatchObject({ code: 'wrong_code' });
  expect(await open()).toBe(before);
  const late = aBrowser(at);
  await late.signIn('liu');
  at.clock.now = new Date(used + 120_000);
  await ok(late.call('post', verify, { code }));
  expect((await late.me()).body.id).toBe('liu');
  const id = `code liu ${hashOfSecret(code)}`;
  expect(await at.database.as(systemViewer).find(tries, eq(tries.id, id))).toMatchObject([
    { lastAt: at.clock.now },
  ]);
});

test('a second factor is given up by whoever has just shown a code of it and knows the password, and that is noted', async () => {
  const at = await aHouse();
  const { browser, uri } = await withSecondFactor(at, 'liu');
  await ok(browser.call('post', verify, { code: codeOf(uri, -1) }));
  const disable = (given: string) =>
    browser.call('post', '/api/auth/two-factor/disable', { password: given });
  expect((await disable(password)).body).toMatchObject({ status: 403, code: 'prove_yourself' });
  await ok(browser.call('post', '/api/v1/me/proofs', { code: codeOf(uri) }));
  expect((await disable('not this one')).status).toBe(403);
  expect(await noted(at, 'secondFactorOff')).toEqual([]);
  expect((await disable(password)).status).toBe(200);
  expect(await noted(at, 'secondFactorOff')).toMatchObject([{ byWhom: 'liu', subject: 'liu' }]);
  expect((await browser.me()).body.secondFactor).toBe('off');
});
