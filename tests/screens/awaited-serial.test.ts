import { expect, test } from 'vitest';
import { announced, type Body, ok } from '../journeys/road.ts';
import { aHouse, newScan } from '../world.ts';
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
  await said(page, '这像运单号，不是序列号');
  expect((await ok(house.call('liu', 'GET /api/v1/parcels'))).total).toBe(1);
  await scan(page, 'PHONE');
  await said(page, '请再扫一次机身或盒上的序列号');
  // While its serial is awaited nothing else is placed, opened or taken in.
  for (const [other, name] of [
    ['A-01-01-1', 'A-01-01-1'],
    [order.code, order.code],
    ['06901234567892', '蓝牙耳机 BW-200 黑色 的商品条码'],
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
  await shows(page, '请再扫一次机身或盒上的序列号');
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

test('a waybill or a fragment is no serial however often it is scanned: a person says that it is one, in amber and with its number', async () => {
  const house = await aHouse();
  // Without a form of its own nothing tells its serials from other numbers.
  const coffee = {
    scanId: newScan(),
    code: 'COFFEE',
    nameZh: '滴滤咖啡机',
    nameEn: 'Coffee maker',
    category: '小家电',
    valueMinor: 9900,
    weightGrams: 900,
  };
  await ok(house.call('whale', 'POST /api/v1/skus', { ...coffee, serialTracked: true }));
  const order = await announced(house, 'whale', [{ sku: 'COFFEE' }, { sku: 'COFFEE' }]);
  const page = await atStation(house, 'liu', 'receive');
  const here = async () =>
    ((await ok(house.call('liu', `GET /api/v1/return-orders/${order.code}`))).items as Body[])
      .filter(({ arrival }) => arrival === 'here')
      .map(({ serial }) => serial);
  const amber = async () =>
    expect(await page.locator('.screen').getAttribute('class')).toContain('tone-warning');
  await scan(page, 'R-01');
  await scan(page, order.code);
  await scan(page, 'COFFEE');
  await said(page, '请再扫一次机身或盒上的序列号');
  for (const [code, words] of [
    ['JT1276553268112', '这像运单号，不是序列号'],
    ['1361', '太短，不像完整的序列号'],
  ] as const)
    for (const _ of [1, 2, 3]) {
      await scan(page, code);
      await said(page, words);
      await amber();
      await shows(page, code);
    }
  expect(await here()).toEqual([]);
  await scan(page, 'JT1276553268112');
  await said(page, '这像运单号，不是序列号');
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/unlike-serial.png` });
  await press(page, '确实是序列号');
  await said(page, '已按此序列号收货，请核对后贴标签');
  await amber();
  await shows(page, 'JT1276553268112');
  // The number of a whole one is shown, too.
  await scan(page, 'COFFEE');
  await scan(page, 'CM-558812');
  await said(page, '请再扫一次序列号确认');
  await scan(page, 'CM-558812');
  await said(page, '已收货，请贴标签');
  await shows(page, 'CM-558812');
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/serial-received.png` });
  expect((await here()).sort()).toEqual(['CM-558812', 'JT1276553268112']);
});
