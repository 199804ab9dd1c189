import { toNodeHandler } from 'better-auth/node';
import type { RequestHandler } from 'express';
import { forbidden, ourFault, Problem, signIn, unreadable } from '../http/problem.ts';
import type { Deps } from '../process/deps.ts';
import { whileInLibrary } from '../process/security-facts.ts';
import { problems } from '../words/problems.ts';
import type { Words } from '../words/words.ts';

/** The accounts library behind its paths. What it refuses is refused like everything else, in words of ours. */
export const accountLibrary =
  ({ accounts }: Pick<Deps, 'accounts'>): RequestHandler =>
  async (req, res) => {
    const answer = toNodeHandler(async (asked: Request) => {
      const its = await accounts.handler(asked);
      if (its.status < 400) return its;
      for (const cookie of its.headers.getSetCookie()) res.append('set-cookie', cookie);
      throw inOurWords(its.status, await its.json().catch(() => ({})));
    });
    await whileInLibrary(res.locals, () => answer(req, res));
    // To whoever hung up it says nothing, and never that it is done.
    if (!res.writableEnded) res.end();
  };

interface Refusal {
  readonly code?: string;
  readonly words?: Words;
}
/** The library keeps the status of its own first refusal, whatever a hook of ours says after it. */
const statusOf: Readonly<Record<string, number>> = { wrong_password: 403 };

function inOurWords(status: number, { code = '', words, ...rest }: Refusal & { message?: string }): Problem {
  const { message: _, ...extra } = rest;
  if (words) return new Problem(statusOf[code] ?? status, code, words, extra);
  if (status === 401) return signIn();
  if (status === 403) return forbidden(problems.thisAccount);
  return status < 500 ? unreadable() : ourFault();
}
