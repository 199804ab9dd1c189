import type { RequestHandler } from 'express';
import { Problem } from '../http/problem.ts';
import { problems } from '../words/problems.ts';

/** So many wait to sign in under one name; more than that come from no person. */
const MAX_WAITING = 30;

/**
 * Sign-ins under one name take turns: each try counts as wrong until it is looked at, so a dozen right ones at once
 * would otherwise be too many wrong ones. It orders what one server does; what is counted stands in the database.
 */
export function signInsInTurn(): RequestHandler {
  const lines = new Map<string, { last: Promise<void>; waiting: number }>();
  return async (req, res, next) => {
    const name = nameIn(req.body);
    const line = lines.get(name) ?? { last: Promise.resolve(), waiting: 0 };
    if (line.waiting >= MAX_WAITING) throw new Problem(429, 'too_many', problems.tooMany);
    const { last } = line;
    const over = new Promise<void>((done) => res.once('close', done));
    line.last = last.then(() => over);
    line.waiting++;
    lines.set(name, line);
    void line.last.then(() => {
      line.waiting--;
      if (line.waiting === 0) lines.delete(name);
    });
    await last;
    if (!res.closed) next();
  };
}

function nameIn(body: unknown): string {
  try {
    const { email, username } = JSON.parse(String(body)) as { email?: unknown; username?: unknown };
    return String(username ?? email).toLowerCase();
  } catch {
    return '';
  }
}
