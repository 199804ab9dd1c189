import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { covers, signIns } from '../../db/schema/access.ts';
import { sessions, users } from '../../db/schema/people.ts';
import { systemViewer } from '../../db/seen-by.ts';
import { aHouse, type House } from '../world.ts';
import { aHandheld, aKnownBadge, anEnrolledHandheld } from './handhelds.ts';
import { ok } from './road.ts';

const signIn = 'POST /api/v1/badge-sign-ins';
const unknown = `GHB${'Z'.repeat(26)}`;
const hours = (n: number) => n * 3_600_000;
const twelveHours = 12 * 60 * 60;

describe('a session by badge', () => {
  test('lasts twelve hours from the sign-in, on its handheld, and its cookie no longer', async () => {
    const at = await aHouse();
    const handheld = await anEnrolledHandheld(at);
    const badge = await aKnownBadge(at, 'liu', '4071');
    const { body, headers } = await handheld.call(signIn, { badge, pin: '4071' });
    expect(body).toEqual({ done: true });
    const kept = (name: string) => headers['set-cookie'].find((line: string) => line.startsWith(name));
    for (const [cookie, seconds] of [
      ['guihang.session_token', twelveHours],
      ['guihang.device', 365 * 24 * 60 * 60],
    ] as const)
      for (const word of [`Max-Age=${seconds};`, 'Path=/', 'HttpOnly', 'SameSite=Lax'])
        expect(kept(cookie)).toContain(word);
    const [session] = await at.database.as(systemViewer).find(sessions, eq(sessions.deviceId, handheld.id));
    const end = new Date(at.clock.now.getTime() + hours(12));
    expect(session).toMatchObject({ userId: 'liu', createdAt: at.clock.now, updatedAt: at.clock.now });
    expect(session).toMatchObject({ expiresAt: end, deviceId: handheld.id });
    expect(session?.ipAddress).toMatch(/127\.0\.0\.1/);
    // In use every hour: one that lies about ends sooner (session-ends.test.ts).
    for (let left = 11; left > 0; left--) {
      at.clock.now = new Date(end.getTime() - hours(left));
      expect((await handheld.me()).status).toBe(200);
    }
    at.clock.now = new Date(end.getTime() - 1);
    expect((await handheld.me()).body).toMatchObject({ id: 'liu' });
    at.clock.now = end;
    expect((await handheld.me()).status).toBe(401);
  });

  test('keeps its handheld enrolled: with every sign-in the key is given anew', async () => {
    const at = await aHouse();
    const handheld = await anEnrolledHandheld(at);
    const key = handheld.cookies.get('guihang.device');
    await ok(handheld.call(signIn, { badge: await aKnownBadge(at, 'liu', '4071'), pin: '4071' }));
    expect(handheld.cookies.get('guihang.device')).toBe(key);
    expect((await handheld.call('GET /api/v1/device')).body.device).toMatchObject({ name: 'HT-01' });
  });

  test('is noted with its handheld, and so is a PIN that was wrong; a badge of nobody leaves no note', async () => {
    const at = await aHouse();
    const handheld = await anEnrolledHandheld(at, 'HT-04');
    const badge = await aKnownBadge(at, 'liu', '4071');
    await handheld.call(signIn, { badge, pin: '4072' });
    at.later(0.001);
    await handheld.call(signIn, { badge, pin: '4071' });
    await handheld.call(signIn, { badge: unknown, pin: '4071' });
    const { rows } = await ok(at.call('liu', 'GET /api/v1/me/sign-ins'));
    const its = { how: 'badge', device: 'HT-04', address: expect.stringContaining('127.0.0.1') };
    expect(rows).toMatchObject([
      { ...its, went: 'in', at: at.clock.now.toISOString() },
      { ...its, went: 'wrong', at: '2026-11-23T02:00:00.000Z' },
    ]);
    expect(await at.database.as(systemViewer).count(signIns)).toBe(2);
  });
});

describe('a badge is held by', () => {
  const cover = (at: House, id: string, userId: string, warehouseId: string, from: number, until: number) => {
    const [fromAt, untilAt] = [from, until].map((n) => new Date(at.clock.now.getTime() + hours(n)));
    const its = { id, userId, warehouseId, role: 'packer', fromAt, untilAt } as typeof covers.$inferInsert;
    return at.database.as(systemViewer).atomically((tx) => tx.add(covers, its));
  };

  test('whoever covers here, from the minute it begins to the minute it ends', async () => {
    const at = await aHouse();
    const handheld = await anEnrolledHandheld(at);
    const badge = await aKnownBadge(at, 'zhou', '4071');
    const asks = async () => (await handheld.call(signIn, { badge, pin: '4071' })).body;
    const notHere = { status: 403, code: 'not_posted_here' };
    expect(await asks()).toMatchObject(notHere);
    const start = at.clock.now.getTime();
    // One that is over, one elsewhere, one now.
    await cover(at, 'before', 'zhou', 'hk', -3, -1);
    await cover(at, 'elsewhere', 'zhou', 'yp', -1, 9);
    await cover(at, 'another’s', 'wu', 'hk', -1, 9);
    expect(await asks()).toMatchObject(notHere);
    await cover(at, 'now', 'zhou', 'hk', 1, 3);
    for (const [ms, answer] of [
      [hours(1) - 1, notHere],
      [hours(1), { done: true }],
      [hours(3) - 1, { done: true }],
      [hours(3), notHere],
    ] as const) {
      at.clock.now = new Date(start + ms);
      expect(await asks(), String(ms)).toMatchObject(answer);
    }
  });

  test('whoever works in one of several warehouses, and by nobody who left', async () => {
    const at = await aHouse();
    const [here, there] = [await anEnrolledHandheld(at), await anEnrolledHandheld(at, 'YP-01', 'YP')];
    await ok(at.call('admin', 'PATCH /api/v1/people/wu', { scanId: 'scan-0001', warehouses: ['HK', 'YP'] }));
    const badge = await aKnownBadge(at, 'wu', '4071');
    await ok(here.call(signIn, { badge, pin: '4071' }));
    await ok(there.call(signIn, { badge, pin: '4071' }));
    // Each handheld keeps its own session.
    expect([(await here.me()).body.warehouse.code, (await there.me()).body.warehouse.code]).toEqual([
      'HK',
      'YP',
    ]);
    await at.database.as(systemViewer).atomically((tx) => tx.change(users, { id: 'wu' }, { active: false }));
    expect((await here.call(signIn, { badge, pin: '4071' })).body).toMatchObject({
      status: 401,
      code: 'wrong_badge',
    });
  });

  test('whoever types it, too: small letters, gaps around it, with or without what the scanner puts first', async () => {
    const at = await aHouse();
    const handheld = await anEnrolledHandheld(at);
    const badge = await aKnownBadge(at, 'liu', '4071', { secret: 'ABGHBCDEFGHIJKLMNOPQRSTUVW' });
    for (const typed of [badge, badge.slice(3), `  ${badge.toLowerCase()} `])
      await ok(handheld.call(signIn, { badge: typed, pin: '4071' }));
    expect((await handheld.call(signIn, { badge: badge.slice(0, -1), pin: '4071' })).status).toBe(401);
  });

  test('nobody whose PIN is no PIN: four to six digits, and a badge of at most a hundred signs', async () => {
    const at = await aHouse();
    const handheld = await anEnrolledHandheld(at);
    const badge = await aKnownBadge(at, 'liu', '407196');
    const status = async (ask: object) => (await handheld.call(signIn, { badge, ...ask })).status;
    for (const pin of ['407', '4071960', 'abcd', 'x4071', '4071x', '', ' 4071'])
      expect(await status({ pin }), pin).toBe(422);
    for (const pin of ['4071', '40719', '407195']) expect(await status({ pin }), pin).toBe(401);
    expect(await status({ pin: '4071', newPin: '12' })).toBe(422);
    expect(await status({ pin: '4071', more: 1 })).toBe(422);
    expect(await status({ pin: '4071', badge: 'G'.repeat(101) })).toBe(422);
    expect(await status({ pin: '4071', badge: 'G'.repeat(100) })).toBe(401);
    expect((await aHandheld(at).call(signIn, { badge, pin: '407196' })).body).toMatchObject({
      status: 403,
      code: 'not_enrolled',
    });
  });
});
