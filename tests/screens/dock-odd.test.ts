import { expect, test } from 'vitest';
import { announced, ok, shippedOut, stored } from '../journeys/road.ts';
import { aHouse, newScan } from '../world.ts';
import { amber, atStation, press, said, scan, shows, values } from './handheld-world.ts';

test('an unknown code over an open parcel is kept, as a thing in it or as another parcel, and found again', async () => {
  const house = await aHouse();
  await announced(house, 'whale', [{ sku: 'SHIRT', quantity: 2 }], { waybill: 'JT0001112223334' });
  const page = await atStation(house, 'liu', 'receive');
  await scan(page, 'R-01');
  await scan(page, 'JT0001112223334');
  await said(page, '包裹已打开');
  for (const [code, meaning] of [
    ['BLIND-99887', '本包裹里没预报的货'],
    ['BLIND-99888', '另一个包裹的运单'],
  ] as const) {
    await scan(page, code);
    await said(page, '不认识这个码，请选它是什么');
    await press(page, meaning);
    await press(page, '衣物');
    await page.locator('.sheet .primary').click();
    await said(page, '已按无预报收下并挂起，请贴标签');
  }
  const find = (text: string) =>
    ok(house.call('liu', 'POST /api/v1/scans', { scanId: newScan(), text, station: 'find' }));
  expect((await find('BLIND-99887')).hit.kind).toBe('item');
  expect((await find('BLIND-99888')).hit.kind).toBe('parcel');
  expect((await ok(house.call('liu', 'GET /api/v1/parcels'))).total).toBe(2);
});

test('an IMEI with a wrong digit is told as that over an open parcel; a phone without a serial comes in amber', async () => {
  const house = await aHouse();
  const order = await announced(house, 'whale', [{ sku: 'PHONE' }]);
  const page = await atStation(house, 'liu', 'receive');
  await scan(page, 'R-01');
  await scan(page, order.code);
  await said(page, '包裹已打开');
  await scan(page, '490154203237519');
  await said(page, '这个 IMEI 的校验位不对，请再扫一次');
  await expect
    .poll(() => page.locator('.screen-actions button').allInnerTexts())
    .toEqual(['另一个包裹的运单', '不收']);
  await press(page, '不收');
  await scan(page, 'PHONE');
  await said(page, '请再扫一次机身或盒上的序列号');
  await press(page, '没有序列号，收下并挂起');
  await said(page, '没有序列号：已收下并挂起，请拍照，贴标签');
  await amber(page);
  await shows(page, '实物上没有序列号');
});

test('what a carrier had is taken back by a press, in amber, with its shipment and owner: a scan alone tells nobody', async () => {
  const house = await aHouse();
  const item = await stored(house);
  const shipment = await shippedOut(house, 'resale', [item]);
  const page = await atStation(house, 'liu', 'receive');
  await scan(page, 'R-01');
  const stateNow = async () => (await ok(house.call('liu', `GET /api/v1/items/${item}`))).state.id;
  for (const _ of [1, 2]) {
    await scan(page, item);
    await said(page, '已出库的货回来了：派送失败？');
    await amber(page);
    await shows(page, shipment);
    await shows(page, '深圳蓝鲸电子有限公司');
    expect(await stateNow()).toBe('shipped');
  }
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/undelivered.png` });
  await press(page, '登记派送失败');
  await said(page, '派送失败，已收回');
  expect(await stateNow()).toBe('received');
});

test('the announced one that turns up after another was taken under its name is amber, and comes in beside it', async () => {
  const house = await aHouse();
  const order = await announced(house, 'whale', [{ sku: 'PHONE', serial: 'BW-100001' }]);
  const page = await atStation(house, 'liu', 'receive');
  await scan(page, 'R-01');
  await scan(page, order.code);
  await said(page, '包裹已打开');
  await scan(page, 'PHONE');
  await scan(page, 'BW-100002');
  await said(page, '序列号与预报不符');
  await press(page, '收下并挂起');
  await said(page, '序列号不符：预报 BW-100001，实物 BW-100002');
  await scan(page, 'BW-100001');
  await said(page, '已有另一件按它的名义收下');
  await amber(page);
  await values(page, ['先收下的', 'BW-100002', '实物', 'BW-100001']);
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/taken-as-another.png` });
  await press(page, '这件也收下');
  await said(page, '已记为多件并挂起，请贴标签');
  await amber(page);
  const { items } = await ok(house.call('liu', `GET /api/v1/return-orders/${order.code}`));
  expect(items).toHaveLength(2);
  // Nothing of this is plainly right: the end of the parcel says so.
  await press(page, '拆完包裹');
  await said(page, '包裹已拆完，退货单已收齐，2 件挂起');
  await amber(page);
});

test('a parcel that is closed while something is still to come says how much, in amber', async () => {
  const house = await aHouse();
  const order = await announced(house, 'whale', [{ sku: 'SHIRT' }, { sku: 'SHIRT' }, { sku: 'EARBUDS' }]);
  const page = await atStation(house, 'liu', 'receive');
  await scan(page, 'R-01');
  await scan(page, order.code);
  await scan(page, 'SHIRT');
  await said(page, '已收货，请贴标签');
  await press(page, '拆完包裹');
  await press(page, '其余以后再到，先拆完');
  await said(page, '包裹已拆完，还差 2 件');
  await amber(page);
});

test('a sheet that is open again after back and forward takes its scans: its answers are not lost', async () => {
  const house = await aHouse();
  const page = await atStation(house, 'liu', '');
  await page.getByText('收货', { exact: true }).first().click();
  await page.waitForURL('**/handheld/receive');
  await scan(page, 'R-01');
  await said(page, '收货货位：R-01');
  for (const _ of [1, 2]) {
    await scan(page, 'BLIND-99887');
    await page.locator('.screen.tone-warning').waitFor();
  }
  await page.locator('.sheet .question h2').waitFor();
  await page.goBack();
  await page.waitForURL((url) => !url.pathname.endsWith('receive'));
  await page.goForward();
  await page.locator('.foot .scan-box input').waitFor();
  await page.locator('.sheet .question h2').waitFor();
  await press(page, '衣物');
  await page.locator('.sheet .row', { hasText: '几件' }).click();
  await scan(page, '6955731001106');
  await expect.poll(() => page.locator('.sheet [role=alert]').first().innerText()).not.toBe('');
  expect(await page.locator('.banner').allInnerTexts()).not.toContain('本包裹无此商品');
});
