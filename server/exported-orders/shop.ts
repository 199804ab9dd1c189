import { exportedUnderNumbers } from '../../db/queries/exported-orders.ts';
import type { exportedLines, exportedOrders } from '../../db/schema/exported.ts';
import type { Scoped } from '../../db/scope.ts';
import { conflict, unusable } from '../http/problem.ts';
import { tidyIdentifier } from '../spreadsheets/cells.ts';
import { exportedSentences } from '../words/exported-orders.ts';

type Which = Pick<typeof exportedOrders.$inferSelect, 'exporterId' | 'number' | 'platform'>;
type Goods = Pick<typeof exportedLines.$inferSelect, 'skuCode' | 'serial' | 'exportDocument'>;

/**
 * Under which platform an order of this number is known: however it is written, and also where one of the two leaves it
 * out. Another shop may use the same number, but the same goods of the same document were exported once.
 * @throws Problem 422 where several could be meant, 409 where it is the same export under another name
 */
export async function shopOf(
  db: Scoped,
  { exporterId, number, platform }: Which,
  lines: readonly Goods[],
): Promise<string | undefined> {
  const under = await db.list(exportedUnderNumbers, { exporterId, numbers: [number] });
  const shops = [...new Set(under.map(({ order }) => order.platform))];
  const same = shops.find((one) => one === platform) ?? shops.find((one) => keyOf(one) === keyOf(platform));
  if (same !== undefined) return same;
  if (platform === '' && shops.length > 1)
    throw unusable([{ path: ['platform'], code: 'needed' }], exportedSentences.whichShop(number, shops));
  if (platform === '' || shops.includes('')) return platform === '' ? shops[0] : '';
  const twice = under.find(({ line }) =>
    lines.some(
      (one) =>
        one.skuCode === line.skuCode &&
        one.serial === line.serial &&
        couldBeOne(one.exportDocument, line.exportDocument),
    ),
  );
  if (twice) {
    const { order, line } = twice;
    const words = exportedSentences.otherShop(number, order.platform, line.skuCode);
    throw conflict('exported_elsewhere', words);
  }
  return undefined;
}
const keyOf = (platform: string) => tidyIdentifier(platform).toLowerCase();
const couldBeOne = (a: string | null, b: string | null) => a === null || b === null || a === b;
