import type { Request, RequestHandler, Response } from 'express';
import type { Deps } from './deps.ts';
import { noticeRefusals } from './refusal-notices.ts';
import type { SecurityFacts } from './security-facts.ts';
import { whenOver } from './when-over.ts';

type Happening = 'signed in' | 'sign-in refused' | 'reset asked' | 'refused' | 'key used' | 'rights changed';

/** Whoever changes what these protect changes somebody's rights, even if nothing is noted of it. */
const overRights = /^(people|members|keys|organisations)\.manage$/;
const signInPath = /^\/api\/auth\/(sign-in|two-factor\/verify)|^\/api\/v1\/badge-sign-ins/;
const resetPath = /^\/api\/v1\/password-reset-requests$/;
const refusals = new Set([401, 403, 429]);
const REFUSALS_PER_MINUTE = 10;
const MINUTE_MS = 60_000;

/** What of a finished request belongs into the security log; undefined for the work of the day. */
function happeningOf(req: Request, res: Response): Happening | undefined {
  const signsIn = req.method === 'POST' && signInPath.test(req.originalUrl);
  if (signsIn) return res.statusCode < 300 ? 'signed in' : 'sign-in refused';
  if (refusals.has(res.statusCode)) return 'refused';
  if (req.method === 'POST' && resetPath.test(req.originalUrl)) return 'reset asked';
  if (res.statusCode >= 300) return undefined;
  if (factsOf(res).audited) return 'rights changed';
  if (req.method !== 'GET' && overRights.test(res.locals.needs ?? '')) return 'rights changed';
  return /^bearer /i.test(req.headers.authorization ?? '') ? 'key used' : undefined;
}

const factsOf = ({ locals }: Response): SecurityFacts => locals.facts ?? {};

/** Tells when something happens so often that somebody should look: once a minute of each kind. */
function often(now: () => Date) {
  const counts = new Map<string, { since: number; n: number }>();
  return (kind: string): boolean => {
    const time = now().getTime();
    const known = counts.get(kind);
    const count = known && time - known.since < MINUTE_MS ? known : { since: time, n: 0 };
    counts.set(kind, count);
    count.n++;
    return count.n === REFUSALS_PER_MINUTE;
  };
}

/**
 * Sign-ins, refusals, keys at work and changed rights, as lines of their own (`log: security`) of the process log. Of
 * people it says the id and the address, and nothing that they sent. What is refused often is a notice for administrators.
 */
export function securityLog(deps: Deps): RequestHandler {
  const { log, now } = deps;
  const security = log.child({ log: 'security' });
  const isOften = often(now);
  return (req, res, next) => {
    whenOver(res, ({ hungUp }) => {
      const what = happeningOf(req, res);
      if (!what) return;
      const { statusCode: status } = res;
      const who = { by: res.locals.by ?? null, address: req.ip };
      const about = { what, status, method: req.method, route: req.route?.path ?? req.baseUrl };
      const { code, id } = res.locals;
      security.info(
        { ...about, ...who, ...(code && { code }), ...factsOf(res), ...(hungUp && { hungUp }), id },
        what,
      );
      const isRefusal = what === 'refused' || what === 'sign-in refused';
      if (!isRefusal || !isOften(`${what} ${status}`)) return;
      security.warn({ what, status, times: REFUSALS_PER_MINUTE }, 'refused often within a minute');
      void noticeRefusals(deps, { refusal: what, status, address: req.ip ?? '' });
    });
    next();
  };
}
