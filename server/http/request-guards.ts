import type { RequestHandler } from 'express';
import type { Config } from '../process/config.ts';
import { problems } from '../words/problems.ts';
import { errorHandler } from './error-handler.ts';
import { Problem } from './problem.ts';

/** What changes something must come from our own pages, or from no page at all. */
export const sameOriginOnly =
  ({ PUBLIC_URL }: Config): RequestHandler =>
  (req, _res, next) => {
    const origin = req.get('origin');
    const ours = PUBLIC_URL ? new URL(PUBLIC_URL).host : req.get('host');
    const reads = req.method === 'GET' || req.method === 'HEAD';
    if (!reads && origin && !(URL.canParse(origin) && new URL(origin).host === ours))
      throw new Problem(403, 'foreign_origin', problems.foreignOrigin);
    next();
  };

/** What the accounts library may be asked directly; all else goes through routes of ours. */
const accountPaths = new Set([
  '/sign-in/email',
  '/sign-in/username',
  '/sign-out',
  '/two-factor/enable',
  '/two-factor/disable',
  '/two-factor/generate-backup-codes',
  '/two-factor/verify-totp',
  '/two-factor/verify-backup-code',
]);
export const allowedAccountPathsOnly: RequestHandler = (req, res, next) => {
  // Under the name by which the house calls it, so that nobody talks an address of their choice into a history.
  req.headers['x-caller'] = req.ip;
  if (accountPaths.has(req.path)) next();
  else errorHandler.nothingHere(req, res, next);
};
