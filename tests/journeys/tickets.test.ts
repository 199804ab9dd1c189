import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { journal } from '../../db/schema/jobs.ts';
import { tickets } from '../../db/schema/repair.ts';
import type { Actor } from '../../server/access/permissions.ts';
import { consignmentEntity } from '../../server/repair/consignment-entity.ts';
import { type Ticket, ticketEntity } from '../../server/repair/ticket-entity.ts';
import { presentTicket } from '../../server/repair/view.ts';
import { returnOrderEntity } from '../../server/returns/return-order-entity.ts';
import type { Name } from '../cast.ts';
import { aHouse, type House } from '../world.ts';
import { atBench, ceiling, diagnosed, forVendor, handedOver, theHouse, ticketAs } from './repairs.ts';
import { type Body, broken, ok, refused, sound } from './road.ts';

const listed = async (house: House, asked: string, who: Name = 'zhao') =>
  ok(house.call(who, `GET /api/v1/tickets?${asked}`));
const codes = ({ rows }: Body) => rows.map(({ code }: Body) => code);
const after = (house: House, hours: number) =>
  new Date(house.clock.now.getTime() + hours * 3_600_000).toISOString();

test('a ticket says what is repaired, for whom, since when and until when', async () => {
  const house = await aHouse();
  const phone = { ...broken, battery: 'good', wiped: true };
  const { item, ticket } = await atBench(house, phone, 'PHONE', { serial: 'SN-0001' });
  const at = house.clock.now.toISOString();
  const seen = await ticketAs(house, 'whale', ticket);
  expect(seen).toMatchObject({
    ...{ code: ticket, state: { id: 'intake', zh: '待接收' }, stateSince: at, fault: '不开机' },
    ...{ diagnosis: null, outcome: null, workDone: null, cycle: 1 },
    ...{ openedAt: at, promisedAt: after(house, 7 * 24), closedAt: null, answerBy: null, overdue: false },
    ...{ vendor: null, estimates: [], photos: [], journal: [] },
  });
  expect(seen.item).toEqual({
    ...{ code: item, sku: 'PHONE', serial: 'SN-0001', grade: 'D', hazard: false },
    name: { zh: '智能手机 M8 128G 蓝色', en: '智能手机 M8 128G 蓝色 (en)' },
  });
  const whale = { nameZh: '深圳蓝鲸电子有限公司', nameEn: 'Shenzhen Blue Whale Electronics' };
  expect(seen.exporter).toEqual({ code: 'whale', ...whale });
});

test('what was found, done and how it ended stands on the ticket, with every step and when', async () => {
  const house = await aHouse();
  await ceiling(house, 99_999);
  const { ticket } = await atBench(house);
  const steps = [
    ['takeIn', {}, 'diagnosing'],
    ['diagnose', { diagnosis: '主板短路' }, 'diagnosing'],
    ['quote', { labour: 100, parts: 0 }, 'approved'],
    ['waitForParts', {}, 'awaitingParts'],
    ['partsArrived', {}, 'approved'],
    ['start', {}, 'inRepair'],
    ['finish', { outcome: 'K04', workDone: '重刷固件' }, 'ready'],
  ] as const;
  const since: string[] = [];
  for (const [step, given, to] of steps) {
    house.later(1);
    const seen = await ok(house.ticket('zhao', ticket, step, given));
    since.push(house.clock.now.toISOString());
    expect(seen.state.id).toBe(to);
    // A step that leads nowhere else leaves since when it stands there.
    expect(seen.stateSince).toBe(since[step === 'diagnose' ? 0 : since.length - 1]);
  }
  const done = await ticketAs(house, 'zhao', ticket);
  const ended = { diagnosis: '主板短路', outcome: 'K04', workDone: '重刷固件', closedAt: null, cycle: 1 };
  expect(done).toMatchObject(ended);
  // The last step first.
  expect(done.journal.map(({ step, at }: Body) => [step, at])).toEqual(
    steps.map(([step], i) => [step, since[i]]).reverse(),
  );
  expect(done.journal[0]).toMatchObject({
    button: { zh: '维修完成', en: 'Finish repair' },
    to: { zh: '待复检', en: 'To be checked' },
  });
  const [row] = await theHouse(house).find(tickets, eq(tickets.code, ticket));
  const noted = await theHouse(house).find(journal, eq(journal.subjectId, row?.id ?? ''));
  expect(noted.find(({ step }) => step === 'quote')).toMatchObject({
    ...{ entity: 'ticket', warehouseId: 'hk', exporterId: 'whale', vendorId: null },
    ...{ fromState: 'diagnosing', toState: 'approved', byWhom: 'zhao', given: { labour: 100, parts: 0 } },
  });
});

test('nothing was wrong with it: no fault found, and what was tested', async () => {
  const house = await aHouse();
  const { item, ticket } = await diagnosed(house);
  const seen = await ok(house.ticket('zhao', ticket, 'noFault', { workDone: '老化测试 2 小时' }));
  expect(seen).toMatchObject({ state: { id: 'ready' }, outcome: 'K02', workDone: '老化测试 2 小时' });
  house.later(3);
  await ok(house.item('chen', item, 'passCheck', sound));
  const closed = await ticketAs(house, 'zhao', ticket);
  const at = house.clock.now.toISOString();
  expect(closed).toMatchObject({ state: { id: 'closed' }, stateSince: at, closedAt: at, outcome: 'K02' });
});

test('what fails its check goes round again: another cycle, and no outcome until it ends', async () => {
  const house = await aHouse();
  await ceiling(house, 99_999);
  const { item, ticket } = await diagnosed(house);
  await ok(house.ticket('zhao', ticket, 'quote', { labour: 100, parts: 0 }));
  for (const cycle of [1, 2]) {
    await ok(house.ticket('zhao', ticket, 'start'));
    const done = await ok(house.ticket('zhao', ticket, 'finish', { outcome: 'K01', workDone: '换件' }));
    expect(done).toMatchObject({ cycle, outcome: 'K01' });
    await ok(house.item('chen', item, 'failCheck', { reason: '仍不开机' }));
    const again = await ticketAs(house, 'zhao', ticket);
    expect(again).toMatchObject({ state: { id: 'rework' }, cycle: cycle + 1, outcome: null, closedAt: null });
  }
});

test.each([
  ['finish', 'K08', 'its outcome says it was repaired'],
  ['finish', 'K10', 'its outcome says it was repaired'],
  ['giveBack', 'K01', 'its outcome says it was not repaired'],
])('%s as %s is refused', async (step, outcome, guard) => {
  const house = await aHouse();
  await ceiling(house, 99_999);
  const { ticket } = await diagnosed(house);
  await ok(house.ticket('zhao', ticket, 'quote', { labour: 100, parts: 0 }));
  await ok(house.ticket('zhao', ticket, 'start'));
  await refused(house.ticket('zhao', ticket, step, { outcome, workDone: '无' }), guard);
  const unknown = await house.ticket('zhao', ticket, step, { outcome: 'K99', workDone: '无' });
  expect(unknown).toMatchObject({ status: 404, body: { code: 'not_found' } });
  expect(unknown.body.words.zh).toContain('代码 K99');
  expect((await ticketAs(house, 'zhao', ticket)).state.id).toBe('inRepair');
});

test('a ticket or a consignment that is not there is said not to be there', async () => {
  const house = await aHouse();
  const missing = [
    await house.call('zhao', 'GET /api/v1/tickets/TK-404'),
    await house.ticket('zhao', 'TK-404', 'takeIn'),
    await house.call('wu', 'GET /api/v1/consignments/TK-404'),
    await house.consignment('wu', 'TK-404', 'close'),
  ];
  for (const { status, body } of missing) expect([status, body.code]).toEqual([404, 'not_found']);
  const words = missing.map(({ body }) => body.words.zh.slice(0, 9));
  expect(words).toEqual(['这里没有维修单 T', '这里没有维修单 T', '这里没有送修批次 ', '这里没有送修批次 ']);
});

test('what the house orders of something that is not there is not found, whatever kind it is', async () => {
  const house = await aHouse();
  for (const [entity, words] of [
    [ticketEntity, '维修单'],
    [consignmentEntity, '送修批次'],
    [returnOrderEntity, '退货单'],
  ] as const)
    await expect(entity.byId(theHouse(house), 'no-such-id')).rejects.toMatchObject({
      ...{ status: 404, code: 'not_found', words: { zh: expect.stringContaining(`${words} no-such-id`) } },
    });
});

test('who does not see a ticket is told that there is none', async () => {
  const house = await aHouse();
  const { ticket } = await atBench(house);
  const row = await theHouse(house).first(tickets, eq(tickets.code, ticket));
  for (const who of ['kite', 'spark', 'zhou'] as const) {
    const { status, body } = await house.call(who, `GET /api/v1/tickets/${ticket}`);
    expect([status, body.code]).toEqual([404, 'not_found']);
    const shown = presentTicket(house.as(who), {} as Actor, row as Ticket, house.clock.now);
    await expect(shown).rejects.toMatchObject({ status: 404, code: 'not_found' });
  }
});

test('a repair is late from the moment after it was promised, until it is closed', async () => {
  const house = await aHouse();
  const { item, ticket } = await atBench(house);
  const late = async () => [
    (await ticketAs(house, 'zhao', ticket)).overdue,
    (await listed(house, 'size=1')).rows[0].overdue,
    (await listed(house, 'overdue=yes')).total === 1,
  ];
  house.later(7 * 24);
  expect(await late()).toEqual([false, false, false]);
  house.later(1 / 3_600_000);
  expect(await late()).toEqual([true, true, true]);
  await ok(house.ticket('zhao', ticket, 'takeIn'));
  await ok(house.ticket('zhao', ticket, 'noFault', { workDone: '正常' }));
  expect(await late()).toEqual([true, true, true]);
  await ok(house.item('chen', item, 'passCheck', sound));
  expect(await late()).toEqual([false, false, false]);
});

test('the list shows each ticket with its thing and its parties, and a vendor not whose it is', async () => {
  const house = await aHouse();
  const { ticket, item, consignment } = await forVendor(house, 'spark', 'PHONE', { serial: 'SN-0007' });
  await handedOver(house, consignment);
  const at = house.clock.now.toISOString();
  const { rows, total, page, size } = await listed(house, '');
  expect([total, page, size]).toEqual([1, 1, 50]);
  const row = {
    ...{ code: ticket, item, serial: 'SN-0007', sku: 'PHONE', fault: '左耳无声', cycle: 1 },
    ...{ stateSince: at, openedAt: at, promisedAt: after(house, 11 * 24), overdue: false },
    name: { zh: '智能手机 M8 128G 蓝色', en: '智能手机 M8 128G 蓝色 (en)' },
    vendor: { zh: '海口创维修服务部', en: 'Haikou Spark Repairs' },
  };
  const whale = { zh: '深圳蓝鲸电子有限公司', en: 'Shenzhen Blue Whale Electronics' };
  expect(rows).toMatchObject([{ ...row, state: { id: 'intake', en: 'Waiting to be taken in' } }]);
  expect(rows[0].exporter).toEqual(whale);
  const theirs = (await listed(house, '', 'spark')).rows;
  expect(theirs).toMatchObject([{ ...row, exporter: null }]);
  expect((await ticketAs(house, 'spark', ticket)).exporter).toBeNull();
  expect((await ticketAs(house, 'spark', ticket)).vendor.code).toBe('spark');
  expect((await listed(house, '', 'bolt')).rows).toEqual([]);
});

test('the list is filtered by state, repairer, what is open and what is searched; sorted; a page at a time', async () => {
  const house = await aHouse();
  const bench = await atBench(house);
  house.later(1);
  const spark = await forVendor(house, 'spark', 'EARBUDS');
  house.later(1);
  const bolt = await forVendor(house, 'bolt');
  await ok(house.ticket('zhao', bench.ticket, 'takeIn'));
  house.later(1);
  await ok(house.ticket('zhao', bench.ticket, 'noFault', { workDone: '正常' }));
  await ok(house.item('chen', bench.item, 'passCheck', sound));
  const all = [bench.ticket, spark.ticket, bolt.ticket];
  const wanted: [string, (string | undefined)[]][] = [
    // By itself the first that was promised comes first.
    ['', all],
    ['sort=-promisedAt', all.toReversed()],
    ['sort=openedAt', all],
    ['sort=-stateSince', [bench.ticket, bolt.ticket, spark.ticket]],
    ['sort=state', [bench.ticket, spark.ticket, bolt.ticket]],
    ['sort=-code', all.toSorted().toReversed()],
    ['state=intake', [spark.ticket, bolt.ticket]],
    ['state=closed', [bench.ticket]],
    ['state=closed,intake', all],
    ['vendor=bench', [bench.ticket]],
    ['vendor=spark', [spark.ticket]],
    ['vendor=bench,bolt', [bench.ticket, bolt.ticket]],
    ['open=yes', [spark.ticket, bolt.ticket]],
    ['search=蓝牙耳机', [spark.ticket]],
    [`search=${bolt.item}`, [bolt.ticket]],
    ['search=nothing-like-it', []],
  ];
  for (const [asked, expected] of wanted) {
    const found = await listed(house, asked);
    expect(codes(found), asked).toEqual(expected);
    expect(found.total, asked).toBe(expected.length);
  }
  const pages = await Promise.all([1, 2, 3].map((page) => listed(house, `size=2&page=${page}`)));
  expect(pages.map(codes)).toEqual([all.slice(0, 2), all.slice(2), []]);
  expect(pages.map(({ total, page, size }) => [total, page, size])).toEqual([1, 2, 3].map((n) => [3, n, 2]));
  const wrong = await house.call('zhao', 'GET /api/v1/tickets?sort=fault');
  expect(wrong).toMatchObject({
    status: 422,
    body: { code: 'unusable_input', issues: [{ path: ['sort'] }] },
  });
});
