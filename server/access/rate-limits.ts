import type { Request, RequestHandler, Response } from 'express';
import { type AugmentedRequest, rateLimit } from 'express-rate-limit';
import { bearerIn } from '../http/bearer.ts';
import { Problem } from '../http/problem.ts';
import type { Config } from '../process/config.ts';
import type { Deps } from '../process/deps.ts';
import { accessSentences } from '../words/access.ts';
import { problems } from '../words/problems.ts';
import type { Words } from '../words/words.ts';
import { checksOf } from './account-paths.ts';
import { hashOfSecret } from './secrets.ts';
import { whenceOf } from './whence.ts';

const MINUTE_MS = 60_000;

/** A program asks so often and no more, and is told how often it still may. */
export const limitApiKeys = ({ KEY_RATE }: Config): RequestHandler =>
  rateLimit({
    ...{ windowMs: MINUTE_MS, limit: KEY_RATE, standardHeaders: 'draft-7', legacyHeaders: false },
    skip: (req) => !bearerIn(req.get('authorization')),
    keyGenerator: (req) => hashOfSecret(bearerIn(req.get('authorization')) ?? ''),
    handler: (req) => {
      throw new Problem(429, 'too_many', accessSentences.keyTooFast, { seconds: secondsLeft(req) });
    },
  });

/**
 * Keys that are none, of one address: beyond so many a minute they are not even looked for. One that was a key of late is,
 * whoever shares its address.
 */
export function limitMadeUpKeys({ PERSON_RATE }: Config): RequestHandler {
  const real = new Set<string>();
  const limit = rateLimit({
    ...{ windowMs: MINUTE_MS, limit: PERSON_RATE, standardHeaders: false, legacyHeaders: false },
    skipSuccessfulRequests: true,
    requestWasSuccessful: (_req, res) => res.statusCode !== 401,
    handler: (req) => {
      throw new Problem(429, 'too_many', accessSentences.tooFast, { seconds: secondsLeft(req) });
    },
  });
  return (req, res, next) => {
    const key = bearerIn(req.get('authorization'));
    if (!key) return next();
    const hash = hashOfSecret(key);
    res.once('finish', () => {
      if (identityIn(res)?.isKey) real.add(hash);
      if (res.statusCode === 401) real.delete(hash);
    });
    return real.has(hash) ? next() : limit(req, res, next);
  };
}

type Door = Pick<Deps, 'accounts' | 'config' | 'database'>;
/** What a member of the staff, or an exporter or vendor with all its people and keys, may ask in a minute. */
export function limitIdentities(door: Door): RequestHandler[] {
  const { PERSON_RATE, ORGANISATION_RATE } = door.config;
  return [
    budget(PERSON_RATE, ({ id, isKey }) => (isKey ? undefined : id), accessSentences.tooFast),
    budget(ORGANISATION_RATE, ({ organisation }) => organisation, accessSentences.organisationTooFast),
    // Where nobody is known, where it comes from: however many keys and sessions they make up.
    rateLimit({
      ...{ windowMs: MINUTE_MS, limit: PERSON_RATE, standardHeaders: false, legacyHeaders: false },
      skip: (_req, res) => identityIn(res) !== undefined,
      keyGenerator: (req) => whenceOf(door, req),
      handler: (req) => {
        throw new Problem(429, 'too_many', accessSentences.tooFast, { seconds: secondsLeft(req) });
      },
    }),
  ];
}

/** Whom a request counts for, as `admit` found out: never by how a header or an address is spelt. */
export interface Identity {
  readonly id: string;
  readonly organisation: string | undefined;
  readonly isKey: boolean;
}
const identityIn = (res: Response): Identity | undefined => res.locals.identity;

function budget(limit: number, whose: (one: Identity) => string | undefined, words: Words): RequestHandler {
  const of = (res: Response) => {
    const identity = identityIn(res);
    return identity && whose(identity);
  };
  return rateLimit({
    ...{ windowMs: MINUTE_MS, limit, standardHeaders: false, legacyHeaders: false },
    skip: (_req, res) => of(res) === undefined,
    keyGenerator: (_req, res) => of(res) ?? '',
    handler: (req) => {
      throw new Problem(429, 'too_many', words, { seconds: secondsLeft(req) });
    },
  });
}

function secondsLeft(req: Request): number {
  const until = (req as AugmentedRequest).rateLimit?.resetTime?.getTime() ?? Date.now() + MINUTE_MS;
  return Math.max(1, Math.ceil((until - Date.now()) / 1_000));
}

/**
 * Guessing passwords and codes is slow: so many that were wrong a minute from one place, whatever they are sent to. At
 * the beginning of a shift more people than that sign in behind one address, and are right.
 */
export const limitSignIns = (door: Door): RequestHandler =>
  rateLimit({
    windowMs: MINUTE_MS,
    limit: door.config.SIGN_IN_TRIES,
    skip: (req) => checksOf(req.path) === 'nothing',
    skipSuccessfulRequests: true,
    keyGenerator: (req) => whenceOf(door, req),
    handler: (req) => {
      throw new Problem(429, 'too_many', problems.tooMany, { seconds: secondsLeft(req) });
    },
  });
