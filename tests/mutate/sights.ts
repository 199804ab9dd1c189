import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import Sqlite from 'better-sqlite3';
import { is, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Connection } from '../../db/atomically.ts';
import type { Slots } from '../../db/scope.ts';
import type { Guest, Seen } from '../../db/seen-by.ts';
import { type Query, queries } from '../house-rules/queries.ts';
import { examples } from '../house-rules/query-examples.ts';
import { type Mutant, nameOf, put } from './mutant.ts';

const folder = fileURLToPath(new URL('../../db/schema/', import.meta.url));
const modules = await Promise.all(
  readdirSync(folder).map((name) => import(`../../db/schema/${name.replace('.ts', '')}.ts`)),
);
const tables = modules.flatMap((module: object) =>
  Object.values(module).filter((value): value is Seen => is(value, SQLiteTable)),
);

type Who = Readonly<Record<Guest, unknown>>;
/** Where a table keeps who sees it: a symbol, so that no code comes upon it by chance. */
function ruleOf(table: Seen) {
  const [key] = Object.getOwnPropertySymbols(table).filter(
    ({ description }) => description === 'who may see these rows',
  );
  if (!key) throw new Error(`Nobody said who sees ${nameOf(table)}.`);
  const held = table as unknown as Record<symbol, Who>;
  return { key, held, who: held[key] as Who };
}

/** Each table × each kind of guest who does not see all of it: now they do. */
export const ofRules: readonly Mutant[] = tables.flatMap((table) => {
  const { key, held, who } = ruleOf(table);
  const guests = (Object.keys(who) as Guest[]).filter((by) => who[by] !== 'everything');
  return guests.map(
    (by): Mutant => ({
      ...{ kind: 'rule of sight', what: `which ${nameOf(table)} a ${by} sees` },
      concerns: { table: nameOf(table), by },
      remove: () => put(held, key, { ...who, [by]: 'everything' }),
    }),
  );
});

const nowhere = drizzle(new Sqlite(':memory:')) as unknown as Connection;
const anySlot = new Proxy({}, { get: (_, name) => sql.placeholder(String(name)) }) as Slots<object>;
/** How often a query asks who sees each table. */
function asksOf(query: Query) {
  const asks = new Map<string, number>();
  const sees = (table: Seen) => {
    asks.set(nameOf(table), (asks.get(nameOf(table)) ?? 0) + 1);
    return sql`1 = 1`;
  };
  query.build(nowhere, sees, (examples[query.name]?.[0] as Slots<object>) ?? anySlot);
  return [...asks].flatMap(([table, times]) => Array.from({ length: times }, (_, nth) => ({ table, nth })));
}

const asks = new Map(queries.map((query) => [query.name, asksOf(query)]));
export const tablesOf = (query: string) => (asks.get(query) ?? []).map(({ table }) => table);

/** The query with one `sees(table)` less: the nth of its kind. */
function without({ build }: Query, table: string, nth: number): Query['build'] {
  return (q, sees, given) => {
    let met = -1;
    return build(
      q,
      (asked) => {
        const filter = sees(asked);
        if (nameOf(asked) === table) met++;
        return nameOf(asked) === table && met === nth ? sql`1 = 1` : filter;
      },
      given,
    );
  };
}

/** Each time that a query asks who sees a table: now it does not. */
export const ofQueries: readonly Mutant[] = queries.flatMap((query) =>
  (asks.get(query.name) ?? []).map(
    ({ table, nth }): Mutant => ({
      ...{ kind: 'query', what: `sees(${table})${nth ? ` no. ${nth + 1}` : ''} in "${query.name}"` },
      concerns: { query: query.name, table },
      remove: () => put(query, 'build', without(query, table, nth)),
    }),
  ),
);
