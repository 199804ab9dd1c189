import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { sessions } from '../../db/schema/people.ts';
import { attemptPolicies, countAttempt, forgiveAttempts } from '../access/failed-attempts.ts';
import { keptTokenIn } from '../access/session-cookie.ts';
import { Problem, signIn } from '../http/problem.ts';
import type { Call } from '../http/route.ts';
import { accessSentences } from '../words/access.ts';
import { mustKnowPassword } from './account.ts';

export const Proof = z.union([
  z.strictObject({ password: z.string().max(200) }),
  z.strictObject({ code: z.string().regex(/^\d{6}$/) }),
]);

/** Whoever sits at this session is its owner: for the next minutes it may give rights away. */
export async function prove(call: Call<z.output<typeof Proof>>): Promise<{ done: true }> {
  const { db, input, deps, caller, context } = call;
  if ('password' in input) await mustKnowPassword(call, input.password);
  else await mustKnowCode(call, input.code);
  const token = keptTokenIn(deps.accounts, caller.cookies) ?? '';
  const proven = { provenAt: context.now, provenBy: 'code' in input ? 'code' : 'password' } as const;
  await db.atomically(async (tx) => {
    const session = await tx.first(sessions, eq(sessions.token, token));
    if (!session) throw signIn();
    await tx.change(sessions, session, proven);
  });
  return { done: true };
}

/** @throws Problem 403 unless the authenticator of whoever asks shows this code at this moment, and it was not used */
async function mustKnowCode({ db, actor, deps, caller, context }: Call<object>, code: string) {
  const id = `proof ${actor.id}`;
  await db.atomically((tx) => countAttempt(tx, id, attemptPolicies.account, context.now));
  const headers = new Headers({ cookie: caller.cookies ?? '' });
  try {
    await deps.accounts.api.verifyTOTP({ body: { code }, headers });
  } catch {
    throw new Problem(403, 'wrong_code', accessSentences.wrongCode);
  }
  await db.atomically((tx) => forgiveAttempts(tx, id, 'all'));
}
