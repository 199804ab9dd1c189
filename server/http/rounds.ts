/** Those who wait, each with what they wait for; whoever was served goes to the end. */
export class Rounds<Waits> {
  readonly #waiting = new Map<string, Waits[]>();

  /** How much one of them waits for. */
  of = (whose: string): number => this.#waiting.get(whose)?.length ?? 0;
  push(whose: string, one: Waits): void {
    const before = this.#waiting.get(whose);
    if (before) before.push(one);
    else this.#waiting.set(whose, [one]);
  }
  shift(): Waits | null {
    for (const [whose, [next, ...rest]] of this.#waiting) {
      this.#waiting.delete(whose);
      if (rest.length) this.#waiting.set(whose, rest);
      if (next !== undefined) return next;
    }
    return null;
  }
}
