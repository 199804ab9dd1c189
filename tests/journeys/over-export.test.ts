import { expect, test } from 'vitest';
import type { Name } from '../cast.ts';
import { aHouse, type House, newScan } from '../world.ts';
import { citation, entered, leftOf, returned } from './exported.ts';
import { ok } from './road.ts';
import { workbook } from './sheets.ts';

test('more than is left of the export is taken in by a supervisor alone, and noted against return and exporter', async () => {
  const house = await aHouse();
  const { id } = await entered(house, 'SO-1', [{ quantity: 2 }]);
  const order = await ok(returned(house, [{ salesOrder: 'SO-1' }]));
  await ok(
    house.call('liu', 'POST /api/v1/parcels', { scanId: newScan(), order: order.code, location: 'R-01' }),
  );
  const onceMore = (who: 'liu' | 'wang') =>
    house.call(who, 'POST /api/v1/receipts', {
      ...{ scanId: newScan(), location: 'R-01', description: '耳机', exporter: 'whale', sku: 'EARBUDS' },
      ...{ order: order.code, found: 'over', note: '箱内多一件' },
    });
  // One more than was announced, but no more than was exported: as ever.
  await ok(onceMore('liu'));
  expect(await leftOf(house, id)).toEqual([{ exported: 2, back: 1, onTheWay: 1, left: 0 }]);
  const asked = await onceMore('liu');
  expect(asked).toMatchObject({ status: 403, body: { code: 'more_than_exported' } });
  expect(asked.body.words.en).toContain(
    'Only 2 of EARBUDS were exported with order SO-1; with this, 3 would be back',
  );
  expect((await ok(house.call('wang', `GET /api/v1/return-orders/${order.code}`))).risks).toEqual([]);
  await ok(onceMore('wang'));
  const seen = await ok(house.call('wang', `GET /api/v1/return-orders/${order.code}`));
  expect(seen.risks).toMatchObject([
    { order: 'SO-1', sku: 'EARBUDS', exported: 2, back: 3, note: '箱内多一件' },
  ]);
  const risksOf = async (path: string) => (await ok(house.call('wang', path))).rows[0].risks;
  expect(await risksOf(`GET /api/v1/return-orders?search=${order.code}`)).toBe(1);
  expect(await risksOf('GET /api/v1/organisations?search=whale')).toBe(1);
  // Its exporter hears nothing of it.
  const own = await ok(house.call('whale', `GET /api/v1/return-orders/${order.code}`));
  expect(own.risks).toEqual([]);
  expect((await ok(house.call('whale', 'GET /api/v1/return-orders'))).rows[0].risks).toBe(0);
});

test('what turns out to be something else, or another’s, is no more of that export; what was noted stays', async () => {
  const house = await aHouse();
  const { id } = await entered(house, 'SO-1', [{ quantity: 1 }]);
  const order = await ok(returned(house, [{ salesOrder: 'SO-1' }]));
  await ok(
    house.call('liu', 'POST /api/v1/parcels', { scanId: newScan(), order: order.code, location: 'R-01' }),
  );
  const more = await ok(
    house.call('wang', 'POST /api/v1/receipts', {
      ...{ scanId: newScan(), location: 'R-01', description: '耳机', exporter: 'whale', sku: 'EARBUDS' },
      ...{ order: order.code, found: 'over', note: '多一件', quantity: 3 },
    }),
  );
  expect(await leftOf(house, id)).toEqual([{ exported: 1, back: 3, onTheWay: 1, left: 0 }]);
  await ok(house.item('wang', more.code, 'undoReceive'));
  expect(await leftOf(house, id)).toEqual([{ exported: 1, back: 0, onTheWay: 1, left: 0 }]);
  expect((await ok(house.call('wang', `GET /api/v1/return-orders/${order.code}`))).risks).toHaveLength(1);
});

test('what was given up and turns up after others took its place is more than was exported', async () => {
  const house = await aHouse();
  const { id } = await entered(house, 'SO-1', [{ quantity: 1 }]);
  const first = await ok(returned(house, [{ salesOrder: 'SO-1' }]));
  const [lost] = first.items;
  await ok(house.item('liu', lost.code, 'reportMissing'));
  await ok(house.item('wang', lost.code, 'giveUp'));
  await ok(returned(house, [{ salesOrder: 'SO-1' }]));
  const asked = await house.item('liu', lost.code, 'receive', { location: 'R-01' });
  expect(asked).toMatchObject({ status: 403, body: { code: 'more_than_exported' } });
  await ok(house.item('wang', lost.code, 'receive', { location: 'R-01' }));
  expect(await leftOf(house, id)).toEqual([{ exported: 1, back: 1, onTheWay: 1, left: 0 }]);
  const seen = await ok(house.call('wang', `GET /api/v1/return-orders/${first.code}`));
  expect(seen.risks).toMatchObject([{ exported: 1, back: 2 }]);
});

/** A return of which one more came than was exported, and the risk that a supervisor noted with it. */
async function anOverReceipt(house: House, number = 'SO-1', quantity = 1) {
  await entered(house, number, [{ quantity: 1 }]);
  const order = await ok(returned(house, [{ salesOrder: number }]));
  await ok(
    house.call('liu', 'POST /api/v1/parcels', { scanId: newScan(), order: order.code, location: 'R-01' }),
  );
  await ok(
    house.call('wang', 'POST /api/v1/receipts', {
      ...{ scanId: newScan(), location: 'R-01', description: '耳机', exporter: 'whale', sku: 'EARBUDS' },
      ...{ order: order.code, found: 'over', note: `多一件 ${number}`, quantity },
    }),
  );
  return order.code as string;
}

test('a risk is closed by a supervisor with a reason, counts no more, and stays in the list and in the audit', async () => {
  const house = await aHouse();
  const order = await anOverReceipt(house);
  const risks = async (asked = '') => ok(house.call('liu', `GET /api/v1/risk-flags${asked}`));
  const { rows } = await risks('?open=yes');
  expect(rows).toMatchObject([
    {
      ...{ order, exporterCode: 'whale', exportedOrder: 'SO-1', sku: 'EARBUDS', exported: 1, back: 2 },
      ...{ note: '多一件 SO-1', raisedBy: 'wang', closedAt: null, closedBy: null },
    },
  ]);
  const close = (who: Name, because: string) =>
    house.call(who, `POST /api/v1/risk-flags/${rows[0].id}/closure`, { scanId: newScan(), because });
  expect((await close('liu', '已核对')).status).toBe(403);
  expect((await close('whale', '已核对')).status).toBe(403);
  expect((await close('wang', ' ')).status).toBe(422);
  expect(await ok(close('wang', '箱内混入他人商品'))).toMatchObject({
    ...{ closedBy: 'wang', closedBecause: '箱内混入他人商品', closedAt: expect.any(String) },
  });
  expect(await close('wang', '再关一次')).toMatchObject({ status: 409, body: { code: 'risk_closed' } });
  expect((await risks('?open=yes')).total).toBe(0);
  expect((await risks('?open=no')).rows).toMatchObject([{ closedBecause: '箱内混入他人商品' }]);
  const counted = await ok(house.call('wang', `GET /api/v1/return-orders?search=${order}`));
  expect(counted.rows[0].risks).toBe(0);
  expect((await ok(house.call('wang', `GET /api/v1/return-orders/${order}`))).risks).toMatchObject([
    { closedBecause: '箱内混入他人商品' },
  ]);
  const audit = await ok(house.call('admin', 'GET /api/v1/audit?action=riskClosed'));
  expect(audit.rows).toMatchObject([
    { by: 'wang', subjectName: order, changed: { closedBecause: [null, '箱内混入他人商品'] } },
  ]);
});

test('risks are filtered, sorted, searched and given out; no exporter sees one', async () => {
  const house = await aHouse();
  const first = await anOverReceipt(house);
  const second = await anOverReceipt(house, 'SO-2', 2);
  const asked = async (query: string) =>
    (await ok(house.call('wang', `GET /api/v1/risk-flags?${query}`))).rows.map(
      ({ order }: { order: string }) => order,
    );
  expect(await asked('sort=-back')).toEqual([second, first]);
  expect(await asked('sort=back')).toEqual([first, second]);
  expect(await asked('search=SO-2')).toEqual([second]);
  expect(await asked('exporter=kite')).toEqual([]);
  expect(await asked(`order=${first}`)).toEqual([first]);
  expect((await house.call('whale', 'GET /api/v1/risk-flags')).status).toBe(403);
  const { rows } = await workbook(house, 'wang', 'risk-flags.xlsx?language=en&sort=back');
  expect(rows.map((row) => row['Exported order']?.v)).toEqual(['SO-1', 'SO-2']);
});

test('one more of what was announced is one too many, whatever is said of it at the dock, or found out of it later', async () => {
  const house = await aHouse();
  const { id } = await entered(house, 'SO-1', [{ quantity: 1 }]);
  const order = await ok(returned(house, [{ salesOrder: 'SO-1' }]));
  const box = { scanId: newScan(), order: order.code, location: 'R-01' };
  const parcel = await ok(house.call('liu', 'POST /api/v1/parcels', box));
  const comes = (who: 'liu' | 'wang', said: object, of: object = { exporter: 'whale', sku: 'EARBUDS' }) =>
    house.call(who, 'POST /api/v1/receipts', {
      ...{ scanId: newScan(), location: 'R-01', description: '耳机', note: '箱内多一件' },
      ...of,
      ...said,
    });
  for (const said of [
    { order: order.code, found: 'wrong product' },
    { order: order.code, exception: 'X05' },
    { order: order.code, exception: 'X01' },
    { order: order.code },
    { parcel: parcel.code },
  ]) {
    expect(await comes('liu', said), JSON.stringify(said)).toMatchObject({
      status: 403,
      body: { code: 'more_than_exported' },
    });
    expect((await comes('wang', { ...said, note: undefined })).status).toBe(422);
  }
  expect(await leftOf(house, id)).toEqual([{ exported: 1, back: 0, onTheWay: 1, left: 0 }]);
  await ok(comes('wang', { order: order.code, found: 'wrong product' }));
  expect(await leftOf(house, id)).toEqual([{ exported: 1, back: 1, onTheWay: 1, left: 0 }]);

  const blind = await ok(comes('liu', { order: order.code }, { exporter: 'whale' }));
  const known = { exporter: 'whale', sku: 'EARBUDS', reason: '铭牌' };
  await ok(house.item('wang', blind.code, 'identify', known));
  expect(await leftOf(house, id)).toEqual([{ exported: 1, back: 2, onTheWay: 1, left: 0 }]);
  const { risks } = await ok(house.call('wang', `GET /api/v1/return-orders/${order.code}`));
  expect(risks).toHaveLength(2);
});

test('a count that finds more than was exported is a supervisor’s, and is noted', async () => {
  const house = await aHouse();
  await entered(house, 'SO-1', [{ sku: 'SHIRT', quantity: 3 }]);
  const order = await ok(returned(house, [{ salesOrder: 'SO-1', sku: 'SHIRT', quantity: 3 }]));
  const [{ code }] = order.items;
  await ok(house.item('liu', code, 'receive', { location: 'R-01' }));
  const count = (who: Name, quantity: number) =>
    house.item(who, code, 'recount', { quantity, reason: '盘点' });
  const asked = await count('wu', 4);
  expect(asked).toMatchObject({ status: 403, body: { code: 'more_than_exported' } });
  await ok(count('wang', 4));
  const seen = await ok(house.call('wang', `GET /api/v1/return-orders/${order.code}`));
  expect(seen.risks).toMatchObject([{ order: 'SO-1', sku: 'SHIRT', exported: 3, back: 4 }]);
});

test.each(['must', 'should'])(
  'a draft older than the contract that a line %s cite is looked at by a person',
  async (rule) => {
    const house = await aHouse();
    await citation(house, 'need not');
    const draft = await ok(returned(house, [{}], { submit: false }));
    expect(draft).toMatchObject({ state: { id: 'draft' }, needsExport: false });
    await citation(house, rule);
    const sent = await ok(house.order('whale', draft.code, 'submit'));
    expect(sent).toMatchObject({ state: { id: 'submitted' }, needsExport: true, reviewFor: ['X15'] });
  },
);
