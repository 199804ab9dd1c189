import { z } from 'zod';
import type { Caller } from '../access/caller.ts';
import type { Permission } from '../access/permissions.ts';
import type { Deps } from '../process/deps.ts';
import type { Call as AnyCall } from './request-context.ts';

/** A call of one route; `file` is the raw body of a route that takes one. */
export interface Call<Input> extends AnyCall<Input> {
  readonly deps: Deps;
  readonly caller: Caller;
  readonly file: Uint8Array;
}
type Endpoint = `${'GET' | 'POST' | 'PATCH' | 'DELETE'} /${string}`;

export interface Route<
  E extends Endpoint = Endpoint,
  I extends z.ZodType = z.ZodType,
  O extends z.ZodType = z.ZodType,
> {
  readonly endpoint: E;
  readonly summary: string;
  readonly needs: Permission | 'nobody in particular';
  /** `nobody in particular` still means somebody who signed in, unless the route says this. */
  readonly open?: true;
  readonly input: I;
  readonly reply: O;
  /** The body is a file of at most so many bytes; the rest of the input comes with the address. */
  readonly takesFile?: number;
  /** Whether this question takes so long that a thread of its own answers it, where there is one. */
  readonly inReadWorker?: (input: z.output<I>) => boolean;
  handle(call: Call<z.output<I>>): Promise<z.input<O>>;
}

/** Declares a route once: its check, its documentation, its permission and its typed client all come from here. */
export const route = <const E extends Endpoint, I extends z.ZodType, O extends z.ZodType>(
  endpoint: E,
  promise: Omit<Route<E, I, O>, 'endpoint'>,
): Route<E, I, O> => ({ endpoint, ...promise });

/**
 * A handler whose answers may take long, and which asks for no more than a thread can be told: what is asked, by whom,
 * and the data to read. `when` says which of its questions do take long; all of them, unless it is given.
 */
export const inReadWorker = <I, O>(
  handle: (call: AnyCall<I>) => Promise<O>,
  when: (input: I) => boolean = () => true,
) => ({ handle, inReadWorker: when });

/** What a client may know about a route: its address, what goes in, what comes out. */
export type Contract<R> =
  R extends Route<infer E, infer I, infer O> ? { endpoint: E; input: z.input<I>; reply: z.output<O> } : never;

/** A reply that is a file, not JSON. */
export interface Download {
  readonly type: string;
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Never changes under this address: a photo, by its id. */
  readonly immutable?: boolean;
  /** What the receiver has to know about the file and cannot see in it. */
  readonly warning?: string;
}
export const download = z.custom<Download>((value) => value instanceof Object && 'bytes' in value);
