/** One thing as those know it who had it in their hands. */
export interface Known {
  quantity: number;
  state: string;
  /** Whether somebody took it in, and did not take that back. */
  cameIn: boolean;
  /** What they were told is done, in that order. */
  readonly steps: string[];
}

/** What the people of the warehouse would write into books of their own, from nothing but the answers they got. */
export class Books {
  readonly things = new Map<string, Known>();
  /** What each estimate came to, and the code of what its exporter said. */
  readonly estimates = new Map<string, { readonly minor: number; decision: string | null }>();
  /** What each shipment is for, and how far it has come. */
  readonly shipments = new Map<string, { readonly item: string; state: string }>();
  readonly refusals = new Map<string, number>();
  /** How many articles exporters asked to send back, and were told they may. */
  agreed = 0;
  /** How many came that nobody had announced. */
  unannounced = 0;

  announced(code: string, quantity: number): void {
    this.things.set(code, { quantity, state: 'announced', cameIn: false, steps: [] });
  }

  of(code: string): Known {
    const known = this.things.get(code);
    if (!known) throw new Error(`Nobody has ever seen ${code}.`);
    return known;
  }

  refused(why: string): void {
    this.refusals.set(why, (this.refusals.get(why) ?? 0) + 1);
  }
}
