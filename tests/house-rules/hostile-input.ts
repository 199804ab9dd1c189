import { bodyOf, type Operation } from '../fuzz/document.ts';
import type { Schema } from '../fuzz/values.ts';

/** A body, and what is bad about it. */
export interface Hostile {
  readonly what: string;
  readonly body: Buffer;
  /** How it has to be answered, whoever sends it. */
  readonly status?: number;
}

/** More than any route takes: what is looked at of it is too much. */
const MUCH_TOO_LARGE_BYTES = 24 * 2 ** 20;
/** As many values as a body may have at most (server/http/json-body.ts). */
const MANY_VALUES = 39_000;

const filled = (length: number, open: string, unit: string, close: string) => {
  const times = Math.max(0, Math.floor((length - open.length - close.length) / unit.length));
  return Buffer.from(`${open}${unit.repeat(times).replace(/,$/, '')}${close}`);
};

/** The worst that a body of so many bytes can be, whatever is asked; and then what fits the shapes of this route. */
export function hostileBodies(operation: Operation, limit: number): Hostile[] {
  const whatever = byLimit.get(limit) ?? shapeless(limit);
  byLimit.set(limit, whatever);
  const fitting = fieldsOf(bodyOf(operation)).flatMap(([name, schema]) => wrongField(name, schema, limit));
  return [...whatever, ...fitting];
}

/** They are large, and the same for all routes that read so many bytes: made once. */
const byLimit = new Map<number, readonly Hostile[]>();
const muchTooLarge = Buffer.alloc(MUCH_TOO_LARGE_BYTES, '[0,');
function shapeless(limit: number): Hostile[] {
  const most = Math.min(limit, MANY_VALUES * 2);
  return [
    { what: 'values without end', body: filled(most, '{"lines":[', '0,', '0]}') },
    { what: 'values without end, and too many', body: filled(limit, '{"lines":[', '0,', '0]}') },
    { what: 'nothing but brackets', body: filled(limit, '', '[', '') },
    { what: 'objects in objects', body: filled(limit, '', '{"a":', '') },
    { what: 'names without end', body: named(Math.min(MANY_VALUES, Math.floor(limit / 12))) },
    { what: 'quotes and backslashes', body: filled(limit, '{"a":"', '\\\\\\"', '"}') },
    { what: 'much too large', body: muchTooLarge, status: 413 },
  ];
}

const named = (n: number) =>
  Buffer.from(JSON.stringify(Object.fromEntries(Array.from({ length: n }, (_, i) => [`k${i}`, 0]))));

const fieldsOf = ({ properties, oneOf, anyOf }: Schema): [string, Schema][] => [
  ...Object.entries(properties ?? {}),
  ...[...(oneOf ?? []), ...(anyOf ?? [])].slice(0, 2).flatMap(fieldsOf),
];

const runs = ['a', ' a', '((((a', 'aA1!', '\u3000 '];
function wrongField(name: string, schema: Schema, limit: number): Hostile[] {
  if (schema.type !== 'string') return wrongLists([name], schema, limit);
  return [limit, 190].map((length) => {
    const run = runs[length % runs.length] ?? 'a';
    const text = run.repeat(Math.floor((length - name.length - 12) / Buffer.byteLength(run)));
    return {
      what: `${name}: a text of ${length} bytes`,
      body: Buffer.from(JSON.stringify({ [name]: text })),
    };
  });
}

/** Every list, however deep it lies: as long as it may be with each field of each member of the wrong kind, and longer. */
function wrongLists(path: readonly string[], schema: Schema, limit: number): Hostile[] {
  const { type, items = {}, maxItems = MANY_VALUES, properties, additionalProperties } = schema;
  const more = typeof additionalProperties === 'object' ? { any: additionalProperties } : {};
  const inside = Object.entries({ ...properties, ...more }).flatMap(([name, one]) =>
    wrongLists([...path, name], one, limit),
  );
  if (type !== 'array') return inside;
  const where = path.join('.');
  const long = (member: unknown, most: number) => {
    const text = JSON.stringify(member);
    const times = Math.min(most, MANY_VALUES / (valuesOf(member) + 1), (limit - 200) / (text.length + 1));
    const list = `[${`${text},`.repeat(Math.max(1, Math.floor(times))).slice(0, -1)}]`;
    return Buffer.from(path.reduceRight((body, name) => `{"${name}":${body}}`, list));
  };
  return [
    { what: `${where}: wrong in every place`, body: long(wrongly(items, []), maxItems), status: 422 },
    { what: `${where}: true in every place`, body: long(wrongly(items, true), maxItems), status: 422 },
    { what: `${where}: too long and wrong`, body: long(wrongly(items, true), MANY_VALUES), status: 422 },
    ...inside,
  ];
}

/** A value that is wrong in as many places as it has. */
const wrongly = ({ type, properties }: Schema, wrong: unknown): unknown =>
  properties
    ? Object.fromEntries(Object.keys(properties).map((key) => [key, wrong]))
    : type === 'string'
      ? 0
      : 'x';
const valuesOf = (member: unknown) => (typeof member === 'object' ? Object.keys(member ?? {}).length : 0);
