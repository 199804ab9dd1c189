import { hash } from 'node:crypto';

/** Chance that falls the same way every time: sfc32, seeded by a name. */
export class Chance {
  readonly #state: Uint32Array;

  constructor(name: string) {
    this.#state = new Uint32Array(new Uint8Array(hash('sha256', name, 'buffer').subarray(0, 16)).buffer);
  }

  /** A chance of its own, so that what happens elsewhere does not change how this one falls. */
  fork(): Chance {
    return new Chance(`${this.#next()} ${this.#next()}`);
  }

  /** From 0 up to, but not, 1. */
  fraction(): number {
    return this.#next() / 2 ** 32;
  }

  yes(probability: number): boolean {
    return this.fraction() < probability;
  }

  /** A whole number, both ends included. */
  whole(from: number, to: number): number {
    return from + Math.floor(this.fraction() * (to - from + 1));
  }

  between(from: number, to: number): number {
    return from + this.fraction() * (to - from);
  }

  pick<T>(of: readonly T[]): T {
    const one = of[Math.floor(this.fraction() * of.length)];
    if (one === undefined) throw new RangeError('nothing to pick from');
    return one;
  }

  /** One of the names, each as likely as its weight. */
  among<K extends string>(weights: Readonly<Record<K, number>>): K {
    const all = Object.entries<number>(weights) as [K, number][];
    let left = this.fraction() * all.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [name, weight] of all) {
      left -= weight;
      if (left < 0) return name;
    }
    throw new RangeError('nothing to choose among');
  }

  digits(n: number): string {
    return Array.from({ length: n }, () => this.whole(0, 9)).join('');
  }

  bytes(n: number): Uint8Array {
    return Uint8Array.from({ length: n }, () => this.#next() & 255);
  }

  #next(): number {
    const [a = 0, b = 0, c = 0, d = 0] = this.#state;
    const t = (a + b + d) >>> 0;
    this.#state.set([b ^ (b >>> 9), (c + (c << 3)) >>> 0, (((c << 21) | (c >>> 11)) + t) >>> 0, d + 1]);
    return t;
  }
}
