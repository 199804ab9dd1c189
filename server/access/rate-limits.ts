import type { RequestHandler } from 'express';
import { rateLimit } from 'express-rate-limit';
import { bearerIn } from '../http/bearer.ts';
import { Problem } from '../http/problem.ts';
import type { Config } from '../process/config.ts';
import { accessSentences } from '../words/access.ts';
import { problems } from '../words/problems.ts';
import { hashOfSecret } from './secrets.ts';

/** A program asks so often and no more, and is told how often it still may. */
export const limitApiKeys = ({ KEY_RATE }: Config): RequestHandler =>
  rateLimit({
    ...{ windowMs: 60_000, limit: KEY_RATE, standardHeaders: 'draft-7', legacyHeaders: false },
    skip: (req) => !bearerIn(req.get('authorization')),
    keyGenerator: (req) => hashOfSecret(bearerIn(req.get('authorization')) ?? ''),
    handler: () => {
      throw new Problem(429, 'too_many', accessSentences.keyTooFast);
    },
  });

/** Guessing passwords is slow: so many tries a minute from one address. */
export const limitSignIns = ({ SIGN_IN_TRIES }: Config): RequestHandler =>
  rateLimit({
    windowMs: 60_000,
    limit: SIGN_IN_TRIES,
    skip: (req) => !req.path.startsWith('/sign-in'),
    handler: () => {
      throw new Problem(429, 'too_many', problems.tooMany);
    },
  });
