import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { auditLog, devices, links } from '../../db/schema/access.ts';
import { sessions } from '../../db/schema/people.ts';
import { systemViewer } from '../../db/seen-by.ts';
import { consumeLink, createLink, endLinks, isOpenLink } from '../../server/access/links.ts';
import { newRequestContext } from '../../server/http/new-request-context.ts';
import { aHouse, type House, newScan } from '../world.ts';
import { aHandheld, aKnownBadge, anEnrolledHandheld } from './handhelds.ts';
import { ok } from './road.ts';

const enrol = 'POST /api/v1/device-enrolments';
const added = (at: House, name: string, warehouse = 'HK') =>
  ok(at.call('admin', 'POST /api/v1/devices', { name, warehouse })) as Promise<{ id: string; code: string }>;
const notes = async (at: House, action: string) =>
  at.database.as(systemViewer).find(auditLog, eq(auditLog.action, action));

describe('the handhelds of the house', () => {
  test('are listed by their names, each with its warehouse and since when it is enrolled', async () => {
    const at = await aHouse();
    const last = await added(at, 'Z-9', 'YP');
    await anEnrolledHandheld(at, 'A-1');
    await added(at, 'M-5');
    const { rows } = await ok(at.call('admin', 'GET /api/v1/devices'));
    const hk = { code: 'HK', nameZh: '海口一号仓', nameEn: 'hk warehouse' };
    expect(rows).toMatchObject([
      { name: 'A-1', warehouse: hk, enrolledAt: at.clock.now.toISOString(), revokedAt: null },
      { name: 'M-5', warehouse: hk, enrolledAt: null, revokedAt: null },
      { id: last.id, name: 'Z-9', warehouse: { code: 'YP' }, enrolledAt: null, revokedAt: null },
    ]);
    expect(rows[0]).not.toHaveProperty('keyHash');
    expect((await at.call('ma', 'GET /api/v1/devices')).status).toBe(403);
  });

  test('belong to a warehouse that exists, and have a name', async () => {
    const at = await aHouse();
    const add = async (ask: object) => (await at.call('admin', 'POST /api/v1/devices', ask)).body;
    expect(await add({ name: 'HT', warehouse: 'NO' })).toMatchObject({ status: 404, code: 'not_found' });
    for (const wrong of [{ name: 'HT' }, { warehouse: 'HK' }, { name: '', warehouse: 'HK' }])
      expect(await add(wrong)).toMatchObject({ status: 422 });
    expect(await add({ name: 'N'.repeat(61), warehouse: 'HK' })).toMatchObject({ status: 422 });
    const { id, code } = await add({ name: 'N'.repeat(60), warehouse: 'HK' });
    expect(code).toMatch(/^[A-Z2-7]{16}$/);
    expect(await notes(at, 'deviceAdded')).toMatchObject([
      {
        ...{ byWhom: 'admin', byName: 'admin', device: null, at: at.clock.now, subject: id },
        ...{ subjectName: 'N'.repeat(60), organisationId: 'hub', changed: { warehouse: [null, 'HK'] } },
      },
    ]);
  });

  test('are renamed on the record, and once for each scan', async () => {
    const at = await aHouse();
    const { id } = await added(at, 'HT-1');
    const ask = { scanId: newScan(), name: 'HT-2' };
    const renamed = await ok(at.call('admin', `PATCH /api/v1/devices/${id}`, ask));
    expect(renamed.rows).toMatchObject([{ id, name: 'HT-2', revokedAt: null }]);
    expect(await ok(at.call('admin', `PATCH /api/v1/devices/${id}`, ask))).toEqual(renamed);
    expect(await notes(at, 'deviceChanged')).toMatchObject([
      { subject: id, subjectName: 'HT-1', organisationId: 'hub', changed: { name: ['HT-1', 'HT-2'] } },
    ]);
    expect(await notes(at, 'deviceRevoked')).toEqual([]);
    const change = async (to: string, body: object) =>
      (await at.call('admin', `PATCH /api/v1/devices/${to}`, { scanId: newScan(), ...body })).body;
    expect(await change('nobody', { name: 'x' })).toMatchObject({ status: 404, code: 'not_found' });
    expect(await change(id, { revoked: false })).toMatchObject({ status: 422 });
    expect((await at.call('admin', 'POST /api/v1/devices/nobody/codes')).status).toBe(404);
  });

  test('are taken out of service on the record: whoever works on them is signed out, and only there', async () => {
    const at = await aHouse();
    const [gone, stays] = [await anEnrolledHandheld(at, 'HT-1'), await anEnrolledHandheld(at, 'HT-2')];
    const signIn = 'POST /api/v1/badge-sign-ins';
    await ok(gone.call(signIn, { badge: await aKnownBadge(at, 'liu', '4071'), pin: '4071' }));
    await ok(stays.call(signIn, { badge: await aKnownBadge(at, 'wu', '8362'), pin: '8362' }));
    const ask = { scanId: newScan(), revoked: true };
    const { rows } = await ok(at.call('admin', `PATCH /api/v1/devices/${gone.id}`, ask));
    expect(rows).toMatchObject([
      { name: 'HT-1', revokedAt: at.clock.now.toISOString() },
      { name: 'HT-2', revokedAt: null },
    ]);
    expect([(await gone.me()).status, (await stays.me()).status]).toEqual([401, 200]);
    expect(await at.database.as(systemViewer).count(sessions, eq(sessions.deviceId, gone.id))).toBe(0);
    expect(await notes(at, 'deviceRevoked')).toMatchObject([
      { subject: gone.id, subjectName: 'HT-1', organisationId: 'hub', changed: {} },
    ]);
    expect(await notes(at, 'deviceChanged')).toEqual([]);
    // With another code it comes back, without its old key.
    const { code } = await ok(at.call('admin', `POST /api/v1/devices/${gone.id}/codes`));
    expect((await gone.call('GET /api/v1/device')).body).toEqual({ device: null });
    await ok(gone.call(enrol, { code }));
    expect((await gone.call('GET /api/v1/device')).body.device).toMatchObject({ name: 'HT-1' });
  });

  test('lose their key and their session with another code', async () => {
    const at = await aHouse();
    const handheld = await anEnrolledHandheld(at, 'HT-1');
    const ask = { badge: await aKnownBadge(at, 'liu', '4071'), pin: '4071' };
    await ok(handheld.call('POST /api/v1/badge-sign-ins', ask));
    await ok(at.call('admin', `POST /api/v1/devices/${handheld.id}/codes`));
    expect((await handheld.me()).status).toBe(401);
    expect(await at.database.as(systemViewer).find(devices)).toMatchObject([
      { keyHash: null, enrolledAt: null, revokedAt: null },
    ]);
    expect(await at.database.as(systemViewer).count(sessions, eq(sessions.deviceId, handheld.id))).toBe(0);
    expect(await notes(at, 'deviceAdded')).toMatchObject([{}, { subject: handheld.id, changed: {} }]);
  });
});

describe('a code for a handheld', () => {
  test('may be typed in small letters and groups, and is noted as the handheld’s own doing', async () => {
    const at = await aHouse();
    const { id, code } = await added(at, 'HT-1');
    const typed = `ghd-${code.toLowerCase().slice(0, 4)} ${code.slice(4, 8)}-${code.slice(8)}`;
    const handheld = aHandheld(at);
    expect((await handheld.call(enrol, { code: typed })).body).toEqual({ done: true });
    expect(await notes(at, 'deviceEnrolled')).toMatchObject([
      { byWhom: id, byName: 'HT-1', device: id, subject: id, subjectName: 'HT-1', organisationId: 'hub' },
    ]);
    const { device } = (await handheld.call('GET /api/v1/device')).body;
    expect(device).toEqual({
      ...{ name: 'HT-1', idleLockMinutes: 10 },
      warehouse: { code: 'HK', nameZh: '海口一号仓', nameEn: 'hk warehouse' },
    });
    handheld.cookies.set('guihang.device', 'another');
    expect((await handheld.call('GET /api/v1/device')).body).toEqual({ device: null });
  });

  test('that has the letters GHD within it is taken as it is', async () => {
    const at = await aHouse();
    const { id } = await added(at, 'HT-1');
    const code = 'ABGHDCDEFGHIJKLM';
    await at.database
      .as(systemViewer)
      .atomically((tx) =>
        createLink(tx, { kind: 'device', subjectId: id, secret: code, context: newRequestContext(at.deps) }),
      );
    expect((await aHandheld(at).call(enrol, { code })).body).toEqual({ done: true });
  });

  test('is tried fifty times from one address, and then costs a wait', async () => {
    const at = await aHouse();
    const { code } = await added(at, 'HT-1');
    const handheld = aHandheld(at);
    const wrong = await Promise.all(
      Array.from({ length: 50 }, (_, i) => handheld.call(enrol, { code: `WRONG${i}` })),
    );
    expect(new Set(wrong.map(({ status, body }) => `${status} ${body.code}`))).toEqual(
      new Set(['403 code_is_over']),
    );
    expect((await handheld.call(enrol, { code })).body).toMatchObject({
      status: 429,
      code: 'wait',
      seconds: 30,
    });
    at.later(30 / 3600);
    expect((await handheld.call(enrol, { code })).status).toBe(200);
  });
});

test.each([
  ['device', 30],
  ['reset', 60],
  ['email', 48 * 60],
] as const)(
  'a link of the kind "%s" works for %i minutes, once, for what it was made for',
  async (kind, minutes) => {
    const at = await aHouse();
    const made = at.clock.now.getTime();
    const all = await at.database.as(systemViewer).atomically(async (tx) => {
      for (const [subject, secret] of ['early', 'late', 'other'].map(
        (one) => [one, `${one} secret`] as const,
      ))
        await createLink(tx, { kind, subjectId: subject, secret, context: newRequestContext(at.deps) });
      const other = kind === 'device' ? 'email' : 'device';
      const on = (ms: number) => new Date(made + minutes * 60_000 + ms);
      const said = [
        await isOpenLink(tx.asSystem(), kind, 'early secret', on(-1)),
        await isOpenLink(tx.asSystem(), kind, 'early secret', on(0)),
        await isOpenLink(tx.asSystem(), other, 'early secret', on(-1)),
        await isOpenLink(tx.asSystem(), kind, 'nobody’s secret', on(-1)),
        await consumeLink(tx, other, 'early secret', on(-1)),
        await consumeLink(tx, kind, 'early secret', on(-1)),
        await consumeLink(tx, kind, 'early secret', on(-1)),
        await isOpenLink(tx.asSystem(), kind, 'early secret', on(-1)),
        await consumeLink(tx, kind, 'late secret', on(0)),
      ];
      await endLinks(tx, other, 'other', on(-1));
      said.push(await isOpenLink(tx.asSystem(), kind, 'other secret', on(-1)));
      await endLinks(tx, kind, 'other', on(-1));
      return [...said, await isOpenLink(tx.asSystem(), kind, 'other secret', on(-1))];
    });
    expect(all).toEqual([true, false, false, false, null, 'early', null, false, null, true, false]);
    const kept = await at.database.as(systemViewer).find(links);
    expect(kept.every(({ createdAt }) => createdAt.getTime() === made)).toBe(true);
  },
);

test('a newer link ends the older one of its kind for the same thing, and no other', async () => {
  const at = await aHouse();
  const context = newRequestContext(at.deps);
  const open = await at.database.as(systemViewer).atomically(async (tx) => {
    await createLink(tx, { kind: 'reset', subjectId: 'liu', secret: 'liu 1', context });
    await createLink(tx, { kind: 'email', subjectId: 'liu', secret: 'liu 2', context });
    await createLink(tx, { kind: 'reset', subjectId: 'wu', secret: 'wu 1', context });
    await createLink(tx, { kind: 'reset', subjectId: 'liu', secret: 'liu 3', context });
    const asked = [];
    for (const [kind, secret] of [
      ['reset', 'liu 1'],
      ['email', 'liu 2'],
      ['reset', 'wu 1'],
      ['reset', 'liu 3'],
    ] as const)
      asked.push(await isOpenLink(tx.asSystem(), kind, secret, context.now));
    return asked;
  });
  expect(open).toEqual([false, true, true, true]);
});
