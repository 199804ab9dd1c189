import { exportedUnderNumbers } from '../../db/queries/exported-orders.ts';
import type { exportedLines, exportedOrders } from '../../db/schema/exported.ts';
import type { Scoped } from '../../db/scope.ts';
import { conflict, unusable } from '../http/problem.ts';
import { tidyIdentifier } from '../identifiers/tidy.ts';
import { exportedSentences } from '../words/exported-orders.ts';

type Which = Pick<typeof exportedOrders.$inferSelect, 'exporterId' | 'number' | 'platform'>;
type Goods = Pick<typeof exportedLines.$inferSelect, 'skuCode' | 'serial' | 'exportDocument'>;

/**
 * The order that is known under this number and platform: however they are written, and also where one of the two leaves the
 * platform out: its id. Another shop may use the same number, but the same goods of the same document were exported once.
 * @throws Problem 422 where several could be meant, 409 where it is the same export under another name
 */
export async function shopOf(
  db: Scoped,
  { exporterId, number, platform, written }: Which & { readonly written?: string },
  lines: readonly Goods[],
): Promise<string | undefined> {
  // Numbers of before that rule were kept as they had been written.
  const numbers = [...new Set([number, number.toLowerCase(), ...(written === undefined ? [] : [written])])];
  const under = await db.list(exportedUnderNumbers, { exporterId, numbers });
  const shops = [...new Map(under.map(({ order, line }) => [line.orderId, order.platform]))];
  const like = (isIt: (name: string) => boolean) => shops.find(([, name]) => isIt(name))?.[0];
  const same = like((name) => name === platform) ?? like((name) => keyOf(name) === keyOf(platform));
  if (same !== undefined) return same;
  const names = shops.map(([, name]) => name);
  if (platform === '' && shops.length > 1)
    throw unusable([{ path: ['platform'], code: 'needed' }], exportedSentences.whichShop(number, names));
  if (platform === '' || names.includes(''))
    return platform === '' ? shops[0]?.[0] : like((name) => name === '');
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
