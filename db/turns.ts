interface Waiting {
  readonly alone: boolean;
  readonly come: (leave: () => void) => void;
}

/** Many come in together, or one comes in alone; first come, first served, so that nobody waits for ever. */
export class Turns {
  readonly #queue: Waiting[] = [];
  #inside = 0;
  #oneIsAlone = false;

  /** Resolves once it is your turn. @returns how to leave, which must be called */
  take(alone: boolean): Promise<() => void> {
    return new Promise((come) => {
      this.#queue.push({ alone, come });
      this.#letIn();
    });
  }

  #letIn() {
    for (let next = this.#queue[0]; next && this.#fits(next); next = this.#queue[0]) {
      const { alone, come } = next;
      this.#queue.shift();
      this.#inside++;
      this.#oneIsAlone = alone;
      come(() => {
        this.#inside--;
        this.#oneIsAlone = false;
        this.#letIn();
      });
    }
  }

  #fits = ({ alone }: Waiting) => this.#inside === 0 || !(alone || this.#oneIsAlone);
}
