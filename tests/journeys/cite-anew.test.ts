import { expect, test } from 'vitest';
import type { Name } from '../cast.ts';
import { aHouse, type House } from '../world.ts';
import { citation, entered, leftOf, returned } from './exported.ts';
import { type Body, ok, refused } from './road.ts';

const step = (house: House, who: Name, code: string, name: string, more: object) =>
  house.order(who, code, name, more);
const stepsOf = (body: Body) => body.openSteps.map((one: { step: string }) => one.step);
const other = { exportDocument: '46412026E000000099', exportLine: 7, exportDate: '2026-09-01' };

test('a line that cites the wrong export is put right before anything came: quantity, papers and clocks follow', async () => {
  const house = await aHouse();
  const wrong = await entered(house, 'SO-1');
  const right = await entered(house, 'SO-2', [{ ...other, releaseDate: '2026-09-02' }]);
  const order = await ok(returned(house, [{ salesOrder: 'SO-1', quantity: 2 }]));
  expect(order.state.id).toBe('approved');
  // Approved, it is the office that may still change it.
  expect(stepsOf(order)).not.toContain('citeAnew');
  const [item] = order.items;
  const before = await ok(house.call('wang', `GET /api/v1/items/${item.code}`));
  expect(before.customs).toMatchObject({
    document: '46412026E000000077',
    supervision: { until: '2027-08-20' },
  });
  const put = await ok(
    step(house, 'wang', order.code, 'correctExport', { line: 1, salesOrder: 'SO-2', note: '订单号填错' }),
  );
  expect(put.lines[0]).toMatchObject({
    ...{ salesOrder: 'SO-2', cites: { id: right.id, line: 1 }, exportDocument: '46412026E000000099' },
    ...{ exportDate: '2026-09-01', releaseDate: '2026-09-02' },
  });
  expect(await leftOf(house, wrong.id)).toEqual([{ exported: 5, back: 0, onTheWay: 0, left: 5 }]);
  expect(await leftOf(house, right.id)).toEqual([{ exported: 5, back: 0, onTheWay: 2, left: 3 }]);
  const after = await ok(house.call('wang', `GET /api/v1/items/${item.code}`));
  expect(after.customs).toMatchObject({
    ...{ document: '46412026E000000099', line: 7, supervision: { until: '2027-09-01' } },
  });
  // No exporter and no receiver does it in the office's place.
  for (const who of ['whale', 'liu'] as const)
    expect(
      (await step(house, who, order.code, 'correctExport', { line: 1, salesOrder: 'SO-1', note: 'x' }))
        .status,
    ).toBe(403);
});

test('its exporter puts it right while it waits to be looked at; what should cite and does now is no reason any more', async () => {
  const house = await aHouse();
  await citation(house, 'should');
  const { id } = await entered(house, 'SO-2');
  const order = await ok(returned(house, [{ salesOrder: 'SO-9', quantity: 5 }]));
  expect([order.state.id, order.reviewFor]).toEqual(['submitted', ['X15']]);
  expect(stepsOf(order)).toContain('citeAnew');
  const put = await ok(step(house, 'whale', order.code, 'citeAnew', { line: 1, salesOrder: 'SO-2' }));
  expect([put.state.id, put.reviewFor]).toEqual(['submitted', []]);
  expect(await leftOf(house, id)).toEqual([{ exported: 5, back: 0, onTheWay: 5, left: 0 }]);
  // Another exporter's return does not exist.
  expect((await step(house, 'kite', order.code, 'citeAnew', { line: 1, salesOrder: 'SO-2' })).status).toBe(
    404,
  );
});

test('no more is cited than is left, nor what is not there, nor after the first of it came; then nothing has changed', async () => {
  const house = await aHouse();
  const first = await entered(house, 'SO-1');
  await entered(house, 'SO-2', [{ quantity: 1 }]);
  await entered(house, 'SO-3', [{ sku: 'SHIRT' }]);
  const order = await ok(returned(house, [{ salesOrder: 'SO-1', quantity: 2 }]));
  const put = (more: object) =>
    step(house, 'wang', order.code, 'correctExport', { line: 1, salesOrder: 'SO-2', note: 'x', ...more });
  const words = async (more: object) => {
    const { status, body } = await put(more);
    expect(status).toBe(422);
    return body.issues[0].words.en;
  };
  expect(await words({})).toContain('1 left of 1 of EARBUDS on line 1 of exported order SO-2');
  expect(await words({ salesOrder: 'SO-3' })).toContain('exported order SO-3 has no EARBUDS');
  expect(await words({ salesOrder: 'SO-9' })).toContain('there is no exported order SO-9');
  expect(await words({ line: 2 })).toContain('no line 2');
  expect(await words({ salesOrder: 'SO-1', orderLine: 4 })).toContain('has no line 4');
  expect(await leftOf(house, first.id)).toEqual([{ exported: 5, back: 0, onTheWay: 2, left: 3 }]);
  await ok(house.item('liu', order.items[0].code, 'receive', { location: 'R-01', quantity: 1 }));
  await refused(put({ salesOrder: 'SO-1' }), 'nothing of it has arrived');
});

test('of sixteen returns that are put right at once onto the last unit, one is', async () => {
  const house = await aHouse();
  await entered(house, 'SO-1', [{ quantity: 16 }]);
  const { id } = await entered(house, 'SO-2', [{ quantity: 1 }]);
  const orders = await Promise.all(
    Array.from({ length: 16 }, () => ok(returned(house, [{ salesOrder: 'SO-1' }]))),
  );
  const all = await Promise.all(
    orders.map(({ code }) =>
      step(house, 'wang', code, 'correctExport', { line: 1, salesOrder: 'SO-2', note: '更正' }),
    ),
  );
  expect(all.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(all.filter(({ status }) => status === 422)).toHaveLength(15);
  expect(await leftOf(house, id)).toEqual([{ exported: 1, back: 0, onTheWay: 1, left: 0 }]);
});
