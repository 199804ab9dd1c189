import { eq, like } from 'drizzle-orm';
import request from 'supertest';
import { describe, expect, test } from 'vitest';
import { links, signIns, tries } from '../../db/schema/access.ts';
import { outbox } from '../../db/schema/jobs.ts';
import { systemViewer } from '../../db/seen-by.ts';
import { hashOfSecret } from '../../server/access/secrets.ts';
import { aHouse, type House } from '../world.ts';
import { aBrowser, password, withPassword } from './browsers.ts';
import { ok } from './road.ts';

const housed = (at: House) => at.database.as(systemViewer);
const attack = (at: House, body: object, path = 'username') =>
  request(at.server).post(`/api/auth/sign-in/${path}`).send(body);
const failuresOf = async (at: House, name: string) =>
  (await housed(at).find(tries, eq(tries.id, `account ${hashOfSecret(name)}`)))[0]?.failures ?? 0;

describe('what is counted is what is tried', () => {
  test('an address that is sent beside the user name is refused, as is what is no name at all', async () => {
    const at = await aHouse();
    await withPassword(at, 'liu');
    const beside = { username: 'liu', email: 'ma@example.test', password };
    for (const [body, path] of [
      [beside, 'username'],
      [beside, 'email'],
      [{ username: ['liu'], password }, 'username'],
    ] as const)
      expect((await attack(at, body, path)).body).toMatchObject({ status: 422, code: 'unusable_input' });
    await attack(at, { email: 'liu', password: 'not it' }, 'email');
    expect(await housed(at).count(signIns)).toBe(0);
    expect([await failuresOf(at, 'liu'), await failuresOf(at, 'ma')]).toEqual([0, 0]);
  });

  test('a name counts as it is typed, in whatever case; with its address beside it nothing tells who exists', async () => {
    const at = await aHouse({ SIGN_IN_TRIES: '1000' });
    await withPassword(at, 'liu');
    const tried = async (name: string) => {
      const seen: number[] = [];
      const spelt = [name, name.toUpperCase(), name, name, name, name];
      for (const username of spelt) seen.push((await attack(at, { username, password: 'not it' })).status);
      for (const email of spelt.map((one) => `${one}@example.test`))
        seen.push((await attack(at, { email, password: 'not it' }, 'email')).status);
      return seen;
    };
    const fiveAndAWait = [401, 401, 401, 401, 401, 429];
    expect(await tried('liu')).toEqual([...fiveAndAWait, ...fiveAndAWait]);
    expect(await tried('liuu')).toEqual([...fiveAndAWait, ...fiveAndAWait]);
    expect((await attack(at, { email: 'liu@example.test', password }, 'email')).status).toBe(429);
  });
});

describe('whoever is right is let in', () => {
  test('from a browser that they used before, however often strangers are wrong elsewhere', async () => {
    const at = await aHouse();
    await withPassword(at, 'liu');
    await withPassword(at, 'wu');
    const browser = aBrowser(at);
    await ok(browser.signIn('liu'));
    for (let n = 0; n < 5; n++) await attack(at, { username: 'liu', password: 'not it' });
    expect((await aBrowser(at).signIn('liu')).status).toBe(429);
    expect((await browser.signIn('liu')).status).toBe(200);
    // It is known for its own person alone, and has guesses as few as everybody.
    for (let n = 0; n < 5; n++) await attack(at, { username: 'wu', password: 'not it' });
    expect((await browser.signIn('wu')).status).toBe(429);
    const guess = () =>
      browser.call('post', '/api/auth/sign-in/username', { username: 'liu', password: 'not it' });
    for (let n = 0; n < 5; n++) expect((await guess()).status).toBe(401);
    expect((await guess()).status).toBe(429);
  });

  test('and a browser says by itself of nobody that they were there: its cookie is sealed', async () => {
    const at = await aHouse();
    await withPassword(at, 'liu');
    for (let n = 0; n < 6; n++) await attack(at, { username: 'liu', password: 'not it' });
    for (const value of ['x~liu', 'x~liu.', 'x~liu.AAAA', '~liu.x']) {
      const cookie = `guihang.known_browser=${encodeURIComponent(value)}`;
      expect((await attack(at, { username: 'liu', password }).set('cookie', cookie)).status, value).toBe(429);
    }
  });

  test('twelve times at once', async () => {
    const at = await aHouse();
    await withPassword(at, 'liu');
    const all = await Promise.all(
      Array.from({ length: 12 }, () => attack(at, { username: 'liu', password })),
    );
    expect(all.map(({ status }) => status)).toEqual(Array.from({ length: 12 }, () => 200));
    expect(await failuresOf(at, 'liu')).toBe(0);
  });

  test('while twelve wrong ones at once are five, and a wait', async () => {
    const at = await aHouse();
    await withPassword(at, 'liu');
    const all = await Promise.all(
      Array.from({ length: 12 }, () => attack(at, { username: 'liu', password: 'not it' })),
    );
    expect(all.filter(({ status }) => status === 401).length).toBe(5);
    expect(all.filter(({ status }) => status === 429).length).toBe(7);
  });
});

describe('mail that strangers and guests can have sent', () => {
  const reset = (at: House, email: string) =>
    at.call('nobody', 'POST /api/v1/password-reset-requests', { email });

  test('to choose a password is limited per address that it goes to and per address that it comes from', async () => {
    const at = await aHouse();
    for (const who of ['liu', 'nobody-of-ours']) {
      for (let n = 0; n < 4; n++)
        expect((await reset(at, `${who}@example.test`)).body).toEqual({ done: true });
    }
    // The fourth brought no further mail, and took nothing from the third: its link still leads somewhere.
    const sent = (await housed(at).find(outbox)).filter(({ about }) => about.mail === 'reset');
    expect(sent.length).toBe(3);
    const token = String(sent.at(-1)?.about.link).split('token=')[1];
    await ok(at.call('nobody', 'POST /api/v1/password-resets', { token, password }));
    const seen: number[] = [];
    for (let n = 0; n < 16; n++) seen.push((await reset(at, `a${n}@example.test`)).status);
    expect(seen.filter((status) => status === 200).length).toBe(12);
    const { status, body } = await reset(at, 'liu@example.test');
    expect([status, body.code, body.words.en]).toEqual([
      429,
      'wait',
      expect.stringMatching(/^Too many e-mails/),
    ]);
  });

  test('and asking leaves as much behind for nobody as for somebody', async () => {
    const at = await aHouse();
    await reset(at, 'liu@example.test');
    await reset(at, 'nobody-of-ours@example.test');
    expect(await housed(at).count(links, eq(links.kind, 'reset'))).toBe(2);
    expect(await housed(at).count(links, like(links.subjectId, 'nobody %'))).toBe(1);
  });

  test('to invite is limited per recipient and per sender; who else was invited is told to nobody', async () => {
    const at = await aHouse();
    const invite = async (who: 'whale' | 'kite', email: string) =>
      (await at.call(who, 'POST /api/v1/invitations', { email, role: 'exporterMember' })).status;
    for (let n = 0; n < 3; n++) expect(await invite('whale', 'new@example.test')).toBe(200);
    expect(await invite('whale', 'New@example.test')).toBe(429);
    // Somebody who is here already, and somebody whom another invited: the same answer.
    expect(await invite('kite', 'new@example.test')).toBe(200);
    expect(await invite('kite', 'liu@example.test')).toBe(200);
    const seen: number[] = [];
    for (let n = 0; n < 20; n++) seen.push(await invite('whale', `a${n}@example.test`));
    expect([seen.filter((status) => status === 200).length, seen.at(-1)]).toEqual([17, 429]);
  });
});
