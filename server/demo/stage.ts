import type { Writing } from '../../db/scope.ts';
import { newRequestContext } from '../http/new-request-context.ts';
import type { RequestContext } from '../http/request-context.ts';
import type { Deps } from '../process/deps.ts';
import type { EntityName, InputOf, Rows, StepName } from '../workflow/workflows.ts';
import { afterHours, afterWork, lastEvening, onDay } from './calendar.ts';
import { Chance } from './chance.ts';
import { Dock } from './dock.ts';
import { actorAt, crew, type PersonId, type Post } from './people.ts';
import type { Pictures } from './pictures.ts';
import type { WarehouseId } from './places.ts';

/** Something that goes on for days: it does what it does now, then says when it wants to go on. */
export type Story<R = void> = AsyncGenerator<Date, R, void>;

/** How somebody takes the steps of one thing. */
export type Taking<N extends EntityName> = <S extends StepName<N>>(
  step: S,
  given: InputOf<N, S>,
) => Promise<Rows[N]>;

/**
 * Plays stories side by side on a clock of their own. The story whose time is earliest always goes first, so nobody
 * looks at a thing before that happened to it which is told of an earlier hour.
 */
export class Stage {
  /** Where the history ends. Nothing happens after it. */
  readonly end: Date;
  readonly chance = new Chance('guihang');
  readonly dock = new Dock();
  readonly deps: Deps;
  readonly pictures: Pictures;
  readonly #names = new Chance('names');
  readonly #waiting: { at: number; story: Story }[] = [];
  #now: Date;
  #tx: Writing | undefined;

  constructor(now: Date, deps: Deps, pictures: Pictures) {
    this.end = lastEvening(now);
    this.#now = this.end;
    this.deps = deps;
    this.pictures = pictures;
  }

  get now(): Date {
    return this.#now;
  }

  /** The database, inside the transaction of the day that is being played. */
  get tx(): Writing {
    if (!this.#tx) throw new Error('Nothing is being played now.');
    return this.#tx;
  }

  context(): RequestContext {
    return newRequestContext({ now: () => this.#now, random: (n) => this.#names.bytes(n) });
  }

  /** An hour of a day of the history; day 0 is its last. */
  onDay = (days: number, hours: number) => onDay(this.end, days, hours);
  afterWork = (hours: number) => afterWork(this.#now, hours);
  afterHours = (hours: number) => afterHours(this.#now, hours);
  afterDays = (days: number, hours: number) => onDay(this.#now, Math.round(days), hours);

  begin(at: Date, story: Story) {
    const time = at.getTime();
    let [from, to] = [0, this.#waiting.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((this.#waiting[middle]?.at ?? 0) > time) from = middle + 1;
      else to = middle;
    }
    this.#waiting.splice(from, 0, { at: time, story });
  }

  /** Plays everything that is to happen until then. */
  async playUntil(tx: Writing, until: Date): Promise<void> {
    this.#tx = tx;
    for (let next = this.#waiting.at(-1); next && next.at <= until.getTime(); next = this.#waiting.at(-1)) {
      this.#waiting.pop();
      this.#now = new Date(next.at);
      const { value, done } = await next.story.next();
      if (!done) this.begin(value, next.story);
    }
    this.#tx = undefined;
  }

  /** Somebody takes a step where they work; their next scan is some seconds later. */
  async take<N extends EntityName, S extends StepName<N>>(
    who: PersonId,
    at: WarehouseId,
    asked: { readonly entity: N; readonly code: string; readonly step: S; readonly input: InputOf<N, S> },
  ): Promise<Rows[N]> {
    const by = { actor: actorAt(who, at), context: this.context() };
    const row = await this.deps.engine.take(this.tx, { ...asked, ...by });
    this.pass();
    return row;
  }

  /** Some seconds go by. */
  pass() {
    this.#now = new Date(this.#now.getTime() + this.chance.whole(9_000, 48_000));
  }

  on(post: Post, at: WarehouseId): PersonId {
    return this.chance.pick<PersonId>(crew[at][post]);
  }
}
