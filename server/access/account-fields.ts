import type { RequestHandler } from 'express';
import { parseJsonBody } from '../http/json-body.ts';
import { unusable } from '../http/problem.ts';
import { accountPaths } from './account-paths.ts';

/**
 * What the accounts library reads has been read by us first, and is what its path asks for and no more: a field that
 * one of the two looks at and the other does not would be counted for one person and tried for another.
 * @throws Problem 400 or 422
 */
export const accountFieldsOnly: RequestHandler = (req, res, next) => {
  const fields = accountPaths.get(req.path)?.fields ?? [];
  const body = Buffer.isBuffer(req.body) ? parseJsonBody(req.body) : {};
  const isFit = ([name, value]: [string, unknown]) =>
    fields.includes(name) && (typeof value === 'string' || typeof value === 'boolean');
  const wrong = Object.entries(body).filter((one) => !isFit(one));
  if (wrong.length) throw unusable(wrong.map(([name]) => ({ path: [name], code: 'not asked for' })));
  // Told on as text: the library takes nothing from elsewhere than here.
  req.body = JSON.stringify(body);
  res.locals.accountFields = body;
  next();
};
