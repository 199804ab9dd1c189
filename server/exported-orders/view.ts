import { z } from 'zod';
import {
  citedLinesOfExported,
  countExported,
  exportedList,
  exportedOrderById,
  exportedSorts,
  exportedSums,
  firstLinesOfExported,
  linesCiting,
  linesOfExported,
} from '../../db/queries/exported-orders.ts';
import type { Scoped } from '../../db/scope.ts';
import { oneOrMore, yesOrNo } from '../http/list-input.ts';
import { listOf, searchAndSort } from '../http/list-route.ts';
import { notFound } from '../http/problem.ts';
import { State, Time, Words } from '../http/shapes.ts';
import { groupBy } from '../process/group-by.ts';
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
/** Of articles with serials each has a line: the first may be of one SKU. */
const MAX_LINES_LOOKED_AT = 20;

type Found = Awaited<ReturnType<(typeof exportedList)['build']>>[number];
const presentHead = ({ order, exporter }: Found) => ({
  ...order,
  createdAt: order.createdAt.toISOString(),
  exporterCode: exporter.code,
  exporter,
});

async function presentRows(db: Scoped, found: readonly Found[]): Promise<z.input<typeof ExportedRow>[]> {
  const orderIds = found.map(({ order }) => order.id);
  if (orderIds.length === 0) return [];
  const [sums, first, cited] = await Promise.all([
    db.list(exportedSums, { orderIds }),
    db.list(firstLinesOfExported, { orderIds, upTo: MAX_LINES_LOOKED_AT }),
    db.list(citedLinesOfExported, { orderIds }),
  ]);
  const left = await returnableOf(db, cited);
  const [sumOf, firstOf, citedOf] = [
    new Map(sums.map((sum) => [sum.orderId, sum])),
    groupBy(first, ({ orderId }) => orderId),
    groupBy(cited, ({ orderId }) => orderId),
  ];
  return found.map((one) => {
    const { lines = 0, exported = 0 } = sumOf.get(one.order.id) ?? {};
    const sum = { exported, back: 0, onTheWay: 0, left: exported };
    // What no return cites is left, all of it.
    for (const { id } of citedOf.get(one.order.id) ?? []) {
      const { exported: of, back, onTheWay, left: rest } = left.get(id) ?? nothing;
      sum.back += back;
      sum.onTheWay += onTheWay;
      sum.left -= of - rest;
    }
    const skus = [...new Set((firstOf.get(one.order.id) ?? []).map(({ skuCode }) => skuCode))];
    return { ...presentHead(one), ...sum, lines, skus: skus.slice(0, MAX_SKUS_NAMED) };
  });
}

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
  const citing: Awaited<ReturnType<(typeof linesCiting)['build']>> = [];
  for (const exportedIds of inBatches(all.map(({ id: lineId }) => lineId)))
    citing.push(...(await db.list(linesCiting, { exportedIds })));
  const citingOf = groupBy(citing, ({ exportedLineId }) => exportedLineId);
  return {
    ...presentHead(found),
    lines: lines.map(({ line, nameZh, nameEn, serialTracked }) => ({
      ...line,
      ...(left.get(line.id) ?? nothing),
      sku: line.skuCode,
      known: nameZh !== null,
      name: { zh: nameZh ?? line.skuCode, en: nameEn ?? line.skuCode },
      serialTracked: serialTracked ?? false,
      returns: (citingOf.get(line.id) ?? []).map(({ code, number, quantity, state }) => ({
        code,
        line: number,
        quantity,
        state: stateOf(state),
      })),
    })),
  };
}
