import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import Sqlite from 'better-sqlite3';
import { getTableName, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import type { Connection } from '../../db/atomically.ts';
import type { Named, Slots } from '../../db/named-queries.ts';
import type { Seen } from '../../db/seen-by.ts';
import { examples } from './query-examples.ts';

export type Query = Named<object, unknown>;
const folder = fileURLToPath(new URL('../../db/queries/', import.meta.url));
const modules = await Promise.all(
  readdirSync(folder).map((name) => import(`../../db/queries/${name.replace('.ts', '')}.ts`)),
);

/** Every query of the house, named or listed. */
export const queries: readonly Query[] = modules.flatMap((module: object) =>
  Object.values(module).filter((value): value is Query => typeof value === 'object' && 'build' in value),
);

const nowhere = drizzle(new Sqlite(':memory:')) as unknown as Connection;
/** Builds a query without asking it: who sees which table, how often, and what it has to be given. */
function looked(query: Query) {
  const asks = new Map<string, number>();
  const slots = new Set<string>();
  const sees = (table: Seen) => {
    asks.set(getTableName(table), (asks.get(getTableName(table)) ?? 0) + 1);
    return sql`1 = 1`;
  };
  const anySlot = new Proxy(
    {},
    { get: (_, name) => slots.add(String(name)) && sql.placeholder(String(name)) },
  );
  void query.build(nowhere, sees, (examples[query.name]?.[0] ?? anySlot) as Slots<object>);
  const each = [...asks].flatMap(([table, n]) => Array.from({ length: n }, (_, nth) => ({ table, nth })));
  return { asks: each, slots: [...slots] };
}
const seen = new Map(queries.map((query) => [query.name, looked(query)]));
export const asksOf = ({ name }: { readonly name: string }) => seen.get(name)?.asks ?? [];
export const slotsOf = ({ name }: { readonly name: string }) => seen.get(name)?.slots ?? [];
