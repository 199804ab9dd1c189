import { z } from 'zod';
import {
  countOrders,
  itemStatesOfOrders,
  livesOfOrders,
  orderList,
  orderSorts,
  ordersFound,
  reasonsOfOrders,
} from '../../db/queries/return-list.ts';
import { flagsOfOrders } from '../../db/queries/risks.ts';
import type { Scoped } from '../../db/scope.ts';
import { oneOrMore } from '../http/list-input.ts';
import { listOf, searchAndSort } from '../http/list-route.ts';
import { Side, State, Time, Words } from '../http/shapes.ts';
import type { Told } from '../http/told-cells.ts';
import { stateOf } from '../items/view.ts';
import { returnOrderWorkflow, reviewReasons, reviewReasonsOf } from '../workflow/return-order.ts';
import { statesAsked } from '../workflow/workflow.ts';
import { inBatches } from './announce.ts';
import { Written } from './as-written.ts';
import { Progress, progressOf } from './progress.ts';

const OrderFilter = z.strictObject({
  state: oneOrMore,
  waitsFor: Side.optional(),
  exporter: oneOrMore,
  ...searchAndSort,
});

const OrderRow = z.object({
  code: z.string(),
  state: State,
  stateSince: Time,
  createdAt: Time,
  reference: z.string().nullable(),
  platform: z.string().nullable(),
  country: z.string().nullable(),
  waybill: z.string().nullable(),
  asWritten: Written.nullable(),
  reviewFor: z.array(z.enum(Object.values(reviewReasons))),
  exporter: Words,
  exporterCode: z.string(),
  warehouse: Words,
  lines: z.number(),
  /** Why its things come back: each reason once, by its code. */
  reasons: z.array(z.string()),
  /** How often something about it was noted as a risk; to its exporter, never. */
  risks: z.number(),
  progress: Progress,
});

type Found = Awaited<ReturnType<(typeof orderList)['build']>>[number];

async function presentAll(db: Scoped, found: readonly Found[]): Promise<z.input<typeof OrderRow>[]> {
  const orders = inBatches(found.map(({ id }) => id));
  const states = await Promise.all(
    orders.flatMap((orderIds) => [
      db.list(itemStatesOfOrders, { orderIds }),
      db.list(livesOfOrders, { orderIds }),
    ]),
  );
  const byOrder = new Map(found.map(({ id }) => [id, [] as (typeof states)[number]]));
  const reasons = new Map(found.map(({ id }) => [id, [] as string[]]));
  for (const some of await Promise.all(orders.map((orderIds) => db.list(reasonsOfOrders, { orderIds }))))
    for (const { orderId, reason } of some) reasons.get(orderId)?.push(reason);
  for (const state of states.flat()) byOrder.get(state.orderId ?? '')?.push(state);
  const flags = await Promise.all(orders.map((orderIds) => db.list(flagsOfOrders, { orderIds })));
  const risks = new Map(flags.flat().map(({ orderId, n }) => [orderId, n]));
  return found.map((row) => ({
    ...row,
    risks: risks.get(row.id) ?? 0,
    state: stateOf(returnOrderWorkflow, row.state),
    stateSince: row.stateSince.toISOString(),
    createdAt: row.createdAt.toISOString(),
    reviewFor: reviewReasonsOf(row.reviewFor),
    exporter: { zh: row.exporterZh, en: row.exporterEn },
    warehouse: { zh: row.warehouseZh, en: row.warehouseEn },
    reasons: reasons.get(row.id) ?? [],
    progress: progressOf(row.state, byOrder.get(row.id) ?? []),
  }));
}

export const listOfOrders = listOf({
  filters: OrderFilter,
  query: orderList,
  count: countOrders,
  sorts: orderSorts,
  sortedBy: '-createdAt',
  found: ordersFound,
  meaning: ({ state, waitsFor, ...rest }) => ({
    ...rest,
    state: statesAsked(returnOrderWorkflow, { state }, waitsFor && ((one) => one.waitsFor === waitsFor)),
  }),
  row: OrderRow,
  present: (found, { db }) => presentAll(db, found),
});

export const orderCells = (
  { progress, reviewFor: _, reasons, asWritten, ...order }: z.input<typeof OrderRow>,
  { code }: Told,
) => ({
  ...order,
  ...progress,
  reasons: reasons.map((reason) => code('reason', reason)).join('; '),
  asWritten: Object.values(asWritten ?? {}).join(' · '),
});
