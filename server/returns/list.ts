import { z } from 'zod';
import {
  countOrders,
  itemStatesOfOrders,
  type OrdersAsked,
  orderList,
  orderSorts,
  ordersFound,
} from '../../db/queries/return-list.ts';
import type { Scoped } from '../../db/scope.ts';
import { oneOrMore, searched, sorting } from '../http/list-input.ts';
import type { Download } from '../http/route.ts';
import { State, Time, Words } from '../http/shapes.ts';
import { stateOf } from '../items/view.ts';
import { writeCsv } from '../spreadsheets/write-csv.ts';
import { columns } from '../words/columns.ts';
import { returnOrderWorkflow } from '../workflow/return-order.ts';
import { inBatches } from './announce.ts';
import { OrderView, progressOf } from './view.ts';

export const OrderFilter = z.object({ state: oneOrMore, exporter: oneOrMore });

export const OrderRow = z.object({
  code: z.string(),
  state: State,
  stateSince: Time,
  createdAt: Time,
  reference: z.string().nullable(),
  platform: z.string().nullable(),
  country: z.string().nullable(),
  waybill: z.string().nullable(),
  reviewFor: z.array(z.string()),
  exporter: Words,
  exporterCode: z.string(),
  warehouse: Words,
  lines: z.number(),
  progress: OrderView.shape.progress,
});

type Asked = z.output<typeof OrderFilter> & { search?: string | undefined; sort?: string | undefined };
type Found = Awaited<ReturnType<typeof rowsOf>>[number];
const rowsOf = (db: Scoped, wanted: OrdersAsked) => db.list(orderList, wanted);

export async function findOrders(
  db: Scoped,
  { page, size, sort, ...filter }: Asked & { page: number; size: number },
) {
  const wanted = await searched(db, ordersFound, { ...filter, ...sorting(orderSorts, sort, '-createdAt') });
  const found = await rowsOf(db, { ...wanted, limit: size, offset: (page - 1) * size });
  const [counted] = await db.list(countOrders, wanted);
  return { rows: await presentAll(db, found), total: counted?.n ?? 0, page, size };
}

async function presentAll(db: Scoped, found: readonly Found[]): Promise<z.input<typeof OrderRow>[]> {
  const orders = inBatches(found.map(({ id }) => id));
  const states = await Promise.all(orders.map((orderIds) => db.list(itemStatesOfOrders, { orderIds })));
  const byOrder = new Map(found.map(({ id }) => [id, [] as (typeof states)[number]]));
  for (const state of states.flat()) byOrder.get(state.orderId ?? '')?.push(state);
  return found.map((row) => ({
    ...row,
    state: stateOf(returnOrderWorkflow, row.state),
    stateSince: row.stateSince.toISOString(),
    createdAt: row.createdAt.toISOString(),
    reviewFor: row.reviewFor?.split(',') ?? [],
    exporter: { zh: row.exporterZh, en: row.exporterEn },
    warehouse: { zh: row.warehouseZh, en: row.warehouseEn },
    progress: progressOf(row.state, byOrder.get(row.id) ?? []),
  }));
}

/** The list as a spreadsheet; cells that a spreadsheet would calculate are neutralised. */
export async function ordersAsCsv(db: Scoped, { sort, ...filter }: Asked): Promise<Download> {
  const wanted = await searched(db, ordersFound, { ...filter, ...sorting(orderSorts, sort, '-createdAt') });
  const orders = await presentAll(db, await rowsOf(db, { ...wanted, limit: 10_000, offset: 0 }));
  const rows = orders.map(({ progress, reviewFor: _, ...order }) => ({
    ...order,
    ...progress,
    state: `${order.state.zh} ${order.state.en}`,
    exporter: order.exporter.zh,
    warehouse: order.warehouse.zh,
  }));
  const bytes = writeCsv(columns.returnOrders, rows);
  return { type: 'text/csv; charset=utf-8', name: 'return-orders.csv', bytes };
}
