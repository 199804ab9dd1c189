import type { ErrorRequestHandler, RequestHandler } from 'express';
import { sqlState } from '../../db/atomically.ts';
import { OutOfSight } from '../../db/seen-by.ts';
import { isTransient } from '../../db/transient-errors.ts';
import type { Deps } from '../process/deps.ts';
import { nouns, problems } from '../words/problems.ts';
import { hangUpUnread } from './body.ts';
import { errorWithoutData } from './error-without-data.ts';
import { conflict, keepTheScan, notFound, ourFault, Problem, tooLarge, unreadable } from './problem.ts';

/** Errors as a person reads them (RFC 9457), in their language and in both. */
const problem =
  ({ log }: Deps): ErrorRequestHandler =>
  (error, req, res, _next) => {
    const { status, code, words, extra } = asProblem(error);
    res.locals.code = code;
    if (status >= 500)
      log.error({ error: errorWithoutData(error), id: res.locals.id, code }, 'a request failed');
    const language = req.acceptsLanguages('zh-CN', 'zh', 'en');
    const detail = language === 'en' ? words.en : words.zh;
    const body = { type: `/problems/${code}`, title: code, status, code, detail, words, ...extra };
    hangUpUnread(req, res);
    if (status === 503) res.set('retry-after', '1');
    if (status === 429 && 'seconds' in extra) res.set('retry-after', String(extra.seconds));
    res.status(status).type('application/problem+json').send(JSON.stringify(body));
  };

const nothingHere: RequestHandler = () => {
  throw new Problem(404, 'not_found', problems.noSuchPage);
};

/** Something with this name is there already: SQLite and PostgreSQL say it differently. */
const taken = /^(SQLITE_CONSTRAINT_(UNIQUE|PRIMARYKEY)|23505)$/;

function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof OutOfSight) return notFound(nouns.row, '');
  if (taken.test(sqlState(error) ?? '')) return conflict('taken', problems.taken);
  if (isTransient(error)) return keepTheScan();
  const { status, type, limit } = (error ?? {}) as Record<'status' | 'type' | 'limit', unknown>;
  if (type === 'entity.too.large' || status === 413) return tooLarge(Number(limit));
  if (typeof status === 'number' && status >= 400 && status < 500) return unreadable();
  return ourFault();
}

export const errorHandler = { problem, nothingHere };
