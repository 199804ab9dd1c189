import type { RequestHandler } from 'express';
import { accountPaths } from '../access/account-paths.ts';
import type { Config } from '../process/config.ts';
import { problems } from '../words/problems.ts';
import { errorHandler } from './error-handler.ts';
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

const forwarded = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip'];
export const allowedAccountPathsOnly: RequestHandler = (req, res, next) => {
  // What a proxy of ours said of the caller is in req.ip and req.protocol already; what others say is not listened to.
  for (const name of forwarded) delete req.headers[name];
  req.headers['x-caller'] = req.ip;
  // No browser is spared the second factor because it was there before; the library would believe such a cookie.
  req.headers.cookie = req.headers.cookie
    ?.split(';')
    .filter((one) => !/\.trust_device=/.test(one))
    .join(';');
  if (accountPaths.has(req.path)) next();
  else errorHandler.nothingHere(req, res, next);
};
