import type { returnLines, returnOrders, skus } from '../../db/schema/goods.ts';
import type { RequestContext } from '../http/request-context.ts';
import { readSerial } from '../identifiers/serial.ts';
import type { LineAsk } from './submit.ts';

/** So many lines at once: a scan that comes in waits for no more than that. The others follow in pieces as large. */
export const LINES_AT_ONCE = 200;

/** What was accepted with a return order and is not stored yet. */
interface Left {
  /** How many of its lines are. */
  readonly stored: number;
  readonly lines: readonly LineAsk[];
  /** Whether it is submitted once it has them all. */
  readonly submit: boolean;
}

/** What stands with the return order once the next lines of these are stored. To submit it is a piece of its own. */
export function leftAfter({ stored, lines, submit }: Left): Pick<ReturnOrder, 'linesLeft' | 'piecesLeft'> {
  const rest = lines.slice(LINES_AT_ONCE);
  if (rest.length === 0 && (stored === 0 || !submit)) return { linesLeft: null, piecesLeft: 0 };
  const left: Left = { stored: stored + Math.min(lines.length, LINES_AT_ONCE), lines: rest, submit };
  return { linesLeft: JSON.stringify(left), piecesLeft: Math.max(1, rest.length) };
}
type ReturnOrder = typeof returnOrders.$inferSelect;

export const leftOf = (linesLeft: string): Left => JSON.parse(linesLeft);

export const lineRow = (
  order: Pick<ReturnOrder, 'id' | 'exporterId' | 'warehouseId'>,
  { sku, serial, imei2, ...ask }: LineAsk,
  { number, known }: { number: number; known: ReadonlyMap<string, Pick<typeof skus.$inferSelect, 'id'>> },
  context: RequestContext,
): typeof returnLines.$inferInsert & Pick<typeof returnLines.$inferSelect, 'serial' | 'skuId'> => ({
  ...empty,
  ...ask,
  id: context.newId(),
  orderId: order.id,
  exporterId: order.exporterId,
  warehouseId: order.warehouseId,
  number,
  skuId: known.get(sku)?.id ?? null,
  skuCode: sku,
  serial: serial ? (readSerial(serial) ?? null) : null,
  imei2: imei2 ? (readSerial(imei2) ?? null) : null,
});
/** Every row names every column, so that many rows fit one statement. */
const empty = {
  reasonText: null,
  wish: null,
  salesOrder: null,
  exportDocument: null,
  exportDocumentKind: null,
  exportLine: null,
  exportDate: null,
  releaseDate: null,
};
