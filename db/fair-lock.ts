interface Waiting {
  readonly exclusive: boolean;
  readonly admit: (leave: () => void) => void;
}

/** Many come in together, or one comes in alone; first come, first served, so that nobody waits for ever. */
export class FairLock {
  readonly #queue: Waiting[] = [];
  #inside = 0;
  #oneIsAlone = false;

  /** Resolves once it is your turn. @returns how to leave, which must be called */
  acquire(exclusive: boolean): Promise<() => void> {
    return new Promise((admit) => {
      this.#queue.push({ exclusive, admit });
      this.#letIn();
    });
  }

  #letIn() {
    for (let next = this.#queue[0]; next && this.#fits(next); next = this.#queue[0]) {
      const { exclusive, admit } = next;
      this.#queue.shift();
      this.#inside++;
      this.#oneIsAlone = exclusive;
      admit(() => {
        this.#inside--;
        this.#oneIsAlone = false;
        this.#letIn();
      });
    }
  }

  #fits = ({ exclusive }: Waiting) => this.#inside === 0 || !(exclusive || this.#oneIsAlone);
}
