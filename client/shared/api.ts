import type { Api } from '../../server/api.ts';
import type { StepTaken } from '../../server/entities/step-shapes.ts';
import { type Sending, send, sendForFile } from './send.ts';

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

export type StepEndpoint = Extract<Endpoint, `POST ${string}/steps`>;

/** Takes a step where nobody reads how the thing stands after it: what is on the screen is asked again. @throws Failure */
export const callStep = <E extends StepEndpoint>(endpoint: E, input: Input<E>): Promise<StepTaken> =>
  call(endpoint, input, { minimal: true }) as Promise<unknown> as Promise<StepTaken>;

/** Where a GET is answered, for links to files and for pictures. */
export const addressOf = <E extends Endpoint>(endpoint: E, input: Input<E>): string =>
  addressed(endpoint, input).path;

const UPLOAD = { timeoutMs: 120_000 };
/** Sends a file to a route that takes one: plain values of `input` go into the address, all others beside the file. @throws Failure */
export async function upload<E extends Endpoint>(
  endpoint: E,
  input: Input<E>,
  file: Blob,
): Promise<Reply<E>> {
  const { method, path, body } = withFile(endpoint, input, file);
  return (await send(method, path, body, UPLOAD)) as Reply<E>;
}

/** The same where a file is the answer. @throws Failure */
export function uploadForFile<E extends Endpoint>(endpoint: E, input: Input<E>, file: Blob): Promise<Blob> {
  const { method, path, body } = withFile(endpoint, input, file);
  return sendForFile(method, path, body, UPLOAD);
}

function withFile(endpoint: string, input: unknown, file: Blob) {
  const { method, path, rest } = addressed(endpoint, input);
  const all = Object.entries(rest);
  const beside = all.filter(([, value]) => typeof value === 'object' && value !== null);
  const asked = question(Object.fromEntries(all.filter((one) => !beside.includes(one))));
  const body = beside.length > 0 ? formOf(file, Object.fromEntries(beside)) : file;
  return { method, path: asked ? `${path}?${asked}` : path, body };
}

function formOf(file: Blob, input: object): FormData {
  const form = new FormData();
  form.set('input', new Blob([JSON.stringify(input)], { type: 'application/json' }));
  form.set('file', file);
  return form;
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

/** What was left empty is not asked; several values of one name are joined by commas. */
function question(input: Readonly<Record<string, unknown>>): string {
  const asked = new URLSearchParams();
  for (const [name, value] of Object.entries(input))
    if (value !== undefined && value !== null && value !== '') asked.set(name, String(value));
  return asked.toString();
}
