import { z } from 'zod';
import type { Config } from '../process/config.ts';
import { bodyLimit } from './body.ts';
import { download, type Route } from './route.ts';
import { scanId, Words } from './shapes.ts';

type Shape = { properties?: Record<string, object>; required?: string[]; oneOf?: Shape[]; anyOf?: Shape[] };

/**
 * OpenAPI 3.1, written from the same declarations that check the requests.
 * @param keyScopes the permissions that an API key may be given
 */
export function openapi(
  routes: readonly Route[],
  budgets?: Budgets,
  keyScopes: ReadonlySet<string> = new Set(),
) {
  const paths: Record<string, Record<string, object>> = {};
  for (const route of routes) {
    const [method, path] = route.endpoint.split(' ') as [string, string];
    const address = path.replace(/:(\w+)/g, '{$1}');
    paths[address] = {
      ...paths[address],
      [method.toLowerCase()]: operation(route, method, { path, keyScopes }),
    };
  }
  return {
    openapi: '3.1.0',
    info: { title: '归航 Guihang', version: '1', ...(budgets ? budgetsInWords(budgets) : {}) },
    components: { securitySchemes },
    paths,
  };
}

/** Whoever asks has one or the other: a person's browser, a program. `x-needs` says what either must be allowed. */
const securitySchemes = {
  session: {
    ...{ type: 'apiKey', in: 'cookie', name: 'guihang.session_token' },
    description:
      'The cookie that a sign-in gives; where the server is reached by https, its name begins with `__Host-`.',
  },
  apiKey: {
    ...{ type: 'http', scheme: 'bearer' },
    description:
      'A key that an exporter or a vendor made for a program, good for the scopes that it was given.',
  },
};
const session = { session: [] };
const eitherWay = [session, { apiKey: [] }];
const isForKeys = ({ needs, keysToo }: Route, keyScopes: ReadonlySet<string>) =>
  keysToo === true || keyScopes.has(needs);

type Budgets = Pick<Config, 'PERSON_RATE' | 'ORGANISATION_RATE' | 'KEY_RATE'>;
const budgetsInWords = ({ PERSON_RATE, ORGANISATION_RATE, KEY_RATE }: Budgets) => ({
  description: `Requests a minute: ${PERSON_RATE} of a person, ${KEY_RATE} of an API key, ${ORGANISATION_RATE} of an exporter or a vendor with all its people and keys. Beyond, the answer is 429.`,
  'x-requests-per-minute': { person: PERSON_RATE, key: KEY_RATE, organisation: ORGANISATION_RATE },
});

interface Described {
  readonly path: string;
  readonly keyScopes: ReadonlySet<string>;
}
function operation(route: Route, method: string, { path, keyScopes }: Described) {
  const { summary, needs, open, once, input, reply, minimal, takesFile, isOnlyAccepted } = route;
  const inPath = [...path.matchAll(/:(\w+)/g)].map(([, name]) => String(name));
  const shape = z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }) as Shape;
  const rest = without(shape, inPath);
  const place = (name: string, where: string, required: boolean) => ({
    ...{ name, in: where, required },
    schema: shape.properties?.[name] ?? { type: 'string' },
  });
  const inForm = besideFile(route, rest);
  const asked = Object.keys(rest.properties ?? {})
    .filter((name) => !(name in inForm))
    .map((name) => place(name, 'query', rest.required?.includes(name) ?? false));
  const content = reply === download ? bytes : json(told(route));
  return {
    summary,
    'x-needs': open ? 'nothing' : needs,
    security: open ? [] : isForKeys(route, keyScopes) ? eitherWay : [session],
    ...(once ? { 'x-once': once } : {}),
    parameters: [
      ...inPath.map((name) => place(name, 'path', true)),
      ...(method === 'GET' || takesFile ? asked : []),
      ...(once === true && !takesScanId(shape) ? [idempotencyKey] : []),
      ...(minimal ? [prefer] : []),
    ],
    ...(method === 'GET' ? {} : { requestBody: bodyOf(route, rest) }),
    responses: {
      200: { description: 'Done', ...(minimal ? { headers: preferenceApplied } : {}), content },
      ...(isOnlyAccepted ? { 202: { description: 'Accepted: it is done from now on', content } } : {}),
      ...Object.fromEntries(
        Object.entries(refusals).map(([status, description]) => [status, { description, ...problem }]),
      ),
    },
  };
}

/** `x-max-bytes` is where 413 begins. */
const bodyOf = (route: Route, rest: Shape) => ({
  required: true,
  description: `At most ${bodyLimit(route)} bytes.`,
  'x-max-bytes': bodyLimit(route),
  content: contentOf(route, rest),
});
/** What comes in a form beside a file, as an address has no room for it. */
const besideFile = ({ takesFile, bodyBytes }: Route, rest: Shape): object =>
  takesFile && bodyBytes
    ? Object.fromEntries(Object.entries(rest.properties ?? {}).filter(([, one]) => isObject(one)))
    : {};
const isObject = (shape: object) => 'type' in shape && shape.type === 'object';

function contentOf(route: Route, rest: Shape) {
  if (!route.takesFile) return json(rest);
  if (!route.bodyBytes) return bytes;
  const input = { type: 'object', properties: besideFile(route, rest) };
  const properties = { file: { type: 'string', format: 'binary' }, input };
  return { ...bytes, 'multipart/form-data': { schema: { type: 'object', properties } } };
}

/**
 * The key under which a request is done once (draft-ietf-httpapi-idempotency-key-header), for a route whose input has
 * no `scanId`: the same request under the same key is answered as the first time, another one is refused with 422.
 */
const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description:
    'Made anew for each request; a repetition under the same one is answered as the first time, not done again. Without one the work is done each time.',
  schema: z.toJSONSchema(scanId),
};
/** In full, or as short as was preferred. */
function told({ reply, minimal }: Route) {
  const full = z.toJSONSchema(reply, { io: 'output' });
  return minimal ? { anyOf: [full, z.toJSONSchema(minimal, { io: 'output' })] } : full;
}
/** Which of both whoever asks will read (RFC 7240). */
const prefer = {
  name: 'Prefer',
  in: 'header',
  required: false,
  description:
    '`return=minimal` where no more is read of the reply than its short form: the rest is then not computed. A repetition under the same scanId is answered in the form that it prefers; in full, it says how the thing stands by then, if the first time was answered in short.',
  schema: { type: 'string', enum: ['return=minimal', 'return=representation'] },
};
const preferenceApplied = {
  'Preference-Applied': {
    description: '`return=minimal` where the reply is the short form',
    schema: { type: 'string' },
  },
};
const takesScanId = ({ properties, oneOf, anyOf }: Shape): boolean =>
  (oneOf ?? anyOf)?.every(takesScanId) ?? 'scanId' in (properties ?? {});

/** Every other answer there is; each is a problem (RFC 9457) with words for the person who asked. */
const refusals = {
  400: 'Not readable at all',
  401: 'Nobody is signed in',
  403: 'Not for this role, or from a foreign page',
  404: 'There is no such thing, or not for you',
  409: 'It does not go together with what is: a step refused, a name taken',
  413: 'Larger than `x-max-bytes` of the body; `limit` says so again',
  422: 'Readable, but not usable; `issues` name the fields, the first hundred of `total`, or of `atLeast` as many where there are thousands. A body has at most 40,000 values, an object 100 names',
  423: 'Guessed wrong too often: only an administrator helps',
  429: 'Too often (see `x-requests-per-minute`), or too much is waited for: come back after `Retry-After` seconds',
  500: 'Our fault',
  503: 'Not certain: keep the scan and send it again, with the same scanId or Idempotency-Key',
};
const Problem = z.looseObject({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  code: z.string(),
  detail: z.string(),
  words: Words,
});

const bytes = { '*/*': { schema: { type: 'string', format: 'binary' } } };
const json = (schema: object) => ({ 'application/json': { schema } });
const problem = { content: { 'application/problem+json': { schema: z.toJSONSchema(Problem) } } };

/** The body is the input less what the address already says. */
function without(shape: Shape, names: string[]): Shape {
  if (shape.oneOf) return { ...shape, oneOf: shape.oneOf.map((one) => without(one, names)) };
  const kept = Object.entries(shape.properties ?? {}).filter(([name]) => !names.includes(name));
  const required = shape.required?.filter((name) => !names.includes(name)) ?? [];
  return { ...shape, properties: Object.fromEntries(kept), required };
}
