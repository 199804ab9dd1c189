import request from 'supertest';
import { describe, expect, test } from 'vitest';
import { users } from '../../db/schema/people.ts';
import { systemViewer } from '../../db/seen-by.ts';
import { openAccounts } from '../../server/access/accounts.ts';
import { createApp } from '../../server/app.ts';
import { aHouse, type House, newScan } from '../world.ts';
import { ok } from './road.ts';

const password = 'correct horse battery';
const me = (at: House, cookie: string) => request(at.server).get('/api/v1/me').set('cookie', cookie);

/** Signs in as a browser would that already carries `before`, and gives the cookie it is left with. */
async function signedIn(at: House, who: string, before = '') {
  const res = await request(at.server)
    .post('/api/auth/sign-in/username')
    .set('cookie', before)
    .send({ username: who, password });
  expect(res.status, res.text).toBe(200);
  const cookie = String(res.get('set-cookie')?.[0]?.split(';')[0]);
  const token = decodeURIComponent(cookie.split('=')[1] ?? '').split('.')[0] ?? '';
  return { cookie, token, body: res.text, header: String(res.get('set-cookie')) };
}
const withPassword = async (at: House, who: 'liu' | 'ma') =>
  ok(at.call('admin', `PATCH /api/v1/people/${who}`, { scanId: newScan(), password }));

describe('a session', () => {
  test('is sealed: a token that we did not hand out, or that was altered, is nobody’s', async () => {
    const at = await aHouse();
    const cookie = await at.cookieOf('liu');
    expect((await me(at, cookie)).status).toBe(200);
    const [name = '', value = ''] = cookie.split('=');
    const [token = '', seal = ''] = decodeURIComponent(value).split('.');
    const other = decodeURIComponent((await at.cookieOf('ma')).split('=')[1] ?? '').split('.')[0];
    for (const forged of [token, `${token}.`, `${token}.AAAA`, `${other}.${seal}`, `.${seal}`, '%', ''])
      expect((await me(at, `${name}=${encodeURIComponent(forged)}`)).status, forged).toBe(401);
    expect((await me(at, `${name}=%E0%A4%A`)).status).toBe(401);
    expect((await me(at, `other=1; ${cookie}; more=2`)).body.id).toBe('liu');
  });

  test('is never one that was brought along: whoever signs in gets a new one', async () => {
    const at = await aHouse();
    await withPassword(at, 'liu');
    const planted = await at.cookieOf('ma');
    const { cookie, header } = await signedIn(at, 'liu', planted);
    expect(cookie).not.toBe(planted);
    expect((await me(at, cookie)).body.id).toBe('liu');
    expect((await me(at, planted)).body.id).toBe('ma');
    expect(header).toMatch(/HttpOnly/);
    expect(header).toMatch(/SameSite=Lax/);
  });

  test('stands in its cookie only: the reply’s body, which scripts can read, does not repeat its token', async () => {
    const at = await aHouse();
    await withPassword(at, 'liu');
    const { body, token } = await signedIn(at, 'liu');
    expect(token.length).toBeGreaterThan(20);
    expect(body).not.toContain(token);
    expect(JSON.parse(body).user.id).toBe('liu');
  });

  test('travels only by TLS where the house is reached by TLS', async () => {
    const at = await aHouse();
    await withPassword(at, 'liu');
    const config = { ...at.deps.config, PUBLIC_URL: 'https://guihang.example' };
    const accounts = openAccounts(
      at.database,
      config,
      'a secret of the tests, 32 letters or more',
      at.deps.now,
    );
    const behindTls = createApp({ ...at.deps, config, accounts });
    const signIn = () =>
      request(behindTls).post('/api/auth/sign-in/username').send({ username: 'liu', password });
    const [cookie = ''] = (await signIn()).get('set-cookie') ?? [];
    expect(cookie).toMatch(/^__Host-guihang\.session_token=/);
    for (const word of [/; Secure/, /; HttpOnly/, /; SameSite=Lax/]) expect(cookie).toMatch(word);
    const sent = String(cookie.split(';')[0]);
    expect((await request(behindTls).get('/api/v1/me').set('cookie', sent)).body.id).toBe('liu');
  });

  test('changes nothing for a foreign page, and everything as before for ours', async () => {
    const at = await aHouse();
    const cookie = await at.cookieOf('liu');
    const from = (origin: string) =>
      request(at.server)
        .post('/api/v1/me/language')
        .set({ cookie, origin, host: 'guihang.example' })
        .send({ language: 'en' });
    for (const origin of [
      'https://guihang.example',
      'https://evil.example',
      'http://guihang.example.evil.example',
      'null',
      'x',
    ])
      expect((await from(origin)).body, origin).toMatchObject({ status: 403, code: 'foreign_origin' });
    expect((await from('http://guihang.example')).status).toBe(200);
  });

  test('signing out empties the browser’s cache of us, and answers are kept by nobody', async () => {
    const house = await aHouse();
    const cookie = await house.cookieOf('liu');
    const me = await request(house.server).get('/api/v1/me').set('cookie', cookie);
    expect(me.get('cache-control')).toBe('no-store');
    const out = await request(house.server).post('/api/auth/sign-out').set('cookie', cookie).send({});
    expect(out.get('clear-site-data')).toBe('"cache"');
  });

  test('is over for whoever copied its cookie, once its owner signs out', async () => {
    const at = await aHouse();
    await withPassword(at, 'liu');
    const { cookie: stolen } = await signedIn(at, 'liu');
    await request(at.server).post('/api/auth/sign-out').set('cookie', stolen).send({});
    expect((await me(at, stolen)).status).toBe(401);
  });

  test('ends twelve hours after the sign-in, whatever happened in between and in whatever time zone', async () => {
    const at = await aHouse();
    at.clock.now = new Date();
    await withPassword(at, 'liu');
    const { cookie } = await signedIn(at, 'liu');
    for (const hours of [1.9, 1.9, 1.9, 1.9, 1.9, 1.9, 0.5]) {
      at.later(hours);
      expect((await me(at, cookie)).status).toBe(200);
    }
    const zone = process.env.TZ;
    process.env.TZ = 'Pacific/Kiritimati';
    expect((await me(at, cookie)).status).toBe(200);
    at.later(0.2);
    process.env.TZ = 'Pacific/Pago_Pago';
    expect((await me(at, cookie)).status).toBe(401);
    process.env.TZ = zone;
    // A clock that is set back brings nothing to life for longer than it was promised.
    at.later(-1);
    expect((await me(at, cookie)).status).toBe(200);
    at.later(1);
    expect((await me(at, cookie)).status).toBe(401);
  });

  test('carries what its holder may do at this moment, not what they might when they signed in', async () => {
    const at = await aHouse();
    const cookie = await at.cookieOf('liu');
    const change = (set: object) =>
      at.database.as(systemViewer).atomically((tx) => tx.change(users, { id: 'liu' }, set));
    expect((await me(at, cookie)).body.permissions).toContain('items.receive');
    await change({ role: 'packer' });
    expect((await me(at, cookie)).body.permissions).not.toContain('items.receive');
    await change({ active: false });
    expect((await me(at, cookie)).status).toBe(401);
    await change({ active: true });
    expect((await me(at, cookie)).status).toBe(200);
  });
});
