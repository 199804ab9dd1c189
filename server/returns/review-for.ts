import { organisationById } from '../../db/queries/master-data.ts';
import { linesCounted } from '../../db/queries/returns.ts';
import type { returnOrders } from '../../db/schema/goods.ts';
import type { Scoped } from '../../db/scope.ts';
import { supervisionUntil } from '../customs/dates.ts';
import { reviewReasons, reviewReasonsOf } from '../workflow/return-order.ts';

type Order = Pick<typeof returnOrders.$inferSelect, 'id' | 'exporterId' | 'reviewFor'>;

/**
 * Why a person has to look at a return, as its lines, the contract of its exporter and the day are now: what was written
 * down with a draft may be older than the rule. A SKU that nobody knew was unknown when it was entered.
 */
export async function reviewNow(
  system: Scoped,
  { id, exporterId, reviewFor: before }: Order,
  today: string,
): Promise<string[]> {
  const [lines] = await system.ask(linesCounted, { orderId: id });
  const [exporter] = await system.ask(organisationById, { id: exporterId });
  const first = lines?.firstRelease;
  const isUncited = exporter?.exportCitation !== 'need not' && (lines?.uncited ?? 0) > 0;
  return [
    ...reviewReasonsOf(before).filter((reason) => reason === reviewReasons.unknownSku),
    ...(first && supervisionUntil(first) < today ? [reviewReasons.outsideTheWindow] : []),
    ...(isUncited ? [reviewReasons.noKnownExport] : []),
  ];
}

/** The same as it is kept with the return. */
export const reviewNoted = async (system: Scoped, order: Order, today: string) => ({
  reviewFor: (await reviewNow(system, order, today)).join(',') || null,
});
