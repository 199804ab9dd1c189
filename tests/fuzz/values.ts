import fc, { type Arbitrary } from 'fast-check';

/** The part of JSON Schema that our document speaks. */
export interface Schema {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly additionalProperties?: Schema | boolean;
  readonly maxItems?: number;
  readonly minItems?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly format?: string;
}
/** By the name of a field: values that exist, so that a question gets further than "there is no such thing". */
export type Known = Readonly<Record<string, readonly unknown[]>>;

/** What fits the schema. */
export function fitting(schema: Schema, known: Known, name = ''): Arbitrary<unknown> {
  const { type } = schema;
  if ('const' in schema) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const ways = schema.oneOf ?? schema.anyOf;
  if (ways) return fc.oneof(...ways.map((one) => fitting(one, known, name)));
  const there = known[name] ?? [];
  const made = madeUp(schema, known, name);
  const usable = there.filter((value) => typeof value === (type === 'integer' ? 'number' : type));
  return usable.length ? fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...usable) }, made) : made;
}

function madeUp(schema: Schema, known: Known, name: string): Arbitrary<unknown> {
  const { minimum = -(2 ** 31), maximum = 2 ** 31, items = {}, properties = {}, required = [] } = schema;
  switch (schema.type) {
    case 'string':
      return text(schema);
    case 'integer':
      return fc.integer({ min: minimum, max: maximum });
    case 'number':
      return fc.double({ min: minimum, max: maximum, noNaN: true });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'array':
      return fc.array(fitting(items, known, name), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.min(schema.maxItems ?? 5, 5),
      });
    case 'object': {
      const fields: Record<string, Arbitrary<unknown>> = Object.fromEntries(
        Object.entries(properties).map(([key, one]) => [key, fitting(one, known, key)]),
      );
      return fc.record(fields, { requiredKeys: [...required] });
    }
    default:
      return fc.jsonValue({ maxDepth: 2 });
  }
}

/** Patterns that only forbid some signs are met by leaving those out; the others are spelled out. */
function text({ pattern, format, minLength = 0, maxLength = 40 }: Schema): Arbitrary<string> {
  if (format === 'uuid') return fc.uuid();
  if (format === 'email') return fc.emailAddress();
  if (format === 'date-time') return fc.date({ noInvalidDate: true }).map((date) => date.toISOString());
  if (pattern && !pattern.startsWith('^[^')) return fc.stringMatching(new RegExp(pattern));
  const most = Math.min(maxLength, 60);
  const unit = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom<string>(...'abcXYZ019 -_/.,:;\'"%*中文鼓包（）①') },
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
  );
  const signs = fc.array<string>(unit, { minLength, maxLength: most }).map((all) => all.join(''));
  const allowed = pattern ? new RegExp(pattern, 'u') : /^/;
  return signs.map((made) =>
    [...made]
      .filter((sign) => allowed.test(sign))
      .join('')
      .slice(0, most),
  );
}

const nasty = [
  ...['', ' ', '\0', 'a\0b', '\ud800', '\uffff', '\u202e', '𠮷', '😀', '\t\n', '%', '_', '%25'],
  ...["' OR 1=1--", '"; drop table items; --', '<script>alert(1)</script>', '../../etc/passwd', '{{7*7}}'],
  ...['=cmd|x!A0', '__proto__', 'constructor', 'null', 'NaN', '1e999', '-0', '9007199254740993', 'true'],
  ...['2026-02-30', '9999-12-31', '0000-00-00', 'x'.repeat(10_000), '中'.repeat(3_000)],
];
const numbers = [0, -1, 0.5, 1e21, 2 ** 31, 2 ** 53, -(2 ** 63), Number.MIN_VALUE];
const anything: Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom<unknown>(...nasty) },
  { weight: 2, arbitrary: fc.constantFrom<unknown>(...numbers) },
  fc.jsonValue({ maxDepth: 3 }),
);

/** What fitted, with something about it that does not: a field replaced, left out, or one too many. */
export const spoiled = (schema: Schema, known: Known): Arbitrary<Readonly<Record<string, unknown>>> =>
  fc
    .tuple(
      fitting(schema, known) as Arbitrary<Record<string, unknown>>,
      fc.array(fc.tuple(fc.constantFrom('replace', 'drop', 'add'), fc.nat(30), anything), {
        minLength: 1,
        maxLength: 3,
      }),
    )
    .map(([whole, harms]) => {
      const made = { ...whole };
      for (const [how, at, value] of harms) {
        const keys = Object.keys(schema.properties ?? made);
        const key = keys[at % Math.max(keys.length, 1)] ?? 'x';
        if (how === 'replace') made[key] = value;
        else if (how === 'drop') delete made[key];
        else made[`x-${at}`] = value;
      }
      return made;
    });
