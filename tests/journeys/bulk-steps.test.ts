import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { openDatabase } from '../../db/open.ts';
import { outbox } from '../../db/schema/jobs.ts';
import { reservations } from '../../db/schema/outbound.ts';
import { consignmentLines } from '../../db/schema/repair.ts';
import { addItem } from '../../server/items/write.ts';
import { carryOn, finishTasks } from '../../server/jobs/background-tasks.ts';
import { aHouse, type House, newScan } from '../world.ts';
import { inTheMidst } from './in-the-midst.ts';
import { forVendor } from './repairs.ts';
import { type Body, ok, refused, shipmentAsk, stored } from './road.ts';
import { books, eventsOf, rowOf } from './rows.ts';

const MINUTE_MS = 60_000;

/** So many things exactly like this one. */
async function copiesOf(house: House, code: string, n: number) {
  const row = await rowOf(house, code);
  const copies = Array.from({ length: n }, (_, i) => ({
    ...row,
    id: `${row.id} ${i}`,
    code: `${code}X${i}`,
  }));
  await books(house).atomically(async (tx) => {
    const what = { step: 'announce', toState: row.state, given: {}, byWhom: 'nobody', at: house.clock.now };
    for (const copy of copies) await addItem(tx, copy, what);
    const promise = await tx.first(reservations, eq(reservations.itemId, row.id));
    const line = await tx.first(consignmentLines, eq(consignmentLines.itemId, row.id));
    for (const { id } of copies) {
      if (promise) await tx.add(reservations, { ...promise, id: `of ${id}`, itemId: id });
      if (line) await tx.add(consignmentLines, { ...line, id: `of ${id}`, itemId: id });
    }
  });
  return copies.map((copy) => copy.code);
}
/** A shipment with so many things, packed and closed, or only promised. */
async function aShipment(house: House, n: number, isPacked = true) {
  const first = await stored(house);
  const { code } = await ok(house.call('wang', 'POST /api/v1/shipments', shipmentAsk('resale', [first])));
  if (isPacked) {
    await ok(house.item('sun', first, 'pick', { shipment: code }));
    await ok(house.item('sun', first, 'pack'));
  }
  const codes = [first, ...(await copiesOf(house, first, n - 1))];
  if (isPacked) await ok(house.shipment('sun', code, 'close', { cartons: 3 }));
  return { code: code as string, codes };
}
const look = (house: House, code: string): Promise<Body> =>
  ok(house.call('wang', `GET /api/v1/shipments/${code}`));
const counted = ({ items }: Body) => {
  const states: Record<string, number> = {};
  for (const { state } of items) states[state.id] = (states[state.id] ?? 0) + 1;
  return states;
};
const handOver = (house: House, code: string) =>
  house.shipment('sun', code, 'handOver', { carrier: 'J&T', waybill: 'JT1234567890123' });
const later = (house: House, ms: number) => {
  house.clock.now = new Date(house.clock.now.getTime() + ms);
};

test('a large shipment is handed over and delivered in pieces; meanwhile nothing in it goes another way', async () => {
  const house = await aHouse();
  const { code, codes } = await aShipment(house, 50);
  const { status, body } = await handOver(house, code);
  expect([status, body.state.id, body.pending, body.failing]).toEqual([202, 'handedOver', 50, false]);
  await refused(house.item('sun', codes[49] as string, 'unpack'), 'its shipment is still open');
  await refused(house.shipment('sun', code, 'deliver'), 'all of it is handed over');
  // Its server dies in the middle of it, and another one goes on when the lease has run out.
  const [{ shipmentId } = { shipmentId: '' }] = await books(house).find(reservations, undefined, 1);
  const dying = await openDatabase(house.deps.config.DATABASE_URL);
  let died: Promise<void> | undefined;
  const working = inTheMidst(house, [25, () => (died = dying.close())]);
  await expect(carryOn({ ...working, database: dying }, shipmentId)).rejects.toThrow();
  await died;
  expect((await look(house, code)).pending).toBeLessThan(50);
  later(house, MINUTE_MS);
  await Promise.all([finishTasks(house.deps), finishTasks(house.deps)]);
  const whole = await look(house, code);
  expect([whole.pending, counted(whole)]).toEqual([0, { shipped: 50 }]);
  for (const one of codes.slice(-3))
    expect((await eventsOf(house, one)).filter(({ step }) => step === 'ship')).toHaveLength(1);
  const delivered = await house.shipment('sun', code, 'deliver');
  expect([delivered.status, delivered.body.pending]).toEqual([202, 50]);
  expect(await finishTasks(house.deps)).toBe(1);
  const end = await look(house, code);
  expect([end.state.id, end.pending, counted(end)]).toEqual(['delivered', 0, { resold: 50 }]);
});

test('in short, too, whoever lets a large shipment leave is told that it is accepted and not done yet', async () => {
  const house = await aHouse();
  const { code } = await aShipment(house, 50);
  const { version: seen } = await look(house, code);
  const ask = { scanId: newScan(), step: 'handOver', carrier: 'J&T', waybill: 'JT1234567890123', seen };
  const short = { prefer: 'return=minimal' };
  const { status, body } = await house.call('sun', `POST /api/v1/shipments/${code}/steps`, ask, short);
  expect([status, body.pending, 'openSteps' in body]).toEqual([202, 50, false]);
});

test('of a large shipment nothing leaves while a hold stands; what is held later follows, and somebody is told', async () => {
  const house = await aHouse();
  const { code, codes } = await aShipment(house, 45);
  const last = codes[44] as string;
  await ok(house.item('wu', last, 'hold', { kind: 'quality' }));
  const no = await refused(handOver(house, code), 'nothing holds it');
  expect(no.words.zh).toContain(last);
  await ok(house.item('wang', last, 'liftHold', { kind: 'quality', reason: '复核无误' }));
  expect((await handOver(house, code)).status).toBe(202);
  await ok(house.item('wu', last, 'hold', { kind: 'quality' }));
  const told = async () =>
    (await books(house).find(outbox)).filter(({ kind }) => kind === 'work keeps failing');
  for (let tries = 0; tries < 5; tries++) {
    expect(await finishTasks(house.deps)).toBe(0);
    const { pending, failing, ...seen } = await look(house, code);
    expect([pending, failing, counted(seen)]).toEqual([1, true, { packed: 1, shipped: 44 }]);
    expect((await told()).length).toBe(tries < 2 ? 0 : 2);
    later(house, 5 * MINUTE_MS);
  }
  const [hub, whale] = (await told()).sort((a, b) =>
    (a.about.organisation ?? '') < (b.about.organisation ?? '') ? -1 : 1,
  );
  expect([hub?.about, whale?.about]).toEqual([
    { organisation: 'hub', shipment: code, whyZh: expect.stringContaining(last), whyEn: expect.any(String) },
    { organisation: 'whale', shipment: code },
  ]);
  await ok(house.item('wang', last, 'liftHold', { kind: 'quality', reason: '复核无误' }));
  expect(await finishTasks(house.deps)).toBe(1);
  const end = await look(house, code);
  expect([end.pending, end.failing, counted(end)]).toEqual([0, false, { shipped: 45 }]);
});

test('a large shipment is called off in pieces; what is still promised to it is not picked for it any more', async () => {
  const house = await aHouse();
  const { code, codes } = await aShipment(house, 45, false);
  const { status, body } = await house.shipment('wang', code, 'cancel');
  expect([status, body.state.id, body.pending]).toEqual([202, 'cancelled', 45]);
  await refused(
    house.item('sun', codes[44] as string, 'pick', { shipment: code }),
    'its shipment is still open',
  );
  expect(await finishTasks(house.deps)).toBe(1);
  const end = await look(house, code);
  expect([end.pending, end.items]).toEqual([0, []]);
  await ok(house.call('wang', 'POST /api/v1/shipments', shipmentAsk('resale', codes.slice(40))));
});

test('a large consignment is handed over in pieces', async () => {
  const house = await aHouse();
  const { item, consignment } = await forVendor(house);
  const codes = [item, ...(await copiesOf(house, item, 44))];
  const step = (name: string) => house.consignment('wu', consignment, name);
  await ok(step('close'));
  const { status, body } = await step('handOver');
  expect([status, body.state.id, body.pending]).toEqual([202, 'handedOver', 45]);
  expect(await finishTasks(house.deps)).toBe(1);
  expect((await ok(house.call('wang', `GET /api/v1/consignments/${consignment}`))).pending).toBe(0);
  for (const code of codes) expect((await rowOf(house, code)).custody).toBe('vendor');
});
