import sharp from 'sharp';
import request from 'supertest';
import { describe, expect, test } from 'vitest';
import { links } from '../../db/schema/access.ts';
import { outbox } from '../../db/schema/jobs.ts';
import { sessions, users } from '../../db/schema/people.ts';
import { systemViewer } from '../../db/seen-by.ts';
import { aHouse, type House, newScan } from '../world.ts';
import { aBrowser, password, withPassword } from './browsers.ts';
import { type Body, ok, received } from './road.ts';

const close = (at: House, active = false) =>
  ok(at.call('ma', 'PATCH /api/v1/organisations/whale', { scanId: newScan(), active }));
const asKey = (at: House, secret: string, path: string) =>
  request(at.server).get(`/api/v1/${path}`).set('authorization', `Bearer ${secret}`);
const aKey = async (at: House, scopes = ['items.read'], who: 'whale' | 'admin' = 'whale') => {
  const ask = { name: 'ERP', scopes, days: 30, organisation: 'whale' };
  return (await ok(at.call(who, 'POST /api/v1/api-keys', ask))) as { id: string; secret: string };
};
async function aPhoto(at: House, code: string): Promise<string> {
  const picture = sharp({ create: { width: 40, height: 30, channels: 3, background: '#0a84ff' } });
  const sent = request(at.server)
    .post(`/api/v1/items/${code}/photos?scanId=${newScan()}`)
    .set({ cookie: await at.cookieOf('liu'), 'content-type': 'image/jpeg' })
    .send(await picture.jpeg().toBuffer());
  return (await ok(sent)).id as string;
}
/** The token in the link of the last mail of this kind. */
async function mailed(at: House, kind: string): Promise<string> {
  const all = await at.database.as(systemViewer).find(outbox);
  const about = all.map((work) => work.about).findLast(({ mail }) => mail === kind);
  return String(about?.link).split('token=')[1] ?? '';
}

describe('an organisation that is closed is out at once', () => {
  test('whoever is signed in, whoever signs in, and each key', async () => {
    const at = await aHouse();
    await withPassword(at, 'whaleClerk');
    const browser = aBrowser(at);
    await ok(browser.signIn('whaleclerk'));
    const { id: first, secret } = await aKey(at);
    const made = await aKey(at, ['items.read'], 'admin');
    expect((await browser.me()).status).toBe(200);
    await close(at);
    expect((await browser.me()).status).toBe(401);
    expect((await at.call('whale', 'GET /api/v1/items')).status).toBe(401);
    const again = await aBrowser(at).signIn('whaleclerk');
    expect([again.status, again.body.code]).toEqual([401, 'wrong_sign_in']);
    for (const key of [secret, made.secret]) expect((await asKey(at, key, 'items')).status).toBe(401);
    expect((await at.call('kite', 'GET /api/v1/items')).status).toBe(200);
    // Opened again, nobody is back in without a password.
    await close(at, true);
    expect((await browser.me()).status).toBe(401);
    for (const key of [secret, made.secret]) expect((await asKey(at, key, 'items')).status).toBe(401);
    const { rows } = await ok(at.call('admin', 'GET /api/v1/audit?action=keyRevoked'));
    expect(rows.map(({ by, subject }: Body) => `${by} ${subject}`).toSorted()).toEqual(
      [first, made.id].map((id) => `ma ${id}`).toSorted(),
    );
    expect((await aBrowser(at).signIn('whaleclerk')).status).toBe(200);
  });

  test('even a session that was left behind', async () => {
    const at = await aHouse();
    const cookie = await at.cookieOf('whale');
    const system = at.database.as(systemViewer);
    const [kept] = (await system.find(sessions)).filter(({ userId }) => userId === 'whale');
    await close(at);
    if (kept) await system.atomically((tx) => tx.add(sessions, kept));
    expect((await request(at.server).get('/api/v1/me').set('cookie', cookie)).status).toBe(401);
  });

  test('invitations, and links to choose a password, those that are asked for later too', async () => {
    const at = await aHouse();
    const invitation = { email: 'new@example.test', role: 'exporterMember' };
    await ok(at.call('whale', 'POST /api/v1/invitations', invitation));
    const token = await mailed(at, 'invitation');
    expect((await at.call('nobody', `GET /api/v1/invitation?token=${token}`)).status).toBe(200);
    await ok(at.call('nobody', 'POST /api/v1/password-reset-requests', { email: 'whale@example.test' }));
    const reset = await mailed(at, 'reset');
    await close(at);
    const over = { status: 403, code: 'link_is_over' };
    expect((await at.call('nobody', `GET /api/v1/invitation?token=${token}`)).body).toMatchObject(over);
    const acceptance = { token, name: 'New', password };
    expect((await at.call('nobody', 'POST /api/v1/invitation-acceptances', acceptance)).body).toMatchObject(
      over,
    );
    const chosen = { token: reset, password };
    expect((await at.call('nobody', 'POST /api/v1/password-resets', chosen)).body).toMatchObject(over);
    at.later(1);
    await ok(at.call('nobody', 'POST /api/v1/password-reset-requests', { email: 'whale@example.test' }));
    // The work is the same for nobody, so that its time tells nothing: a link that leads to no one.
    const still = (await at.database.as(systemViewer).find(links)).filter(
      ({ endedAt, subjectId }) => !endedAt && !subjectId.startsWith('nobody '),
    );
    expect(still).toEqual([]);
    // Nor does an invitation come back to life with its organisation.
    await close(at, true);
    expect((await at.call('nobody', 'POST /api/v1/invitation-acceptances', acceptance)).body).toMatchObject(
      over,
    );
  });

  test('and who closed it stands in the audit log, with what was before', async () => {
    const at = await aHouse();
    await close(at);
    const { rows } = await ok(at.call('admin', 'GET /api/v1/audit?action=organisationChanged'));
    expect(rows).toMatchObject([{ by: 'ma', subjectName: 'whale', changed: { active: [true, false] } }]);
  });
});

describe('a key', () => {
  const ends = async (at: House, secret: string, end: () => Promise<unknown>) => {
    expect((await asKey(at, secret, 'items')).status).toBe(200);
    await end();
    expect((await asKey(at, secret, 'items')).status).toBe(401);
  };

  test('ends with the right of whoever made it, until an administrator takes it over', async () => {
    const at = await aHouse();
    const set = (change: object) =>
      at.database.as(systemViewer).atomically((tx) => tx.change(users, { id: 'whale' }, change));
    const { id, secret } = await aKey(at);
    await ends(at, secret, () => set({ role: 'exporterMember' }));
    await set({ role: 'exporterAdmin' });
    await ends(at, secret, () => set({ active: false }));
    const shown = async () => (await ok(at.call('admin', 'GET /api/v1/api-keys'))).rows as Body[];
    expect(await shown()).toMatchObject([{ id, maker: 'whale', orphaned: true }]);
    expect((await at.call('kite', `POST /api/v1/api-keys/${id}/takeover`, {})).status).toBe(404);
    const { rows } = await ok(at.call('admin', `POST /api/v1/api-keys/${id}/takeover`, {}));
    expect(rows).toMatchObject([{ id, maker: 'admin', orphaned: false }]);
    expect((await asKey(at, secret, 'items')).status).toBe(200);
    const log = await ok(at.call('admin', 'GET /api/v1/audit?action=keyTakenOver'));
    expect(log.rows).toMatchObject([{ subject: id, changed: { maker: ['whale', 'admin'] } }]);
  });

  test('of somebody who covers for an administrator ends with the cover', async () => {
    const at = await aHouse();
    const hour = (n: number) => new Date(at.clock.now.getTime() + n * 3_600_000).toISOString();
    const cover = { warehouse: 'HK', role: 'administrator', from: hour(0), until: hour(2) };
    await at.database
      .as(systemViewer)
      .atomically((tx) => tx.change(users, { id: 'liu' }, { twoFactorEnabled: true }));
    await ok(at.call('admin', 'POST /api/v1/people/liu/covers', cover));
    const ask = { name: 'ERP', scopes: ['items.read'], days: 30, organisation: 'whale' };
    const { secret } = await ok(at.call('liu', 'POST /api/v1/api-keys', ask));
    await ends(at, secret, async () => at.later(2));
  });

  test('reads only what its scopes say: no photo without the right to see its item, and nobody’s account', async () => {
    const at = await aHouse();
    const code = await received(at);
    const id = await aPhoto(at, code);
    const without = await aKey(at, ['returns.read']);
    const withIt = await aKey(at, ['items.read']);
    for (const path of [`photos/${id}`, `photos/${id}/thumbnail`]) {
      expect((await asKey(at, without.secret, path)).status, path).toBe(403);
      expect((await asKey(at, withIt.secret, path)).status, path).toBe(200);
    }
    for (const path of ['me', 'me/sessions', 'me/sign-ins'])
      expect((await asKey(at, withIt.secret, path)).status, path).toBe(403);
    for (const path of ['catalogue', 'warehouses'])
      expect((await asKey(at, withIt.secret, path)).status, path).toBe(200);
  });
});
