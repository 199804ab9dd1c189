import { describe, expect, test } from 'vitest';
import { auditLog } from '../../db/schema/access.ts';
import { systemViewer } from '../../db/seen-by.ts';
import { aHouse, newScan } from '../world.ts';
import { aBadge, anEnrolledHandheld } from './handhelds.ts';
import { ok, received } from './road.ts';

const scan = (body: object) => ({ scanId: newScan(), ...body });
const may = async (asked: Promise<{ body: { permissions: string[] } }>, what: string) =>
  (await asked).body.permissions.includes(what);

describe('what somebody may do', () => {
  test('is what they are in the warehouse where they work: several roles here, another there', async () => {
    const at = await aHouse();
    const change = { warehouses: ['HK', 'YP'], roles: { HK: ['receiver', 'packer'], YP: ['inspector'] } };
    const wu = await ok(at.call('admin', 'PATCH /api/v1/people/wu', scan(change)));
    expect(wu.warehouses).toMatchObject([
      { code: 'HK', roles: ['receiver', 'packer'] },
      { code: 'YP', roles: ['inspector'] },
    ]);
    const me = () => at.call('wu', 'GET /api/v1/me');
    expect((await me()).body.roles.map(({ id }: { id: string }) => id)).toEqual(['receiver', 'packer']);
    expect(await may(me(), 'items.receive')).toBe(true);
    expect(await may(me(), 'items.pack')).toBe(true);
    expect(await may(me(), 'items.inspect')).toBe(false);
    await ok(at.call('wu', 'POST /api/v1/me/warehouse', { warehouseId: 'yp' }));
    expect(await may(me(), 'items.inspect')).toBe(true);
    expect(await may(me(), 'items.receive')).toBe(false);
  });

  test('is no role of guests, and none where they do not work', async () => {
    const at = await aHouse();
    for (const roles of [{ YP: ['packer'] }, { HK: ['exporterAdmin'] }, { NO: ['packer'] }])
      expect((await at.call('admin', 'PATCH /api/v1/people/wu', scan({ roles }))).status).toBe(422);
  });

  test('is more while they cover for somebody, from the minute it begins to the minute it ends', async () => {
    const at = await aHouse();
    const code = await received(at);
    const hour = (n: number) => new Date(at.clock.now.getTime() + n * 3_600_000).toISOString();
    const cover = { warehouse: 'HK', role: 'inspector', from: hour(1), until: hour(3) };
    const { covers } = await ok(at.call('admin', 'POST /api/v1/people/liu/covers', cover));
    const inspect = async () => may(at.call('liu', 'GET /api/v1/me'), 'items.inspect');
    expect(await inspect()).toBe(false);
    at.later(1);
    expect(await inspect()).toBe(true);
    const photo = await at.item('liu', code, 'inspect', {});
    expect(photo.status).not.toBe(403);
    at.later(1.999);
    expect(await inspect()).toBe(true);
    at.later(0.001);
    expect(await inspect()).toBe(false);
    at.later(-1);
    await ok(at.call('admin', `DELETE /api/v1/covers/${covers[0].id}`));
    expect(await inspect()).toBe(false);
  });

  test('is work elsewhere, while they cover in another warehouse, and no longer', async () => {
    const at = await aHouse();
    const until = new Date(at.clock.now.getTime() + 3_600_000).toISOString();
    const cover = { warehouse: 'YP', role: 'packer', from: at.clock.now.toISOString(), until };
    expect((await at.call('liu', 'POST /api/v1/me/warehouse', { warehouseId: 'yp' })).status).toBe(404);
    await ok(at.call('admin', 'POST /api/v1/people/liu/covers', cover));
    await ok(at.call('liu', 'POST /api/v1/me/warehouse', { warehouseId: 'yp' }));
    expect((await at.call('liu', 'GET /api/v1/me')).body).toMatchObject({ warehouse: { code: 'YP' } });
    at.later(1);
    const late = (await at.call('liu', 'GET /api/v1/me')).body;
    expect(late).toMatchObject({ warehouse: null, warehouses: [{ code: 'HK' }], permissions: [] });
    expect((await at.call('liu', 'GET /api/v1/items')).status).toBe(403);
  });

  test('is nothing while they are on leave, wherever they are signed in', async () => {
    const at = await aHouse();
    const hour = (n: number) => new Date(at.clock.now.getTime() + n * 3_600_000).toISOString();
    const handheld = await anEnrolledHandheld(at);
    await aBadge(at, 'liu', '4071', handheld);
    const { leaves } = await ok(
      at.call('admin', 'POST /api/v1/people/liu/leaves', { from: hour(1), until: hour(48) }),
    );
    expect((await at.call('liu', 'GET /api/v1/me')).status).toBe(200);
    at.later(1);
    expect((await at.call('liu', 'GET /api/v1/me')).body).toMatchObject({ status: 401, code: 'on_leave' });
    expect((await handheld.me()).status).toBe(401);
    await ok(at.call('admin', `DELETE /api/v1/leaves/${leaves[0].id}`));
    expect((await at.call('liu', 'GET /api/v1/me')).status).toBe(200);
    const backwards = { from: hour(2), until: hour(1) };
    expect((await at.call('admin', 'POST /api/v1/people/liu/leaves', backwards)).status).toBe(422);
  });
});

describe('the audit log', () => {
  test('tells who changed whose rights, from what to what, to the house and to the organisation', async () => {
    const at = await aHouse();
    await ok(at.call('admin', 'PATCH /api/v1/people/wu', scan({ role: 'packer' })));
    at.later(0.1);
    await ok(at.call('whale', 'PATCH /api/v1/members/whaleClerk', { active: false }));
    const { rows, total } = await ok(at.call('admin', 'GET /api/v1/audit'));
    expect(total).toBe(2);
    expect(rows[1]).toMatchObject({
      ...{ by: 'admin', action: 'personChanged', subject: 'wu' },
      changed: { role: ['storekeeper', 'packer'] },
    });
    expect((await ok(at.call('whale', 'GET /api/v1/audit'))).rows).toMatchObject([{ subject: 'whaleClerk' }]);
    expect((await ok(at.call('kite', 'GET /api/v1/audit'))).rows).toEqual([]);
    expect((await at.call('ma', 'GET /api/v1/audit')).status).toBe(403);
    expect((await ok(at.call('admin', 'GET /api/v1/audit?search=WU'))).total).toBe(1);
    expect((await ok(at.call('admin', 'GET /api/v1/audit?action=keyMade,invited'))).total).toBe(0);
    const csv = await at.call('admin', 'GET /api/v1/audit.csv?subject=wu');
    expect(csv.text).toContain('storekeeper');
    expect(csv.text).not.toContain('whaleClerk');
  });

  test('is written once and for all: the database refuses to change or remove a line', async () => {
    const at = await aHouse();
    await ok(at.call('admin', 'PATCH /api/v1/people/wu', scan({ role: 'packer' })));
    const house = at.database.as(systemViewer);
    const [line] = await house.find(auditLog);
    if (!line) throw new Error('There is no line.');
    await expect(house.atomically((tx) => tx.change(auditLog, line, { byName: 'x' }))).rejects.toThrow();
    await expect(house.atomically((tx) => tx.remove(auditLog, line))).rejects.toThrow();
    expect(await house.find(auditLog)).toEqual([line]);
  });

  test('stands beside what every role may do', async () => {
    const at = await aHouse();
    const { roles, permissions } = await ok(at.call('admin', 'GET /api/v1/roles'));
    expect(roles.map(({ id }: { id: string }) => id)).toContain('receiver');
    expect(permissions.map(({ id }: { id: string }) => id)).not.toContain('the system');
  });
});
