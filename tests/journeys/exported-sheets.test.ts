import { expect, test } from 'vitest';
import { finishTasks } from '../../server/jobs/background-tasks.ts';
import { aHouse } from '../world.ts';
import { citation, entered, leftOf, returned } from './exported.ts';
import { accepted, imported, progressOf } from './importing.ts';
import { ok } from './road.ts';

const sheet = (...rows: string[]) => ['退货单号,订单号,商品编码,数量,退货原因', ...rows].join('\r\n');
const at = ({ row, column, words }: { row: number; column: string; words: { en: string } }) => [
  row,
  column,
  words.en,
];

test('a row with order number and SKU brings its export with it; rows that ask for too much together are told', async () => {
  const house = await aHouse();
  const { id } = await entered(house, 'SO-1');
  const many = await imported(
    house,
    sheet('R-1,SO-1,EARBUDS,3,R01', 'R-2,SO-1,EARBUDS,2,R01', 'R-3,SO-1,EARBUDS,1,R01'),
  );
  expect(many.body.faults.map(at)).toEqual([
    [4, 'quantity', expect.stringContaining('0 left of 5 of EARBUDS')],
  ]);
  expect((await ok(house.call('whale', 'GET /api/v1/return-orders'))).total).toBe(0);
  const { body } = await imported(house, sheet('R-1,SO-1,EARBUDS,3,R01', 'R-2,SO-1,EARBUDS,2,R01'));
  expect(body.orders).toHaveLength(2);
  const first = await ok(house.call('whale', `GET /api/v1/return-orders/${body.orders[0].code}`));
  expect(first.lines[0]).toMatchObject({ cites: { id, line: 1 }, exportDocument: '46412026E000000077' });
  expect(first).toMatchObject({ reference: 'R-1', platform: 'Shopee', country: 'TH' });
  expect(await leftOf(house, id)).toEqual([{ exported: 5, back: 0, onTheWay: 5, left: 0 }]);
});

test('of sixty returns in one sheet, those that ask for more than is left are told, however far apart they stand', async () => {
  const house = await aHouse();
  await entered(house, 'SO-1', [{ quantity: 59 }]);
  const rows = Array.from({ length: 60 }, (_, n) => `R-${n},SO-1,EARBUDS,1,R01`);
  const { body } = await imported(house, sheet(...rows), { check: 'only' });
  expect(body.faults.map(at)).toEqual([[61, 'quantity', expect.stringContaining('0 left of 59')]]);
});

test('where a return has no number of its own, that of the order is both', async () => {
  const house = await aHouse();
  const { id } = await entered(house, 'SO-1');
  const { body } = await imported(house, ['Order ID,Seller SKU,Quantity', 'SO-1,EARBUDS,1'].join('\n'));
  expect(body.orders).toMatchObject([{ reference: 'SO-1' }]);
  expect(await leftOf(house, id)).toEqual([{ exported: 5, back: 0, onTheWay: 1, left: 4 }]);
});

test('form, sheet and API take from the same; what somebody else took after the check is left out, and named', async () => {
  const house = await aHouse();
  const { id } = await entered(house, 'SO-1');
  const { scanId } = await accepted(house, sheet('R-1,SO-1,EARBUDS,4,R01', 'R-2,SO-1,SHIRT,1,R01'));
  await ok(returned(house, [{ salesOrder: 'SO-1', quantity: 2 }]));
  await finishTasks(house.deps);
  const { report } = (await progressOf(house, scanId)).body;
  expect(report.orders.map(({ reference }: { reference: string }) => reference)).toEqual(['R-2']);
  expect(report.faults.map(at)).toEqual([[2, 'quantity', expect.stringContaining('3 left of 5 of EARBUDS')]]);
  expect(await leftOf(house, id)).toEqual([{ exported: 5, back: 0, onTheWay: 2, left: 3 }]);
});

test('the contract holds for a sheet as well, and a contradiction is a fault of its cell', async () => {
  const house = await aHouse();
  await entered(house, 'SO-1');
  await citation(house, 'must');
  const { body } = await imported(
    house,
    [
      '退货单号,订单号,商品编码,数量,国家,出口单证号',
      'R-1,SO-9,EARBUDS,1,,',
      'R-2,,SHIRT,1,,',
      'R-3,SO-1,EARBUDS,1,MY,',
      'R-4,SO-1,EARBUDS,1,,46412026E000000078',
    ].join('\n'),
  );
  expect(body.faults.map(at)).toEqual([
    [2, 'salesOrder', expect.stringContaining('no exported order SO-9')],
    [3, 'salesOrder', expect.stringContaining('has no order number')],
    [4, 'country', expect.stringContaining('MY is not the TH')],
    [5, 'exportDocument', expect.stringContaining('46412026E000000078 is not the 46412026E000000077')],
  ]);
  await citation(house, 'should');
  const { body: through } = await imported(house, sheet('R-1,SO-9,EARBUDS,1,R01', 'R-2,SO-1,EARBUDS,1,R01'));
  expect(through.orders.map(({ state }: { state: string }) => state)).toEqual(['submitted', 'approved']);
});
