import { transition } from 'xstate';
import { Problem } from '../http/problem.ts';
import { sentences } from '../words/steps.ts';
import type { Words } from '../words/words.ts';
import { type Workflow, waysOf } from './workflow.ts';

export interface Subject {
  readonly code: string;
  readonly state: string;
}

/** A place of ours by its code, or whoever has it, in words. */
export interface Whereabouts {
  readonly place: string | null;
  readonly words: Words;
}

interface Asked {
  readonly step: string;
  /** Where it is, for the words of a refusal. */
  readonly where: Whereabouts | null;
  /** Whether whoever asks may take a step; whoever is not asked about may take all. */
  readonly may?: ((step: string) => boolean) | undefined;
}

/** Asks the workflow what comes of a step. Pure: it reads nothing and writes nothing, it may only refuse. */
export function decide<Facts extends object>(
  flow: Workflow<Facts>,
  it: Subject,
  facts: Facts,
  { step, where, may }: Asked,
) {
  // transition() would pass over an impossible step in silence.
  if (!accepts(flow, it.state, facts, step)) throw refusal(flow, it, facts, { step, where, may });
  const now = flow.machine.resolveState({ value: it.state, context: facts });
  const [next, actions] = transition(flow.machine, now, { type: step });
  return { state: String(next.value), effects: actions.map(({ type }) => type) };
}

/** Whether the table has a way for this step whose guards all hold: what the machine would say, without waking it. */
export const accepts = <Facts>(flow: Workflow<Facts>, state: string, facts: Facts, step: string): boolean =>
  waysOf(flow, state, step).some(({ guard }) =>
    [guard ?? []].flat().every((name) => flow.guards[name]?.holds(facts)),
  );

/** The steps that would be accepted now: what a screen draws as buttons. */
export const openSteps = <Facts>(flow: Workflow<Facts>, state: string, facts: Facts): string[] =>
  Object.keys(flow.states[state]?.on ?? {}).filter((step) => accepts(flow, state, facts, step));

/** The first guard that is false, on the way that comes nearest to being open. */
function falseGuard<Facts>(flow: Workflow<Facts>, state: string, facts: Facts, step: string) {
  const broken = waysOf(flow, state, step).map(({ guard }) =>
    [guard ?? []].flat().filter((name) => !flow.guards[name]?.holds(facts)),
  );
  return broken.sort((a, b) => a.length - b.length)[0]?.[0];
}

const waysFromAnywhere = <Facts>(flow: Workflow<Facts>, step: string) =>
  Object.keys(flow.states).flatMap((state) => waysOf(flow, state, step));

/** What it is, where it is, why not, what to do next. */
function refusal<Facts extends object>(
  flow: Workflow<Facts>,
  it: Subject,
  facts: Facts,
  { step, where, may = () => true }: Asked,
) {
  const broken = falseGuard(flow, it.state, facts, step);
  const guard = broken === undefined ? undefined : flow.guards[broken];
  const open = openSteps(flow, it.state, facts).filter(may);
  const buttons = open.flatMap((name) => flow.steps[name]?.button ?? []);
  const words = sentences.refused({
    what: flow.name,
    code: it.code,
    state: flow.states[it.state] ?? { zh: it.state, en: it.state },
    where: where?.words ?? null,
    isDone: waysFromAnywhere(flow, step).some(({ target }) => target === it.state),
    button: flow.steps[step]?.button ?? { zh: step, en: step },
    guard: guard && broken !== undefined ? { name: broken, zh: guard.zh, says: guard.says?.(facts) } : null,
    next: guard?.otherwise ?? null,
    buttons,
  });
  return new Problem(409, 'step_refused', words.all, {
    what: words.what,
    why: words.why,
    next: words.next,
    where: where?.place ?? null,
    state: it.state,
    step,
    guard: broken ?? null,
    openSteps: open,
  });
}
