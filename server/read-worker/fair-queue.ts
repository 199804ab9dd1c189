import { queueOptionsSymbol, type TaskQueue } from 'piscina';
import type { Viewer } from '../../db/seen-by.ts';

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

/** Those who wait, each with their questions; whoever was served goes to the end. */
class Rounds {
  readonly #waiting = new Map<string, Task[]>();

  of = (whose: string) => this.#waiting.get(whose)?.length ?? 0;
  push(whose: string, task: Task) {
    const before = this.#waiting.get(whose);
    if (before) before.push(task);
    else this.#waiting.set(whose, [task]);
  }
  shift(): Task | null {
    for (const [whose, [next, ...rest]] of this.#waiting) {
      this.#waiting.delete(whose);
      if (rest.length) this.#waiting.set(whose, rest);
      if (next) return next;
    }
    return null;
  }
  remove(whose: string, task: Task) {
    const rest = (this.#waiting.get(whose) ?? []).filter((one) => one !== task);
    if (rest.length) this.#waiting.set(whose, rest);
    else this.#waiting.delete(whose);
  }
}

/** The order in which the reading thread answers: the staff before outsiders, and each of them in turn. */
export class FairQueue implements TaskQueue {
  readonly #staff = new Rounds();
  readonly #outsiders = new Rounds();
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
