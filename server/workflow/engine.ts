import { outbox } from '../../db/schema/jobs.ts';
import type { Scoped, Writing } from '../../db/scope.ts';
import type { Actor } from '../access/permissions.ts';
import { forbidden } from '../http/problem.ts';
import type { RequestContext } from '../http/request-context.ts';
import { accepts, decide, openSteps, type Subject } from './decide.ts';
import { type Field, fieldsOf } from './fields.ts';
import { faultsOfWorkflow } from './soundness.ts';
import type { Step, Workflow } from './workflow.ts';

export type StepInput = Readonly<Record<string, unknown>>;
type Row = Subject & { readonly id: string };

/** Who takes a step, and with which handheld. */
export interface StepActor {
  readonly id: string;
  readonly device?: Actor['device'];
}

interface StepOf<By> {
  readonly entity: string;
  readonly step: string;
  readonly input?: StepInput;
  readonly actor: By;
  readonly context: RequestContext;
}
/** A step that somebody asks for, of the thing with this code. */
export type StepAsked = StepOf<Actor> & { readonly code: string };
/** A step that the house orders, of the thing with this id. */
export type StepOrdered = StepOf<StepActor> & { readonly id: string };

/** What a step asks of its carrying out: the thing, what was given, who and when, and a way to tell other things. */
export interface StepContext<R> {
  readonly row: R;
  readonly input: StepInput;
  readonly step: string;
  readonly toState: string;
  readonly actor: StepActor;
  readonly context: RequestContext;
  /** Lets another thing take a step in the same transaction: a ticket's end tells its item. */
  trigger(entity: string, id: string, step: string, given?: StepInput): Promise<void>;
  /** Work for after the commit. */
  enqueue(kind: string, about: Readonly<Record<string, string>>): Promise<void>;
}
/** A method, not a property, so that nouns with rows of their own fit one registry. */
export type Effect<R> = {
  does(system: Writing, order: StepContext<R>): Partial<R> | Promise<Partial<R>>;
}['does'];

/** A kind of thing with a life: its rules, how to find it, what its guards look at, how its orders are done. */
export interface Entity<R extends Row = Row, Facts extends object = object, E extends string = string> {
  readonly flow: Workflow<Facts>;
  get(db: Scoped, code: string): Promise<R>;
  byId(db: Scoped, id: string): Promise<R>;
  facts(
    system: Scoped,
    row: R,
    ask: { step: string | null; input: StepInput; actor: { id: string }; now: Date },
  ): Promise<Facts>;
  where(system: Scoped, row: R): Promise<string | null>;
  readonly effects: Readonly<Record<E, Effect<R>>>;
  /** Writes the row and what happened to it. */
  write(system: Writing, order: StepContext<R>, change: Partial<R>): Promise<R>;
}

export interface OpenStep {
  readonly step: string;
  readonly button: { readonly zh: string; readonly en: string };
  readonly fields: readonly Field[];
}

/** Takes steps: decided by the workflow, carried out in one transaction, told to whatever else they concern. */
export class Engine {
  readonly #entities: ReadonlyMap<string, Entity>;
  readonly #fields = new Map<Step, Field[]>();

  constructor(entities: Readonly<Record<string, Entity>>) {
    this.#entities = new Map(Object.entries(entities));
    const faults = Object.values(entities).flatMap(({ flow, effects }) =>
      faultsOfWorkflow(flow, Object.keys(effects)),
    );
    if (faults.length) throw new Error(`The workflows are not sound:\n${faults.join('\n')}`);
    for (const entity of this.#entities.values())
      for (const step of Object.values(entity.flow.steps)) this.#fields.set(step, fieldsOf(step.asks));
  }

  /** A step that a person asks for: they must see the thing and be allowed the step. */
  async take(tx: Writing, asked: StepAsked) {
    const entity = this.#entity(asked.entity);
    const { button, needs } = entity.flow.steps[asked.step] ?? missing(asked.step);
    if (!asked.actor.permissions.has(needs)) throw forbidden(button);
    return this.#carryOut(tx.asSystem(), entity, await entity.get(tx, asked.code), asked);
  }

  /** A step that the house orders: a job, or another thing's step. */
  async order(system: Writing, ordered: StepOrdered) {
    const entity = this.#entity(ordered.entity);
    return this.#carryOut(system, entity, await entity.byId(system, ordered.id), ordered);
  }

  /** The steps that this actor may take now, with what each asks for. */
  async open(
    db: Scoped,
    { entity: name, row, actor, now }: { entity: string; row: Row; actor: Actor; now: Date },
  ): Promise<OpenStep[]> {
    const entity = this.#entity(name);
    const facts = await entity.facts(db.asSystem(), row, { step: null, input: {}, actor, now });
    return this.openTo(entity.flow, row.state, facts, actor);
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
    system: Writing,
    entity: Entity,
    row: Row,
    { step, input = {}, actor, context }: StepOf<StepActor>,
  ) {
    const facts = await entity.facts(system, row, { step, input, actor, now: context.now });
    // Where it lies is looked up for a refusal only, which says it.
    const where = accepts(entity.flow, row.state, facts, step) ? null : await entity.where(system, row);
    const next = decide(entity.flow, row, facts, { step, where });
    const order: StepContext<Row> = {
      row,
      input,
      step,
      toState: next.state,
      actor,
      context,
      trigger: async (name, id, thenStep, thenGiven = {}) =>
        void (await this.order(system, {
          entity: name,
          id,
          step: thenStep,
          input: thenGiven,
          actor,
          context,
        })),
      enqueue: (kind, about) =>
        system.add(outbox, {
          id: context.newId(),
          kind,
          about,
          at: context.now,
          dueAt: context.now,
          tries: 0,
        }),
    };
    const change: Partial<Row> = {};
    for (const effect of next.effects) {
      const does = entity.effects[effect] ?? missing(effect);
      Object.assign(change, await does(system, { ...order, row: { ...row, ...change } }));
    }
    return entity.write(system, order, change);
  }

  #entity(name: string): Entity {
    return this.#entities.get(name) ?? missing(name);
  }
}

function missing(name: string): never {
  throw new Error(`There is no ${name} among the workflows.`);
}
