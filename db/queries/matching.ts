import { or, type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';

/** Whether one of the columns holds what a person typed, whatever its case; their % and _ mean themselves. */
export function holdsText(text: string | undefined, ...columns: readonly SQLiteColumn[]): SQL | undefined {
  if (!text) return undefined;
  const pattern = `%${text.toLowerCase().replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  return or(...columns.map((column) => sql`lower(${column}) like ${pattern} escape '\\'`));
}

/** What every list is asked beside its filters. */
export interface Page<Sort> {
  readonly search?: string | undefined;
  readonly sort: Sort;
  readonly descending: boolean;
  readonly limit: number;
  readonly offset: number;
}
