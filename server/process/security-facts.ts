import { AsyncLocalStorage } from 'node:async_hooks';

/** What only the work itself knows about its request: for the request's line of the security log, and for no answer. */
export interface SecurityFacts {
  /** Why a sign-in or a reset came to nothing, more exactly than whoever asked is told. */
  readonly reason?:
    | 'unknown name'
    | 'wrong password'
    | 'closed account'
    | 'waiting'
    | 'wrong code'
    | 'unknown badge'
    | 'wrong PIN'
    | 'needs a code'
    | 'unknown address';
  /** The id of whose account it is about. */
  readonly about?: string | undefined;
  /** What the request wrote into the audit log: each action, and the id of what it changed. */
  readonly audited?: readonly string[];
}

/** What was told first is nearest to the cause, and stays; what was changed adds up. */
export function tellSecurityLog(locals: { facts?: SecurityFacts }, told: SecurityFacts): void {
  const before = locals.facts ?? {};
  const audited = new Set([...(before.audited ?? []), ...(told.audited ?? [])]);
  locals.facts = { ...told, ...before, ...(audited.size ? { audited: [...audited] } : {}) };
}

/** The accounts library hands its hooks no response to tell anything by. */
interface Locals {
  facts?: SecurityFacts;
  /** Whose session it is. */
  readonly by?: string;
}
const inLibrary = new AsyncLocalStorage<Locals>();
export const whileInLibrary = <T>(locals: Locals, work: () => T): T => inLibrary.run(locals, work);
/** Undefined where we ask the library ourselves, and have counted ourselves. */
export const askerInLibrary = (): Pick<Locals, 'by'> | undefined => inLibrary.getStore();
export function tellFromLibrary(told: SecurityFacts): void {
  const locals = inLibrary.getStore();
  if (locals) tellSecurityLog(locals, told);
}
