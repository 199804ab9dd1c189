import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { finishTasks } from '../../server/jobs/background-tasks.ts';
import { announced, ok, received } from '../journeys/road.ts';
import { opened } from '../journeys/sheets.ts';
import { aHouse, type House } from '../world.ts';
import { aPage, axeFaults, choose, deskScreen, downloaded, handheldScreen } from './browser.ts';

const shot = (page: Page, name: string) =>
  process.env.SHOTS
    ? page.screenshot({ path: `${process.env.SHOTS}/${name}.png`, fullPage: true })
    : undefined;
const spoken = async (page: Page, language: 'zh-CN' | 'en') =>
  page.context().addInitScript((one) => localStorage.setItem('guihang.language', one), language);

test('a list is downloaded for Excel or as CSV, as it is filtered, in the language of the screen', async () => {
  const house = await aHouse();
  const code = await received(house);
  await announced(house, 'whale', [{ sku: 'X-1' }]);
  const page = await aPage(house, 'wang', deskScreen);
  await page.goto('/office/stock?state=received');
  await page.getByText('广告衫').first().waitFor();
  const excel = await downloaded(page, '下载表格', 'Excel 表格（XLSX）');
  expect(excel.name).toBe('items.xlsx');
  const { names, rows } = opened(excel.bytes);
  expect([names[0], rows.map((row) => row.货品码?.v)]).toEqual(['货品码', [code]]);
  await shot(page, 'download-menu');
  const csv = await downloaded(page, '下载表格', '纯文本表格（CSV）');
  expect([csv.name, csv.bytes.toString().split('\r\n').length]).toEqual(['items.csv', 3]);
  const portal = await aPage(house, 'whale', handheldScreen);
  await spoken(portal, 'en');
  await portal.goto('/portal/returns');
  const returns = opened((await downloaded(portal, 'Download', 'For Excel (XLSX)')).bytes);
  expect([returns.names[0], returns.rows.length]).toEqual(['Return order', 2]);
});

const columns = '商品编码,中文品名,英文品名,类别,申报价值,重量（克）,电池';
const sheet = (...rows: string[]) => ({
  name: 'skus.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from([columns, ...rows].join('\r\n')),
});
const skuOf = (house: House, code: string) => ok(house.call('whale', `GET /api/v1/skus/${code}`));

test.each([
  [
    'zh-CN',
    handheldScreen,
    { open: '表格导入', keep: '按填写的导入', save: '保存 2 个商品', done: '导入完成：新增 1，变更 1' },
  ],
  [
    'en',
    deskScreen,
    {
      open: 'Import a spreadsheet',
      keep: 'Import as written',
      save: 'Save 2 SKUs',
      done: 'Imported: 1 new, 1 changed',
    },
  ],
] as const)(
  'an exporter brings in a catalogue: asked, shown what changes, stored (%s)',
  async (language, screen, says) => {
    const house = await aHouse();
    await received(house, 'SHIRT');
    const page = await aPage(house, 'whale', screen);
    await spoken(page, language);
    await page.goto('/portal/skus');
    await page.getByRole('link', { name: says.open }).click();
    await page.locator('.file-drop').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    const file = page.locator('input[type=file]');
    await file.setInputFiles(sheet('SHIRT,新广告衫,,,,,内置', 'FAN-1,手持风扇,Hand fan,fans,"1,000",250,无'));
    await page.getByText('E3', { exact: true }).waitFor();
    await shot(page, `sku-faults-${language}`);
    expect(await axeFaults(page)).toEqual([]);
    await file.setInputFiles(sheet('SHIRT,新广告衫,,,,,内置', 'FAN-1,手持风扇,Hand fan,fans,85.50,250,无'));
    await page.getByRole('button', { name: says.keep }).click();
    await page.getByRole('button', { name: says.save }).waitFor();
    await page.getByRole('cell', { name: /新广告衫/ }).waitFor();
    await shot(page, `sku-changes-${language}`);
    expect(await axeFaults(page)).toEqual([]);
    // Nothing stands out to the side of a telephone.
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
    await page.getByRole('button', { name: says.save }).click();
    await page.getByRole('progressbar').waitFor();
    await finishTasks(house.deps);
    await page.getByText(says.done).waitFor();
    await shot(page, `sku-done-${language}`);
    expect(await skuOf(house, 'FAN-1')).toMatchObject({ valueMinor: 8550, weightGrams: 250 });
    expect(await skuOf(house, 'SHIRT')).toMatchObject({ nameZh: '新广告衫', battery: 'ion in equipment' });
  },
);

test('the office says whose catalogue it is before it gives a file', async () => {
  const house = await aHouse();
  const page = await aPage(house, 'ma', deskScreen);
  await page.goto('/office/settings/skus');
  await page.getByRole('link', { name: '表格导入' }).click();
  await page.getByText('先选择这些商品属于哪个出口商。').waitFor();
  expect(await page.locator('input[type=file]').count()).toBe(0);
  await page.getByLabel('出口商').click();
  await choose(page, '纸鸢');
  await page.locator('input[type=file]').setInputFiles(sheet('KT-1,风筝,Kite,toys,20,300,无'));
  await page.getByRole('button', { name: '保存 1 个商品' }).click();
  await page.getByRole('progressbar').waitFor();
  await finishTasks(house.deps);
  await page.getByText('导入完成：新增 1，变更 0').waitFor();
  await shot(page, 'sku-office');
  expect(await ok(house.call('kite', 'GET /api/v1/skus/KT-1'))).toMatchObject({ exporterCode: 'kite' });
});
