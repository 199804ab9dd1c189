import { expect, test } from 'vitest';
import { tries } from '../../db/schema/access.ts';
import { systemViewer } from '../../db/seen-by.ts';
import {
  type AttemptPolicy,
  attemptPolicies,
  countAttempt,
  forgiveAttempts,
} from '../../server/access/failed-attempts.ts';
import { Problem } from '../../server/http/problem.ts';
import { aHouse, type House } from '../world.ts';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const start = Date.parse('2026-11-23T02:00:00Z');

/** Somebody who guesses at one thing; times are milliseconds after the start. */
function aGuesser(at: House, id: string, allowed: AttemptPolicy) {
  const house = at.database.as(systemViewer);
  /** What is answered: that it counts, or so many seconds to wait, or that it is over. */
  async function guess(ms: number): Promise<'counted' | 'locked' | number> {
    try {
      await house.atomically((tx) => countAttempt(tx, id, allowed, new Date(start + ms)));
      return 'counted';
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const { status, code, extra } = error;
      expect([status, code]).toEqual(code === 'wait' ? [429, 'wait'] : [423, 'locked']);
      return code === 'wait' ? Number(extra.seconds) : 'locked';
    }
  }
  const guessesAt = async (ms: number, times: number) => {
    for (let i = 0; i < times; i++) expect(await guess(ms), `guess ${i + 1}`).toBe('counted');
  };
  const right = (how: 'this one' | 'all' = 'all') => house.atomically((tx) => forgiveAttempts(tx, id, how));
  return { guess, guessesAt, right };
}

/** docs/security.md: so many are free, then each costs a wait, twice as long as the one before, up to the longest. */
const waits: Record<keyof typeof attemptPolicies, readonly [free: number, ...seconds: number[]]> = {
  badge: [3, 30, 60, 120, 240, 480, 960, 1920],
  device: [10, 30, 60, 120, 240, 480, 900, 900],
  enrolment: [50, 30, 60, 120, 240, 480, 900, 900],
  account: [5, 60, 120, 240, 480, 900, 900],
  mails: [20, 60, 120, 240, 480, 960, 1920, 3600],
  resetMail: [3, 300, 600, 1200, 2400, 3600, 3600],
  mail: [3, 300, 600, 1200, 2400, 4800, 9600, 19_200, 21_600, 21_600],
};
test.each(Object.entries(waits))(
  '%s: the free guesses, and then growing waits',
  async (kind, [free, ...all]) => {
    const { guess, guessesAt } = aGuesser(
      await aHouse(),
      'it',
      attemptPolicies[kind as keyof typeof attemptPolicies],
    );
    await guessesAt(0, free);
    let now = 0;
    for (const wait of all) {
      expect(await guess(now)).toBe(wait);
      expect(await guess(now + 1)).toBe(wait);
      now += wait * second;
      expect(await guess(now - 1), 'just before').toBe(1);
      expect(await guess(now), 'just then').toBe('counted');
    }
  },
);

test('the tenth wrong PIN of a badge is the last, for years, until it is right again by an administrator', async () => {
  const { guess, right } = aGuesser(await aHouse(), 'badge', attemptPolicies.badge);
  let now = 0;
  for (let i = 0; i < 10; i++) {
    expect(await guess(now)).toBe('counted');
    now += 64 * minute;
  }
  expect(await guess(now)).toBe('locked');
  expect(await guess(now + 5 * 365 * 24 * hour)).toBe('locked');
  await right();
  expect(await guess(now)).toBe('counted');
});

test.each([
  ['device', hour],
  ['enrolment', hour],
  ['account', 24 * hour],
  ['mail', 24 * hour],
] as const)(
  '%s: the count begins anew without a try for so long, and not a moment earlier',
  async (kind, forgotten) => {
    const at = await aHouse();
    const { free } = attemptPolicies[kind];
    const early = aGuesser(at, 'early', attemptPolicies[kind]);
    await early.guessesAt(0, free - 1);
    expect(await early.guess(forgotten - 1)).toBe('counted');
    expect(await early.guess(forgotten - 1)).toBe(kind === 'mail' ? 300 : kind === 'account' ? 60 : 30);
    const late = aGuesser(at, 'late', attemptPolicies[kind]);
    await late.guessesAt(0, free - 1);
    await late.guessesAt(forgotten, free);
    expect(await late.guess(forgotten)).not.toBe('counted');
  },
);

test('a badge’s guesses are never forgotten by themselves', async () => {
  const { guess, guessesAt } = aGuesser(await aHouse(), 'badge', attemptPolicies.badge);
  await guessesAt(0, 2);
  const years = 3 * 365 * 24 * hour;
  expect(await guess(years)).toBe('counted');
  expect(await guess(years)).toBe(30);
});

test('whoever is right is forgiven: this guess, or all of them, and the wait with it', async () => {
  const { guess, guessesAt, right } = aGuesser(await aHouse(), 'device', attemptPolicies.device);
  await guessesAt(0, 10);
  expect(await guess(0)).toBe(30);
  await right('this one');
  expect(await guess(0)).toBe('counted');
  expect(await guess(0)).toBe(30);
  await right('all');
  await guessesAt(0, 10);
  expect(await guess(0)).toBe(30);
  // Right more often than wrong leaves nothing to one's credit.
  await right('all');
  for (let i = 0; i < 3; i++) await right('this one');
  await guessesAt(0, 10);
  expect(await guess(0)).toBe(30);
});

test('each thing that is guessed at has a count of its own, and nothing is noted of what nobody guessed at', async () => {
  const at = await aHouse();
  const [one, other] = [
    aGuesser(at, 'one', attemptPolicies.badge),
    aGuesser(at, 'other', attemptPolicies.badge),
  ];
  await one.guessesAt(0, 3);
  await other.right();
  expect(await one.guess(0)).toBe(30);
  expect(await other.guess(0)).toBe('counted');
  await other.right();
  expect(await one.guess(0)).toBe(30);
  await aGuesser(at, 'nobody', attemptPolicies.badge).right();
  const rows = await at.database.as(systemViewer).find(tries);
  expect(rows.sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual([
    { id: 'one', failures: 3, lastAt: new Date(start), waitUntil: new Date(start + 30 * second) },
    { id: 'other', failures: 0, lastAt: new Date(start), waitUntil: null },
  ]);
});

test('a clock that is set back makes nobody wait for longer than the longest wait', async () => {
  const at = await aHouse();
  for (const [id, back, answer] of [
    ['just', 14 * minute + 30 * second, 900],
    ['over', 14 * minute + 30 * second + 1, 'counted'],
  ] as const) {
    const { guess, guessesAt } = aGuesser(at, id, attemptPolicies.device);
    await guessesAt(0, 10);
    expect(await guess(-back), id).toBe(answer);
  }
});
