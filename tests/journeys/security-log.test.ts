import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import request from 'supertest';
import { describe, expect, onTestFinished, test } from 'vitest';
import { notices, outbox } from '../../db/schema/jobs.ts';
import { systemViewer } from '../../db/seen-by.ts';
import { createApp } from '../../server/app.ts';
import { newRequestContext } from '../../server/http/new-request-context.ts';
import { workOutbox } from '../../server/jobs/outbox.ts';
import { aHouse, type House, newScan } from '../world.ts';
import { password, withPassword } from './browsers.ts';
import { type Body, ok } from './road.ts';

/** The same house with a log that a test can read: the lines of the security log. */
function logged(house: House) {
  const lines: Body[] = [];
  const write = (line: string) => void lines.push(JSON.parse(line));
  const app = createApp({ ...house.deps, log: pino({ level: 'info' }, { write }) });
  return { app, told: () => lines.filter(({ log }) => log === 'security') };
}

test('refusals, sign-ins, keys at work and changed rights are lines of their own, without what was sent', async () => {
  const house = await aHouse();
  const { app, told } = logged(house);
  await request(app).get('/api/v1/items');
  await request(app).get('/api/v1/items').set('authorization', 'Bearer gh_wrong');
  await request(app)
    .get('/api/v1/people')
    .set('cookie', await house.cookieOf('whale'));
  await request(app)
    .post('/api/auth/sign-in/email')
    .send({ email: 'nobody@example.com', password: 'a wrong password' });
  const ask = { name: 'ERP', scopes: ['items.read'], days: 30 };
  const made = request(app)
    .post('/api/v1/api-keys')
    .set('cookie', await house.cookieOf('whale'));
  const { secret } = await ok(made.send(ask));
  await ok(request(app).get('/api/v1/items').set('authorization', `Bearer ${secret}`));
  // The work of the day is no line of it.
  await ok(
    request(app)
      .get('/api/v1/items')
      .set('cookie', await house.cookieOf('wang')),
  );
  expect(told()).toMatchObject([
    { what: 'refused', status: 401, by: null },
    { what: 'refused', status: 401, by: null },
    { what: 'refused', status: 403, by: 'whale', method: 'GET', route: '/api/v1/people' },
    { what: 'sign-in refused', status: 401 },
    { what: 'rights changed', status: 200, by: 'whale', route: '/api/v1/api-keys' },
    { what: 'key used', status: 200 },
  ]);
  expect(told().every(({ address }) => /127\.0\.0\.1/.test(address))).toBe(true);
  for (const sent of ['nobody@', 'wrong password', 'gh_', 'ERP', secret])
    expect(JSON.stringify(told())).not.toContain(sent);
});

test('ten refusals of one kind in a minute are told once, as a warning', async () => {
  const house = await aHouse();
  const { app, told } = logged(house);
  const warned = () => told().filter(({ level }) => level === 40).length;
  for (let n = 0; n < 9; n++) await request(app).get(`/api/v1/items/${newScan()}`);
  expect(warned()).toBe(0);
  for (let n = 0; n < 6; n++) await request(app).get('/api/v1/items');
  expect(warned()).toBe(1);
  house.later(1 / 59);
  for (let n = 0; n < 9; n++) await request(app).get('/api/v1/items');
  expect(warned()).toBe(1);
});

test('an unknown name and a wrong password differ in the log alone, which knows whose account it was', async () => {
  const house = await aHouse();
  const { app, told } = logged(house);
  await withPassword(house, 'liu');
  const signIn = async (username: string, typed: string) => {
    const asked = request(app).post('/api/auth/sign-in/username').send({ username, password: typed });
    const { status, text } = await asked;
    return { status, text };
  };
  const unknown = await signIn('nobody_there', 'a wrong password');
  const wrong = await signIn('liu', 'a wrong password');
  expect(wrong).toEqual(unknown);
  await signIn('liu', password);
  await request(app).post('/api/v1/password-reset-requests').send({ email: 'nobody@example.test' });
  await request(app).post('/api/v1/password-reset-requests').send({ email: 'liu@example.test' });
  expect(told()).toMatchObject([
    { what: 'sign-in refused', reason: 'unknown name' },
    { what: 'sign-in refused', reason: 'wrong password', about: 'liu' },
    { what: 'signed in', about: 'liu' },
    { what: 'reset asked', reason: 'unknown address' },
    { what: 'reset asked', about: 'liu' },
  ]);
  expect(told().map((line) => 'about' in line)).toEqual([false, true, true, false, true]);
  expect(told()[4]).not.toHaveProperty('reason');
  for (const sent of ['nobody_there', 'example.test', 'a wrong password'])
    expect(JSON.stringify(told())).not.toContain(sent);
});

test('whatever the audit log takes in is a line with what it was and whose, and a change of nothing is none', async () => {
  const house = await aHouse();
  const { app, told } = logged(house);
  const change = async (who: 'admin' | 'guan', path: string, body: object) =>
    request(app)
      .patch(`/api/v1/${path}`)
      .set('cookie', await house.cookieOf(who))
      .send({ scanId: newScan(), ...body });
  const rules = async (list: string) => (await ok(house.call('admin', `GET /api/v1/${list}`))).rows[0];
  const customs = await rules('customs-rules');
  const disposition = await rules('disposition-rules');
  await ok(change('guan', `customs-rules/${customs.id}`, { citation: '公告 2026 年第 1 号' }));
  await ok(change('admin', `disposition-rules/${disposition.id}`, { active: false }));
  await ok(change('admin', 'warehouses/HK', { idleLockMinutes: 7 }));
  await ok(change('admin', 'four-eyes/countAdjustment', { active: false }));
  await ok(change('admin', 'organisations/whale', { autoApproveMinor: null }));
  const audited = told().map(({ what, by, audited: lines }) => `${what} by ${by}: ${lines}`);
  expect(audited).toEqual([
    `rights changed by guan: customsRuleChanged ${customs.id}`,
    `rights changed by admin: dispositionRuleChanged ${disposition.id}`,
    'rights changed by admin: idleLockChanged hk',
    'rights changed by admin: fourEyesSet countAdjustment',
    'rights changed by admin: undefined',
  ]);
});

describe('ten refusals of one kind within a minute', () => {
  const house = async () => {
    const at = await aHouse();
    const { app } = logged(at);
    const refused = async (times: number) => {
      for (let n = 0; n < times; n++) await request(app).get('/api/v1/items');
    };
    const left = async () => (await at.database.as(systemViewer).find(outbox)).length;
    return { at, app, refused, left };
  };
  const read = async (at: House) => ok(at.call('admin', 'GET /api/v1/notices'));

  test('are one notice for the administrators, in both languages, and one letter to each, once an hour', async () => {
    const { at, refused, left } = await house();
    const config = { ...at.deps.config, SMTP_URL: 'smtp://127.0.0.1:1' };
    const work = () => workOutbox({ ...at.deps, config }, newRequestContext(at.deps));
    await refused(9);
    expect(await left()).toBe(0);
    await refused(11);
    await expect.poll(left).toBe(1);
    await work();
    const [, letter] = (await at.database.as(systemViewer).find(outbox)).map(({ about }) => about);
    expect(letter).toMatchObject({ mailbox: 'admin@example.test', language: 'zh-CN' });
    expect(await left()).toBe(2);
    const told = await read(at);
    expect(told).toMatchObject({ unread: 1, notices: [{ kind: 'refused often', read: false }] });
    expect(told.notices[0].words.zh).toMatch(
      /^一分钟内有 10 次请求被拒绝（401），最近一次来自 .*127\.0\.0\.1/,
    );
    expect(told.notices[0].words.en).toMatch(/^Ten requests were refused within a minute \(401\)/);
    // Again in the same hour: a line of the log, and no second notice.
    at.later(1 / 30);
    await refused(10);
    at.later(1 / 30);
    await refused(10);
    await new Promise((done) => setImmediate(done));
    expect(await left()).toBe(2);
    at.later(1);
    await refused(10);
    await expect.poll(left).toBe(3);
    await work();
    expect((await read(at)).unread).toBe(2);
    const ids = (await read(at)).notices.map(({ id }: { id: string }) => id);
    await ok(at.call('admin', 'POST /api/v1/notices/reading', { ids }));
    expect((await read(at)).unread).toBe(0);
  });

  test('are told to nobody else: not to the staff, not to a guest', async () => {
    const { at, refused, left } = await house();
    await refused(10);
    await expect.poll(left).toBe(1);
    await workOutbox(at.deps, newRequestContext(at.deps));
    expect(await at.database.as(systemViewer).count(notices)).toBe(1);
    for (const name of ['wang', 'ma', 'guan'] as const)
      expect((await at.call(name, 'GET /api/v1/notices')).status).toBe(403);
    for (const name of ['whale', 'spark'] as const)
      expect(await ok(at.call(name, 'GET /api/v1/notices'))).toMatchObject({ unread: 0, notices: [] });
  });
});

describe('whoever hangs up', () => {
  /** Sends it and ends the connection so long after it came: once the work has begun, it goes on without who asked. */
  async function hungUp(
    app: ReturnType<typeof createApp>,
    afterMs: number,
    [path, cookie, body]: readonly [path: string, cookie: string, body: object],
  ) {
    const server = app.listen(0);
    onTestFinished(() => void server.close());
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const closed = new Promise<void>((done) => {
      server.once('request', (_req, res) => {
        res.once('close', done);
        setTimeout(() => asked.destroy(), afterMs);
      });
    });
    const headers = { cookie, 'content-type': 'application/json' };
    const asked = http.request({ port, method: 'POST', path, headers });
    asked.on('error', () => undefined);
    asked.end(JSON.stringify(body));
    await closed;
  }

  test('leaves the line of what came of it: of a key that was made, of a password that was tried', async () => {
    const house = await aHouse();
    await withPassword(house, 'liu');
    const { app, told } = logged(house);
    const cookie = await house.cookieOf('whale');
    const ask = { name: 'ERP', scopes: ['items.read'], days: 30 };
    const made = async () => (await ok(house.call('whale', 'GET /api/v1/api-keys'))).rows.length as number;
    // How long it takes until it was read is the machine's: each stays a little longer than the one before.
    let patience = 0;
    const hangUp = async () => {
      patience += 4;
      await hungUp(app, patience, ['/api/v1/api-keys', cookie, ask]);
      return told().some(({ audited, hungUp }) => audited && hungUp);
    };
    await expect.poll(hangUp).toBe(true);
    expect(await made()).toBeGreaterThan(0);
    await expect.poll(async () => told().filter(({ audited }) => audited).length - (await made())).toBe(0);
    await expect.poll(() => told().every(({ by }) => by === 'whale')).toBe(true);
    const wrong = { username: 'liu', password: 'a wrong password' };
    // Whoever hangs up before it was read has asked nothing.
    patience = 0;
    const tried = async () => {
      patience += 4;
      await hungUp(app, patience, ['/api/auth/sign-in/username', '', wrong]);
      return told().at(-1);
    };
    await expect.poll(tried).toMatchObject({ what: 'sign-in refused', hungUp: true });
  });
});
