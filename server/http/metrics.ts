import { createHash, randomUUID, timingSafeEqual } from 'node:crypto';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { type RequestHandler, Router } from 'express';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import type { Deps } from '../process/deps.ts';
import { whenOver } from '../process/when-over.ts';
import { bearerIn } from './bearer.ts';

const LATENCY_BUCKETS_SECONDS = [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5];
const registry = new Registry();
collectDefaultMetrics({ register: registry });
const took = new Histogram({
  name: 'guihang_request_seconds',
  help: 'How long requests took, by route and answer',
  labelNames: ['method', 'route', 'status'],
  buckets: LATENCY_BUCKETS_SECONDS,
  registers: [registry],
});

/** Gives every request an id, and notes how it went: no query, no body, no name in the log. */
export const requestMetrics =
  ({ log }: Deps): RequestHandler =>
  (req, res, next) => {
    const started = performance.now();
    const id = randomUUID();
    res.locals.id = id;
    res.set('x-request-id', id);
    whenOver(res, ({ hungUp }) => {
      const route = typeof req.route?.path === 'string' ? req.route.path : 'other';
      const ms = performance.now() - started;
      took.observe({ method: req.method, route, status: res.statusCode }, ms / 1000);
      if (route !== 'other')
        log.info({
          ...{ id, method: req.method, route, status: res.statusCode, ms: Math.round(ms) },
          ...(hungUp ? { hungUp } : {}),
        });
    });
    next();
  };

const isSame = (given: string | undefined, wanted: string) =>
  given !== undefined && timingSafeEqual(digest(given), digest(wanted));
const digest = (text: string) => createHash('sha256').update(text).digest();

const delayed = new Histogram({
  name: 'guihang_event_loop_delay_seconds',
  help: 'How long the thread that answers scans was held at the worst, in each quarter of a second',
  buckets: [0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5],
  registers: [registry],
});
const delay = monitorEventLoopDelay({ resolution: 10 });
delay.enable();

const HEARTBEAT_MS = 250;
/** When the event loop was last late by more than half a second. */
let lastLate = Number.NEGATIVE_INFINITY;
let lastBeat = performance.now();
setInterval(() => {
  const now = performance.now();
  if (now - lastBeat > HEARTBEAT_MS + 500) lastLate = now;
  lastBeat = now;
  delayed.observe(delay.max / 1e9);
  delay.reset();
}, HEARTBEAT_MS).unref();

/** What is wrong though it works: a disk that is slow or full, a database that does not answer, a process that hangs. */
function ailments({ writeHealth }: Deps['database']): string[] {
  const { slowestMs, uncertain } = writeHealth.read();
  return [
    ...(uncertain ? ['writes without a certain outcome'] : []),
    ...(slowestMs > 1_000 ? ['slow writes'] : []),
    ...(performance.now() - lastLate < 10_000 ? ['blocked for a while'] : []),
  ];
}

/** Alive, and how well; ready to work, that is with a database that answers; and the figures for Prometheus. */
export function healthRoutes({ database, config: { METRICS_TOKEN } }: Deps): Router {
  const router = Router();
  router.get('/healthz', (_req, res) => {
    const why = ailments(database);
    res.json({ ok: true, state: why.length ? 'degraded' : 'well', why });
  });
  router.get('/readyz', async (_req, res) => {
    const ready = await database.answers().catch(() => false);
    res.status(ready ? 200 : 503).json({ ok: ready });
  });
  router.get('/metrics', async (req, res, next) => {
    if (!METRICS_TOKEN || !isSame(bearerIn(req.get('authorization')), METRICS_TOKEN)) return next();
    res.type(registry.contentType).send(await registry.metrics());
  });
  return router;
}
