import { tooBusy } from './problem.ts';

/** Requests of one organisation that wait: more than its people send at once. */
const MAX_WAITING_EACH = 12;

/** Large inputs are looked at one at a time, organisations by turns: whoever scans waits for one of them at most. */
export class Turns {
  readonly #waiting = new Map<string, (() => void)[]>();
  #isTaken = false;

  /** Resolves when it is their turn. @returns how they end it. @throws Problem 429 to whoever waits often enough already */
  async take(whose: string): Promise<() => void> {
    if (this.#isTaken) {
      const before = this.#waiting.get(whose) ?? [];
      if (before.length >= MAX_WAITING_EACH) throw tooBusy();
      await new Promise<void>((go) => this.#waiting.set(whose, [...before, go]));
    }
    this.#isTaken = true;
    // The scans that came meanwhile are answered before the next one begins.
    return () => void setImmediate(() => this.#next());
  }

  #next() {
    for (const [whose, [first, ...rest]] of this.#waiting) {
      this.#waiting.delete(whose);
      if (rest.length) this.#waiting.set(whose, rest);
      if (first) return first();
    }
    this.#isTaken = false;
  }
}
