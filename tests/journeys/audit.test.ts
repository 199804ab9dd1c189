import { beforeEach, describe, expect, test } from 'vitest';
import { auditLog } from '../../db/schema/access.ts';
import { systemViewer } from '../../db/seen-by.ts';
import { difference } from '../../server/access/audit.ts';
import { roleNames, roles } from '../../server/access/permissions.ts';
import { aHouse, type House } from '../world.ts';
import { type Body, ok } from './road.ts';

let at: House;
/** Five lines, an hour apart, the last two at the same time. */
async function fiveLines() {
  const line = (n: number, action: string, more: Partial<typeof auditLog.$inferInsert>) => ({
    ...{ id: `line-${n}`, at: new Date(`2026-11-20T0${Math.min(n, 4)}:00:00Z`), action },
    ...{ byWhom: 'admin', byName: '林晓 Admin', device: null },
    ...{ subject: 'wu', subjectName: '吴 Storekeeper', organisationId: 'hub', changed: {} },
    ...more,
  });
  await at.database.as(systemViewer).atomically(async (tx) => {
    await tx.add(auditLog, line(1, 'personAdded', {}));
    await tx.add(
      auditLog,
      line(2, 'personChanged', { changed: { role: ['packer', 'receiver'], name: [null, 'x'] } }),
    );
    const whales = { subject: 'key', subjectName: 'ERP 100%', organisationId: 'whale' };
    await tx.add(
      auditLog,
      line(3, 'keyMade', { ...whales, byWhom: 'whale', byName: 'Whale', device: 'HT-1' }),
    );
    await tx.add(auditLog, line(4, 'keyRevoked', { ...whales, byWhom: 'whale', byName: 'Whale' }));
    await tx.add(auditLog, line(5, 'aThingOfThePast', {}));
  });
}
beforeEach(async () => {
  at = await aHouse();
  await fiveLines();
});
const asked = async (query: string, who: 'admin' | 'whale' | 'kite' = 'admin') => {
  const { rows, total } = await ok(at.call(who, `GET /api/v1/audit${query && `?${query}`}`));
  return { ids: rows.map(({ id }: Body) => id.slice(5)).join(' '), total };
};

describe('the audit log', () => {
  test('is read with the newest line first, a page at a time', async () => {
    expect(await asked('')).toEqual({ ids: '5 4 3 2 1', total: 5 });
    expect(await asked('size=2')).toEqual({ ids: '5 4', total: 5 });
    expect(await asked('size=2&page=2')).toEqual({ ids: '3 2', total: 5 });
    expect(await asked('size=2&page=3')).toEqual({ ids: '1', total: 5 });
    expect(await ok(at.call('admin', 'GET /api/v1/audit?size=2&page=3'))).toMatchObject({ page: 3, size: 2 });
    expect(await asked('', 'whale')).toEqual({ ids: '4 3', total: 2 });
    expect(await asked('', 'kite')).toEqual({ ids: '', total: 0 });
  });

  test('is asked by what was done, about whom, from when until when, and by a part of a name', async () => {
    for (const [query, ids] of Object.entries({
      ...{ 'action=keyMade': '3', 'action=keyMade,personAdded': '3 1', 'action=idleLockChanged': '' },
      ...{ 'subject=key': '4 3', 'subject=wu': '5 2 1', 'subject=w': '' },
      ...{ 'from=2026-11-20T02:00:00Z': '5 4 3 2', 'from=2026-11-20T02:00:00.001Z': '5 4 3' },
      ...{ 'until=2026-11-20T03:00:00Z': '2 1', 'until=2026-11-20T03:00:00.001Z': '3 2 1' },
      'from=2026-11-20T02:00:00Z&until=2026-11-20T04:00:00Z': '3 2',
      ...{ 'search=whale': '4 3', 'search=WHA': '4 3', 'search=storekeeper': '5 2 1', 'search=%25': '4 3' },
      [`search=${encodeURIComponent('林晓')}`]: '5 2 1',
      'action=keyMade,keyRevoked&subject=key&from=2026-11-20T04:00:00Z&search=erp': '4',
    }))
      expect([query, await asked(query)]).toEqual([
        query,
        { ids, total: ids.split(' ').filter(Boolean).length },
      ]);
    for (const wrong of ['from=yesterday', 'until=2026-11-20', 'size=0', 'size=201', 'page=0', 'sort=at'])
      expect((await at.call('admin', `GET /api/v1/audit?${wrong}`)).status, wrong).toBe(422);
  });

  test('says each line in both languages, and one of an older house by the name it had', async () => {
    const { rows } = await ok(at.call('admin', 'GET /api/v1/audit'));
    expect(rows[2]).toEqual({
      ...{ id: 'line-3', at: '2026-11-20T03:00:00.000Z', by: 'Whale', device: 'HT-1', action: 'keyMade' },
      actionName: { zh: '创建密钥', en: 'API key created' },
      ...{ subject: 'key', subjectName: 'ERP 100%', changed: {} },
    });
    expect(rows[3].changed).toEqual({ role: ['packer', 'receiver'], name: [null, 'x'] });
    expect(rows[0].actionName).toEqual({ zh: 'aThingOfThePast', en: 'aThingOfThePast' });
  });

  test('is the same as a spreadsheet, filtered alike', async () => {
    const { text, headers } = await at.call('admin', 'GET /api/v1/audit.csv?action=keyMade,personChanged');
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(headers['content-disposition']).toContain('audit.csv');
    const [head, key, changed, end] = text.replace('\ufeff', '').split('\r\n');
    expect(head?.split(',')).toHaveLength(6);
    expect(key).toContain('Whale');
    expect(key).toContain('创建密钥 API key created');
    expect(changed).toContain('"role: ""packer"" → ""receiver""; name: null → ""x"""');
    expect(end).toBe('');
    expect((await at.call('admin', 'GET /api/v1/audit.csv?page=2')).status).toBe(422);
    expect((await at.call('ma', 'GET /api/v1/audit.csv')).status).toBe(403);
  });

  test('stands beside every role, what it may do, and everything that is ever noted', async () => {
    const all = await ok(at.call('admin', 'GET /api/v1/roles'));
    expect(all.roles).toHaveLength(13);
    for (const { id, name, permissions } of all.roles) {
      expect(name).toEqual(roleNames[id as keyof typeof roles]);
      expect([id, new Set(permissions)]).toEqual([id, roles[id as keyof typeof roles]]);
      for (const one of permissions) expect(all.permissions.map((known: Body) => known.id)).toContain(one);
    }
    for (const { id, name } of [...all.permissions, ...all.actions])
      expect([id, name.zh.length > 1 && name.en.length > 3]).toEqual([id, true]);
    expect(all.actions.map(({ id }: Body) => id)).toEqual(
      expect.arrayContaining(['keyMade', 'pinChanged', 'fourEyesSet', 'deviceEnrolled', 'secondFactorOff']),
    );
    expect(all.permissions).toHaveLength(47);
  });
});

test('the difference of two versions is what changed, from what to what, and nothing else', () => {
  const before = { name: 'a', role: 'packer', roles: ['x', 'y'], note: null, active: true };
  expect(difference(before, { name: 'a', role: 'packer' })).toEqual({});
  expect(difference(before, { name: 'b', role: undefined })).toEqual({ name: ['a', 'b'] });
  expect(difference(before, { roles: ['x', 'y'], note: null, active: false })).toEqual({
    active: [true, false],
  });
  expect(difference(before, { roles: ['y', 'x'], more: 1, other: null })).toEqual({
    roles: [
      ['x', 'y'],
      ['y', 'x'],
    ],
    more: [null, 1],
  });
  expect(difference(before, { note: 'said', name: null })).toEqual({
    note: [null, 'said'],
    name: ['a', null],
  });
});
