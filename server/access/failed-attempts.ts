import { eq } from 'drizzle-orm';
import { tries } from '../../db/schema/access.ts';
import type { Writing } from '../../db/scope.ts';
import { Problem } from '../http/problem.ts';
import { accessSentences } from '../words/access.ts';
import type { Words } from '../words/words.ts';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

/** After `free` wrong ones in a row each further one costs a wait, twice as long as the one before. */
export interface AttemptPolicy {
  readonly free: number;
  readonly first: number;
  readonly longest: number;
  /** So many wrong ones, and only an administrator helps. */
  readonly end: number;
  /** Without a try for so long, the count begins anew. */
  readonly forget: number;
  /** What is said of the wait where nothing was wrong. */
  readonly says?: (seconds: number) => Words;
}
const says = accessSentences.enoughMail;
const never = Number.POSITIVE_INFINITY;
export const attemptPolicies = {
  /** Ten guesses at a PIN and no more: docs/security.md has the arithmetic. */
  badge: { free: 3, first: 30 * second, longest: hour, end: 10, forget: never },
  device: { free: 10, first: 30 * second, longest: 15 * minute, end: never, forget: hour },
  /** Codes for devices, from one address: they are too long to guess, but nobody has to be let try. */
  enrolment: { free: 50, first: 30 * second, longest: 15 * minute, end: never, forget: hour },
  account: { free: 5, first: minute, longest: 15 * minute, end: never, forget: 24 * hour },
  /** Mail that one person or one address asks for, to whomever. */
  mails: { free: 20, first: minute, longest: hour, end: never, forget: hour, says },
  mail: { free: 3, first: 5 * minute, longest: 6 * hour, end: never, forget: 24 * hour, says },
  /** To one address, by whomever: as long as no further one is sent, the link in the last one is good. */
  resetMail: { free: 3, first: 5 * minute, longest: hour, end: never, forget: 24 * hour, says },
} as const satisfies Record<string, AttemptPolicy>;

/**
 * Counts a try as failed before it is made, so that a thousand at once are not a thousand free ones; whoever turns out
 * to be right is forgiven. @throws Problem 429 while there is a wait, 423 when only an administrator helps
 */
export async function countAttempt(
  tx: Writing,
  id: string,
  allowed: AttemptPolicy,
  now: Date,
): Promise<void> {
  const system = tx.asSystem();
  const before = await system.first(tries, eq(tries.id, id));
  const known = before && now.getTime() - before.lastAt.getTime() < allowed.forget ? before : undefined;
  // A wait that is longer than any is one from before the clock went back.
  const rest = (known?.waitUntil?.getTime() ?? 0) - now.getTime();
  if (rest > 0 && rest <= allowed.longest) throw waiting(rest, allowed);
  const failures = (known?.failures ?? 0) + 1;
  if (failures > allowed.end) throw new Problem(423, 'locked', accessSentences.locked);
  const over = failures - allowed.free;
  const wait = over < 0 ? 0 : Math.min(allowed.first * 2 ** over, allowed.longest);
  const set = { failures, lastAt: now, waitUntil: wait ? new Date(now.getTime() + wait) : null };
  if (before) await system.change(tries, before, set);
  else await system.claim(tries, { id, ...set });
}

/** It was right: one guess less, or none at all. */
export async function forgiveAttempts(tx: Writing, id: string, how: 'this one' | 'all'): Promise<void> {
  const system = tx.asSystem();
  const known = await system.first(tries, eq(tries.id, id));
  if (!known) return;
  const failures = how === 'all' ? 0 : Math.max(0, known.failures - 1);
  await system.change(tries, known, { failures, waitUntil: null });
}

function waiting(rest: number, { says = accessSentences.wait }: AttemptPolicy) {
  const seconds = Math.ceil(rest / second);
  return new Problem(429, 'wait', says(seconds), { seconds });
}
