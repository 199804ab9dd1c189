import { tooBusy } from './problem.ts';
import { Rounds } from './rounds.ts';

/** Requests of one organisation that wait: more than its people send at once. */
const MAX_WAITING_EACH = 12;

/** Large inputs are looked at one at a time, organisations by turns: whoever scans waits for one of them at most. */
export class FairLock {
  readonly #rounds = new Rounds<() => void>();
  #isTaken = false;

  /** Resolves when it is their turn. @returns how they end it. @throws Problem 429 to whoever waits often enough already */
  async acquire(whose: string): Promise<() => void> {
    if (this.#isTaken) {
      if (this.#rounds.of(whose) >= MAX_WAITING_EACH) throw tooBusy();
      await new Promise<void>((go) => this.#rounds.push(whose, go));
    }
    this.#isTaken = true;
    // The scans that came meanwhile are answered before the next one begins.
    return () => void setImmediate(() => this.#next());
  }

  #next() {
    const next = this.#rounds.shift();
    if (next) next();
    else this.#isTaken = false;
  }
}
