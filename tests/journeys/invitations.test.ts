import request from 'supertest';
import { describe, expect, test } from 'vitest';
import { links } from '../../db/schema/access.ts';
import { outbox } from '../../db/schema/jobs.ts';
import { systemViewer } from '../../db/seen-by.ts';
import { newRequestContext } from '../../server/http/new-request-context.ts';
import { workOutbox } from '../../server/jobs/outbox.ts';
import { aHouse, type House, newScan } from '../world.ts';
import { mailsTo, tokenFor } from './links.ts';
import { ok } from './road.ts';

const secret = 'the tide comes in at seven';
const signIn = (at: House, email: string, password: string) =>
  request(at.server).post('/api/auth/sign-in/email').send({ email, password });
const cookieOf = (res: request.Response) => String(res.get('set-cookie')?.[0]?.split(';')[0]);

describe('an invitation', () => {
  test('brings a colleague into one’s organisation, with the role that was offered and no other', async () => {
    const at = await aHouse();
    const ask = { email: 'New.Clerk@whale.example', role: 'exporterMember', organisation: 'kite' };
    const { rows } = await ok(at.call('whale', 'POST /api/v1/invitations', ask));
    expect(rows).toMatchObject([
      { email: 'new.clerk@whale.example', state: 'open', organisation: { code: 'whale' } },
    ]);
    const token = await tokenFor(at, 'new.clerk@whale.example');
    const shown = await ok(at.call('nobody', `GET /api/v1/invitation?token=${token}`));
    expect(shown).toMatchObject({ email: 'new.clerk@whale.example', organisation: { code: 'whale' } });
    const accept = { token, name: '新同事', password: secret };
    const forged = { ...accept, role: 'administrator' };
    expect((await at.call('nobody', 'POST /api/v1/invitation-acceptances', forged)).status).toBe(422);
    await ok(at.call('nobody', 'POST /api/v1/invitation-acceptances', accept));
    const res = await signIn(at, 'new.clerk@whale.example', secret);
    const me = await request(at.server).get('/api/v1/me').set('cookie', cookieOf(res));
    expect(me.body).toMatchObject({
      ...{ name: '新同事', role: 'exporterMember', emailVerified: true },
      organisation: { code: 'whale' },
    });
    // A second time it is over, as is looking at it.
    const again = { token, name: 'x', password: secret };
    expect((await at.call('nobody', 'POST /api/v1/invitation-acceptances', again)).status).toBe(403);
    expect((await at.call('nobody', `GET /api/v1/invitation?token=${token}`)).status).toBe(403);
  });

  test('chooses no user name, so that its answer tells no guest which ones are taken', async () => {
    const at = await aHouse();
    await ok(
      at.call('whale', 'POST /api/v1/invitations', { email: 'a@whale.example', role: 'exporterMember' }),
    );
    const token = await tokenFor(at, 'a@whale.example');
    const accept = { token, name: '新同事', password: secret };
    const answers: unknown[] = [];
    for (const username of ['liu', 'nobody.has.it']) {
      const asked = { ...accept, username };
      const { status, text } = await at.call('nobody', 'POST /api/v1/invitation-acceptances', asked);
      answers.push({ status, text });
    }
    expect(answers[0]).toMatchObject({ status: 422 });
    expect(answers[1]).toEqual(answers[0]);
    await ok(at.call('nobody', 'POST /api/v1/invitation-acceptances', accept));
    expect((await signIn(at, 'a@whale.example', secret)).status).toBe(200);
  });

  test('ends after a week, when it is taken back, and when a newer one goes out', async () => {
    const at = await aHouse();
    const invite = async (role = 'exporterMember') => {
      at.later(0.001);
      await ok(at.call('whale', 'POST /api/v1/invitations', { email: 'a@whale.example', role }));
      return tokenFor(at, 'a@whale.example');
    };
    const looks = async (token: string) =>
      (await at.call('nobody', `GET /api/v1/invitation?token=${token}`)).status;
    const first = await invite();
    const second = await invite();
    expect([await looks(first), await looks(second)]).toEqual([403, 200]);
    at.later(24 * 7);
    expect(await looks(second)).toBe(403);
    const third = await invite();
    const { rows } = await ok(at.call('whale', 'GET /api/v1/invitations'));
    const open = rows.find(({ state }: { state: string }) => state === 'open');
    expect((await at.call('kite', `DELETE /api/v1/invitations/${open.id}`)).status).toBe(404);
    await ok(at.call('whale', `DELETE /api/v1/invitations/${open.id}`));
    expect(await looks(third)).toBe(403);
  });

  test('offers no role of another side, and members cannot invite', async () => {
    const at = await aHouse();
    const email = 'b@whale.example';
    for (const role of ['administrator', 'vendorAdmin', 'supervisor'])
      expect((await at.call('whale', 'POST /api/v1/invitations', { email, role })).status).toBe(422);
    const member = await at.call('whaleClerk', 'POST /api/v1/invitations', { email, role: 'exporterMember' });
    expect(member.status).toBe(403);
    const staff = { email, role: 'packer', organisation: 'hub', warehouses: ['HK'] };
    await ok(at.call('admin', 'POST /api/v1/invitations', staff));
  });
});

describe('members', () => {
  test('are looked after by their own administrator; another’s do not exist', async () => {
    const at = await aHouse();
    const { rows } = await ok(at.call('whale', 'GET /api/v1/members'));
    expect(rows.map(({ id }: { id: string }) => id).sort()).toEqual(['whale', 'whaleClerk']);
    await ok(at.call('whale', 'PATCH /api/v1/members/whaleClerk', { role: 'exporterAdmin' }));
    expect((await at.call('whale', 'PATCH /api/v1/members/kite', { active: false })).status).toBe(404);
    expect((await at.call('whale', 'PATCH /api/v1/members/wang', { active: false })).status).toBe(404);
    const up = await at.call('whale', 'PATCH /api/v1/members/whaleClerk', { role: 'administrator' });
    expect(up.status).toBe(422);
    expect((await at.call('whale', 'PATCH /api/v1/members/whale', { active: false })).status).toBe(409);
    await ok(at.call('whale', 'PATCH /api/v1/members/whaleClerk', { active: false }));
    expect((await at.call('whaleClerk', 'GET /api/v1/me')).status).toBe(401);
  });
});

describe('a forgotten password', () => {
  const request_ = (at: House, email: string) =>
    at.call('nobody', 'POST /api/v1/password-reset-requests', { email });
  const reset = (at: House, token: string, password = secret) =>
    at.call('nobody', 'POST /api/v1/password-resets', { token, password });

  test('is replaced with the mailed link, once, within the hour; every session ends', async () => {
    const at = await aHouse();
    at.clock.now = new Date();
    expect((await at.call('whale', 'GET /api/v1/me')).status).toBe(200);
    await ok(request_(at, 'Whale@example.test'));
    const token = await tokenFor(at, 'whale@example.test');
    const common = await reset(at, token, 'password123!');
    expect(common.status).toBe(422);
    await ok(reset(at, token));
    expect((await at.call('whale', 'GET /api/v1/me')).status).toBe(401);
    expect((await signIn(at, 'whale@example.test', secret)).status).toBe(200);
    expect((await reset(at, token, 'another long one')).body).toMatchObject({ code: 'link_is_over' });
    expect((await mailsTo(at, 'whale@example.test')).length).toBe(2);
    await ok(request_(at, 'whale@example.test'));
    const late = await tokenFor(at, 'whale@example.test');
    at.later(1);
    expect((await reset(at, late)).status).toBe(403);
    // A newer link ends the older one.
    await ok(request_(at, 'whale@example.test'));
    const older = await tokenFor(at, 'whale@example.test');
    at.later(2);
    await ok(request_(at, 'whale@example.test'));
    expect((await reset(at, older)).status).toBe(403);
  });

  test('is asked for in the same words whether or not there is such an address', async () => {
    const at = await aHouse();
    const [known, unknown] = [await request_(at, 'kite@example.test'), await request_(at, 'no@example.test')];
    expect([known.status, known.text]).toEqual([unknown.status, unknown.text]);
    expect(await mailsTo(at, 'no@example.test')).toEqual([]);
    // However often: whoever is written to already hears nothing more, and the answer does not say so.
    for (let i = 0; i < 4; i++) {
      const [one, other] = [await request_(at, 'kite@example.test'), await request_(at, 'no@example.test')];
      expect([one.status, one.text]).toEqual([other.status, other.text]);
    }
    expect((await mailsTo(at, 'kite@example.test')).length).toBeLessThanOrEqual(3);
  });

  test('leaves no secret behind: hashed in the table, and gone from the outbox once the mail is out', async () => {
    const at = await aHouse();
    await ok(request_(at, 'whale@example.test'));
    const token = await tokenFor(at, 'whale@example.test');
    expect(JSON.stringify(await at.database.as(systemViewer).find(links))).not.toContain(token);
    await workOutbox(at.deps, newRequestContext(at.deps));
    expect(JSON.stringify(await at.database.as(systemViewer).find(outbox))).not.toContain(token);
  });
});

describe('a password', () => {
  test('that everybody tries first is refused, wherever one is chosen', async () => {
    const at = await aHouse();
    const person = {
      name: 'x',
      email: 'x@hub.example',
      role: 'packer',
      organisation: 'hub',
      warehouses: ['HK'],
    };
    for (const password of [
      'password123',
      'Qwertyuiop1!',
      '1234567890',
      'woaini1314520',
      'guihang-2026',
      'abcabcabcabc',
    ])
      expect(
        (await at.call('admin', 'POST /api/v1/people', { ...person, password, scanId: newScan() })).status,
        password,
      ).toBe(422);
    const ask = { ...person, password: secret, scanId: newScan() };
    expect((await ok(at.call('admin', 'POST /api/v1/people', ask))).active).toBe(true);
  });

  test('is changed by whoever knows the present one, and signs everybody else out', async () => {
    const at = await aHouse();
    at.clock.now = new Date();
    const first = { scanId: newScan(), password: secret };
    await ok(at.call('admin', 'PATCH /api/v1/people/liu', first));
    const [mine, other] = [
      cookieOf(await signIn(at, 'liu@example.test', secret)),
      cookieOf(await signIn(at, 'liu@example.test', secret)),
    ];
    const as = (cookie: string, present: string) =>
      request(at.server)
        .post('/api/v1/me/password')
        .set('cookie', cookie)
        .send({ present, password: 'the tide goes out at one' });
    expect((await as(mine, 'wrong')).body).toMatchObject({ status: 403, code: 'wrong_password' });
    expect((await as(mine, secret)).status).toBe(200);
    const me = (cookie: string) => request(at.server).get('/api/v1/me').set('cookie', cookie);
    expect([(await me(mine)).status, (await me(other)).status]).toEqual([200, 401]);
    const sessions = await request(at.server).get('/api/v1/me/sessions').set('cookie', mine);
    expect(sessions.body.rows).toMatchObject([{ isThis: true }]);
    const history = await request(at.server).get('/api/v1/me/sign-ins').set('cookie', mine);
    expect(history.body.rows.map(({ went }: { went: string }) => went)).toEqual(['in', 'in']);
  });

  test('guessed wrong costs growing waits; who is unknown, who left and who is wrong hear the same', async () => {
    const at = await aHouse();
    at.clock.now = new Date();
    await ok(at.call('admin', 'PATCH /api/v1/people/liu', { scanId: newScan(), password: secret }));
    const wrong = await signIn(at, 'liu@example.test', 'not this one');
    const unknown = await signIn(at, 'nobody@example.test', 'not this one');
    await ok(at.call('admin', 'PATCH /api/v1/people/sun', { scanId: newScan(), password: secret }));
    await ok(at.call('admin', 'PATCH /api/v1/people/sun', { scanId: newScan(), active: false }));
    const left = await signIn(at, 'sun@example.test', secret);
    expect([wrong.status, wrong.text]).toEqual([unknown.status, unknown.text]);
    expect([left.status, left.text]).toEqual([unknown.status, unknown.text]);
    for (let i = 0; i < 4; i++) {
      await signIn(at, 'liu@example.test', 'not this one');
      await signIn(at, 'nobody@example.test', 'not this one');
    }
    for (const who of ['liu@example.test', 'nobody@example.test'])
      expect((await signIn(at, who, secret)).body).toMatchObject({ code: 'wait', seconds: 60 });
    at.later(1 / 59);
    expect((await signIn(at, 'liu@example.test', secret)).status).toBe(200);
  });
});
