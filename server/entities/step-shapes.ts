import { z } from 'zod';
import { version, Words } from '../http/shapes.ts';
import { stepKinds } from '../workflow/workflow.ts';

const Field = z.object({
  name: z.string(),
  kind: z.string(),
  label: Words,
  required: z.boolean(),
  list: z.string().optional(),
  means: z.array(z.string()).readonly().optional(),
  choices: z
    .array(
      z.object({
        value: z.string(),
        zh: z.string(),
        en: z.string(),
        danger: z.object({ step: z.string(), answers: z.record(z.string(), z.string()) }).optional(),
      }),
    )
    .readonly()
    .optional(),
  /** Answers that cannot be true beside such an answer to another question. */
  ruledOut: z
    .array(
      z.object({
        answers: z.array(z.union([z.string(), z.boolean()])).readonly(),
        beside: z.object({ name: z.string(), answer: z.string() }),
      }),
    )
    .readonly()
    .optional(),
});
/**
 * That a step was taken, for whoever reads no more: of which thing, whether it only has its first signature, and how much
 * of it is yet to be done.
 */
export const StepTaken = z.object({
  code: z.string(),
  version,
  signature: z.object({ step: z.string(), mine: z.boolean() }).nullable().default(null),
  pending: z.number().default(0),
});
export type StepTaken = z.infer<typeof StepTaken>;

/** A step that is open to whoever asks, and what a screen has to ask for it. */
export const OpenStep = z.object({
  step: z.string(),
  button: Words,
  /** What is said once it was taken, and the answer that is told with it. */
  done: Words,
  tells: z.string().nullable(),
  fields: z.array(Field).readonly(),
  kinds: z.array(z.enum(stepKinds)).readonly(),
  /** Of a step that decides: what has to come back with it as `seen`, the version of the thing as this reply shows it. */
  seen: version.nullable(),
});
