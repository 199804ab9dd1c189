import type { RequestHandler } from 'express';
import { rateLimit } from 'express-rate-limit';
import type { Config } from './config.ts';
import { Problem } from './problem.ts';
import { problems } from './words/problems.ts';

/** What changes something must come from our own pages, or from no page at all. */
export const fromOurPages =
  ({ PUBLIC_URL }: Config): RequestHandler =>
  (req, _res, next) => {
    const origin = req.get('origin');
    const ours = PUBLIC_URL ? new URL(PUBLIC_URL).host : req.get('host');
    const reads = req.method === 'GET' || req.method === 'HEAD';
    if (!reads && origin && !(URL.canParse(origin) && new URL(origin).host === ours))
      throw new Problem(403, 'foreign_origin', problems.foreignOrigin);
    next();
  };

/** Guessing passwords is slow: so many tries a minute from one address. */
export const signInSlowly = ({ SIGN_IN_TRIES }: Config): RequestHandler =>
  rateLimit({
    windowMs: 60_000,
    limit: SIGN_IN_TRIES,
    skip: (req) => !req.path.startsWith('/sign-in'),
    handler: () => {
      throw new Problem(429, 'too_many', problems.tooMany);
    },
  });
