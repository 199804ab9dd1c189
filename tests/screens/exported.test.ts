import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { finishTasks } from '../../server/jobs/background-tasks.ts';
import { writeWorkbook } from '../../server/spreadsheets/write-workbook.ts';
import { citation, entered, leftOf, returned } from '../journeys/exported.ts';
import { ok } from '../journeys/road.ts';
import { aHouse, newScan } from '../world.ts';
import { aPage, axeFaults, choose, deskScreen, handheldScreen, type Screen } from './browser.ts';

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
  await choose(page, '尺码偏大');
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

async function seen(page: Page, name: string) {
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/${name}.png`, fullPage: true });
}

const workbook = (
  rows: readonly (readonly string[])[],
  heads = ['Order ID', 'Seller SKU', 'Quantity', 'Country'],
) => ({
  name: '订单.xlsx',
  mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  buffer: Buffer.from(writeWorkbook([{ name: 'orders', columns: heads.map((name) => ({ name })), rows }])),
});

test('a workbook of orders is checked, a group is put right, and an import that runs is found again when the page is reloaded', async () => {
  const house = await aHouse();
  const page = await aPage(house, 'whale', handheldScreen);
  await page.goto('/portal/exported');
  await page.getByRole('button', { name: '表格导入' }).first().click();
  const file = page.locator('input[type=file]');
  const wrong = [1, 2, 3].map((n) => [`SO-${n}`, 'EARBUDS', '5', 'Thailnd']);
  await file.setInputFiles(workbook(wrong));
  await page.getByText('3 行里发现 3 处问题').waitFor();
  await seen(page, 'exports-faults');
  await page.getByLabel('“Thailnd”其实是').click();
  await choose(page, '泰国');
  await page.getByRole('button', { name: '应用 1 项更正，重新检查' }).click();
  await page.getByRole('button', { name: '导入 3 行' }).click();
  await page.getByText('已完成 0 / 3 张出口订单').waitFor();
  await seen(page, 'exports-importing');
  await page.reload();
  await page.getByText('已完成 0 / 3 张出口订单').waitFor();
  // Whoever went elsewhere and comes back by the menu finds it, too.
  await page.goto('/portal/exported/import');
  await page.getByText('已完成 0 / 3 张出口订单').waitFor();
  await finishTasks(house.deps);
  await page.getByText('已导入：新增 3 张，更新 0 张，未变 0 张').waitFor();
  await file.setInputFiles(workbook([['SO-1', 'EARBUDS', '5', '泰国']]));
  await page.getByRole('button', { name: '导入 1 行' }).click();
  await page.getByText('已完成 0 / 1 张出口订单').waitFor();
  await finishTasks(house.deps);
  await page.getByText('已导入：新增 0 张，更新 0 张，未变 1 张').waitFor();
  await seen(page, 'exports-imported');
  await page.getByRole('link', { name: '查看出口订单' }).click();
  await page.getByText('还可退 5 / 5').first().waitFor();
});

test('on a desk unknown columns are mapped, and the next sheet with this header is read so', async () => {
  const house = await aHouse();
  const page = await aPage(house, 'whale', deskScreen);
  await inEnglish(page);
  await page.goto('/portal/exported/import');
  const file = page.locator('input[type=file]');
  const heads = ['Bestellung', 'Artikel', 'Menge'];
  await file.setInputFiles(workbook([['SO-1', 'EARBUDS', '5']], heads));
  await page.getByText('Which of your columns matches which of ours?').waitFor();
  await seen(page, 'exports-columns');
  for (const [ours, theirs] of [
    ['Order number', 'Bestellung'],
    ['SKU', 'Artikel'],
    ['Quantity', 'Menge'],
  ] as const) {
    await page.getByLabel(ours, { exact: true }).fill(theirs);
    await page.getByLabel(ours, { exact: true }).press('Enter');
  }
  await page.getByRole('button', { name: 'Check again like this' }).click();
  await page.getByRole('button', { name: 'Import 1 row' }).click();
  await page.getByText('0 of 1 exported orders are done').waitFor();
  await finishTasks(house.deps);
  await page.getByText('Imported: 1 new, 0 changed, 0 as they were').waitFor();
  await file.setInputFiles(workbook([['SO-2', 'EARBUDS', '1']], heads));
  await page.getByText('Read as last time').waitFor();
  await page.getByRole('button', { name: 'Import 1 row' }).waitFor();
});

test('in the office exported orders lead to their returns, and a risk is closed with a reason', async () => {
  const house = await aHouse();
  await entered(house, 'SO-1', [{ quantity: 1 }]);
  const order = await ok(returned(house, [{ salesOrder: 'SO-1' }]));
  await ok(
    house.call('liu', 'POST /api/v1/parcels', { scanId: newScan(), order: order.code, location: 'R-01' }),
  );
  await ok(
    house.call('wang', 'POST /api/v1/receipts', {
      ...{ scanId: newScan(), location: 'R-01', description: '耳机', exporter: 'whale', sku: 'EARBUDS' },
      ...{ order: order.code, found: 'over', note: '多一件' },
    }),
  );
  const page = await aPage(house, 'wang', deskScreen);
  await page.goto('/office');
  await page.getByRole('link', { name: '出口订单' }).click();
  await page.getByRole('link', { name: 'SO-1' }).waitFor();
  await seen(page, 'office-exported');
  await page.getByRole('link', { name: 'SO-1' }).click();
  await page.getByText('还可退 0 / 1').waitFor();
  await seen(page, 'office-exported-order');
  await page
    .getByRole('link', { name: order.code.slice(0, 3) })
    .first()
    .click();
  await page.getByText('风险：退回的比出口的多').waitFor();
  await page.getByRole('link', { name: '全部风险' }).click();
  await page.getByText('2 / 1', { exact: true }).waitFor();
  await seen(page, 'office-risks');
  await page.getByRole('button', { name: `关闭退货单 ${order.code} 的风险` }).click();
  await page.getByLabel('为什么可以关闭').fill('箱内混入他人商品');
  await seen(page, 'office-risk-close');
  await page.getByRole('dialog').getByRole('button', { name: '确定' }).click();
  await page.getByText('箱内混入他人商品').waitFor();
  for (const at of ['exported', 'risks']) {
    await page.goto(`/office/${at}`);
    await page.getByRole('table').first().waitFor();
    expect(await axeFaults(page)).toEqual([]);
  }
  const small = await aPage(house, 'wang', handheldScreen);
  await inEnglish(small);
  for (const at of ['exported', 'risks']) {
    await small.goto(`/office/${at}`);
    await small.getByRole('table').first().waitFor();
    await seen(small, `office-${at}-small`);
  }
});

test.each([
  ['must', '没有对应的不能提交', handheldScreen],
  ['should', '没有对应的也可以提交，但要等主管审核', deskScreen],
  ['need not', '退货不必对应出口订单', handheldScreen],
] as const)(
  'that a contract says %s of citing is told where a return is begun',
  async (rule, words, screen) => {
    const house = await aHouse();
    await citation(house, rule);
    const page = await aPage(house, 'whale', screen);
    for (const at of ['new', 'import']) {
      await page.goto(`/portal/returns/${at}`);
      await page.getByText(words).waitFor();
      await seen(page, `contract-${rule.replace(' ', '')}-${at}`);
    }
  },
);

test('a line with the wrong export is put right by its exporter, and after the approval in the office', async () => {
  const house = await aHouse();
  await citation(house, 'should');
  await entered(house, 'SO-1');
  await entered(house, 'SO-2');
  const order = await ok(returned(house, [{ salesOrder: 'SO-9', quantity: 2 }]));
  const page = await aPage(house, 'whale', handheldScreen);
  await inEnglish(page);
  await page.goto(`/portal/returns/${order.code}`);
  await page.getByRole('button', { name: 'Correct the export' }).click();
  await page.getByLabel('Line of this return').fill('1');
  await page.getByLabel('Number of the exported order').fill('SO-1');
  await seen(page, 'cite-anew');
  await page.getByRole('dialog').getByRole('button').last().click();
  await page.getByText('Exported order SO-1').waitFor();
  const now = await ok(house.call('wang', `GET /api/v1/return-orders/${order.code}`));
  await ok(
    house.call('wang', `POST /api/v1/return-orders/${order.code}/steps`, {
      ...{ scanId: newScan(), step: 'approve', seen: now.version },
    }),
  );
  const office = await aPage(house, 'wang', deskScreen);
  await office.goto(`/office/arrivals/${order.code}`);
  await office.getByRole('button', { name: '更正出口订单' }).click();
  await office.getByLabel('退货单第几行').fill('1');
  await office.getByLabel('出口订单号').fill('SO-2');
  await office.getByLabel('为什么更正').fill('买家订单号写错');
  await seen(office, 'cite-anew-office');
  await office.getByRole('dialog').getByRole('button').last().click();
  await office.getByText('SO-2').first().waitFor();
});

test.each<readonly [string, Screen]>([
  ['telephone', handheldScreen],
  ['desk', deskScreen],
])('the office corrects a line that returns cite on a %s', async (where, screen) => {
  const house = await aHouse();
  const { id } = await entered(house, 'SO-1');
  await ok(returned(house, [{ salesOrder: 'SO-1', quantity: 3 }]));
  const page = await aPage(house, 'wang', screen);
  await page.goto(`/office/exported/${id}`);
  await page.getByRole('button', { name: '更正第 1 行' }).click();
  await page.getByLabel('出口数量').fill('2');
  await page.getByLabel('为什么更正').fill('报关单是 9 件');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^(确认|确定)$/ })
    .click();
  await page.getByText('请填 3 或更多').waitFor();
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/correct-${where}.png` });
  await page.getByLabel('出口数量').fill('9');
  for (const [label, said] of [
    ['监管方式', '9710'],
    ['销往国家', '马来西亚'],
  ] as const) {
    await page.getByRole('dialog').getByLabel(label).click();
    await page.getByRole('dialog').getByLabel(label).fill(said);
    await page.keyboard.press('Enter');
  }
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/correct-all-${where}.png` });
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^(确认|确定)$/ })
    .click();
  await page.getByText('还可退 6 / 9').waitFor();
  const { country, lines } = await ok(house.call('whale', `GET /api/v1/exported-orders/${id}`));
  expect([country, lines[0].exportMode, lines[0].exportDocument]).toEqual([
    'MY',
    '9710',
    '46412026E000000077',
  ]);
});
