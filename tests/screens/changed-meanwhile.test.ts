import { expect, test } from 'vitest';
import { ok, stored } from '../journeys/road.ts';
import { aHouse } from '../world.ts';
import { aPage, axeFaults, deskScreen } from './browser.ts';
import { atStation, press, said, scan, shows } from './handheld-world.ts';

test('what somebody else changed is shown on the handheld as it is now, and decided again without a scan', async () => {
  const house = await aHouse();
  const code = await stored(house);
  await ok(house.item('wu', code, 'hold', { kind: 'dispute' }));
  const page = await atStation(house, 'wang', 'find');
  await scan(page, code);
  await shows(page, '挂起 1 项');
  // Another one holds it for another reason, which nobody at this screen has seen.
  await ok(house.item('chen', code, 'hold', { kind: 'quality' }));
  const lift = async () => {
    await press(page, '异常');
    await press(page, '解除挂起');
    const sheet = page.locator('.sheet');
    await sheet.getByRole('button', { name: '争议' }).click();
    await sheet.locator('textarea').fill('双方已和解');
    await sheet.locator('.primary').click();
  };
  await lift();
  await said(page, '不能这样做');
  await shows(page, `货品 ${code}：在库`);
  await shows(page, '您查看之后，情况有变化，所以没有执行。');
  await shows(page, '请看最新内容，再重新决定。');
  expect(await axeFaults(page)).toEqual([]);
  await press(page, '知道了');
  await shows(page, '挂起 2 项');
  await lift();
  await said(page, /^已解除挂起：/);
  const { holds } = await ok(house.call('wang', `GET /api/v1/items/${code}`));
  expect(holds.map(({ kind }: { kind: string }) => kind)).toEqual(['quality']);
});

test('in the office the window closes before it, and what was filled in waits for the next look', async () => {
  const house = await aHouse();
  const code = await stored(house);
  await ok(house.item('wu', code, 'hold', { kind: 'dispute' }));
  const page = await aPage(house, 'wang', deskScreen);
  await page.goto(`/office/items/${code}`);
  const open = async () => {
    await page.getByRole('button', { name: '更多' }).click();
    await page.getByRole('menuitem', { name: '解除挂起' }).click();
  };
  const dialog = page.getByRole('dialog');
  await open();
  await dialog.getByRole('textbox').last().fill('双方已和解');
  await ok(house.item('chen', code, 'hold', { kind: 'quality', note: '外壳松动' }));
  await dialog.getByRole('button', { name: /^确\s?定$|^确\s?认$/ }).click();
  await page.getByRole('alert').getByText('您查看之后，情况有变化，所以没有执行。').waitFor();
  await page.getByRole('alert').getByText(`货品 ${code}：在库`).waitFor();
  expect(await dialog.count()).toBe(0);
  await page.getByText('外壳松动').first().waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await open();
  expect(await dialog.getByRole('textbox').last().inputValue()).toBe('双方已和解');
  await dialog.getByRole('button', { name: /^确\s?定$|^确\s?认$/ }).click();
  await page.getByText('您查看之后').waitFor({ state: 'hidden' });
  const { holds } = await ok(house.call('wang', `GET /api/v1/items/${code}`));
  expect(holds.map(({ kind }: { kind: string }) => kind)).toEqual(['quality']);
});
