import { z } from 'zod';
import { organisationById, warehouseById } from '../../db/queries/master-data.ts';
import { itemsOfOrder, linesInWords } from '../../db/queries/returns.ts';
import type { Scoped } from '../../db/scope.ts';
import type { Actor } from '../access/permissions.ts';
import { OpenStep } from '../entities/step-shapes.ts';
import { State, Time, version, Words } from '../http/shapes.ts';
import { stateOf } from '../items/view.ts';
import { itemWorkflow } from '../workflow/item.ts';
import { openStepsOf } from '../workflow/open-steps.ts';
import { returnOrderWorkflow, reviewReasons, reviewReasonsOf } from '../workflow/return-order.ts';
import { factsOf } from '../workflow/workflow.ts';
import { type ReturnOrder, returnOrderEntity } from './return-order-entity.ts';

const LineView = z.object({
  number: z.number(),
  sku: z.string(),
  known: z.boolean(),
  name: Words,
  gtin: z.string().nullable(),
  battery: z.string(),
  serialTracked: z.boolean(),
  quantity: z.number(),
  serial: z.string().nullable(),
  reason: z.string(),
  reasonWords: Words,
  reasonText: z.string().nullable(),
  wish: z.string().nullable(),
  exportMode: z.string(),
  exportDocument: z.string().nullable(),
  exportDate: z.string().nullable(),
  releaseDate: z.string().nullable(),
});
const ItemBrief = z.object({
  code: z.string(),
  line: z.number().nullable(),
  sku: z.string(),
  name: Words,
  quantity: z.number(),
  serial: z.string().nullable(),
  state: State,
  /** Whether it came. What is missing may still come; what was called off will not. */
  arrival: z.enum(['expected', 'missing', 'here', 'called off']),
  grade: z.string().nullable(),
});

/** How far a return order is: its items say. */
export const progressNames = [
  'asked',
  'expected',
  'partly received',
  'received',
  'in work',
  'settled',
  'ended',
] as const;
const Progress = z.object({
  stage: z.enum(progressNames),
  announced: z.number(),
  received: z.number(),
  settled: z.number(),
  total: z.number(),
});

export const OrderView = z.object({
  code: z.string(),
  state: State,
  stateSince: Time,
  version,
  createdAt: Time,
  exporter: z.object({ code: z.string(), nameZh: z.string(), nameEn: z.string() }),
  warehouse: z.object({ code: z.string(), nameZh: z.string(), nameEn: z.string() }),
  reference: z.string().nullable(),
  platform: z.string().nullable(),
  country: z.string().nullable(),
  carrier: z.string().nullable(),
  waybill: z.string().nullable(),
  note: z.string().nullable(),
  reviewFor: z.array(z.enum(Object.values(reviewReasons))),
  decisionNote: z.string().nullable(),
  progress: Progress,
  /** Items that are yet to be announced or called off: a large return order takes a while. */
  pending: z.number(),
  lines: z.array(LineView),
  items: z.array(ItemBrief),
  openSteps: z.array(OpenStep),
});

/** Counts of articles by state → how far it is. */
export function progressOf(
  orderState: string,
  states: readonly { state: string; quantity: number }[],
): z.infer<typeof Progress> {
  const phase = (state: string) =>
    (itemWorkflow.states as Readonly<Record<string, { phase: string }>>)[state]?.phase ?? '';
  const sum = (fits: (p: string) => boolean) =>
    counted.reduce((n, { state, quantity }) => n + (fits(phase(state)) ? quantity : 0), 0);
  // What turned out to be an older acquaintance was called off and goes on under its old licence plate.
  const calledOff =
    orderState === 'approved' ? (n: { state: string }) => n.state === 'cancelled' : () => false;
  const counted = states.filter((it) => !calledOff(it));
  const total = sum(() => true);
  const announced = sum((p) => p === 'announced');
  const settled = sum((p) => p === 'ended');
  const received = total - announced;
  const stage = (() => {
    if (orderState === 'rejected' || orderState === 'cancelled') return 'ended';
    if (orderState !== 'approved') return 'asked';
    if (received === 0) return 'expected';
    if (announced > 0) return 'partly received';
    if (settled === total) return 'settled';
    return sum((p) => p === 'receiving') === received ? 'received' : 'in work';
  })();
  return { stage, announced, received, settled, total };
}

/** A return order with its lines, its items, and what may be done with it. */
export async function presentOrder(
  db: Scoped,
  actor: Actor,
  order: ReturnOrder,
  now: Date,
): Promise<z.input<typeof OrderView>> {
  const lines = await db.ask(linesInWords, { orderId: order.id });
  const found = await db.ask(itemsOfOrder, { orderId: order.id });
  const [exporter] = await db.ask(organisationById, { id: order.exporterId });
  const [warehouse] = await db.ask(warehouseById, { id: order.warehouseId });
  const nothing = { code: '', nameZh: '', nameEn: '' };
  const byLine = new Map(lines.map((row) => [row.line.id, row]));
  return {
    ...order,
    state: stateOf(returnOrderWorkflow, order.state),
    stateSince: order.stateSince.toISOString(),
    createdAt: order.createdAt.toISOString(),
    exporter: exporter ?? nothing,
    warehouse: warehouse ?? nothing,
    reviewFor: reviewReasonsOf(order.reviewFor),
    progress: progressOf(order.state, found),
    pending: order.piecesLeft,
    lines: lines.map(({ line, nameZh, nameEn, gtin, battery, serialTracked, reasonZh, reasonEn }) => ({
      ...line,
      sku: line.skuCode,
      known: line.skuId !== null,
      name: { zh: nameZh ?? line.skuCode, en: nameEn ?? line.skuCode },
      gtin,
      battery: battery ?? 'none',
      serialTracked: serialTracked ?? false,
      reasonWords: { zh: reasonZh ?? line.reason, en: reasonEn ?? line.reason },
    })),
    items: found.map((item) => {
      const line = item.lineId ? byLine.get(item.lineId) : undefined;
      const name = { zh: line?.nameZh ?? item.description ?? '', en: line?.nameEn ?? item.description ?? '' };
      return {
        ...item,
        line: line?.line.number ?? null,
        sku: line?.line.skuCode ?? '',
        name,
        state: stateOf(itemWorkflow, item.state),
        arrival: factsOf(itemWorkflow, item.state).arrival ?? 'here',
      };
    }),
    ...(await openStepsOf(db, returnOrderEntity, { row: order, actor, now })),
  };
}
