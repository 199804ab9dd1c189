import { getTableColumns, getTableName, type SQL, sql } from 'drizzle-orm';
import type { Connection } from './atomically.ts';
import { compileStatement, type Prepared } from './compiled-statements.ts';
import { askingAbout, mustHaveAsked } from './row-policy.ts';
import { type Seen, slotsFor, type Viewer } from './seen-by.ts';

/** Makes a statement whose values come later, under the conditions of who sees what. */
export type Build = (q: Connection, sees: (table: Seen) => SQL) => unknown;
interface Wanted {
  readonly name: string;
  readonly build: Build;
  readonly through: readonly Seen[];
}

/** The statement of this name for this kind of viewer, prepared once on each connection. */
export function preparedOn(connection: Connection, viewer: Viewer, { name, build, through }: Wanted): Ready {
  const key = `${viewer.as} ${name}`;
  const known = statementsOf(connection);
  const already = known.get(key);
  if (already) return already;
  const asked = new Set(through.map((table) => getTableName(table)));
  const query = build(connection, askingAbout(asked, viewer, slotsFor(viewer))) as {
    prepare(name: string): Prepared;
  };
  mustHaveAsked(name, query, asked);
  const ready = { statement: compileStatement(query.prepare(shortName(key))), tables: asked };
  known.set(key, ready);
  return ready;
}

/** NULL is written into the statement: drizzle hands a placeholder's null to the column's encoder, which may fall over. */
export function shapeOf(table: Seen, row: object) {
  const isColumn = getTableColumns(table);
  const given = Object.entries(row).filter(([name, value]) => name in isColumn && value !== undefined);
  const shape = given.map(([name, value]) => (value === null ? `${name}=null` : name));
  const slots = given.map(([name, value]) => [name, value === null ? sql`null` : sql.placeholder(name)]);
  return { shape: `${getTableName(table)} ${shape}`, slots: Object.fromEntries(slots) };
}

export const anySlot = new Proxy({}, { get: (_, name) => sql.placeholder(String(name)) });

export interface Ready {
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
