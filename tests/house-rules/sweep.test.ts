import { expect, test } from 'vitest';
import { routes } from '../../server/api.ts';
import { aHouse } from '../world.ts';
import { haikousOwn, kitesOwn, whalesOwn, yangpusOwn } from './canaries.ts';
import { fullHouse } from './full-house.ts';
import {
  elsewhere,
  endpoints,
  type Heard,
  inHaikou,
  nothings,
  overheard,
  strangerAt,
  subjects,
  surprises,
  swept,
  wantedFrom,
} from './sweep.ts';

/** What opens to a secret alone, or would end the sweep for whoever asks, is proved in journeys of its own. */
const onlyWithASecret = [
  'DELETE /api/v1/me/sessions/:id',
  'GET /api/v1/invitation',
  'POST /api/v1/badge-sign-ins',
  'POST /api/v1/device-enrolments',
  'POST /api/v1/email-verifications',
  'POST /api/v1/first-administrator',
  'POST /api/v1/invitation-acceptances',
  'POST /api/v1/me/password',
  'POST /api/v1/me/pin',
  'POST /api/v1/me/proofs',
  'POST /api/v1/me/sign-out-everywhere',
  'POST /api/v1/password-resets',
];

test('every role is answered as the matrix says, about its own, another’s and nothing; and hears of nobody else', async () => {
  const { house, goods } = await fullHouse();
  const { whale, yangpu } = await subjects(house, goods);
  const heard: Heard = [];
  const haikou = await swept(house, { names: inHaikou, own: whale, others: yangpu, none: nothings }, heard);
  expect(surprises(haikou.said, wantedFrom(inHaikou))).toEqual([]);
  const others = await swept(house, { names: elsewhere, own: yangpu, others: whale, none: nothings }, heard);
  expect(surprises(others.said, wantedFrom(elsewhere))).toEqual([]);
  // What is another's is not there, in the very words in which nothing is not there.
  expect([...haikou.told404, ...others.told404]).toEqual([]);
  // A route at which nobody ever gets through would prove nothing.
  const never = routes.filter(({ endpoint }) => !haikou.done.has(endpoint) && !others.done.has(endpoint));
  expect(never.map(({ endpoint }) => endpoint).sort()).toEqual(onlyWithASecret);
  expect(overheard(heard)).toEqual([]);
  // The secrets are there to be heard: by those whose they are.
  for (const [name, secret] of [
    ['whale', whalesOwn],
    ['spark', haikousOwn],
    ['kite', kitesOwn],
    ['bolt', yangpusOwn],
    ['zhou', yangpusOwn],
  ] as const)
    expect(
      heard.filter(({ by, bytes }) => by === name && bytes.includes(secret)).length,
      name,
    ).toBeGreaterThan(2);
  expect(heard.length).toBeGreaterThan(1500);
});

test('nobody who is not signed in gets past the door', async () => {
  const house = await aHouse();
  for (const endpoint of endpoints) {
    const { status, wanted } = await strangerAt(house, endpoint);
    expect(status, endpoint).toBe(wanted);
  }
});
