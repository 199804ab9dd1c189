import { expect, test } from 'vitest';
import { aHouse, newScan } from '../world.ts';
import { announced, ok, received } from './road.ts';

test('several articles never get one serial: not at the dock, not blind, not by a correction', async () => {
  const house = await aHouse();
  const refusal = { code: 'serial_lot' };
  const lot = (await announced(house, 'whale', [{ sku: 'SHIRT', quantity: 3 }])).items[0]?.code ?? '';
  const dock = await house.item('liu', lot, 'receive', { location: 'R-01', serial: 'SN-00001' });
  expect([dock.status, dock.body]).toMatchObject([409, refusal]);
  const blind = { scanId: newScan(), location: 'R-01', description: '盒', quantity: 2, serial: 'SN-00002' };
  expect((await house.call('liu', 'POST /api/v1/receipts', blind)).body).toMatchObject(refusal);
  const here = await received(house, 'SHIRT', { quantity: 2 });
  const corrected = await house.item('wang', here, 'correct', { serial: 'SN-00003', reason: 'seen' });
  expect(corrected.body).toMatchObject(refusal);
  // What comes of the lot as a single article has its own.
  const one = await ok(
    house.item('liu', lot, 'receive', { location: 'R-01', quantity: 1, serial: 'SN-00001' }),
  );
  expect(one).toMatchObject({ quantity: 1, serial: 'SN-00001' });
});
