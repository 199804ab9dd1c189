import type Sqlite from 'better-sqlite3';
import { Column, getTableName, is, Param, Placeholder, SQL } from 'drizzle-orm';

export interface Prepared {
  execute(values: object): Promise<unknown[]>;
}
interface Asked {
  readonly sql: string;
  readonly params: readonly unknown[];
}
type Decoder = { mapFromDriverValue(value: unknown): unknown };
type Field = Column | SQL | { readonly sql: SQL };
/** What drizzle keeps of a query that it prepared for SQLite; the version is pinned, and a test compares the answers. */
interface Known extends Prepared {
  readonly stmt: Sqlite.Statement<unknown[]>;
  readonly query: Asked;
  readonly fields?: readonly { readonly path: readonly string[]; readonly field: Field }[];
  readonly joinsNotNullableMap?: Readonly<Record<string, boolean>>;
}
type Values = Readonly<Record<string, unknown>>;

/**
 * A prepared query of SQLite that looks up once, and not for each of its executions, how its values are written and
 * its rows are read. Half of what a scan costs went there. A query of another database stays as it is.
 */
export function compileStatement(prepared: Prepared): Prepared {
  const { stmt: asPrepared, query, fields, joinsNotNullableMap } = prepared as Known;
  if (!asPrepared) return prepared;
  const { text, open } = inlineConstants(query);
  const stmt = asPrepared.database.prepare<unknown[]>(text);
  const bind = binderOf(open);
  if (!fields) return { execute: async (values) => [stmt.run(...bind(values as Values))] };
  const read = readerOf(fields, joinsNotNullableMap);
  const rows = stmt.raw();
  return { execute: async (values) => (rows.all(...bind(values as Values)) as unknown[][]).map(read) };
}

/**
 * The statement with its constants in its text. SQLite plans a statement anew whenever a value is bound that its planner
 * looks at, and it looks at every LIMIT: an item read with `limit ?` takes three times as long as with `limit 1`.
 */
export function inlineConstants({ sql, params }: Asked): { text: string; open: readonly unknown[] } {
  const parts = sql.split('?');
  if (parts.length !== params.length + 1) return { text: sql, open: params };
  const written = params.map(literal);
  const text = parts.map((part, at) => part + (at < params.length ? (written[at] ?? '?') : '')).join('');
  return { text, open: params.filter((_, at) => written[at] === undefined) };
}

/** A constant as SQL writes it; undefined for what is bound. */
function literal(param: unknown): string | undefined {
  if (Number.isSafeInteger(param)) return String(param);
  return typeof param === 'string' && !param.includes('\0') ? `'${param.replaceAll("'", "''")}'` : undefined;
}

function binderOf(params: readonly unknown[]): (values: Values) => unknown[] {
  const binds = params.map((param) => {
    if (is(param, Placeholder)) return given(param.name, (value) => value);
    if (is(param, Param) && is(param.value, Placeholder))
      return given(param.value.name, (value) => param.encoder.mapToDriverValue(value));
    return () => param;
  });
  return (values) => binds.map((bind) => bind(values));
}

const given = (name: string, encode: (value: unknown) => unknown) => (values: Values) => {
  const value = values[name];
  if (value === undefined) throw new Error(`No value was given for "${name}".`);
  return encode(value);
};

interface Place {
  readonly at: number;
  readonly name: string;
  /** Null for a column that is read as it is written. */
  readonly decode: ((value: unknown) => unknown) | null;
  /** The table of which it is a column, if it is one. */
  readonly table: string | null;
}

function placeOf(field: Field, name: string, at: number): Place {
  const column = is(field, Column);
  const { decoder } = (column ? { decoder: field } : is(field, SQL) ? field : field.sql) as unknown as {
    decoder: Decoder;
  };
  const asItIs = decoder.mapFromDriverValue === Column.prototype.mapFromDriverValue;
  const decode = asItIs ? null : (value: unknown) => decoder.mapFromDriverValue(value);
  return { at, name, decode, table: column ? getTableName(field.table) : null };
}

function readerOf(fields: NonNullable<Known['fields']>, required: Known['joinsNotNullableMap']) {
  const own: Place[] = [];
  const groups = new Map<string, Place[]>();
  fields.forEach(({ path: [first = '', second], field }, at) => {
    if (second === undefined) own.push(placeOf(field, first, at));
    else groups.set(first, [...(groups.get(first) ?? []), placeOf(field, second, at)]);
  });
  const nested = [...groups].map(([name, places]) => ({ name, places, absent: absence(places, required) }));
  return (row: readonly unknown[]) => {
    const result = fill(own, row);
    for (const { name, places, absent } of nested) result[name] = absent(row) ? null : fill(places, row);
    return result;
  };
}

/** Columns of one joined table are null as a whole when the join found nothing. */
function absence(places: readonly Place[], required: Known['joinsNotNullableMap']) {
  const columns = places.filter(({ table }) => table !== null);
  const [table, ...others] = new Set(columns.map((place) => place.table));
  if (!required || !table || others.length > 0 || required[table]) return () => false;
  return (row: readonly unknown[]) => columns.every(({ at }) => row[at] === null);
}

function fill(places: readonly Place[], row: readonly unknown[]): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const { at, name, decode } of places) {
    const value = row[at];
    result[name] = value === null || decode === null ? value : decode(value);
  }
  return result;
}
