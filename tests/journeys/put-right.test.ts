import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { holds } from '../../db/schema/items.ts';
import { deadlines } from '../../db/schema/jobs.ts';
import { consignmentLines, tickets } from '../../db/schema/repair.ts';
import type { Name } from '../cast.ts';
import { aHouse, type House, newScan } from '../world.ts';
import { announced, broken, decided, inspected, ok, received, refused, sound } from './road.ts';
import { books, rowOf } from './rows.ts';

const look = (house: House, code: string, who: Name = 'wang', entity = 'items') =>
  ok(house.call(who, `GET /api/v1/${entity}/${code}`));
const hour = 3_600_000;

describe('whose it is', () => {
  test('is put right with its article: holds and findings go along, and the doubt is over', async () => {
    const house = await aHouse();
    const box = { scanId: newScan(), location: 'R-01', description: '盒', serial: 'SN-3001' };
    const { code } = await ok(house.call('liu', 'POST /api/v1/receipts', box));
    await ok(house.item('chen', code, 'inspect', sound));
    await ok(house.item('wu', code, 'hold', { kind: 'quality' }));
    const identify = (given: object) =>
      house.item('wang', code, 'identify', { exporter: 'kite', sku: 'SHIRT', reason: '吊牌', ...given });
    for (const [given, zh] of [
      [{ exporter: 'spark' }, '出口商 spark'],
      [{ sku: 'EARBUDS' }, '商品 EARBUDS'],
    ] as const)
      expect((await identify(given)).body).toMatchObject({
        status: 404,
        words: { zh: expect.stringContaining(zh) },
      });
    const known = await ok(identify({}));
    expect(known).toMatchObject({ exporter: { code: 'kite' }, sku: { code: 'SHIRT' }, serial: 'SN-3001' });
    expect(known.holds).toMatchObject([{ kind: 'quality' }]);
    expect((await look(house, code, 'kite')).holds).toMatchObject([{ kind: 'quality' }]);
    const row = await rowOf(house, code);
    expect(row).toMatchObject({ exporterId: 'kite', skuId: 'kite-SHIRT' });
    const lifted = (await books(house).find(holds)).find(({ kind }) => kind === 'identity');
    expect(lifted).toMatchObject({ liftedBy: 'wang', liftNote: '吊牌', exporterId: 'kite' });
  });

  test('is refused where one serial would be two articles’, or a lot would be of single ones', async () => {
    const house = await aHouse();
    const first = await received(house, 'PHONE', { serial: 'SN-4001' });
    const blind = async (more: object) =>
      (
        await ok(
          house.call('liu', 'POST /api/v1/receipts', {
            scanId: newScan(),
            location: 'R-01',
            description: '盒',
            ...more,
          }),
        )
      ).code;
    const give = (code: string, more: object) =>
      house.item('wang', code, 'identify', { exporter: 'whale', sku: 'PHONE', reason: '标签', ...more });
    const twin = await give(await blind({ serial: 'SN-4001' }), {});
    expect(twin.body).toMatchObject({
      status: 409,
      code: 'serial_known',
      words: { zh: expect.stringContaining(first) },
    });
    const lot = await give(await blind({ quantity: 2 }), {});
    expect(lot.body).toMatchObject({ status: 409, code: 'serial_lot' });
    const other = await blind({ serial: 'SN-4002' });
    expect((await ok(give(other, { serial: 'sn-4003' }))).serial).toBe('SN-4003');
  });

  test('another’s goods leave the return in which they came; what it announced is missing, with its number', async () => {
    const house = await aHouse();
    const { code: order, items } = await announced(house, 'kite', [
      { sku: 'X-1', quantity: 1, serial: 'SN-5001', reasonText: '打不开' },
    ]);
    const code = items[0]?.code ?? '';
    await ok(house.item('liu', code, 'receive', { location: 'R-01' }));
    await ok(house.item('chen', code, 'inspect', sound));
    const give = () =>
      house.item('wang', code, 'identify', { exporter: 'whale', sku: 'SHIRT', reason: '箱内货单' });
    await ok(house.item('ma', code, 'decide', { disposition: 'QTN', reason: '?' }));
    await refused(give(), 'no other owner had anything done with it');
    await ok(house.item('ma', code, 'undoDecide'));
    const its = await ok(give());
    expect(its).toMatchObject({ exporter: { code: 'whale' }, serial: null, order: null });
    expect(await rowOf(house, code)).toMatchObject({
      ...{ exporterId: 'whale', skuId: 'whale-SHIRT', orderId: null, lineId: null, parcelId: null },
      ...{ reason: 'R99', wish: null, exportDocument: null },
    });
    const [missing, ...more] = (await look(house, order, 'kite', 'return-orders')).items;
    expect(more).toEqual([]);
    expect(missing).toMatchObject({ serial: 'SN-5001', state: { id: 'missing' } });
    expect(missing.code).not.toBe(code);
    expect((await house.call('kite', `GET /api/v1/items/${code}`)).status).toBe(404);
    const [clock] = await books(house).find(deadlines, eq(deadlines.code, missing.code));
    expect(clock).toMatchObject({ step: 'expire', endedAt: null });
    // It may still turn up.
    await ok(house.item('liu', missing.code, 'receive', { location: 'R-01' }));
  });
});

test('what a correction says is a date of the calendar, and a status that there is', async () => {
  const house = await aHouse();
  const code = await received(house);
  const correct = (given: object) => house.item('guan', code, 'correct', { reason: '报关单', ...given });
  for (const name of ['exportDate', 'releaseDate'])
    expect((await correct({ [name]: '2026-02-30' })).body).toMatchObject({
      ...{ status: 422, issues: [{ path: [name], code: 'date' }] },
      words: { zh: '日期格式应为 2026-01-31。' },
    });
  const odd = await correct({ customsStatus: 'LOST_AT_SEA' });
  expect(odd.body).toMatchObject({ status: 404, words: { zh: expect.stringContaining('LOST_AT_SEA') } });
  expect((await ok(correct({ releaseDate: '2026-08-31' }))).customs).toMatchObject({
    ...{ exportDate: '2026-09-01', releaseDate: '2026-08-31', status: 'RELEASED_DOMESTIC' },
    // Six months from 31 August are 28 February, twelve are 31 August, each less a day.
    ...{ taxRelief: { until: '2027-02-27' }, supervision: { until: '2027-08-30' } },
  });
});

test('who is asked has 72 hours; an answer or a decision stops the clock', async () => {
  const house = await aHouse();
  const until = new Date(house.clock.now.getTime() + 72 * hour);
  for (const [who, step] of [
    ['whale', 'instruct'],
    ['chen', 'decide'],
  ] as const) {
    const code = await inspected(house, broken);
    expect((await ok(house.item('chen', code, 'askExporter'))).answerBy).toBe(until.toISOString());
    const { id } = await rowOf(house, code);
    const clock = () => books(house).first(deadlines, eq(deadlines.subjectId, id));
    expect(await clock()).toMatchObject({
      entity: 'item',
      code,
      step: 'expire',
      dueAt: until,
      endedAt: null,
    });
    expect((await look(house, code, 'whale')).answerBy).toBe(until.toISOString());
    await ok(house.item(who, code, step, { disposition: 'RTE' }));
    expect(await clock()).toMatchObject({ endedAt: house.clock.now });
    expect((await look(house, code)).answerBy).toBeNull();
  }
});

test('a ticket is opened with its fault, at our bench or for a vendor that works; a vendor has eleven days', async () => {
  const house = await aHouse();
  const code = await decided(house, 'RPV', broken);
  const hand = (vendor: string) => house.item('zhao', code, 'handToVendor', { vendor, fault: '左耳无声' });
  for (const vendor of ['nobody', 'whale'])
    expect((await hand(vendor)).body).toMatchObject({
      status: 404,
      words: { zh: expect.stringContaining(`维修商 ${vendor}`) },
    });
  await ok(hand('spark'));
  const row = await rowOf(house, code);
  const ticket = await books(house).first(tickets, eq(tickets.itemId, row.id));
  expect(ticket).toMatchObject({
    ...{
      id: row.ticketId,
      vendorId: 'spark',
      exporterId: 'whale',
      warehouseId: 'hk',
      state: 'intake',
      cycle: 1,
    },
    ...{ fault: '左耳无声', openedBy: 'zhao', openedAt: house.clock.now, stateSince: house.clock.now },
    promisedAt: new Date(house.clock.now.getTime() + 11 * 24 * hour),
  });
  const second = await decided(house, 'RPV', broken);
  await ok(house.item('zhao', second, 'handToVendor', { vendor: 'spark', fault: '坏' }));
  const lines = await books(house).find(consignmentLines);
  expect(new Set(lines.map(({ consignmentId }) => consignmentId)).size).toBe(1);
  expect(lines.find(({ itemId }) => itemId === row.id)).toMatchObject({
    ...{ ticketId: ticket?.id, vendorId: 'spark', warehouseId: 'hk', backAt: null },
  });
});
