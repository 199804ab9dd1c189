import type { RequestHandler } from 'express';
import { errorHandler } from '../http/error-handler.ts';
import { parseJsonBody } from '../http/json-body.ts';
import { unusable } from '../http/problem.ts';
import { accountPaths } from './account-paths.ts';

/**
 * What the accounts library reads has been read by us first, and is what its path asks for and no more: a field that
 * one of the two looks at and the other does not would be counted for one person and tried for another.
 * @throws Problem 400 or 422
 */
export const accountFieldsOnly: RequestHandler = async (req, res, next) => {
  const fields = accountPaths.get(req.path)?.fields ?? [];
  const body = Buffer.isBuffer(req.body) ? await parseJsonBody(req.body) : {};
  const isFit = ([name, value]: [string, unknown]) =>
    fields.includes(name) && (typeof value === 'string' || typeof value === 'boolean');
  const wrong = Object.entries(body).filter((one) => !isFit(one));
  if (wrong.length) throw unusable(wrong.map(([name]) => ({ path: [name], code: 'not asked for' })));
  // Told on as text: the library takes nothing from elsewhere than here.
  req.body = JSON.stringify(body);
  res.locals.accountFields = body;
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
