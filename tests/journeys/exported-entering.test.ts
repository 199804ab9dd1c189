import { expect, test } from 'vitest';
import { aHouse } from '../world.ts';
import { entered, exportedOrder, returned } from './exported.ts';
import { ok } from './road.ts';

test('an order that is sent again changes nothing; more of it is added, a correction is taken until it is cited', async () => {
  const house = await aHouse();
  const first = await entered(house, 'SO-1');
  const again = await entered(house, 'SO-1');
  expect(again).toEqual(first);
  // The second parcel of the same order, under another document.
  const more = await entered(house, 'SO-1', [{}, { quantity: 2, exportDocument: '46412026E000000099' }]);
  expect(
    more.lines.map(({ quantity: _, exported }: { quantity: number; exported: number }) => exported),
  ).toEqual([5, 2]);
  const right = await entered(house, 'SO-1', [{ quantity: 6 }]);
  expect(right.lines[0].exported).toBe(6);
  await ok(returned(house, [{ salesOrder: 'SO-1', orderLine: 1 }]));
  const late = await house.call(
    'whale',
    'POST /api/v1/exported-orders',
    exportedOrder('SO-1', [{ quantity: 9 }]),
  );
  expect(late).toMatchObject({ status: 409, body: { code: 'export_cited' } });
  expect(late.body.words.en).toContain('Line 1 (EARBUDS) of exported order SO-1 is cited by returns');
  // Two shops of one exporter may count alike.
  const shop = await entered(house, 'SO-1', [{ quantity: 1 }], { platform: 'Lazada' });
  expect(shop.id).not.toBe(first.id);
  const which = await returned(house, [{ salesOrder: 'SO-1' }]);
  expect(which.body.issues[0].words.en).toContain('Say the platform');
  expect(
    (await ok(returned(house, [{ salesOrder: 'SO-1' }], { platform: 'Lazada' }))).lines[0].cites.id,
  ).toBe(shop.id);
});

test('what cannot have been exported so is refused with what to do', async () => {
  const house = await aHouse();
  const ask = (lines: readonly object[], more: object = {}) =>
    house.call('whale', 'POST /api/v1/exported-orders', exportedOrder('SO-1', lines, more));
  const field = async (lines: readonly object[], more: object = {}) => {
    const { status, body } = await ask(lines, more);
    expect(status).toBe(422);
    return body.issues[0].path.join('.');
  };
  expect(await field([{ quantity: 0 }])).toBe('lines.0.quantity');
  expect(await field([{ quantity: -1 }])).toBe('lines.0.quantity');
  expect(await field([])).toBe('lines');
  expect(await field([{ exportDate: '2026-02-30' }])).toBe('lines.0.exportDate');
  expect(await field([{ exportDate: '2027-01-01' }])).toBe('lines.0.exportDate');
  expect(await field([{ serial: 'SN12345', quantity: 2 }])).toBe('lines.0.quantity');
  expect(await field([{}], { country: 'ZZ' })).toBe('country');
});
