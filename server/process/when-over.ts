import type { Response } from 'express';

/**
 * Calls back once, when it is known what came of a request. Whoever hangs up ends the connection and not the work:
 * what that did and how it would have been answered is known when it answers nobody. What only reads ends at once.
 */
export function whenOver(res: Response, tell: (how: { readonly hungUp: boolean }) => void): void {
  const reads = res.req.method === 'GET' || res.req.method === 'HEAD';
  let isTold = false;
  const over = (hungUp: boolean) => {
    if (isTold) return;
    isTold = true;
    tell({ hungUp });
  };
  res.once('finish', () => over(false));
  res.once('close', () => (reads || res.writableEnded) && over(true));
  const end = res.end;
  res.end = ((...given: Parameters<typeof end>) => {
    const ended = end.apply(res, given);
    if (res.closed || res.destroyed) over(true);
    return ended;
  }) as typeof end;
}
