import { z } from 'zod';
import { routes } from '../../server/api.ts';
import { openapi } from '../../server/http/openapi.ts';
import type { Schema } from './values.ts';

interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query';
  readonly required: boolean;
  readonly schema: Schema;
}
interface Content {
  readonly content?: Readonly<Record<string, { readonly schema?: Schema }>>;
}
export interface Operation {
  readonly method: string;
  readonly path: string;
  readonly needs: string;
  readonly summary: string;
  readonly parameters: readonly Parameter[];
  readonly requestBody?: Content;
  readonly responses: Readonly<Record<string, Content>>;
}

const document = JSON.parse(JSON.stringify(openapi(routes))) as {
  paths: Record<string, Record<string, Omit<Operation, 'method' | 'path'> & { 'x-needs': string }>>;
};

/** Every operation, read from the published document alone: what a stranger's client knows. */
export const operations: readonly Operation[] = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, one]) => ({ ...one, path, method, needs: one['x-needs'] })),
);

export const isFile = ({ content }: Content = {}) => content?.['*/*'] !== undefined;
const json = 'application/json';
export const bodyOf = ({ requestBody }: Operation): Schema => requestBody?.content?.[json]?.schema ?? {};

/** All that is asked, wherever it goes, as one object. A body of several shapes stays so. */
export function inputOf(operation: Operation): Schema {
  const about = operation.parameters;
  const properties = Object.fromEntries(about.map(({ name, schema }) => [name, schema]));
  const required = about.filter((one) => one.required).map(({ name }) => name);
  const joined = (body: Schema): Schema => ({
    type: 'object',
    properties: { ...properties, ...body.properties },
    required: [...required, ...(body.required ?? [])],
  });
  const body = bodyOf(operation);
  const ways = body.oneOf ?? body.anyOf;
  return ways ? { oneOf: ways.map(joined) } : joined(body);
}

/** zod reads patterns without the u flag that JSON Schema means, and so \\p{…} as something else. */
const readable = (schema: Schema) =>
  JSON.parse(JSON.stringify(schema), (key, value) =>
    key === 'pattern' && String(value).includes('\\p{') ? undefined : value,
  );

const checks = new Map<Schema, z.ZodType>();
function check(schema: Schema) {
  const known = checks.get(schema) ?? z.fromJSONSchema(readable(schema) as never);
  checks.set(schema, known);
  return known;
}

/** What is wrong with an answer, by the document alone; nothing when it keeps its promise. */
export function broken(operation: Operation, status: number, type: string, text: string): string | undefined {
  const promised = operation.responses[status];
  if (!promised) return `answers ${status}, of which the document says nothing`;
  if (isFile(promised)) return undefined;
  const [wanted] = Object.keys(promised.content ?? {});
  if (!wanted || !type.startsWith(wanted)) return `answers ${status} as ${type}`;
  const { error } = check(promised.content?.[wanted]?.schema ?? {}).safeParse(JSON.parse(text));
  return error && `answers ${status} in another shape than the document says: ${error.message}`;
}
