import type { Actor } from '../access/permissions.ts';
import { Problem, tooLongList } from '../http/problem.ts';
import { FairPool } from './fair-pool.ts';

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

/** What is drawn and thrown away again; as much as the scans' thread has would stay with the process. */
const YOUNG_MB = 16;
/** The longest list, fifty thousand rows as a workbook, takes a few seconds; nobody waits for an answer longer than this. */
const AT_MOST_MS = 60_000;

/**
 * A second thread with a read-only connection of its own, for reading that takes long: a batch of labels, a spreadsheet,
 * a look at everything. On SQLite such work would otherwise keep every scan waiting.
 */
export class ReadWorker {
  readonly #pool: FairPool<WorkerRequest, WorkerReply>;

  /** `database` is the address of a file: a PostgreSQL answers without keeping anybody waiting. */
  constructor(database: string) {
    const settings = {
      ...{ atMostMs: () => AT_MOST_MS, tooMuch: tooLongList },
      workerData: database,
      idleTimeout: Number.POSITIVE_INFINITY,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
    };
    this.#pool = new FairPool(new URL('../read-thread.js', import.meta.url), 'answer', settings);
  }

  /**
   * The route's answer, before it is checked and sent.
   * @throws Problem as the route would, and 429 to whoever waits for so many answers already
   */
  async ask(asked: WorkerRequest): Promise<unknown> {
    const told = await this.#pool.ask(asked, asked.actor.viewer);
    if ('result' in told) return told.result;
    if ('failed' in told) throw Object.assign(new Error(told.failed), told.code ? { code: told.code } : {});
    const { status, code, words, extra } = told.refused;
    throw new Problem(status, code, words, extra);
  }

  close = (): Promise<void> => this.#pool.close();
}
