/** So many answers are kept; a night's work in one transaction would otherwise keep them all. */
const MAX_CACHED_ANSWERS = 200;

interface Answer {
  readonly tables: ReadonlySet<string>;
  readonly rows: readonly unknown[];
}

/**
 * What one transaction was told. Inside it you are alone, so a question asked again has the same answer, until one of
 * the tables that it was read from is written. A step asks a third of its questions twice: its guards before, and what
 * it shows of itself after.
 */
export class TransactionCache {
  readonly #answers = new Map<string, Answer>();
  #writes = 0;

  /** @returns rows to be read only: whoever asks again gets the same ones */
  async load(
    question: string,
    tables: ReadonlySet<string>,
    ask: () => Promise<unknown[]>,
  ): Promise<unknown[]> {
    const known = this.#answers.get(question);
    if (known) return [...known.rows];
    const before = this.#writes;
    const rows = await ask();
    // A write overtook it: nobody knows which of the two was first.
    if (before !== this.#writes) return rows;
    if (this.#answers.size >= MAX_CACHED_ANSWERS) this.#answers.clear();
    this.#answers.set(question, { tables, rows });
    return [...rows];
  }

  /** To be said before the table is written: whatever the write makes of it, nothing older is told after it. */
  invalidate(table: string): void {
    this.#writes++;
    for (const [question, { tables }] of this.#answers) if (tables.has(table)) this.#answers.delete(question);
  }
}
