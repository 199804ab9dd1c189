import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import express, { type RequestHandler, Router } from 'express';
import helmet from 'helmet';
import type { Config } from '../process/config.ts';

const here = dirname(fileURLToPath(import.meta.url));
/** The built client lies in dist/client: below the sources, whose own client is not built, or beside the built server. */
const built = [join(here, '../dist/client'), join(here, '../client')].find((folder) =>
  existsSync(join(folder, 'index.html')),
);

/** Only our own scripts; styles may be inline, as the component library of the office writes its own. */
const headers = ({ PUBLIC_URL }: Config): RequestHandler =>
  helmet({
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        frameAncestors: ["'self'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        upgradeInsecureRequests: PUBLIC_URL?.startsWith('https:') ? [] : null,
      },
    },
    strictTransportSecurity: PUBLIC_URL?.startsWith('https:') ?? false,
    crossOriginEmbedderPolicy: false,
  });

const rooms = ['handheld', 'office', 'portal', 'vendor'];

/** The addresses of the front door: to sign in, and what links lead to. */
const entrances = ['/', '/welcome', '/forgotten', '/reset', '/invitation', '/confirm', '/enrol'];

/** The four faces of the product: each room answers every address below it with its one page. */
function serve(): Router {
  const router = Router();
  if (!built) return router;
  const page = (name: string) => (_req: unknown, res: express.Response) =>
    res.set('cache-control', 'no-cache').sendFile(join(built, `${name}.html`));
  router.use('/assets', express.static(join(built, 'assets'), { immutable: true, maxAge: '365d' }));
  for (const room of rooms) router.get([`/${room}`, `/${room}/*rest`], page(room));
  router.get(entrances, page('index'));
  router.use(express.static(built, { index: false, maxAge: '1h' }));
  return router;
}

export const staticPages = { headers, serve };
