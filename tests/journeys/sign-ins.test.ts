import { eq } from 'drizzle-orm';
import request from 'supertest';
import { describe, expect, test } from 'vitest';
import { signIns, tries } from '../../db/schema/access.ts';
import { sessions, users } from '../../db/schema/people.ts';
import { systemViewer } from '../../db/seen-by.ts';
import { hashOfSecret } from '../../server/access/secrets.ts';
import type { Name } from '../cast.ts';
import { aHouse, type House } from '../world.ts';
import { password, withPassword } from './browsers.ts';
import { type Body, ok } from './road.ts';

const asLiu = { username: 'liu', password };
const signIn = (at: House, body: object, browser = 'A browser/1.0') =>
  request(at.server)
    .post(`/api/auth/sign-in/${'email' in body ? 'email' : 'username'}`)
    .set('user-agent', browser)
    .send(body);
/** How often it went wrong already, for a name as it was typed. */
const wrongBefore = (at: House, name: string, failures: number, waitUntil: Date | null = null) => {
  const its = { id: `account ${hashOfSecret(name)}`, failures, lastAt: at.clock.now, waitUntil };
  return at.database.as(systemViewer).atomically((tx) => tx.add(tries, its));
};
const historyOf = async (at: House, who: Name): Promise<Body[]> =>
  (await ok(at.call(who, 'GET /api/v1/me/sign-ins'))).rows;

describe('signing in with a password', () => {
  test('opens a session of twelve hours, and says who one is, but not by which token', async () => {
    const at = await aHouse();
    await withPassword(at, 'liu');
    const { status, body, headers } = await signIn(at, asLiu);
    expect(status).toBe(200);
    expect(body.user).toMatchObject({
      ...{ id: 'liu', name: 'liu', email: 'liu@example.test', username: 'liu', emailVerified: true },
      ...{ role: 'receiver', organisationId: 'hub', warehouseId: 'hk', language: 'zh-CN', active: true },
    });
    expect(body).not.toHaveProperty('token');
    expect(String(headers['set-cookie'])).toMatch(/guihang\.session_token=[^;]+; Max-Age=43200;/);
    const [session] = await at.database.as(systemViewer).find(sessions, eq(sessions.userId, 'liu'));
    const seconds = (Number(session?.expiresAt) - Number(session?.createdAt)) / 1000;
    expect(Math.round(seconds)).toBe(12 * 60 * 60);
    expect(session?.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4/);
  });

  test('is noted with address and browser, and so is every wrong one; of a stranger nothing is noted', async () => {
    const at = await aHouse();
    await withPassword(at, 'liu');
    const wrong = await signIn(at, { username: 'LIU', password: 'not this one' }, 'B'.repeat(301));
    expect(wrong.body).toMatchObject({
      code: 'wrong_sign_in',
      words: { en: expect.stringContaining('is wrong') },
    });
    expect(wrong.status).toBe(401);
    at.later(1);
    expect((await signIn(at, { email: 'Liu@Example.test', password })).status).toBe(200);
    expect((await signIn(at, { username: 'stranger', password })).status).toBe(401);
    const its = { how: 'password', device: null, address: expect.stringContaining('127.0.0.1') };
    expect(await historyOf(at, 'liu')).toMatchObject([
      { ...its, went: 'in', browser: 'A browser/1.0', at: '2026-11-23T03:00:00.000Z' },
      { ...its, went: 'wrong', browser: 'B'.repeat(300), at: '2026-11-23T02:00:00.000Z' },
    ]);
    expect(await at.database.as(systemViewer).count(signIns)).toBe(2);
  });

  test('waits after five wrong ones, however the name was written; the right one forgives them all', async () => {
    const at = await aHouse();
    await withPassword(at, 'liu');
    await wrongBefore(at, 'liu', 5, new Date(at.clock.now.getTime() + 60_000));
    const { status, body } = await signIn(at, { username: 'LIU', password });
    expect([status, body.code, body.seconds]).toEqual([429, 'wait', 60]);
    expect(body.words).toEqual({
      zh: expect.stringContaining('60 秒'),
      en: expect.stringContaining('60 seconds'),
    });
    expect(await historyOf(at, 'liu')).toMatchObject([{ went: 'waiting', how: 'password' }]);
    at.clock.now = new Date(at.clock.now.getTime() + 60_000);
    expect((await signIn(at, asLiu)).status).toBe(200);
    const [kept] = await at.database
      .as(systemViewer)
      .find(tries, eq(tries.id, `account ${hashOfSecret('liu')}`));
    expect(kept).toMatchObject({ failures: 0, waitUntil: null });
  });

  test('is counted as wrong until it is right: the fifth in a row begins the wait', async () => {
    const at = await aHouse();
    await wrongBefore(at, 'stranger', 4);
    expect((await signIn(at, { username: 'stranger', password })).status).toBe(401);
    expect((await signIn(at, { username: 'stranger', password })).body).toMatchObject({
      code: 'wait',
      seconds: 60,
    });
    expect(await at.database.as(systemViewer).count(signIns)).toBe(0);
  });

  test('is for nobody who left: they hear what a wrong password hears, and no session is left behind', async () => {
    const at = await aHouse();
    await withPassword(at, 'liu');
    await at.database.as(systemViewer).atomically((tx) => tx.change(users, { id: 'liu' }, { active: false }));
    const left = await signIn(at, asLiu);
    expect([left.status, left.body.code]).toEqual([401, 'wrong_sign_in']);
    expect(await at.database.as(systemViewer).count(sessions, eq(sessions.userId, 'liu'))).toBe(0);
  });
});
