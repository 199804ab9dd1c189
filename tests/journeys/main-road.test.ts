import { expect, test } from 'vitest';
import { aHouse, newScan } from '../world.ts';
import {
  announced,
  broken,
  decided,
  inspected,
  ok,
  received,
  refused,
  shippedOut,
  sound,
  state,
  stored,
} from './road.ts';

test('a return is announced, received, inspected, put away, picked, packed, shipped and resold', async () => {
  const house = await aHouse();
  const order = await announced(house, 'whale', [{ sku: 'SHIRT', quantity: 3 }], {
    reference: 'PO-1',
    waybill: 'JT0001112223334',
  });
  const code = order.items[0]?.code ?? '';
  const found = await ok(
    house.call('liu', 'POST /api/v1/scans', { scanId: newScan(), text: 'jt0001112223334' }),
  );
  expect(found.hit).toEqual({ kind: 'returnOrder', code: order.code });
  const inHand = await ok(house.item('liu', code, 'receive', { location: 'R-01', quantity: 3 }));
  expect(inHand).toMatchObject({
    state: { id: 'received' },
    location: { code: 'R-01' },
    customs: { status: 'RELEASED_DOMESTIC' },
  });
  const graded = await ok(house.item('chen', code, 'inspect', sound));
  expect(graded).toMatchObject({ grade: 'A', advised: 'RTS', state: { id: 'inspected' } });
  await ok(house.item('chen', code, 'decide', { disposition: 'RTS' }));
  await ok(house.item('wu', code, 'putAway', { location: 'A-01-01-1' }));
  const shipment = await shippedOut(house, 'resale', [code]);
  expect(await state(house, code)).toBe('shipped');
  await ok(house.shipment('sun', shipment, 'deliver'));
  expect(await state(house, code)).toBe('resold');
  const history = await ok(house.call('wang', `GET /api/v1/items/${code}/history`));
  expect(history.events.map((event: { step: string }) => event.step).reverse()).toEqual([
    'announce',
    'receive',
    'inspect',
    'decide',
    'putAway',
    'reserve',
    'pick',
    'pack',
    'ship',
    'arrive',
  ]);
  const seen = await ok(house.call('whale', `GET /api/v1/return-orders/${order.code}`));
  expect(seen.progress).toMatchObject({ stage: 'settled', settled: 3 });
});

test('a phone is repaired at the bench under an estimate that its exporter approves, and goes back to its buyer', async () => {
  const house = await aHouse();
  const code = await decided(house, 'REP', { ...broken, battery: 'good', wiped: true }, 'PHONE', {
    serial: 'SN0001',
  });
  await ok(house.item('zhao', code, 'startRepair', { fault: '不开机', location: 'B-01' }));
  const { ticket } = await ok(house.call('zhao', `GET /api/v1/items/${code}`));
  await ok(house.ticket('zhao', ticket.code, 'takeIn'));
  await refused(
    house.ticket('zhao', ticket.code, 'quote', { labour: 3000, parts: 9000 }),
    'it has a diagnosis',
  );
  await ok(house.ticket('zhao', ticket.code, 'diagnose', { diagnosis: '电源芯片损坏' }));
  const quoted = await ok(house.ticket('zhao', ticket.code, 'quote', { labour: 3000, parts: 9000 }));
  expect(quoted).toMatchObject({
    state: { id: 'awaitingApproval' },
    estimates: [{ totalMinor: 12_000, decision: null }],
  });
  const approved = await ok(house.ticket('whale', ticket.code, 'approve'));
  expect(approved).toMatchObject({ state: { id: 'approved' }, estimates: [{ decision: 'E1' }] });
  await refused(house.ticket('whale', ticket.code, 'approve'), null);
  await ok(house.ticket('zhao', ticket.code, 'start'));
  await ok(house.ticket('zhao', ticket.code, 'finish', { outcome: 'K01', workDone: '更换电源芯片' }));
  expect(await state(house, code)).toBe('toCheck');
  await ok(house.item('chen', code, 'passCheck', { ...sound, battery: 'good' }));
  await refused(
    house.item('chen', code, 'decide', { disposition: 'DST' }),
    'the outcome of its repair allows this',
  );
  await ok(house.item('chen', code, 'decide', { disposition: 'RTO' }));
  const shipment = await shippedOut(house, 'toBuyer', [code]);
  await ok(house.shipment('sun', shipment, 'deliver'));
  expect(await state(house, code)).toBe('returnedToBuyer');
});

test('a vendor takes in, quotes, repairs and gives back; what fails the final check goes round again', async () => {
  const house = await aHouse();
  const code = await decided(house, 'RPV', broken);
  await ok(house.item('zhao', code, 'handToVendor', { vendor: 'spark', fault: '左耳无声' }));
  const { ticket } = await ok(house.call('zhao', `GET /api/v1/items/${code}`));
  await refused(house.ticket('spark', ticket.code, 'takeIn'), 'it has reached whoever repairs it');
  const { rows } = await ok(house.call('wu', 'GET /api/v1/consignments?state=open'));
  await ok(house.consignment('wu', rows[0].code, 'close'));
  await ok(house.consignment('wu', rows[0].code, 'handOver'));
  expect((await ok(house.call('wu', `GET /api/v1/items/${code}`))).custody).toBe('vendor');
  await ok(house.ticket('spark', ticket.code, 'takeIn'));
  await ok(house.ticket('spark', ticket.code, 'diagnose', { diagnosis: '排线断' }));
  await ok(house.ticket('spark', ticket.code, 'quote', { labour: 2000, parts: 500 }));
  await ok(house.ticket('whale', ticket.code, 'approve'));
  await ok(house.ticket('spark', ticket.code, 'start'));
  await refused(house.item('liu', code, 'takeBack', { location: 'R-01' }), 'its vendor is done with it');
  await ok(house.ticket('spark', ticket.code, 'finish', { outcome: 'K01', workDone: '换排线' }));
  await ok(house.item('liu', code, 'takeBack', { location: 'R-01' }));
  expect((await ok(house.call('wu', `GET /api/v1/consignments/${rows[0].code}`))).state.id).toBe('settled');
  const again = await ok(house.item('chen', code, 'failCheck', { reason: '仍无声' }));
  expect(again).toMatchObject({ state: { id: 'atVendor' }, ticket: { state: 'rework' } });
  const second = (await ok(house.call('wu', 'GET /api/v1/consignments?state=open'))).rows[0].code;
  await ok(house.consignment('wu', second, 'close'));
  await ok(house.consignment('wu', second, 'handOver'));
  await ok(house.ticket('spark', ticket.code, 'start'));
  await ok(house.ticket('spark', ticket.code, 'giveBack', { outcome: 'K08', workDone: '主板报废' }));
  await ok(house.item('liu', code, 'takeBack', { location: 'R-01' }));
  await ok(house.item('chen', code, 'passCheck', broken));
  await refused(
    house.item('chen', code, 'decide', { disposition: 'RSB' }),
    'the grade allows this disposition',
  );
  await refused(
    house.item('chen', code, 'decide', { disposition: 'RTO' }),
    'the outcome of its repair allows this',
  );
  await ok(house.item('chen', code, 'decide', { disposition: 'RTE' }));
  const shipment = await shippedOut(house, 'toExporter', [code]);
  await ok(house.shipment('sun', shipment, 'deliver'));
  expect(await state(house, code)).toBe('returnedToExporter');
});

test('a declined estimate goes back unrepaired, and one that nobody answers counts as declined', async () => {
  const house = await aHouse();
  const { sweepDeadlines } = await import('../../server/jobs/deadlines.ts');
  const { newRequestContext } = await import('../../server/http/new-request-context.ts');
  for (const answer of ['decline', 'silence']) {
    const code = await decided(house, 'REP', broken);
    await ok(house.item('zhao', code, 'startRepair', { fault: '坏', location: 'B-01' }));
    const { ticket } = await ok(house.call('zhao', `GET /api/v1/items/${code}`));
    await ok(house.ticket('zhao', ticket.code, 'takeIn'));
    await ok(house.ticket('zhao', ticket.code, 'diagnose', { diagnosis: '主板' }));
    await ok(house.ticket('zhao', ticket.code, 'quote', { labour: 90_000, parts: 0 }));
    if (answer === 'decline') await ok(house.ticket('whale', ticket.code, 'decline', { decision: 'E3' }));
    else {
      house.later(71);
      await sweepDeadlines(house.deps, newRequestContext(house.deps));
      expect((await ok(house.call('zhao', `GET /api/v1/tickets/${ticket.code}`))).state.id).toBe(
        'awaitingApproval',
      );
      house.later(2);
      await sweepDeadlines(house.deps, newRequestContext(house.deps));
    }
    const declined = await ok(house.call('zhao', `GET /api/v1/tickets/${ticket.code}`));
    expect(declined).toMatchObject({
      state: { id: 'declined' },
      estimates: [{ decision: answer === 'decline' ? 'E3' : 'E8' }],
    });
    await ok(house.ticket('zhao', ticket.code, 'giveBack', { outcome: 'K10', workDone: '未修' }));
    await ok(house.item('chen', code, 'passCheck', broken));
    await refused(
      house.item('chen', code, 'decide', { disposition: 'REP' }),
      'the outcome of its repair allows this',
    );
    await ok(house.item('chen', code, 'decide', { disposition: 'RTO' }));
  }
});

test('an exchange sends one unit to the buyer and remembers which one it replaces', async () => {
  const house = await aHouse();
  const defective = await decided(house, 'QTN', broken);
  const fresh = await stored(house);
  const none = await house.call('wang', 'POST /api/v1/shipments', {
    ...(await import('./road.ts')).shipmentAsk('exchange', [fresh]),
  });
  expect(none).toMatchObject({ status: 409, body: { code: 'exchange_for_what' } });
  const shipment = await shippedOut(house, 'exchange', [fresh], { replaces: defective });
  await ok(house.shipment('sun', shipment, 'deliver'));
  expect(await state(house, fresh)).toBe('exchanged');
  expect((await ok(house.call('wang', `GET /api/v1/items/${defective}`))).replacedBy).toBe(fresh);
  await refused(
    house.item('chen', defective, 'decide', { disposition: 'RTO' }),
    'it was not replaced already',
  );
  await ok(house.item('chen', defective, 'decide', { disposition: 'RTE' }));
});

test('the exporter is asked, answers, and the item goes where the answer says', async () => {
  const house = await aHouse();
  const code = await inspected(house, broken);
  await ok(house.item('chen', code, 'askExporter'));
  const told = await ok(house.item('whale', code, 'instruct', { disposition: 'RTE', reason: '自己修' }));
  expect(told).toMatchObject({ state: { id: 'sorted' }, disposition: 'RTE', location: null });
  await refused(house.item('whale', code, 'instruct', { disposition: 'DST' }), null);
});

test('two people destroy what was decided for destruction', async () => {
  const house = await aHouse();
  const code = await decided(house, 'DST', { ...broken, functional: 'F4', cosmetic: 'C4' });
  await refused(house.item('wang', code, 'destroy'), 'two different people sign');
  await ok(house.item('wang', code, 'signDestruction', { reason: '无法修复' }));
  await refused(house.item('wang', code, 'destroy'), 'two different people sign');
  await ok(house.item('han', code, 'destroy'));
  expect(await state(house, code)).toBe('destroyed');
});

test('the same serial comes back and finds its old life', async () => {
  const house = await aHouse();
  const code = await stored(house, 'RTS', { ...sound, battery: 'good', wiped: true }, 'PHONE', {
    serial: 'SN-77',
  });
  const twice = await house.call('whale', 'POST /api/v1/return-orders', {
    scanId: newScan(),
    warehouse: 'HK',
    lines: [{ sku: 'PHONE', quantity: 1, serial: 'sn-77' }],
  });
  expect(twice).toMatchObject({ status: 409, body: { code: 'serial_in_house' } });
  await ok(house.shipment('sun', await shippedOut(house, 'resale', [code]), 'deliver'));
  const order = await announced(house, 'whale', [{ sku: 'PHONE', serial: 'SN-77' }]);
  expect(order.items.map((item) => item.code)).toEqual([code]);
  const back = await ok(house.item('liu', code, 'receive', { location: 'R-01' }));
  expect(back).toMatchObject({ state: { id: 'received' }, grade: null, disposition: null });
});

test('a short lot leaves the rest announced; the rest is received later, or reported missing', async () => {
  const house = await aHouse();
  const order = await announced(house, 'whale', [{ sku: 'SHIRT', quantity: 5 }]);
  const code = order.items[0]?.code ?? '';
  await refused(
    house.item('liu', code, 'receive', { location: 'R-01', quantity: 6 }),
    'it is no more than was announced',
  );
  await ok(house.item('liu', code, 'receive', { location: 'R-01', quantity: 2 }));
  const seen = await ok(house.call('liu', `GET /api/v1/return-orders/${order.code}`));
  expect(seen.progress).toMatchObject({ stage: 'partly received', received: 2, announced: 3 });
  const rest = seen.items.find((item: { state: { id: string } }) => item.state.id === 'announced').code;
  await ok(house.item('liu', rest, 'reportMissing'));
  await ok(house.item('liu', rest, 'receive', { location: 'R-01', quantity: 3 }));
  expect((await ok(house.call('liu', `GET /api/v1/return-orders/${order.code}`))).progress.stage).toBe(
    'received',
  );
});

test('an unidentified parcel is received blind, held, identified, and then goes on', async () => {
  const house = await aHouse();
  const blind = await ok(
    house.call('liu', 'POST /api/v1/receipts', {
      scanId: newScan(),
      location: 'R-01',
      description: '无标签耳机盒',
      waybill: 'XX123456789',
    }),
  );
  expect(blind).toMatchObject({ state: { id: 'received' }, exporter: null, holds: [{ kind: 'identity' }] });
  await ok(house.item('chen', blind.code, 'inspect', sound));
  await refused(house.item('chen', blind.code, 'decide', { disposition: 'RTS' }), 'we know whose it is');
  const known = await ok(
    house.item('wang', blind.code, 'identify', { exporter: 'whale', sku: 'EARBUDS', reason: '包内发票' }),
  );
  expect(known).toMatchObject({ exporter: { code: 'whale' }, holds: [] });
  await ok(house.item('chen', blind.code, 'decide', { disposition: 'RTS' }));
});

test('undo takes back the last step only while the thing is still where it put it', async () => {
  const house = await aHouse();
  const code = await received(house);
  expect((await ok(house.call('liu', `GET /api/v1/items/${code}`))).undo).toBe('undoReceive');
  await ok(house.item('liu', code, 'undoReceive'));
  expect(await state(house, code)).toBe('announced');
  await ok(house.item('liu', code, 'receive', { location: 'R-01' }));
  await ok(house.item('wu', code, 'move', { location: 'Q-01-01-1' }));
  await refused(house.item('liu', code, 'undoReceive'), 'it still lies where its receipt put it');
});
