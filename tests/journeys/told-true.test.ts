import { expect, test } from 'vitest';
import { aHouse, type House } from '../world.ts';
import { announced, ok, received, refused, shipmentAsk, sound, state, stored } from './road.ts';

const look = (house: House, code: string) => ok(house.call('wang', `GET /api/v1/items/${code}`));
const open = (house: House, exit: string, items: readonly string[]) =>
  house.call('wang', 'POST /api/v1/shipments', shipmentAsk(exit, items));

test('that its data are wiped is recorded once, of what holds data, was inspected and is not held, and says how', async () => {
  const house = await aHouse();
  const wiped = { wipeMethod: 'tool' };
  const shirt = await stored(house);
  await refused(house.item('chen', shirt, 'wipe', wiped), 'it holds data that are not wiped');
  const phone = await received(house, 'PHONE', { serial: 'SN-4243' });
  await refused(house.item('chen', phone, 'wipe', wiped), 'it was inspected');
  await ok(house.item('chen', phone, 'inspect', { ...sound, battery: 'good' }));
  await ok(house.item('chen', phone, 'hold', { kind: 'quality' }));
  await refused(house.item('chen', phone, 'wipe', wiped), 'nothing holds it');
  await ok(house.item('wang', phone, 'liftHold', { kind: 'quality', reason: '好' }));
  expect((await house.item('chen', phone, 'wipe', {})).status).toBe(422);
  const after = await ok(house.item('chen', phone, 'wipe', wiped));
  expect(after.wiped).toBe(true);
  expect(after.openSteps.map(({ step }: { step: string }) => step)).not.toContain('wipe');
  await refused(house.item('chen', phone, 'wipe', wiped), 'it holds data that are not wiped');
  const { events } = await ok(house.call('wang', `GET /api/v1/items/${phone}/history`));
  expect(events[0]).toMatchObject({ step: 'wipe', given: wiped });
});

test('no IMEI, no product code, no label of ours and no place is a waybill; a wrong one is put right with a reason', async () => {
  const house = await aHouse();
  const item = await stored(house);
  const { code } = await ok(open(house, 'resale', [item]));
  await ok(house.item('sun', item, 'pick', { shipment: code }));
  await ok(house.item('sun', item, 'pack'));
  await ok(house.shipment('sun', code, 'close', { cartons: 1, weight: 500 }));
  const hand = (waybill: string) => house.shipment('sun', code, 'handOver', { carrier: 'J&T', waybill });
  for (const wrong of ['490154203237518', '6901234567892', item, 'A-01-01-1']) {
    const { status, body } = await hand(wrong);
    expect(status, wrong).toBe(422);
    // A label of ours may be drawn without a digit, and is no waybill by its form already.
    expect(body.words.zh, wrong).toMatch(/不是运单号|运单号应为/);
  }
  expect(await state(house, item)).toBe('packed');
  await ok(hand('JT1234567890123'));
  const right = { carrier: 'UPS', waybill: '1Z999AA10123456784', reason: '贴错面单' };
  expect((await house.shipment('sun', code, 'correctWaybill', { ...right, waybill: item })).status).toBe(422);
  expect(await ok(house.shipment('sun', code, 'correctWaybill', right))).toMatchObject({
    ...{ carrier: 'UPS', waybill: '1Z999AA10123456784', state: { id: 'handedOver' } },
  });
});

test('a lot that was split tells the code of its part, until something else is done with it', async () => {
  const house = await aHouse();
  const lot = await stored(house, 'RTS', sound, 'SHIRT', { quantity: 10 });
  await ok(house.item('wu', lot, 'split', { quantity: 2 }));
  house.later(1);
  const after = await ok(house.item('wu', lot, 'split', { quantity: 3 }));
  expect((await look(house, after.splitInto)).quantity).toBe(3);
  expect((await look(house, after.splitInto)).splitInto).toBeNull();
  expect((await ok(house.item('wu', lot, 'hold', { kind: 'quality' }))).splitInto).toBeNull();
});

test('a telephone on which no serial was found is held as a doubt of what it is', async () => {
  const house = await aHouse();
  const { items } = await announced(house, 'whale', [{ sku: 'PHONE' }]);
  const came = await ok(
    house.item('liu', items[0]?.code ?? '', 'receive', { location: 'R-01', noSerial: true }),
  );
  expect(came.holds).toMatchObject([
    { kind: 'identity', doubt: 'no serial', why: { zh: expect.stringContaining('没有序列号') } },
  ]);
});
