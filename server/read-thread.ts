import { randomBytes } from 'node:crypto';
import { setPriority } from 'node:os';
import { workerData } from 'node:worker_threads';
import { sqlState } from '../db/atomically.ts';
import { openToRead } from '../db/open.ts';
import { routes } from './api.ts';
import { newRequestContext } from './http/new-request-context.ts';
import { Problem } from './http/problem.ts';
import { giveBackMemory } from './read-worker/give-back.ts';
import type { WorkerReply, WorkerRequest } from './read-worker/read-worker.ts';

// Where cores are short, the scans go before this thread. Linux alone can say that of one thread.
if (process.platform === 'linux') setPriority(10);

let database: ReturnType<typeof openToRead> | undefined;
const random = (n: number) => randomBytes(n);
const known = new Map<string, (typeof routes)[number]>(routes.map((route) => [route.endpoint, route]));

/** The reading thread: answers the routes that were declared with `inReadWorker`, from committed rows. */
export async function answer({ endpoint, input, actor, now }: WorkerRequest): Promise<WorkerReply> {
  const route = known.get(endpoint);
  if (!route?.inReadWorker) return { failed: `${endpoint} is not answered here.` };
  try {
    database ??= openToRead(workerData as string);
    const call = {
      ...{ input, actor, db: database.as(actor.viewer) },
      context: newRequestContext({ now: () => now, random }),
    };
    // `inReadWorker` saw to it that the handler asks for no more than this.
    return { result: await route.handle(call as never) };
  } catch (error) {
    if (!(error instanceof Problem))
      return { failed: (error as Error)?.stack ?? String(error), code: sqlState(error) };
    const { status, code, words, extra } = error;
    return { refused: { status, code, words, extra } };
  } finally {
    giveBackMemory();
  }
}
