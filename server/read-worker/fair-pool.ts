import { Piscina } from 'piscina';
import type { Viewer } from '../../db/seen-by.ts';
import { type Problem, tooBusy } from '../http/problem.ts';
import { FairQueue, turnOf } from './fair-queue.ts';

/** Questions of one person or organisation that wait: more than all pages of a desk ask at once. */
const MAX_WAITING_EACH = 12;

interface Settings<Asked>
  extends Pick<
    NonNullable<ConstructorParameters<typeof Piscina>[0]>,
    'workerData' | 'idleTimeout' | 'resourceLimits'
  > {
  /** So long may the thread be at this, its start included; whoever waits behind it waits no longer. */
  readonly atMostMs: (asked: Asked) => number;
  /** What is said of a question that took longer, or more memory than the thread has. */
  readonly tooMuch: () => Problem;
}

/**
 * A thread of its own for what would keep every scan waiting. It starts with the first question and answers one after
 * another, by turns. A question that kills it, or is ended because it takes too long, fails alone: the next one gets a new
 * thread. So the queue is ours, and the pool holds the one question that is being answered: a pool starts no thread for
 * those that wait in it when theirs has died.
 */
export class FairPool<Asked extends object, Told> {
  readonly #waiting = new FairQueue<() => void>();
  readonly #pool: Piscina<Asked, Told>;
  readonly #answeredIn: { readonly filename: string; readonly name: string };
  readonly #limits: Pick<Settings<Asked>, 'atMostMs' | 'tooMuch'>;
  #isTaken = false;
  #isClosed = false;

  /** The script and its function are named with each question: a thread that cannot load it fails the question, not the pool. */
  constructor(script: URL, name: string, { atMostMs, tooMuch, ...settings }: Settings<Asked>) {
    this.#answeredIn = { filename: script.href, name };
    this.#limits = { atMostMs, tooMuch };
    this.#pool = new Piscina({ ...settings, minThreads: 0, maxThreads: 1 });
    // One that dies while it is asked nothing concerns nobody.
    this.#pool.on('error', () => {});
  }

  /**
   * @param given what goes over to the thread instead of being copied, and is empty here from then on
   * @throws Problem 429 to whoever waits for so many answers already, and `tooMuch` where a limit of the thread was reached
   */
  async ask(asked: Asked, viewer: Viewer, given: readonly ArrayBuffer[] = []): Promise<Told> {
    const turn = turnOf(viewer);
    if (this.#isTaken) {
      if (this.#waiting.waiting(turn) >= MAX_WAITING_EACH) throw tooBusy();
      await new Promise<void>((go) => this.#waiting.push(turn, go));
    }
    this.#isTaken = true;
    try {
      return await this.#answer(asked, given);
    } finally {
      this.#next();
    }
  }

  async #answer(asked: Asked, given: readonly ArrayBuffer[]): Promise<Told> {
    if (this.#isClosed) throw new Error('The thread was closed before it came to this.');
    const over = new AbortController();
    const ending = setTimeout(() => over.abort(), this.#limits.atMostMs(asked));
    try {
      const how = { ...this.#answeredIn, transferList: [...given], signal: over.signal };
      return await this.#pool.run(asked, how);
    } catch (error) {
      throw over.signal.aborted || isOutOfMemory(error) ? this.#limits.tooMuch() : error;
    } finally {
      clearTimeout(ending);
    }
  }

  #next() {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#isTaken = false;
  }

  /** Whoever is being answered or waits is told that there will be no answer. */
  close = (): Promise<void> => {
    this.#isClosed = true;
    return this.#pool.destroy();
  };
}

const isOutOfMemory = (error: unknown) =>
  (error as { readonly code?: unknown } | null)?.code === 'ERR_WORKER_OUT_OF_MEMORY';
