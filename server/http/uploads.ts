import type { RequestHandler, Response } from 'express';
import { BODY_BYTES } from './body.ts';
import { tooManyUploads } from './problem.ts';

const MB = 2 ** 20;
/** What bodies may weigh together that are being read or worked on: of one member of the staff or organisation, and of all. */
const MAX_BYTES_EACH = 20 * MB;
const MAX_BYTES = 32 * MB;
/** As many as all people of a small company send at once. */
const MAX_UPLOADS_EACH = 8;

/** Whoever keeps to their own share waits so long for room among all, before they are told to come back. */
const MAX_WAIT_MS = 10_000;

/** How much is on its way into memory, and whose it is: more than was promised is not even begun to be read. */
export class Uploads {
  readonly #held = new Map<string, { bytes: number; count: number }>();
  #bytes = 0;
  #waiting: { readonly bytes: number; readonly goOn: () => void }[] = [];
  readonly #maxWaitMs: number;

  constructor(maxWaitMs = MAX_WAIT_MS) {
    this.#maxWaitMs = maxWaitMs;
  }

  /** Waits for room among all. @returns how it ends. @throws Problem 429 when it would be too much */
  async begin(whose: string, bytes: number): Promise<() => void> {
    const held = this.#held.get(whose) ?? { bytes: 0, count: 0 };
    if (held.count >= MAX_UPLOADS_EACH || held.bytes + bytes > MAX_BYTES_EACH) throw tooManyUploads();
    this.#held.set(whose, held);
    held.count++;
    held.bytes += bytes;
    const leave = () => {
      held.count--;
      held.bytes -= bytes;
      if (held.count === 0) this.#held.delete(whose);
    };
    if (this.#waiting.length > 0 || this.#bytes + bytes > MAX_BYTES)
      await this.#room(bytes).catch((error) => {
        leave();
        throw error;
      });
    else this.#bytes += bytes;
    return () => {
      leave();
      this.#bytes -= bytes;
      this.#next();
    };
  }

  /** First come, first served: their room is taken for them. */
  #room(bytes: number): Promise<void> {
    return new Promise((goOn, giveUp) => {
      const one = { bytes, goOn };
      this.#waiting.push(one);
      const late = setTimeout(() => {
        if (!this.#waiting.includes(one)) return;
        this.#waiting = this.#waiting.filter((other) => other !== one);
        giveUp(tooManyUploads());
        this.#next();
      }, this.#maxWaitMs);
      late.unref();
    });
  }
  #next(): void {
    for (let [one] = this.#waiting; one && this.#bytes + one.bytes <= MAX_BYTES; [one] = this.#waiting) {
      this.#waiting.shift();
      this.#bytes += one.bytes;
      one.goOn();
    }
  }
}

/**
 * Holds the place of a large body until it is worked on no more, also when nobody waits for the answer. What may be
 * large and does not say how large it is counts as the largest.
 */
export function limitUploads(
  uploads: Uploads,
  limit: number,
  whose: (locals: object) => string,
): RequestHandler {
  return async (req, res, next) => {
    const told = Number(req.get('content-length') ?? limit);
    // What comes packed may be any size when it is unpacked.
    const isKnown = told >= 0 && told <= limit && req.get('content-encoding') === undefined;
    if (limit <= BODY_BYTES || (isKnown && told <= BODY_BYTES)) return next();
    const end = await uploads.begin(whose(res.locals), isKnown ? told : limit);
    // They may have gone meanwhile.
    if (res.closed) return end();
    let isClosed = false;
    res.once('close', () => {
      isClosed = true;
      if (!isAtWork(res)) end();
    });
    res.locals.workEnds = () => isClosed && end();
    next();
  };
}
const isAtWork = ({ locals }: Response): boolean => locals.isAtWork ?? false;

/** Does what a body was read for; its place is given back after that. */
export async function atWork(res: Response, work: () => Promise<void>): Promise<void> {
  res.locals.isAtWork = true;
  try {
    await work();
  } finally {
    res.locals.isAtWork = false;
    res.locals.workEnds?.();
  }
}
