import { expect, test } from 'vitest';
import type { Name } from '../cast.ts';
import { aHouse, type House } from '../world.ts';
import { announced, type Body, ok, stored } from './road.ts';

const listed = async (house: House, asked: string, who: Name = 'liu') =>
  ok(house.call(who, `GET /api/v1/return-orders?${asked}`));
const references = ({ rows }: Body) => rows.map(({ reference }: Body) => reference);
const sheet = async (house: House, asked = '') => {
  const { text, headers } = await house.call('liu', `GET /api/v1/return-orders.csv?${asked}`);
  const [names = '', ...rows] = text.replace('\ufeff', '').trimEnd().split('\r\n');
  return { headers, names: names.split(','), rows: rows.map((row: string) => row.split(',')) };
};

/** Four return orders, an hour from one to the next: two of Whale's, one of Kite's, one that waits for a person. */
async function four(house: House) {
  const more = { platform: 'Shopee', country: 'TH', waybill: 'JT0001112223334', carrier: 'J&T' };
  const lines = [{ sku: 'SHIRT', quantity: 3 }, { sku: 'X-1' }];
  await announced(house, 'whale', lines, { reference: 'C-1', ...more });
  house.later(1);
  await announced(house, 'kite', [{ sku: 'SHIRT' }], { reference: 'A-1' });
  house.later(1);
  const { code } = await announced(house, 'whale', [{ sku: 'X-1' }], { reference: 'B-1' });
  house.later(1);
  const asked = { scanId: 'unknown-sku', warehouse: 'HK', reference: 'D-1' };
  const odd = [{ sku: 'NEW-9', quantity: 1, exportDate: '2025-09-01', releaseDate: '2025-09-01' }];
  await ok(house.call('whale', 'POST /api/v1/return-orders', { ...asked, lines: odd }));
  house.later(1);
  await ok(house.order('whale', code, 'cancel'));
}

test('the list shows each return order with its parties, its papers and how far it is', async () => {
  const house = await aHouse();
  const at = house.clock.now.toISOString();
  await four(house);
  const { rows, total, page, size } = await listed(house, 'search=C-1');
  expect([total, page, size]).toEqual([1, 1, 50]);
  expect(rows).toEqual([
    {
      ...{ reasons: ['R01'], risks: 0, code: expect.any(String), reference: 'C-1', asWritten: null },
      ...{ createdAt: at, stateSince: at, lines: 2 },
      ...{ platform: 'Shopee', country: 'TH', waybill: 'JT0001112223334', reviewFor: [] },
      ...{
        exporter: { zh: '深圳蓝鲸电子有限公司', en: 'Shenzhen Blue Whale Electronics' },
        exporterCode: 'whale',
      },
      ...{ warehouse: { zh: '海口一号仓', en: 'hk warehouse' } },
      ...{ state: { id: 'approved', zh: '已批准', en: 'Approved', phase: 'agreed' } },
      progress: { stage: 'expected', announced: 4, received: 0, settled: 0, total: 4, extra: 0 },
    },
  ]);
  const odd = (await listed(house, 'search=D-1')).rows;
  expect(odd).toMatchObject([{ reviewFor: ['X05', 'X09'], platform: null, progress: { stage: 'asked' } }]);
});

test('each return order is as far as its own items', async () => {
  const house = await aHouse();
  await four(house);
  const code = await stored(house);
  const of = (await ok(house.call('wang', `GET /api/v1/items/${code}`))).order.code;
  const { rows } = await listed(house, '');
  const stages = rows.map((row: Body) => (row.code === of ? row.progress.stage : row.reference));
  expect(stages).toEqual(['in work', 'D-1', 'B-1', 'A-1', 'C-1']);
  expect(rows[0].progress).toMatchObject({ received: 1, settled: 0, total: 1 });
});

test('the list is filtered by state, exporter and what is searched; sorted; a page at a time', async () => {
  const house = await aHouse();
  await four(house);
  const wanted: [string, string[]][] = [
    // By itself the newest comes first.
    ['', ['D-1', 'B-1', 'A-1', 'C-1']],
    ['sort=createdAt', ['C-1', 'A-1', 'B-1', 'D-1']],
    ['sort=-stateSince', ['B-1', 'D-1', 'A-1', 'C-1']],
    ['sort=reference', ['A-1', 'B-1', 'C-1', 'D-1']],
    ['sort=-reference', ['D-1', 'C-1', 'B-1', 'A-1']],
    ['sort=state', ['C-1', 'A-1', 'B-1', 'D-1']],
    ['state=submitted', ['D-1']],
    ['state=submitted,cancelled', ['D-1', 'B-1']],
    ['exporter=kite', ['A-1']],
    ['exporter=whale&state=approved', ['C-1']],
    ['exporter=whale,kite&sort=reference', ['A-1', 'B-1', 'C-1', 'D-1']],
    ['search=jt00011', ['C-1']],
    ['search=nothing-like-it', []],
  ];
  for (const [asked, expected] of wanted) {
    const found = await listed(house, asked);
    expect(references(found), asked).toEqual(expected);
    expect(found.total, asked).toBe(expected.length);
    // The same list as a spreadsheet.
    const { rows } = await sheet(house, asked);
    expect(
      rows.map(([, , reference]: string[]) => reference),
      asked,
    ).toEqual(expected);
  }
  const pages = [await listed(house, 'size=3'), await listed(house, 'size=3&page=2')];
  expect(pages.map(references)).toEqual([['D-1', 'B-1', 'A-1'], ['C-1']]);
  expect(pages.map(({ total, page, size }) => [total, page, size])).toEqual([
    [4, 1, 3],
    [4, 2, 3],
  ]);
  for (const path of ['return-orders?sort=note', 'return-orders.csv?sort=note']) {
    const { status, body } = await house.call('liu', `GET /api/v1/${path}`);
    expect([status, body.code, body.issues[0].path]).toEqual([422, 'unusable_input', ['sort']]);
  }
});

test('as a spreadsheet it says under its headers what the list says', async () => {
  const house = await aHouse();
  const inChina = '2026-11-23T10:00:00+08:00';
  await four(house);
  const { headers, names, rows } = await sheet(house, 'search=C-1');
  expect(headers['content-type']).toBe('text/csv; charset=utf-8');
  expect(headers['content-disposition']).toContain('return-orders.csv');
  const said = Object.fromEntries(names.map((name: string, i: number) => [name.split(' ')[0], rows[0]?.[i]]));
  expect(said).toEqual({
    ...{
      退货单: expect.stringMatching(/^\w+$/),
      状态: '已批准 Approved',
      出口商单号: 'C-1',
      退货原因: 'R01',
    },
    ...{
      出口商: '深圳蓝鲸电子有限公司 Shenzhen Blue Whale Electronics',
      仓库: '海口一号仓 hk warehouse',
      平台: 'Shopee',
      国家: 'TH',
    },
    ...{
      退货运单号: 'JT0001112223334',
      出口商原文: '',
      行数: '2',
      件数: '4',
      已到: '0',
      已办结: '0',
      多件: '0',
    },
    ...{ '提交时间（北京时间）': inChina, '状态起始（北京时间）': inChina },
  });
  const [cancelled] = (await sheet(house, 'state=cancelled')).rows;
  expect(cancelled?.[1]).toBe('已取消 Cancelled');
});
