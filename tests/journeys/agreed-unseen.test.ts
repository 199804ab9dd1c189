import request from 'supertest';
import { expect, test } from 'vitest';
import { entities } from '../../server/registry.ts';
import type { Step } from '../../server/workflow/workflow.ts';
import type { Name } from '../cast.ts';
import { aHouse, type House, newScan } from '../world.ts';
import { diagnosed, forVendor, handedOver, ticketAs } from './repairs.ts';
import {
  aReturn,
  type Body,
  decided,
  inspected,
  ok,
  received,
  refused,
  shipmentAsk,
  stored,
} from './road.ts';

const look = (house: House, who: Name, path: string): Promise<Body> =>
  ok(house.call(who, `GET /api/v1/${path}`));
/** Refused because the thing is another one than what was seen; the answer shows it as it is. */
async function changed(asked: Promise<{ status: number; body: Body }>): Promise<Body> {
  const { status, body } = await asked;
  expect(status, JSON.stringify(body)).toBe(409);
  expect(body).toMatchObject({ code: 'changed_meanwhile', now: { version: expect.any(Number) } });
  for (const part of ['what', 'why', 'next', 'words'])
    expect([body[part].zh, body[part].en].every((text) => text.length > 2)).toBe(true);
  return body.now;
}

test('two supervisors look at one item: the second to decide is told that it was decided, and how', async () => {
  const house = await aHouse();
  const code = await inspected(house);
  const { version: seen, openSteps } = await look(house, 'wang', `items/${code}`);
  expect(openSteps.find(({ step }: Body) => step === 'decide').seen).toBe(seen);
  expect(openSteps.find(({ step }: Body) => step === 'move').seen).toBeNull();
  await ok(house.item('wang', code, 'decide', { seen, disposition: 'RTS' }));
  const now = await changed(house.item('han', code, 'decide', { seen, disposition: 'RTE' }));
  expect(now).toMatchObject({ state: { id: 'sorted' }, disposition: 'RTS' });
  expect(await look(house, 'han', `items/${code}`)).toMatchObject({ disposition: 'RTS' });
  await ok(house.item('han', code, 'decide', { seen: now.version, disposition: 'RTE' }));
});

test('of two who decide at the same moment one is refused, whatever they decide', async () => {
  const house = await aHouse();
  const code = await inspected(house);
  const { version: seen } = await look(house, 'wang', `items/${code}`);
  const answers = await Promise.all([
    house.item('wang', code, 'decide', { seen, disposition: 'RTS' }),
    house.item('han', code, 'decide', { seen, disposition: 'RTE' }),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
});

test('an exporter cannot instruct about an item that was inspected again since they looked', async () => {
  const house = await aHouse();
  const code = await inspected(house);
  await ok(house.item('chen', code, 'askExporter'));
  const { version: seen } = await look(house, 'whale', `items/${code}`);
  await ok(house.item('wu', code, 'move', { location: 'Q-01-01-1' }));
  const now = await changed(house.item('whale', code, 'instruct', { seen, disposition: 'RTE' }));
  // What an exporter may not see, a refusal does not show either.
  expect(now).toMatchObject({ location: null, signature: null });
});

test('a vendor’s second quote of 100,000 cannot be approved by a click on 150', async () => {
  const house = await aHouse();
  const { ticket, consignment } = await forVendor(house);
  await handedOver(house, consignment);
  await ok(house.ticket('spark', ticket, 'takeIn'));
  await ok(house.ticket('spark', ticket, 'diagnose', { diagnosis: '排线断' }));
  await ok(house.ticket('spark', ticket, 'quote', { labour: 15_000, parts: 0 }));
  const { version: seen } = await ticketAs(house, 'whale', ticket);
  const estimate = { version: 1, totalMinor: 15_000, currency: 'CNY' };
  await ok(house.ticket('spark', ticket, 'quote', { labour: 10_000_000, parts: 0 }));
  for (const [step, given] of [
    ['approve', {}],
    ['decline', { decision: 'E3' }],
  ] as const) {
    const now = await changed(house.ticket('whale', ticket, step, { seen, estimate, ...given }));
    expect(now.estimates[0]).toMatchObject({ version: 2, totalMinor: 10_000_000, decision: null });
  }
  expect((await ticketAs(house, 'whale', ticket)).state.id).toBe('awaitingApproval');
});

test('who answers an estimate names its version, its total and its currency, all of them right', async () => {
  const house = await aHouse();
  const { ticket } = await diagnosed(house);
  await ok(house.ticket('zhao', ticket, 'quote', { labour: 5_000, parts: 4_000 }));
  await ok(house.ticket('zhao', ticket, 'quote', { labour: 90_000, parts: 900_000 }));
  const { version: seen } = await ticketAs(house, 'whale', ticket);
  const right = { version: 2, totalMinor: 990_000, currency: 'CNY' };
  const guard = 'its newest estimate is the one that is answered';
  for (const wrong of [{ version: 1 }, { totalMinor: 9_000 }, { currency: 'USD' }])
    for (const [step, given] of [
      ['approve', {}],
      ['decline', { decision: 'E4' }],
    ] as const)
      await refused(
        house.ticket('whale', ticket, step, { seen, estimate: { ...right, ...wrong }, ...given }),
        guard,
      );
  const without = { scanId: newScan(), step: 'approve', seen };
  expect((await house.call('whale', `POST /api/v1/tickets/${ticket}/steps`, without)).status).toBe(422);
  await ok(house.ticket('whale', ticket, 'approve', { seen, estimate: right }));
});

test('a program with a key brings what it saw as well', async () => {
  const house = await aHouse();
  const code = await inspected(house);
  await ok(house.item('chen', code, 'askExporter'));
  const scopes = ['items.read', 'items.instruct'];
  const ask = { name: 'ERP', scopes, days: 30 };
  const { secret } = await ok(house.call('whale', 'POST /api/v1/api-keys', ask));
  const instruct = (given: object) =>
    request(house.server)
      .post(`/api/v1/items/${code}/steps`)
      .set('authorization', `Bearer ${secret}`)
      .send({ scanId: newScan(), step: 'instruct', disposition: 'RTE', ...given });
  expect((await instruct({})).status).toBe(422);
  const { version } = await look(house, 'whale', `items/${code}`);
  expect((await instruct({ seen: version - 1 })).body.code).toBe('changed_meanwhile');
  await ok(instruct({ seen: version }));
});

const given: Readonly<Record<string, object>> = {
  decide: { disposition: 'RTS' },
  instruct: { disposition: 'RTE' },
  signDestruction: { reason: '报废' },
  recount: { quantity: 3, reason: '盘点' },
  identify: { exporter: 'whale', sku: 'SHIRT', reason: '面单' },
  reportLost: { reason: '不见' },
  liftHold: { kind: 'quality', reason: '好' },
  correct: { reason: '补' },
  decline: { decision: 'E3' },
  quote: { labour: 1, parts: 1 },
  reject: { note: '不收' },
  correctExport: { line: 1, salesOrder: 'SO-1', note: '订单号填错' },
  handOver: { carrier: 'J&T', waybill: 'JT1234567890123' },
  correctWaybill: { carrier: 'J&T', waybill: 'JT1234567890124', reason: '填错' },
};
const estimate = { version: 1, totalMinor: 1, currency: 'CNY' };
const deciding = (flow: { readonly steps: object }) =>
  Object.entries<Step>({ ...flow.steps }).filter(([, { decides }]) => decides);
const whoTakes = ({ needs }: Step): Name =>
  needs === 'items.instruct' || needs === 'tickets.answer'
    ? 'whale'
    : needs === 'tickets.work'
      ? 'zhao'
      : 'wang';
const answersTo = (path: string, step: string, { names }: Step) => ({
  ...{ step, ...(path === 'consignments' ? {} : given[step]) },
  ...(names ? { estimate } : {}),
});

test('no step that decides is taken of a thing that is another one than was seen, or without saying which', async () => {
  const house = await aHouse();
  const item = await stored(house, 'RTS');
  const { ticket, consignment } = await forVendor(house);
  const shipment = (await ok(house.call('wang', 'POST /api/v1/shipments', shipmentAsk('resale', [item]))))
    .code;
  const strange = aReturn([{ sku: 'NO-SUCH' }]);
  const order = (await ok(house.call('whale', 'POST /api/v1/return-orders', strange))).code;
  const things = [
    ['items', item, entities.item.flow],
    ['tickets', ticket, entities.ticket.flow],
    ['consignments', consignment, entities.consignment.flow],
    ['shipments', shipment, entities.shipment.flow],
    ['return-orders', order, entities.returnOrder.flow],
  ] as const;
  const taken: string[] = [];
  for (const [path, code, flow] of things)
    for (const [step, declared] of deciding(flow)) {
      const who = whoTakes(declared);
      const ask = answersTo(path, step, declared);
      const post = (seen: object) =>
        house.call(who, `POST /api/v1/${path}/${code}/steps`, { scanId: newScan(), ...ask, ...seen });
      const { version } = await look(house, who, `${path}/${code}`);
      for (const other of [1, 7]) await changed(post({ seen: version + other }));
      expect((await post({})).body.issues, step).toMatchObject([{ path: ['seen'] }]);
      taken.push(`${path} ${step}`);
    }
  expect(taken.sort()).toEqual([
    ...['close', 'handOver'].map((step) => `consignments ${step}`),
    ...'correct decide destroy identify instruct liftHold recount reportLost signDestruction'
      .split(' ')
      .map((step) => `items ${step}`),
    ...['approve', 'correctExport', 'reject'].map((step) => `return-orders ${step}`),
    ...['cancel', 'close', 'correctWaybill', 'handOver'].map((step) => `shipments ${step}`),
    ...['approve', 'decline', 'quote'].map((step) => `tickets ${step}`),
  ]);
});

test('a shipment is another one with each thing that is promised to it or released from it', async () => {
  const house = await aHouse();
  const code = await stored(house);
  const { code: shipment } = await ok(
    house.call('wang', 'POST /api/v1/shipments', shipmentAsk('resale', [])),
  );
  const versions = [(await look(house, 'wang', `shipments/${shipment}`)).version];
  const cancel = (seen: number) => house.shipment('wang', shipment, 'cancel', { seen });
  for (const [step, answers] of [
    ['reserve', { shipment }],
    ['release', {}],
    ['reserve', { shipment }],
  ] as const) {
    await ok(house.item('wang', code, step, answers));
    for (const seen of versions) await changed(cancel(seen));
    versions.push((await look(house, 'wang', `shipments/${shipment}`)).version);
  }
  expect(new Set(versions).size).toBe(4);
  await ok(cancel(versions.at(-1)));
});

test('a consignment is another one with each thing that is added or taken out', async () => {
  const house = await aHouse();
  const { item, consignment } = await forVendor(house);
  const version = async () => (await look(house, 'wu', `consignments/${consignment}`)).version as number;
  const versions = [await version()];
  await forVendor(house);
  versions.push(await version());
  await ok(house.item('zhao', item, 'undoHandToVendor'));
  versions.push(await version());
  expect(new Set(versions).size).toBe(3);
  for (const seen of versions.slice(0, 2))
    await changed(house.consignment('wu', consignment, 'close', { seen }));
  await ok(house.consignment('wu', consignment, 'close', { seen: versions[2] }));
});

test('a second signature is none when the count, the place or a fact has changed since the first', async () => {
  const house = await aHouse();
  const lift = { kind: 'battery', reason: '已复检' };
  for (const [what, step, answers] of [
    ['count', 'recount', { quantity: 8, reason: '盘点' }],
    ['place', 'move', { location: 'H-01-01-1' }],
    ['fact', 'correct', { serial: 'SN-77', reason: '补' }],
  ] as const) {
    const code = await received(house, 'SHIRT', what === 'fact' ? {} : { quantity: 10 });
    await ok(house.item('wu', code, 'hold', { kind: 'battery' }));
    const signed = await ok(house.item('wang', code, 'liftHold', lift));
    expect(signed.signature, what).toMatchObject({ mine: true });
    await ok(house.item('wang', code, step, answers));
    // Whoever confirms on an old screen is refused; whoever looks anew signs first.
    await changed(house.item('han', code, 'liftHold', { ...lift, seen: signed.version }));
    expect(await ok(house.item('han', code, 'liftHold', lift)), what).toMatchObject({
      holds: [{ kind: 'battery' }],
      signature: { mine: true },
    });
    expect((await ok(house.item('wang', code, 'liftHold', lift))).holds, what).toEqual([]);
  }
});

test('a signature for destruction is for so many, there and as it was', async () => {
  const house = await aHouse();
  const code = await decided(house, 'DST', undefined, 'SHIRT', { quantity: 2 });
  await ok(house.item('wang', code, 'signDestruction', { reason: '报废' }));
  await ok(house.item('wu', code, 'recount', { quantity: 5, reason: '盘点' }));
  await refused(house.item('han', code, 'destroy'), 'two different people sign');
  await ok(house.item('wang', code, 'signDestruction', { reason: '报废' }));
  const { version: seen } = await look(house, 'han', `items/${code}`);
  await ok(house.item('wu', code, 'hold', { kind: 'quality' }));
  await changed(house.item('han', code, 'destroy', { seen }));
});
