import { and, eq, getTableColumns, type Placeholder, type SQL, sql } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';

/** Somebody on whose behalf rows are read and written. `system` is the hub itself: jobs, and what the workflow triggers. */
export type Viewer =
  | { readonly as: 'staff'; readonly id: string; readonly warehouse: string }
  | { readonly as: 'exporter'; readonly id: string; readonly organisation: string }
  | { readonly as: 'vendor'; readonly id: string; readonly organisation: string }
  | { readonly as: 'system'; readonly id: string };

/** Nobody in particular: jobs, imports, the demo. Events have called it `house` since the first one, and say it still. */
export const systemViewer = { as: 'system', id: 'house' } as const satisfies Viewer;

export type Guest = Exclude<Viewer['as'], 'system'>;
type Slot = string | Placeholder;
export type Me<Kind extends Guest> = {
  [K in Exclude<keyof Extract<Viewer, { as: Kind }>, 'as'>]: Slot;
};
type Rule<T extends SQLiteTable, Kind extends Guest> =
  | 'nothing'
  | 'everything'
  | ((me: Me<Kind>) => { [Column in keyof T['_']['columns']]?: Slot });

const rules = Symbol('who may see these rows');
export type Seen<T extends SQLiteTable = SQLiteTable> = T & { readonly [rules]: object };

/** Declares, beside the table, which rows each kind of viewer may see: those whose columns equal these values. */
export const seenBy = <T extends SQLiteTable>(who: { [Kind in Guest]: Rule<T, Kind> }, table: T): Seen<T> =>
  Object.assign(table, { [rules]: who });

export class OutOfSight extends Error {}

/** The viewer with every value left open, so that one prepared statement serves all viewers of a kind. */
export const slotsFor = (viewer: Viewer) =>
  Object.fromEntries(Object.keys(viewer).map((key) => [key, sql.placeholder(`me.${key}`)]));
export function valuesOf(viewer: Viewer): object {
  const known = values.get(viewer);
  if (known) return known;
  const all = Object.fromEntries(Object.entries(viewer).map(([key, value]) => [`me.${key}`, value]));
  values.set(viewer, all);
  return all;
}
const values = new WeakMap<Viewer, object>();

/** The part of every WHERE that says whose rows these are. */
export function sight(table: Seen, viewer: Viewer, me: object = viewer): SQL {
  const required = requiredOf(table, viewer, me);
  if (!required) return sql`1 = 0`;
  const columns = getTableColumns(table);
  const own = Object.entries(required).map(([name, value]) => {
    const column = columns[name];
    if (!column) throw new Error(`A rule of sight names ${name}, which is no column.`);
    return eq(column, value);
  });
  return and(...own) ?? sql`1 = 1`;
}

/** Nobody writes a row that they could not read back. */
export function mustBeInSight(table: Seen, viewer: Viewer, row: object, isNew: boolean) {
  const required = requiredOf(table, viewer, viewer);
  const fits = ([name, value]: [string, unknown]) =>
    name in row ? (row as Record<string, unknown>)[name] === value : !isNew;
  if (!required || !Object.entries(required).every(fits))
    throw new OutOfSight(`This row would belong to somebody else than ${viewer.as} ${viewer.id}.`);
}

function requiredOf(table: Seen, viewer: Viewer, me: object): object | undefined {
  if (viewer.as === 'system') return {};
  const rule = (table[rules] as Record<Guest, 'nothing' | 'everything' | ((me: object) => object)>)[
    viewer.as
  ];
  if (rule === 'nothing') return undefined;
  return rule === 'everything' ? {} : rule(me);
}
