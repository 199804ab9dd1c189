import type { Scoped } from '../../db/scope.ts';
import type { Actor } from '../access/permissions.ts';
import { openSteps, type Subject } from './decide.ts';
import { type Field, fieldsOf } from './fields.ts';
import type { RuledOut } from './inspection-guards.ts';
import type { StepKind, Workflow } from './workflow.ts';

export interface OpenStep {
  readonly step: string;
  readonly button: { readonly zh: string; readonly en: string };
  readonly done: { readonly zh: string; readonly en: string };
  readonly tells: string | null;
  readonly fields: readonly Field[];
  readonly kinds: readonly StepKind[];
  readonly seen: number | null;
}
/** Of a kind of thing with a life: its rules, and what its guards look at. */
interface Life<R, Facts extends object> {
  readonly flow: Workflow<Facts>;
  facts(system: Scoped, row: R, ask: Asking): Promise<Facts>;
  version(system: Scoped, row: R): Promise<number>;
}
interface Asking {
  readonly step: null;
  readonly input: Readonly<Record<string, never>>;
  readonly actor: Actor;
  readonly now: Date;
}

/** Which version of the thing is shown, and the steps that this actor may take now, with what each asks for. */
export async function openStepsOf<R extends Subject, Facts extends object>(
  db: Scoped,
  { flow, facts, version }: Life<R, Facts>,
  { row, actor, now }: { readonly row: R; readonly actor: Actor; readonly now: Date },
): Promise<{ version: number; openSteps: OpenStep[] }> {
  const system = db.asSystem();
  const known = await facts(system, row, { step: null, input: {}, actor, now });
  const its = await version(system, row);
  return { version: its, openSteps: openTo(flow, row.state, known, { actor, version: its }) };
}

/** The open steps of a thing whose facts are known already. */
export function openTo<Facts extends object>(
  flow: Workflow<Facts>,
  state: string,
  facts: Facts,
  { actor, version }: { readonly actor: Actor; readonly version: number },
): OpenStep[] {
  return openSteps(flow, state, facts).flatMap((step) => {
    const known = flow.steps[step];
    if (!known || !actor.permissions.has(known.needs)) return [];
    const { button, done, tells = null, asks, kinds = [], decides, rulesOut, countsLots } = known;
    return {
      step,
      ...{ button, done, tells },
      fields: without(countsLots ? counting(fieldsOf(asks), facts) : fieldsOf(asks), rulesOut?.(facts)),
      kinds,
      seen: decides ? version : null,
    };
  });
}

/** Of a lot how many there are has to be said; of one thing nobody is asked. */
const counting = (
  fields: readonly Field[],
  { quantity = 1 }: { readonly quantity?: number },
): readonly Field[] =>
  fields.flatMap((field) =>
    field.name !== 'quantity' ? field : quantity > 1 ? { ...field, required: true } : [],
  );

/** The fields without the choices that are ruled out for good; the others say beside which answer they are. */
function without(fields: readonly Field[], ruledOut: readonly RuledOut[] = []): readonly Field[] {
  if (ruledOut.length === 0) return fields;
  return fields.flatMap((field) => {
    const its = ruledOut.filter(({ name }) => name === field.name);
    const never = its.flatMap(({ answers, beside }) => (beside ? [] : answers));
    const sometimes = its.flatMap(({ answers, beside }) => (beside ? [{ answers, beside }] : []));
    const choices = field.choices?.filter(({ value }) => !never.includes(value));
    // A question without an answer is none.
    if (choices?.length === 0) return [];
    return {
      ...field,
      ...(choices ? { choices } : {}),
      ...(sometimes.length > 0 ? { ruledOut: sometimes } : {}),
    };
  });
}
