import { readdirSync } from 'node:fs';
import { extname } from 'node:path';
import type { RequestHandler } from 'express';

/** How a browser calls a compression, and how a file ends that was compressed so; the smaller one first. */
const forms = [
  { encoding: 'br', ending: '.br' },
  { encoding: 'gzip', ending: '.gz' },
] as const;

/** A part of a compressed file is of no use to anybody, and the refusal of a wrong one would be said to be compressed. */
export const inOnePiece = { acceptRanges: false } as const;

/**
 * Before `express.static` of the same folder: puts in the place of a file the smallest form of it that the browser
 * understands and that the build laid beside it. The files are counted once, when the server starts, so that no request
 * asks the disk for one that is not there.
 */
export function compressedFiles(folder: string): RequestHandler {
  const files = new Set(
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('\\', '/')),
  );
  return (req, res, next) => {
    const path = req.path.slice(1);
    const there = forms.filter(({ ending }) => files.has(path + ending));
    if (there.length === 0 || !/^(GET|HEAD)$/.test(req.method)) return next();
    res.vary('Accept-Encoding');
    const form = there.find(({ encoding }) => req.acceptsEncodings(encoding));
    if (form) {
      res.type(extname(path)).set('Content-Encoding', form.encoding);
      req.url = `/${path}${form.ending}`;
    }
    next();
  };
}
