import request from 'supertest';
import { expect, test, vi } from 'vitest';
import { aHouse, type House } from '../world.ts';
import { type Body, ok } from './road.ts';

const items = 'GET /api/v1/items';
/** How so many questions at once are answered. */
const asked = async (at: House, who: 'whale' | 'whaleClerk' | 'kite' | 'liu', times: number) => {
  const answers = await Promise.all(Array.from({ length: times }, () => at.call(who, items)));
  return answers.map(({ status }) => status).filter((status) => status === 200).length;
};
const bySession = { PERSON_RATE: '5', ORGANISATION_RATE: '12', KEY_RATE: '100' };

test('a person has so many requests a minute, on all their screens together, and is told how long to wait', async () => {
  const at = await aHouse(bySession);
  expect(await asked(at, 'liu', 9)).toBe(5);
  const { status, headers, body } = await at.call('liu', items);
  expect([status, body.code, Number(headers['retry-after']) > 0]).toEqual([429, 'too_many', true]);
  expect([body.words.zh, body.words.en]).toEqual([
    '您的请求太频繁，请稍后再试。',
    'You send too many requests. Wait a little and try again.',
  ]);
  // Nobody else of the staff has less for it.
  expect((await at.call('chen', items)).status).toBe(200);
});

test('what counts is who asks: however their header, their body or their route looks', async () => {
  const at = await aHouse(bySession);
  const cookie = await at.cookieOf('liu');
  const ways = ['/api/v1/items', '/api/v1/items/', '/API/v1/Items', '/api/v1/items?page=1', '/api/v1/board'];
  for (const [n, path] of ways.entries()) {
    const asking = request(at.server).get(path).set('x-forwarded-for', `10.0.0.${n}`);
    await asking.set('cookie', `a=${n}; ${cookie}; b=${n}`).set('user-agent', `${n}`);
  }
  expect((await at.call('liu', items)).status).toBe(429);
});

test('an organisation has so many requests a minute with all its people and keys; the staff have none together', async () => {
  const at = await aHouse(bySession);
  const made: Body = await ok(
    at.call('whale', 'POST /api/v1/api-keys', { name: 'ERP', scopes: ['items.read'], days: 30 }),
  );
  const byKey = async (scheme: string) =>
    request(at.server).get('/api/v1/items').set('authorization', `${scheme} ${made.secret}`);
  expect(await asked(at, 'whale', 9)).toBe(4);
  expect(await asked(at, 'whaleClerk', 9)).toBe(5);
  const answers = [];
  for (const scheme of ['Bearer', 'bearer', 'BEARER', 'bEarer']) answers.push(await byKey(scheme));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 429, 429]);
  expect(answers.at(-1)?.body.words.en).toContain('Your company sends too many requests');
  expect((await at.call('kite', items)).status).toBe(200);
  for (const who of ['liu', 'chen', 'wang', 'guan'] as const)
    expect((await at.call(who, items)).status).toBe(200);
});

test('who is refused has asked, too', async () => {
  const at = await aHouse(bySession);
  const refused = [];
  for (let i = 0; i < 6; i++) refused.push((await at.call('whale', 'GET /api/v1/board')).status);
  expect(refused).toEqual([403, 403, 403, 403, 403, 429]);
  expect((await at.call('kite', items)).status).toBe(200);
});

test('where nobody is known the address counts, whatever keys and sessions are made up', async () => {
  const at = await aHouse({ ...bySession, ORGANISATION_RATE: '100' });
  const statuses = [];
  for (let i = 0; i < 7; i++) {
    const asking = request(at.server).get('/api/v1/items');
    const made = i % 2 ? asking.set('authorization', `Bearer made-up-${i}`) : asking.set('cookie', `a=${i}`);
    statuses.push((await made).status);
  }
  expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429]);
  // Whoever is known there goes on.
  expect((await at.call('liu', items)).status).toBe(200);
});

test('keys that are made up are looked for so often from one address and no more; a real one is all the same', async () => {
  const at = await aHouse(bySession);
  const made: Body = await ok(
    at.call('whale', 'POST /api/v1/api-keys', { name: 'ERP', scopes: ['items.read'], days: 30 }),
  );
  const looks = vi.spyOn(at.deps.database, 'as');
  const asked = async (key: string) => {
    looks.mockClear();
    const asking = request(at.server).get('/api/v1/items').set('authorization', `Bearer ${key}`);
    const { status } = await asking;
    return [status, looks.mock.calls.length > 0];
  };
  expect(await asked(made.secret)).toEqual([200, true]);
  // What does not even look like a key is not looked for.
  expect(await asked('made-up')).toEqual([401, false]);
  const answers = [];
  for (let i = 0; i < 7; i++) answers.push(await asked(`gh_made-up-${i}`));
  const lookedFor = [401, true];
  const refused = [429, false];
  expect(answers).toEqual([...Array(4).fill(lookedFor), ...Array(3).fill(refused)]);
  expect(await asked(made.secret)).toEqual([200, true]);
});

test('the budgets stand in the document', async () => {
  const at = await aHouse(bySession);
  const { body } = await request(at.server).get('/api/v1/openapi.json');
  expect(body.info['x-requests-per-minute']).toEqual({ person: 5, key: 100, organisation: 12 });
  expect(body.info.description).toContain('12 of an exporter');
  const answers = body.paths['/api/v1/items'].get.responses;
  expect(answers[429].description).toContain('Retry-After');
});

test('whoever scans at full speed for a minute does not come near the budget of a person', async () => {
  const at = await aHouse({ PERSON_RATE: '', ORGANISATION_RATE: '' });
  // Two scans a second, and for each: what it is, the step, the item and its return order once more.
  expect(at.deps.config.PERSON_RATE).toBeGreaterThanOrEqual(2 * 2 * 4 * 60);
  expect(at.deps.config.ORGANISATION_RATE).toBeGreaterThanOrEqual(5 * at.deps.config.PERSON_RATE);
});
