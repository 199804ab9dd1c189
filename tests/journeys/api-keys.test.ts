import request from 'supertest';
import { describe, expect, test } from 'vitest';
import { apiKeys } from '../../db/schema/access.ts';
import { systemViewer } from '../../db/seen-by.ts';
import { aHouse, type House } from '../world.ts';
import { announced, aReturn, ok } from './road.ts';

const ask = { name: 'ERP', scopes: ['items.read', 'returns.read', 'returns.submit'], days: 30 };
const asKey = (at: House, secret: string, path: string, body?: object) => {
  const asked = request(at.server)[body ? 'post' : 'get'](path).set('authorization', `Bearer ${secret}`);
  return body ? asked.send(body) : asked;
};

describe('an API key', () => {
  test('does what its scopes say for its organisation, and sees nothing of another’s', async () => {
    const at = await aHouse();
    await announced(at, 'kite', [{ sku: 'SHIRT' }]);
    const { secret } = await ok(at.call('whale', 'POST /api/v1/api-keys', ask));
    expect(secret).toMatch(/^gh_[\w-]{43}$/);
    const order = await ok(asKey(at, secret, '/api/v1/return-orders', aReturn([{ sku: 'SHIRT' }])));
    expect(order.exporter.code).toBe('whale');
    const { total } = await ok(asKey(at, secret, '/api/v1/items'));
    expect(total).toBe(1);
    for (const path of ['skus', 'api-keys', 'members', 'audit', 'people', 'board'])
      expect((await asKey(at, secret, `/api/v1/${path}`)).status, path).toBe(403);
  });

  test('is shown once and kept hashed; its last use is seen, and its end acts on the next request', async () => {
    const at = await aHouse();
    const { id, secret } = await ok(at.call('whale', 'POST /api/v1/api-keys', ask));
    const listed = async () => ok(at.call('whale', 'GET /api/v1/api-keys'));
    expect(await listed()).toMatchObject({
      rows: [{ name: 'ERP', lastUsedAt: null, start: secret.slice(0, 8) }],
    });
    await ok(asKey(at, secret, '/api/v1/items'));
    expect((await listed()).rows[0].lastUsedAt).toBe(at.clock.now.toISOString());
    const kept = await at.database.as(systemViewer).find(apiKeys);
    expect(JSON.stringify([kept, await listed()])).not.toContain(secret);
    expect((await at.call('kite', `DELETE /api/v1/api-keys/${id}`)).status).toBe(404);
    await ok(at.call('whale', `DELETE /api/v1/api-keys/${id}`));
    expect((await asKey(at, secret, '/api/v1/items')).status).toBe(401);
  });

  test('ends on its day, and opens nothing when a letter of it is wrong', async () => {
    const at = await aHouse();
    const { secret } = await ok(
      at.call('spark', 'POST /api/v1/api-keys', { ...ask, scopes: ['tickets.read'], days: 1 }),
    );
    await ok(asKey(at, secret, '/api/v1/tickets'));
    for (const wrong of [`${secret}x`, secret.slice(0, -1), 'gh_x'])
      expect((await asKey(at, wrong, '/api/v1/tickets')).status).toBe(401);
    at.later(24);
    expect((await asKey(at, secret, '/api/v1/tickets')).status).toBe(401);
  });

  test('may do no more than its organisation, and is made by its administrator only', async () => {
    const at = await aHouse();
    for (const scope of ['people.manage', 'members.manage', 'items.release', 'tickets.work'])
      expect(
        (await at.call('whale', 'POST /api/v1/api-keys', { ...ask, scopes: [scope] })).body,
        scope,
      ).toMatchObject({ status: 422 });
    expect((await at.call('whaleClerk', 'POST /api/v1/api-keys', ask)).status).toBe(403);
    expect((await at.call('admin', 'POST /api/v1/api-keys', { ...ask, organisation: 'hub' })).status).toBe(
      404,
    );
  });

  test('asks so often a minute and is told how often it still may', async () => {
    const at = await aHouse();
    const { secret } = await ok(at.call('whale', 'POST /api/v1/api-keys', ask));
    const first = await asKey(at, secret, '/api/v1/items');
    expect(first.headers.ratelimit).toMatch(/limit=120, remaining=119/);
    await Promise.all(Array.from({ length: 119 }, () => asKey(at, secret, '/api/v1/catalogue')));
    const over = await asKey(at, secret, '/api/v1/items');
    expect(over.status).toBe(429);
    expect(over.headers['retry-after']).toBeDefined();
    // People at their screens do not pay for it.
    expect((await at.call('whale', 'GET /api/v1/items')).status).toBe(200);
  });
});
