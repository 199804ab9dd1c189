import { z } from 'zod';
import { countItems, type ItemsAsked, itemList, itemSorts, itemsFound } from '../../db/queries/item-list.ts';
import type { Scoped } from '../../db/scope.ts';
import type { Actor } from '../access/permissions.ts';
import { daysLeft, shanghaiDate } from '../customs/dates.ts';
import { oneOrMore, searched, sorting } from '../http/list-input.ts';
import type { Download } from '../http/route.ts';
import { line, State, Time, Words } from '../http/shapes.ts';
import { writeCsv } from '../spreadsheets/write-csv.ts';
import { columns } from '../words/columns.ts';
import { itemWorkflow } from '../workflow/item.ts';
import { stateOf } from './view.ts';

/** Several values of one filter are joined by commas. */
export const ItemFilter = z.object({
  state: oneOrMore,
  phase: oneOrMore,
  grade: oneOrMore,
  disposition: oneOrMore,
  exporter: oneOrMore,
  sku: line(64).optional(),
  order: line(32).optional(),
  location: line(32).optional(),
  held: z.enum(['yes']).optional(),
  /** Days left on the nearer of the two customs clocks: at most so many. */
  window: z.coerce.number().int().min(0).max(400).optional(),
});
type Filter = z.output<typeof ItemFilter>;
type Asked = Filter & { search?: string | undefined; sort?: string | undefined };

export const ItemRow = z.object({
  code: z.string(),
  state: State,
  stateSince: Time,
  quantity: z.number(),
  serial: z.string().nullable(),
  sku: z.string().nullable(),
  name: Words,
  exporter: Words,
  exporterCode: z.string().nullable(),
  location: z.string().nullable(),
  grade: z.string().nullable(),
  disposition: z.string().nullable(),
  hazard: z.boolean(),
  holds: z.number(),
  order: z.string().nullable(),
  windowDays: z.number().nullable(),
  receivedAt: Time.nullable(),
});

function asked(input: Asked, now: Date): Omit<ItemsAsked, 'limit' | 'offset'> {
  const { sort, phase, state, ...rest } = input;
  const inPhase = Object.entries<{ phase: string }>(itemWorkflow.states).filter(([, s]) =>
    phase?.includes(s.phase),
  );
  const states = [...(state ?? []), ...inPhase.map(([name]) => name)];
  const unmet = phase && states.length === 0 ? ['none'] : states;
  return {
    ...rest,
    state: unmet.length ? unmet : undefined,
    ...sorting(itemSorts, sort, '-stateSince'),
    today: shanghaiDate(now),
  };
}

export async function findItems(
  db: Scoped,
  actor: Actor,
  { page, size, ...filter }: Asked & { page: number; size: number },
  now: Date,
) {
  const wanted = await searched(db, itemsFound, asked(filter, now));
  const found = await db.list(itemList, { ...wanted, limit: size, offset: (page - 1) * size });
  const { search: _, sort: _by, ...filters } = filter;
  const counted = wanted.many !== undefined && Object.values(filters).every((one) => one === undefined);
  const total = counted ? wanted.many : (await db.list(countItems, wanted))[0]?.n;
  return { rows: found.map((row) => present(row, actor, now)), total: total ?? 0, page, size };
}

type Found = Awaited<ReturnType<typeof rowsOf>>[number];
const rowsOf = (db: Scoped, wanted: ItemsAsked) => db.list(itemList, wanted);

function present(row: Found, actor: Actor, now: Date): z.input<typeof ItemRow> {
  const until = [row.taxReliefUntil, row.supervisionUntil].filter((date) => date !== null).sort()[0];
  return {
    ...row,
    state: stateOf(itemWorkflow, row.state),
    stateSince: row.stateSince.toISOString(),
    name: { zh: row.nameZh ?? row.description ?? '', en: row.nameEn ?? row.description ?? '' },
    exporter: { zh: row.exporterZh ?? '', en: row.exporterEn ?? '' },
    location: actor.viewer.as === 'staff' ? row.location : null,
    windowDays: until ? daysLeft(until, shanghaiDate(now)) : null,
    receivedAt: row.receivedAt?.toISOString() ?? null,
  };
}

/** The list as a spreadsheet; cells that a spreadsheet would calculate are neutralised. */
export async function itemsAsCsv(db: Scoped, actor: Actor, filter: Asked, now: Date): Promise<Download> {
  const wanted = await searched(db, itemsFound, asked(filter, now));
  const found = await rowsOf(db, { ...wanted, limit: 10_000, offset: 0 });
  const rows = found.map((row) => {
    const it = present(row, actor, now);
    return { ...it, state: `${it.state.zh} ${it.state.en}`, name: it.name.zh, exporter: it.exporter.zh };
  });
  return { type: 'text/csv; charset=utf-8', name: 'items.csv', bytes: writeCsv(columns.items, rows) };
}
