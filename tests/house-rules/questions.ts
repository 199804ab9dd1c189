import { Column, getTableName, is, Table } from 'drizzle-orm';
import type { Slots } from '../../db/named-queries.ts';
import type { Scoped } from '../../db/scope.ts';
import { type Seen, systemViewer } from '../../db/seen-by.ts';
import type { Name } from '../cast.ts';
import type { House } from '../world.ts';
import { haikousOwn, kitesOwn, yangpusOwn } from './canaries.ts';
import type { Query } from './queries.ts';
import { asksOf, slotsOf } from './queries.ts';
import { examples } from './query-examples.ts';
import { tables } from './tables.ts';
import { askers, parted, whose } from './whose.ts';

type Row = Readonly<Record<string, unknown>>;
type Taken = Readonly<Record<string, (row: Row) => unknown>>;
/** What a question asks for, taken from a row that it could be asked about. */
const taken: Taken = {
  text: (row) => row.code ?? row.skuCode,
  name: (row) => row.email,
  now: () => new Date('2090-01-01T00:00:00Z'),
  since: () => new Date(0),
  than: () => ',',
  done: () => 99,
  from: () => 0,
  after: () => 0,
  quantity: () => 1,
  owner: () => 'whale',
  customsStatus: () => 'RELEASED_DOMESTIC',
  ended: () => ['over'],
  states: (row) => [row.state],
  ids: (row) => [row.id],
  orderIds: (row) => [row.orderId],
  lineIds: (row) => [row.lineId],
  parcelIds: (row) => [row.parcelId],
  locationIds: (row) => [row.locationId],
  skuIds: (row) => [row.skuId],
  userIds: (row) => [row.userId],
  exportedIds: (row) => [row.exportedLineId],
  serials: (row) => [row.serial],
  numbers: (row) => [row.serial],
  references: (row) => [row.reference],
  codes: (row) => [row.code],
  keys: (row) => [row.key],
};
/** … and what one query alone means by it. */
const takenBy: Readonly<Record<string, Taken>> = {
  'journal of a parcel': { parcelId: (row) => row.subjectId },
  'photos of a order': { id: (row) => row.orderId },
  'photos of a parcel': { id: (row) => row.parcelId },
  'photos of a place': { id: (row) => row.locationId },
  'return orders under a number': { text: (row) => row.waybill },
  'skus with codes in any case': { codes: (row) => [String(row.code).toLowerCase()] },
  'split off an item last': { code: (row) => row.splitFrom },
  'exported lines under numbers': { numbers: (row) => [row.number] },
  'items held for a number read on them': { numbers: (row) => (row.seen ? [row.seen] : undefined) },
};
/** Names one thing or one owner, so that whoever may not see it must be told nothing at all. */
const tellsOneFromAll =
  /^(ids?|token|secretHash|keyHash|keys|askedBy|(item|order|line|parcel|import|task|opening|shipment|ticket|consignment|subject|user|device|location|organisation|vendor)Id|(order|line|parcel|location|sku|user|exported)Ids)$/;

const searching = (...texts: string[]) => texts.map((search) => ({ search }));
/** Asked as they stand, whosever the rows are: what reads on from an id, from the beginning; what is searched for, each way. */
const asTheyStand: Readonly<Record<string, readonly Row[]>> = {
  'items after': [{ id: '', running: ['open', 'packed', 'handedOver'] }],
  'tickets after': [{ id: '' }],
  'parcels after': [{ id: '' }],
  'return orders after': [{ id: '' }],
  'exchanges after': [{ id: '' }],
  'exported lines after': [{ id: '' }],
  'items found': searching(
    'G',
    haikousOwn,
    `${kitesOwn} ${yangpusOwn}`,
    'SERIAL',
    'JT0001112223334',
    'SHIRT',
  ),
  'tickets found': searching('T', 'G', 'SERIAL', 'SHIRT'),
  'return orders found': searching('PO-'),
  'shipments found': searching('SO-1'),
};

/** Undefined where the row has nothing to ask about. */
function argumentsFrom(query: Query, row: Row): Row | undefined {
  const example = examples[query.name]?.[0] as Row | undefined;
  const names = example ? Object.keys(example) : slotsOf(query);
  const given = names.map((name) => {
    const its = takenBy[query.name]?.[name];
    if (its) return [name, its(row) ?? undefined];
    return [name, taken[name]?.(row) ?? (name in row ? row[name] : example?.[name])];
  });
  return given.some(([, value]) => value === undefined) ? undefined : (Object.fromEntries(given) as Row);
}

/** A question in one line; tables and columns by their names, as they lead back to each other. */
const written = (given: Row) =>
  JSON.stringify(given, (_, value) =>
    is(value, Table) ? getTableName(value) : is(value, Column) ? value.name : value,
  );

const asked = (db: Scoped, query: Query, given: Row): Promise<unknown[]> =>
  query.name in examples ? db.list(query, given as Slots<object>) : db.ask(query, given as Slots<object>);

/** All values, however deep. */
const valuesIn = (what: unknown): unknown[] =>
  what !== null && typeof what === 'object' && !(what instanceof Date)
    ? Object.values(what).flatMap(valuesIn)
    : [what];
const says = (rows: unknown[]) => valuesIn(rows).some((value) => value !== null && value !== 0);
const sumOf = (rows: unknown[]) =>
  rows.reduce<number>((sum, row) => sum + Number((row as Row).n ?? (row as Row).total ?? 0), 0);

/** Everything that the database is asked by this query, asked directly: one line for each answer that tells too much. */
export async function tellsTooMuch(
  at: House,
  query: Query,
  names = askers,
  eyesOf: (name: Name) => Scoped = at.as,
): Promise<string[]> {
  const [main = '', ...others] = new Set(asksOf(query).map(({ table }) => table));
  const wrong: string[] = [];
  for (const name of names) {
    const { own, foreign } = await parted(at, name, tables.get(main) as never);
    const secret = new Set(namesOf(main, foreign));
    for (const other of others)
      for (const one of namesOf(other, (await parted(at, name, tables.get(other) as never)).foreign))
        secret.add(one);
    for (const { given, nothing } of questionsAbout(query, main, { own, foreign })) {
      const rows = await asked(eyesOf(name), query, given);
      const leaked = valuesIn(rows).find((value) => secret.has(value));
      const told = (nothing || own.length === 0) && foreign.length > 0 && says(rows);
      if (leaked || told || sumOf(rows) > Math.max(own.length, total(own)))
        wrong.push(`${name} asks "${query.name}" ${written(given)} and hears ${JSON.stringify(rows)}`);
    }
  }
  return wrong;
}

/**
 * Whether its questions prove nothing: not even answered with all there is would it tell anybody too much. Of tables
 * that everybody sees whole: whether it is answered with nothing.
 */
export async function isToothless(at: House, query: Query): Promise<boolean> {
  const system = at.database.as(systemViewer);
  const all = asksOf(query).map(({ table }) => table);
  if (all.every((table) => whose[table]?.every((promise) => promise === 'all'))) {
    const [main = ''] = all;
    const rows = { own: await system.find(tables.get(main) as Seen, undefined, 9_999), foreign: [] };
    for (const { given } of questionsAbout(query, main, rows))
      if (says(await asked(system, query, given))) return false;
    return true;
  }
  for (const name of askers)
    if ((await tellsTooMuch(at, query, [name], () => system)).length > 0) return false;
  return true;
}

const MOST_ASKED = 8;
/** A few questions about theirs and about others', and whether nothing at all may be said about it. */
function questionsAbout(query: Query, main: string, { own, foreign }: Awaited<ReturnType<typeof parted>>) {
  const asItStands = asTheyStand[query.name];
  if (asItStands) return asItStands.map((given) => ({ given, nothing: false }));
  const of = (rows: readonly Row[]) => {
    const all = rows.map((row) => argumentsFrom(query, row)).filter((given) => given !== undefined);
    return new Map(all.map((given) => [written(given), given]));
  };
  const usual = of(own);
  const others = [...of(foreign)].flatMap(([text, given]) => (usual.has(text) ? [] : [given]));
  const namesOne = (given: Row) =>
    Object.keys(given).some((slot) => tellsOneFromAll.test(slot) || (slot === 'code' && keyed.has(main)));
  return [
    ...others.slice(-MOST_ASKED).map((given) => ({ given, nothing: namesOne(given) })),
    ...[...usual.values()].slice(-MOST_ASKED).map((given) => ({ given, nothing: false })),
  ];
}

const namesOf = (table: string, rows: readonly Row[]) =>
  rows.flatMap(({ id, itemId, code }) => [id ?? itemId, ...(keyed.has(table) ? [code] : [])]);
/** Codes that one thing alone has. */
const keyed = new Set(['items', 'return_orders', 'tickets', 'consignments', 'shipments']);
const total = (own: readonly Row[]) => own.reduce((sum, { quantity }) => sum + Number(quantity ?? 0), 0);
