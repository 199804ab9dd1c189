import { z } from 'zod';
import type { Step } from '../workflow/workflow.ts';
import { code, scanId, version } from './shapes.ts';

type StepsOf<W> = W extends { readonly steps: infer S extends Readonly<Record<string, Step>> } ? S : never;
// A step that asks nothing adds nothing; as an output of its own it would forbid every field.
type Answers<A extends z.ZodObject> = keyof A['shape'] extends never ? unknown : z.output<A>;
type Seen<S> = S extends { readonly decides: true } ? { seen: number } : unknown;
type Names<S> = S extends { readonly names: infer N extends z.ZodObject } ? z.output<N> : unknown;
type Ask<S extends Readonly<Record<string, Step>>> = {
  [P in keyof S & string]: { code: string; scanId: string; step: P } & Answers<S[P]['asks']> &
    Seen<S[P]> &
    Names<S[P]>;
}[keyof S & string];

/** One shape per step of a workflow, each with what that step asks for: a new step needs nothing here. */
export const stepAsk = <W extends { readonly steps: Readonly<Record<string, Step>> }>(
  flow: W,
): z.ZodType<Ask<StepsOf<W>>, Ask<StepsOf<W>>> =>
  z.discriminatedUnion(
    'step',
    Object.entries(flow.steps).map(([step, { asks, names, decides }]) =>
      z.strictObject({
        ...{ code, scanId, step: z.literal(step), ...asks.shape, ...names?.shape },
        ...(decides ? { seen: version } : {}),
      }),
    ) as never,
  ) as never;
