import { describe, expect, test } from 'vitest';
import { importUnder, lastPart, reportsAfter } from '../../db/queries/imports.ts';
import { lastOf, lastOther } from '../../db/queries/item-events.ts';
import {
  aroundItem,
  carriersOfSerial,
  codeMeaning,
  customsRulesFor,
  filesOf,
  historyOf,
  inspectionsOf,
  itemInWords,
  itemsWithSerial,
  locationByCode,
  lyingAt,
  openHoldsOf,
} from '../../db/queries/items.ts';
import {
  clocksDue,
  countTasks,
  nextTask,
  partRowsOf,
  partsAfter,
  runningClocks,
  taskWithId,
  whoseTasksAreLeft,
  workDue,
} from '../../db/queries/jobs.ts';
import { filesOfTicket, journalOf } from '../../db/queries/journal.ts';
import { mailboxesOf, mailsSince, newestNotices } from '../../db/queries/notices.ts';
import { estimatesOf, ticketInWords } from '../../db/queries/repair.ts';
import {
  itemStatesOfOrder,
  itemsOfOrder,
  linesCounted,
  linesInWords,
  linesOf,
} from '../../db/queries/returns.ts';
import { ordersUnder } from '../../db/queries/scans.ts';
import { eventsAfter, itemsAfter } from '../../db/queries/verify.ts';
import { hour, laidOut } from './laid-out.ts';
import { anItemWithAll, itsStory, workToDo } from './laid-out-story.ts';

const at = laidOut(async (tx) => {
  await anItemWithAll(tx);
  await itsStory(tx);
  await workToDo(tx);
});
const nobody = { otherCustoms: 0, otherOwners: 0, ownersApart: 0 };
const lying = (locationId: string) => ({
  locationId,
  owner: 'whale',
  customsStatus: 'RELEASED_DOMESTIC',
});
const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id).join(' ');

describe('an item is looked up', () => {
  const g1 = { itemId: 'g1' };
  const around = {
    ...{
      battery: 'ion in equipment',
      holdsData: true,
      serialTracked: true,
      ticketState: 'quoted',
      ticketVendor: 'spark',
    },
    ...{ exit: 'toBuyer', shipmentState: 'open', transport: 'sea', aim: 'toBuyer', repairEnd: null },
    ...{ cameAs: null, ownerApart: false },
    ...{ lastStep: 'hold', lastFrom: 'announced', location: 'A-01-01-1' },
  };

  test('with all that is around it', async () => {
    expect(await at.as('wu').ask(aroundItem, { id: 'g1' })).toEqual([around]);
    expect(await at.as('wu').ask(itemInWords, { id: 'g1' })).toEqual([
      {
        around,
        sku: {
          ...{
            code: 'PHONE',
            nameZh: '智能手机 M8 128G 蓝色',
            nameEn: '智能手机 M8 128G 蓝色 (en)',
            gtin: null,
          },
          ...{ battery: 'ion in equipment', serialTracked: true, serialPattern: null, holdsData: true },
        },
        exporter: {
          code: 'whale',
          nameZh: '深圳蓝鲸电子有限公司',
          nameEn: 'Shenzhen Blue Whale Electronics',
        },
        location: { code: 'A-01-01-1', kind: 'storage', zoneZh: 'storage', zoneEn: 'storage' },
        order: { code: 'R1', reference: 'PO-7', waybill: 'JT0001' },
        ticket: { code: 'T1', state: 'quoted', promisedAt: hour(7) },
        vendor: { zh: '海口创维修服务部', en: 'Haikou Spark Repairs' },
        parcel: null,
        shipment: { code: 'S1', exit: 'toBuyer', state: 'open' },
      },
    ]);
    const [bare] = await at.as('wu').ask(itemInWords, { id: 'g2' });
    expect(bare).toMatchObject({
      ticket: null,
      shipment: null,
      sku: { code: 'SHIRT' },
      around: { lastStep: null, lastFrom: null },
    });
  });

  test('with its story, the newest first', async () => {
    const db = at.as('wu');
    expect(await db.ask(historyOf, g1)).toEqual([
      {
        ...{
          seq: 2,
          step: 'hold',
          fromState: 'announced',
          toState: 'received',
          given: {},
          changed: {},
          at: hour(2),
        },
        ...{ byWhom: 'nobody any more', byName: null, onDevice: null, hash: 'hash 2' },
      },
      {
        ...{
          seq: 1,
          step: 'receive',
          fromState: 'announced',
          toState: 'received',
          given: { location: 'R-01' },
        },
        ...{ changed: { state: ['announced', 'received'] }, at: hour(1), byWhom: 'liu', byName: 'liu' },
        ...{ onDevice: 'HT-1', hash: 'hash 1' },
      },
    ]);
    expect([ids(await db.ask(openHoldsOf, g1)), ids(await db.ask(inspectionsOf, g1))]).toEqual([
      'h1 h2',
      'i2 i1',
    ]);
    expect([ids(await db.ask(filesOf, g1)), ids(await db.ask(filesOfTicket, { ticketId: 't1' }))]).toEqual([
      'f3 f2 f1',
      'f2 f1',
    ]);
    expect(await db.ask(lastOther, { ...g1, than: ',hold,photo,' })).toEqual([
      { step: 'receive', fromState: 'announced' },
    ]);
    expect(await db.ask(lastOf, { ...g1, step: 'receive' })).toMatchObject([{ seq: 1 }]);
    expect((await db.ask(eventsAfter, g1)).map(({ seq }) => seq)).toEqual([1, 2]);
    expect(ids(await db.ask(journalOf, { subjectId: 't1' }))).toBe('j3 j2 j1');
  });

  test('by its serial, its order, its place, for the books', async () => {
    const db = at.as('wu');
    const carriers = await db.ask(carriersOfSerial, { serial: 'SN-41' });
    expect(carriers[0]).toMatchObject({ code: 'G2', state: 'sorted' });
    expect(carriers).toHaveLength(3);
    expect(ids(await db.ask(itemsWithSerial, { exporterId: 'whale', serial: 'SN-41' }))).toBe('g2 g1');
    expect(ids(await db.ask(itemsOfOrder, { orderId: 'r1' }))).toBe('g1 g2');
    expect(await db.ask(lyingAt, lying('hk-A-01-01-1'))).toEqual([{ ...nobody, pieces: 5 }]);
    expect(await db.ask(lyingAt, lying('hk-R-01'))).toEqual([{ ...nobody, pieces: 0 }]);
    expect(await db.ask(locationByCode, { warehouseId: 'hk', code: 'R-01' })).toMatchObject([
      { id: 'hk-R-01' },
    ]);
    const states = await db.ask(itemStatesOfOrder, { orderId: 'r1' });
    expect(states.sort((a, b) => (a.state < b.state ? -1 : 1))).toEqual([
      { state: 'sorted', n: 1 },
      { state: 'stored', n: 1 },
    ]);
    const books = await db.list(itemsAfter, { id: '', running: ['open', 'packed', 'handedOver'] });
    expect(books.map(({ item, promises, openTickets }) => [item.id, promises, openTickets])).toEqual([
      ['g1', 1, 1],
      ['g2', 0, 0],
      ['g3', 0, 0],
    ]);
    expect((await db.list(itemsAfter, { id: 'g2', running: ['open'] })).map(({ item }) => item.id)).toEqual([
      'g3',
    ]);
  });

  test('with the rules that speak of it: of its status or any, of its mode or any, in their order', async () => {
    const rules = await at.as('wu').ask(customsRulesFor, { status: 'RELEASED_DOMESTIC', mode: '9610' });
    expect(rules.length).toBeGreaterThan(0);
    for (const { status, mode } of rules)
      expect([['RELEASED_DOMESTIC', '*'].includes(status), ['9610', '*'].includes(mode)]).toEqual([
        true,
        true,
      ]);
    expect(rules.map(({ position }) => position)).toEqual(
      rules.map(({ position }) => position).sort((a, b) => a - b),
    );
    expect(await at.as('wu').ask(codeMeaning, { list: 'disposition', code: 'RTO' })).toMatchObject([
      { meaning: 'toBuyer' },
    ]);
  });
});

test('an order is looked up with its lines, in words, and by whichever of its numbers', async () => {
  const db = at.as('wu');
  expect(ids(await db.ask(linesOf, { orderId: 'r1' }))).toBe('l1 l2');
  expect(await db.ask(linesCounted, { orderId: 'r1' })).toEqual([{ n: 2, uncited: 2, firstRelease: null }]);
  const [first, second] = await db.ask(linesInWords, { orderId: 'r1' });
  expect(first).toMatchObject({
    ...{
      line: { id: 'l1' },
      nameZh: '智能手机 M8 128G 蓝色',
      nameEn: '智能手机 M8 128G 蓝色 (en)',
      gtin: null,
    },
    ...{ battery: 'ion in equipment', serialTracked: true, reasonZh: '质量问题/故障', reasonEn: 'Defective' },
  });
  expect(second).toMatchObject({ line: { id: 'l2', skuCode: 'NO-SUCH' }, nameZh: null, battery: null });
  for (const text of ['PO-7', 'JT0001'])
    expect(await db.list(ordersUnder, { text, ended: ['cancelled'] })).toMatchObject([
      { code: 'R1', of: 1, exporterEn: 'Shenzhen Blue Whale Electronics' },
    ]);
  expect(await db.list(ordersUnder, { text: 'l1', ended: ['cancelled'] })).toEqual([]);
});

test('a ticket is looked up with its parties, and its estimates from the newest on', async () => {
  const [found] = await at.as('wu').ask(ticketInWords, { id: 't1' });
  expect(found).toMatchObject({
    ticket: { id: 't1', promisedAt: hour(7) },
    item: { code: 'G1', serial: 'SN-41', grade: 'B', hazard: true },
    sku: { code: 'PHONE', nameZh: '智能手机 M8 128G 蓝色', nameEn: '智能手机 M8 128G 蓝色 (en)' },
    exporter: { code: 'whale', nameZh: '深圳蓝鲸电子有限公司', nameEn: 'Shenzhen Blue Whale Electronics' },
    vendor: { code: 'spark', nameZh: '海口创维修服务部', nameEn: 'Haikou Spark Repairs' },
  });
  expect((await at.as('wu').ask(ticketInWords, { id: 't0' }))[0]?.vendor).toBeNull();
  expect(ids(await at.as('wu').ask(estimatesOf, { ticketId: 't1' }))).toBe('e2 e1');
});

describe('the work that is due', () => {
  test('is due at its moment and not before, the longest due first', async () => {
    const db = at.house();
    const just = new Date(hour(3).getTime() - 1);
    expect([
      ids(await db.ask(clocksDue, { now: just })),
      ids(await db.ask(clocksDue, { now: hour(3) })),
    ]).toEqual(['d1', 'd1 d3']);
    expect([ids(await db.ask(workDue, { now: just })), ids(await db.ask(workDue, { now: hour(3) }))]).toEqual(
      ['w1 w2', 'w1 w2 w3'],
    );
    expect(
      ids(await db.ask(runningClocks, { subjectId: 't1' }))
        .split(' ')
        .sort(),
    ).toEqual(['d1', 'd3']);
  });

  test('of a background task is free for others when its lease ends, the longest free first', async () => {
    const db = at.house();
    const whose = async (now: Date) =>
      (await db.ask(whoseTasksAreLeft, { now })).map(({ exporterId }) => exporterId);
    const left = async (now: Date) =>
      (
        await Promise.all(
          (await whose(now)).map(async (exporterId) => ids(await db.ask(nextTask, { now, exporterId }))),
        )
      ).join();
    expect([await left(hour(0)), await left(hour(1)), await left(hour(2))]).toEqual(['m4', 'm4,m1', 'm4,m1']);
    expect((await db.ask(countTasks, { exporterId: 'whale' })).map(({ count }) => count)).toEqual([3]);
    expect(await db.ask(taskWithId, { id: 'm2' })).toMatchObject([{ id: 'm2', leaseUntil: hour(2) }]);
  });

  test('of a task goes on in the row in which its next part stands', async () => {
    const db = at.house();
    const rowAfter = async (done: number) => ids(await db.ask(partsAfter, { taskId: 'm1', done }));
    expect([await rowAfter(0), await rowAfter(1), await rowAfter(2)]).toEqual(['m1 0', 'm1 0', 'm1 2']);
    expect(await db.ask(partsAfter, { taskId: 'm2', done: 9 })).toEqual([]);
    expect((await db.ask(partRowsOf, { taskId: 'm1' })).length).toBe(3);
  });

  test('of an import is told from its last part on', async () => {
    const db = at.house();
    expect(await db.ask(importUnder, { id: 'm1' })).toMatchObject([
      { id: 'm1', orders: 3, finishedAt: null },
    ]);
    expect(await db.ask(lastPart, { importId: 'm1' })).toEqual([{ upTo: 3 }]);
    const after = await db.ask(reportsAfter, { importId: 'm1', after: 1 });
    expect(after.map(({ upTo }) => upTo)).toEqual([2, 3]);
  });

  test('of letters goes to the administrators of an organisation who are still there', async () => {
    const db = at.house();
    expect(await db.ask(mailboxesOf, { organisationId: 'whale' })).toEqual([
      { email: 'whale@example.test', language: 'zh-CN' },
    ]);
    expect(await db.ask(mailboxesOf, { organisationId: 'kite' })).toEqual([
      { email: 'kite@example.test', language: 'en' },
    ]);
    expect((await db.ask(mailboxesOf, { organisationId: 'spark' })).map(({ email }) => email)).toEqual([
      'spark@example.test',
    ]);
    expect(await db.ask(mailboxesOf, { organisationId: 'bolt' })).toEqual([]);
    expect(ids(await at.as('whale').ask(newestNotices, {}))).toBe('n2 n1');
    const mails = await db.ask(mailsSince, {});
    expect([ids(mails), mails[0]]).toEqual(['w3 w2 w0', { id: 'w3', about: { to: 'w3' }, at: hour(3) }]);
  });
});
