import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { finishTasks } from '../../server/jobs/background-tasks.ts';
import { writeWorkbook } from '../../server/spreadsheets/write-workbook.ts';
import { stockOf, tookOver } from '../journeys/opening-stock.ts';
import { aHouse } from '../world.ts';
import { aPage, axeFaults, choose, deskScreen, handheldScreen, type Screen } from './browser.ts';

const address = '/office/settings/opening-stock';
const heads = ['货主', 'SKU', '数量', '序列号', '库位', '成色', '处置', '入库日期'];
const workbook = (rows: readonly (readonly string[])[]) => ({
  name: '库存.xlsx',
  mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  buffer: Buffer.from(writeWorkbook([{ name: '库存', columns: heads.map((name) => ({ name })), rows }])),
});
const rows = (place: string) => [
  ['whale', 'SHIRT', '4', '', place, '良品', '良品上架', '2026/8/5'],
  ['whale', 'SHIRT', '5', '', place, '良品', '良品上架', '2026/8/5'],
  ['kite', 'X-1', '3', '', 'Q-01-01-1', '', '', ''],
  ['whale', 'PHONE', '1', 'SN-1', 'R-01', '', '', ''],
];
async function seen(page: Page, name: string) {
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/${name}.png`, fullPage: true });
}
const inEnglish = (page: Page) => page.addInitScript(() => localStorage.setItem('guihang.language', 'en'));
const fits = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);

const drop = (page: Page, file: ReturnType<typeof workbook>) =>
  page.locator('input[type=file]').setInputFiles(file);

test.each<readonly [string, Screen]>([
  ['telephone', handheldScreen],
  ['desk', deskScreen],
])(
  'a sheet of what lies on the shelves is dropped on a %s, a group is put right, and it is taken over',
  async (where, screen) => {
    const house = await aHouse();
    const page = await aPage(house, 'admin', screen);
    await page.goto(address);
    await page.getByRole('heading', { name: '期初库存', exact: true }).waitFor();
    await seen(page, `opening-empty-${where}`);
    await drop(page, workbook(rows('A-01-01-9')));
    await page.getByText('4 行里发现 2 处问题').waitFor();
    await page.getByText('本仓没有货位 A-01-01-9').first().waitFor();
    await seen(page, `opening-faults-${where}`);
    expect(await fits(page)).toBe(true);
    await page.getByLabel('“A-01-01-9”其实是').click();
    await choose(page, 'A-01-01-1');
    await page.getByRole('button', { name: '应用 1 项更正，重新检查' }).click();
    await page.getByText('将接管 4 行，共 13 件货').waitFor();
    await seen(page, `opening-sound-${where}`);
    await page.getByRole('button', { name: '导入 4 行' }).click();
    await page.getByText('已接管 0 / 4 行').waitFor();
    await page.reload();
    await page.getByText('已接管 0 / 4 行').waitFor();
    await seen(page, `opening-storing-${where}`);
    await finishTasks(house.deps);
    await page.getByText('已接管 4 件（批）货').waitFor();
    await seen(page, `opening-done-${where}`);
    expect(await axeFaults(page)).toEqual([]);
    expect((await stockOf(house, 'admin')).length).toBe(4);
    await page.getByRole('link', { name: '打印标签' }).waitFor();
    await drop(page, workbook(rows('A-01-01-1')));
    await page.getByText('表里的货都已经接管过').waitFor();
    await seen(page, `opening-again-${where}`);
    await page.getByRole('link', { name: '查看库存' }).count();
  },
);

test.each<readonly [string, Screen]>([
  ['telephone', handheldScreen],
  ['desk', deskScreen],
])(
  'in English on a %s, rows without an owner are one exporter’s, and what was kept out later is named',
  async (where, screen) => {
    const house = await aHouse();
    const page = await aPage(house, 'ma', screen);
    await inEnglish(page);
    await page.goto(address);
    const sheet = workbook([
      ['', 'SHIRT', '2', '', 'A-01-01-2', 'A', 'RTS', '2026-08-05'],
      ['', 'X-1', '1', '', 'R-01', '', '', ''],
    ]);
    await drop(page, sheet);
    await page.getByText('No exporter stands here.').first().waitFor();
    await page.getByLabel('Rows without an exporter belong to').click();
    await choose(page, 'Blue Whale');
    await drop(page, sheet);
    await page.getByText('2 rows will be taken over, 3 articles in all').waitFor();
    await seen(page, `opening-sound-en-${where}`);
    await tookOver(house, '出口商,商品编码,数量,货位,等级,处置\nwhale,EARBUDS,1,A-01-01-2,A,RTS\n');
    await page.getByRole('button', { name: 'Import 2 rows' }).click();
    // The place has become too small since the check: nothing of the sheet is accepted, and the cell is named.
    await page.getByText('1 problem in 2 rows; nothing was imported').waitFor();
    await seen(page, `opening-left-en-${where}`);
    expect(await fits(page)).toBe(true);
  },
);

test('whoever may not take stock over finds no such part of the settings', async () => {
  const house = await aHouse();
  const page = await aPage(house, 'wang', deskScreen);
  await page.goto('/office/settings');
  await page.getByRole('link', { name: '商品' }).first().waitFor();
  expect(await page.getByRole('link', { name: '期初库存' }).count()).toBe(0);
});

test('whoever may not take stock over reads so at its address, and is offered nothing', async () => {
  const house = await aHouse();
  const page = await aPage(house, 'wang', deskScreen);
  await page.goto(address);
  await page.getByRole('heading', { name: '您没有这个页面的权限' }).waitFor();
  expect(await page.locator('input[type=file]').count()).toBe(0);
  await seen(page, 'opening-no-right');
});
