import { getTableName } from 'drizzle-orm';
import type { Guest, Seen } from '../../db/seen-by.ts';
import type { Endpoint } from '../house-rules/sweep.ts';
import type { EntityName } from '../rules/who-may.ts';

/** One filter or one permission less. Nothing on disk is changed: the objects in memory are, and then put back. */
export interface Mutant {
  readonly kind: 'needs' | 'sign-in' | 'step' | 'rule of sight' | 'query' | 'door';
  /** What was removed. */
  readonly what: string;
  /** The questions that can notice it. */
  readonly concerns: Concern;
  /** Removes it; what it returns puts it back. */
  remove(): () => void;
}
export type Concern =
  | { readonly endpoint: Endpoint }
  | { readonly stranger: Endpoint }
  | { readonly entity: EntityName; readonly step: string }
  | { readonly table: string; readonly by: Guest }
  | { readonly query: string; readonly table: string }
  | { readonly door: string };

/** Puts a value in the place of another, also where the compiler was told that nobody does. */
export function put<T extends object, K extends keyof T>(on: T, key: K, value: unknown): () => void {
  const before = Object.getOwnPropertyDescriptor(on, key);
  Object.defineProperty(on, key, { value, configurable: true, writable: true, enumerable: true });
  return () => {
    if (before) Object.defineProperty(on, key, before);
    else Reflect.deleteProperty(on, key);
  };
}
export const nameOf = (table: Seen) => getTableName(table);
