import { readFileSync } from 'node:fs';
import * as xlsx from '@e965/xlsx';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { finishTasks } from '../../server/jobs/background-tasks.ts';
import { ok } from '../journeys/road.ts';
import { aHouse } from '../world.ts';
import { aPage, axeFaults, deskScreen, handheldScreen } from './browser.ts';

type Row = readonly (string | number | null)[];
const header = ['单号', 'SKU', '数量', '国家', '出口日期', '承运商'];
/** Two sheets that may both be meant; the first hides a row. */
function workbook(name: string, september: readonly Row[], october: readonly Row[] = []) {
  const book = xlsx.utils.book_new();
  const sheet = xlsx.utils.aoa_to_sheet([header, ...september].map((row) => [...row]));
  sheet['!rows'] = [{}, {}, { hidden: true }];
  xlsx.utils.book_append_sheet(book, sheet, '九月');
  if (october.length > 0)
    xlsx.utils.book_append_sheet(
      book,
      xlsx.utils.aoa_to_sheet([header, ...october].map((row) => [...row])),
      '十月',
    );
  const buffer = Buffer.from(xlsx.write(book, { type: 'buffer', bookType: 'xlsx' }));
  return { name, mimeType: 'application/octet-stream', buffer };
}
const many = Array.from(
  { length: 4 },
  (_, i): Row => [`S-${i}`, 'SHIRT', '2双', 'Thailnd', '09/08/2026', 'J&T'],
);
const odd: Row = ['S-9', 'NEW-1', 1, '泰国', null, 'Nnja Van'];
const broken: Row = ['S-8', 'SHIRT', 'x', '泰国', null, null];
const shot = async (page: Page, name: string) => {
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/${name}.png`, fullPage: true });
};
const group = (page: Page, text: string) => page.locator('.fault-group', { hasText: text });

test('one goes from sheet to sheet, answers whole groups, takes an answer back, gets the sheet back marked, and the next one is read so', async () => {
  const house = await aHouse();
  const page = await aPage(house, 'whale', deskScreen);
  await page.goto('/portal/returns/import');
  const file = page.locator('input[type=file]');
  await file.setInputFiles(
    workbook('退货.xlsx', [...many, odd, broken], [['O-1', 'SHIRT', 1, '泰国', null, null]]),
  );
  await page.getByRole('button', { name: '十月' }).click();
  await page.getByRole('button', { name: '导入 1 行' }).waitFor();
  await page.getByRole('combobox', { name: '工作表' }).click();
  await page.getByTitle('九月').last().click();
  await group(page, '3:3').getByRole('button', { name: '一起导入' }).click();
  await group(page, '3:3').waitFor({ state: 'detached' });
  await group(page, '2双').getByRole('button', { name: '一双就是一件' }).click();
  await group(page, '09/08/2026').getByRole('button', { name: '月/日/年（2026-09-08）' }).click();
  await page.getByText('出口日期：月/日/年').waitFor();
  // It was the wrong one.
  await page.getByRole('button', { name: '撤回：出口日期：月/日/年' }).click();
  await group(page, '09/08/2026').getByRole('button', { name: '日/月/年（2026-08-09）' }).click();
  await page.getByText('出口日期：日/月/年').waitFor();
  await shot(page, 'answers-zh-1280');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '下载标出问题的表格' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('退货 待改正.xlsx');
  const book = xlsx.read(readFileSync(await download.path()));
  expect(book.SheetNames).toEqual(['九月']);
  expect(book.Sheets.九月?.G7?.v).toContain('C7: ');
  await group(page, 'Thailnd').getByRole('combobox').fill('泰国');
  await group(page, 'Thailnd').getByRole('combobox').press('Enter');
  // Another button takes along what was chosen before it.
  await group(page, 'Nnja Van').getByRole('button', { name: '原文就是这样' }).click();
  await group(page, 'NEW-1').getByRole('button', { name: '是新商品，交仓库审核' }).click();
  await page.getByText('“Thailnd”就是 泰国').waitFor();
  await page.getByText('发现 1 处问题').waitFor();
  const whole = [...many, odd];
  await file.setInputFiles(workbook('退货.xlsx', whole));
  await group(page, '3:3').getByRole('button', { name: '一起导入' }).waitFor();
  // Nothing was imported yet, so nothing is remembered.
  expect(await page.getByText('按上次的回答读取').count()).toBe(0);
  await group(page, '3:3').getByRole('button', { name: '一起导入' }).click();
  await group(page, '2双').getByRole('button', { name: '一双就是一件' }).click();
  await group(page, '09/08/2026').getByRole('button', { name: '日/月/年（2026-08-09）' }).click();
  await group(page, 'NEW-1').getByRole('button', { name: '是新商品，交仓库审核' }).click();
  await group(page, 'Nnja Van').getByRole('button', { name: '原文就是这样' }).click();
  await group(page, 'Thailnd').getByRole('combobox').fill('泰国');
  await group(page, 'Thailnd').getByRole('combobox').press('Enter');
  await page.getByRole('button', { name: '应用 1 项更正，重新检查' }).click();
  await page.getByRole('button', { name: '导入 5 行' }).click();
  await page.getByText('已完成 0 / 5 张退货单').waitFor();
  await finishTasks(house.deps);
  await page.getByRole('link', { name: 'S-3' }).waitFor();
  const { rows } = await ok(house.call('whale', 'GET /api/v1/return-orders?search=S-3'));
  expect(rows).toMatchObject([{ reference: 'S-3', country: 'TH' }]);
  const next = many.map((row, i): Row => [`T-${i}`, ...row.slice(1)]).filter((_, i) => i !== 1);
  await page.goto('/portal/returns/import');
  await file.setInputFiles(workbook('十月退货.xlsx', next));
  await page.getByRole('heading', { name: /按上次的回答读取/ }).waitFor();
  await shot(page, 'remembered-zh-1280');
  await page.getByRole('button', { name: '全部忘掉，重新问' }).click();
  await group(page, '09/08/2026').getByRole('button', { name: '日/月/年（2026-08-09）' }).waitFor();
  expect(await page.getByText('按上次的回答读取').count()).toBe(0);
});

test('answers that follow each other are all counted, whichever check comes back first', async () => {
  const house = await aHouse();
  const page = await aPage(house, 'whale', deskScreen);
  await page.goto('/portal/returns/import');
  const csv = ['单号,SKU,数量,出口日期,放行日期', 'A-1,SHIRT,1,09/08/2026,10/08/2026'].join('\n');
  const file = { name: 'a.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) };
  await page.locator('input[type=file]').setInputFiles(file);
  const button = (date: string) => page.getByRole('button', { name: `日/月/年（${date}）` });
  await button('2026-08-09').waitFor();
  let first = true;
  await page.route('**/imports?*', async (route) => {
    if (first) {
      first = false;
      await new Promise((resolve) => setTimeout(resolve, 1_000));
    }
    await route.continue();
  });
  await button('2026-08-09').click();
  // While it is checked no other answer is taken; nothing is pressed in vain.
  expect(await button('2026-08-10').isDisabled()).toBe(true);
  await button('2026-08-10').click();
  await page.getByRole('button', { name: '导入 1 行' }).waitFor();
});

test.each([
  ['zh-CN', handheldScreen],
  ['en', handheldScreen],
  ['zh-CN', deskScreen],
  ['en', deskScreen],
] as const)('in %s on %o nothing is cut off, and everybody can use it', async (language, screen) => {
  const house = await aHouse();
  const page = await aPage(house, 'whale', screen);
  await page.goto('/portal');
  await page.evaluate((one) => localStorage.setItem('guihang.language', one), language);
  await page.goto('/portal/returns/import');
  await page.locator('input[type=file]').setInputFiles(workbook('退货.xlsx', [...many, odd, broken]));
  await group(page, 'NEW-1').waitFor();
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(wide).toBeLessThanOrEqual(0);
  expect(await axeFaults(page)).toEqual([]);
  await shot(page, `faults-${language}-${screen.width}`);
});
