import type { Writing } from '../../db/scope.ts';
import type { Actor } from '../access/permissions.ts';
import type { RequestContext } from '../http/request-context.ts';
import type { EntityName, InputOf, Rows, StepName } from './workflows.ts';

export type StepInput = Readonly<Record<string, unknown>>;

/** Who takes a step, and with which handheld. */
export interface StepActor {
  readonly id: string;
  readonly device?: Actor['device'];
  /** Of a person, for the words of a refusal; the system is told everything. */
  readonly viewer?: Actor['viewer'];
  readonly permissions?: Actor['permissions'];
}

/** What a step asks of its carrying out: the thing, what was given, who and when, and a way to tell other things. */
export interface StepContext<R, Input = StepInput, Step extends string = string> {
  readonly row: R;
  readonly input: Input;
  readonly step: Step;
  readonly toState: string;
  readonly actor: StepActor;
  readonly context: RequestContext;
  /** Lets another thing take a step in the same transaction: a ticket's end tells its item. */
  trigger<N extends EntityName, S extends StepName<N>>(
    entity: N,
    id: string,
    step: S,
    given: InputOf<N, S>,
  ): Promise<void>;
  /** Work for after the commit. */
  enqueue(kind: string, about: Readonly<Record<string, string>>): Promise<void>;
}
/** A method, not a property, so that entities with rows of their own fit one registry. */
export type Effect<R, Input = StepInput, Step extends string = string> = {
  does(system: Writing, stepContext: StepContext<R, Input, Step>): Partial<R> | Promise<Partial<R>>;
}['does'];

/**
 * An effect that reads what was given names the steps that give it. The compiler knows then what there is to read, and
 * a workflow that orders it in another step is not sound.
 */
export const during = <N extends EntityName, const S extends StepName<N>>(
  _entity: N,
  steps: readonly S[],
  does: Effect<Rows[N], InputOf<N, S>, S>,
): Effect<Rows[N]> => Object.assign(does as Effect<Rows[N]>, { during: steps });

/** The steps that an effect named; undefined where it reads nothing that was given. */
export const stepsNamed = (effect: object): readonly string[] | undefined =>
  'during' in effect ? (effect.during as readonly string[]) : undefined;
