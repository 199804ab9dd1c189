import type { Request, Response } from 'express';
import type { Config } from '../process/config.ts';
import { type SecurityFacts, tellSecurityLog } from '../process/security-facts.ts';
import { cookieNamed } from './session-cookie.ts';

/** Where a request comes from, and the cookies that go with it and back. */
export interface Caller {
  readonly address: string | null;
  readonly browser: string | null;
  readonly authorization: string;
  /** The key under which a request is done once, where its input has none. */
  readonly idempotencyKey: string | undefined;
  readonly cookies: string | undefined;
  /** Asked by a screen at which nobody is, or for a picture that it shows: that is no use of a session. */
  readonly isUnattended: boolean;
  /** Gives the browser a cookie that no script can read and no other site can send. */
  keep(cookie: string, value: string, seconds: number): void;
  /** For the security log alone: nothing of it is in an answer. */
  tell(facts: SecurityFacts): void;
}

/** Nobody's browser: the demo plays without one. */
export const fromNowhere: Caller = {
  address: null,
  browser: null,
  authorization: '',
  idempotencyKey: undefined,
  cookies: undefined,
  isUnattended: false,
  keep: () => {},
  tell: () => {},
};

/** Cookies that the browser takes from this very host alone, and over TLS (RFC 6265bis), where there is TLS. */
export const cookiePrefix = ({ PUBLIC_URL }: Config) =>
  `${PUBLIC_URL?.startsWith('https:') ? '__Host-' : ''}guihang`;

/** The key of an enrolled device: kept for as long as a browser keeps anything. */
export const deviceCookie = (config: Config) => `${cookiePrefix(config)}.device`;
export const DEVICE_COOKIE_SECONDS = 60 * 60 * 24 * 365;

export const callerOf = (config: Config, req: Request, res: Response): Caller => ({
  address: req.ip ?? null,
  browser: req.get('user-agent')?.slice(0, 300) ?? null,
  authorization: req.get('authorization') ?? '',
  idempotencyKey: req.get('idempotency-key'),
  cookies: req.get('cookie'),
  isUnattended: req.get('x-unattended') !== undefined || req.get('sec-fetch-dest') === 'image',
  tell: (facts) => tellSecurityLog(res.locals, facts),
  keep: (name, value, seconds) =>
    void res.cookie(name, value, {
      ...{ httpOnly: true, sameSite: 'lax', path: '/', maxAge: seconds * 1000 },
      secure: config.PUBLIC_URL?.startsWith('https:') ?? false,
    }),
});

export const deviceKeyOf = (config: Config, { cookies }: Pick<Caller, 'cookies'>) =>
  cookieNamed(deviceCookie(config), cookies);
