import { describe, expect, test } from 'vitest';
import { hashOfToken } from '../../db/hashed-tokens.ts';
import { covers, devices, leaves } from '../../db/schema/access.ts';
import { postings, sessions, users } from '../../db/schema/people.ts';
import type { Seen } from '../../db/seen-by.ts';
import { systemViewer } from '../../db/seen-by.ts';
import { fromNowhere } from '../../server/access/caller.ts';
import { identify } from '../../server/access/identify.ts';
import { permissionsOf } from '../../server/access/permissions.ts';
import { hashOfSecret } from '../../server/access/secrets.ts';
import { sealedToken, sessionCookieName } from '../../server/access/session-cookie.ts';
import type { Name } from '../cast.ts';
import { aHouse, type House } from '../world.ts';

const hours = (n: number) => n * 3_600_000;
const signInAgain = { status: 401, code: 'sign_in' };

/** A door at which somebody stands with the cookies of a session, and perhaps of a device. */
async function aDoor() {
  const at = await aHouse();
  const add = <T extends Seen>(table: T, row: T['$inferInsert']) =>
    at.database.as(systemViewer).atomically((tx) => tx.add(table, row));
  const set = (table: typeof users, id: Name, change: object) =>
    at.database.as(systemViewer).atomically((tx) => tx.change(table, { id }, change));
  const now = at.clock.now;
  const later = (ms: number) => new Date(now.getTime() + ms);
  const session = async (userId: Name, more: Partial<typeof sessions.$inferInsert> = {}) => {
    const token = `token of ${userId}`;
    const times = { createdAt: now, updatedAt: now, expiresAt: later(hours(12)) };
    await add(sessions, { id: `session of ${userId}`, token: hashOfToken(token), userId, ...times, ...more });
    return `${sessionCookieName(at.deps.accounts)}=${encodeURIComponent(sealedToken(at.deps.accounts, token))}`;
  };
  const asks = (cookies: string | undefined, door: Partial<House['deps']> = {}) =>
    identify({ ...at.deps, ...door }, { ...fromNowhere, cookies });
  return { at, add, set, later, session, asks };
}

describe('whoever asks at the door', () => {
  test('is whom the session belongs to, with the role and the warehouse of this moment', async () => {
    const { session, asks } = await aDoor();
    expect(await asks(await session('liu'))).toEqual({
      ...{ id: 'liu', name: 'liu', role: 'receiver', roles: ['receiver'], device: null },
      viewer: { as: 'staff', id: 'liu', warehouse: 'hk' },
      permissions: permissionsOf(['receiver'], 'desk'),
    });
    expect(await asks(await session('whaleClerk'))).toMatchObject({
      ...{ role: 'exporterMember', roles: ['exporterMember'] },
      viewer: { as: 'exporter', id: 'whaleClerk', organisation: 'whale' },
      permissions: permissionsOf(['exporterMember'], 'desk'),
    });
    expect(await asks(await session('spark'))).toMatchObject({
      viewer: { as: 'vendor', id: 'spark', organisation: 'spark' },
    });
  });

  test('is nobody without a session, with a forged one, and once it has ended', async () => {
    const { at, session, asks } = await aDoor();
    const cookies = await session('liu');
    for (const none of [undefined, '', cookies.replace('liu', 'wu'), 'guihang.session_token=unknown.token'])
      await expect(asks(none), none).rejects.toMatchObject(signInAgain);
    const unknown = sealedToken(at.deps.accounts, 'a token that no session has');
    await expect(asks(`guihang.session_token=${encodeURIComponent(unknown)}`)).rejects.toMatchObject(
      signInAgain,
    );
    // Somebody who is there: each request is less than two hours after the one before.
    for (let n = 0; n < 8; n++) {
      at.clock.now = new Date(at.clock.now.getTime() + hours(1.5) - (n === 7 ? 1 : 0));
      expect((await asks(cookies)).id).toBe('liu');
    }
    at.clock.now = new Date(at.clock.now.getTime() + 1);
    await expect(asks(cookies)).rejects.toMatchObject(signInAgain);
  });

  test('is nobody once they left, or have a role that the house does not know', async () => {
    const { set, session, asks } = await aDoor();
    const cookies = await session('liu');
    await set(users, 'liu', { active: false });
    await expect(asks(cookies)).rejects.toMatchObject(signInAgain);
    await set(users, 'liu', { active: true, role: 'king' });
    await expect(asks(cookies)).rejects.toMatchObject(signInAgain);
  });

  test('is told when they are on leave, from its first moment and until its last', async () => {
    const { at, add, later, session, asks } = await aDoor();
    const cookies = await session('liu');
    await add(leaves, { id: 'leave', userId: 'liu', fromAt: later(hours(1)), untilAt: later(hours(2)) });
    await add(leaves, { id: 'another’s', userId: 'wu', fromAt: later(0), untilAt: later(hours(9)) });
    for (const [ms, away] of [
      [hours(1) - 1, false],
      [hours(1), true],
      [hours(2) - 1, true],
      [hours(2), false],
    ] as const) {
      at.clock.now = later(ms);
      const asked = asks(cookies);
      if (away) await expect(asked).rejects.toMatchObject({ status: 401, code: 'on_leave' });
      else expect((await asked).id).toBe('liu');
    }
  });
});

describe('the roles of whoever asks', () => {
  test('are those of their posting here; where none are named, the one that they have in general', async () => {
    const { at, session, asks } = await aDoor();
    const cookies = await session('wu');
    const posted = (roles: string[] | null) =>
      at.database.as(systemViewer).atomically((tx) => tx.change(postings, { id: 'wu-hk' }, { roles }));
    expect((await asks(cookies)).roles).toEqual(['storekeeper']);
    await posted(['packer', 'receiver', 'packer']);
    expect(await asks(cookies)).toMatchObject({ role: 'storekeeper', roles: ['packer', 'receiver'] });
    expect((await asks(cookies)).permissions).toEqual(permissionsOf(['packer', 'receiver'], 'desk'));
    // No posting makes a guest of the staff, nor a king.
    await posted(['exporterAdmin', 'king', 'inspector']);
    expect((await asks(cookies)).roles).toEqual(['inspector']);
  });

  test('are also those for which they cover here and now; each counts once', async () => {
    const { at, add, later, session, asks } = await aDoor();
    const cookies = await session('wu');
    const cover = (id: string, role: string, from: number, until: number, warehouseId = 'hk') =>
      add(covers, { id, userId: 'wu', warehouseId, role, fromAt: later(from), untilAt: later(until) });
    await cover('1', 'inspector', hours(1), hours(3));
    await cover('2', 'packer', hours(2), hours(4));
    await cover('3', 'packer', hours(2), hours(4));
    await cover('4', 'technician', hours(0), hours(9), 'yp');
    const seen: string[] = [];
    for (const ms of [hours(1) - 1, hours(1), hours(2), hours(3) - 1, hours(3), hours(4)]) {
      at.clock.now = later(ms);
      seen.push((await asks(cookies)).roles.join(' '));
    }
    expect(seen).toEqual([
      'storekeeper',
      'storekeeper inspector',
      'storekeeper inspector packer',
      'storekeeper inspector packer',
      'storekeeper packer',
      'storekeeper',
    ]);
  });

  test('are none where they are not posted: they see no goods; an administrator is one everywhere', async () => {
    const { set, session, asks } = await aDoor();
    const [wus, admins] = [await session('wu'), await session('admin')];
    await set(users, 'wu', { warehouseId: 'yp' });
    expect(await asks(wus)).toMatchObject({
      ...{
        role: 'storekeeper',
        roles: [],
        permissions: new Set(),
        viewer: { as: 'staff', warehouse: 'none' },
      },
    });
    await set(users, 'wu', { warehouseId: null });
    expect(await asks(wus)).toMatchObject({ roles: [], viewer: { as: 'staff', warehouse: 'none' } });
    await set(users, 'admin', { warehouseId: 'yp' });
    expect(await asks(admins)).toMatchObject({ roles: ['administrator'], viewer: { warehouse: 'yp' } });
    await set(users, 'admin', { warehouseId: null });
    expect(await asks(admins)).toMatchObject({ roles: ['administrator'], viewer: { warehouse: 'none' } });
  });
});

describe('a second factor', () => {
  test('is missing for an administrator without one, who may nothing until then; the demo asks for none', async () => {
    const { at, set, session, asks } = await aDoor();
    const [admins, mas] = [await session('admin'), await session('ma')];
    const all = permissionsOf(['administrator'], 'desk');
    expect((await asks(admins)).permissions).toEqual(all);
    await set(users, 'admin', { twoFactorEnabled: false });
    expect(await asks(admins)).toMatchObject({ roles: ['administrator'], permissions: new Set() });
    const demo = { config: { ...at.deps.config, TWO_FACTOR: 'nobody' } as const };
    expect((await asks(admins, demo)).permissions).toEqual(all);
    expect((await asks(mas)).permissions).toEqual(permissionsOf(['manager'], 'desk'));
  });
});

describe('a session of a badge', () => {
  const key = 'the key of the handheld';
  const device = {
    id: 'ht',
    name: 'HT-1',
    warehouseId: 'hk',
    keyHash: hashOfSecret(key),
    createdAt: new Date(0),
  };

  test('is worth something with the key of its handheld alone, while that is in service', async () => {
    const { at, add, session, asks } = await aDoor();
    await add(devices, device);
    const cookies = await session('liu', { deviceId: 'ht' });
    expect(await asks(`${cookies}; guihang.device=${encodeURIComponent(key)}`)).toMatchObject({
      ...{ id: 'liu', device: 'ht', permissions: permissionsOf(['receiver'], 'handheld') },
    });
    for (const without of [cookies, `${cookies}; guihang.device=another`, `${cookies}; guihang.device=`])
      await expect(asks(without)).rejects.toMatchObject(signInAgain);
    await at.database
      .as(systemViewer)
      .atomically((tx) => tx.change(devices, device, { revokedAt: at.clock.now }));
    await expect(asks(`${cookies}; guihang.device=${encodeURIComponent(key)}`)).rejects.toMatchObject(
      signInAgain,
    );
  });

  test('works where the handheld belongs, and gives an administrator no desk, second factor or not', async () => {
    const { at, add, set, session, asks } = await aDoor();
    await add(devices, { ...device, warehouseId: 'yp' });
    const withKey = async (name: Name) =>
      asks(`${await session(name, { deviceId: 'ht' })}; guihang.device=${encodeURIComponent(key)}`);
    await set(users, 'admin', { twoFactorEnabled: false });
    const admin = await withKey('admin');
    expect(admin).toMatchObject({ viewer: { warehouse: 'yp' }, roles: ['administrator'] });
    expect(admin.permissions).toEqual(permissionsOf(['administrator'], 'handheld'));
    // All that is for a desk stands in rules/roles.
    for (const one of ['people.manage', 'organisations.manage', 'keys.manage', 'audit.read'] as const)
      expect(admin.permissions.has(one), one).toBe(false);
    expect(await withKey('wu')).toMatchObject({ roles: [], viewer: { warehouse: 'none' } });
    expect(at.clock.now).toEqual(new Date('2026-11-23T02:00:00Z'));
  });
});
