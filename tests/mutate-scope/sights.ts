import { sql } from 'drizzle-orm';
import type { Guest, Seen } from '../../db/seen-by.ts';
import { asksOf, type Query, queries } from '../house-rules/queries.ts';
import { tables } from '../house-rules/tables.ts';
import { type Mutant, nameOf, put } from './mutant.ts';

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
export const ofRules: readonly Mutant[] = [...tables.values()].flatMap((table) => {
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

const guarded = new Set(ofRules.map(({ concerns }) => ('table' in concerns ? concerns.table : '')));
/** Each time that a query asks who sees a table: now it does not. What all see needs no asking. */
export const ofQueries: readonly Mutant[] = queries.flatMap((query) =>
  asksOf(query)
    .filter(({ table }) => guarded.has(table))
    .map(
      ({ table, nth }): Mutant => ({
        ...{ kind: 'query', what: `sees(${table})${nth ? ` no. ${nth + 1}` : ''} in "${query.name}"` },
        concerns: { query: query.name, table },
        remove: () => put(query, 'build', without(query, table, nth)),
      }),
    ),
);
