import { Piscina, queueOptionsSymbol } from 'piscina';
import type { Actor } from '../access/permissions.ts';
import { Problem, tooBusy } from '../http/problem.ts';
import { FairQueue, turnOf } from './fair-queue.ts';

/** What the thread is asked: which route, with what, for whom. All of it can be copied between threads. */
export interface WorkerRequest {
  readonly endpoint: string;
  readonly input: unknown;
  readonly actor: Actor;
  readonly now: Date;
}
/** An error is copied between threads without what is special about it; so what the caller needs of it is told apart. */
export type WorkerReply =
  | { readonly result: unknown }
  | { readonly refused: Pick<Problem, 'status' | 'code' | 'words' | 'extra'> }
  /** `code`: what the database called it, so that a lack is told as one. */
  | { readonly failed: string; readonly code?: string | undefined };

/** Questions of one person or organisation that wait: more than all pages of a desk ask at once. */
const MAX_WAITING_EACH = 12;

/** What is drawn and thrown away again; as much as the scans' thread has would stay with the process. */
const YOUNG_MB = 16;

/** Named with each question: a thread that cannot load it fails the question, not the pool. */
const answerIn = { filename: new URL('../read-thread.js', import.meta.url).href, name: 'answer' };

/**
 * A second thread with a read-only connection of its own, for reading that takes long: a batch of labels, a spreadsheet,
 * a look at everything. On SQLite such work would otherwise keep every scan waiting. It starts with the first question,
 * answers one after another, and starts again with the next one after it died.
 */
export class ReadWorker {
  readonly #queue = new FairQueue();
  readonly #pool: Piscina<WorkerRequest, WorkerReply>;

  /** `database` is the address of a file: a PostgreSQL answers without keeping anybody waiting. */
  constructor(database: string) {
    this.#pool = new Piscina({
      workerData: database,
      taskQueue: this.#queue,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
      ...{ minThreads: 0, maxThreads: 1, idleTimeout: Number.POSITIVE_INFINITY },
    });
    // One that dies while it is asked nothing concerns nobody.
    this.#pool.on('error', () => {});
  }

  /**
   * The route's answer, before it is checked and sent.
   * @throws Problem as the route would, and 429 to whoever waits for so many answers already
   */
  async ask(asked: WorkerRequest): Promise<unknown> {
    const turn = turnOf(asked.actor.viewer);
    if (this.#queue.waiting(turn) >= MAX_WAITING_EACH) throw tooBusy();
    const told = await this.#pool.run(Object.assign({ ...asked }, { [queueOptionsSymbol]: turn }), answerIn);
    if ('result' in told) return told.result;
    if ('failed' in told) throw Object.assign(new Error(told.failed), told.code ? { code: told.code } : {});
    const { status, code, words, extra } = told.refused;
    throw new Problem(status, code, words, extra);
  }

  close = (): Promise<void> => this.#pool.destroy();
}
