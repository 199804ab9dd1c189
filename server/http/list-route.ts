import { z } from 'zod';
import type { Listed } from '../../db/named-queries.ts';
import type { Scoped } from '../../db/scope.ts';
import type { Viewer } from '../../db/seen-by.ts';
import type { Actor, Permission } from '../access/permissions.ts';
import { problems } from '../words/problems.ts';
import { searched, sorting } from './list-input.ts';
import { unusable } from './problem.ts';
import type { Call as AnyCall } from './request-context.ts';
import { route } from './route.ts';
import { paged, list as pageOf } from './shapes.ts';

/** For whom, and when, a row is shown. */
export interface Viewing {
  readonly db: Scoped;
  readonly actor: Actor;
  readonly now: Date;
}
const pages = { page: paged.page, size: paged.size };
/** What a list that can be searched and sorted is asked beside its filters. */
export const searchAndSort = { search: paged.search, sort: paged.sort };

type OfThePage = 'search' | 'found' | 'sort' | 'descending' | 'limit' | 'offset';
/** Whatever a query wants to know that is not the same for all lists. */
type Meant<Asked> = Omit<Asked, OfThePage>;

interface ListBase<F extends z.ZodRawShape, Asked, Found, R extends z.ZodType> {
  /** What may be asked of it: filters, and `searchAndSort` where it offers them. */
  readonly filters: z.ZodObject<F, z.core.$strict>;
  readonly query: Listed<Asked, Found>;
  readonly count: Listed<Omit<Asked, 'limit' | 'offset'>, { n: number }>;
  /** The columns by which it may be sorted, and the one by which it is unless somebody says otherwise. */
  readonly sorts?: object;
  readonly sortedBy?: string;
  /** Looks for the rows that a search means, where the query does not do so itself. */
  readonly found?: Listed<{ readonly search: string }, { readonly id: string }>;
  /** Without a filter, a search that found many need not be counted again. */
  readonly foundIsCounted?: true;
  readonly row: R;
  /** Fields that not every side sees: the others find null there, and may neither filter nor sort by them. */
  readonly seenOnlyBy?: { readonly [field in string & keyof z.input<R>]?: readonly Viewer['as'][] };
  present(found: readonly Found[], viewing: Viewing): z.input<R>[] | Promise<z.input<R>[]>;
}
/** What the filters mean to the query; themselves, where they are what it asks for. */
type Meaning<F extends z.ZodRawShape, Asked> =
  z.output<z.ZodObject<F>> extends Meant<Asked>
    ? { meaning?(filters: z.output<z.ZodObject<F>>, now: Date): Meant<Asked> }
    : { meaning(filters: z.output<z.ZodObject<F>>, now: Date): Meant<Asked> };

export type List<F extends z.ZodRawShape, Asked, Found, R extends z.ZodType> = ListBase<F, Asked, Found, R> &
  Meaning<F, Asked>;

/** Declares a list: its filters, its queries, its sorts and how its rows are shown. */
export const listOf = <F extends z.ZodRawShape, Asked, Found, R extends z.ZodType>(
  declared: List<F, Asked, Found, R>,
): List<F, Asked, Found, R> => declared;

export type Filters = Readonly<Record<string, unknown>> & {
  readonly search?: string;
  readonly sort?: string;
};
/** Any list: what it is asked and finds was checked where it was declared. */
export type AnyList = ListBase<z.ZodRawShape, object, unknown, z.ZodType> & {
  meaning?(filters: Filters, now: Date): object;
};

/** The fields of this list that are hidden from whoever asks. */
export const hiddenFrom = ({ seenOnlyBy = {} }: AnyList, { actor }: Viewing): readonly string[] =>
  Object.entries<readonly string[] | undefined>(seenOnlyBy).flatMap(([field, sides]) =>
    sides?.includes(actor.viewer.as) ? [] : [field],
  );

/** @throws Problem 422 for a filter or a sort by what the asker does not see: the answers would tell it all the same */
function mayBeAsked(filters: Filters, hidden: readonly string[]) {
  const asked = Object.keys(filters).filter((name) => filters[name] !== undefined);
  const by = filters.sort?.replace(/^-/, '') ?? '';
  const told = hidden.filter((field) => asked.includes(field) || by === field);
  if (told.length > 0)
    throw unusable(
      told.map((field) => ({ path: [field], code: 'hidden', words: problems.hidden })),
      problems.hidden,
    );
}

const withoutHidden = (rows: readonly unknown[], hidden: readonly string[]) =>
  hidden.length === 0
    ? rows
    : rows.map((row) => ({
        ...(row as object),
        ...Object.fromEntries(hidden.map((field) => [field, null])),
      }));

/** What its query is asked for these filters. @throws Problem 422 for what it does not offer to whoever asks */
export async function wantedFrom(list: AnyList, filters: Filters, viewing: Viewing) {
  const { db, now } = viewing;
  mayBeAsked(filters, hiddenFrom(list, viewing));
  const { sort, ...rest } = filters;
  const meant = list.meaning ? list.meaning(rest, now) : rest;
  const wanted = {
    ...meant,
    ...(rest.search === undefined ? {} : { search: rest.search }),
    ...(list.sorts ? sorting(list.sorts, sort, list.sortedBy ?? '') : {}),
  };
  return list.found ? searched(db, list.found, wanted) : wanted;
}

export const rowsShown = async (list: AnyList, found: readonly unknown[], viewing: Viewing) =>
  withoutHidden(await list.present(found, viewing), hiddenFrom(list, viewing));

/** One page of a list, and how many rows there are in all. */
export async function findPage<F extends z.ZodRawShape, Asked, Found, R extends z.ZodType>(
  declared: List<F, Asked, Found, R>,
  viewing: Viewing,
  { page, size, ...filters }: z.output<z.ZodObject<F>> & { page: number; size: number },
): Promise<{ rows: z.input<R>[]; total: number; page: number; size: number }> {
  const list = declared as unknown as AnyList;
  const wanted = await wantedFrom(list, filters as Filters, viewing);
  const found = await viewing.db.list(list.query, { ...wanted, limit: size, offset: (page - 1) * size });
  const rows = await rowsShown(list, found, viewing);
  return { rows: rows as z.input<R>[], total: await totalOf(list, wanted, filters, viewing), page, size };
}

async function totalOf(
  list: AnyList,
  wanted: { readonly search?: string; readonly many?: number },
  filters: Filters,
  { db }: Viewing,
) {
  const { search: _, sort: _by, ...others } = filters;
  const isFiltered = Object.values(others).some((one) => one !== undefined);
  if (list.foundIsCounted && wanted.many !== undefined && !isFiltered) return wanted.many;
  return (await db.list(list.count, wanted))[0]?.n ?? 0;
}

interface About {
  readonly summary: string;
  readonly needs: Permission;
}
export const viewingOf = ({ db, actor, context }: AnyCall<unknown>): Viewing => ({
  db,
  actor,
  now: context.now,
});

/** A list, a page at a time. */
export const listRoute = <
  const E extends `GET /${string}`,
  F extends z.ZodRawShape,
  A,
  T,
  R extends z.ZodType,
>(
  endpoint: E,
  list: List<F, A, T, R>,
  {
    inReadWorker,
    ...about
  }: About & { readonly inReadWorker?: (input: { readonly search?: string | undefined }) => boolean },
) =>
  route(endpoint, {
    ...about,
    ...(inReadWorker ? { inReadWorker: inReadWorker as (input: unknown) => boolean } : {}),
    input: z.strictObject({ ...list.filters.shape, ...pages }),
    reply: pageOf(list.row),
    handle: (call) => findPage(list, viewingOf(call), call.input as never) as never,
  });
