import { eq } from 'drizzle-orm';
import request from 'supertest';
import { describe, expect, test } from 'vitest';
import { apiKeys, auditLog } from '../../db/schema/access.ts';
import { organisations } from '../../db/schema/master-data.ts';
import { systemViewer } from '../../db/seen-by.ts';
import { keyHolder } from '../../server/access/api-keys.ts';
import { roles } from '../../server/access/permissions.ts';
import { hashOfSecret } from '../../server/access/secrets.ts';
import type { Name } from '../cast.ts';
import { aHouse, type House } from '../world.ts';
import { type Body, ok } from './road.ts';

const day = 24 * 60 * 60_000;
const ask = { name: 'ERP', scopes: ['items.read'], days: 30 };
const make = (at: House, who: Name, more: object = {}): Promise<{ status: number; body: Body }> =>
  at.call(who, 'POST /api/v1/api-keys', { ...ask, ...more });
const items = (at: House, authorization: string) =>
  request(at.server).get('/api/v1/items').set('authorization', authorization);
const listed = async (at: House, who: Name): Promise<Body> => ok(at.call(who, 'GET /api/v1/api-keys'));

describe('a new key', () => {
  test('has a name, one scope or more, and one to 366 days', async () => {
    const at = await aHouse();
    const refused = { name: ['', 'N'.repeat(61), undefined], days: [0, 367, 1.5, '30', undefined] };
    for (const [field, values] of Object.entries(refused))
      for (const value of values) {
        const { status, body } = await make(at, 'whale', { [field]: value });
        expect([field, value, status]).toEqual([field, value, 422]);
        expect(body.issues).toMatchObject([{ path: [field] }]);
      }
    for (const scopes of [[], ['no such thing'], undefined, 'items.read'])
      expect((await make(at, 'whale', { scopes })).body).toMatchObject({ status: 422 });
    expect((await make(at, 'whale', { more: 1 })).status).toBe(422);
    for (const more of [{ days: 1 }, { days: 366 }, { name: 'N'.repeat(60) }])
      await ok(make(at, 'whale', more));
  });

  test('is listed with all that was said of it, the newest first, for its organisation', async () => {
    const at = await aHouse();
    const first = await ok(make(at, 'whale', { scopes: ['items.read', 'returns.submit'] }));
    at.later(1);
    await ok(make(at, 'whale', { name: 'Shop', days: 1 }));
    await ok(make(at, 'kite'));
    const { rows } = await listed(at, 'whale');
    expect(rows.map(({ name }: Body) => name)).toEqual(['Shop', 'ERP']);
    expect(rows[1]).toEqual({
      ...{ maker: 'whale', orphaned: false },
      ...{ id: first.id, name: 'ERP', start: first.secret.slice(0, 8) },
      organisation: {
        code: 'whale',
        nameZh: '深圳蓝鲸电子有限公司',
        nameEn: 'Shenzhen Blue Whale Electronics',
      },
      scopes: [
        { id: 'items.read', name: { zh: expect.any(String), en: expect.any(String) } },
        { id: 'returns.submit', name: { zh: expect.any(String), en: expect.any(String) } },
      ],
      ...{ createdAt: '2026-11-23T02:00:00.000Z', expiresAt: '2026-12-23T02:00:00.000Z' },
      ...{ lastUsedAt: null, revokedAt: null },
    });
    expect((await listed(at, 'admin')).rows).toHaveLength(3);
    const [kept] = await at.database.as(systemViewer).find(apiKeys, eq(apiKeys.id, first.id));
    expect(kept).toMatchObject({ createdBy: 'whale', keyHash: hashOfSecret(first.secret) });
  });

  test('is noted with its scopes; so is its end, once', async () => {
    const at = await aHouse();
    const { id } = await ok(make(at, 'whale', { scopes: ['items.read', 'skus.manage'] }));
    at.later(1);
    for (let times = 0; times < 2; times++) {
      const { rows } = await ok(at.call('whale', `DELETE /api/v1/api-keys/${id}`));
      expect(rows).toMatchObject([{ id, revokedAt: '2026-11-23T03:00:00.000Z' }]);
      at.later(1);
    }
    const about = { byWhom: 'whale', subject: id, subjectName: 'ERP', organisationId: 'whale' };
    const notes = await at.database.as(systemViewer).find(auditLog);
    expect(notes.sort((a, b) => a.at.getTime() - b.at.getTime())).toMatchObject([
      { ...about, action: 'keyMade', changed: { scopes: [null, ['items.read', 'skus.manage']] } },
      { ...about, action: 'keyRevoked', changed: {}, at: new Date('2026-11-23T03:00:00Z') },
    ]);
    expect((await at.call('whale', 'DELETE /api/v1/api-keys/nobody')).body).toMatchObject({
      ...{ status: 404, code: 'not_found' },
    });
  });

  test('may do what an administrator of its organisation may, but look after nobody’s people, keys and letters', async () => {
    const at = await aHouse();
    const never = [
      'members.manage',
      'keys.manage',
      'audit.read',
      'notices.read',
      'people.manage',
      'the system',
    ];
    for (const who of ['whale', 'spark', 'admin'] as const)
      for (const scope of never) {
        const { body } = await make(at, who, { scopes: ['tickets.read', scope], organisation: 'whale' });
        expect(body, `${who} ${scope}`).toMatchObject({ status: 422, code: 'unusable_input' });
        expect(body.issues).toMatchObject([{ path: ['scopes'], code: 'too wide' }]);
      }
    const offered = async (who: Name) => (await listed(at, who)).scopes.map(({ id }: Body) => id);
    const most = (role: 'exporterAdmin' | 'vendorAdmin') =>
      [...roles[role]].filter((one) => !never.includes(one));
    expect(await offered('whale')).toEqual(most('exporterAdmin'));
    expect(await offered('spark')).toEqual(most('vendorAdmin'));
    const both = [...most('exporterAdmin'), ...most('vendorAdmin')];
    expect((await offered('admin')).sort()).toEqual([...new Set(both)].sort());
    await ok(make(at, 'whale', { scopes: most('exporterAdmin') }));
    await ok(make(at, 'spark', { scopes: most('vendorAdmin') }));
    expect((await make(at, 'spark', { scopes: ['returns.submit'] })).status).toBe(422);
    expect((await make(at, 'whale', { scopes: ['consignments.take'] })).status).toBe(422);
  });

  test('is made by the house for an organisation that it names; a guest makes it for their own, whatever they name', async () => {
    const at = await aHouse();
    const names = async (who: Name) => (await listed(at, who)).rows.map(({ name }: Body) => name);
    await ok(make(at, 'admin', { name: 'for Kite', organisation: 'kite' }));
    await ok(make(at, 'whale', { name: 'of Whale', organisation: 'kite' }));
    expect([await names('kite'), await names('whale')]).toEqual([['for Kite'], ['of Whale']]);
    for (const organisation of ['hub', 'nobody', undefined])
      expect((await make(at, 'admin', { organisation })).body).toMatchObject({
        status: 404,
        code: 'not_found',
      });
  });
});

describe('whoever asks with a key', () => {
  const holder = (at: House, secret: string) => keyHolder(at.deps, secret);

  test('is its organisation, and may what the key may', async () => {
    const at = await aHouse();
    const { id, secret } = await ok(make(at, 'whale', { scopes: ['items.read', 'returns.submit'] }));
    expect(await holder(at, secret)).toEqual({
      ...{ id, name: 'ERP', role: 'exporterAdmin', roles: ['exporterAdmin'], device: null },
      viewer: { as: 'exporter', id, organisation: 'whale' },
      permissions: new Set(['items.read', 'returns.submit']),
    });
    const sparks = await ok(make(at, 'spark', { scopes: ['tickets.read'] }));
    expect(await holder(at, sparks.secret)).toMatchObject({
      ...{ role: 'vendorAdmin', viewer: { as: 'vendor', id: sparks.id, organisation: 'spark' } },
    });
  });

  test('may no more than its organisation may now, whatever stands in its row', async () => {
    const at = await aHouse();
    const { id, secret } = await ok(make(at, 'whale'));
    const scopes = ['items.read', 'people.manage', 'keys.manage', 'items.destroy'];
    await at.database.as(systemViewer).atomically((tx) => tx.change(apiKeys, { id }, { scopes }));
    expect((await holder(at, secret)).permissions).toEqual(new Set(['items.read']));
  });

  test('is let in until the key’s last moment, and not at it', async () => {
    const at = await aHouse();
    const { secret } = await ok(make(at, 'whale', { days: 3 }));
    const end = at.clock.now.getTime() + 3 * day;
    at.clock.now = new Date(end - 1);
    expect((await holder(at, secret)).name).toBe('ERP');
    at.clock.now = new Date(end);
    await expect(holder(at, secret)).rejects.toMatchObject({ status: 401, code: 'sign_in' });
  });

  test('is nobody when it is unknown, revoked, its organisation has ended, or is the hub', async () => {
    const at = await aHouse();
    const nobody = { status: 401, code: 'sign_in' };
    const { id, secret } = await ok(make(at, 'whale'));
    const change = (set: object) =>
      at.database.as(systemViewer).atomically((tx) => tx.change(apiKeys, { id }, set));
    const ended = (active: boolean) =>
      at.database.as(systemViewer).atomically((tx) => tx.change(organisations, { id: 'whale' }, { active }));
    await expect(holder(at, `${secret}x`)).rejects.toMatchObject(nobody);
    await ended(false);
    await expect(holder(at, secret)).rejects.toMatchObject(nobody);
    await ended(true);
    await change({ organisationId: 'hub' });
    await expect(holder(at, secret)).rejects.toMatchObject(nobody);
    await change({ organisationId: 'whale' });
    expect((await holder(at, secret)).id).toBe(id);
    await change({ revokedAt: at.clock.now });
    await expect(holder(at, secret)).rejects.toMatchObject(nobody);
  });

  test('leaves a note of the last use, at most once a minute', async () => {
    const at = await aHouse();
    const { secret } = await ok(make(at, 'whale'));
    const first = at.clock.now.getTime();
    const used = async (ms: number) => {
      at.clock.now = new Date(first + ms);
      await holder(at, secret);
      const [key] = await at.database.as(systemViewer).find(apiKeys);
      return (key?.lastUsedAt?.getTime() ?? 0) - first;
    };
    expect(await used(0)).toBe(0);
    expect(await used(59_999)).toBe(0);
    expect(await used(60_000)).toBe(0);
    expect(await used(60_001)).toBe(60_001);
    expect((await listed(at, 'whale')).rows[0].lastUsedAt).toBe('2026-11-23T02:01:00.001Z');
  });

  test('says so as RFC 6750 says it: Bearer, in letters of any size, and the key', async () => {
    const at = await aHouse();
    const { secret } = await ok(make(at, 'whale'));
    for (const right of [`Bearer ${secret}`, `bearer ${secret}`, `BEARER ${secret}`])
      expect((await items(at, right)).status, right).toBe(200);
    for (const wrong of [
      secret,
      `Basic ${secret}`,
      `Bearer  ${secret}`,
      `Bearer ${secret} more`,
      `x Bearer ${secret}`,
    ])
      expect((await items(at, wrong)).body, wrong).toMatchObject({ status: 401, code: 'sign_in' });
  });
});
