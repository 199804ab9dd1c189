import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import autocannon from 'autocannon';
import { ascending, percentile } from './alternate.ts';

export interface Ask {
  readonly method?: 'GET' | 'POST';
  readonly path: string;
  readonly body?: object;
}
export interface Target {
  readonly port: number;
  readonly cookie: string;
}
export interface Measured {
  readonly perSecond: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly answers: number;
}

const json = { 'content-type': 'application/json' };

interface Load {
  readonly connections: number;
  /** How long, or how many steps in all. */
  readonly until: { readonly seconds: number } | { readonly steps: number };
  next(): Ask;
}

/** So many connections, each asking again as soon as it was answered. Times in ms. @throws when one answer is no 2xx */
export async function hammer(
  { port, cookie }: Target,
  { connections, until, next }: Load,
): Promise<Measured> {
  const times: number[] = [];
  const refused = new Map<number, number>();
  const answered = new Promise<autocannon.Result>((resolve, reject) => {
    const run = autocannon(
      {
        url: `http://127.0.0.1:${port}`,
        connections,
        ...('seconds' in until ? { duration: until.seconds } : { amount: until.steps }),
        headers: { ...json, cookie },
        requests: [
          {
            setupRequest: (prepared) => {
              const { method = 'POST', path, body } = next();
              return { ...prepared, method, path, ...(body ? { body: JSON.stringify(body) } : {}) };
            },
          },
        ],
      },
      (error, result) => (error ? reject(error) : resolve(result)),
    );
    run.on('response', (_client, status, _bytes, ms) => {
      times.push(ms);
      if (status >= 300) refused.set(status, (refused.get(status) ?? 0) + 1);
    });
  });
  const { duration, errors, timeouts } = await answered;
  if (refused.size || errors || timeouts)
    throw new Error(
      `Not all were answered well: ${JSON.stringify([...refused])}, ${errors} errors, ${timeouts} late`,
    );
  return { ...summary(times), perSecond: times.length / duration };
}

export function summary(times: readonly number[]) {
  const sorted = ascending(times);
  // Whoever answered nobody in time took longer than anybody waited.
  const at = (percent: number) => (sorted.length ? percentile(sorted, percent) : Number.POSITIVE_INFINITY);
  return { p50: at(50), p95: at(95), p99: at(99), answers: times.length };
}

/** Asks so often in a second, whatever the answers do; times in ms, from when each was due. */
export async function paced(target: Target, perSecond: number, until: () => boolean, next: () => Ask) {
  const times: number[] = [];
  const open: Promise<void>[] = [];
  const agent = new Agent({ keepAlive: true, maxSockets: 50 });
  const started = performance.now();
  for (let n = 0; !until(); n++) {
    const due = started + (n * 1000) / perSecond;
    await sleep(Math.max(0, due - performance.now()));
    open.push(ask(target, next(), agent).then(() => void times.push(performance.now() - due)));
  }
  await Promise.all(open);
  agent.destroy();
  return { ...summary(times), perSecond };
}

/** One question, and its answer. @throws when it is no 2xx */
export const ask = (
  { port, cookie }: Target,
  { method = 'POST', path, body }: Ask,
  agent?: Agent,
  raw?: Buffer,
) =>
  new Promise<Buffer>((resolve, reject) => {
    const headers = { ...(raw ? { 'content-type': 'text/csv' } : json), cookie };
    const asked = request(
      { host: '127.0.0.1', port, method, path, headers, ...(agent ? { agent } : {}) },
      (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('end', () => {
          const whole = Buffer.concat(parts);
          if ((answer.statusCode ?? 500) < 300) resolve(whole);
          else reject(new Error(`${method} ${path}: ${answer.statusCode} ${whole.toString().slice(0, 300)}`));
        });
      },
    );
    asked.on('error', reject).end(raw ?? (body ? JSON.stringify(body) : undefined));
  });
