import { queueOptionsSymbol, type TaskQueue } from 'piscina';
import type { Viewer } from '../../db/seen-by.ts';
import { Rounds } from '../http/rounds.ts';

type Task = NonNullable<ReturnType<TaskQueue['shift']>>;

/** Whose turn a question takes: a member of the staff has their own, and so has an organisation, however many ask for it. */
export interface Turn {
  readonly of: string;
  readonly isStaff: boolean;
}
export const turnOf = (viewer: Viewer): Turn =>
  viewer.as === 'exporter' || viewer.as === 'vendor'
    ? { of: viewer.organisation, isStaff: false }
    : { of: viewer.id, isStaff: true };

/** The order in which the reading thread answers: the staff before outsiders, and each of them in turn. */
export class FairQueue implements TaskQueue {
  readonly #staff = new Rounds<Task>();
  readonly #outsiders = new Rounds<Task>();
  size = 0;

  waiting = (turn: Turn) => this.#roundsOf(turn).of(turn.of);
  push(task: Task) {
    const turn = turnIn(task);
    this.#roundsOf(turn).push(turn.of, task);
    this.size++;
  }
  shift(): Task | null {
    const next = this.#staff.shift() ?? this.#outsiders.shift();
    if (next) this.size--;
    return next;
  }
  remove(task: Task) {
    const turn = turnIn(task);
    const before = this.waiting(turn);
    this.#roundsOf(turn).remove(turn.of, task);
    this.size -= before - this.waiting(turn);
  }

  #roundsOf = ({ isStaff }: Turn) => (isStaff ? this.#staff : this.#outsiders);
}

const turnIn = (task: Task): Turn =>
  (task as unknown as Record<symbol, Turn | undefined>)[queueOptionsSymbol] ?? { of: '', isStaff: true };
