import { createServer } from 'node:http';
import { eq } from 'drizzle-orm';
import { pino } from 'pino';
import request from 'supertest';
import { describe, expect, test } from 'vitest';
import { signIns } from '../../db/schema/access.ts';
import { systemViewer } from '../../db/seen-by.ts';
import { accountPaths } from '../../server/access/account-paths.ts';
import { createApp } from '../../server/app.ts';
import { aHouse, type House } from '../world.ts';
import { aBrowser, codeOf, password, withPassword, withSecondFactor } from './browsers.ts';
import { type Body, ok } from './road.ts';

/** The same house with a log that a test can read: the lines of the security log. */
function logged(at: House) {
  const lines: Body[] = [];
  const write = (line: string) => void lines.push(JSON.parse(line));
  const config = { ...at.deps.config, SIGN_IN_TRIES: 10_000 };
  const app = createApp({ ...at.deps, config, log: pino({ level: 'info' }, { write }) });
  const server = createServer(app);
  return { at: { ...at, server }, told: () => lines.filter(({ log }) => log === 'security') };
}

/** Somebody at a path who does not know what it compares, and somebody who does. */
const guessed: Record<string, { wrong: object; right: (uri: string) => object }> = {
  'sign-in': {
    wrong: { password: 'a wrong password' },
    right: () => ({ password }),
  },
  password: { wrong: { password: 'a wrong password' }, right: () => ({ password }) },
  code: { wrong: { code: '000000' }, right: (uri) => ({ code: codeOf(uri, 1) }) },
};
const whose: Record<string, object> = {
  '/sign-in/email': { email: 'liu@example.test' },
  '/sign-in/username': { username: 'liu' },
};
const compare = [...accountPaths].filter(([, { checks }]) => checks !== 'nothing');

/** Liu with a second factor: signed in, with a code just shown, as every path inside asks for. */
async function inside(path: string) {
  const house = await aHouse();
  const { browser, uri, verify } = await withSecondFactor(house, 'liu');
  if (!path.endsWith('/enable')) await verify();
  if (path.endsWith('/disable') || path.endsWith('codes'))
    await ok(browser.call('post', '/api/v1/me/proofs', { code: codeOf(uri) }));
  return { house, browser, uri };
}

describe.each(compare)('%s', (path, { checks }) => {
  const { wrong, right } = guessed[checks] as (typeof guessed)[string];

  test('looks at five wrong ones of forty at once, turns the rest away, and says all that in the log', async () => {
    const { house, browser, uri } = await inside(path);
    const { at, told } = logged(house);
    const cookies = (await browser.call('get', '/api/v1/me')).request.get('cookie');
    const asks = async (body: object) => {
      const asked = request(at.server).post(`/api/auth${path}`).set('accept-language', 'zh-CN');
      if (checks !== 'sign-in') asked.set('cookie', String(cookies));
      return asked.send({ ...whose[path], ...body });
    };
    const all = await Promise.all(Array.from({ length: 40 }, () => asks(wrong)));
    expect(all.filter(({ status }) => status === 401 || status === 403).length).toBe(5);
    expect(all.filter(({ status }) => status === 429).length).toBe(35);
    for (const { type, body } of all) {
      expect(type).toBe('application/problem+json');
      expect(body.detail).toMatch(/[一-龥]/);
    }
    const waits = await asks(right(uri));
    expect([waits.status, waits.body.code, waits.body.words.zh]).toEqual([
      ...[429, 'wait', expect.stringContaining('请等待')],
    ]);
    expect(told().length).toBe(41 + told().filter(({ times }) => times).length);
    expect(told().filter(({ reason }) => /^wrong/.test(reason)).length).toBe(5);
    expect(told().filter(({ about, by }) => about === 'liu' || by === 'liu').length).toBeGreaterThan(20);
    const history = await house.database.as(systemViewer).find(signIns, eq(signIns.userId, 'liu'));
    expect(history.some(({ went }) => went === 'waiting')).toBe(true);
  });

  test('takes what it asks for and no more', async () => {
    const { house, browser } = await inside(path);
    const more = ['email', 'username', 'callbackURL', 'issuer', 'method', '__proto__', 'disableSession'];
    for (const name of more.filter((one) => !(one in (whose[path] ?? {})))) {
      const text = JSON.stringify({ ...whose[path], ...wrong }).replace(/\}$/, `,"${name}":"totp"}`);
      const cookies = (await browser.call('get', '/api/v1/me')).request.get('cookie');
      const asked = request(house.server).post(`/api/auth${path}`).set('cookie', String(cookies));
      const { status, body } = await asked.type('json').send(text);
      expect([name, status, body.code]).toEqual([name, 422, 'unusable_input']);
    }
  });
});

test('between password and code a guess counts for the person, in whichever browser it is made', async () => {
  const at = await aHouse();
  const { browser, uri, verify } = await withSecondFactor(at, 'liu');
  await verify();
  const totp = '/api/auth/two-factor/verify-totp';
  const { at: heard, told } = logged(at);
  for (let n = 0; n < 5; n++) {
    const stranger = aBrowser(heard);
    await stranger.signIn('liu');
    expect((await stranger.call('post', totp, { code: '000000' })).status).toBe(401);
  }
  // Nobody is signed in yet; the log knows all the same whose code it was to be.
  const wrong = told().filter(({ reason }) => reason === 'wrong code');
  expect(wrong.map(({ by, about }) => [by, about])).toEqual(Array(5).fill([null, 'liu']));
  const stranger = aBrowser(at);
  await stranger.signIn('liu');
  expect((await stranger.call('post', totp, { code: codeOf(uri) })).status).toBe(429);
  // Their own browser, which has shown a code before, is not made to wait by those.
  await ok(browser.signIn('liu'));
  await browser.call('post', '/api/auth/sign-out', {});
  await browser.signIn('liu');
  expect((await browser.call('post', totp, { code: codeOf(uri) })).status).toBe(200);
});

test('strangers fill the line of a name, and whoever has it signs in from the browser they used before', async () => {
  const at = await aHouse();
  await withPassword(at, 'liu');
  const browser = aBrowser(at);
  await ok(browser.signIn('liu'));
  const config = { ...at.deps.config, SIGN_IN_TRIES: 10_000 };
  const server = createApp({ ...at.deps, config });
  const known = (await browser.call('get', '/api/v1/me')).request.get('cookie');
  const strangers = Array.from({ length: 60 }, (_, n) =>
    request(server)
      .post(`/api/auth/sign-in/${n % 2 ? 'email' : 'username'}`)
      .send(n % 2 ? { email: 'liu@example.test', password: 'x' } : { username: 'liu', password: 'x' }),
  );
  const before = Promise.all(strangers);
  const own = request(server).post('/api/auth/sign-in/username').set('cookie', String(known));
  expect((await own.send({ username: 'liu', password })).status).toBe(200);
  expect((await before).some(({ status }) => status === 429)).toBe(true);
  // Nor does anything that is sent to the path of addresses wait among the names.
  const beside = request(server).post('/api/auth/sign-in/email');
  expect((await beside.send({ username: 'liu', email: 'x@example.test', password: 'x' })).status).toBe(422);
});
