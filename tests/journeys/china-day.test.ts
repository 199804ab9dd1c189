import { expect, test } from 'vitest';
import { textOf } from '../labels/reader.ts';
import { aHouse, newScan } from '../world.ts';
import { printed } from './printed.ts';
import {
  announced,
  aReturn,
  broken,
  decided,
  inspected,
  ok,
  received,
  refused,
  shippedOut,
  stored,
} from './road.ts';

/** Law, customs and papers go by the day in China, which begins at 16:00 UTC. */
const lastSecond = new Date('2026-11-23T15:59:59Z');
const midnight = new Date('2026-11-23T16:00:00Z');
const earlyMorning = new Date('2026-11-23T23:59:59Z');

test('the two customs clocks count the day that has begun in China', async () => {
  const house = await aHouse();
  // Half a year from 1 June less a day is 30 November, a year from 2 June less a day is 1 June.
  const code = await received(house, 'SHIRT', { exportDate: '2026-06-01', releaseDate: '2026-06-02' });
  const left = async (at: Date) => {
    house.clock.now = at;
    const { customs } = await ok(house.call('wang', `GET /api/v1/items/${code}`));
    const list = (days: number) => ok(house.call('wang', `GET /api/v1/items?window=${days}`));
    const [near, far] = [await list(6), await list(7)];
    return [customs.taxRelief, customs.supervision, far.rows[0].windowDays, near.total, far.total];
  };
  const [relief, supervision] = [{ until: '2026-11-30' }, { until: '2027-06-01' }];
  const before = [{ ...relief, daysLeft: 7 }, { ...supervision, daysLeft: 190 }, 7, 0, 1];
  const after = [{ ...relief, daysLeft: 6 }, { ...supervision, daysLeft: 189 }, 6, 1, 1];
  expect(await left(lastSecond)).toEqual(before);
  expect(await left(midnight)).toEqual(after);
  expect(await left(earlyMorning)).toEqual(after);
});

test('the board says thirty days ahead that a clock runs out, from midnight in China', async () => {
  const house = await aHouse();
  // Their last days are 23 and 24 December.
  await received(house, 'SHIRT', { exportDate: '2026-06-24', releaseDate: '2026-06-24' });
  await received(house, 'SHIRT', { exportDate: '2026-06-25', releaseDate: '2026-06-25' });
  const closing = async (at: Date) => {
    house.clock.now = at;
    return (await ok(house.call('wang', 'GET /api/v1/board'))).windowsClosing;
  };
  expect(await closing(lastSecond)).toBe(1);
  expect(await closing(midnight)).toBe(2);
  expect(await closing(new Date('2026-12-23T15:59:59Z'))).toBe(2);
  expect(await closing(new Date('2026-12-23T16:00:00Z'))).toBe(1);
});

test('a rule of customs ends and another begins at midnight in China', async () => {
  const house = await aHouse();
  const rule = {
    ...{ position: 1, status: 'RELEASED_DOMESTIC', mode: '9610', action: 'repair', verdict: 'forbidden' },
    ...{ zh: '暂停', en: 'Suspended', citation: '海口海关通知', validTo: '2026-11-23' },
  };
  await ok(house.call('guan', 'POST /api/v1/customs-rules', { ...rule, scanId: newScan() }));
  house.clock.now = lastSecond;
  const code = await inspected(house, broken);
  expect((await ok(house.call('chen', `GET /api/v1/items/${code}`))).advised).toBe('HLD');
  await ok(house.item('chen', code, 'decide', { disposition: 'RPV' }));
  const toVendor = () => house.item('zhao', code, 'handToVendor', { vendor: 'spark', fault: '无声' });
  await refused(toVendor(), 'customs allow its repair');
  house.clock.now = midnight;
  await ok(toVendor());
  const next = await inspected(house, broken);
  expect((await ok(house.call('chen', `GET /api/v1/items/${next}`))).advised).toBe('REP');
});

test('what was exported today in China can be announced, what will be tomorrow cannot', async () => {
  const house = await aHouse();
  const tomorrow = { sku: 'SHIRT', exportDate: '2026-11-24', releaseDate: '2026-11-24' };
  const announce = () => house.call('whale', 'POST /api/v1/return-orders', aReturn([tomorrow]));
  house.clock.now = lastSecond;
  const early = await announce();
  expect(early.status).toBe(422);
  expect(early.body.issues.map(({ path }: { path: unknown }) => path)).toEqual([
    ['lines', 0, 'exportDate'],
    ['lines', 0, 'releaseDate'],
  ]);
  house.clock.now = midnight;
  expect((await announce()).status).toBe(200);
});

test('a return is late, and looked at, from the midnight in China after its last day', async () => {
  const house = await aHouse();
  // A year from 24 November 2025 less a day is 23 November 2026.
  const line = { sku: 'SHIRT', exportDate: '2025-11-24', releaseDate: '2025-11-24' };
  const stateAt = async (at: Date) => {
    house.clock.now = at;
    return (await ok(house.call('whale', 'POST /api/v1/return-orders', aReturn([line])))).state.id;
  };
  expect([await stateAt(lastSecond), await stateAt(midnight)]).toEqual(['approved', 'submitted']);
});

test('every paper bears the date in China', async () => {
  const house = await aHouse();
  house.clock.now = earlyMorning;
  const dated = async (paper: string, pdf: Promise<Uint8Array>) =>
    expect(textOf(await pdf).match(/20\d\d-\d\d-\d\d/g), paper).toEqual(['2026-11-24']);
  const order = await announced(house, 'whale', [{ sku: 'SHIRT' }]);
  await dated('slip', printed(house, 'whale', `return-orders/${order.code}/slip.pdf`));
  const item = await received(house);
  await dated('item', printed(house, 'liu', `labels/items.pdf?codes=${item}`));
  const shipment = await shippedOut(house, 'resale', [await stored(house)]);
  await dated('shipment', printed(house, 'sun', `shipments/${shipment}/label.pdf`));
  const away = await decided(house, 'RPV', broken);
  await ok(house.item('zhao', away, 'handToVendor', { vendor: 'spark', fault: '无声' }));
  const { rows } = await ok(house.call('wu', 'GET /api/v1/consignments'));
  await dated('consignment', printed(house, 'wu', `consignments/${rows[0].code}/list.pdf`));
  const { pdf } = await ok(house.call('admin', 'POST /api/v1/people/liu/badges'));
  await dated('badge', Promise.resolve(Buffer.from(pdf, 'base64')));
});
