import { setTimeout as sleep } from 'node:timers/promises';
import type { Pace } from '../load.ts';

interface Scan {
  /** When it was due, by `performance.now()`. */
  readonly due: number;
  readonly ms: number;
}

/**
 * So many scans a second, whether or not those before are answered. Each is measured from when it was due: who had to
 * wait for the one before waited too.
 */
export class Metronome {
  readonly #everyMs: number;
  #next = performance.now();
  readonly scans: Scan[] = [];

  constructor(perSecond: number) {
    this.#everyMs = 1_000 / perSecond;
  }

  readonly pace: Pace = async (scan) => {
    const due = Math.max(this.#next, this.#started());
    this.#next = due + this.#everyMs;
    const wait = due - performance.now();
    if (wait > 0) await sleep(wait);
    const answer = await scan();
    this.scans.push({ due, ms: performance.now() - due });
    return answer;
  };

  /** The first scan is due now: nobody waited before there was anybody. */
  #started = () => (this.scans.length === 0 && this.#next < performance.now() ? performance.now() : 0);

  between(from: number, to: number): number[] {
    return this.scans.filter(({ due }) => due >= from && due < to).map(({ ms }) => ms);
  }
}

/** The time within which so many of a hundred were answered, in milliseconds. */
export function percentile(times: readonly number[], percent: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return Math.round(sorted[Math.ceil((sorted.length * percent) / 100) - 1] ?? 0);
}
