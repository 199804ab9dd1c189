import type { returnLines, returnOrders, skus } from '../../db/schema/goods.ts';
import type { RequestContext } from '../http/request-context.ts';
import { readSerial } from '../identifiers/serial.ts';
import { writtenOtherwise } from './as-written.ts';
import type { CitedLine } from './cited.ts';

type ReturnOrder = typeof returnOrders.$inferSelect;

/** So many lines at once: a scan that comes in waits for no more than that. The others follow in pieces as large. */
export const LINES_AT_ONCE = 200;

/** A line that was accepted with a return order and is not stored yet. */
export interface LinePart {
  readonly number: number;
  readonly line: CitedLine;
  /** How many items it becomes. */
  readonly items: number;
  /** Whether the return order is submitted once it has them all. */
  readonly submit: boolean;
}
/** What is left of a large return order: its other lines, then its submitting. */
export type OrderPart = LinePart | 'submit';

export const lineRow = (
  order: Pick<ReturnOrder, 'id' | 'exporterId' | 'warehouseId'>,
  { sku, serial, imei2, asWritten, orderLine: _, ...ask }: CitedLine,
  { number, known }: { number: number; known: ReadonlyMap<string, Pick<typeof skus.$inferSelect, 'id'>> },
  context: RequestContext,
): typeof returnLines.$inferInsert & Pick<typeof returnLines.$inferSelect, 'serial' | 'skuId'> => {
  const serials = {
    serial: serial ? (readSerial(serial) ?? null) : null,
    imei2: imei2 ? (readSerial(imei2) ?? null) : null,
  };
  const given = { ...ask, sku, serial, imei2 };
  return {
    ...empty,
    ...ask,
    ...serials,
    id: context.newId(),
    orderId: order.id,
    exporterId: order.exporterId,
    warehouseId: order.warehouseId,
    number,
    skuId: known.get(sku)?.id ?? null,
    skuCode: sku,
    asWritten: writtenOtherwise(given, { ...given, ...serials }, asWritten),
  };
};
/** Every row names every column, so that many rows fit one statement. */
const empty = {
  reasonText: null,
  wish: null,
  salesOrder: null,
  exportedLineId: null,
  exportDocument: null,
  exportDocumentKind: null,
  exportLine: null,
  exportDate: null,
  releaseDate: null,
};
