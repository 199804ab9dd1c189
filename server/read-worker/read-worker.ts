import { Worker } from 'node:worker_threads';
import type { Actor } from '../access/permissions.ts';
import { Problem } from '../http/problem.ts';
import { inFlightRequests } from '../process/in-flight-requests.ts';

/** What the reading thread starts with: the address of the database, and how many scans are being answered. */
export interface WorkerStart {
  readonly database: string;
  readonly inFlightRequests: SharedArrayBuffer;
}
/** What the thread is asked: which route, with what, for whom. All of it can be copied between threads. */
export interface WorkerRequest {
  readonly id: number;
  readonly endpoint: string;
  readonly input: unknown;
  readonly actor: Actor;
  readonly now: Date;
}
type Refused = Pick<Problem, 'status' | 'code' | 'words' | 'extra'>;
export type WorkerReply = { readonly id: number } & (
  | { readonly result: unknown }
  | { readonly refused: Refused }
  /** `code`: what the database called it, so that a lack is told as one. */
  | { readonly failed: string; readonly code?: string | undefined }
);
interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

/**
 * A second thread with a read-only connection of its own, for reading that takes long: a batch of labels, a spreadsheet,
 * a look at everything. On SQLite such work would otherwise keep every scan waiting. It starts with the first question,
 * and again with the next one after it died.
 */
export class ReadWorker {
  readonly #database: string;
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | undefined;
  #asked = 0;

  /** `database` is the address of a file: a PostgreSQL answers without keeping anybody waiting. */
  constructor(database: string) {
    this.#database = database;
  }

  /** The route's answer, before it is checked and sent. @throws Problem as the route would */
  ask(asked: Omit<WorkerRequest, 'id'>): Promise<unknown> {
    const worker = this.#awake();
    const id = ++this.#asked;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      worker.postMessage({ ...asked, id } satisfies WorkerRequest);
    });
  }

  async close(): Promise<void> {
    await this.#worker?.terminate();
  }

  #awake(): Worker {
    if (this.#worker) return this.#worker;
    const started: WorkerStart = { database: this.#database, inFlightRequests };
    const worker = new Worker(new URL('../read-thread.js', import.meta.url), { workerData: started });
    worker.on('message', (told: WorkerReply) => this.#hear(told));
    worker.on('error', (error) => this.#lose(worker, error));
    worker.on('exit', () => this.#lose(worker, new Error('The reading thread ended.')));
    // It keeps no process alive that is done otherwise.
    worker.unref();
    this.#worker = worker;
    return worker;
  }

  #hear(told: WorkerReply) {
    const waiting = this.#waiting.get(told.id);
    this.#waiting.delete(told.id);
    if ('result' in told) return waiting?.resolve(told.result);
    if ('failed' in told)
      return waiting?.reject(Object.assign(new Error(told.failed), told.code ? { code: told.code } : {}));
    const { status, code, words, extra } = told.refused;
    return waiting?.reject(new Problem(status, code, words, extra));
  }

  /** A thread that fails ends, too, and says both: by then another one may be at work. */
  #lose(worker: Worker, error: Error) {
    if (this.#worker !== worker) return;
    this.#worker = undefined;
    for (const waiting of this.#waiting.values()) waiting.reject(error);
    this.#waiting.clear();
  }
}
