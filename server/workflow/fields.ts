import { z } from 'zod';
import { isOneWay, oneWay } from '../words/direction.ts';
import type { Words } from '../words/words.ts';

/** An answer to choose; `danger` is the step to take at once, before anything else is asked. */
interface Choice extends Words {
  readonly danger?: { readonly step: string; readonly answers: Readonly<Record<string, string>> };
}

/** What a screen must know to ask a person for one answer. `choices` come with the field, or from a catalogue list. */
export interface Field {
  readonly name: string;
  readonly kind: FieldKind;
  readonly label: Words;
  readonly required: boolean;
  readonly list?: string;
  /** Of the list, only codes that mean one of these are worth offering. */
  readonly means?: readonly string[];
  readonly choices?: readonly (Choice & { readonly value: string })[];
  /** Answers that are not offered beside such an answer to another question. */
  readonly ruledOut?: readonly {
    readonly answers: readonly (string | boolean)[];
    readonly beside: { readonly name: string; readonly answer: string };
  }[];
}
type FieldKind =
  | 'text'
  | 'serial'
  | 'waybill'
  | 'long text'
  | 'count'
  | 'money'
  | 'weight'
  | 'yes or no'
  | 'location'
  | 'code'
  | 'choice'
  | 'vendor'
  | 'shipment';
type Asked = Omit<Field, 'name' | 'required'>;

const asked = <Z extends z.ZodType>(schema: Z, about: Asked): Z => schema.meta({ asked: about }) as Z;
// Control characters have no business in a person's words; a scanner's group separator is read before this.
const plain = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u)
    .refine(isOneWay, oneWay);

export const text = (label: Words, max = 200) => asked(plain(max), { kind: 'text', label });
/** What stands on the thing itself: scanned, or typed where it cannot be. */
export const serial = (label: Words, max = 64) => asked(plain(max), { kind: 'serial', label });
export const waybill = (label: Words) => asked(plain(40), { kind: 'waybill', label });
export const longText = (label: Words, max = 1000) =>
  asked(
    z
      .string()
      .trim()
      .min(1)
      .max(max)
      .regex(/^[^\p{Cs}\0]*$/u)
      .refine(isOneWay, oneWay),
    { kind: 'long text', label },
  );
export const count = (label: Words) => asked(z.number().int().min(1).max(100_000), { kind: 'count', label });
/** Grams; people say kilograms. */
export const weight = (label: Words) =>
  asked(z.number().int().min(1).max(100_000_000), { kind: 'weight', label });
/** Minor units: fen, cents. */
export const money = (label: Words) =>
  asked(z.number().int().min(0).max(100_000_000), { kind: 'money', label });
export const yesNo = (label: Words) => asked(z.boolean(), { kind: 'yes or no', label });
export const location = (label: Words = { zh: '货位', en: 'Location' }) =>
  asked(plain(32), { kind: 'location', label });
export const code = (list: string, label: Words, means?: readonly string[]) =>
  asked(plain(32), { kind: 'code', label, list, ...(means ? { means } : {}) });
export const vendor = (label: Words) => asked(plain(64), { kind: 'vendor', label });
export const shipment = (label: Words) => asked(plain(32), { kind: 'shipment', label });
export const choice = <const V extends string>(label: Words, choices: Readonly<Record<V, Choice>>) =>
  asked(z.enum(Object.keys(choices) as [V, ...V[]]), {
    kind: 'choice',
    label,
    choices: Object.entries<Choice>(choices).map(([value, words]) => ({ value, ...words })),
  });

/** An answer that may be left out. */
export const maybe = <Z extends z.ZodType>(schema: Z): z.ZodOptional<Z> => {
  const about = schema.meta();
  const optional = schema.optional();
  return about ? optional.meta(about) : optional;
};

const known = new WeakMap<z.ZodObject, readonly Field[]>();
/** The fields of a step, in the order they are asked. Worked out once: a view asks for those of every open step. */
export function fieldsOf(asks: z.ZodObject): readonly Field[] {
  const before = known.get(asks);
  if (before) return before;
  const fields = Object.entries(asks.shape).map(([name, schema]) => {
    const about = (schema as z.ZodType).meta() as { asked?: Asked } | undefined;
    if (!about?.asked) throw new Error(`The field ${name} does not say how to ask for it.`);
    return { name, required: !(schema as z.ZodType).safeParse(undefined).success, ...about.asked };
  });
  known.set(asks, fields);
  return fields;
}
