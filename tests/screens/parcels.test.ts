import { expect, test } from 'vitest';
import { opened, take, waybill } from '../journeys/boxes.ts';
import { announced, ok, stored } from '../journeys/road.ts';
import { aHouse, newScan } from '../world.ts';
import { aPage, deskScreen } from './browser.ts';
import { atStation, press, said, scan, shows } from './handheld-world.ts';

test('a parcel with two returns in it is empty when both are: what is missing of either is asked about', async () => {
  const house = await aHouse();
  const first = await announced(house, 'whale', [{ sku: 'SHIRT' }]);
  const second = await announced(house, 'kite', [{ sku: 'X-1' }]);
  const { code } = await opened(house, { order: first.code, waybill });
  await ok(take(house, code, 'link', { order: second.code }));
  const page = await atStation(house, 'liu', 'receive');
  await scan(page, 'R-01');
  await scan(page, first.code);
  await said(page, /包裹/);
  await scan(page, 'SHIRT');
  await said(page, '已收货，请贴标签');
  // The return on the screen is complete; the other one is not.
  await press(page, '拆完包裹');
  await page.getByRole('dialog').getByText('X-1').waitFor();
  await press(page, '报未到 1 件');
  await said(page, '已报未到 1 件');
  const [one] = (await ok(house.call('wang', `GET /api/v1/return-orders/${second.code}`))).items;
  expect(one.state.id).toBe('missing');
  expect((await ok(house.call('liu', `GET /api/v1/parcels/${code}`))).state.id).toBe('emptied');
});

test('two handhelds count one lot: each books its own, and what somebody left is taken over before the parcel is closed', async () => {
  const house = await aHouse();
  const order = await announced(house, 'whale', [{ sku: 'SHIRT', quantity: 5 }]);
  const { code } = await opened(house, { order: order.code, waybill });
  const more = { order: order.code, line: 1, more: 1 };
  const count = () =>
    ok(house.call('wang', `POST /api/v1/parcels/${code}/counts`, { scanId: newScan(), ...more }));
  await count();
  await count();
  const page = await atStation(house, 'liu', 'receive');
  await scan(page, 'R-01');
  await scan(page, waybill);
  await said(page, /包裹/);
  await shows(page, 'wang 已数 2 件');
  await scan(page, 'SHIRT');
  await said(page, '已数 3 / 5');
  // Only what was counted here is confirmed here.
  await press(page, '确认收货 1 件');
  await said(page, '已收货，请贴标签');
  await press(page, '拆完包裹');
  await said(page, 'wang 数了 2 件，还没收');
  await press(page, '知道了');
  await press(page, '异常');
  await press(page, '接手别人数的货');
  await said(page, '已接手，现在由您收货');
  await press(page, '确认收货 2 件');
  await said(page, '已收货，请贴标签');
  const { items } = await ok(house.call('liu', `GET /api/v1/parcels/${code}`));
  expect(items.map(({ quantity }: { quantity: number }) => quantity).sort()).toEqual([1, 2]);
});

test('an exporter sees the parcel, what came in it too much, and the return to which that belongs', async () => {
  const house = await aHouse();
  const order = await announced(house, 'whale', [{ sku: 'SHIRT' }]);
  const { code } = await opened(house, { order: order.code, waybill });
  const over = { location: 'R-01', parcel: code, exporter: 'whale', sku: 'SHIRT', description: '衬衫' };
  const found = { found: 'over', note: '多出一件' };
  await ok(house.call('liu', 'POST /api/v1/receipts', { scanId: newScan(), ...over, ...found }));
  const page = await aPage(house, 'whale', deskScreen);
  await page.goto('/portal/parcels');
  await page.getByRole('row').filter({ hasText: waybill }).getByRole('link').first().click();
  await page.getByText('多件', { exact: true }).waitFor();
  await page.goto(`/portal/returns/${order.code}`);
  await page.getByText('0 / 1').first().waitFor();
  await page.getByText('多出 1 件').first().waitFor();
});

test('a bin whose goods may not lie together any more stands on the board until one of them has moved', async () => {
  const house = await aHouse();
  const [first] = [await stored(house), await stored(house)];
  const released = { customsStatus: 'HAINAN_ZERO_TARIFF', reason: '海关放行' };
  await ok(house.item('guan', first, 'correct', released));
  const page = await aPage(house, 'wang', deskScreen);
  await page.goto('/office');
  const card = page.locator('#places');
  await card.getByText('不同海关状态的货放在一起：分开存放。').waitFor();
  expect(await card.innerText()).toContain('深圳蓝鲸电子有限公司');
  await ok(house.item('wu', first, 'move', { location: 'A-01-01-2' }));
  await page.reload();
  await page.getByRole('heading', { level: 1 }).waitFor();
  await card.waitFor({ state: 'detached' });
});
