import express, { type Request, type RequestHandler, type Response } from 'express';
import { stalled, unreadable } from './problem.ts';
import type { Route } from './route.ts';

/** What a body may weigh unless its route says otherwise, and what it weighs at most before anybody signed in. */
export const BODY_BYTES = 64 * 1024;

/** How many bytes this route reads, of JSON, or of a file with what may come beside it. */
export const bodyLimit = ({ takesFile, bodyBytes }: Pick<Route, 'takesFile' | 'bodyBytes'>) =>
  takesFile === undefined ? (bodyBytes ?? BODY_BYTES) : takesFile + (bodyBytes ?? 0);

/** So many bytes come within so long even on a bad line; whoever sends fewer has stopped. */
const PROGRESS_BYTES = 4 * 1024;
const STALLED_AFTER_MS = 10_000;

/**
 * The bytes as they come, at most so many. @throws 413 beyond, without having kept what was too much, and 408 when no
 * more come: what came so far is not kept either
 */
export function readBody(limit: number, stalledAfterMs = STALLED_AFTER_MS): RequestHandler {
  const readAny = express.raw({ type: () => true, limit });
  return (req, res, next) => {
    const read = isLargeAndTold(req, limit) ? readWhole : readAny;
    let seen = req.socket.bytesRead;
    let isOver = false;
    const goOn = (error?: unknown) => {
      clearInterval(watch);
      if (isOver) return;
      isOver = true;
      next(error);
    };
    const watch = setInterval(() => {
      const more = req.socket.bytesRead - seen;
      seen += more;
      if (req.complete || more >= PROGRESS_BYTES) return;
      res.once('finish', () => req.socket.destroySoon());
      goOn(stalled());
    }, stalledAfterMs).unref();
    read(req, res, goOn);
  };
}

const isLargeAndTold = (req: Request, limit: number): boolean => {
  const told = Number(req.get('content-length'));
  return told > BODY_BYTES && told <= limit && req.get('content-encoding') === undefined;
};

/**
 * A large body goes straight to where it is to lie. Kept as the pieces in which it came and put together at the end, it
 * would be there twice, and leave the memory full of holes that are never given back.
 */
const readWhole: RequestHandler = (req, _res, next) => {
  const whole = Buffer.allocUnsafeSlow(Number(req.get('content-length')));
  let at = 0;
  req.on('data', (part: Buffer) => {
    at += part.copy(whole, at);
  });
  // HTTP itself ends a message with as many bytes as were told.
  req.once('end', () => {
    req.body = whole;
    next();
  });
  req.once('error', () => next(unreadable()));
};

/** Whoever was answered before they had sent everything is hung up on if they do not come to an end. */
export function hangUpUnread(req: Request, res: Response): void {
  if (req.complete) return;
  const { socket } = req;
  const hangUp = () => void (req.complete || socket.destroy());
  res.once('finish', () => setTimeout(hangUp, STALLED_AFTER_MS).unref());
}
