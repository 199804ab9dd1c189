import { z } from 'zod';
import type { Writing } from '../../db/scope.ts';
import type { Caller } from '../access/caller.ts';
import type { Permission } from '../access/permissions.ts';
import type { Deps } from '../process/deps.ts';
import { answerOnce } from './once.ts';
import type { Call as AnyCall } from './request-context.ts';

/** A call of one route; `file` is the raw body of a route that takes one. */
export interface Call<Input> extends AnyCall<Input> {
  readonly deps: Deps;
  readonly caller: Caller;
  readonly file: Uint8Array;
  /** Whether no more is read of the reply than its route's `minimal`: then the rest need not be computed. */
  readonly wantsMinimal?: boolean;
}
/** A call of a route that is done once: alone in its transaction, and without the key under which it is done. */
export interface OnceCall<Input> extends Omit<Call<Without<Input>>, 'db'> {
  readonly db: Writing;
}
/** From each member of a union by itself: `Omit` alone would keep only what they all have. */
type Without<Input> = Input extends unknown ? Omit<Input, 'scanId'> : never;
/** What was got ready for a route that is done once. */
export interface Prepared<Input, Answer> {
  /** What a repetition has to repeat. It is remembered under a fast hash, so no password is part of it. */
  readonly question: unknown;
  work(call: OnceCall<Input>): Promise<Answer>;
  told?(call: OnceCall<Input>, remembered: Answer): Promise<Answer>;
}

type Reading = `GET /${string}`;
type Changing = `${'POST' | 'PUT' | 'PATCH' | 'DELETE'} /${string}`;
type Endpoint = Reading | Changing;
/** Why a route that changes something does not remember what it answered. */
type Because = `because ${string}`;

interface Declared<I extends z.ZodType, O extends z.ZodType> {
  readonly summary: string;
  readonly needs: Permission | 'nobody in particular';
  /** Where nobody in particular is needed: an API key may ask too. Otherwise it asks only what its scopes say. */
  readonly keysToo?: true;
  readonly input: I;
  readonly reply: O;
  /** What is left of the reply for whoever says `Prefer: return=minimal` (http/prefer.ts). */
  readonly minimal?: z.ZodType;
  /** Whether this input gives rights or money away, so that a proof of a moment ago is asked for (access/proofs.ts). */
  proof?(input: z.output<I>): boolean;
  /** The body is a file of at most so many bytes; the rest of the input comes with the address, or beside it in a form. */
  readonly takesFile?: number;
  /** Looks for what the file is for, before a byte of it is read. */
  readonly seek?: (call: Pick<AnyCall<z.output<I>>, 'db' | 'input'>) => Promise<unknown>;
  /** How many bytes of JSON it takes, where that is more than what a form needs, or beside a file any (http/body.ts). */
  readonly bodyBytes?: number;
  /** What it takes is looked through line by line: of all that is large (http/fair-lock.ts) one at a time. */
  readonly inTurn?: true;
  /** Whether what was asked is yet to be done when this is answered; then the status says so: 202. */
  readonly isOnlyAccepted?: (reply: z.output<O>) => boolean;
}
/** `nobody in particular` still means somebody who signed in, unless the route says this. */
interface Open {
  readonly open?: true;
}
interface Handled<I extends z.ZodType, O extends z.ZodType> {
  handle(call: Call<z.output<I>>): Promise<z.input<O>>;
}

interface DeclaredReading<I extends z.ZodType, O extends z.ZodType>
  extends Declared<I, O>,
    Open,
    Handled<I, O> {
  readonly once?: never;
  /** Whether this question takes so long that a thread of its own answers it, where there is one. */
  readonly inReadWorker?: (input: z.output<I>) => boolean;
}
interface DeclaredForEachTime<I extends z.ZodType, O extends z.ZodType>
  extends Declared<I, O>,
    Open,
    Handled<I, O> {
  readonly once: Because;
}
/**
 * Done once however often it is asked: a repetition under the same key with the same content gets the answer of the
 * first time. The key is the `scanId` of the input; a route that has none there takes the header `Idempotency-Key`,
 * and without one does its work each time. Who is not signed in has no keys: strangers would share them.
 */
interface DeclaredOnce<I extends z.ZodType, O extends z.ZodType> extends Declared<I, O> {
  readonly once: true;
  readonly open?: never;
}
interface DoneOnce<I extends z.ZodType, O extends z.ZodType> extends DeclaredOnce<I, O> {
  handle(call: OnceCall<z.output<I>>): Promise<z.input<O>>;
  readonly prepare?: never;
  readonly minimal?: never;
}
/** Answers in full, or with no more than `minimal` says where no more is read: `call.wantsMinimal`. */
interface DoneOnceInShort<I extends z.ZodType, O extends z.ZodType> extends DeclaredOnce<I, O> {
  readonly minimal: z.ZodType;
  handle(call: OnceCall<z.output<I>>): Promise<unknown>;
  /** What is answered, the first time and each time again: in full, though no more may be remembered than the short. */
  told(call: OnceCall<z.output<I>>, remembered: unknown): Promise<unknown>;
  /** What is looked at before the transaction. */
  ahead(call: Call<z.output<I>>): Promise<void>;
  readonly prepare?: never;
}
interface PreparedOnce<I extends z.ZodType, O extends z.ZodType> extends DeclaredOnce<I, O> {
  /** Before the transaction, in which nothing but the database may be awaited: hashing, drawing. */
  prepare(call: Call<z.output<I>>): Promise<Prepared<z.output<I>, z.input<O>>>;
  readonly handle?: never;
  readonly minimal?: never;
}
type DeclaredChanging<I extends z.ZodType, O extends z.ZodType> =
  | DeclaredForEachTime<I, O>
  | DoneOnce<I, O>
  | PreparedOnce<I, O>;

export interface Route<
  E extends Endpoint = Endpoint,
  I extends z.ZodType = z.ZodType,
  O extends z.ZodType = z.ZodType,
> extends Declared<I, O>,
    Open,
    Handled<I, O> {
  readonly endpoint: E;
  readonly once?: true | Because;
  readonly inReadWorker?: (input: z.output<I>) => boolean;
}

/**
 * Declares a route once: its check, its documentation, its permission, its typed client and how a repetition is
 * answered all come from here.
 */
export function route<const E extends Reading, I extends z.ZodType, O extends z.ZodType>(
  endpoint: E,
  declared: DeclaredReading<I, O>,
): Route<E, I, O>;
export function route<const E extends Changing, I extends z.ZodType, O extends z.ZodType>(
  endpoint: E,
  declared: DoneOnceInShort<I, O>,
): Route<E, I, O>;
export function route<const E extends Changing, I extends z.ZodType, O extends z.ZodType>(
  endpoint: E,
  declared: DeclaredChanging<I, O>,
): Route<E, I, O>;
export function route(
  endpoint: Endpoint,
  declared:
    | DeclaredReading<z.ZodType, z.ZodType>
    | DeclaredChanging<z.ZodType, z.ZodType>
    | DoneOnceInShort<z.ZodType, z.ZodType>,
): Route {
  if (declared.once !== true) return { endpoint, ...declared };
  const { prepare, handle, ...rest } = declared;
  const told = 'told' in declared ? declared.told : undefined;
  const ahead = 'ahead' in declared ? declared.ahead : undefined;
  const prepared =
    prepare ??
    (async (call) => {
      await ahead?.(call);
      return { question: call.input, work: handle, ...(told && { told }) };
    });
  return { endpoint, ...rest, handle: (call) => answerOnce(endpoint, call, prepared) };
}

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
