import type { RequestHandler } from 'express';
import { Problem } from '../http/problem.ts';
import type { Deps } from '../process/deps.ts';
import { accessSentences } from '../words/access.ts';
import { callerOf } from './caller.ts';
import { identify } from './identify.ts';
import { mustHaveProved } from './proofs.ts';
import { keptTokenIn } from './session-cookie.ts';

/** Whoever knows the password alone takes no second factor away; who lost it is helped by another administrator. */
const needCode = new Set(['/disable', '/generate-backup-codes']);

/**
 * Who asks the accounts library about a second factor with a session has to be let in by us first: it knows of nobody
 * who left, is away or was idle. Not on a handheld: its session is the badge’s, and must not become one of a desk.
 */
export const deskSessionsOnly =
  (deps: Pick<Deps, 'accounts' | 'config' | 'database' | 'now'>): RequestHandler =>
  async (req, res, next) => {
    const caller = callerOf(deps.config, req, res);
    // Between password and code there is no session yet.
    if (keptTokenIn(deps.accounts, caller.cookies)) {
      const { id, device } = await identify(deps, { ...caller, authorization: '' });
      res.locals.by = id;
      if (device) throw new Problem(403, 'not_on_a_handheld', accessSentences.notOnAHandheld);
      if (needCode.has(req.path)) await mustHaveProved(deps, caller, 'code');
    }
    next();
  };
