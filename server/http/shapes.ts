import type { Column, GetColumnData } from 'drizzle-orm';
import { z } from 'zod';
import { tidyIdentifier, tidySearch } from '../identifiers/tidy.ts';
import { isOneWay, oneWay } from '../words/direction.ts';

/** Shapes that many routes share. */
export const Words = z.object({ zh: z.string(), en: z.string() });
export const Time = z.iso.datetime();
/** A code, a name, a number as scanned or typed: trimmed, no control characters. */
export const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u)
    .refine(isOneWay, oneWay);
/** A number or code of somebody else's: kept in one way of writing (identifiers/tidy.ts), which has to leave something. */
export const identifier = (max: number) =>
  line(max).refine((text) => {
    const kept = tidyIdentifier(text);
    return kept !== '' && (kept.length <= max || text.length > max);
  });
/** A code that can stand in an address and be read over the telephone. */
export const shortCode = z.string().regex(/^[A-Za-z0-9][\w-]{0,31}$/);
export const prose = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .regex(/^[^\0\p{Cs}]*$/u)
    .refine(isOneWay, oneWay);
/** Our own codes may be typed in lower case and with hyphens. */
export const code = line(64).transform((text) => text.toUpperCase().replace(/[\s-]/g, ''));
/** Made on the device, once for each scan: a repetition under the same one is answered, not done again. */
export const scanId = z.string().regex(/^[\w-]{8,64}$/);

/** Of a thing with a life: another one each time something happened to it. A step that decides brings it back as `seen`. */
export const version = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);

export const Side = z.enum(['staff', 'exporter', 'vendor']);
/** A state in words, and what a screen may know of it: none knows one by its name. */
export const State = z.object({
  id: z.string(),
  zh: z.string(),
  en: z.string(),
  phase: z.string(),
  /** Whose word it waits for. */
  waitsFor: Side.optional(),
  news: z.enum(['good', 'bad']).optional(),
  /** It is an end; what ended may yet come back. */
  ended: z.literal(true).optional(),
});

/** What every list is asked: filters come beside it. `page` counts from 1; `sort` is a column, with - before it for descending. */
export const paged = {
  search: z
    .string()
    .trim()
    .max(100)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u)
    .overwrite(tidySearch)
    .optional(),
  sort: z.string().max(40).optional(),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  size: z.coerce.number().int().min(1).max(200).default(50),
};
/** `total` is counted up to 10,001, which means more than 10,000. */
export const list = <Z extends z.ZodType>(row: Z) =>
  z.object({ rows: z.array(row), total: z.number(), page: z.number(), size: z.number() });

const plain = { string: z.string(), number: z.number(), boolean: z.boolean() };
/** A part of a reply that shows columns as they are: texts, numbers, yes or no. A time is written out by its reader. */
export const shapeOf = <C extends Readonly<Record<string, Column>>>(columns: C) =>
  Object.fromEntries(
    Object.entries(columns).map(([name, { dataType, notNull }]) => {
      const shape = plain[dataType as keyof typeof plain];
      return [name, notNull ? shape : shape.nullable()];
    }),
  ) as unknown as { readonly [name in keyof C]: z.ZodType<GetColumnData<C[name]>, GetColumnData<C[name]>> };
