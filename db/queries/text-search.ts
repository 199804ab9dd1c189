import { and, getTableName, type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { dialect } from '../columns.ts';
import { type Listed, listed } from '../named-queries.ts';
import type { Seen } from '../seen-by.ts';
import { holdsText, MAX_ROWS_COUNTED } from './list-parts.ts';

/**
 * What people type into the search of a list is a part of something: of a serial read off a worn label, of a name. The
 * texts of a table find the few rows that hold it without reading the others. When more than a few hold it, their list
 * is read in its order until a page is full, which is then soon.
 */
type Texts = Seen & { readonly id: SQLiteColumn; readonly text: SQLiteColumn };

/** So many found rows are quickly sorted. */
export const MAX_IDS_SORTED = 1_000;
/** No more are looked for: no list is counted any further. */
export const MAX_IDS_FOUND = MAX_ROWS_COUNTED + 1;

/** The ids of the rows whose text holds the fragment: a part of a statement. */
export const idsHolding = (texts: Texts, fragment: string): SQL =>
  sql`(select ${texts.id} from ${texts} where ${match(texts, fragment)} and ${holdsText(fragment, texts.text)})`;

/** The ids of a table's rows in sight whose text holds what was searched for, up to `MAX_IDS_FOUND`. */
export const rowsHolding = (
  name: string,
  table: Seen & { readonly id: SQLiteColumn },
  texts: Texts,
): Listed<{ readonly search: string }, { id: string }> =>
  listed(
    name,
    (q, sees, { search }) =>
      q
        .select({ id: sql<string>`${table.id}` })
        .from(table)
        .where(and(sees(table), sql`${table.id} in ${idsHolding(texts, search)}`))
        .limit(MAX_IDS_FOUND),
    [texts],
  );

/** One of these ids, however many they are, in one value. */
export const among = (column: SQLiteColumn, ids: readonly string[]): SQL =>
  dialect === 'postgres'
    ? sql`${column} = any(${sql.param(ids)}::text[])`
    : sql`${column} in (select value from json_each(${JSON.stringify(ids)}))`;

/** Codes are read off labels from the left, and a scanner gives all of one: the column begins with what was typed. */
export function startsWith(code: SQLiteColumn, typed: string): SQL {
  const start = typed.toUpperCase().replace(/[\s\-%_\\]/g, '');
  if (!start) return sql`1 = 0`;
  if (dialect === 'postgres') return sql`${code} like ${`${start}%`}`;
  return sql`${code} >= ${start} and ${code} < ${`${start}~`}`;
}

/**
 * Three characters in a row, and the next three, and the last three: whatever holds them all is looked at itself, so the
 * ones between need not be asked for, and each costs a list of all rows that hold it. A shorter fragment is one as it is.
 */
function grams(fragment: string): string[] {
  const signs = [...fragment.toLowerCase()];
  const last = Math.max(0, signs.length - 3);
  const starts = signs.map((_, at) => at).filter((at) => at === last || (at < last && at % 3 === 0));
  return [...new Set(starts.map((at) => signs.slice(at, at + 3).join('')))];
}

const match = dialect === 'postgres' ? onPostgres : onSqlite;

function onPostgres(texts: Texts, fragment: string): SQL {
  return sql`grams(${texts.text}) @> ${sql.param(grams(fragment))}::text[]`;
}

/** FTS5 finds trigrams only: a shorter fragment is searched as every trigram that begins with it, up to this many. */
const MAX_TRIGRAMS_PER_PREFIX = 300;
/** Sorts after everything that a text may hold: the upper end of all that begins with a prefix. */
const LAST_CODE_POINT = '\u{10ffff}';

function onSqlite(texts: Texts, fragment: string): SQL {
  const parts = grams(fragment);
  const [first = ''] = parts;
  if ([...first].length === 3)
    return sql`${texts} match ${parts.map((gram) => `"${gram.replaceAll('"', '""')}"`).join(' ')}`;
  const beginnings = sql`select term from ${sql.identifier(`${getTableName(texts)}_grams`)}
    where term >= ${first} and term < ${first + LAST_CODE_POINT} limit ${MAX_TRIGRAMS_PER_PREFIX}`;
  return sql`${texts} match
    (select coalesce(group_concat('"' || replace(term, '"', '""') || '"', ' OR '), '""') from (${beginnings}))`;
}
