import { expect, test } from 'vitest';
import { announced, ok, stored } from '../journeys/road.ts';
import { aHouse, newScan } from '../world.ts';
import { aPage, choose, deskScreen, handheldScreen } from './browser.ts';
import { goodsInBothLanguages } from './faces.ts';

test('items are searched, filtered, sorted and turned over, and the address remembers it all', async () => {
  const house = await aHouse();
  const shelved = await stored(house);
  await announced(
    house,
    'whale',
    Array.from({ length: 24 }, () => ({ sku: 'EARBUDS' })),
  );
  const page = await aPage(house, 'wang', deskScreen);
  const asked = () => Object.fromEntries(new URL(page.url()).searchParams);
  const count = (n: number) => page.getByRole('status').getByText(`共 ${n} 条`).waitFor();
  await page.goto('/office/stock?size=20');
  await count(25);
  await page.getByRole('listitem', { name: '2' }).click();
  await expect.poll(asked).toEqual({ size: '20', page: '2' });
  await page.getByRole('columnheader', { name: '货品码' }).click();
  await expect.poll(asked).toEqual({ size: '20', sort: 'code' });
  await page.getByRole('combobox', { name: '状态' }).click();
  await choose(page, '在库');
  await count(1);
  await page.getByRole('searchbox').fill('广告衫');
  await page.getByRole('searchbox').press('Enter');
  await expect.poll(asked).toEqual({ size: '20', sort: 'code', state: 'stored', search: '广告衫' });
  await page.reload();
  await count(1);
  expect(await page.getByRole('searchbox').inputValue()).toBe('广告衫');
  await page.getByRole('link', { name: new RegExp(shelved.slice(0, 5)) }).click();
  await page.getByRole('heading', { name: '广告衫' }).waitFor();
  await page.goBack();
  await count(1);
  await page.goBack();
  await page.goBack();
  await count(25);
  expect(asked()).toEqual({ size: '20', sort: 'code' });
});

test('an item is held from its page, on any screen, and its history says so', async () => {
  const house = await aHouse();
  const code = await stored(house);
  const page = await aPage(house, 'wang', handheldScreen);
  await page.goto(`/office/items/${code}`);
  await page.getByRole('button', { name: '更多' }).click();
  await page.getByRole('menuitem', { name: '挂起' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox').first().click();
  await choose(page);
  await dialog.getByRole('textbox').last().fill('客户要求暂停');
  const answered = page.waitForResponse('**/steps');
  await dialog.getByRole('button', { name: '确定' }).click();
  // The page asks again how the item stands; the step itself is answered in short.
  expect(Object.keys(await (await answered).json())).toEqual(['code', 'version', 'signature', 'pending']);
  await dialog.waitFor({ state: 'hidden' });
  await page.getByText('客户要求暂停').first().waitFor();
  expect((await ok(house.call('wang', `GET /api/v1/items/${code}`))).holds).toHaveLength(1);
});

test('a parcel that nobody announced is found in its list and given its return', async () => {
  const house = await aHouse();
  const order = await announced(house, 'whale', [{ sku: 'SHIRT' }]);
  const page = await aPage(house, 'wang', deskScreen);
  await page.goto('/office/parcels');
  await page.getByText('还没有包裹').waitFor();
  const box = { scanId: newScan(), location: 'R-01', description: '纸箱', waybill: 'JT0004445556667' };
  const { parcel } = await ok(house.call('liu', 'POST /api/v1/receipts', box));
  await page.goto('/office/parcels?blind=yes&search=JT000444');
  await page.getByRole('link', { name: new RegExp(parcel.code.slice(0, 5)) }).click();
  await page.getByText('没有关联退货单').waitFor();
  await page.getByRole('button', { name: '关联退货单' }).click();
  await page.getByRole('dialog').getByRole('textbox').fill(order.code);
  await page.getByRole('dialog').getByRole('button', { name: '确定' }).click();
  await page
    .getByRole('link', { name: new RegExp(order.code.slice(0, 5)) })
    .first()
    .click();
  await page.getByText('JT0004445556667').waitFor();
  expect((await ok(house.call('liu', `GET /api/v1/parcels/${parcel.code}`))).orders).toHaveLength(1);
});

test('what can leave is put into a new shipment, which then has its page', async () => {
  const house = await aHouse();
  const code = await stored(house);
  const page = await aPage(house, 'wang', deskScreen);
  await page.goto('/office/outbound');
  await page.getByRole('link', { name: '新建出库单' }).first().click();
  await page.getByText('复售', { exact: true }).click();
  await page.getByRole('combobox', { name: '出口商' }).click();
  await choose(page, '深圳蓝鲸电子有限公司');
  await page.getByRole('textbox', { name: '收件人' }).fill('海口折扣店');
  await page.getByRole('textbox', { name: '地址' }).fill('龙华路 1 号');
  await page.getByRole('combobox', { name: '目的地' }).click();
  await page.getByRole('combobox', { name: '目的地' }).fill('中国');
  await page.keyboard.press('Enter');
  await page.getByRole('searchbox', { name: '货品码、序列号、品名' }).fill(code);
  // Enter searches among the items; it does not send the form.
  await page.keyboard.press('Enter');
  await page.getByRole('checkbox', { name: new RegExp(code) }).check();
  const ids: string[] = [];
  await page.route('**/api/v1/shipments', async (route) => {
    if (route.request().method() !== 'POST') return route.continue();
    ids.push(route.request().postDataJSON().scanId);
    if (ids.length > 3) return route.continue();
    await route.fetch();
    await route.abort('connectionreset');
  });
  await page.getByRole('button', { name: '建立出库单' }).click();
  await page.getByRole('alert').waitFor();
  // The answer was lost, and the shipment was made: pressed once more, it is the same one.
  await page.getByRole('button', { name: '建立出库单' }).click();
  await page.getByRole('heading', { name: /^出库单 S/ }).waitFor();
  expect([ids.length, new Set(ids).size]).toEqual([4, 1]);
  await page.getByText('已拣 0 / 1').waitFor();
  const { rows } = await ok(house.call('wang', 'GET /api/v1/shipments'));
  expect(rows).toMatchObject([{ consignee: '海口折扣店', items: 1 }]);
});

test('a server that fails is said to, and asked again by a button', async () => {
  const house = await aHouse();
  await goodsInBothLanguages(house);
  const page = await aPage(house, 'wang', handheldScreen);
  await page.route('**/api/v1/return-orders?*', (route) => route.fulfill({ status: 500, body: 'broken' }));
  await page.goto('/office/arrivals');
  await page.getByRole('alert').getByText('系统出错了').waitFor();
  await page.unroute('**/api/v1/return-orders?*');
  await page.getByRole('button', { name: '重试' }).click();
  await page.getByRole('table').first().waitFor();
  await page.getByRole('status').getByText('共 3 条').waitFor();
});

test('a vendor is added and changed in the master data, and a SKU changed of the exporter that it belongs to', async () => {
  const house = await aHouse();
  const page = await aPage(house, 'ma', deskScreen);
  const form = page.getByRole('dialog');
  await page.goto('/office/settings/organisations');
  await page.getByRole('button', { name: '新建出口商或维修商' }).click();
  await form.getByText('维修商', { exact: true }).click();
  await form.getByLabel('代码', { exact: true }).fill('volt');
  await form.getByLabel('中文名').fill('三亚伏特维修');
  await form.getByLabel('英文名').fill('Sanya Volt Repairs');
  await form.getByRole('button', { name: '确定' }).click();
  await page.getByRole('button', { name: '更改 volt' }).click();
  await form.getByLabel('联系人').fill('陈伏');
  await form.getByRole('button', { name: '确定' }).click();
  await page.getByRole('cell', { name: '陈伏' }).waitFor();
  expect((await ok(house.call('ma', 'GET /api/v1/organisations', { search: 'volt' }))).rows).toMatchObject([
    { code: 'volt', kind: 'vendor', nameEn: 'Sanya Volt Repairs', contact: '陈伏', active: true },
  ]);

  await page.goto('/office/settings/skus?search=PHONE');
  await page.getByRole('button', { name: '更改 PHONE' }).click();
  await form.getByLabel('类别').fill('手机');
  await form.getByRole('button', { name: '确定' }).click();
  await page.getByRole('cell', { name: '手机', exact: true }).waitFor();
  expect(await ok(house.call('ma', 'GET /api/v1/skus/PHONE'))).toMatchObject({
    ...{ exporterCode: 'whale', category: '手机' },
  });
});

test('a page that cannot be fetched says whether the network or a new version is why', async () => {
  const house = await aHouse();
  const page = await aPage(house, 'wang', deskScreen);
  await page.goto('/office');
  await page.getByRole('heading', { name: '看板' }).waitFor();
  await page.context().setOffline(true);
  await page.getByRole('link', { name: '货品', exact: true }).first().click();
  await page.getByRole('alert').getByText('连不上服务器').waitFor();
  await page.context().setOffline(false);
  await page.goto('/office');
  await page.getByRole('heading', { name: '看板' }).waitFor();
  await page.route('**/assets/*.js', (route) => route.fulfill({ status: 404, body: '' }));
  await page.getByRole('link', { name: '货品', exact: true }).first().click();
  await page.getByRole('alert').getByText('系统已更新').waitFor();
});
