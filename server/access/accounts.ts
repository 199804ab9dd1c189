import { randomBytes, randomUUID, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { betterAuth } from 'better-auth';
import { twoFactor } from 'better-auth/plugins/two-factor';
import { username } from 'better-auth/plugins/username';
import type { Database } from '../../db/open.ts';
import type { Config } from '../process/config.ts';
import { cookiePrefix } from './caller.ts';
import { SESSION_SECONDS, sessionBegins } from './session-begins.ts';
import { signInHooks } from './sign-in-hooks.ts';

const derive = promisify(scrypt) as (
  password: string,
  salt: Buffer,
  length: number,
  cost: { N: number; r: number; p: number; maxmem: number },
) => Promise<Buffer>;
// OWASP's scrypt parameters; the work is done off the event loop.
const cost = { N: 2 ** 15, r: 8, p: 3, maxmem: 96 * 2 ** 20 };

/** `salt:key` in hex. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password.normalize('NFKC'), salt, 32, cost);
  return `${salt.toString('hex')}:${key.toString('hex')}`;
}

export async function verifyPassword({
  hash,
  password,
}: {
  hash: string;
  password: string;
}): Promise<boolean> {
  const [salt = '', key = ''] = hash.split(':');
  const made = await derive(password.normalize('NFKC'), Buffer.from(salt, 'hex'), 32, cost);
  const kept = Buffer.from(key, 'hex');
  return kept.length === made.length && timingSafeEqual(kept, made);
}

const cookiesIn = (config: Config, secret: string) => ({
  cookies: { secure: config.PUBLIC_URL?.startsWith('https:') ?? false, path: '/' },
  sealing: { secret, prefix: cookiePrefix(config) },
});

/** What the library carries along and nobody sends it. */
const required = { required: true, input: false } as const;
const optional = { required: false, input: false } as const;
const fieldsOfSessions = {
  deviceId: { type: 'string', ...optional },
  provenAt: { type: 'date', ...optional },
  provenBy: { type: 'string', ...optional },
} as const;
const fieldsOfPeople = {
  role: { type: 'string', ...required },
  organisationId: { type: 'string', ...required },
  warehouseId: { type: 'string', ...optional },
  language: { type: 'string', ...required },
  active: { type: 'boolean', ...required },
} as const;

/** The library that keeps accounts and sessions: sign-in by e-mail or user name, sign-out everywhere. */
export const openAccounts = (database: Database, config: Config, secret: string, now: () => Date) =>
  betterAuth({
    database: database.accounts,
    secret,
    basePath: '/api/auth',
    baseURL: config.PUBLIC_URL ?? `http://localhost:${config.PORT}`,
    // Without a known address the check of origins is done by the house, against the Host header.
    ...(config.PUBLIC_URL ? {} : { trustedOrigins: ['http://*', 'https://*'] }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 10,
      maxPasswordLength: 200,
      password: { hash: hashPassword, verify: verifyPassword },
    },
    plugins: [
      username({ minUsernameLength: 2, maxUsernameLength: 40 }),
      twoFactor({ issuer: '归航 Guihang' }),
    ],
    hooks: signInHooks({ database, now, hash: hashPassword, ...cookiesIn(config, secret) }),
    databaseHooks: { session: { create: { before: sessionBegins({ database, now }) } } },
    session: {
      expiresIn: SESSION_SECONDS,
      disableSessionRefresh: true,
      additionalFields: fieldsOfSessions,
    },
    verification: { storeIdentifier: 'hashed' },
    user: { additionalFields: fieldsOfPeople },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    advanced: {
      cookiePrefix: cookiePrefix(config),
      // The library would say __Secure- before it; __Host- asks for more.
      useSecureCookies: false,
      defaultCookieAttributes: cookiesIn(config, secret).cookies,
      ipAddress: { ipAddressHeaders: ['x-caller'] },
      database: { generateId: () => randomUUID() },
    },
    logger: { disabled: true },
  });
export type Accounts = ReturnType<typeof openAccounts>;
