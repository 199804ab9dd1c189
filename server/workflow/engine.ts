import { outbox } from '../../db/schema/jobs.ts';
import type { Scoped, Writing } from '../../db/scope.ts';
import type { Actor } from '../access/permissions.ts';
import { forbidden } from '../http/problem.ts';
import type { RequestContext } from '../http/request-context.ts';
import { accepts, decide, type Subject, type Whereabouts } from './decide.ts';
import type { Effect, StepActor, StepContext, StepInput } from './effects.ts';
import { fieldsOf } from './fields.ts';
import { faultsOfEffects, faultsOfWorkflow } from './soundness.ts';
import type { Workflow } from './workflow.ts';
import type { EntityName, InputOf, Rows, StepName } from './workflows.ts';

type Row = Subject & { readonly id: string };

/** Of a step that is being taken, whichever it is. */
type Taken = Pick<StepContext<Row>, 'input' | 'step' | 'actor' | 'context'>;
interface StepOf<N extends EntityName, S extends StepName<N>, By> {
  readonly entity: N;
  readonly step: S;
  readonly input: InputOf<N, S>;
  readonly actor: By;
  readonly context: RequestContext;
}
/** A step that somebody asks for, of the thing with this code. */
type StepAsked<N extends EntityName, S extends StepName<N>> = StepOf<N, S, Actor> & {
  readonly code: string;
};
/** A step that the system takes, of the thing with this id. */
type SystemStep<N extends EntityName, S extends StepName<N>> = StepOf<N, S, StepActor> & {
  readonly id: string;
};

/** A kind of thing with a life: its rules, how to find it, what its guards look at, how its effects are carried out. */
export interface Entity<R extends Row = Row, Facts extends object = object, E extends string = string> {
  readonly flow: Workflow<Facts>;
  get(db: Scoped, code: string): Promise<R>;
  byId(db: Scoped, id: string): Promise<R>;
  facts(
    system: Scoped,
    row: R,
    ask: { step: string | null; input: StepInput; actor: { id: string }; now: Date },
  ): Promise<Facts>;
  where(system: Scoped, row: R): Promise<Whereabouts | null>;
  /** The items that take a step of their own after this one of it. */
  following?(
    system: Scoped,
    row: R,
    step: string,
  ): Promise<{ readonly step: StepName<'item'>; readonly items: readonly string[] } | undefined>;
  /** Another number each time something happened to it or to what is in it. */
  version(system: Scoped, row: R): Promise<number>;
  readonly effects: Readonly<Record<E, Effect<R>>>;
  /** Writes the row and what happened to it. */
  write(system: Writing, stepContext: StepContext<R>, change: Partial<R>): Promise<R>;
}

/** Each kind of thing with a life, under its name and with its own rows. */
export type Entities = { readonly [name in EntityName]: Entity<Rows[name]> };

/** Takes steps: decided by the workflow, carried out in one transaction, told to whatever else they concern. */
export class Engine {
  readonly #entities: ReadonlyMap<string, Entity>;

  constructor(entities: Partial<Entities>) {
    this.#entities = new Map(Object.entries<Entity>(entities));
    const faults = Object.values<Entity>(entities).flatMap(({ flow, effects }) => [
      ...faultsOfWorkflow(flow, Object.keys(effects)),
      ...faultsOfEffects(flow, effects),
    ]);
    if (faults.length) throw new Error(`The workflows are not sound:\n${faults.join('\n')}`);
    // A question that no screen could ask stops the start, not the first one who comes by it.
    for (const entity of this.#entities.values())
      for (const { asks } of Object.values(entity.flow.steps)) fieldsOf(asks);
  }

  /** A step that a person asks for: they must see the thing and be allowed the step. */
  async take<N extends EntityName, S extends StepName<N>>(
    tx: Writing,
    asked: StepAsked<N, S>,
  ): Promise<Rows[N]> {
    const { entity, row } = await this.#find(tx, asked);
    return this.#carryOut(tx.asSystem(), entity, row, asked) as Promise<Rows[N]>;
  }

  /** How the thing with this code stands, for whoever may see it. */
  stands<N extends EntityName>(db: Scoped, entity: N, code: string): Promise<Rows[N]> {
    return this.#entity(entity).get(db, code) as Promise<Row> as Promise<Rows[N]>;
  }

  /** Its version, of which a screen says that it saw it. */
  versionOf<N extends EntityName>(tx: Writing, entity: N, row: Rows[N]): Promise<number> {
    return this.#entity(entity).version(tx.asSystem(), row);
  }

  /** The thing that somebody decides about, where it is not any more what they saw of it. */
  async changedSince<N extends EntityName>(
    tx: Writing,
    asked: Pick<StepAsked<N, StepName<N>>, 'entity' | 'code' | 'step' | 'actor'>,
    seen: number,
  ): Promise<Rows[N] | undefined> {
    const { entity, row } = await this.#find(tx, asked);
    return (await entity.version(tx.asSystem(), row)) === seen ? undefined : (row as unknown as Rows[N]);
  }

  async #find(
    db: Scoped,
    {
      entity: name,
      code,
      step,
      actor,
    }: Pick<StepAsked<EntityName, never>, 'entity' | 'code' | 'actor'> & { readonly step: string },
  ) {
    const entity = this.#entity(name);
    const { button, needs } = entity.flow.steps[step] ?? missing(step);
    if (!actor.permissions.has(needs)) throw forbidden(button);
    return { entity, row: await entity.get(db, code) };
  }

  /** A step that nobody asks for: a job takes it, or the step of another thing brings it about. */
  async takeAsSystem<N extends EntityName, S extends StepName<N>>(
    system: Writing,
    taken: SystemStep<N, S>,
  ): Promise<Rows[N]> {
    const entity = this.#entity(taken.entity);
    const row = await entity.byId(system, taken.id);
    return this.#carryOut(system, entity, row, taken) as Promise<Rows[N]>;
  }

  /**
   * Asks all that will follow a step whether it would, each by itself, so that the scans get in between.
   * @throws Problem 409 saying which would not, and why
   */
  async lookAhead<N extends EntityName>(
    db: Scoped,
    asked: Pick<StepAsked<N, StepName<N>>, 'entity' | 'code' | 'step' | 'actor' | 'context'>,
    letOthersRun: () => Promise<void>,
  ): Promise<void> {
    const { entity, row } = await this.#find(db, asked);
    const { step, actor, context } = asked;
    const system = db.asSystem();
    const follow = await entity.following?.(system, row, step);
    // What is asked once more after it was done is answered as before.
    const facts = follow && (await entity.facts(system, row, { step, input: {}, actor, now: context.now }));
    if (!follow || !facts || !accepts(entity.flow, row.state, facts, step)) return;
    const item = this.#entity('item');
    for (const id of follow.items) {
      await letOthersRun();
      const taken = { step: follow.step, input: {}, actor, context };
      await this.#decide(system, item, await item.byId(system, id), taken);
    }
  }

  /** What the workflow says to it. @throws Problem 409 when that is no */
  async #decide(system: Scoped, entity: Entity, row: Row, { step, input, actor, context }: Taken) {
    const facts = await entity.facts(system, row, { step, input, actor, now: context.now });
    // Where it lies is looked up for a refusal only, which says it to those who see places.
    const tells = !accepts(entity.flow, row.state, facts, step) && (actor.viewer?.as ?? 'staff') === 'staff';
    const where = tells ? await entity.where(system, row) : null;
    return decide(entity.flow, row, facts, { step, where, may: mayTake(entity.flow, actor) });
  }

  async #carryOut(system: Writing, entity: Entity, row: Row, taken: Taken) {
    const { step, input, actor, context } = taken;
    const next = await this.#decide(system, entity, row, taken);
    const stepContext: StepContext<Row> = {
      row,
      input,
      step,
      toState: next.state,
      actor,
      context,
      trigger: async (name, id, thenStep, thenGiven) =>
        void (await this.takeAsSystem(system, {
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
      Object.assign(change, await does(system, { ...stepContext, row: { ...row, ...change } }));
    }
    return entity.write(system, stepContext, change);
  }

  #entity(name: string): Entity {
    return this.#entities.get(name) ?? missing(name);
  }
}

/** Which steps this person may take. */
const mayTake = ({ steps }: Workflow<object>, { permissions }: StepActor) => {
  return (step: string) => permissions === undefined || permissions.has(steps[step]?.needs ?? missing(step));
};

function missing(name: string): never {
  throw new Error(`There is no ${name} among the workflows.`);
}
