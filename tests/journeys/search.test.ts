import { expect, test } from 'vitest';
import { countItems, itemList, itemsFound } from '../../db/queries/item-list.ts';
import type { Name } from '../cast.ts';
import { aHouse, type House, viewerOf } from '../world.ts';
import { announced, ok, shipmentAsk, stored } from './road.ts';

const searching = (house: House, what: string) => async (who: Name, search: string) =>
  (await ok(house.call(who, `GET /api/v1/${what}?search=${encodeURIComponent(search)}`))).total;

test('an item is found by a part of its serial or of a name, and by nobody else', async () => {
  const house = await aHouse();
  const order = await announced(
    house,
    'whale',
    [{ sku: 'EARBUDS', serial: 'SN20267431' }, { sku: 'SHIRT' }],
    {
      reference: 'SHOPEE-77',
      waybill: 'JT1234567890123',
    },
  );
  await announced(house, 'kite', [{ sku: 'SHIRT' }]);
  const items = searching(house, 'items');
  const [earbuds, shirt] = order.items.map(({ code }) => code) as [string, string];
  const found = {
    ...{ sn20267431: 1, '267': 1, '7431': 1, '31': 1, sn: 1, SN2026743199: 0, '74319': 0, '131': 0 },
    ...{ 蓝牙耳机: 1, 耳机: 1, 机: 1, '耳机 bw-200': 1, '00 黑': 1, 黑色: 1, 色: 1, 耳塞: 0, earbuds: 1 },
    ...{
      广告: 1,
      棉质: 0,
      shirt: 1,
      'SHOPEE-77': 2,
      'SHOPEE-7': 0,
      JT1234567890123: 2,
      '%': 0,
      _: 0,
      '"': 0,
    },
    ...{ "'": 0, '" OR "': 0, 'sn*': 0, '\\': 0, 'a AND b': 0, '😀': 0, '\u{10ffff}': 0 },
    ...{ [earbuds]: 1, [earbuds.toLowerCase()]: 1, [shirt.slice(0, 9)]: 1 },
  };
  for (const [search, total] of Object.entries(found))
    expect([search, await items('whale', search)]).toEqual([search, total]);
  expect([await items('kite', '7431'), await items('kite', '耳机'), await items('kite', earbuds)]).toEqual([
    0, 0, 0,
  ]);
  expect([await items('wang', 'shirt'), await items('zhou', 'shirt')]).toEqual([2, 0]);
});

test('a serial that is first read at the dock is found from then on', async () => {
  const house = await aHouse();
  const { items } = await announced(house, 'whale', [{ sku: 'EARBUDS' }]);
  const find = searching(house, 'items');
  expect(await find('wang', '33334')).toBe(0);
  await ok(house.item('liu', items[0]?.code ?? '', 'receive', { location: 'R-01', serial: 'SN33334444' }));
  expect([await find('wang', '33334'), await find('whale', '耳机'), await find('zhou', '33334')]).toEqual([
    1, 1, 0,
  ]);
});

test('orders, tickets and shipments are found by a part of what is written on them', async () => {
  const house = await aHouse();
  const code = await stored(house);
  const orders = searching(house, 'return-orders');
  await announced(house, 'whale', [{ sku: 'SHIRT' }], {
    reference: 'LAZADA-0042',
    waybill: 'JT1234567890123',
  });
  expect([
    await orders('whale', 'zada-00'),
    await orders('whale', '67890'),
    // No code of ours has a hyphen: what is drawn by lot cannot be found by it.
    await orders('whale', '-43'),
  ]).toEqual([1, 1, 0]);
  expect([
    await orders('kite', 'zada-00'),
    await orders('wang', 'ZADA'),
    await orders('zhou', 'ZADA'),
  ]).toEqual([0, 1, 0]);
  const shipment = await ok(house.call('wang', 'POST /api/v1/shipments', shipmentAsk('resale', [code])));
  const shipments = searching(house, 'shipments');
  const part = shipment.code.slice(2, 8);
  expect([
    await shipments('wang', part),
    await shipments('kite', part),
    await shipments('zhou', part),
  ]).toEqual([1, 0, 0]);
});

test('a search that means many reads the list in its order, and finds the same', async () => {
  const house = await aHouse();
  const serials = Array.from({ length: 12 }, (_, n) => ({ sku: 'EARBUDS', serial: `SN7700${100 + n}` }));
  await announced(house, 'whale', [...serials, { sku: 'SHIRT' }, { sku: 'SHIRT' }], { reference: 'AMZ-1' });
  const db = house.database.as(viewerOf('wang'));
  const asked = { today: '2026-11-23', sort: 'code', descending: false } as const;
  for (const search of ['7700', '7700105', '耳机', 'sHiRt', 'AMZ-1', 'A', 'nothing']) {
    const found = [...new Set((await db.list(itemsFound, { search })).map(({ id }) => id))];
    const few = await db.list(itemList, { ...asked, search, found, limit: 50, offset: 0 });
    const many = await db.list(itemList, { ...asked, search, limit: 50, offset: 0 });
    expect(many).toEqual(few);
    expect(few).toHaveLength(found.length);
    expect(await db.list(countItems, { ...asked, search })).toEqual([{ n: found.length }]);
  }
});
