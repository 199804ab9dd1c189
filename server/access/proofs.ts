import { proofOfSession } from '../../db/queries/access.ts';
import { systemViewer } from '../../db/seen-by.ts';
import { Problem } from '../http/problem.ts';
import type { Deps } from '../process/deps.ts';
import { accessSentences } from '../words/access.ts';
import type { Caller } from './caller.ts';
import { keptTokenIn } from './session-cookie.ts';

/** For so long whoever sits at a session is believed to be its owner still. */
const PROOF_MS = 5 * 60_000;

type Door = Pick<Deps, 'accounts' | 'database' | 'now'>;

/**
 * A session that was left open or stolen must not become a right for ever: what gives rights away asks for a password
 * or a code of a moment ago, in this very session. @throws Problem 403 without one
 */
export async function mustHaveProved(door: Door, caller: Caller, by?: 'code'): Promise<void> {
  const token = keptTokenIn(door.accounts, caller.cookies) ?? '';
  const [session] = await door.database.as(systemViewer).ask(proofOfSession, { token });
  const age = door.now().getTime() - (session?.provenAt?.getTime() ?? Number.NEGATIVE_INFINITY);
  const isGood = age <= PROOF_MS && (!by || session?.provenBy === by);
  if (isGood && !caller.authorization) return;
  const ways = by ? [by] : session?.twoFactorEnabled ? ['password', 'code'] : ['password'];
  throw new Problem(403, 'prove_yourself', accessSentences.proveYourself, { ways });
}
