import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { sessions } from '../../db/schema/people.ts';
import { systemViewer } from '../../db/seen-by.ts';
import { password, withPassword } from '../journeys/browsers.ts';
import { aHouse } from '../world.ts';
import { aPage, axeFaults, deskScreen } from './browser.ts';

test('a screen that asks for a right to be given away asks once more who sits there, and then does it', async () => {
  const house = await aHouse();
  const system = house.database.as(systemViewer);
  await withPassword(house, 'whale');
  const page = await aPage(house, 'whale', deskScreen);
  for (const row of await system.find(sessions, eq(sessions.userId, 'whale')))
    await system.atomically((tx) => tx.change(sessions, row, { provenAt: null }));
  await page.goto('/portal/account');
  await page.getByText('无，每份报价都需答复').waitFor();
  await page.getByRole('button', { name: '更改额度' }).click();
  await page.locator('input[inputmode=decimal]').fill('60');
  await page.getByRole('button', { name: /^确\s?认$|^确\s?定$/ }).click();
  const dialog = page.getByRole('dialog', { name: '请确认是您本人' });
  await dialog.getByLabel('当前密码').fill('not this one');
  expect(await axeFaults(page)).toEqual([]);
  await dialog.getByRole('button', { name: /^确\s?认$|^确\s?定$/ }).click();
  await dialog.getByText('当前密码不正确').waitFor();
  await dialog.getByLabel('当前密码').fill(password);
  await dialog.getByRole('button', { name: /^确\s?认$|^确\s?定$/ }).click();
  await page.getByText('¥60.00').waitFor();
  expect(await page.getByRole('dialog').count()).toBe(0);
  // For the next minutes nobody is asked again; who closes the question has changed nothing.
  await page.getByRole('button', { name: '更改额度' }).click();
  await page.locator('input[inputmode=decimal]').fill('70');
  await page.getByRole('button', { name: /^确\s?认$|^确\s?定$/ }).click();
  await page.getByText('¥70.00').waitFor();
});
