import { expect, test } from 'vitest';
import { returnLines, returnOrders } from '../../db/schema/goods.ts';
import { reservations } from '../../db/schema/outbound.ts';
import { parcelCounts, parcelOrders, parcels } from '../../db/schema/parcels.ts';
import { verify } from '../../server/verify/verify.ts';
import { fullHouse } from '../house-rules/full-house.ts';
import { newScan } from '../world.ts';
import { ok, shipmentAsk } from './road.ts';
import { books } from './rows.ts';

test('a fault between two things that each agree with their own history is told', async () => {
  const { house, goods } = await fullHouse();
  const { whale, kite } = goods;
  const one = { order: whale.order, line: 6, more: 1, scanId: newScan() };
  await ok(house.call('wang', `POST /api/v1/parcels/${whale.parcel}/counts`, one));
  const exchange = { ...shipmentAsk('exchange', [whale.stored]), replaces: whale.asked };
  await ok(house.call('wang', 'POST /api/v1/shipments', exchange));
  expect(await verify(house.database)).toEqual([]);

  type Planted = typeof parcels | typeof parcelCounts | typeof parcelOrders | typeof reservations;
  type Table = Planted | typeof returnLines | typeof returnOrders;
  type Row = Readonly<Record<string, unknown>> & { readonly id: string };
  const all = async (table: Table) => (await books(house).find(table, undefined, 999)) as unknown as Row[];
  const find = async (table: Table, fits: Readonly<Record<string, unknown>>) => {
    const isIt = (row: Row) => Object.entries(fits).every(([name, value]) => row[name] === value);
    const row = (await all(table)).find(isIt);
    if (!row) throw new Error('There is no such row.');
    return row;
  };
  const box = await find(parcels, { code: whale.parcel });
  const order = await find(returnOrders, { code: whale.order });
  const [review, kites] = await Promise.all(
    [whale.review, kite.review].map((code) => find(returnOrders, { code })),
  );
  const plants: readonly (readonly [table: Table, row: Row, set: object, says: RegExp])[] = [
    [parcels, box, { orders: 3 }, /counts 3 return orders, and 2 lie in it/],
    [parcels, box, { exporterId: 'kite' }, /is kite's, and what lies in it is whale's/],
    [parcels, box, { state: 'emptied' }, /is emptied, and 2 counts stand in it/],
    [
      parcelCounts,
      await find(parcelCounts, { parcelId: box.id }),
      { counted: 0 },
      /counts in it count nothing/,
    ],
    [
      parcelOrders,
      await find(parcelOrders, { parcelId: box.id, orderId: order.id }),
      { orderId: review?.id },
      /5 items came in it for a return that does not lie in it/,
    ],
    [
      returnLines,
      await find(returnLines, { orderId: order.id, number: 6 }),
      { orderId: kites?.id },
      /1 of its items stand on a line of another return/,
    ],
    [
      returnLines,
      await find(returnLines, { orderId: review?.id, number: 1 }),
      { cameAs: 'over' },
      /1 of its lines came at the dock, and nothing stands on them/,
    ],
    [
      returnLines,
      await find(returnLines, { orderId: order.id, number: 6 }),
      { cameAs: 'over' },
      /of its items came unannounced, and were not received/,
    ],
    [returnOrders, order, { exporterId: 'bolt' }, /6 of its items are another exporter's/],
    [
      reservations,
      await find(reservations, { replaces: whale.asked }),
      { replaces: whale.expected },
      /0 promises say so[\s\S]*is replaced by null; \w+ was promised in its place/,
    ],
  ];
  for (const [table, row, set, says] of plants) {
    const plant = (values: object) =>
      books(house).atomically((tx) => tx.change(table as typeof parcels, row, values));
    await plant(set);
    expect((await verify(house.database)).join('\n')).toMatch(says);
    await plant(Object.fromEntries(Object.keys(set).map((name) => [name, row[name]])));
    expect(await verify(house.database)).toEqual([]);
  }
});
