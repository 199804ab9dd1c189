import { expect, test } from 'vitest';
import { aHouse, type House } from '../world.ts';
import { broken, decided, ok, refused, shippedOut, state, stored } from './road.ts';

const item = (house: House, code: string) => ok(house.call('zhao', `GET /api/v1/items/${code}`));
const consignment = async (house: House) =>
  (await ok(house.call('wu', 'GET /api/v1/consignments'))).rows[0].code as string;
const inside = async (house: House, code: string) =>
  (await ok(house.call('wu', `GET /api/v1/consignments/${code}`))).items.map(
    (one: { item: string }) => one.item,
  );

test('what was put into a vendor’s consignment by mistake is taken out again, and may go elsewhere', async () => {
  const house = await aHouse();
  const [wrong, right] = [await decided(house, 'RPV', broken), await decided(house, 'RPV', broken)];
  for (const code of [wrong, right])
    await ok(house.item('zhao', code, 'handToVendor', { vendor: 'spark', fault: '左耳无声' }));
  const sent = await item(house, wrong);
  expect(sent.undo).toBe('undoHandToVendor');
  const out = await ok(house.item('zhao', wrong, 'undoHandToVendor'));
  expect(out).toMatchObject({ state: { id: 'sorted' }, custody: 'hub' });
  expect(await inside(house, await consignment(house))).toEqual([right]);
  const ticket = await ok(house.call('zhao', `GET /api/v1/tickets/${sent.ticket.code}`));
  expect(ticket.state.id).toBe('cancelled');
  await ok(house.item('zhao', wrong, 'startRepair', { fault: '左耳无声', location: 'B-01' }));
});

test('nothing is taken out of a sealed consignment before it is opened again, nor from a vendor’s hands', async () => {
  const house = await aHouse();
  const code = await decided(house, 'RPV', broken);
  await ok(house.item('zhao', code, 'handToVendor', { vendor: 'spark', fault: '左耳无声' }));
  const box = await consignment(house);
  await ok(house.consignment('wu', box, 'close'));
  const sealed = await refused(house.item('zhao', code, 'undoHandToVendor'), null);
  // A technician opens no consignment: whoever may is asked.
  expect(sealed.openSteps).toEqual([]);
  expect(sealed.next.zh).toContain('请找主管');
  expect(await state(house, code)).toBe('atVendor');
  await ok(house.consignment('wu', box, 'handOver'));
  await refused(house.item('zhao', code, 'undoHandToVendor'), 'it is still in the house');
});

test('a consignment from which everything was taken out is not closed', async () => {
  const house = await aHouse();
  const code = await decided(house, 'RPV', broken);
  await ok(house.item('zhao', code, 'handToVendor', { vendor: 'spark', fault: '左耳无声' }));
  const box = await consignment(house);
  await ok(house.item('zhao', code, 'undoHandToVendor'));
  await refused(house.consignment('wu', box, 'close'), 'something is in it');
  await ok(house.item('zhao', code, 'handToVendor', { vendor: 'spark', fault: '右耳无声' }));
  expect(await inside(house, box)).toEqual([code]);
  await ok(house.item('wang', code, 'reportLost', { reason: '装箱时不见' }));
  await refused(house.consignment('wu', box, 'close'), 'something is in it');
});

test('a shipment of which all came back ends as not delivered; one of which something is left is delivered', async () => {
  const house = await aHouse();
  const codes = [await stored(house), await stored(house)];
  const shipment = await shippedOut(house, 'resale', codes);
  const shown = () => ok(house.call('sun', `GET /api/v1/shipments/${shipment}`));
  const [first = '', second = ''] = codes;
  await ok(house.item('liu', first, 'comeBack', { location: 'R-01' }));
  expect(await shown()).toMatchObject({ state: { id: 'handedOver' } });
  await ok(house.item('liu', second, 'comeBack', { location: 'R-01' }));
  expect(await shown()).toMatchObject({ state: { id: 'notDelivered' }, openSteps: [] });
  await refused(house.shipment('sun', shipment, 'deliver'), null);
});
