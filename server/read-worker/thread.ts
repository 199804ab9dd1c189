import { randomBytes } from 'node:crypto';
import { parentPort, workerData } from 'node:worker_threads';
import { sqlState } from '../../db/atomically.ts';
import { openToRead } from '../../db/open.ts';
import { routes } from '../api.ts';
import { newRequestContext } from '../http/new-request-context.ts';
import { Problem } from '../http/problem.ts';
import { lowerToIdlePriority } from './idle-priority.ts';
import type { WorkerReply, WorkerRequest, WorkerStart } from './read-worker.ts';

lowerToIdlePriority();

/** The reading thread: answers the routes that were declared with `inReadWorker`, from committed rows, one after another. */
const database = openToRead((workerData as WorkerStart).database);
const random = (n: number) => randomBytes(n);
const known = new Map<string, (typeof routes)[number]>(routes.map((route) => [route.endpoint, route]));

async function answer({ id, endpoint, input, actor, now }: WorkerRequest): Promise<WorkerReply> {
  const route = known.get(endpoint);
  if (!route?.inReadWorker) return { id, failed: `${endpoint} is not answered here.` };
  const call = {
    input,
    actor,
    db: database.as(actor.viewer),
    context: newRequestContext({ now: () => now, random }),
  };
  try {
    // `inReadWorker` saw to it that the handler asks for no more than this.
    return { id, result: await route.handle(call as never) };
  } catch (error) {
    if (!(error instanceof Problem))
      return { id, failed: (error as Error)?.stack ?? String(error), code: sqlState(error) };
    const { status, code, words, extra } = error;
    return { id, refused: { status, code, words, extra } };
  }
}

let before: Promise<unknown> = Promise.resolve();
parentPort?.on('message', (asked: WorkerRequest) => {
  before = before.then(async () => parentPort?.postMessage(await answer(asked)));
});
