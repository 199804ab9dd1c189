import { expect, test } from 'vitest';
import { announced, ok } from '../journeys/road.ts';
import { aHouse } from '../world.ts';
import { atStation, press, said, scan, shows } from './handheld-world.ts';

test('a phone is asked for its serial, and a piece with a fault carries its exception', async () => {
  const house = await aHouse();
  const order = await announced(house, 'whale', [{ sku: 'PHONE' }, { sku: 'EARBUDS', quantity: 3 }]);
  const page = await atStation(house, 'liu', 'receive');
  await press(page, 'R-01');
  // Before its parcel is open a known product is told as that, with its owner and the return that awaits it.
  await scan(page, '06901234567892');
  await said(page, '已知商品：先打开它的包裹');
  await shows(page, '货主 深圳蓝鲸电子有限公司');
  await page.locator('.screen-main .row', { hasText: order.code.slice(0, 4) }).click();
  await said(page, '包裹已打开');
  await scan(page, '06901234567892');
  await said(page, '已数 1 / 4');
  await scan(page, order.code);
  await said(page, '包裹已打开');
  await press(page, '异常');
  await press(page, '下一件有异常');
  await press(page, '外包装破损');
  await shows(page, '外包装破损');
  // A number that nobody knows may be this one's serial as well as another parcel's label: that is asked, not guessed.
  await scan(page, 'SF1234567890123');
  await said(page, '不认识这个码，请选它是什么');
  await scan(page, 'SF1234567890123');
  await said(page, '不认识这个码，请选它是什么');
  await press(page, '智能手机 M8 128G 蓝色 的序列号');
  await said(page, '请再扫一次序列号确认');
  expect((await ok(house.call('liu', 'GET /api/v1/parcels'))).total).toBe(1);
  await scan(page, 'PHONE');
  await said(page, '还没收：请再扫序列号');
  // While its serial is awaited nothing else is placed, opened or taken in.
  for (const [other, name] of [
    ['A-01-01-1', 'A-01-01-1'],
    [order.code, order.code],
    ['06901234567892', '商品'],
  ] as const) {
    await scan(page, other);
    await said(page, '智能手机 M8 128G 蓝色 还等着扫序列号');
    await shows(page, name);
    await page.waitForTimeout(350);
  }
  await press(page, '知道了');
  // What can be pressed now is about the phone: the earbud that was counted is not offered.
  await expect
    .poll(() => page.locator('.screen-actions button').allInnerTexts())
    .toEqual(['没有序列号，收下并挂起', '取消']);
  await scan(page, 'https://example.com/m8?from=box');
  await said(page, '这是网址');
  await shows(page, '还没收：请再扫序列号');
  await page.waitForTimeout(350);
  // Nothing says that this is all of it: the same again does.
  await scan(page, 'SN-4711');
  await said(page, '请再扫一次序列号确认');
  await shows(page, '刚才扫到');
  await shows(page, 'SN-4711');
  await scan(page, 'SN-4711');
  await said(page, '已收货，请贴标签');
  const came = await ok(house.call('liu', `GET /api/v1/return-orders/${order.code}`));
  const phone = came.items.find((one: { sku: string }) => one.sku === 'PHONE');
  const item = await ok(house.call('liu', `GET /api/v1/items/${phone?.code}`));
  expect(item).toMatchObject({ serial: 'SN-4711', state: { id: 'received' } });
  const { events } = await ok(house.call('wang', `GET /api/v1/items/${item.code}/history`));
  expect(events[0].given).toMatchObject({ exception: 'X07' });
});
