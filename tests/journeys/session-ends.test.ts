import { createHmac } from 'node:crypto';
import { eq } from 'drizzle-orm';
import request from 'supertest';
import { describe, expect, test } from 'vitest';
import { links, tries } from '../../db/schema/access.ts';
import { outbox } from '../../db/schema/jobs.ts';
import { sessions, users, verifications } from '../../db/schema/people.ts';
import { systemViewer } from '../../db/seen-by.ts';
import { purgeExpired } from '../../server/jobs/purge.ts';
import { aHouse, type House, newScan } from '../world.ts';
import { aBrowser, codeOf, password, withPassword, withSecondFactor } from './browsers.ts';
import { aBadge, anEnrolledHandheld } from './handhelds.ts';
import { ok } from './road.ts';

const verify = '/api/auth/two-factor/verify-totp';
const signIn = '/api/auth/sign-in/username';
const housed = (at: House) => at.database.as(systemViewer);
const sessionsOf = (at: House, userId: string) => housed(at).find(sessions, eq(sessions.userId, userId));
async function mailedLink(at: House): Promise<string> {
  const all = await housed(at).find(outbox);
  const about = all.map((work) => work.about).findLast(({ mail }) => mail === 'reset');
  return String(about?.link).split('token=')[1] ?? '';
}

describe('a copied database opens nothing', () => {
  test('no cookie can be made of a row of sessions, not even by whoever has the key that seals them', async () => {
    const at = await aHouse();
    await withPassword(at, 'liu');
    const browser = aBrowser(at);
    await ok(browser.signIn('liu'));
    const handheld = await anEnrolledHandheld(at);
    await aBadge(at, 'wu', '4071', handheld);
    const rows = await housed(at).find(sessions);
    expect(rows.length).toBeGreaterThanOrEqual(3);
    for (const { token, deviceId } of rows) {
      const seal = createHmac('sha256', at.deps.accounts.options.secret).update(token).digest('base64');
      const forged = `guihang.session_token=${encodeURIComponent(`${token}.${seal}`)}`;
      const cookie = deviceId
        ? `${forged}; guihang.device=${handheld.cookies.get('guihang.device')}`
        : forged;
      expect((await request(at.server).get('/api/v1/me').set('cookie', cookie)).status).toBe(401);
      const disable = request(at.server).post('/api/auth/two-factor/disable').set('cookie', cookie);
      expect((await disable.send({ password })).status).toBe(401);
    }
    expect((await browser.me()).status).toBe(200);
    expect((await handheld.me()).status).toBe(200);
    // And signing out ends the row of the one who signs out.
    await ok(browser.call('post', '/api/auth/sign-out', {}));
    expect(await sessionsOf(at, 'liu')).toEqual([]);
  });
});

describe('no session is more than what was promised', () => {
  test('whoever wants to be remembered is signed out after the working day like everybody, and so is who does not', async () => {
    const at = await aHouse();
    await withPassword(at, 'liu');
    for (const rememberMe of [true, false, undefined])
      await ok(request(at.server).post(signIn).send({ username: 'liu', password, rememberMe }));
    const rows = await sessionsOf(at, 'liu');
    expect(rows.length).toBe(3);
    for (const { createdAt, expiresAt } of rows)
      expect(Number(expiresAt) - Number(createdAt)).toBeLessThanOrEqual(12 * 3_600_000);
  });

  test('a badge on a handheld becomes no session of a desk by way of the second factor', async () => {
    const at = await aHouse();
    at.clock.now = new Date();
    await withPassword(at, 'liu');
    const handheld = await anEnrolledHandheld(at);
    await aBadge(at, 'liu', '4071', handheld);
    for (const [path, body] of [
      ['enable', { password }],
      ['verify-totp', { code: '123456' }],
      ['disable', { password }],
      ['generate-backup-codes', { password }],
    ] as const)
      expect((await handheld.call(`POST /api/auth/two-factor/${path}`, body)).body, path).toMatchObject({
        ...{ status: 403, code: 'not_on_a_handheld' },
      });
    expect((await sessionsOf(at, 'liu')).map(({ deviceId }) => deviceId)).toEqual([handheld.id]);
  });

  test('setting a second factor up lengthens no session, and ends those that a password alone had opened', async () => {
    const at = await aHouse();
    const { browser, verify: setUp } = await withSecondFactor(at, 'liu');
    const thief = aBrowser(at);
    await ok(thief.signIn('liu'));
    const ends = at.clock.now.getTime() + 3_600_000;
    for (const row of await sessionsOf(at, 'liu'))
      await housed(at).atomically((tx) => tx.change(sessions, row, { expiresAt: new Date(ends) }));
    await setUp();
    expect((await browser.me()).status).toBe(200);
    expect((await thief.me()).status).toBe(401);
    expect((await sessionsOf(at, 'liu')).map(({ expiresAt }) => Number(expiresAt))).toEqual([ends]);
  });

  test('no browser is trusted: the code is asked for at each sign-in, whatever cookie is brought along', async () => {
    const at = await aHouse();
    const { uri, verify: setUp } = await withSecondFactor(at, 'liu');
    await setUp();
    const browser = aBrowser(at);
    await browser.signIn('liu');
    const res = await browser.call('post', verify, { code: codeOf(uri), trustDevice: true });
    expect(res.status).toBe(200);
    expect(String(res.get('set-cookie'))).not.toContain('trust_device');
    // One that an older version handed out, with its row still there.
    const identifier = 'trust-device-of-before';
    const times = { createdAt: at.clock.now, updatedAt: at.clock.now, expiresAt: new Date(Date.now() + 1e9) };
    const { createHash } = await import('node:crypto');
    const kept = createHash('sha256').update(identifier).digest('base64url');
    for (const [id, name] of [
      ['t1', identifier],
      ['t2', kept],
    ] as const)
      await housed(at).atomically((tx) =>
        tx.add(verifications, { id, identifier: name, value: 'liu', ...times }),
      );
    const { secret } = at.deps.accounts.options;
    const mac = createHmac('sha256', secret).update(`liu!${identifier}`).digest('base64url');
    const value = `${mac}!${identifier}`;
    const seal = createHmac('sha256', secret).update(value).digest('base64');
    const cookie = `a=1; guihang.trust_device=${encodeURIComponent(`${value}.${seal}`)}`;
    const again = await request(at.server)
      .post(signIn)
      .set('cookie', cookie)
      .send({ username: 'liu', password });
    expect(again.body).toMatchObject({ twoFactorRedirect: true });
  });

  test('whoever left or is away asks the accounts library for nothing, either', async () => {
    const at = await aHouse();
    at.clock.now = new Date();
    await withPassword(at, 'liu');
    const browser = aBrowser(at);
    await ok(browser.signIn('liu'));
    await housed(at).atomically((tx) => tx.change(users, { id: 'liu' }, { active: false }));
    expect((await browser.call('post', '/api/auth/two-factor/enable', { password })).status).toBe(401);
  });
});

describe('a link to choose a password, and a half sign-in, die when the password changes', () => {
  test('by its owner or by an administrator', async () => {
    const at = await aHouse();
    await withPassword(at, 'liu');
    const ask = () =>
      ok(at.call('nobody', 'POST /api/v1/password-reset-requests', { email: 'liu@example.test' }));
    const tryIt = async (token: string) =>
      (await at.call('nobody', 'POST /api/v1/password-resets', { token, password: 'the thief was here' }))
        .body;
    await ask();
    const first = await mailedLink(at);
    await ok(at.call('admin', 'PATCH /api/v1/people/liu', { scanId: newScan(), password }));
    expect(await tryIt(first)).toMatchObject({ status: 403, code: 'link_is_over' });
    at.later(7);
    await ask();
    const second = await mailedLink(at);
    expect(second).not.toBe(first);
    const change = { present: password, password: 'the tide goes out at nine' };
    await ok(at.call('liu', 'POST /api/v1/me/password', change));
    expect(await tryIt(second)).toMatchObject({ status: 403, code: 'link_is_over' });
  });

  test('a password that was right opens nothing with a code that comes after the change', async () => {
    const at = await aHouse();
    const { uri, verify: setUp } = await withSecondFactor(at, 'liu');
    await setUp();
    const thief = aBrowser(at);
    expect((await thief.signIn('liu')).body).toMatchObject({ twoFactorRedirect: true });
    const change = { scanId: newScan(), password: 'the tide goes out at nine' };
    await ok(at.call('admin', 'PATCH /api/v1/people/liu', change));
    expect((await thief.call('post', verify, { code: codeOf(uri) })).status).toBe(401);
    expect((await thief.me()).status).toBe(401);
  });
});

describe('a session that nobody uses ends on the server', () => {
  test.each([
    ['a screen that asks by itself', { 'x-unattended': 'yes' }],
    ['a picture that it shows', { 'sec-fetch-dest': 'image' }],
  ] as const)('is not used by %s, however often it asks', async (_what, headers) => {
    const at = await aHouse();
    const cookie = await at.cookieOf('wang');
    for (const row of await sessionsOf(at, 'wang'))
      await housed(at).atomically((tx) => tx.change(sessions, row, { updatedAt: at.clock.now }));
    const asks = (more: object) =>
      request(at.server)
        .get('/api/v1/board')
        .set({ cookie, ...more });
    for (let minutes = 0; minutes < 120; minutes += 10) {
      expect((await asks(headers)).status).toBe(200);
      at.later(1 / 6);
    }
    // A person who comes just in time keeps it.
    expect((await asks({})).status).toBe(200);
    for (let minutes = 0; minutes <= 120; minutes += 10) {
      expect((await asks(headers)).status).toBe(200);
      at.later(1 / 6);
    }
    expect((await asks(headers)).status).toBe(401);
    expect((await asks({})).status).toBe(401);
  });

  test('at a desk after two hours without a request, whatever the screen does', async () => {
    const at = await aHouse();
    at.clock.now = new Date();
    await withPassword(at, 'liu');
    const browser = aBrowser(at);
    await ok(browser.signIn('liu'));
    for (const hours of [1.95, 1.95, 0.05, 1.95]) {
      at.later(hours);
      expect((await browser.me()).status).toBe(200);
    }
    at.later(2.1);
    expect((await browser.me()).status).toBe(401);
    expect((await browser.call('post', '/api/auth/two-factor/enable', { password })).status).toBe(401);
  });

  test('on a handheld not before it locks itself', async () => {
    const at = await aHouse();
    const change = { scanId: newScan(), idleLockMinutes: 240 };
    await ok(at.call('admin', 'PATCH /api/v1/warehouses/HK', change));
    const handheld = await anEnrolledHandheld(at);
    await aBadge(at, 'liu', '4071', handheld);
    at.later(4);
    expect((await handheld.me()).status).toBe(200);
    at.later(4.2);
    expect((await handheld.me()).status).toBe(401);
  });

  test('who was seen is written every few minutes, not with every request', async () => {
    const at = await aHouse();
    at.clock.now = new Date();
    await withPassword(at, 'liu');
    const browser = aBrowser(at);
    await ok(browser.signIn('liu'));
    const seen = async () => (await sessionsOf(at, 'liu'))[0]?.updatedAt.getTime();
    const before = await seen();
    at.later(4 / 60);
    await browser.me();
    expect(await seen()).toBe(before);
    at.later(2 / 60);
    await browser.me();
    expect(await seen()).toBe(at.clock.now.getTime());
  });
});

test('what opens nothing any more is thrown away, and what still counts is kept', async () => {
  const at = await aHouse();
  const hour = (n: number) => new Date(at.clock.now.getTime() + n * 3_600_000);
  const of = { userId: 'liu', createdAt: hour(-99), updatedAt: hour(-99) };
  await housed(at).atomically(async (tx) => {
    for (const [id, n] of [
      ['over', -1],
      ['open', 1],
    ] as const) {
      await tx.add(sessions, { ...of, id, token: id, expiresAt: hour(n) });
      const half = { createdAt: hour(-9), updatedAt: hour(-9), identifier: id, value: 'liu' };
      await tx.add(verifications, { ...half, id, expiresAt: hour(n) });
    }
    const link = { kind: 'reset', subjectId: 'liu', createdAt: hour(-99) } as const;
    await tx.add(links, { ...link, id: 'old', secretHash: 'a', expiresAt: hour(-30) });
    await tx.add(links, { ...link, id: 'used', secretHash: 'b', expiresAt: hour(9), endedAt: hour(-30) });
    await tx.add(links, { ...link, id: 'late', secretHash: 'c', expiresAt: hour(-1) });
    await tx.add(links, { ...link, id: 'open', secretHash: 'd', expiresAt: hour(1) });
    const wrong = { failures: 9, waitUntil: null };
    await tx.add(tries, { ...wrong, id: 'account old', lastAt: hour(-30) });
    await tx.add(tries, { ...wrong, id: 'account new', lastAt: hour(-20) });
    await tx.add(tries, { ...wrong, id: 'badge old', lastAt: hour(-999) });
  });
  expect(await purgeExpired(at.deps)).toBe(5);
  const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id).sort();
  expect(ids(await sessionsOf(at, 'liu'))).toEqual(['open']);
  expect(ids(await housed(at).find(verifications))).toEqual(['open']);
  expect(ids(await housed(at).find(links))).toEqual(['late', 'open']);
  expect(ids(await housed(at).find(tries))).toEqual(['account new', 'badge old']);
  expect(await purgeExpired(at.deps)).toBe(0);
});
