import { describe, expect, test } from 'vitest';
import { auditLog, badges, devices } from '../../db/schema/access.ts';
import { itemEvents } from '../../db/schema/items.ts';
import { sessions } from '../../db/schema/people.ts';
import { systemViewer } from '../../db/seen-by.ts';
import { aHouse, newScan } from '../world.ts';
import { aBadge, aHandheld, aNewBadge, anEnrolledHandheld } from './handhelds.ts';
import { announced, ok } from './road.ts';

const signIn = 'POST /api/v1/badge-sign-ins';

describe('a badge', () => {
  test('with its PIN signs its owner in on an enrolled handheld, where the handheld belongs', async () => {
    const at = await aHouse();
    const handheld = await anEnrolledHandheld(at, 'HT-07');
    expect((await handheld.call('GET /api/v1/device')).body.device).toMatchObject({
      name: 'HT-07',
      warehouse: { code: 'HK' },
      idleLockMinutes: 10,
    });
    const { badge, firstPin } = await aNewBadge(at, 'liu');
    expect(badge).toMatch(/^GHB[A-Z2-7]{26}$/);
    // The first PIN is ours; its owner chooses another, and not one that everybody tries.
    const first = await handheld.call(signIn, { badge, pin: firstPin });
    expect(first.body).toMatchObject({ status: 409, code: 'choose_pin' });
    for (const newPin of ['1234', '0000', '987654', '1212', '1998', firstPin])
      expect((await handheld.call(signIn, { badge, pin: firstPin, newPin })).status, newPin).not.toBe(200);
    await ok(handheld.call(signIn, { badge, pin: firstPin, newPin: '4071' }));
    expect((await handheld.me()).body).toMatchObject({ id: 'liu', warehouse: { code: 'HK' } });
    expect((await handheld.call(signIn, { badge, pin: firstPin })).status).toBe(401);
    await ok(handheld.call(signIn, { badge, pin: '4071' }));
  });

  test('opens nothing on a device that nobody enrolled, or that was taken out of service', async () => {
    const at = await aHouse();
    const handheld = await anEnrolledHandheld(at);
    const badge = await aBadge(at, 'liu', '4071', handheld);
    const stranger = aHandheld(at);
    expect((await stranger.call(signIn, { badge, pin: '4071' })).body).toMatchObject({
      code: 'not_enrolled',
    });
    expect((await stranger.call('GET /api/v1/device')).body).toEqual({ device: null });
    await ok(at.call('admin', `PATCH /api/v1/devices/${handheld.id}`, { scanId: newScan(), revoked: true }));
    expect((await handheld.me()).status).toBe(401);
    expect((await handheld.call(signIn, { badge, pin: '4071' })).body).toMatchObject({
      code: 'not_enrolled',
    });
  });

  test('switches the person: whoever worked on the handheld before is signed out of it', async () => {
    const at = await aHouse();
    const handheld = await anEnrolledHandheld(at);
    await aBadge(at, 'liu', '4071', handheld);
    const lius = handheld.cookies.get('guihang.session_token') ?? '';
    await aBadge(at, 'wu', '8362', handheld);
    expect((await handheld.me()).body).toMatchObject({ id: 'wu' });
    handheld.cookies.set('guihang.session_token', lius);
    expect((await handheld.me()).status).toBe(401);
  });

  test('leaves its handheld on everything that is scanned, and the chain of events holds', async () => {
    const at = await aHouse();
    const handheld = await anEnrolledHandheld(at, 'HT-03');
    await aBadge(at, 'liu', '4071', handheld);
    const order = await announced(at, 'whale', [{ sku: 'SHIRT' }]);
    const code = order.items[0]?.code ?? '';
    const step = { scanId: newScan(), step: 'receive', location: 'R-01' };
    await ok(handheld.call(`POST /api/v1/items/${code}/steps`, step));
    const [last] = (await at.database.as(systemViewer).find(itemEvents)).filter(
      ({ step }) => step === 'receive',
    );
    expect(last).toMatchObject({ byWhom: 'liu', device: handheld.id });
    const { events } = await ok(at.call('wang', `GET /api/v1/items/${code}/history`));
    expect(events[0]).toMatchObject({ step: 'receive', by: 'liu', device: 'HT-03' });
    const theirs = await ok(at.call('whale', `GET /api/v1/items/${code}/history`));
    expect(theirs.events[0]).toMatchObject({ by: '', device: null });
  });

  test('is worth nothing to whoever copies its session away from the handheld', async () => {
    const at = await aHouse();
    const handheld = await anEnrolledHandheld(at);
    await aBadge(at, 'liu', '4071', handheld);
    const thief = aHandheld(at);
    thief.cookies.set('guihang.session_token', handheld.cookies.get('guihang.session_token') ?? '');
    expect((await thief.me()).status).toBe(401);
    const other = await anEnrolledHandheld(at, 'HT-02');
    other.cookies.set('guihang.session_token', handheld.cookies.get('guihang.session_token') ?? '');
    expect((await other.me()).status).toBe(401);
  });

  test('is for those who work in the handheld’s warehouse', async () => {
    const at = await aHouse();
    const yangpu = await anEnrolledHandheld(at, 'YP-01', 'YP');
    const { badge, firstPin } = await aNewBadge(at, 'liu');
    const ask = { badge, pin: firstPin, newPin: '4071' };
    expect((await yangpu.call(signIn, ask)).body).toMatchObject({ code: 'not_posted_here' });
    expect((await at.call('admin', 'POST /api/v1/people/whale/badges')).status).toBe(404);
  });

  test('makes no administrator of a handheld', async () => {
    const at = await aHouse();
    const handheld = await anEnrolledHandheld(at);
    await aBadge(at, 'admin', '4071', handheld);
    const { permissions } = (await handheld.me()).body;
    expect(permissions).toContain('items.receive');
    for (const desk of ['people.manage', 'audit.read', 'keys.manage'])
      expect(permissions).not.toContain(desk);
    expect((await handheld.call('GET /api/v1/people')).status).toBe(403);
  });

  test('that was lost ends with everything it opened; a new one ends the old', async () => {
    const at = await aHouse();
    const handheld = await anEnrolledHandheld(at);
    const lost = await aBadge(at, 'liu', '4071', handheld);
    expect((await at.call('admin', 'DELETE /api/v1/people/liu/badges')).status).toBe(200);
    expect((await handheld.me()).status).toBe(401);
    expect((await handheld.call(signIn, { badge: lost, pin: '4071' })).status).toBe(401);
    const found = await aBadge(at, 'liu', '5193', handheld);
    await aNewBadge(at, 'liu');
    expect((await handheld.call(signIn, { badge: found, pin: '5193' })).status).toBe(401);
  });
});

describe('guessing a PIN', () => {
  test('costs growing waits and ends after ten wrong ones, however many are sent at once', async () => {
    const at = await aHouse();
    const handheld = await anEnrolledHandheld(at);
    const badge = await aBadge(at, 'liu', '4071', handheld);
    const guess = async (pin: string) => (await handheld.call(signIn, { badge, pin })).body;
    // Forty at once: the tries are counted before they are looked at.
    const crowd = await Promise.all(Array.from({ length: 20 }, (_, i) => guess(String(5000 + 7 * i))));
    expect(crowd.filter(({ code }) => code === 'wrong_badge').length).toBeLessThanOrEqual(3);
    expect(await guess('4071')).toMatchObject({ status: 429, code: 'wait', seconds: 30 });
    const waits: number[] = [];
    for (let i = 0; i < 7; i++) {
      const { seconds } = await guess('4072');
      waits.push(seconds);
      at.later(seconds / 3600 + 0.0001);
      expect(await guess('4072')).toMatchObject({ code: 'wrong_badge' });
    }
    expect(waits).toEqual([30, 60, 120, 240, 480, 960, 1920]);
    at.later(24 * 365);
    expect(await guess('4071')).toMatchObject({ status: 423, code: 'locked' });
    const { pin } = await ok(at.call('admin', 'POST /api/v1/people/liu/pins'));
    await ok(handheld.call(signIn, { badge, pin, newPin: '6380' }));
  });

  test('is forgiven when the right one comes, and tells nobody whether the badge exists', async () => {
    const at = await aHouse();
    const handheld = await anEnrolledHandheld(at);
    const badge = await aBadge(at, 'liu', '4071', handheld);
    for (let round = 0; round < 2; round++) {
      for (const pin of ['4072', '4073'])
        expect((await handheld.call(signIn, { badge, pin })).status).toBe(401);
      await ok(handheld.call(signIn, { badge, pin: '4071' }));
    }
    const wrong = (await handheld.call(signIn, { badge, pin: '4072' })).body;
    const unknown = (await handheld.call(signIn, { badge: `GHB${'A'.repeat(26)}`, pin: '4072' })).body;
    expect(unknown).toEqual(wrong);
  });

  test('finds nothing in the database: neither badge nor PIN nor key stands there', async () => {
    const at = await aHouse();
    const handheld = await anEnrolledHandheld(at);
    const badge = await aBadge(at, 'liu', '407196', handheld);
    const kept = JSON.stringify([
      await at.database.as(systemViewer).find(badges),
      await at.database.as(systemViewer).find(devices),
      await at.database.as(systemViewer).find(auditLog),
    ]);
    const secrets = [badge.slice(3), '407196', handheld.cookies.get('guihang.device') ?? 'none'];
    for (const secret of secrets) expect(kept).not.toContain(secret);
    expect((await at.database.as(systemViewer).find(sessions)).some(({ deviceId }) => deviceId)).toBe(true);
  });
});

describe('a handheld', () => {
  test('is enrolled once with each code, and within half an hour', async () => {
    const at = await aHouse();
    const { id, code } = await ok(at.call('admin', 'POST /api/v1/devices', { name: 'HT', warehouse: 'HK' }));
    const [first, second] = [aHandheld(at), aHandheld(at)];
    const enrol = 'POST /api/v1/device-enrolments';
    await ok(first.call(enrol, { code: code.toLowerCase() }));
    expect((await second.call(enrol, { code })).body).toMatchObject({ status: 403, code: 'code_is_over' });
    const again = await ok(at.call('admin', `POST /api/v1/devices/${id}/codes`));
    expect((await first.call('GET /api/v1/device')).body).toEqual({ device: null });
    at.later(0.51);
    expect((await second.call(enrol, { code: again.code })).status).toBe(403);
    const last = await ok(at.call('admin', `POST /api/v1/devices/${id}/codes`));
    await ok(second.call(enrol, { code: `GHD${last.code}` }));
    const { rows } = await ok(at.call('admin', 'GET /api/v1/devices'));
    expect(rows).toMatchObject([{ name: 'HT', warehouse: { code: 'HK' }, revokedAt: null }]);
  });
});
