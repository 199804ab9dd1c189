import { expect, test } from 'vitest';
import { aHouse, type House, newScan } from '../world.ts';
import {
  announced,
  type Body,
  broken,
  decided,
  inspected,
  ok,
  received,
  refused,
  shipmentAsk,
  shippedOut,
  sound,
  state,
  stored,
} from './road.ts';

const look = (house: House, code: string) => ok(house.call('wang', `GET /api/v1/items/${code}`));
const open = (house: House, exit: string, items: readonly string[], more: object = {}) =>
  house.call('wang', 'POST /api/v1/shipments', shipmentAsk(exit, items, more));

test.each([
  ['resale', 'RTS', 'resold', 'buyer'],
  ['toBuyer', 'RTO', 'returnedToBuyer', 'buyer'],
  ['toExporter', 'RTE', 'returnedToExporter', 'exporter'],
])(
  'out by %s: picked, packed, shipped, delivered; and nothing leaves twice',
  async (exit, disposition, end, hands) => {
    const house = await aHouse();
    const code = await stored(house, disposition);
    const shipment = await shippedOut(house, exit, [code]);
    expect(await look(house, code)).toMatchObject({ custody: 'carrier', location: null });
    expect((await open(house, exit, [code])).status).toBe(409);
    await ok(house.shipment('sun', shipment, 'deliver'));
    expect(await look(house, code)).toMatchObject({ state: { id: end }, custody: hands });
    expect((await house.shipment('sun', shipment, 'deliver')).status).toBe(409);
    expect((await open(house, exit, [code])).status).toBe(409);
    await refused(house.item('sun', code, 'pick'), null);
  },
);

test('receiving makes nothing sellable, and neither does inspection alone', async () => {
  const house = await aHouse();
  const atDock = await received(house);
  await refused(open(house, 'resale', [atDock]), null);
  const graded = await inspected(house);
  await refused(open(house, 'resale', [graded]), null);
  const { body } = await house.item('liu', await received(house), 'decide', { disposition: 'RTS' });
  expect(body.code).toBe('forbidden');
});

test('while a hold stands nothing leaves: not from the shelf, the trolley, the carton or the dock', async () => {
  const house = await aHouse();
  const hold = (code: string) => house.item('wu', code, 'hold', { kind: 'dispute', note: '买家投诉' });
  const lift = (code: string) => house.item('wang', code, 'liftHold', { kind: 'dispute', reason: '已解决' });
  const blocked = 'nothing holds it';
  const code = await stored(house);
  await ok(hold(code));
  await refused(open(house, 'resale', [code]), blocked);
  expect((await house.item('wu', code, 'liftHold', { kind: 'dispute', reason: '?' })).status).toBe(403);
  await ok(lift(code));
  const { code: shipment } = await ok(open(house, 'resale', [code]));
  await ok(hold(code));
  await refused(house.item('sun', code, 'pick', { shipment }), blocked);
  await ok(lift(code));
  await ok(house.item('sun', code, 'pick', { shipment }));
  await ok(hold(code));
  await refused(house.item('sun', code, 'pack'), blocked);
  await ok(lift(code));
  await ok(house.item('sun', code, 'pack'));
  await ok(house.shipment('sun', shipment, 'close', { cartons: 1 }));
  await ok(hold(code));
  const waybill = { carrier: 'J&T', waybill: 'JT1234567890123' };
  await refused(house.shipment('sun', shipment, 'handOver', waybill), blocked);
  expect(await state(house, code)).toBe('packed');
  await ok(lift(code));
  await ok(house.shipment('sun', shipment, 'handOver', waybill));
});

test('what is put back goes where it lay, whatever happened to it on the trolley', async () => {
  const house = await aHouse();
  const code = await stored(house);
  const { code: shipment } = await ok(open(house, 'resale', [code]));
  await ok(house.item('sun', code, 'pick', { shipment }));
  await ok(house.item('sun', code, 'pack'));
  await ok(house.item('sun', code, 'unpack'));
  const back = await ok(house.item('sun', code, 'putBack'));
  expect(back).toMatchObject({ state: { id: 'stored' }, location: { code: 'A-01-01-1' } });
  await ok(house.item('sun', code, 'pick', { shipment }));
  await ok(house.item('wu', code, 'hold', { kind: 'quality' }));
  await refused(house.item('sun', code, 'putBack'), 'this place is made for it');
  await ok(house.item('sun', code, 'putBack', { location: 'Q-01-01-1' }));
});

test('a place refuses what is not for it, and says where that goes', async () => {
  const house = await aHouse();
  const code = await decided(house, 'RTS');
  for (const location of ['P-01', 'O-01', 'V-01', 'H-01-01-1'])
    await refused(house.item('wu', code, 'putAway', { location }), 'this place is made for it');
  await ok(house.item('wu', code, 'hold', { kind: 'quality' }));
  const { next } = await refused(
    house.item('wu', code, 'putAway', { location: 'A-01-01-1' }),
    'this place is made for it',
  );
  expect(next.zh).toContain('隔离区');
  await ok(house.item('wu', code, 'putAway', { location: 'q-01-01-1' }));
  const [one, two, three] = [
    await decided(house, 'RTS'),
    await decided(house, 'RTS'),
    await decided(house, 'RTS'),
  ];
  for (const each of [one, two]) await ok(house.item('wu', each, 'putAway', { location: 'A-01-01-2' }));
  await refused(house.item('wu', three, 'putAway', { location: 'A-01-01-2' }), 'there is room at this place');
  expect((await house.item('wu', three, 'putAway', { location: 'Z-9' })).status).toBe(404);
  expect(await state(house, three)).toBe('sorted');
});

test('no repair where customs forbid it, and no exit either', async () => {
  const house = await aHouse();
  const code = await decided(house, 'REP', broken);
  const as = (customsStatus: string) =>
    ok(house.item('guan', code, 'correct', { customsStatus, reason: '海关系统' }));
  for (const status of ['ZONE_BONDED', 'ARRIVED_UNDECLARED', 'EXPORTED']) {
    await as(status);
    const asked = house.item('zhao', code, 'startRepair', { fault: '坏', location: 'B-01' });
    await refused(asked, 'customs allow its repair');
    const sent = house.item('zhao', code, 'handToVendor', { fault: '坏', vendor: 'spark' });
    await refused(sent, 'customs allow its repair');
  }
  await as('BONDED_REPAIR');
  await ok(house.item('zhao', code, 'startRepair', { fault: '坏', location: 'B-01' }));
  const sold = await stored(house);
  await ok(house.item('guan', sold, 'correct', { customsStatus: 'BONDED_REPAIR', reason: '账册' }));
  await refused(open(house, 'resale', [sold]), 'customs allow this exit');
  const rubbish = await decided(house, 'DST', { ...broken, functional: 'F4', cosmetic: 'C4' });
  await ok(house.item('guan', rubbish, 'correct', { customsStatus: 'ZONE_BONDED', reason: '区内' }));
  await ok(house.item('wang', rubbish, 'signDestruction', { reason: '报废' }));
  await refused(house.item('han', rubbish, 'destroy'), 'customs allow its destruction');
});

test('destruction takes two people, and a new decision makes the first signature void', async () => {
  const house = await aHouse();
  const code = await decided(house, 'DST', broken);
  await ok(house.item('wang', code, 'signDestruction', { reason: '无法修复' }));
  await ok(house.item('chen', code, 'decide', { disposition: 'DST' }));
  await refused(house.item('han', code, 'destroy'), 'two different people sign');
  await ok(house.item('wang', code, 'signDestruction', { reason: '无法修复' }));
  await ok(house.item('wu', code, 'hold', { kind: 'dispute' }));
  await refused(house.item('han', code, 'destroy'), 'nothing holds it');
  await ok(house.item('wang', code, 'liftHold', { kind: 'dispute', reason: '撤诉' }));
  await ok(house.item('han', code, 'destroy'));
  expect(await look(house, code)).toMatchObject({
    state: { id: 'destroyed' },
    custody: 'nobody',
    location: null,
  });
});

test('what comes back undelivered is received, inspected anew and may leave again', async () => {
  const house = await aHouse();
  const code = await stored(house);
  await shippedOut(house, 'resale', [code]);
  await refused(
    house.item('liu', code, 'comeBack', { location: 'A-01-01-1' }),
    'this place is for receiving',
  );
  const back = await ok(house.item('liu', code, 'comeBack', { location: 'R-01', note: '地址不详' }));
  expect(back).toMatchObject({ state: { id: 'received' }, custody: 'hub', shipment: null });
  await refused(open(house, 'resale', [code]), null);
  await ok(house.item('chen', code, 'inspect', sound));
  await ok(house.item('chen', code, 'decide', { disposition: 'RTS' }));
  await ok(house.item('wu', code, 'putAway', { location: 'A-01-01-1' }));
  await ok(house.shipment('sun', await shippedOut(house, 'resale', [code]), 'deliver'));
});

test('what is lost frees its place and its promise; when it is found it begins at the dock', async () => {
  const house = await aHouse();
  const code = await stored(house);
  const { code: shipment } = await ok(open(house, 'resale', [code]));
  const lost = await ok(house.item('wang', code, 'reportLost', { reason: '盘点不见' }));
  expect(lost).toMatchObject({ state: { id: 'lost' }, location: null, shipment: null });
  expect((await ok(house.call('wang', `GET /api/v1/shipments/${shipment}`))).items).toEqual([]);
  await ok(house.item('liu', code, 'find', { location: 'R-01' }));
  await refused(house.item('sun', code, 'pick', { shipment }), null);
});

test('one that a vendor lost does not keep its consignment open, nor the rest from going', async () => {
  const house = await aHouse();
  const codes = [await decided(house, 'RPV', broken), await decided(house, 'RPV', broken)];
  for (const code of codes)
    await ok(house.item('zhao', code, 'handToVendor', { vendor: 'spark', fault: '坏' }));
  const [first = '', second = ''] = codes;
  await ok(house.item('wang', first, 'reportLost', { reason: '装箱时不见' }));
  const consignment = (await ok(house.call('wu', 'GET /api/v1/consignments?state=open'))).rows[0].code;
  await ok(house.consignment('wu', consignment, 'close'));
  await ok(house.consignment('wu', consignment, 'reopen'));
  await ok(house.consignment('wu', consignment, 'close'));
  await ok(house.consignment('wu', consignment, 'handOver'));
  await ok(house.item('wang', second, 'reportLost', { reason: '维修商遗失' }));
  expect((await ok(house.call('wu', `GET /api/v1/consignments/${consignment}`))).state.id).toBe('settled');
  const tickets = await ok(house.call('wang', 'GET /api/v1/tickets'));
  expect(tickets.rows.map((row: Body) => row.state.id)).toEqual(['cancelled', 'cancelled']);
});

test('a carton is not closed half full, and an exchange without stock says so and changes nothing', async () => {
  const house = await aHouse();
  const [one = '', two = ''] = [await stored(house), await stored(house)];
  const { code } = await ok(open(house, 'resale', [one, two]));
  await ok(house.item('sun', one, 'pick', { shipment: code }));
  await ok(house.item('sun', one, 'pack'));
  await refused(house.shipment('sun', code, 'close'), 'everything promised to it is packed');
  await refused(house.shipment('wang', code, 'cancel'), 'nothing of it is picked');
  await ok(house.item('wang', two, 'release'));
  await ok(house.shipment('sun', code, 'close'));
  expect(await state(house, two)).toBe('stored');
  const back = await decided(house, 'QTN', broken);
  const gone = await open(house, 'exchange', ['GNOSUCH000'], { replaces: back });
  expect(gone.status).toBe(404);
  expect((await look(house, back)).replacedBy).toBeNull();
  const kites = await open(house, 'exchange', [two], { replaces: back, exporter: 'kite' });
  expect(kites.body).toMatchObject({ status: 409, code: 'another_owner' });
});

test('what another owner’s shipment is scanned for is told as that, and moves nothing', async () => {
  const house = await aHouse();
  const mine = await stored(house);
  const theirs = (await announced(house, 'kite', [{ sku: 'SHIRT' }])).items[0]?.code ?? '';
  await ok(house.item('liu', theirs, 'receive', { location: 'R-01' }));
  await ok(house.item('chen', theirs, 'inspect', sound));
  await ok(house.item('chen', theirs, 'decide', { disposition: 'RTS' }));
  await ok(house.item('wu', theirs, 'putAway', { location: 'A-01-01-2' }));
  const { code } = await ok(open(house, 'resale', [mine]));
  for (const [who, step] of [
    ['sun', 'pick'],
    ['wang', 'reserve'],
  ] as const) {
    const { body } = await house.item(who, theirs, step, { shipment: code });
    expect(body).toMatchObject({
      ...{ status: 409, code: 'another_owner' },
      words: { zh: expect.stringContaining(`不在出库单 ${code} 上`) },
    });
  }
  expect(await state(house, theirs)).toBe('stored');
  expect((await house.item('kite', theirs, 'pick', { shipment: code })).status).toBe(403);
});

test('a damaged battery does not fly, and a telephone does not leave with a stranger’s data on it', async () => {
  const house = await aHouse();
  const bank = await stored(house, 'RTS', { ...sound, battery: 'good' }, 'POWERBANK');
  await refused(open(house, 'resale', [bank]), 'the carrier may carry its battery');
  await ok(open(house, 'resale', [bank], { transport: 'sea' }));
  const phone = await stored(house, 'RTS', { ...sound, battery: 'good' }, 'PHONE', { serial: 'SN-4242' });
  await refused(open(house, 'resale', [phone]), 'its data are wiped');
  await ok(house.item('chen', phone, 'wipe', { wipeMethod: 'reset' }));
  await ok(open(house, 'resale', [phone]));
});

test('two shipments that want the same thing at the same moment: one gets it', async () => {
  const house = await aHouse();
  const code = await stored(house);
  const answers = await Promise.all([1, 2, 3, 4].map(() => open(house, 'resale', [code])));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
});

test('an item is not in two people’s hands: of two who move it at once, both are told the truth', async () => {
  const house = await aHouse();
  const code = await decided(house, 'RTS');
  const put = () =>
    house.call('wu', `POST /api/v1/items/${code}/steps`, {
      scanId: newScan(),
      step: 'putAway',
      location: 'A-01-01-1',
    });
  const answers = await Promise.all([put(), put(), put()]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  const { events } = await ok(house.call('wang', `GET /api/v1/items/${code}/history`));
  expect(events.filter((event: Body) => event.step === 'putAway')).toHaveLength(1);
});
