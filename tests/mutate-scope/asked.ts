import { Scoped, Writing } from '../../db/scope.ts';
import type { Guest, Seen } from '../../db/seen-by.ts';
import { asksOf } from '../house-rules/queries.ts';
import { type Concern, nameOf, put } from './mutant.ts';

/** What guests asked of the door while somebody listened; what the house asks passes no filter. */
export interface Asked {
  readonly by: Guest;
  readonly door: string;
  /** The query's name, where it has one. */
  readonly query: string | null;
  readonly tables: readonly string[];
}
type Method = (this: Scoped, ...given: unknown[]) => unknown;
type Door = Record<string, Method>;

const methods = [
  ...['ask', 'list', 'find', 'count'].map((name) => [Scoped.prototype, name] as const),
  ...['add', 'addMany', 'claim', 'change', 'remove'].map((name) => [Writing.prototype, name] as const),
];

/** Listens at the door while this is done. */
export async function listening<R>(work: () => Promise<R>) {
  const asked = new Map<string, Asked>();
  const note = (by: Guest, door: string, what: Seen | { name: string; build: unknown }) => {
    const query = 'build' in what ? (what as { name: string }).name : null;
    const tables =
      query === null ? [nameOf(what as Seen)] : asksOf({ name: query }).map(({ table }) => table);
    asked.set(`${by} ${door} ${query ?? tables}`, { by, door, query, tables });
  };
  const back = methods.map(([prototype, name]) => {
    const door = prototype as unknown as Door;
    const before = door[name] as Method;
    return put(door, name, function (this: Scoped, ...given: unknown[]) {
      if (this.viewer.as !== 'system') note(this.viewer.as, name, given[0] as Seen);
      return before.apply(this, given);
    });
  });
  try {
    const result = await work();
    return { result, asked: [...asked.values()] };
  } finally {
    for (const one of back) one();
  }
}

/** Whether a guest who asked this met what the mutant is without. */
export function meets(concerns: Concern, { by, door, query, tables }: Asked): boolean {
  if ('by' in concerns) return concerns.by === by && tables.includes(concerns.table);
  if ('query' in concerns) return concerns.query === query;
  return 'door' in concerns && concerns.door === door;
}
