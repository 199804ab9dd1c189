import { transition } from 'xstate';
import { Problem } from '../http/problem.ts';
import { sentences } from '../words/steps.ts';
import { type Workflow, waysOf } from './workflow.ts';

export interface Subject {
  readonly code: string;
  readonly state: string;
}

interface Asked {
  readonly step: string;
  /** Where it lies, for the words of a refusal. */
  readonly where: string | null;
}

/** Asks the workflow what comes of a step. Pure: it reads nothing and writes nothing, it may only refuse. */
export function decide<Facts extends object>(
  flow: Workflow<Facts>,
  it: Subject,
  facts: Facts,
  { step, where }: Asked,
) {
  const now = flow.machine.resolveState({ value: it.state, context: facts });
  // transition() would pass over an impossible step in silence.
  if (!now.can({ type: step })) throw refusal(flow, it, facts, { step, where });
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

/** What it is, where it is, why not, what to do next. */
function refusal<Facts extends object>(
  flow: Workflow<Facts>,
  it: Subject,
  facts: Facts,
  { step, where }: Asked,
) {
  const broken = falseGuard(flow, it.state, facts, step);
  const guard = broken === undefined ? undefined : flow.guards[broken];
  const open = openSteps(flow, it.state, facts);
  const buttons = open.flatMap((name) => flow.steps[name]?.button ?? []);
  const words = sentences.refused({
    what: flow.name,
    code: it.code,
    state: flow.states[it.state] ?? { zh: it.state, en: it.state },
    where,
    button: flow.steps[step]?.button ?? { zh: step, en: step },
    guard: guard && broken !== undefined ? { zh: guard.zh, en: broken } : null,
    next: guard?.otherwise ?? null,
    buttons,
  });
  return new Problem(409, 'step_refused', words.all, {
    what: words.what,
    why: words.why,
    next: words.next,
    where,
    state: it.state,
    step,
    guard: broken ?? null,
    openSteps: open,
  });
}
