import type { Viewer } from '../../db/seen-by.ts';
import { Rounds } from '../http/rounds.ts';

/** Whose turn a question takes: a member of the staff has their own, and so has an organisation, however many ask for it. */
export interface Turn {
  readonly of: string;
  readonly isStaff: boolean;
}
export const turnOf = (viewer: Viewer): Turn =>
  viewer.as === 'exporter' || viewer.as === 'vendor'
    ? { of: viewer.organisation, isStaff: false }
    : { of: viewer.id, isStaff: true };

/** The order in which those who wait are served: the staff before outsiders, and each of them in turn. */
export class FairQueue<Waits> {
  readonly #staff = new Rounds<Waits>();
  readonly #outsiders = new Rounds<Waits>();

  waiting = (turn: Turn): number => this.#roundsOf(turn).of(turn.of);
  push(turn: Turn, one: Waits): void {
    this.#roundsOf(turn).push(turn.of, one);
  }
  shift = (): Waits | null => this.#staff.shift() ?? this.#outsiders.shift();

  #roundsOf = ({ isStaff }: Turn) => (isStaff ? this.#staff : this.#outsiders);
}
