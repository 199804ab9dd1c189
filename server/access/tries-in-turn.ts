import type { Request, RequestHandler, Response } from 'express';
import { Problem } from '../http/problem.ts';
import type { Deps } from '../process/deps.ts';
import { problems } from '../words/problems.ts';
import { checksOf, nameTried } from './account-paths.ts';
import { browserKnown } from './known-browsers.ts';
import { sealingOf, whenceOf } from './whence.ts';

type Door = Pick<Deps, 'accounts' | 'config' | 'database'>;

/** So many wait to be tried under one name; more than that come from no person. */
const MAX_WAITING = 30;
const CLIENT_CLOSED_REQUEST = 499;

/**
 * Passwords and codes of one person take turns: each counts as wrong until it is looked at, so a dozen right ones at
 * once would otherwise be too many wrong ones, and looking at a password takes a processor a third of a second. It
 * orders what one server does; what is counted stands in the database.
 */
export function triesInTurn(deps: Door): RequestHandler {
  const lines = new Map<string, { last: Promise<void>; waiting: number }>();
  return async (req, res, next) => {
    if (checksOf(req.path) === 'nothing') return next();
    const whose = await lineOf(deps, req, res);
    const line = lines.get(whose) ?? { last: Promise.resolve(), waiting: 0 };
    if (line.waiting >= MAX_WAITING) throw new Problem(429, 'too_many', problems.tooMany);
    const { last } = line;
    const over = new Promise<void>((done) => res.once('close', done));
    line.last = last.then(() => over);
    line.waiting++;
    lines.set(whose, line);
    void line.last.then(() => {
      line.waiting--;
      if (line.waiting === 0) lines.delete(whose);
    });
    await last;
    if (!res.closed) return next();
    // Gone before their turn: nothing was tried, and that is noted.
    res.status(CLIENT_CLOSED_REQUEST).end();
  };
}

/** Whom it concerns: whose session it is, or whose name is tried, apart in a browser that is known to us. */
async function lineOf(door: Door, req: Request, res: Response): Promise<string> {
  if (res.locals.by) return `person ${res.locals.by}`;
  // Between password and code nobody has a name yet.
  if (checksOf(req.path) !== 'sign-in') return whenceOf(door, req);
  const browser = browserKnown(sealingOf(door), req.headers.cookie) ?? 'unknown';
  const { field, name } = nameTried(req.path, res.locals.accountFields);
  return `${field} ${name} from ${browser}`;
}
