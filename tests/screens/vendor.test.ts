import { expect, test } from 'vitest';
import { aPicture } from '../house-rules/goods.ts';
import { broken, decided, ok } from '../journeys/road.ts';
import { aHouse } from '../world.ts';
import { aPage, choose, handheldScreen } from './browser.ts';

test('a vendor takes a phone in, diagnoses, quotes, repairs and photographs it, all with a thumb', async () => {
  const house = await aHouse();
  const code = await decided(house, 'RPV', broken);
  await ok(house.item('wang', code, 'handToVendor', { vendor: 'spark', fault: '左耳无声' }));
  const [{ code: consignment }] = (await ok(house.call('wu', 'GET /api/v1/consignments?state=open'))).rows;
  await ok(house.consignment('wu', consignment, 'close'));
  await ok(house.consignment('wu', consignment, 'handOver'));

  const page = await aPage(house, 'spark', handheldScreen);
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
  await page.goto('/vendor');
  await page.getByRole('link', { name: /左耳无声/ }).click();
  await press('接收');
  await press('诊断');
  // What is still being typed while the button is pressed goes with it: the press is never lost.
  const said = page.getByRole('dialog').getByRole('textbox').first();
  await said.fill('左耳喇叭');
  await said.evaluate((field: HTMLTextAreaElement) => {
    const [ok] = document.querySelectorAll<HTMLButtonElement>('[role=dialog] .ant-btn-primary');
    ok?.click();
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')?.set?.call(
      field,
      '左耳喇叭引线断',
    );
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await press('报价');
  const amounts = page.getByRole('dialog').locator('input[inputmode=decimal]');
  // A comma before the cents, and the digits of a Chinese keyboard.
  await amounts.first().fill('35,5');
  await amounts.nth(1).fill('１２');
  await press('确定');
  await page.getByText('¥47.50').waitFor();
  const { ticket } = await ok(house.call('wang', `GET /api/v1/items/${code}`));
  await ok(house.ticket('whale', ticket.code, 'approve'));
  await page.reload();
  await press('开始维修');
  await page.locator('input[type=file]').setInputFiles({
    ...{ name: 'done.jpg', mimeType: 'image/jpeg', buffer: await aPicture },
  });
  await page.getByRole('main').getByRole('img').first().waitFor();
  await press('维修完成');
  await page.getByRole('dialog').getByLabel('维修结果').click();
  await choose(page, '已修复');
  await page.getByRole('dialog').getByRole('textbox').last().fill('更换左耳单元');
  await press('确定');
  await page.getByText('待复检').first().waitFor();
  expect((await ok(house.call('spark', `GET /api/v1/tickets/${ticket.code}`))).state.id).toBe('ready');
});
