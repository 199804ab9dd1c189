import { existsSync } from 'node:fs';
import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import express, { type RequestHandler, Router } from 'express';
import helmet from 'helmet';
import type { Config } from '../process/config.ts';
import { compressedFiles, inOnePiece } from './compressed-files.ts';

const here = dirname(fileURLToPath(import.meta.url));
/** The built client lies in dist/client: below the sources, whose own client is not built, or beside the built server. */
const built = [join(here, '../../dist/client'), join(here, '../../client')].find((folder) =>
  existsSync(join(folder, 'index.html')),
);

const isSecure = ({ PUBLIC_URL }: Config) => PUBLIC_URL?.startsWith('https:') ?? false;

/** Only our own scripts; styles may be inline, as the component library of the office writes its own. */
const headersOfPages = (config: Config): RequestHandler =>
  theSameFor(
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
          upgradeInsecureRequests: isSecure(config) ? [] : null,
        },
      },
      strictTransportSecurity: isSecure(config),
      crossOriginEmbedderPolicy: false,
    }),
  );

/** Helmet puts its headers together for each answer, which costs a scan a tenth of what it costs in all; they are always the same. */
function theSameFor(sets: ReturnType<typeof helmet>): RequestHandler {
  const sample = new ServerResponse(new IncomingMessage(new Socket()));
  sets(sample.req, sample, () => {});
  const headers = new Map(Object.entries(sample.getHeaders()).map(([name, value]) => [name, String(value)]));
  return (_req, res, next) => {
    res.setHeaders(headers);
    next();
  };
}

/** What makes pages safe says nothing about a script, and a first visit fetches thirty of them: they have the rest. */
const headersOfAssets = (config: Config): RequestHandler[] => [
  helmet.xContentTypeOptions(),
  helmet.crossOriginResourcePolicy(),
  ...(isSecure(config) ? [helmet.strictTransportSecurity()] : []),
];

/** No page of ours asks for any of these; the camera of a handheld is opened by the browser's own dialog. */
const permissionsPolicy = ['camera', 'display-capture', 'geolocation', 'microphone', 'payment', 'usb']
  .map((name) => `${name}=()`)
  .join(', ');

function headers(config: Config): Router {
  const router = Router();
  const ofPages = headersOfPages(config);
  router.use((_req, res, next) => {
    res.set('permissions-policy', permissionsPolicy);
    next();
  });
  router.use('/assets', ...headersOfAssets(config));
  return router.use((req, res, next) => (req.path.startsWith('/assets/') ? next() : ofPages(req, res, next)));
}

const rooms = ['handheld', 'office', 'portal', 'vendor'];

/** The addresses of the front door: to sign in, and what links lead to. */
const entrances = ['/', '/welcome', '/forgotten', '/reset', '/invitation', '/confirm', '/enrol'];

/** Scripts and styles have a hash of their content in their names. */
const forEver = { immutable: true, maxAge: '365d' } as const;
/** No address is echoed with a stroke behind it: a browser would take some for those of other houses. */
const nowhereElse = { redirect: false } as const;
/** A page is kept, but no browser shows it before it has asked whether it is still the one. */
const pagesAreAskedFor = (res: express.Response) => void res.set('cache-control', 'no-cache');

/** The four faces of the product: each room answers every address below it with its one page. */
function serve(): Router {
  const router = Router();
  if (!built) return router;
  const page =
    (name: string): RequestHandler =>
    (req, _res, next) => {
      req.url = `/${name}.html`;
      next();
    };
  for (const room of rooms) router.get([`/${room}`, `/${room}/*rest`], page(room));
  router.get(entrances, page('index'));
  router.use(compressedFiles(built));
  router.use('/assets', express.static(join(built, 'assets'), { ...inOnePiece, ...nowhereElse, ...forEver }));
  router.use(
    express.static(built, { ...inOnePiece, ...nowhereElse, index: false, setHeaders: pagesAreAskedFor }),
  );
  return router;
}

export const staticPages = { headers, serve };
