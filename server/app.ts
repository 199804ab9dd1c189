import compression from 'compression';
import express, { type Express, type Request, type RequestHandler, type Response } from 'express';
import type { z } from 'zod';
import { accountFieldsOnly, allowedAccountPathsOnly } from './access/account-fields.ts';
import { accountLibrary } from './access/account-library.ts';
import { keyScopes } from './access/api-keys.ts';
import { type Caller, callerOf } from './access/caller.ts';
import { identify } from './access/identify.ts';
import { type Actor, permissionNames } from './access/permissions.ts';
import { mustHaveProved } from './access/proofs.ts';
import {
  type Identity,
  limitApiKeys,
  limitIdentities,
  limitMadeUpKeys,
  limitSignIns,
} from './access/rate-limits.ts';
import { triesInTurn } from './access/tries-in-turn.ts';
import { deskSessionsOnly } from './access/two-factor-door.ts';
import { routes } from './api.ts';
import { bearerIn } from './http/bearer.ts';
import { BODY_BYTES, bodyLimit, readBody } from './http/body.ts';
import { errorHandler } from './http/error-handler.ts';
import { FairLock } from './http/fair-lock.ts';
import { type Brought, broughtBy } from './http/form.ts';
import { parseJsonBody } from './http/json-body.ts';
import { healthRoutes, requestMetrics } from './http/metrics.ts';
import { newRequestContext } from './http/new-request-context.ts';
import { openapi } from './http/openapi.ts';
import { prefersMinimal } from './http/prefer.ts';
import { forbidden, Problem } from './http/problem.ts';
import { readInput } from './http/read-input.ts';
import type { RequestContext } from './http/request-context.ts';
import { sameOriginOnly } from './http/request-guards.ts';
import { type Download, download, type Route } from './http/route.ts';
import { staticPages } from './http/static-pages.ts';
import { atWork, limitUploads, Uploads } from './http/uploads.ts';
import type { Deps } from './process/deps.ts';
import { tellSecurityLog } from './process/security-facts.ts';
import { securityLog } from './process/security-log.ts';
import { yieldToEventLoop } from './process/yield-to-event-loop.ts';
import { turnOf } from './read-worker/fair-queue.ts';
import { problems } from './words/problems.ts';

/** The steps every request takes, in one place. */
export function createApp(deps: Deps): Express {
  const app = express().disable('x-powered-by').set('trust proxy', deps.config.TRUST_PROXY);
  app.set('query parser', 'simple').set('etag', false);
  app.use(requestMetrics(deps), healthRoutes(deps));
  app.use(staticPages.headers(deps.config));
  app.use('/api', securityLog(deps), sameOriginOnly(deps.config)).get('/api/*rest', compressedAnswers);
  app.use('/api/auth', limitSignIns(deps), allowedAccountPathsOnly);
  app.use('/api/auth/sign-out', forgottenByBrowser);
  app.use('/api/auth/two-factor', deskSessionsOnly(deps));
  app.use('/api/auth', readBody(BODY_BYTES), accountFieldsOnly, triesInTurn(deps));
  app.use('/api/auth', accountLibrary(deps));
  app.use('/api/v1', limitMadeUpKeys(deps.config), limitApiKeys(deps.config));
  const budgets = limitIdentities(deps);
  const turns = new FairLock();
  const uploads = new Uploads();
  for (const route of routes) {
    const [method, path] = route.endpoint.split(' ') as [string, string];
    const limit = bodyLimit(route);
    const reading = [seek(route, deps), limitUploads(uploads, limit, whoseUpload), readBody(limit)];
    const steps = [admit(route, deps), ...budgets, refuse, ...reading, answer(route, deps, turns)];
    app[method.toLowerCase() as 'get' | 'post'](path, ...steps);
  }
  let document: string | undefined;
  app.get('/api/v1/openapi.json', (_req, res) => {
    document ??= JSON.stringify(openapi(routes, deps.config, keyScopes));
    res.type('json').send(document);
  });
  app.use(staticPages.serve());
  return app.use(errorHandler.nothingHere, errorHandler.problem(deps));
}

/** Lists and spreadsheets; a scan's answer is small, and its server has better things to do than to pack it. */
const compressedAnswers = compression({ threshold: '4kb' });

/** Whoever asks is known before a byte of what they send is read: a stranger's body is not even taken in. */
function admit(route: Route, deps: Deps): RequestHandler {
  return async (req, res, next) => {
    const caller = callerOf(deps.config, req, res);
    const actor = route.open ? nobody : await identify(deps, caller).catch(refused);
    // Whoever is refused has asked, too: first it counts.
    if (actor instanceof Problem) res.locals.refusal = actor;
    else {
      res.locals.by = actor.id;
      res.locals.needs = route.needs;
      const byKey = bearerIn(caller.authorization) !== undefined;
      if (!may(actor, route, byKey)) res.locals.refusal = forbidden(whatItNeeds(route));
      if (!route.open) res.locals.identity = identityOf(actor, byKey);
      res.locals.admitted = { caller, actor } satisfies Admitted;
    }
    next();
  };
}
/** What a refused caller lacks, in words. */
const whatItNeeds = ({ needs }: Route) =>
  needs === 'nobody in particular' ? problems.byKey : permissionNames[needs];

function refused(error: unknown): Problem {
  if (error instanceof Problem) return error;
  throw error;
}
const refuse: RequestHandler = (_req, res, next) => next(res.locals.refusal);

/** What a file is for is looked for before a byte of it is taken in. */
function seek(route: Route, deps: Deps): RequestHandler {
  return async (req, res, next) => {
    const { actor }: Admitted = res.locals.admitted;
    await route.seek?.({ db: deps.database.as(actor.viewer), input: await read(route, req) });
    next();
  };
}
/** A large body belongs to whoever waits their turn for it; strangers send small ones. */
const whoseUpload = (locals: object) => turnOf((locals as { admitted: Admitted }).admitted.actor.viewer).of;
const identityOf = ({ id, viewer }: Actor, isKey: boolean): Identity => ({
  ...{ id, isKey },
  organisation: viewer.as === 'exporter' || viewer.as === 'vendor' ? viewer.organisation : undefined,
});
interface Admitted {
  readonly caller: Caller;
  readonly actor: Actor;
}

/** What is left of the five steps once `admit` knows who asks and that they may; no route can skip one. */
function answer(route: Route, deps: Deps, turns: FairLock): RequestHandler {
  const work = answerNow(route, deps);
  return async (req, res) => {
    await atWork(res, () => inTheirTurn(req, res));
  };
  async function inTheirTurn(req: Request, res: Response) {
    const { actor }: Admitted = res.locals.admitted;
    const isLarge = route.inTurn && Buffer.isBuffer(req.body) && req.body.length > BODY_BYTES;
    const over = isLarge ? await turns.acquire(turnOf(actor.viewer).of) : undefined;
    try {
      await work(req, res);
    } finally {
      over?.();
    }
  }
}

function answerNow(route: Route, deps: Deps) {
  return async (req: Request, res: Response) => {
    const { caller, actor }: Admitted = res.locals.admitted;
    const letOthersRun = yieldToEventLoop();
    const brought = route.takesFile ? broughtBy(req) : undefined;
    const input = await read(route, req, brought);
    if (route.proof?.(input)) await mustHaveProved(deps, caller);
    const file = brought?.file ?? new Uint8Array();
    const db = deps.database.as(actor.viewer);
    // Whoever came meanwhile goes before what a large input asks for is done …
    await letOthersRun();
    const readWorker = route.inReadWorker?.(input) ? deps.readWorker : undefined;
    const wantsMinimal = route.minimal !== undefined && prefersMinimal(req.get('prefer'));
    const context = audible(deps, res);
    const result = await (readWorker
      ? readWorker.ask({ endpoint: route.endpoint, input, actor, now: deps.now() })
      : route.handle({ input, actor, db, deps, file, caller, context, wantsMinimal }));
    // … and before a large answer is looked through and written.
    await letOthersRun();
    send(route, res, result, { isShared: actor.device !== null, isMinimal: wantsMinimal });
  };
}

/** The moment of a request, in which whatever is written into the audit log is told to the security log. */
const audible = (deps: Deps, { locals }: Response): RequestContext => ({
  ...newRequestContext(deps),
  audited: (action, subject) => tellSecurityLog(locals, { audited: [`${action} ${subject}`] }),
});

/** What the browser kept of our answers: photos. What it stores for itself, an unsent scan among it, stays. */
const forgottenByBrowser: RequestHandler = (_req, res, next) => {
  res.set('clear-site-data', '"cache"');
  next();
};

const nobody: Actor = {
  id: 'nobody',
  name: '',
  role: 'receiver',
  roles: [],
  viewer: { as: 'staff', id: 'nobody', warehouse: 'none' },
  permissions: new Set(),
  device: null,
};

const may = ({ permissions }: Actor, { needs, open, keysToo }: Route, byKey: boolean) =>
  needs === 'nobody in particular' ? open || keysToo || !byKey : permissions.has(needs);

/** The address is spread last, so that a body cannot talk its way onto another item. */
async function read(
  { input, takesFile }: Route,
  req: Request,
  brought?: Brought,
): Promise<z.output<z.ZodType>> {
  const json = takesFile ? brought?.json : req.body;
  const body = Buffer.isBuffer(json) ? await parseJsonBody(json) : {};
  return readInput(input, { ...req.query, ...body, ...req.params });
}

interface Sent {
  readonly isShared: boolean;
  readonly isMinimal: boolean;
}
function send(route: Route, res: Response, result: unknown, { isShared, isMinimal }: Sent) {
  if (route.reply !== download) {
    const reply = (isMinimal && route.minimal ? route.minimal : route.reply).parse(result);
    if (isMinimal) res.set('preference-applied', 'return=minimal');
    res.status(route.isOnlyAccepted?.(reply) ? 202 : 200);
    res.set('cache-control', 'no-store').json(reply);
    return;
  }
  const { type, name, bytes, immutable, warning } = result as Download;
  res.type(type).set('content-disposition', `inline; filename*=UTF-8''${encodeURIComponent(name)}`);
  // What a handheld keeps, the next one who carries it could find.
  const keeps = immutable && !isShared;
  res.set('cache-control', keeps ? 'private, max-age=31536000, immutable' : 'no-store');
  if (warning) res.set('x-warning', encodeURIComponent(warning));
  res.send(Buffer.from(bytes));
}
