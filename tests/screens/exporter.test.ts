import iconv from 'iconv-lite';
import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import { finishTasks } from '../../server/jobs/background-tasks.ts';
import { diagnosed } from '../journeys/repairs.ts';
import { announced, ok } from '../journeys/road.ts';
import { aHouse, type House } from '../world.ts';
import { aPage, choose, deskScreen, handheldScreen } from './browser.ts';
import { goodsInBothLanguages } from './faces.ts';

test('an exporter submits a return by form on a telephone and prints its slip', async () => {
  const house = await aHouse();
  const page = await aPage(house, 'whale', handheldScreen);
  await page.goto('/portal');
  await page.getByRole('button', { name: '提交退货' }).click();
  await page.getByRole('button', { name: '提交退货单' }).click();
  await page.getByText('请填写“商品编码（SKU）”。').waitFor();
  await page.getByLabel('商品编码（SKU）').fill('SHIRT');
  await choose(page, '广告衫');
  await page.locator('.known-sku', { hasText: '广告衫' }).waitFor();
  await page.getByLabel('退货原因', { exact: true }).click();
  await choose(page, '尺码偏大');
  await page.getByLabel('您的单号').fill('SHOPEE-77');
  await page.getByRole('button', { name: '提交退货单' }).click();
  await page.getByRole('heading', { name: 'SHOPEE-77' }).waitFor();
  const slip = page.getByRole('link', { name: '打印退货单' });
  const paper = await page.request.get(String(await slip.getAttribute('href')));
  expect([paper.status(), paper.headers()['content-type']]).toEqual([200, 'application/pdf']);
  const { rows } = await ok(house.call('whale', 'GET /api/v1/return-orders'));
  expect(rows).toMatchObject([{ reference: 'SHOPEE-77' }]);
});

const spreadsheet = (...rows: string[]) => ({
  name: 'returns.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(['您的单号,商品编码,数量,退货原因', ...rows].join('\r\n')),
});

test('a broken spreadsheet is reported row by row and imports nothing; put right, it imports everything', async () => {
  const house = await aHouse();
  const page = await aPage(house, 'whale', deskScreen);
  const orders = async () => (await ok(house.call('whale', 'GET /api/v1/return-orders'))).total;
  await page.goto('/portal/returns/import');
  const file = page.locator('input[type=file]');
  await file.setInputFiles(spreadsheet('A-1,SHIRT,1,R01', 'A-2,SHIRT,many,R01', 'A-3,EARBUDS,2,R77'));
  await page.getByText('没有导入任何内容').first().waitFor();
  const rows = page.getByRole('table').getByRole('row');
  expect(await rows.filter({ hasText: 'many' }).textContent()).toContain('3');
  expect(await rows.filter({ hasText: 'R77' }).textContent()).toContain('4');
  expect(await orders()).toBe(0);
  await file.setInputFiles(spreadsheet('A-1,SHIRT,1,R01', 'A-2,SHIRT,3,R01', 'A-2,EARBUDS,2,R02'));
  await page.getByRole('button', { name: '导入 3 行' }).click();
  await page.getByText('已完成 0 / 2 张退货单').waitFor();
  await finishTasks(house.deps);
  await page.getByRole('link', { name: 'A-2' }).waitFor();
  expect(await orders()).toBe(2);
});

test('a sheet in GBK with columns, dates and words of its own is understood by answering, and its like without', async () => {
  const house = await aHouse();
  const page = await aPage(house, 'whale', deskScreen);
  await page.goto('/portal/returns/import');
  const file = page.locator('input[type=file]');
  const sheet = (...rows: string[]) => ({
    name: '九月退货.xls',
    mimeType: 'text/plain',
    buffer: iconv.encode(['PO号,款号,件,退货原因,国家,出口日期', ...rows].join('\r\n'), 'gbk'),
  });
  await file.setInputFiles(
    sheet('B-1,SHIRT,1件,尺码偏大,泰国,09/08/2026', 'B-2,SHRIT,２,尺码太大了,Thailnd,09/08/2026'),
  );
  await page.getByText('您的列对应我们的哪一列？').waitFor();
  for (const [ours, theirs] of [
    ['您的单号', 'PO号'],
    ['商品编码', '款号'],
    ['数量', '件'],
  ] as const) {
    const column = page.getByRole('combobox', { name: ours, exact: true });
    await column.fill(theirs);
    await column.press('Enter');
  }
  await page.getByRole('button', { name: '按此重新检查' }).click();
  const group = (value: string) => page.locator('.fault-group', { hasText: value });
  await group('09/08/2026').getByRole('button', { name: '日/月/年（2026-08-09）' }).click();
  await group('09/08/2026').waitFor({ state: 'detached' });
  for (const [value, meant] of [
    ['Thailnd', '泰国'],
    ['SHRIT', 'SHIRT'],
    ['尺码太大了', '尺码偏大'],
  ] as const) {
    await group(value).getByRole('combobox').fill(meant);
    await group(value).getByRole('combobox').press('Enter');
  }
  await page.getByRole('button', { name: '应用 3 项更正，重新检查' }).click();
  await page.getByRole('button', { name: '导入 2 行' }).click();
  await page.getByText('已完成 0 / 2 张退货单').waitFor();
  await finishTasks(house.deps);
  await page.getByRole('link', { name: 'B-2' }).waitFor();
  const { rows } = await ok(house.call('whale', 'GET /api/v1/return-orders?search=B-2'));
  const { lines, country } = await ok(house.call('whale', `GET /api/v1/return-orders/${rows[0].code}`));
  expect([country, lines]).toMatchObject([
    'TH',
    [{ sku: 'SHIRT', quantity: 2, exportDate: '2026-08-09', reasonWords: { zh: '尺码偏大' } }],
  ]);
  // The next file with these headers is read so without a question, also where the warehouses come late.
  await page.route('**/api/v1/warehouses*', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    await route.continue();
  });
  await page.goto('/portal/returns/import');
  await file.setInputFiles(sheet('B-3,SHIRT,1,尺码偏大,泰国,09/08/2026'));
  await page.getByRole('button', { name: '导入 1 行' }).waitFor();
});

test('an import that nobody knows to be accepted is sent again, and names at its end what was left out', async () => {
  const house = await aHouse();
  const page = await aPage(house, 'whale', deskScreen);
  await page.goto('/portal/returns/import');
  await page.locator('input[type=file]').setInputFiles(spreadsheet('A-1,SHIRT,1,R01', 'A-2,SHIRT,3,R01'));
  await page.getByRole('button', { name: '导入 2 行' }).waitFor();
  // It arrives, and its answer is lost.
  await page.route('**/imports?*', async (route) => {
    await route.fetch();
    await route.abort();
  });
  await page.getByRole('button', { name: '导入 2 行' }).click();
  await page.getByText('已接收的导入会自动完成').waitFor();
  expect(await page.getByText('没有导入任何内容').count()).toBe(0);
  await announced(house, 'whale', [{ sku: 'SHIRT' }], { reference: 'A-2' });
  await page.unroute('**/imports?*');
  await page.getByRole('button', { name: '重试' }).click();
  await page.getByText('已完成 0 / 2 张退货单').waitFor();
  await finishTasks(house.deps);
  await page.getByRole('link', { name: 'A-1' }).waitFor();
  await page.getByText('有些退货单没有导入').waitFor();
  expect(await page.getByRole('table').getByRole('row').filter({ hasText: 'A-2' }).textContent()).toContain(
    '已用于退货单',
  );
});

test('an exporter approves an estimate and says what shall happen to an item', async () => {
  const house = await aHouse();
  const goods = await goodsInBothLanguages(house);
  const page = await aPage(house, 'whale', handheldScreen);
  await page.goto('/portal');
  await page.getByRole('button', { name: '同意报价' }).click();
  await page.getByRole('button', { name: /^同意报价 ¥/ }).click();
  await page.getByText('已答复').waitFor();
  const ticket = await ok(house.call('whale', `GET /api/v1/tickets/${goods.ticket}`));
  expect(ticket.state.id).toBe('approved');
  await page.getByRole('button', { name: '选择去向' }).click();
  await page
    .getByRole('radio', { name: /退回出口商|退运/ })
    .first()
    .check();
  await page.getByRole('button', { name: '确认去向' }).click();
  // What was answered stays where it was until it is put away.
  await page.getByText('已答复').nth(1).waitFor();
  for (const _ of ['estimate', 'item']) await page.getByRole('button', { name: '收起' }).first().click();
  await page.getByText('没有要您决定的事').waitFor();
  const item = await ok(house.call('whale', `GET /api/v1/items/${goods.asked}`));
  expect(item.state.id).toBe('sorted');
});

/** Two broken things at our bench, each with an estimate: the first of ¥90, the second of ¥9,900. */
async function twoEstimates(house: House) {
  const tickets: string[] = [];
  for (const labour of [9_000, 990_000]) {
    const { ticket } = await diagnosed(house);
    house.later(1);
    await ok(house.ticket('zhao', ticket, 'quote', { labour, parts: 0 }));
    tickets.push(ticket);
  }
  return tickets as [string, string];
}
const stateOf = async (house: House, ticket: string) =>
  (await ok(house.call('whale', `GET /api/v1/tickets/${ticket}`))).state.id;

test.each([handheldScreen, deskScreen])(
  'a double click agrees to nothing, and two of them not to two things (%o)',
  async (screen) => {
    const house = await aHouse();
    const [cheap, dear] = await twoEstimates(house);
    const page = await aPage(house, 'whale', screen);
    await page.goto('/portal');
    const button = page.getByRole('button', { name: '同意报价', exact: true });
    await button.nth(1).waitFor();
    for (const n of [0, 1]) {
      await button.nth(n).dblclick();
      const dialog = page.getByRole('dialog');
      await dialog
        .getByText(n ? '¥9,900.00' : '¥90.00')
        .first()
        .waitFor();
      expect([await stateOf(house, cheap), await stateOf(house, dear)]).toEqual([
        'awaitingApproval',
        'awaitingApproval',
      ]);
      await dialog.getByRole('button', { name: /取 ?消/ }).click();
      await dialog.waitFor({ state: 'detached' });
    }
    // The second press is on another place and says how much; after it the other card is where it was.
    const place = (of: Locator) =>
      of.evaluate((it) => [it.getBoundingClientRect().left, it.getBoundingClientRect().top + scrollY]);
    const before = await place(button.nth(1));
    await button.nth(0).click();
    const agree = page.getByRole('button', { name: '同意报价 ¥90.00' });
    const [first, second] = [await button.nth(0).boundingBox(), await agree.boundingBox()];
    expect(Math.abs((first?.y ?? 0) - (second?.y ?? 0))).toBeGreaterThan(48);
    await agree.dblclick();
    await page.getByText('已答复').waitFor();
    expect(await stateOf(house, cheap)).toBe('approved');
    expect(await stateOf(house, dear)).toBe('awaitingApproval');
    const after = await place(button);
    expect(after[0]).toBe(before[0]);
    expect(Math.abs(Number(after[1]) - Number(before[1]))).toBeLessThan(24);
  },
);

test('a price that changes while it is being agreed to is shown, and not agreed to', async () => {
  const house = await aHouse();
  const [ticket] = await twoEstimates(house);
  const page = await aPage(house, 'whale', deskScreen);
  await page.goto('/portal');
  const cards = page.getByRole('button', { name: '同意报价', exact: true });
  await cards.nth(1).waitFor();
  await cards.first().click();
  const agree = page.getByRole('button', { name: '同意报价 ¥90.00' });
  await agree.waitFor();
  await ok(house.ticket('zhao', ticket, 'quote', { labour: 10_000_000, parts: 0 }));
  await agree.click();
  await page.getByText('原为 ¥90.00，现为 ¥100,000.00').waitFor();
  expect(await agree.isDisabled()).toBe(true);
  expect(await stateOf(house, ticket)).toBe('awaitingApproval');
  await page.getByRole('button', { name: /取 ?消/ }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  // The card has the new price before anybody presses it.
  await page.getByText('¥100,000.00').first().waitFor();
  await page.getByRole('button', { name: '同意报价', exact: true }).first().click();
  await page.getByRole('button', { name: '同意报价 ¥100,000.00' }).click();
  await page.getByText('已答复').waitFor();
  expect(await stateOf(house, ticket)).toBe('approved');
});

test('on the page of its item an answered card keeps its place too, until it is put away', async () => {
  const house = await aHouse();
  const [, ticket] = await twoEstimates(house);
  const { item } = await ok(house.call('whale', `GET /api/v1/tickets/${ticket}`));
  const page = await aPage(house, 'whale', deskScreen);
  await page.goto(`/portal/items/${item.code}`);
  const button = page.getByRole('button', { name: '同意报价', exact: true });
  const next = page.getByRole('heading', { name: '质检结果' }).last();
  const top = () => next.evaluate((it) => it.getBoundingClientRect().top + scrollY);
  await button.dblclick();
  expect(await stateOf(house, ticket)).toBe('awaitingApproval');
  const before = await top();
  await page.getByRole('button', { name: '同意报价 ¥9,900.00' }).dblclick();
  await page.getByText('已答复').waitFor();
  expect(await stateOf(house, ticket)).toBe('approved');
  expect(Math.abs((await top()) - before)).toBeLessThan(24);
  await page.getByRole('button', { name: '收起' }).click();
  await page.getByText('已答复').waitFor({ state: 'detached' });
  expect(await button.count()).toBe(0);
});
