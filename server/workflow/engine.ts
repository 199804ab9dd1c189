import { outbox } from '../../db/schema/work.ts';
import type { Scoped, Writing } from '../../db/scope.ts';
import type { Actor } from '../access/permissions.ts';
import type { Moment } from '../call.ts';
import { forbidden } from '../problem.ts';
import { accepts, decide, openSteps, type Subject } from './decide.ts';
import { type Field, fieldsOf } from './fields.ts';
import { unsound } from './sound.ts';
import type { Step, Workflow } from './workflow.ts';

export type Given = Readonly<Record<string, unknown>>;
type Row = Subject & { readonly id: string };

/** Who takes a step, and with which handheld. */
export interface Doer {
  readonly id: string;
  readonly device?: Actor['device'];
}

/** What a step asks of its carrying out: the thing, what was given, who and when, and a way to tell other things. */
export interface Order<R> {
  readonly row: R;
  readonly given: Given;
  readonly step: string;
  readonly toState: string;
  readonly actor: Doer;
  readonly moment: Moment;
  /** Lets another thing take a step in the same transaction: a ticket's end tells its item. */
  also(noun: string, id: string, step: string, given?: Given): Promise<void>;
  /** Work for after the commit. */
  later(kind: string, about: Readonly<Record<string, string>>): Promise<void>;
}
/** A method, not a property, so that nouns with rows of their own fit one registry. */
export type Effect<R> = { does(house: Writing, order: Order<R>): Partial<R> | Promise<Partial<R>> }['does'];

/** A kind of thing with a life: its rules, how to find it, what its guards look at, how its orders are done. */
export interface Noun<R extends Row = Row, Facts extends object = object, E extends string = string> {
  readonly flow: Workflow<Facts>;
  get(db: Scoped, code: string): Promise<R>;
  byId(db: Scoped, id: string): Promise<R>;
  facts(
    house: Scoped,
    row: R,
    ask: { step: string | null; given: Given; actor: { id: string }; now: Date },
  ): Promise<Facts>;
  where(house: Scoped, row: R): Promise<string | null>;
  readonly effects: Readonly<Record<E, Effect<R>>>;
  /** Writes the row and what happened to it. */
  write(house: Writing, order: Order<R>, change: Partial<R>): Promise<R>;
}

export interface OpenStep {
  readonly step: string;
  readonly button: { readonly zh: string; readonly en: string };
  readonly fields: readonly Field[];
}

/** Takes steps: decided by the workflow, carried out in one transaction, told to whatever else they concern. */
export class Engine {
  readonly #nouns: ReadonlyMap<string, Noun>;
  readonly #fields = new Map<Step, Field[]>();

  constructor(nouns: Readonly<Record<string, Noun>>) {
    this.#nouns = new Map(Object.entries(nouns));
    const faults = Object.values(nouns).flatMap(({ flow, effects }) => unsound(flow, Object.keys(effects)));
    if (faults.length) throw new Error(`The workflows are not sound:\n${faults.join('\n')}`);
    for (const noun of this.#nouns.values())
      for (const step of Object.values(noun.flow.steps)) this.#fields.set(step, fieldsOf(step.asks));
  }

  /** A step that a person asks for: they must see the thing and be allowed the step. */
  async take(
    tx: Writing,
    name: string,
    code: string,
    step: string,
    given: Given,
    actor: Actor,
    moment: Moment,
  ) {
    const noun = this.#noun(name);
    const { button, needs } = noun.flow.steps[step] ?? missing(step);
    if (!actor.permissions.has(needs)) throw forbidden(button);
    const row = await noun.get(tx, code);
    return this.#carryOut(tx.forTheHouse(), noun, row, step, given, actor, moment);
  }

  /** A step that the house orders: a job, or another thing's step. */
  async order(
    house: Writing,
    name: string,
    id: string,
    step: string,
    given: Given,
    actor: Doer,
    moment: Moment,
  ) {
    const noun = this.#noun(name);
    return this.#carryOut(house, noun, await noun.byId(house, id), step, given, actor, moment);
  }

  /** The steps that this actor may take now, with what each asks for. */
  async open(db: Scoped, name: string, row: Row, actor: Actor, now: Date): Promise<OpenStep[]> {
    const noun = this.#noun(name);
    const facts = await noun.facts(db.forTheHouse(), row, { step: null, given: {}, actor, now });
    return this.openTo(noun.flow, row.state, facts, actor);
  }

  /** The same, of a thing whose facts are known already. */
  openTo<Facts extends object>(flow: Workflow<Facts>, state: string, facts: Facts, actor: Actor): OpenStep[] {
    return openSteps(flow, state, facts).flatMap((step) => {
      const known = flow.steps[step];
      if (!known || !actor.permissions.has(known.needs)) return [];
      return { step, button: known.button, fields: this.#fields.get(known) ?? [] };
    });
  }

  async #carryOut(
    house: Writing,
    noun: Noun,
    row: Row,
    step: string,
    given: Given,
    actor: Doer,
    moment: Moment,
  ) {
    const facts = await noun.facts(house, row, { step, given, actor, now: moment.now });
    // Where it lies is looked up for a refusal only, which says it.
    const where = accepts(noun.flow, row.state, facts, step) ? null : await noun.where(house, row);
    const next = decide(noun.flow, row, facts, step, where);
    const order: Order<Row> = {
      row,
      given,
      step,
      toState: next.state,
      actor,
      moment,
      also: async (name, id, thenStep, thenGiven = {}) =>
        void (await this.order(house, name, id, thenStep, thenGiven, actor, moment)),
      later: (kind, about) =>
        house.add(outbox, { id: moment.newId(), kind, about, at: moment.now, dueAt: moment.now, tries: 0 }),
    };
    const change: Partial<Row> = {};
    for (const effect of next.effects) {
      const does = noun.effects[effect] ?? missing(effect);
      Object.assign(change, await does(house, { ...order, row: { ...row, ...change } }));
    }
    return noun.write(house, order, change);
  }

  #noun(name: string): Noun {
    return this.#nouns.get(name) ?? missing(name);
  }
}

function missing(name: string): never {
  throw new Error(`There is no ${name} among the workflows.`);
}
