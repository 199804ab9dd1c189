import { describe, expect, test } from 'vitest';
import {
  countOrders,
  itemStatesOfOrders,
  type OrdersAsked,
  orderList,
  ordersFound,
} from '../../db/queries/return-list.ts';
import { countTickets, type TicketsAsked, ticketList, ticketsFound } from '../../db/queries/ticket-list.ts';
import { hour, laidOut } from './laid-out.ts';
import { ordersAndItems, repairs } from './laid-out-work.ts';

const at = laidOut(async (tx) => {
  await ordersAndItems(tx);
  await repairs(tx);
});
const page = { descending: false, limit: 50, offset: 0 };
const joined = (rows: readonly { code: string }[]) => rows.map(({ code }) => code).join(' ');
const counted = (codes: string) => [{ n: codes.split(' ').filter(Boolean).length }];

describe('return orders', () => {
  const asked = (more: Partial<OrdersAsked> = {}): OrdersAsked => ({ ...page, sort: 'code', ...more });
  const codes = async (more: Partial<OrdersAsked>, who: 'wu' | 'whale' | 'zhou' = 'wu') =>
    joined(await at.as(who).list(orderList, asked(more)));

  test('are listed with their parties and how many lines they have', async () => {
    const [r1, r2] = await at.as('wu').list(orderList, asked());
    expect(r1).toEqual({
      ...{
        id: 'r1',
        code: 'R1',
        state: 'submitted',
        stateSince: hour(1),
        createdAt: hour(1),
        reference: 'B-7',
      },
      ...{
        platform: null,
        country: null,
        waybill: 'JT0001',
        reviewFor: 'V1',
        exporterCode: 'whale',
        lines: 2,
      },
      asWritten: null,
      ...{ exporterZh: '深圳蓝鲸电子有限公司', exporterEn: 'Shenzhen Blue Whale Electronics' },
      ...{ warehouseZh: '海口一号仓', warehouseEn: 'hk warehouse' },
    });
    expect(r2).toMatchObject({ platform: 'Shopee', country: 'TH', reviewFor: null, lines: 0 });
  });

  test('are filtered, sorted and turned', async () => {
    for (const [filter, expected] of [
      [{}, 'R1 R2 R3'],
      [{ state: ['submitted'] }, 'R1'],
      [{ state: ['submitted', 'approved'] }, 'R1 R2 R3'],
      [{ exporter: ['kite'] }, 'R3'],
      [{ exporter: ['kite', 'whale'], state: ['approved'] }, 'R2 R3'],
      [{ search: 'jt00' }, 'R1 R2'],
      [{ search: '-9' }, 'R3'],
      [{ search: 'r2' }, 'R2'],
      [{ search: '%' }, ''],
    ] as const) {
      expect([filter, await codes(filter)]).toEqual([filter, expected]);
      expect(await at.as('wu').list(countOrders, asked(filter))).toEqual(counted(expected));
    }
    expect(await codes({ found: ['r3', 'r1'], search: 'x' })).toBe('R1 R3');
    expect(await at.as('wu').list(countOrders, asked({ found: [], search: 'r' }))).toEqual([{ n: 0 }]);
    expect((await at.as('wu').list(ordersFound, { search: 'JT0' })).map(({ id }) => id).sort()).toEqual([
      'r1',
      'r2',
    ]);
    const up = {
      createdAt: 'R1 R2 R3',
      stateSince: 'R1 R3 R2',
      reference: 'R2 R1 R3',
      state: 'R2 R3 R1',
      code: 'R1 R2 R3',
    };
    for (const [sort, expected] of Object.entries(up) as [OrdersAsked['sort'], string][]) {
      expect([sort, await codes({ sort })]).toEqual([sort, expected]);
      const down = sort === 'state' ? 'R1 R2 R3' : expected.split(' ').reverse().join(' ');
      expect([sort, await codes({ sort, descending: true })]).toEqual([sort, down]);
    }
    expect([await codes({ limit: 2 }), await codes({ limit: 2, offset: 2 })]).toEqual(['R1 R2', 'R3']);
    expect([await codes({}, 'whale'), await codes({}, 'zhou')]).toEqual(['R1 R2 R4', 'R4']);
  });

  test('say how far they are: the pieces of each in each state', async () => {
    const rows = await at.as('wu').list(itemStatesOfOrders, { orderIds: ['r1', 'r2', 'r3'] });
    const told = rows.map(({ orderId, state, quantity }) => `${orderId} ${state} ${quantity}`).sort();
    expect(told).toEqual(['r1 picked 1', 'r1 stored 5', 'r3 stored 1']);
    expect(await at.as('wu').list(itemStatesOfOrders, { orderIds: ['r2'] })).toEqual([]);
  });
});

describe('tickets', () => {
  const asked = (more: Partial<TicketsAsked> = {}): TicketsAsked => ({
    ...page,
    now: hour(5),
    sort: 'code',
    ...more,
  });
  const codes = async (more: Partial<TicketsAsked>, who: 'wu' | 'spark' | 'whale' = 'wu') =>
    joined(await at.as(who).list(ticketList, asked(more)));

  test('are listed with the thing, its owner and who repairs it', async () => {
    const [t1, , t3] = await at.as('wu').list(ticketList, asked());
    expect(t1).toEqual({
      ...{
        code: 'T1',
        state: 'atVendor',
        stateSince: hour(1),
        fault: 'no sound',
        cycle: 1,
        openedAt: hour(1),
      },
      ...{ promisedAt: hour(5), closedAt: null, itemCode: 'G1', serial: 'SN-41', sku: 'SHIRT' },
      ...{ nameZh: '广告衫', nameEn: '广告衫 (en)', exporterZh: '深圳蓝鲸电子有限公司' },
      ...{
        exporterEn: 'Shenzhen Blue Whale Electronics',
        vendorZh: '海口创维修服务部',
        vendorEn: 'Haikou Spark Repairs',
      },
    });
    expect(t3).toMatchObject({ cycle: 2, vendorZh: null, vendorEn: null });
  });

  test('are filtered: by state, by vendor or our own bench, what is open, what is late', async () => {
    for (const [filter, expected] of [
      [{}, 'T1 T2 T3 T4'],
      [{ state: ['atVendor', 'done'] }, 'T1 T4'],
      [{ vendor: ['spark'] }, 'T1 T4'],
      [{ vendor: ['spark', 'bolt'] }, 'T1 T2 T4'],
      [{ vendor: ['bench'] }, 'T3'],
      [{ vendor: ['bench', 'bolt'] }, 'T2 T3'],
      [{ vendor: ['nobody'] }, ''],
      [{ open: 'yes' }, 'T1 T2 T3'],
      [{ open: 'yes', vendor: ['spark'] }, 'T1'],
      // Promised for five: at five it is not late yet.
      [{ overdue: 'yes' }, 'T3'],
      [{ overdue: 'yes', now: new Date(hour(5).getTime() + 1) }, 'T1 T3'],
      [{ overdue: 'yes', now: hour(10) }, 'T1 T2 T3'],
      [{ search: 't2' }, 'T2'],
      [{ search: 'g-3' }, 'T3'],
      [{ search: 'sn-4' }, 'T1 T3'],
      [{ search: '手机' }, 'T2'],
      [{ search: 'shirt' }, 'T1 T3 T4'],
      [{ search: 'nothing' }, ''],
    ] as const) {
      expect([filter, await codes(filter)]).toEqual([filter, expected]);
      expect(await at.as('wu').list(countTickets, asked(filter))).toEqual(counted(expected));
      if (!('search' in filter)) continue;
      const found = (await at.as('wu').list(ticketsFound, filter)).map(({ id }) => id);
      expect([filter, await codes({ ...filter, found })]).toEqual([filter, expected]);
      expect(await at.as('wu').list(countTickets, asked({ ...filter, found }))).toEqual(counted(expected));
    }
  });

  test('are sorted, turned, and shown to those whom they concern', async () => {
    const up = {
      ...{
        promisedAt: 'T4 T3 T1 T2',
        openedAt: 'T1 T4 T2 T3',
        stateSince: 'T1 T4 T3 T2',
        code: 'T1 T2 T3 T4',
      },
      state: 'T1 T4 T2 T3',
    };
    for (const [sort, expected] of Object.entries(up) as [TicketsAsked['sort'], string][])
      expect([sort, await codes({ sort })]).toEqual([sort, expected]);
    expect(await codes({ sort: 'promisedAt', descending: true })).toBe('T2 T1 T3 T4');
    expect(await codes({ limit: 3, offset: 1 })).toBe('T2 T3 T4');
    expect([await codes({}, 'spark'), await codes({}, 'whale')]).toEqual(['T1 T4', 'T1 T2 T3']);
  });
});
