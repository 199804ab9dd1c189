import { z } from 'zod';
import { countOrders, itemStatesOfOrders, orderList, orderSorts } from '../../db/queries/return-list.ts';
import type { Scoped } from '../../db/scope.ts';
import { stateOf } from '../items/view.ts';
import { oneOrMore, sorting } from '../listing.ts';
import { State, Time, Words } from '../shapes.ts';
import { returnOrderWorkflow } from '../workflow/return-order.ts';
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

type Asked = z.output<typeof OrderFilter> & {
  search?: string | undefined;
  sort?: string | undefined;
  page: number;
  size: number;
};

export async function findOrders(db: Scoped, { page, size, sort, ...filter }: Asked) {
  const wanted = { ...filter, ...sorting(orderSorts, sort, '-createdAt') };
  const found = await db.list(orderList, { ...wanted, limit: size, offset: (page - 1) * size });
  const [counted] = await db.list(countOrders, wanted);
  const states = found.length
    ? await db.list(itemStatesOfOrders, { orderIds: found.map(({ id }) => id) })
    : [];
  const rows = found.map((row) => ({
    ...row,
    state: stateOf(returnOrderWorkflow, row.state),
    stateSince: row.stateSince.toISOString(),
    createdAt: row.createdAt.toISOString(),
    reviewFor: row.reviewFor?.split(',') ?? [],
    exporter: { zh: row.exporterZh, en: row.exporterEn },
    warehouse: { zh: row.warehouseZh, en: row.warehouseEn },
    progress: progressOf(
      row.state,
      states.filter(({ orderId }) => orderId === row.id),
    ),
  }));
  return { rows, total: counted?.n ?? 0, page, size };
}
