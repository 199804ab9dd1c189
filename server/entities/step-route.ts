import type { z } from 'zod';
import type { Scoped, Writing } from '../../db/scope.ts';
import type { Actor, Permission } from '../access/permissions.ts';
import { changedMeanwhile } from '../http/problem.ts';
import type { Asker } from '../http/request-context.ts';
import { type OnceCall, route } from '../http/route.ts';
import { stepAsk } from '../http/step-input.ts';
import { yieldToEventLoop } from '../process/yield-to-event-loop.ts';
import type { Words } from '../words/words.ts';
import type { Engine } from '../workflow/engine.ts';
import type { StateFacts, Step } from '../workflow/workflow.ts';
import type { EntityName, Rows, StepName } from '../workflow/workflows.ts';
import { isPending } from './background-tasks.ts';
import { StepTaken } from './step-shapes.ts';

interface Flow {
  readonly name: Words;
  readonly steps: Readonly<Record<string, Step>>;
  readonly states: Readonly<Record<string, StateFacts>>;
}
interface Asked {
  readonly code: string;
  readonly step: string;
  /** Of a step that decides: the version of the thing that whoever asks has seen. */
  readonly seen?: number;
}

interface Declared<N extends EntityName, W extends Flow, O extends z.ZodType> {
  readonly summary: string;
  readonly entity: N;
  readonly workflow: W;
  /** What it takes to see such a thing; what each step takes, the workflow says. */
  readonly needs: Permission;
  readonly reply: O;
  present(db: Scoped, actor: Actor, row: Rows[N], now: Date): Promise<z.input<O>>;
  /** Whether what is in it may follow in pieces: its reply says how much is pending. */
  readonly inPieces?: true;
  /** Where a step may take two people: the first signature that waits. */
  signature?(row: Rows[N], now: Date): { readonly step: string; readonly by: string } | null;
  /** Where it is not always the thing with this code that takes the step. */
  codeOf?(engine: Engine, tx: Writing, asked: Asked, by: Asker): Promise<string>;
}

/** Everything that may be done with one kind of thing, by the steps of its workflow, and how it stands afterwards. */
export const stepRoute = <
  const A extends `/${string}`,
  N extends EntityName,
  W extends Flow,
  O extends z.ZodType,
>(
  address: A,
  declared: Declared<N, W, O>,
) => {
  const { summary, entity, workflow, needs, reply, present, inPieces } = declared;
  return route(`POST ${address}/:code/steps`, {
    ...{ summary, needs, reply, minimal: StepTaken },
    ...(inPieces ? { isOnlyAccepted: (it: unknown) => isPending(it as { pending: number }) } : {}),
    input: stepAsk(workflow),
    once: true,
    ahead: async ({ db, actor, input, context, deps: { engine } }) => {
      const { code, step } = input as unknown as Asked;
      const asked = { entity, code, step: step as StepName<N>, actor, context };
      if (inPieces) await engine.lookAhead(db, asked, yieldToEventLoop());
    },
    handle: async (call) => {
      const after = await takeStep(declared, call);
      const { db, actor, context } = call;
      return call.wantsMinimal ? inShort(declared, call, after) : present(db, actor, after, context.now);
    },
    // Whoever repeats a step that was answered in short, and wants it in full, is told how the thing stands now.
    told: async ({ db, actor, context, deps: { engine }, wantsMinimal }, remembered) => {
      if (wantsMinimal || !isShort(remembered)) return remembered;
      return present(db, actor, await engine.stands(db, entity, remembered.code), context.now);
    },
  });
};

/** @throws Problem 409 when it was decided about a thing that is not any more what was seen of it */
async function takeStep<N extends EntityName, W extends Flow, O extends z.ZodType>(
  { entity, workflow, present, codeOf }: Declared<N, W, O>,
  { db: tx, actor, input, context, deps: { engine } }: OnceCall<unknown>,
): Promise<Rows[N]> {
  const asked = input as Asked;
  const { code: scanned, step, seen, ...given } = asked;
  const code = codeOf ? await codeOf(engine, tx, asked, { actor, context }) : scanned;
  // The schema is made of this workflow's steps, which the compiler cannot follow for any workflow.
  const its = { step: step as StepName<N>, input: given as never };
  const taken = { entity, code, ...its, actor, context };
  const changed = seen === undefined ? undefined : await engine.changedSince(tx, taken, seen);
  if (changed) {
    const now = await present(tx, actor, changed, context.now);
    const state = workflow.states[changed.state] ?? { zh: changed.state, en: changed.state };
    throw changedMeanwhile(workflow.name, code, state, now as object);
  }
  return engine.take(tx, taken);
}

async function inShort<N extends EntityName, W extends Flow, O extends z.ZodType>(
  { entity, signature }: Declared<N, W, O>,
  { db: tx, actor, context, deps: { engine } }: OnceCall<unknown>,
  after: Rows[N],
): Promise<StepTaken> {
  const signed = actor.viewer.as === 'staff' ? signature?.(after, context.now) : null;
  return {
    code: after.code,
    version: await engine.versionOf(tx, entity, after),
    signature: signed ? { step: signed.step, mine: signed.by === actor.id } : null,
    pending: 'piecesLeft' in after ? after.piecesLeft : 0,
  };
}

/** What is told in full says which steps are open. */
const isShort = (answer: unknown): answer is StepTaken => !('openSteps' in (answer as object));
