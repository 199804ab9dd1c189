import { pino } from 'pino';
import request from 'supertest';
import { expect, test } from 'vitest';
import { createApp } from '../../server/app.ts';
import { aHouse, type House, newScan } from '../world.ts';
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
