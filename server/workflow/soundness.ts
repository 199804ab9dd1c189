import { stepsNamed } from './effects.ts';
import { type Workflow, waysOf } from './workflow.ts';

/** What is wrong with a workflow as it is written: dead ends nobody can reach, rules nobody uses. None when it is sound. */
export function faultsOfWorkflow<Facts>(flow: Workflow<Facts>, carriedOut: readonly string[]): string[] {
  const faults: string[] = [];
  const { reached, steps, guards, effects } = namedIn(flow);
  const told = (what: string, all: readonly string[], known: { has(name: string): boolean }) => {
    for (const name of all) if (!known.has(name)) faults.push(`${flow.name.en}: ${what} ${name}`);
  };
  told('nothing leads to the state', Object.keys(flow.states), reached);
  told('there is no state', [...reached], new Set(Object.keys(flow.states)));
  told('no state knows the step', Object.keys(flow.steps), steps);
  told('nobody declared the step', [...steps], new Set(Object.keys(flow.steps)));
  told('nothing asks for the guard', Object.keys(flow.guards), guards);
  told('there is no guard', [...guards], new Set(Object.keys(flow.guards)));
  told('nothing orders the effect', Object.keys(flow.effects), effects);
  told('nobody carries out the effect', [...effects], new Set(carriedOut));
  return faults;
}

/** Which effects would read what is not given: each is ordered in the steps that it named, and in no others. */
export function faultsOfEffects<Facts>(
  flow: Workflow<Facts>,
  effects: Readonly<Record<string, object>>,
): string[] {
  const orderedIn = (effect: string) =>
    Object.entries(flow.states).flatMap(([from, { on }]) =>
      Object.keys(on ?? {}).filter((step) =>
        waysOf(flow, from, step).some(({ actions }) => [actions ?? []].flat().includes(effect)),
      ),
    );
  return Object.entries(effects).flatMap(([name, effect]) => {
    const named = stepsNamed(effect);
    if (!named) return [];
    const ordered = new Set(orderedIn(name));
    const other = [...ordered].filter((step) => !named.includes(step));
    const idle = named.filter((step) => !ordered.has(step));
    return [
      ...other.map((step) => `${flow.name.en}: ${name} does not know what ${step} is given`),
      ...idle.map((step) => `${flow.name.en}: ${step} does not order ${name}`),
    ];
  });
}

/** The states that can be reached, and every step, guard and effect that is named on the way. */
function namedIn<Facts>(flow: Workflow<Facts>) {
  const reached = new Set([flow.initial]);
  const [steps, guards, effects] = [new Set<string>(), new Set<string>(), new Set<string>()];
  for (const from of reached)
    for (const [step, { target, guard, actions }] of waysOut(flow, from)) {
      steps.add(step);
      if (target !== undefined) reached.add(target);
      for (const name of [guard ?? []].flat()) guards.add(name);
      for (const name of [actions ?? []].flat()) effects.add(name);
    }
  return { reached, steps, guards, effects };
}

const waysOut = <Facts>(flow: Workflow<Facts>, from: string) =>
  Object.keys(flow.states[from]?.on ?? {}).flatMap((step) =>
    waysOf(flow, from, step).map((way) => [step, way] as const),
  );
