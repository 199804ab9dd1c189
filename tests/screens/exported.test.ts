import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { writeWorkbook } from '../../server/spreadsheets/write-workbook.ts';
import { citation, entered, leftOf } from '../journeys/exported.ts';
import { ok } from '../journeys/road.ts';
import { aHouse } from '../world.ts';
import { aPage, choose, deskScreen, handheldScreen } from './browser.ts';

const inEnglish = (page: Page) => page.addInitScript(() => localStorage.setItem('guihang.language', 'en'));

test('on a telephone an exported order is entered, and goods of it are returned without its papers being typed twice', async () => {
  const house = await aHouse();
  const page = await aPage(house, 'whale', handheldScreen);
  await page.goto('/portal/exported');
  await page.getByText('还没有出口订单').waitFor();
  await page.getByRole('button', { name: '登记出口订单' }).first().click();
  await page.getByRole('button', { name: '保存出口订单' }).click();
  await page.getByText('请填写“订单号”。').waitFor();
  await page.getByLabel('订单号').fill('250820TH0001');
  await page.getByLabel('平台', { exact: true }).fill('Shopee');
  await page.getByLabel('商品编码（SKU）').fill('EARBUDS');
  await choose(page, '蓝牙耳机');
  await page.getByLabel('数量').fill('5');
  await page.getByLabel('出口单证号').fill('46412026E000000077');
  await page.getByLabel('出口日期').fill('2026-08-20');
  await page.getByRole('button', { name: '保存出口订单' }).click();
  await page.getByRole('heading', { name: '250820TH0001' }).waitFor();
  await page.getByText('还可退 5 / 5').waitFor();

  await page.getByRole('link', { name: '退货', exact: true }).click();
  await page.getByText('还可退 5 / 5').waitFor();
  await page.getByText('由出口订单 250820TH0001 带出，可以不填。').waitFor();
  await page.getByLabel('数量').fill('6');
  await page.getByLabel('退货原因', { exact: true }).click();
  await page.getByText('尺码偏大').click();
  await page.getByRole('button', { name: '提交退货单' }).click();
  await page.getByText('出口 5 件，还可退 5 件').first().waitFor();
  await page.getByLabel('数量').fill('3');
  await page.getByRole('button', { name: '提交退货单' }).click();
  await page.getByText('出口订单 250820TH0001 第 1 行').waitFor();
  await page.getByText('46412026E000000077').waitFor();
  const { rows } = await ok(house.call('whale', 'GET /api/v1/exported-orders'));
  expect(await leftOf(house, rows[0].id)).toEqual([{ exported: 5, back: 0, onTheWay: 3, left: 2 }]);
});

test('on a desk the list is searched, filtered and sorted in its address; what cites nothing says so on both sides', async () => {
  const house = await aHouse();
  await citation(house, 'should');
  await entered(house, 'SO-1');
  await entered(house, 'SO-2', [{ sku: 'SHIRT', quantity: 2 }], { platform: 'Lazada', country: 'MY' });
  const page = await aPage(house, 'whale', deskScreen);
  await inEnglish(page);
  await page.goto('/portal/exported?platform=Lazada&sort=number');
  const table = page.getByRole('table');
  await table.getByText('SO-2').waitFor();
  expect(await table.getByText('SO-1').count()).toBe(0);
  await page.goto('/portal/exported?search=SHIRT');
  await table.getByRole('link', { name: 'SO-2' }).click();
  await page.getByText('2 of 2 returnable').waitFor();

  await page.goto('/portal/returns/new');
  await page.getByLabel('SKU', { exact: true }).fill('SHIRT');
  await choose(page, 'SHIRT');
  await page.getByLabel('Platform order number').fill('SO-9');
  await page.getByText('There is no such exported order.').waitFor();
  await page.getByLabel('Why it comes back', { exact: true }).click();
  await choose(page, 'Too large');
  await page.getByRole('button', { name: 'Submit the return' }).click();
  await page.getByText('Some lines match no exported order: a supervisor first checks').waitFor();
  await page.getByText('No matching exported order', { exact: true }).waitFor();
  const [{ code }] = (await ok(house.call('whale', 'GET /api/v1/return-orders'))).rows;
  const office = await aPage(house, 'wang', deskScreen);
  await office.goto(`/office/arrivals/${code}`);
  await office.getByText('有明细行没有对应的出口订单').waitFor();
  await office.getByText('无对应出口订单', { exact: true }).waitFor();
});

test('a workbook of orders is checked, put right and imported; sent once more, nothing changes', async () => {
  const house = await aHouse();
  const page = await aPage(house, 'whale', handheldScreen);
  const workbook = (quantity: string) => ({
    name: '订单.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: Buffer.from(
      writeWorkbook([
        {
          name: 'orders',
          columns: ['Order ID', 'Seller SKU', 'Quantity', 'Country'].map((name) => ({ name })),
          rows: [['250820TH0001', 'EARBUDS', quantity, '泰国']],
        },
      ]),
    ),
  });
  await page.goto('/portal/exported');
  await page.getByRole('button', { name: '表格导入' }).first().click();
  const file = page.locator('input[type=file]');
  await file.setInputFiles(workbook('many'));
  await page.getByText('没有导入任何内容').first().waitFor();
  await file.setInputFiles(workbook('5'));
  await page.getByRole('button', { name: '导入 1 行' }).click();
  await page.getByText('已导入：新增 1 张，更新 0 张，未变 0 张').waitFor();
  await file.setInputFiles(workbook('5'));
  await page.getByRole('button', { name: '导入 1 行' }).click();
  await page.getByText('已导入：新增 0 张，更新 0 张，未变 1 张').waitFor();
  await page.getByRole('link', { name: '查看出口订单' }).click();
  await page.getByText('还可退 5 / 5').waitFor();
});
