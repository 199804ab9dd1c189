import { expect, test } from 'vitest';
import { aHouse, type House, newScan } from '../world.ts';
import { announced, decided, ok, refused, sound, stored } from './road.ts';

const tasks = async (house: House, who: 'wang' | 'zhou' = 'wang') =>
  (await ok(house.call(who, 'GET /api/v1/board'))).places;
const scan = (body: object) => ({ scanId: newScan(), ...body });
const correct = (house: House, code: string, customsStatus: string) =>
  ok(house.item('guan', code, 'correct', { customsStatus, reason: '海关放行' }));

test('a bin whose goods may not lie together any more is a task until it is put right, and so is what fits nowhere', async () => {
  const house = await aHouse();
  const [first, second] = [await stored(house), await stored(house)];
  expect(await tasks(house)).toEqual({ mixed: [], nowhere: [] });
  await correct(house, first, 'HAINAN_ZERO_TARIFF');
  expect((await tasks(house)).mixed).toMatchObject([
    {
      place: 'A-01-01-1',
      why: [{ zh: '不同海关状态的货放在一起：分开存放。' }],
      lies: [
        {
          exporter: { zh: '深圳蓝鲸电子有限公司' },
          customsStatus: 'HAINAN_ZERO_TARIFF',
          items: 1,
          pieces: 1,
        },
        { customsStatus: 'RELEASED_DOMESTIC', items: 1 },
      ],
    },
  ]);
  expect((await tasks(house, 'zhou')).mixed).toEqual([]);
  await ok(house.item('wu', first, 'move', { location: 'A-01-01-2' }));
  expect((await tasks(house)).mixed).toEqual([]);
  // Whose it is may turn out only later, and what an owner wishes may change: so may what was found.
  const { items } = await announced(house, 'kite', [{ sku: 'SHIRT' }]);
  const theirs = items[0]?.code ?? '';
  await ok(house.item('liu', theirs, 'receive', { location: 'R-01' }));
  await ok(house.item('chen', theirs, 'inspect', sound));
  await ok(house.item('chen', theirs, 'decide', { disposition: 'RTS' }));
  await ok(house.item('wu', theirs, 'putAway', { location: 'A-01-01-1' }));
  expect((await tasks(house)).mixed).toEqual([]);
  const apart = (storedApart: boolean) =>
    ok(house.call('ma', 'PATCH /api/v1/organisations/kite', scan({ storedApart })));
  await apart(true);
  const why = [{ zh: expect.stringContaining('单独存放') }];
  expect((await tasks(house)).mixed).toMatchObject([{ place: 'A-01-01-1', why, lies: [{}, {}] }]);
  await refused(
    house.item('wu', first, 'move', { location: 'A-01-01-1' }),
    'its customs status may lie here',
  );
  await correct(house, second, 'HAINAN_ZERO_TARIFF');
  expect((await tasks(house)).mixed[0].why).toHaveLength(2);
  const waits = await decided(house, 'RTS');
  const open = (active: boolean) =>
    Promise.all(
      ['A-01-01-1', 'A-01-01-2'].map((place) =>
        ok(house.call('ma', `PATCH /api/v1/locations/${place}`, scan({ active }))),
      ),
    );
  await open(false);
  expect((await tasks(house)).nowhere).toMatchObject([
    { code: waits, quantity: 1, name: { zh: '广告衫' }, why: { zh: expect.stringContaining('存储货位') } },
  ]);
  await open(true);
  await apart(false);
  expect((await tasks(house)).nowhere).toMatchObject([
    { code: waits, why: { zh: expect.stringContaining('放不下') } },
  ]);
  await correct(house, second, 'RELEASED_DOMESTIC');
  expect(await tasks(house)).toEqual({ mixed: [], nowhere: [] });
});
