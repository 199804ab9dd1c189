import { describe, expect, test } from 'vitest';
import { aHouse, type House, newScan } from '../world.ts';
import { withSecondFactor } from './browsers.ts';
import { ok } from './road.ts';

const hour = (at: House, n: number) => new Date(at.clock.now.getTime() + n * 3_600_000).toISOString();
const nothingYet = async (at: House) => {
  expect((await at.call('liu', 'GET /api/v1/me')).body).toMatchObject({
    ...{ secondFactor: 'missing', permissions: [] },
    roles: expect.arrayContaining([expect.objectContaining({ id: 'administrator' })]),
  });
  for (const path of ['people', 'audit', 'items'])
    expect((await at.call('liu', `GET /api/v1/${path}`)).status, path).toBe(403);
};

describe('whoever acts as an administrator without a second factor may set it up, and nothing else', () => {
  test('as a cover, from the minute it begins to the minute it ends', async () => {
    const at = await aHouse();
    const cover = { warehouse: 'HK', role: 'administrator', from: hour(at, 1), until: hour(at, 2) };
    await ok(at.call('admin', 'POST /api/v1/people/liu/covers', cover));
    expect((await at.call('liu', 'GET /api/v1/items')).status).toBe(200);
    at.later(1);
    await nothingYet(at);
    at.later(1);
    expect((await at.call('liu', 'GET /api/v1/items')).status).toBe(200);
    expect((await at.call('liu', 'GET /api/v1/people')).status).toBe(403);
  });

  test('by a role for one warehouse, in that one', async () => {
    const at = await aHouse();
    const change = { warehouses: ['HK', 'YP'], roles: { HK: ['receiver', 'administrator'] } };
    await ok(at.call('admin', 'PATCH /api/v1/people/liu', { scanId: newScan(), ...change }));
    await nothingYet(at);
    await ok(at.call('liu', 'POST /api/v1/me/warehouse', { warehouseId: 'yp' }));
    expect((await at.call('liu', 'GET /api/v1/items')).status).toBe(200);
  });

  test('and all that an administrator may, once it is set up', async () => {
    const at = await aHouse();
    const { browser, verify } = await withSecondFactor(at, 'liu');
    const cover = { warehouse: 'HK', role: 'administrator', from: hour(at, 0), until: hour(at, 2) };
    await ok(at.call('admin', 'POST /api/v1/people/liu/covers', cover));
    expect((await browser.call('get', '/api/v1/people')).status).toBe(403);
    await verify();
    expect((await browser.call('get', '/api/v1/people')).status).toBe(200);
  });
});
