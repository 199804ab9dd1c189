import { expect, test } from 'vitest';
import { openingStockRows } from '../../db/schema/opening-stock.ts';
import { systemViewer } from '../../db/seen-by.ts';
import { finishTasks } from '../../server/jobs/background-tasks.ts';
import { aHouse } from '../world.ts';
import { openingOf, sendStock, stockOf, tookOver } from './opening-stock.ts';
import { type Body, ok } from './road.ts';

const head = '出口商,商品编码,数量,序列号,货位,等级,处置';
const found = (rows: Body[], sku: string) => rows.find((row) => row.sku === sku) as Body;

test('the same stock in other letters, signs and words is the same, and how its file writes it stands beside it', async () => {
  const house = await aHouse();
  const all = `${head},危险品,监管方式,出口单证号,托盘号,备注`;
  const said = ['whale,X-1,4,,R-01,,,,,46412026E000000077,LOT-7,', 'whale,PHONE,1,SN-1,R-01,,,,,,P-1,'];
  const otherwise = [
    ' whale , x-1 ,4,,r-01,,,否,未知,４６４１－２０２６e－０００００００７７,ｌｏｔ－7,看过',
    'whale,ｐｈｏｎｅ,１,sn-1,R－01,,,no,,,p–1,',
  ];
  const first = await tookOver(house, [all, ...otherwise].join('\n'));
  expect(first.progress).toMatchObject({ stored: 2, leftOut: 0 });
  for (const rows of [said, otherwise, [...said].reverse()]) {
    const again = await tookOver(house, [all, ...rows].join('\n'));
    expect([again.body.faults, again.progress]).toMatchObject([[], { total: 0, stored: 0, same: 2 }]);
  }
  const rows = await stockOf(house);
  expect(rows.map(({ sku }: Body) => sku).sort()).toEqual(['PHONE', 'X-1']);
  const lot = await ok(house.call('ma', `GET /api/v1/items/${found(rows, 'X-1').code}`));
  expect(lot.customs.document).toBe('46412026E000000077');
  const kept = await house.database.as(systemViewer).find(openingStockRows);
  expect(kept.find(({ row }) => row === 2)?.asWritten).toMatchObject({
    exportDocument: '４６４１－２０２６e－０００００００７７',
    ownNumber: 'ｌｏｔ－7',
  });
});

test('one sheet that two people bring before any of it is stored is stored once', async () => {
  const house = await aHouse();
  const file = [head, ...['R-01', 'Q-01-01-1'].map((place) => `whale,SHIRT,1,,${place},,`)].join('\n');
  const ids = [(await sendStock(house, file)).body.accepted];
  ids.push((await sendStock(house, file, { who: 'admin' })).body.accepted);
  await finishTasks(house.deps);
  const all = await Promise.all(ids.map((id) => openingOf(house, id)));
  // They take turns: whose piece comes first stores it.
  const sum = (of: 'stored' | 'same' | 'leftOut') => all.reduce((n, one) => n + one[of], 0);
  expect([sum('stored'), sum('same'), sum('leftOut')]).toEqual([2, 2, 0]);
  expect((await stockOf(house)).length).toBe(2);
});
