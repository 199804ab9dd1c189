import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { exportedLines } from '../../db/schema/exported.ts';
import { returnLines } from '../../db/schema/goods.ts';
import { verify } from '../../server/verify/verify.ts';
import { aHouse, newScan } from '../world.ts';
import { entered, returned } from './exported.ts';
import { ok } from './road.ts';
import { books } from './rows.ts';

test('a return that cites more than was exported, other goods, another order or another’s export is found', async () => {
  const house = await aHouse();
  const { id } = await entered(house, 'SO-1');
  const other = await entered(house, 'SO-K', [{ sku: 'SHIRT' }], {}, 'kite');
  const order = await ok(returned(house, [{ salesOrder: 'SO-1', quantity: 3 }]));
  expect(await verify(house.database)).toEqual([]);
  const lineOf = async (orderId: string) => {
    const line = await books(house).first(exportedLines, eq(exportedLines.orderId, orderId));
    if (!line) throw new Error('It was entered a moment ago.');
    return line;
  };
  const [exported, kites] = [await lineOf(id), await lineOf(other.id)];
  const citing = await books(house).first(returnLines, eq(returnLines.exportedLineId, exported.id));
  if (!citing) throw new Error('It cites it.');
  const plants = [
    [
      exportedLines,
      exported,
      { quantity: 2 },
      /SO-1 line 1 \(EARBUDS\): 2 were exported, 0 came back and 3 are/,
    ],
    [returnLines, citing, { skuCode: 'SHIRT' }, /1 lines of other goods cite it/],
    [returnLines, citing, { salesOrder: 'SO-2' }, /1 lines that name another order cite it/],
    [
      returnLines,
      citing,
      { exportedLineId: kites.id },
      /SO-K line 1 \(SHIRT\): 1 lines of another exporter's returns/,
    ],
  ] as const;
  for (const [table, row, set, says] of plants) {
    const plant = (values: object) =>
      books(house).atomically((tx) => tx.change(table as typeof returnLines, row as typeof citing, values));
    await plant(set);
    expect((await verify(house.database)).join('\n')).toMatch(says);
    await plant(Object.fromEntries(Object.keys(set).map((name) => [name, row[name as keyof typeof row]])));
    expect(await verify(house.database)).toEqual([]);
  }
  // What a supervisor took in though it was too much, its risk explains.
  await ok(
    house.call('liu', 'POST /api/v1/parcels', { scanId: newScan(), order: order.code, location: 'R-01' }),
  );
  const over = { description: '耳机', exporter: 'whale', sku: 'EARBUDS', found: 'over', note: '多三件' };
  await ok(
    house.call('wang', 'POST /api/v1/receipts', {
      ...{ scanId: newScan(), location: 'R-01', order: order.code, quantity: 3 },
      ...over,
    }),
  );
  expect(await verify(house.database)).toEqual([]);
});
