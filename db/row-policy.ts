import { getTableName } from 'drizzle-orm';
import { type Seen, sight, type Viewer } from './seen-by.ts';

/** Who sees a table, and that it was asked: a query is only prepared when it asked about all that it touches. */
export const askingAbout = (asked: Set<string>, viewer: Viewer, me: object) => (table: Seen) => {
  asked.add(getTableName(table));
  return sight(table, viewer, me);
};

/**
 * A query that touches a table must have asked who sees it, or said that it gets there through a row in sight. The
 * grams of a table of texts go with it.
 */
export function mustHaveAsked(name: string, query: unknown, asked: Set<string>) {
  const { sql: text } = (query as { toSQL(): { sql: string } }).toSQL();
  for (const [, read, changed] of text.matchAll(/\b(?:from|join) "?(\w+)\b(?!\()|^update "(\w+)/g)) {
    const table = (read ?? changed)?.replace(/_grams$/, '');
    if (table && !asked.has(table))
      throw new Error(`The query "${name}" reads ${table} without asking who sees it.`);
  }
}
