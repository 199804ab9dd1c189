import { and, count, eq, getTableName, type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { Atomically, Connection, Lease } from './atomically.ts';
import { dialect } from './columns.ts';
import type { Listed, Named, Slots } from './named-queries.ts';
import { anySlot, type Build, preparedOn, type Ready, shapeOf } from './prepared-statements.ts';
import { askingAbout, mustHaveAsked } from './row-policy.ts';
import { mustBeInSight, OutOfSight, type Seen, sight, type Viewer, valuesOf } from './seen-by.ts';

type Row<T extends Seen> = T['$inferSelect'];
type NewRow<T extends Seen> = T['$inferInsert'];
type Keyed = Seen & { readonly id: SQLiteColumn };

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
   * The same data, seen by the system. Whoever asks must see what they ask about; what the workflow then reads and
   * writes on their behalf may lie beyond their sight. A house rule names the few files that may call this.
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

  /** Whatever is read in it is of one moment, however many questions that takes and whatever is written meanwhile. */
  snapshot<R>(work: (db: Scoped) => Promise<R>): Promise<R> {
    const { snapshot } = this.lease;
    return snapshot ? snapshot((lease) => work(new Scoped(lease, this.alone, this.viewer))) : work(this);
  }

  atomically<R>(work: (tx: Writing) => Promise<R>): Promise<R> {
    return this.alone((lease) => work(new Writing(lease, this.alone, this.viewer)));
  }

  protected get connection(): Connection {
    if (this.lease.over)
      throw new Error('This transaction is over; nothing may be done through it any more.');
    return this.lease.on;
  }

  protected prepared(name: string, build: Build, through: readonly Seen[] = []): Ready {
    return preparedOn(this.lease.quick ?? this.connection, this.viewer, { name, build, through });
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
