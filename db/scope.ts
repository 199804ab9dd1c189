import { and, count, eq, getTableColumns, getTableName, type Placeholder, type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { Atomically, Connection, Lease } from './atomically.ts';
import { dialect } from './columns.ts';
import { compileStatement, type Prepared } from './compiled-statements.ts';
import { mustBeInSight, OutOfSight, type Seen, sight, slotsFor, type Viewer, valuesOf } from './seen-by.ts';

type Row<T extends Seen> = T['$inferSelect'];
type NewRow<T extends Seen> = T['$inferInsert'];
type Keyed = Seen & { readonly id: SQLiteColumn };
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

/** The data as one viewer may see it. It reads; to write, one must be alone: see `atomically`. */
export class Scoped {
  /** SQLite has one writer: what is not there now is not there until this work is done. */
  readonly hasSingleWriter = dialect === 'sqlite';
  readonly viewer: Viewer;
  protected readonly lease: Lease;
  protected readonly alone: Atomically;

  constructor(lease: Lease, atomically: Atomically, viewer: Viewer) {
    this.lease = lease;
    this.alone = atomically;
    this.viewer = viewer;
  }

  /**
   * The same data, seen by the hub itself. Who asks must see what they ask about; what the workflow then looks at
   * and orders is the house's. A house rule names the few files that may call this.
   */
  asSystem(): Scoped {
    return new Scoped(this.lease, this.alone, { as: 'system', id: this.viewer.id });
  }

  /** At most `limit` rows, in no promised order; whoever needs pages or an order names a query. */
  async find<T extends Seen>(table: T, where?: SQL, limit = 200): Promise<Row<T>[]> {
    const query = this.connection.select().from(table as Seen);
    return query.where(and(sight(table, this.viewer), where)).limit(limit) as Promise<Row<T>[]>;
  }

  async first<T extends Seen>(table: T, where?: SQL): Promise<Row<T> | undefined> {
    return (await this.find(table, where, 1))[0];
  }

  async count(table: Seen, where?: SQL): Promise<number> {
    const query = this.connection.select({ n: count() }).from(table);
    return (await query.where(and(sight(table, this.viewer), where)))[0]?.n ?? 0;
  }

  async ask<Args extends object, R>(query: Named<Args, R>, given: Args): Promise<R[]> {
    const { statement, tables } = this.prepared(
      query.name,
      (q, sees) => query.build(q, sees, anySlot as Slots<Args>),
      query.through,
    );
    const values = { ...given, ...valuesOf(this.viewer) };
    const ask = () => statement.execute(values);
    const { cache } = this.lease;
    if (!cache) return ask() as Promise<R[]>;
    const question = `${this.viewer.as} ${query.name} ${JSON.stringify(values)}`;
    return cache.load(question, tables, ask) as Promise<R[]>;
  }

  async list<Args, R>(query: Listed<Args, R>, given: Args): Promise<R[]> {
    const asked = new Set(query.through.map((table) => getTableName(table)));
    const built = query.build(this.connection, askingAbout(asked, this.viewer, this.viewer), given);
    mustHaveAsked(query.name, built, asked);
    return built;
  }

  atomically<R>(work: (tx: Writing) => Promise<R>): Promise<R> {
    return this.alone((lease) => work(new Writing(lease, this.alone, this.viewer)));
  }

  protected get connection(): Connection {
    if (this.lease.over)
      throw new Error('This transaction is over; nothing may be done through it any more.');
    return this.lease.on;
  }

  protected prepared(
    name: string,
    build: (q: Connection, sees: (table: Seen) => SQL) => unknown,
    through: readonly Seen[] = [],
  ): Ready {
    const key = `${this.viewer.as} ${name}`;
    const connection = this.lease.quick ?? this.connection;
    const known = statementsOf(connection);
    const already = known.get(key);
    if (already) return already;
    const asked = new Set(through.map((table) => getTableName(table)));
    const query = build(connection, askingAbout(asked, this.viewer, slotsFor(this.viewer))) as {
      prepare(name: string): Prepared;
    };
    mustHaveAsked(name, query, asked);
    const ready = { statement: compileStatement(query.prepare(shortName(key))), tables: asked };
    known.set(key, ready);
    return ready;
  }
}

/** A scope inside a transaction. Calling atomically again stays in it. */
export class Writing extends Scoped {
  override asSystem(): Writing {
    return new Writing(this.lease, this.alone, { as: 'system', id: this.viewer.id });
  }

  override atomically<R>(work: (tx: Writing) => Promise<R>): Promise<R> {
    return work(this);
  }

  #writes(table: Seen) {
    this.lease.cache?.invalidate(getTableName(table));
  }

  async add<T extends Seen>(table: T, row: NewRow<T>): Promise<void> {
    mustBeInSight(table, this.viewer, row, true);
    this.#writes(table);
    const { shape, slots } = shapeOf(table, row);
    const { statement } = this.prepared(`add ${shape}`, (q) =>
      q.insert(table as Seen).values(slots as never),
    );
    await statement.execute(row);
  }

  /**
   * Many rows of one table at once: on PostgreSQL in statements of up to 50 rows, as each is a way there and back; on
   * SQLite one by one, as one that stands ready costs less than planning one for many.
   */
  async addMany<T extends Seen>(table: T, rows: readonly NewRow<T>[]): Promise<void> {
    if (this.hasSingleWriter) {
      for (const row of rows) await this.add(table, row);
      return;
    }
    for (const row of rows) mustBeInSight(table, this.viewer, row, true);
    for (let from = 0; from < rows.length; from += 50) {
      this.#writes(table);
      await this.connection.insert(table as Seen).values(rows.slice(from, from + 50) as never);
    }
  }

  /**
   * Adds the row unless its key is taken, and says whether it did. Reading first and then adding would be right too,
   * but under SERIALIZABLE it makes strangers fail: a read locks its whole page of the index against their inserts.
   */
  async claim<T extends Keyed>(table: T, row: NewRow<T>): Promise<boolean> {
    mustBeInSight(table, this.viewer, row, true);
    this.#writes(table);
    const { shape, slots } = shapeOf(table, row);
    const { statement } = this.prepared(`claim ${shape}`, (q) =>
      q
        .insert(table as Keyed)
        .values(slots as never)
        .onConflictDoNothing()
        .returning({ id: table.id }),
    );
    return (await statement.execute(row)).length === 1;
  }

  async change<T extends Keyed>(table: T, { id }: { id: string }, set: Partial<NewRow<T>>): Promise<void> {
    mustBeInSight(table, this.viewer, set, false);
    this.#writes(table);
    const { shape, slots } = shapeOf(table, set);
    const { statement } = this.prepared(`change ${shape}`, (q, sees) =>
      q
        .update(table as Keyed)
        .set(slots as never)
        .where(and(eq(table.id, sql.placeholder('its id')), sees(table)))
        .returning({ id: table.id }),
    );
    const changed = await statement.execute({ ...set, ...valuesOf(this.viewer), 'its id': id });
    if (changed.length !== 1) throw new OutOfSight(`There is no ${getTableName(table)} ${id} to change.`);
  }

  async remove<T extends Keyed>(table: T, { id }: { id: string }): Promise<void> {
    this.#writes(table);
    const { statement } = this.prepared(`remove ${getTableName(table)}`, (q, sees) =>
      q
        .delete(table as Keyed)
        .where(and(eq(table.id, sql.placeholder('its id')), sees(table)))
        .returning({ id: table.id }),
    );
    const removed = await statement.execute({ ...valuesOf(this.viewer), 'its id': id });
    if (removed.length !== 1) throw new OutOfSight(`There is no ${getTableName(table)} ${id} to remove.`);
  }
}

const askingAbout = (asked: Set<string>, viewer: Viewer, me: object) => (table: Seen) => {
  asked.add(getTableName(table));
  return sight(table, viewer, me);
};

/**
 * A query that touches a table must have asked who sees it, or said that it gets there through a row in sight. The
 * grams of a table of texts go with it.
 */
function mustHaveAsked(name: string, query: unknown, asked: Set<string>) {
  const { sql: text } = (query as { toSQL(): { sql: string } }).toSQL();
  for (const [, read, changed] of text.matchAll(/\b(?:from|join) "?(\w+)\b(?!\()|^update "(\w+)/g)) {
    const table = (read ?? changed)?.replace(/_grams$/, '');
    if (table && !asked.has(table))
      throw new Error(`The query "${name}" reads ${table} without asking who sees it.`);
  }
}

/** NULL is written into the statement: drizzle hands a placeholder's null to the column's encoder, which may fall over. */
function shapeOf(table: Seen, row: object) {
  const isColumn = getTableColumns(table);
  const given = Object.entries(row).filter(([name, value]) => name in isColumn && value !== undefined);
  const shape = given.map(([name, value]) => (value === null ? `${name}=null` : name));
  const slots = given.map(([name, value]) => [name, value === null ? sql`null` : sql.placeholder(name)]);
  return { shape: `${getTableName(table)} ${shape}`, slots: Object.fromEntries(slots) };
}

const anySlot = new Proxy({}, { get: (_, name) => sql.placeholder(String(name)) });

interface Ready {
  readonly statement: Prepared;
  /** All that it touches: it asked who sees each, or came through it. */
  readonly tables: ReadonlySet<string>;
}
const statements = new WeakMap<Connection, Map<string, Ready>>();
function statementsOf(connection: Connection) {
  const known = statements.get(connection) ?? new Map<string, Ready>();
  statements.set(connection, known);
  return known;
}

/** PostgreSQL cuts names at 63 bytes, and one name must mean one statement on every connection. */
const shortNames = new Map<string, string>();
function shortName(key: string) {
  const short = shortNames.get(key) ?? `q${shortNames.size}`;
  shortNames.set(key, short);
  return short;
}
