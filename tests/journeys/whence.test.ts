import request from 'supertest';
import { expect, test } from 'vitest';
import { aHouse, type House } from '../world.ts';
import { aBrowser, password, withPassword } from './browsers.ts';
import { aKnownBadge, anEnrolledHandheld } from './handhelds.ts';
import { ok } from './road.ts';

// A warehouse has one address, for its people, their handhelds and whoever sits on its Wi-Fi.
const few = { SIGN_IN_TRIES: '6', PERSON_RATE: '8' };
const strangers = {
  'codes of nobody': (at: House) =>
    request(at.server).post('/api/auth/two-factor/verify-totp').send({ code: '123456' }),
  'what is no JSON': (at: House) =>
    request(at.server).post('/api/auth/sign-in/username').type('application/json').send('{'),
  'names of nobody': (at: House) =>
    request(at.server).post('/api/auth/sign-in/username').send({ username: 'x', password: 'not it' }),
};

test.each(Object.keys(strangers) as (keyof typeof strangers)[])(
  'a stranger who sends %s keeps nobody from the browser that they used before',
  async (sent) => {
    const at = await aHouse(few);
    await withPassword(at, 'liu');
    const browser = aBrowser(at);
    await ok(browser.signIn('liu'));
    const seen: number[] = [];
    for (let n = 0; n < 9; n++) seen.push((await strangers[sent](at)).status);
    expect(seen.at(-1)).toBe(429);
    expect((await browser.signIn('liu')).status).toBe(200);
    // From a browser that says so and was not, it is the address that counts.
    const madeUp = `guihang.known_browser=${encodeURIComponent('x~liu.AAAA')}`;
    const asked = request(at.server).post('/api/auth/sign-in/username').set('cookie', madeUp);
    expect((await asked.send({ username: 'liu', password })).status).toBe(429);
  },
);

test('a stranger who asks what anybody may ask keeps no badge from its handheld, and a made-up handheld is a stranger', async () => {
  const at = await aHouse(few);
  const handheld = await anEnrolledHandheld(at);
  const badge = await aKnownBadge(at, 'liu', '7391');
  const asked = async (cookie: string) =>
    (await request(at.server).get('/api/v1/device').set('cookie', cookie)).status;
  const seen: number[] = [];
  for (let n = 0; n < 12; n++) seen.push(await asked(`guihang.device=made-up-${n}`));
  expect([seen[0], seen.at(-1)]).toEqual([200, 429]);
  expect((await handheld.call('POST /api/v1/badge-sign-ins', { badge, pin: '7391' })).status).toBe(200);
  // One handheld has a budget, too.
  const its: number[] = [];
  for (let n = 0; n < 12; n++) its.push((await handheld.call('GET /api/v1/device')).status);
  expect(its.at(-1)).toBe(429);
});

test('more people than that come in at the beginning of a shift, for they are right', async () => {
  const at = await aHouse(few);
  await withPassword(at, 'liu');
  for (let n = 0; n < 9; n++) expect((await aBrowser(at).signIn('liu')).status).toBe(200);
});
