import { eq, getTableColumns } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { z } from 'zod';
import { countRecords, type RecordTable, recordList } from '../../db/queries/master-data-lists.ts';
import type { Scoped, Writing } from '../../db/scope.ts';
import { nouns, problems } from '../words/problems.ts';
import type { Words } from '../words/words.ts';
import { yesOrNo } from './list-input.ts';
import { listOf, searchAndSort } from './list-route.ts';
import { omitUndefined } from './omit-undefined.ts';
import { conflict, notFound } from './problem.ts';

type Row<T extends RecordTable> = T['$inferSelect'];
type Name<T extends RecordTable> = keyof Row<T> & string;

interface RecordList<T extends RecordTable, F extends z.ZodRawShape, R extends z.ZodType> {
  /** Beside whether it is in use: each is called like the column that it is about. */
  readonly filters?: F & { readonly [name in keyof F]: name extends Name<T> ? F[name] : never };
  readonly searched: readonly Name<T>[];
  readonly sorts: readonly Name<T>[];
  readonly row: R;
  present(row: Row<T>): z.input<R>;
}

/** The list of one table of master data, by code unless somebody asks for another order. */
export function listOfRecords<T extends RecordTable, F extends z.ZodRawShape, R extends z.ZodType>(
  table: T,
  { filters, searched, sorts: sorting, row, present }: RecordList<T, F, R>,
) {
  const columns = getTableColumns(table) as Readonly<Record<string, SQLiteColumn>>;
  const named = (names: readonly string[]) =>
    names.flatMap((name) => (columns[name] ? [[name, columns[name]] as const] : []));
  const sorts = Object.fromEntries(named(sorting));
  const looksIn = named(searched).map(([, column]) => column);
  return listOf({
    filters: z.strictObject({ ...(filters as F), active: yesOrNo, ...searchAndSort }),
    query: recordList,
    count: countRecords,
    sorts,
    sortedBy: 'code',
    meaning: (asked: Readonly<Record<string, unknown>>) => ({
      ...{ table, sorts, searched: looksIn },
      where: named(Object.keys(asked)).flatMap(([name, column]) =>
        asked[name] === undefined ? [] : [[column, asked[name]] as const],
      ),
    }),
    row,
    present: (found) => (found as Row<T>[]).map(present),
  });
}

/** @throws Problem 404 where no row that the viewer sees has this code */
export async function recordOf<T extends RecordTable>(
  db: Scoped,
  table: T,
  code: string,
  noun: Words = nouns.record,
): Promise<Row<T>> {
  const found = await db.first(table, eq(table.code, code));
  if (!found) throw notFound(noun, code);
  return found;
}

/** @throws Problem 409 where its code, or whatever else only one may have, is taken */
export async function addRecord<T extends RecordTable>(
  tx: Writing,
  table: T,
  row: T['$inferInsert'],
  taken: Words = problems.taken,
): Promise<void> {
  if (!(await tx.claim(table, row))) throw conflict('taken', taken);
}

/** Changes what is said of it anew; nothing, where nothing is said. */
export async function changeRecord<T extends RecordTable>(
  tx: Writing,
  table: T,
  before: { readonly id: string },
  said: object,
): Promise<void> {
  const set = omitUndefined(said) as Partial<T['$inferInsert']>;
  if (Object.keys(set).length) await tx.change(table, before, set);
}
