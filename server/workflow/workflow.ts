import { and, setup } from 'xstate';
import type { z } from 'zod';
import type { Permission } from '../access/permissions.ts';
import type { Words } from '../words/words.ts';
import type { RuledOut } from './inspection-guards.ts';

/**
 * What a step is to whoever looks at a screen, beside its name: no screen knows a step by that. Without any, it is work of
 * the day and may be the next thing to do.
 */
export const stepKinds = [
  // Tells of trouble: a handheld keeps it behind its exception key.
  'exception',
  // Possible almost always, and never what the thing waits for.
  'aside',
  // Done at a desk and not where the goods are.
  'desk work',
  // Work of a technician at the bench.
  'bench work',
  // Takes in what was announced.
  'receipt',
  // Takes in what comes over the dock without being announced anew.
  'comes back',
  // Asks what a look at the thing tells.
  'inspection',
  // Says where it goes from here.
  'decision',
  // Leaves that to the exporter.
  'question',
  // Brings it to a place, which the system proposes.
  'placing',
  // Has its own button, where the photos are.
  'photo',
  // Has its own button, where the first signature is told.
  'withdrawal',
  // Takes one of the holds off that stand.
  'lifting',
  // Writes down what is broken; it may be written again.
  'diagnosis',
] as const;
export type StepKind = (typeof stepKinds)[number];

export interface Step {
  readonly button: Words;
  /** What a screen says once it was taken: how the thing stands now. */
  readonly done: Words;
  /** Of what is asked, the answer that is told with it: where it goes, to which place. */
  readonly tells?: string;
  readonly needs: Permission;
  readonly asks: z.ZodObject;
  /** Answers that cannot be true of this thing: no screen offers them, and a guard refuses them. */
  readonly rulesOut?: (facts: {
    readonly battery?: string;
    readonly doubts?: readonly string[];
  }) => readonly RuledOut[];
  /** Asks `quantity` of a lot only, and there it has to be answered: what is taken is what was counted. */
  readonly countsLots?: true;
  /** What comes with it, where that is more than a person is asked: the system says the rest. */
  readonly given?: z.ZodObject;
  /**
   * Decides about what a screen shows, and a screen may be old: it comes with the version of the thing that was seen,
   * and another version in the meantime refuses it.
   */
  readonly decides?: true;
  /** What whoever decides names as well, as they saw it: nobody is asked for it, the screen knows it. */
  readonly names?: z.ZodObject;
  /** The step that takes this one back. */
  readonly undo?: string;
  /** Writes something down and moves nothing on: what was done before it may still be taken back. */
  readonly notes?: true;
  readonly kinds?: readonly StepKind[];
}
export type Side = 'staff' | 'exporter' | 'vendor';
/** A sentence that is true or false; its name is the English of it. */
export interface Guard<Facts> {
  readonly zh: string;
  readonly otherwise: Words;
  holds(facts: Facts): boolean;
  /** What is the matter when it does not hold, with figures; else words/when-false.ts says it. */
  says?(facts: Facts): Words | undefined;
}
export interface Way<S extends string, G extends string, E extends string> {
  /** Where it leads; nowhere, for what may happen without a change of state. */
  readonly target?: S;
  readonly guard?: G | readonly G[];
  readonly actions?: E | readonly E[];
}
export interface State<P extends string, S extends string, G extends string, E extends string>
  extends StateFacts {
  readonly description: string;
  readonly on?: { readonly [step in P]?: Way<S, G, E> | readonly Way<S, G, E>[] };
}

/** The notation of a workflow. Every name in `states` must be one that is declared elsewhere in the same plan. */
export function workflow<
  Facts,
  P extends string,
  S extends string,
  G extends string,
  E extends string,
  Steps extends { readonly [step in P]: Step },
>(plan: {
  readonly name: Words;
  readonly phases: { readonly [phase: string]: Words };
  readonly steps: Steps & { readonly [step in P]: Step };
  /** What is done to the rows, by its English name, with the Chinese of it; carried out by the `…-entity.ts`. */
  readonly effects: { readonly [effect in E]: string };
  readonly initial: NoInfer<S>;
  readonly states: { readonly [state in S]: State<NoInfer<P>, NoInfer<S>, NoInfer<G>, NoInfer<E>> };
  readonly guards: { readonly [guard in G]: Guard<Facts> };
}) {
  const holds = Object.entries<Guard<Facts>>(plan.guards).map(([name, { holds }]) => [
    name,
    ({ context }: { context: Facts }) => holds(context),
  ]);
  const machine = setup({
    types: {} as { context: object; events: { type: string } },
    guards: Object.fromEntries(holds),
    actions: Object.fromEntries(Object.keys(plan.effects).map((name) => [name, () => {}])),
  }).createMachine({ context: {}, initial: plan.initial, states: charted(plan.states) as never });
  return { ...plan, steps: plan.steps as Steps, machine };
}
export type Workflow<Facts> = Pick<
  ReturnType<typeof workflow<Facts, string, string, string, string, Record<string, Step>>>,
  keyof ReturnType<typeof workflow>
>;

/** All ways of a step out of a state, in the order in which they are tried. */
export const waysOf = <Facts>(
  flow: Workflow<Facts>,
  state: string,
  step: string,
): readonly Way<string, string, string>[] => [flow.states[state]?.on?.[step] ?? []].flat();

/** Whether this state knows the step at all, whatever the guards say. */
export const knows = (
  flow: { readonly states: Readonly<Record<string, { readonly on?: object }>> },
  state: string,
  step: string,
): boolean => Object.hasOwn(flow.states[state]?.on ?? {}, step);

/** What is true of a state, beside its ways: lists, screens, queries and the books ask for it by these. */
export interface StateFacts {
  readonly zh: string;
  readonly en: string;
  /** Which part of the work it belongs to. */
  readonly phase: string;
  readonly type?: 'final';
  /** Whose word it waits for; nobody's, where it only takes its time or anybody may go on with it. */
  readonly waitsFor?: Side;
  /** Where reaching it is good or bad news. */
  readonly news?: 'good' | 'bad';
  /** Nobody has looked at it yet as it is now: the next thing is an inspection. */
  readonly toInspect?: true;
  /** Of an item that is not in the building, or will not be: how that is. Of any other, it has come. */
  readonly arrival?: 'expected' | 'missing' | 'called off';
  /** Of an item: it is in the building and in nobody's hands but ours. */
  readonly inOurHands?: true;
  /** Of an item: how far it is on its way out. */
  readonly wayOut?: 'picked' | 'packed' | 'shipped' | 'arrived';
  /** Of an item: it is abroad still, or again, and may be returned from there. */
  readonly abroad?: true;
  /** Of a return order: its goods may come to the dock. */
  readonly awaited?: true;
  /** Of a return order: what it takes of what was exported, all that it asks for or what its items are by now. */
  readonly takes?: 'what it asks for' | 'what its items are';
  /** Of a shipment: something may still be promised to it, picked and packed for it. */
  readonly takesItems?: true;
}
interface Described {
  readonly states: Readonly<Record<string, StateFacts>>;
}
/** What is true of this state; nothing, of one that there is not. */
export const factsOf = ({ states }: Described, state: string): Partial<StateFacts> => states[state] ?? {};
/** The states of which this is true. */
export const statesWhere = ({ states }: Described, fits: (state: StateFacts) => boolean): string[] =>
  Object.entries(states).flatMap(([id, state]) => (fits(state) ? [id] : []));
/** The phases that are over: of which every state is an end. */
export const isOverIn = ({ states }: Described, phase: string): boolean =>
  Object.values(states).every((state) => state.phase !== phase || state.type === 'final');

type Narrower = ((state: StateFacts, id: string) => boolean) | false | undefined;
/**
 * The states that a list asks for: those named and those of the phases named, or all of them; of these, the ones that
 * every narrower lets through. Undefined where nothing is asked; a state that there is not, where none is so.
 */
export function statesAsked(
  { states }: Described,
  {
    state,
    phase,
  }: { readonly state?: readonly string[] | undefined; readonly phase?: readonly string[] | undefined },
  ...narrowers: readonly Narrower[]
): readonly string[] | undefined {
  const narrowing = narrowers.filter((one) => typeof one === 'function');
  if (!state?.length && !phase && narrowing.length === 0) return undefined;
  const isNamed = (id: string, of: StateFacts) =>
    (!state?.length && !phase) || state?.includes(id) || phase?.includes(of.phase);
  const fitting = Object.entries(states).filter(
    ([id, of]) => isNamed(id, of) && narrowing.every((fits) => fits(of, id)),
  );
  return fitting.length > 0 ? fitting.map(([id]) => id) : ['none'];
}

/** The same states as XState wants them: several guards on one way are one that needs them all. */
const charted = (states: Readonly<Record<string, { readonly on?: object; readonly type?: 'final' }>>) =>
  Object.fromEntries(
    Object.entries(states).map(([name, { on, type }]) => [
      name,
      // A story may end and go on later with the same thing, so an end with ways out is final only to us.
      type && !on
        ? { type }
        : {
            on: Object.fromEntries(
              Object.entries<Way<string, string, string> | Way<string, string, string>[]>(
                (on ?? {}) as never,
              ).map(([step, ways]) => [step, [ways].flat().map(one)]),
            ),
          },
    ]),
  );
const one = ({ guard, ...way }: Way<string, string, string>) =>
  guard === undefined ? way : { ...way, guard: typeof guard === 'string' ? guard : and([...guard]) };
