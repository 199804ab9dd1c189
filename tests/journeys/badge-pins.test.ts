import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { auditLog, badges } from '../../db/schema/access.ts';
import { systemViewer } from '../../db/seen-by.ts';
import { aHouse } from '../world.ts';
import { aKnownBadge, anEnrolledHandheld } from './handhelds.ts';
import { ok } from './road.ts';

const signIn = 'POST /api/v1/badge-sign-ins';
const unknown = `GHB${'Z'.repeat(26)}`;

describe('a first PIN', () => {
  test('opens nothing until its owner chose another one, which is noted as theirs', async () => {
    const at = await aHouse();
    const handheld = await anEnrolledHandheld(at);
    const badge = await aKnownBadge(at, 'liu', '4071', { pinIsFirst: true });
    const asks = async (more: object = {}) =>
      (await handheld.call(signIn, { badge, pin: '4071', ...more })).body;
    expect(await asks()).toMatchObject({ status: 409, code: 'choose_pin' });
    const same = await asks({ newPin: '4071' });
    expect(same).toMatchObject({ status: 409, code: 'choose_pin' });
    expect(same.words).not.toEqual((await asks()).words);
    expect(await asks({ newPin: '1234' })).toMatchObject({
      ...{ status: 422, code: 'unusable_input' },
      issues: [{ path: ['newPin'], code: 'weak' }],
    });
    expect((await handheld.me()).status).toBe(401);
    expect(await asks({ newPin: '8362' })).toEqual({ done: true });
    expect((await handheld.me()).body).toMatchObject({ id: 'liu' });
    const [note] = await at.database.as(systemViewer).find(auditLog, eq(auditLog.action, 'pinChanged'));
    expect(note).toMatchObject({
      ...{ byWhom: 'liu', byName: 'liu', device: handheld.id, at: at.clock.now },
      ...{ subject: 'liu', subjectName: 'liu', organisationId: 'hub', changed: {} },
    });
    expect(await at.database.as(systemViewer).find(badges)).toMatchObject([{ pinIsFirst: false }]);
    expect((await handheld.call(signIn, { badge, pin: '4071' })).status).toBe(401);
    // Later on a new one is no part of a sign-in: the old one stays.
    await ok(handheld.call(signIn, { badge, pin: '8362', newPin: '5193' }));
    await ok(handheld.call(signIn, { badge, pin: '8362' }));
    expect(await at.database.as(systemViewer).count(auditLog, eq(auditLog.action, 'pinChanged'))).toBe(1);
  });
});

describe('whose guesses a right PIN forgives', () => {
  test('one’s own, and not those at a colleague’s badge on the same handheld', async () => {
    const at = await aHouse();
    const handheld = await anEnrolledHandheld(at);
    const [lius, wus] = [await aKnownBadge(at, 'liu', '4071'), await aKnownBadge(at, 'wu', '8362')];
    const guess = async (badge: string, pin: string) => (await handheld.call(signIn, { badge, pin })).body;
    for (const badge of [lius, wus])
      for (const pin of ['1001', '1002'])
        expect(await guess(badge, pin)).toMatchObject({ code: 'wrong_badge' });
    await ok(handheld.call(signIn, { badge: lius, pin: '4071' }));
    // Wu's third wrong one is the third, and costs a wait; Liu's is the first again.
    expect(await guess(wus, '1003')).toMatchObject({ code: 'wrong_badge' });
    expect(await guess(wus, '8362')).toMatchObject({ status: 429, code: 'wait', seconds: 30 });
    for (const pin of ['1003', '1004']) expect(await guess(lius, pin)).toMatchObject({ code: 'wrong_badge' });
    expect(await guess(lius, '4071')).toEqual({ done: true });
  });

  test('of the handheld’s ten only this one: nine wrong badges and a right one between them are still nine', async () => {
    const at = await aHouse();
    const [handheld, other] = [await anEnrolledHandheld(at), await anEnrolledHandheld(at, 'HT-02')];
    const badge = await aKnownBadge(at, 'liu', '4071');
    const guess = async (at_ = handheld) => (await at_.call(signIn, { badge: unknown, pin: '1001' })).body;
    for (let i = 0; i < 9; i++) expect(await guess()).toMatchObject({ code: 'wrong_badge' });
    await ok(handheld.call(signIn, { badge, pin: '4071' }));
    expect(await guess()).toMatchObject({ code: 'wrong_badge' });
    expect(await guess()).toMatchObject({ status: 429, code: 'wait', seconds: 30 });
    expect((await handheld.call(signIn, { badge, pin: '4071' })).status).toBe(429);
    // Another handheld has a patience of its own.
    expect(await guess(other)).toMatchObject({ code: 'wrong_badge' });
    await ok(other.call(signIn, { badge, pin: '4071' }));
  });
});
