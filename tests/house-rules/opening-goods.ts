import { eq } from 'drizzle-orm';
import { items } from '../../db/schema/items.ts';
import { openingStockRows, openingStocks } from '../../db/schema/opening-stock.ts';
import { systemViewer } from '../../db/seen-by.ts';
import type { House } from '../world.ts';

/** Opening stock of a warehouse of which one row became the unit with this code, and another was left out. */
export async function anOpening(at: House, warehouseId: 'hk' | 'yp', code: string, mark: string) {
  const now = at.deps.now();
  await at.database.as(systemViewer).atomically(async (tx) => {
    const item = await tx.first(items, eq(items.code, code));
    if (!item) throw new Error('It was stored a moment ago.');
    await tx.change(items, item, { ownNumber: mark, remark: mark });
    const id = `${warehouseId}-opening`;
    const counts = { total: 2, done: 2, stored: 1, same: 0, leftOut: 1 };
    await tx.add(openingStocks, { id, warehouseId, askedBy: 'ma', ...counts, at: now, finishedAt: now });
    const row = { openingId: id, warehouseId };
    await tx.add(openingStockRows, { ...row, id: `${id} 2`, row: 2, key: mark, itemId: item.id });
    const left = { column: 'location', value: mark, words: { zh: mark, en: mark } };
    await tx.add(openingStockRows, { ...row, id: `${id} 3`, row: 3, ...left });
  });
}
