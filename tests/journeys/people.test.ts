import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import request from 'supertest';
import { describe, expect, onTestFinished, test } from 'vitest';
import { dialect } from '../../db/columns.ts';
import { openDatabase } from '../../db/open.ts';
import { answers } from '../../db/schema/jobs.ts';
import { systemViewer } from '../../db/seen-by.ts';
import { openAccounts } from '../../server/access/accounts.ts';
import { firstToken } from '../../server/access/first-token.ts';
import { createApp } from '../../server/app.ts';
import { aHouse, type House, inPostgres, newScan, throwAway } from '../world.ts';
import { ok } from './road.ts';

const scan = (body: object) => ({ scanId: newScan(), ...body });
const secret = 'correct horse battery';
const li = {
  name: '李静',
  email: 'Li.Jing@example.test',
  username: 'LiJing',
  password: secret,
  role: 'packer',
  organisation: 'hub',
  warehouses: ['HK', 'YP'],
};
type Server = House['server'] | ReturnType<typeof createApp>;
const signIn = async (server: Server, name: string, password = secret) => {
  const [how, body] = name.includes('@')
    ? ['email', { email: name, password }]
    : ['username', { username: name, password }];
  const res = await request(server).post(`/api/auth/sign-in/${how}`).send(body);
  return { status: res.status, cookie: String(res.get('set-cookie')?.[0]?.split(';')[0]) };
};
const me = (server: Server, cookie: string) => request(server).get('/api/v1/me').set('cookie', cookie);

describe('people', () => {
  test('somebody new signs in by e-mail or user name and works in the first of their warehouses', async () => {
    const house = await aHouse();
    const added = await ok(house.call('admin', 'POST /api/v1/people', scan(li)));
    expect(added).toMatchObject({
      ...{ email: 'li.jing@example.test', username: 'lijing', role: 'packer', active: true },
      roleName: { zh: '打包员', en: 'Packer' },
      organisation: { code: 'hub' },
      warehouses: [{ code: 'HK' }, { code: 'YP' }],
    });
    for (const name of ['li.jing@example.test', 'LiJing']) {
      const { cookie } = await signIn(house.server, name);
      const { body } = await me(house.server, cookie);
      expect(body).toMatchObject({ name: '李静', warehouse: { code: 'HK' }, warehouses: [{}, {}] });
    }
    expect((await signIn(house.server, 'lijing', 'wrong password')).status).toBe(401);
  });

  test('the same question is answered once, and no trace of its password is remembered', async () => {
    const house = await aHouse();
    const ask = scan(li);
    const added = await ok(house.call('admin', 'POST /api/v1/people', ask));
    expect(await ok(house.call('admin', 'POST /api/v1/people', ask))).toEqual(added);
    expect(await ok(house.call('admin', 'POST /api/v1/people', { ...ask, password: 'another one' }))).toEqual(
      added,
    );
    const kept = await house.database.as(systemViewer).find(answers);
    expect(JSON.stringify(kept)).not.toContain(secret);
    const twin = scan({ ...li, username: 'other' });
    expect((await house.call('admin', 'POST /api/v1/people', twin)).body).toMatchObject({ code: 'taken' });
  });

  test('a role goes with its kind of organisation, and only staff are given warehouses', async () => {
    const house = await aHouse();
    const add = async (more: object) =>
      (await house.call('admin', 'POST /api/v1/people', scan({ ...li, ...more }))).body;
    expect(await add({ role: 'exporterAdmin' })).toMatchObject({ issues: [{ path: ['role'] }] });
    expect(await add({ organisation: 'whale' })).toMatchObject({ issues: [{ path: ['role'] }] });
    expect(await add({ warehouses: [] })).toMatchObject({ issues: [{ path: ['warehouses'] }] });
    expect(await add({ role: 'vendorMember', organisation: 'spark' })).toMatchObject({
      issues: [{ path: ['warehouses'] }],
    });
    expect(await add({ warehouses: ['NO'] })).toMatchObject({ status: 404 });
    expect(await add({ organisation: 'nobody' })).toMatchObject({ status: 404 });
    expect(await add({ role: 'king' })).toMatchObject({ status: 422 });
    expect(await add({ password: 'short' })).toMatchObject({ status: 422 });
    expect(await add({ role: 'vendorMember', organisation: 'spark', warehouses: [] })).toMatchObject({
      warehouses: [],
    });
  });

  test('a new password and the end of an account sign out everywhere at once', async () => {
    const house = await aHouse();
    const { id } = await ok(house.call('admin', 'POST /api/v1/people', scan(li)));
    const { cookie } = await signIn(house.server, 'lijing');
    const address = `PATCH /api/v1/people/${id}`;
    await ok(house.call('admin', address, scan({ password: 'a better password' })));
    expect((await me(house.server, cookie)).status).toBe(401);
    expect((await signIn(house.server, 'lijing')).status).toBe(401);
    const again = await signIn(house.server, 'lijing', 'a better password');
    expect((await me(house.server, again.cookie)).status).toBe(200);
    await ok(house.call('admin', address, scan({ active: false })));
    expect((await me(house.server, again.cookie)).status).toBe(401);
    const late = await signIn(house.server, 'lijing', 'a better password');
    expect((await me(house.server, late.cookie)).status).toBe(401);
  });

  test('a new password works for somebody who had none', async () => {
    const house = await aHouse();
    await ok(house.call('admin', 'PATCH /api/v1/people/liu', scan({ password: secret })));
    expect((await signIn(house.server, 'liu')).status).toBe(200);
  });

  test('who loses a warehouse works in one that is left', async () => {
    const house = await aHouse();
    const { id } = await ok(house.call('admin', 'POST /api/v1/people', scan(li)));
    const changed = await ok(
      house.call('admin', `PATCH /api/v1/people/${id}`, scan({ warehouses: ['YP'], role: 'supervisor' })),
    );
    expect(changed).toMatchObject({ role: 'supervisor', warehouses: [{ code: 'YP' }] });
    const { cookie } = await signIn(house.server, 'lijing');
    expect((await me(house.server, cookie)).body).toMatchObject({
      role: 'supervisor',
      warehouse: { code: 'YP' },
      warehouses: [{ code: 'YP' }],
    });
  });

  test('an administrator can neither leave nor step down alone', async () => {
    const house = await aHouse();
    for (const change of [{ active: false }, { role: 'packer' }])
      expect((await house.call('admin', 'PATCH /api/v1/people/admin', scan(change))).body).toMatchObject({
        status: 409,
        code: 'not_yourself',
      });
    await ok(
      house.call('admin', 'PATCH /api/v1/people/admin', scan({ name: '管理员', role: 'administrator' })),
    );
  });

  test('the list is for administrators: by role, organisation and name', async () => {
    const house = await aHouse();
    const found = await ok(house.call('admin', 'GET /api/v1/people?organisation=whale&sort=-name'));
    expect(found).toMatchObject({ total: 2, rows: [{ id: 'whaleClerk' }, { id: 'whale' }] });
    const staff = await ok(house.call('admin', 'GET /api/v1/people?role=supervisor&search=ZHOU'));
    expect(staff).toMatchObject({ total: 1, rows: [{ id: 'zhou', warehouses: [{ code: 'YP' }] }] });
    for (const who of ['ma', 'whale', 'spark'] as const)
      expect((await house.call(who, 'GET /api/v1/people')).status).toBe(403);
    expect((await house.call('ma', 'POST /api/v1/people', scan(li))).status).toBe(403);
    expect((await house.call('admin', 'PATCH /api/v1/people/nobody', scan({}))).status).toBe(404);
  });
});

describe('the first start', () => {
  /** A server over a database in which there is nothing at all. */
  async function anEmptyHouse() {
    const { deps } = await aHouse();
    const folder = mkdtempSync(join(tmpdir(), 'guihang-empty-'));
    const url = dialect === 'postgres' ? await inPostgres('') : `file:${join(folder, 'data.db')}`;
    const database = await openDatabase(url);
    onTestFinished(async () => {
      await database.close();
      throwAway(url, folder);
    });
    const first = await firstToken(database, deps.config);
    const accounts = openAccounts(
      database,
      deps.config,
      'a secret of the tests, 32 letters or more',
      deps.now,
    );
    const config = { ...deps.config, TWO_FACTOR: 'nobody' } as const;
    const its = { ...deps, config, database, accounts, firstToken: first.token };
    return { server: createApp(its), token: first.token, sentence: first.sentence };
  }
  const wang = { name: '王总', email: 'wang@hub.example', password: secret };

  test('its link makes one administrator, who finds a hub, a warehouse and the catalogue', async () => {
    const { server, token, sentence } = await anEmptyHouse();
    expect(sentence).toContain(token);
    const ask = { token, ...wang, hubNameZh: '海南归航供应链有限公司' };
    const made = await request(server).post('/api/v1/first-administrator').send(ask);
    expect(made.body).toEqual({ done: true });
    const { cookie } = await signIn(server, wang.email);
    const { body } = await me(server, cookie);
    expect(body).toMatchObject({
      role: 'administrator',
      organisation: { id: 'hub', nameZh: '海南归航供应链有限公司' },
      warehouse: { code: 'WH1' },
    });
    const get = (path: string) => request(server).get(path).set('cookie', cookie);
    expect((await get('/api/v1/catalogue')).body.codes.reason.length).toBeGreaterThan(20);
    expect((await get('/api/v1/locations')).body.total).toBe(8);
    const again = await request(server).post('/api/v1/first-administrator').send(ask);
    expect(again.body).toMatchObject({ status: 403, code: 'link_is_over' });
  });

  test('a wrong token makes nobody, and two who hold the right one make one administrator', async () => {
    const { server, token } = await anEmptyHouse();
    const make = (body: object) =>
      request(server)
        .post('/api/v1/first-administrator')
        .send({ ...wang, ...body });
    for (const wrong of ['x', `${token}x`, '海'.repeat(32)])
      expect((await make({ token: wrong })).body).toMatchObject({ status: 403, code: 'link_is_over' });
    const both = await Promise.all([make({ token }), make({ token, email: 'other@hub.example' })]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 403]);
  });

  test('a house with people has no such link', async () => {
    const house = await aHouse();
    expect((await firstToken(house.database, house.deps.config)).token).toBeNull();
    const res = await house.call('nobody', 'POST /api/v1/first-administrator', { token: 'null', ...wang });
    expect(res.status).toBe(403);
  });
});
