import { expect, test } from 'vitest';
import type { Name } from '../cast.ts';
import { aHouse, newScan } from '../world.ts';
import { look, opened, take, waybill } from './boxes.ts';
import { announced, type Body, ok } from './road.ts';

test('what came too much or wrong is a line of its own on its return, and never one that was announced', async () => {
  const house = await aHouse();
  const order = await announced(house, 'whale', [{ sku: 'SHIRT', quantity: 2 }, { sku: 'PHONE' }]);
  const parcel = await opened(house, { order: order.code, waybill });
  const blind = (more: object, who: Name = 'wang') =>
    ok(
      house.call(who, 'POST /api/v1/receipts', {
        ...{
          scanId: newScan(),
          location: 'R-01',
          description: '衬衫',
          parcel: parcel.code,
          exporter: 'whale',
        },
        ...more,
      }),
    );
  const seen = (who: Name = 'whale') => ok(house.call(who, `GET /api/v1/return-orders/${order.code}`));
  const over = await blind({ sku: 'SHIRT', quantity: 2, found: 'over', note: '多出两件' });
  expect(over).toMatchObject({ order: { code: order.code }, cameAs: 'over', parcel: { code: parcel.code } });
  const wrong = await blind({ sku: 'EARBUDS', found: 'wrong product' }, 'liu');
  const phone = await blind({ sku: 'PHONE', serial: 'SN-990011', note: '多一部' }, 'liu');
  const thing = await blind({ sku: undefined, description: '一把伞' }, 'liu');
  expect([wrong, phone, thing].map(({ cameAs }) => cameAs)).toEqual(['wrong product', 'over', 'unannounced']);
  const now = await seen();
  expect(now.progress).toEqual({
    ...{ stage: 'expected', announced: 3, received: 0, settled: 0, total: 3, extra: 5 },
  });
  expect(now.lines.slice(2)).toMatchObject([
    { sku: 'SHIRT', quantity: 2, cameAs: 'over', reasonText: '多出两件', pieces: { expected: 0, here: 2 } },
    { sku: 'EARBUDS', cameAs: 'wrong product', pieces: { here: 1 } },
    { sku: 'PHONE', serial: 'SN-990011', cameAs: 'over' },
    { known: false, name: { zh: '一把伞' }, cameAs: 'unannounced' },
  ]);
  expect((await look(house, parcel.code)).progress).toEqual({ here: 0, expected: 3, extra: 5 });
  const ofWhale = await ok(house.call('whale', 'GET /api/v1/parcels'));
  expect(ofWhale).toMatchObject({
    rows: [
      { code: parcel.code, waybill, photos: 0, returns: [{ code: order.code, reference: null }], by: null },
    ],
  });
  expect((await look(house, parcel.code, 'whale')).journal).toMatchObject([
    { step: 'link', order: order.code, by: null },
  ]);
  const { rows } = await ok(house.call('whale', `GET /api/v1/return-orders?search=${order.code}`));
  expect(rows[0]).toMatchObject({ lines: 2, progress: now.progress });
  // It is no announcement: nothing of it is counted or expected, and its return is not called off.
  const count = { scanId: newScan(), order: order.code, line: 3, more: 1 };
  const counted = await house.call('liu', `POST /api/v1/parcels/${parcel.code}/counts`, count);
  expect(counted.body.code).toBe('counted_too_many');
  expect((await house.order('whale', order.code, 'cancel')).status).toBe(409);
  // Undone, its line goes with it.
  await ok(house.item('liu', wrong.code, 'undoReceive'));
  await ok(house.item('liu', thing.code, 'undoReceive'));
  expect((await seen()).lines.map(({ sku }: Body) => sku)).toEqual(['SHIRT', 'PHONE', 'SHIRT', 'PHONE']);
  expect(await ok(house.call('wang', `GET /api/v1/items/${wrong.code}`))).toMatchObject({
    ...{ state: { id: 'cancelled' }, order: null, cameAs: null },
  });
  // Another exporter's goods leave it, and belong to a return of their owner's where one lies in the parcel.
  const kites = await announced(house, 'kite', [{ sku: 'SHIRT' }]);
  await ok(take(house, parcel.code, 'link', { order: kites.code }));
  const identify = { exporter: 'kite', sku: 'X-1', reason: '标签上是风筝' };
  const theirs = await ok(house.item('wang', over.code, 'identify', identify));
  expect(theirs).toMatchObject({ order: { code: kites.code }, cameAs: 'unannounced' });
  expect((await seen()).lines).toHaveLength(3);
  const missing = (await seen()).items.filter(({ state }: Body) => state.id === 'missing');
  expect(missing).toEqual([]);
  // Whose return it is must be plain: with two of one exporter, one is named.
  const second = await announced(house, 'whale', [{ sku: 'SHIRT' }]);
  await ok(take(house, parcel.code, 'link', { order: second.code }));
  expect((await blind({ sku: 'SHIRT' })).order).toBeNull();
  expect((await blind({ sku: 'SHIRT', order: second.code, note: '多一件' })).order.code).toBe(second.code);
  // What nobody knew belongs to its return as soon as somebody does.
  const unknown = await blind({ exporter: undefined });
  expect(unknown).toMatchObject({ order: null, exporter: null });
  const known = await ok(house.item('wang', unknown.code, 'identify', identify));
  expect(known).toMatchObject({ order: { code: kites.code }, cameAs: 'unannounced' });
  // A part keeps the line of the whole.
  const [part] =
    (await ok(house.item('wu', theirs.code, 'split', { quantity: 1 }))).quantity === 1 ? [1] : [];
  expect(part).toBe(1);
  await ok(house.item('wang', theirs.code, 'identify', { ...identify, exporter: 'whale', sku: 'SHIRT' }));
  const ofKite = await ok(house.call('kite', `GET /api/v1/return-orders/${kites.code}`));
  expect(ofKite.lines.map(({ sku, quantity, cameAs }: Body) => [sku, quantity, cameAs])).toEqual([
    ['SHIRT', 1, null],
    ['X-1', 1, 'unannounced'],
    ['X-1', 1, 'unannounced'],
  ]);
});

test('a part of what came extra, split off and known to be something else, takes a line of its own with it', async () => {
  const house = await aHouse();
  const order = await announced(house, 'whale', [{ sku: 'SHIRT' }]);
  const parcel = await opened(house, { order: order.code, waybill });
  const lot = await ok(
    house.call('liu', 'POST /api/v1/receipts', {
      ...{ scanId: newScan(), location: 'R-01', description: '衬衫', parcel: parcel.code, exporter: 'whale' },
      ...{ sku: 'SHIRT', quantity: 5, found: 'over', note: '多出五件' },
    }),
  );
  const lines = async () =>
    (await ok(house.call('whale', `GET /api/v1/return-orders/${order.code}`))).lines.slice(1);
  const split = await ok(house.item('liu', lot.code, 'split', { quantity: 2 }));
  expect(split.quantity).toBe(3);
  const { rows } = await ok(house.call('wang', `GET /api/v1/items?search=${order.code}`));
  const part = rows.find(({ quantity }: Body) => quantity === 2).code;
  const identify = { exporter: 'whale', sku: 'X-1', reason: '细看是另一款' };
  await ok(house.item('wang', part, 'identify', identify));
  expect(await lines()).toMatchObject([
    { sku: 'SHIRT', quantity: 3, cameAs: 'over', pieces: { here: 3 } },
    { sku: 'X-1', quantity: 2, cameAs: 'over', pieces: { here: 2 } },
  ]);
  await ok(house.item('wang', lot.code, 'identify', { ...identify, sku: 'X-1' }));
  expect((await lines()).map(({ sku, quantity }: Body) => [sku, quantity])).toEqual([
    ['X-1', 3],
    ['X-1', 2],
  ]);
});
