import type { Placeholder, SQL } from 'drizzle-orm';
import type { Connection } from './atomically.ts';
import type { Seen } from './seen-by.ts';

export type Slots<Args> = { readonly [Name in keyof Args]: Placeholder };

/** A query with a name: any joins and sums, prepared once per connection and kind of viewer. Lives in db/queries. */
export interface Named<Args, R> {
  readonly name: string;
  readonly through: readonly Seen[];
  build(q: Connection, sees: (table: Seen) => SQL, given: Slots<Args>): PromiseLike<R[]>;
}
const taken = new Set<string>();
/** `through` lists tables that are reached only by way of a row that the viewer sees. */
export function named<Args, R>(
  name: string,
  build: Named<Args, R>['build'],
  through: readonly Seen[] = [],
): Named<Args, R> {
  if (taken.has(name)) throw new Error(`There are two queries named "${name}".`);
  taken.add(name);
  return { name, build, through };
}

/** A list whose conditions are chosen by the reader: filters, order and page. Lives in db/queries, not prepared. */
export interface Listed<Args, R> {
  readonly name: string;
  readonly through: readonly Seen[];
  build(q: Connection, sees: (table: Seen) => SQL, given: Args): PromiseLike<R[]>;
}
export const listed = <Args, R>(
  name: string,
  build: Listed<Args, R>['build'],
  through: readonly Seen[] = [],
): Listed<Args, R> => ({ name, build, through });
