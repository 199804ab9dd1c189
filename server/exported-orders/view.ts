import { z } from 'zod';
import {
  countExported,
  exportedList,
  exportedOrderById,
  exportedSorts,
  linesCiting,
  linesOfExported,
  linesOfExportedOrders,
} from '../../db/queries/exported-orders.ts';
import type { Scoped } from '../../db/scope.ts';
import { oneOrMore, yesOrNo } from '../http/list-input.ts';
import { listOf, searchAndSort } from '../http/list-route.ts';
import { notFound } from '../http/problem.ts';
import { State, Time, Words } from '../http/shapes.ts';
import { exportedNoun } from '../words/exported-orders.ts';
import { returnOrderWorkflow } from '../workflow/return-order.ts';
import { factsOf } from '../workflow/workflow.ts';
import { inBatches, type Returnable, returnableOf } from './returnable.ts';

/** How many were exported, came back, are on their way back, and may still be returned. */
const counts = {
  exported: z.number(),
  back: z.number(),
  onTheWay: z.number(),
  left: z.number(),
};
const head = {
  id: z.string(),
  number: z.string(),
  /** Empty where nobody said. */
  platform: z.string(),
  country: z.string().nullable(),
  waybill: z.string().nullable(),
  exporterCode: z.string(),
  exporter: Words,
  createdAt: Time,
};

const ExportedRow = z.object({
  ...head,
  ...counts,
  lines: z.number(),
  /** The codes of its first articles. */
  skus: z.array(z.string()),
});

export const ExportedView = z.object({
  ...head,
  lines: z.array(
    z.object({
      number: z.number(),
      sku: z.string(),
      /** Whether there is such a SKU by now. */
      known: z.boolean(),
      name: Words,
      serialTracked: z.boolean(),
      serial: z.string().nullable(),
      imei2: z.string().nullable(),
      exportDocument: z.string().nullable(),
      exportLine: z.number().nullable(),
      exportMode: z.string(),
      exportDate: z.string().nullable(),
      releaseDate: z.string().nullable(),
      ...counts,
      /** The returns that cite it, the newest first. */
      returns: z.array(z.object({ code: z.string(), line: z.number(), quantity: z.number(), state: State })),
    }),
  ),
});

const nothing: Returnable = { exported: 0, back: 0, onTheWay: 0, left: 0 };
const MAX_SKUS_NAMED = 3;

type Found = Awaited<ReturnType<(typeof exportedList)['build']>>[number];
const presentHead = ({ order, exporter }: Found) => ({
  ...order,
  createdAt: order.createdAt.toISOString(),
  exporterCode: exporter.code,
  exporter,
});

async function presentRows(db: Scoped, found: readonly Found[]): Promise<z.input<typeof ExportedRow>[]> {
  const lines = (
    await Promise.all(
      inBatches(found.map(({ order }) => order.id)).map((orderIds) =>
        db.list(linesOfExportedOrders, { orderIds }),
      ),
    )
  ).flat();
  const left = await returnableOf(db, lines);
  return found.map((one) => {
    const its = lines.filter(({ orderId }) => orderId === one.order.id);
    const sum = its.reduce((all, { id }) => added(all, left.get(id) ?? nothing), nothing);
    const skus = [...new Set(its.map(({ skuCode }) => skuCode))].slice(0, MAX_SKUS_NAMED);
    return { ...presentHead(one), ...sum, lines: its.length, skus };
  });
}
const added = (a: Returnable, b: Returnable): Returnable => ({
  exported: a.exported + b.exported,
  back: a.back + b.back,
  onTheWay: a.onTheWay + b.onTheWay,
  left: a.left + b.left,
});

export const listOfExported = listOf({
  filters: z.strictObject({
    exporter: oneOrMore,
    platform: oneOrMore,
    country: oneOrMore,
    returned: yesOrNo,
    ...searchAndSort,
  }),
  query: exportedList,
  count: countExported,
  sorts: exportedSorts,
  sortedBy: '-createdAt',
  row: ExportedRow,
  present: (found, { db }) => presentRows(db, found),
});

/** What stands in each column of the list as a spreadsheet. */
export const exportedCells = ({ skus, ...row }: z.input<typeof ExportedRow>) => ({
  ...row,
  skus: skus.join(', '),
});

const stateOf = (id: string) => {
  const { zh = id, en = id, phase = '', type } = factsOf(returnOrderWorkflow, id);
  return { id, zh, en, phase, ...(type ? { ended: true as const } : {}) };
};

/** An exported order with what is left of each of its lines. @throws Problem 404 */
export async function presentExported(db: Scoped, id: string): Promise<z.input<typeof ExportedView>> {
  const [found] = await db.ask(exportedOrderById, { id });
  if (!found) throw notFound(exportedNoun, id);
  const lines = await db.ask(linesOfExported, { orderId: id });
  const all = lines.map(({ line }) => line);
  const left = await returnableOf(db, all);
  const citing = await db.list(linesCiting, { exportedIds: all.map((line) => line.id) });
  return {
    ...presentHead(found),
    lines: lines.map(({ line, nameZh, nameEn, serialTracked }) => ({
      ...line,
      ...(left.get(line.id) ?? nothing),
      sku: line.skuCode,
      known: nameZh !== null,
      name: { zh: nameZh ?? line.skuCode, en: nameEn ?? line.skuCode },
      serialTracked: serialTracked ?? false,
      returns: citing
        .filter(({ exportedLineId }) => exportedLineId === line.id)
        .map(({ code, number, quantity, state }) => ({
          code,
          line: number,
          quantity,
          state: stateOf(state),
        })),
    })),
  };
}
