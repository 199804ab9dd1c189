import type { RequestHandler } from 'express';
import type { Config } from '../process/config.ts';
import { problems } from '../words/problems.ts';
import { Problem } from './problem.ts';

/** What changes something must come from our own pages, by the same scheme, or from no page at all. */
export const sameOriginOnly =
  ({ PUBLIC_URL }: Config): RequestHandler =>
  (req, _res, next) => {
    const origin = req.get('origin');
    const ours = PUBLIC_URL ? new URL(PUBLIC_URL).origin : `${req.protocol}://${req.get('host')}`;
    const reads = req.method === 'GET' || req.method === 'HEAD';
    if (!reads && origin && origin !== ours) throw new Problem(403, 'foreign_origin', problems.foreignOrigin);
    next();
  };
