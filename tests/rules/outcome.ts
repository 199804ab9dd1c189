import { Problem } from '../../server/http/problem.ts';
import { decide } from '../../server/workflow/decide.ts';
import type { Workflow } from '../../server/workflow/workflow.ts';

/** What comes of a step, in a word: `→ state`, or `✗ the guard that is false`, or `✗` where no way leads on. */
export function outcome<Facts extends object>(
  flow: Workflow<Facts>,
  state: string,
  step: string,
  facts: Facts,
): string {
  try {
    return `→ ${decide(flow, { code: 'X1', state }, facts, { step, where: null }).state}`;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return `✗ ${error.extra.guard ?? ''}`.trim();
  }
}

/** Every step of every state under these facts, as far as it leads anywhere: `state: step→target …`. */
export const everyWay = <Facts extends object>(flow: Workflow<Facts>, facts: Facts) =>
  Object.fromEntries(
    Object.keys(flow.states).map((state) => {
      const led = Object.keys(flow.steps).map((step) => [step, outcome(flow, state, step, facts)] as const);
      return [state, led.flatMap(([step, out]) => (out.startsWith('→') ? [`${step}${out}`] : [])).join(', ')];
    }),
  );
