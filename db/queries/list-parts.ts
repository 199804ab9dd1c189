import { count, or, type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { Connection } from '../atomically.ts';

/** What a person typed, in small letters; their % and _ mean themselves. */
const plain = (text: string) => text.toLowerCase().replace(/[\\%_]/g, (sign) => `\\${sign}`);
const oneLike = (pattern: string, columns: readonly SQLiteColumn[]) =>
  or(...columns.map((column) => sql`lower(${column}) like ${pattern} escape '\\'`));

/** Whether one of the columns holds what a person typed, whatever its case. */
export const holdsText = (text: string | undefined, ...columns: readonly SQLiteColumn[]): SQL | undefined =>
  text ? oneLike(`%${plain(text)}%`, columns) : undefined;
/** Whether one of the columns begins with it. */
export const beginsWith = (text: string, ...columns: readonly SQLiteColumn[]): SQL | undefined =>
  oneLike(`${plain(text)}%`, columns);

/** What every list is asked beside its filters. */
export interface Page<Sort> {
  readonly search?: string | undefined;
  readonly sort: Sort;
  readonly descending: boolean;
  readonly limit: number;
  readonly offset: number;
}

/** Nobody turns more pages than this, so no list is counted any further: one more means "and more". */
export const MAX_ROWS_COUNTED = 10_000;
export const oneColumn = { one: sql<number>`1`.as('one') };
interface Counted {
  as(name: 'found'): Parameters<ReturnType<Connection['select']>['from']>[0];
}
/** How many rows a query finds that stops at `MAX_ROWS_COUNTED` and one. */
export const cappedCount = (q: Connection, found: Counted) =>
  q.select({ n: count() }).from(found.as('found'));
