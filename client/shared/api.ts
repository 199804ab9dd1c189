import type { Api } from '../../server/api.ts';
import { type Sending, send } from './send.ts';

export type Endpoint = Api['endpoint'];
type Of<E extends Endpoint> = Extract<Api, { endpoint: E }>;
export type Input<E extends Endpoint> = Of<E>['input'];
export type Reply<E extends Endpoint> = Of<E>['reply'];

/**
 * Calls a route by its address. What goes in and what comes out is known from the server's own declaration.
 * @throws Failure
 */
export async function call<E extends Endpoint>(
  endpoint: E,
  input: Input<E>,
  sending?: Sending,
): Promise<Reply<E>> {
  const { method, path, rest } = addressed(endpoint, input);
  return (await send(method, path, method === 'GET' ? undefined : rest, sending)) as Reply<E>;
}

/** Where a GET is answered, for links to files and for pictures. */
export const addressOf = <E extends Endpoint>(endpoint: E, input: Input<E>): string =>
  addressed(endpoint, input).path;

/** Sends files to a route that takes a form; `input` fills the `:names` of its address. @throws Failure */
export async function upload<E extends Endpoint>(
  endpoint: E,
  input: Input<E>,
  form: FormData,
): Promise<Reply<E>> {
  const { method, path, rest } = addressed(endpoint, input);
  for (const [name, value] of Object.entries(rest)) if (value !== undefined) form.set(name, String(value));
  return (await send(method, path, form, { timeoutMs: 120_000 })) as Reply<E>;
}

function addressed(endpoint: string, input: unknown) {
  const [method = 'GET', template = ''] = endpoint.split(' ');
  const rest: Record<string, unknown> = { ...(input as object) };
  const path = template.replace(/:(\w+)/g, (_, name: string) => {
    const value = String(rest[name]);
    delete rest[name];
    return encodeURIComponent(value);
  });
  const asked = method === 'GET' ? question(rest) : '';
  return { method, path: asked ? `${path}?${asked}` : path, rest };
}

/** What was left empty is not asked; a list is asked as the same name several times. */
function question(input: Readonly<Record<string, unknown>>): string {
  const asked = new URLSearchParams();
  for (const [name, value] of Object.entries(input))
    for (const one of [value].flat())
      if (one !== undefined && one !== null && one !== '') asked.append(name, String(one));
  return asked.toString();
}
