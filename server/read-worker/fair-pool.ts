import { Piscina, queueOptionsSymbol } from 'piscina';
import type { Viewer } from '../../db/seen-by.ts';
import { tooBusy } from '../http/problem.ts';
import { FairQueue, turnOf } from './fair-queue.ts';

/** Questions of one person or organisation that wait: more than all pages of a desk ask at once. */
const MAX_WAITING_EACH = 12;

type Settings = Pick<
  NonNullable<ConstructorParameters<typeof Piscina>[0]>,
  'workerData' | 'idleTimeout' | 'resourceLimits'
>;

/**
 * A thread of its own for what would keep every scan waiting. It starts with the first question, answers one after
 * another, by turns, and starts again with the next one after it died.
 */
export class FairPool<Asked extends object, Told> {
  readonly #queue = new FairQueue();
  readonly #pool: Piscina<Asked, Told>;
  readonly #answeredIn: { readonly filename: string; readonly name: string };

  /** The script and its function are named with each question: a thread that cannot load it fails the question, not the pool. */
  constructor(script: URL, name: string, settings: Settings) {
    this.#answeredIn = { filename: script.href, name };
    this.#pool = new Piscina({ ...settings, taskQueue: this.#queue, minThreads: 0, maxThreads: 1 });
    // One that dies while it is asked nothing concerns nobody.
    this.#pool.on('error', () => {});
  }

  /**
   * @param given what goes over to the thread instead of being copied, and is empty here from then on
   * @throws Problem 429 to whoever waits for so many answers already
   */
  async ask(asked: Asked, viewer: Viewer, given: readonly ArrayBuffer[] = []): Promise<Told> {
    const turn = turnOf(viewer);
    if (this.#queue.waiting(turn) >= MAX_WAITING_EACH) throw tooBusy();
    const task = Object.assign({ ...asked }, { [queueOptionsSymbol]: turn });
    return this.#pool.run(task, { ...this.#answeredIn, transferList: [...given] });
  }

  close = (): Promise<void> => this.#pool.destroy();
}
