import type { Atomically } from './atomically.ts';
import { isTransient } from './transient-errors.ts';

const WINDOW_SECONDS = 10;

/** How writing went in the last ten seconds: how long the slowest took, and how many had no certain outcome. */
export class WriteHealth {
  readonly #seconds = new Map<number, { slowestMs: number; uncertain: number }>();

  /** The same `atomically`, with how long each write took and how it ended counted here. */
  observe =
    (atomically: Atomically): Atomically =>
    async (work) => {
      const started = performance.now();
      let uncertain = false;
      try {
        return await atomically(work);
      } catch (error) {
        uncertain = isTransient(error);
        throw error;
      } finally {
        this.#note(performance.now() - started, uncertain);
      }
    };

  read(): { readonly slowestMs: number; readonly uncertain: number } {
    this.#forget();
    const all = [...this.#seconds.values()];
    return {
      slowestMs: Math.max(0, ...all.map(({ slowestMs }) => slowestMs)),
      uncertain: all.reduce((sum, one) => sum + one.uncertain, 0),
    };
  }

  #note(ms: number, uncertain: boolean) {
    const second = Math.floor(performance.now() / 1000);
    const now = this.#seconds.get(second) ?? { slowestMs: 0, uncertain: 0 };
    now.slowestMs = Math.max(now.slowestMs, ms);
    if (uncertain) now.uncertain++;
    if (this.#seconds.size > WINDOW_SECONDS) this.#forget();
    this.#seconds.set(second, now);
  }

  #forget() {
    const oldest = performance.now() / 1000 - WINDOW_SECONDS;
    for (const second of this.#seconds.keys()) if (second < oldest) this.#seconds.delete(second);
  }
}
