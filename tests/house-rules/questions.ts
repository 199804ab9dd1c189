import { Column, getTableName, is, Table } from 'drizzle-orm';
import type { Slots } from '../../db/named-queries.ts';
import type { Name } from '../cast.ts';
import type { House } from '../world.ts';
import type { Query } from './queries.ts';
import { asksOf, slotsOf } from './queries.ts';
import { examples } from './query-examples.ts';
import { tables } from './tables.ts';
import { askers, parted } from './whose.ts';

type Row = Readonly<Record<string, unknown>>;
/** What a question asks for, taken from a row that it could be asked about. */
const taken: Readonly<Record<string, (row: Row) => unknown>> = {
  text: (row) => row.code,
  name: (row) => row.email,
  now: () => new Date('2090-01-01T00:00:00Z'),
  orderIds: (row) => [row.orderId],
  serials: (row) => [row.serial],
  references: (row) => [row.reference],
  after: () => 0,
  codes: (row) => [row.code],
  userIds: (row) => [row.userId],
  quantity: () => 1,
  owner: () => 'whale',
  customsStatus: () => 'RELEASED_DOMESTIC',
};
/** Names one thing or one owner, so that whoever may not see it must be told nothing at all. */
const tellsOneFromAll =
  /^(id|token|secretHash|keyHash|(item|order|import|shipment|ticket|consignment|subject|user|device|location|organisation|vendor)Id|orderIds|userIds)$/;

/** Reads on from an id, whosever it is: it is asked from the beginning. */
const fromTheBeginning: Readonly<Record<string, Row>> = {
  'items after': { id: '', running: ['open', 'packed', 'handedOver'] },
  'tickets after': { id: '' },
  'parcels after': { id: '' },
  'return orders after': { id: '' },
  'exchanges after': { id: '' },
  'exported lines after': { id: '' },
};

function argumentsFrom(query: Query, row: Row): Row {
  const beginning = fromTheBeginning[query.name];
  if (beginning) return beginning;
  const example = examples[query.name]?.[0] as Row | undefined;
  const names = example ? Object.keys(example) : slotsOf(query);
  const own = names.map((name) => [name, taken[name]?.(row) ?? (name in row ? row[name] : example?.[name])]);
  return Object.fromEntries(own);
}

/** A question in one line; tables and columns by their names, as they lead back to each other. */
const written = (given: Row) =>
  JSON.stringify(given, (_, value) =>
    is(value, Table) ? getTableName(value) : is(value, Column) ? value.name : value,
  );

const asked = (at: House, name: Name, query: Query, given: Row): Promise<unknown[]> =>
  query.name in examples
    ? at.as(name).list(query, given as Slots<object>)
    : at.as(name).ask(query, given as Slots<object>);

/** All values, however deep. */
const valuesIn = (what: unknown): unknown[] =>
  what !== null && typeof what === 'object' && !(what instanceof Date)
    ? Object.values(what).flatMap(valuesIn)
    : [what];
const says = (rows: unknown[]) => valuesIn(rows).some((value) => value !== null && value !== 0);
const sumOf = (rows: unknown[]) =>
  rows.reduce<number>((sum, row) => sum + Number((row as Row).n ?? (row as Row).total ?? 0), 0);

/** Everything that the database is asked by this query, asked directly: one line for each answer that tells too much. */
export async function tellsTooMuch(at: House, query: Query, names = askers): Promise<string[]> {
  const [main = '', ...others] = new Set(asksOf(query).map(({ table }) => table));
  const wrong: string[] = [];
  for (const name of names) {
    const { own, foreign } = await parted(at, name, tables.get(main) as never);
    const secret = new Set(namesOf(main, foreign));
    for (const other of others)
      for (const one of namesOf(other, (await parted(at, name, tables.get(other) as never)).foreign))
        secret.add(one);
    for (const { given, nothing } of questionsAbout(query, own, foreign)) {
      const rows = await asked(at, name, query, given);
      const leaked = valuesIn(rows).find((value) => secret.has(value));
      const told = (nothing || own.length === 0) && foreign.length > 0 && says(rows);
      if (leaked || told || sumOf(rows) > Math.max(own.length, total(own)))
        wrong.push(`${name} asks "${query.name}" ${written(given)} and hears ${JSON.stringify(rows)}`);
    }
  }
  return wrong;
}

/** The newest few of theirs and of others', and whether nothing at all may be said about it. */
function questionsAbout(query: Query, own: readonly Row[], foreign: readonly Row[]) {
  const usual = own.map((row) => argumentsFrom(query, row));
  const known = new Set(usual.map(written));
  const others = foreign
    .map((row) => argumentsFrom(query, row))
    .filter((given) => query.name in fromTheBeginning || !known.has(written(given)));
  const nothing = (given: Row) =>
    !(query.name in fromTheBeginning) && Object.keys(given).some((slot) => tellsOneFromAll.test(slot));
  const all = [
    ...others.slice(-6).map((given) => ({ given, nothing: nothing(given) })),
    ...usual.slice(-6).map((given) => ({ given, nothing: false })),
  ];
  return all.filter(({ given }) => !Object.values(given).includes(undefined));
}

const namesOf = (table: string, rows: readonly Row[]) =>
  rows.flatMap(({ id, code }) => [id, ...(keyed.has(table) ? [code] : [])]);
/** Codes that one thing alone has. */
const keyed = new Set(['items', 'return_orders', 'tickets', 'consignments', 'shipments']);
const total = (own: readonly Row[]) => own.reduce((sum, { quantity }) => sum + Number(quantity ?? 0), 0);
