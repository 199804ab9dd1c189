import { expect, test } from 'vitest';
import { ok } from '../journeys/road.ts';
import { aHouse, type House, newScan } from '../world.ts';
import { aPage, deskScreen, handheldScreen, type Screen } from './browser.ts';

const password = 'correct horse battery';
const newcomer = {
  ...{ name: '李静', email: 'li@example.test', username: 'lijing', password },
  ...{ role: 'manager', organisation: 'hub', warehouses: ['HK'] },
};

/** Somebody who came to `path`, was asked who they are, and said it. */
async function arrived(house: House, path: string, screen: Screen = deskScreen) {
  const page = await aPage(house, 'nobody', screen);
  await page.goto(path);
  await page.getByLabel('用户名或邮箱').fill('lijing');
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.getByRole('button', { name: '登录' }).click();
  return page;
}

test('whoever signs in reaches the page that they asked for, and can sign out on every device at once', async () => {
  const house = await aHouse();
  await ok(house.call('admin', 'POST /api/v1/people', { scanId: newScan(), ...newcomer }));
  const there = await arrived(house, '/office/locations', handheldScreen);
  await there.getByRole('heading', { name: '货位', exact: true }).waitFor();
  const here = await arrived(house, '/office');
  await here.getByRole('heading', { name: '看板' }).waitFor();
  await here.getByRole('button', { name: '李静' }).click();
  await here.getByText('退出所有设备').click();
  await here.getByRole('heading', { name: '登录' }).waitFor();
  await there.goto('/office/locations');
  await there.getByRole('heading', { name: '登录' }).waitFor();
  expect(new URL(there.url()).searchParams.get('next')).toBe('/office/locations');
});

test('a wrong password is refused in words, and nothing else is given away', async () => {
  const house = await aHouse();
  const page = await arrived(house, '/');
  await page.getByRole('alert').getByText('密码不对').waitFor();
  expect(await page.getByLabel('用户名或邮箱').inputValue()).toBe('lijing');
});

test('the language that somebody chooses stays, here and on their next device', async () => {
  const house = await aHouse();
  const page = await aPage(house, 'wang', deskScreen);
  await page.goto('/office');
  await page.getByRole('button', { name: 'wang' }).click();
  await page.getByText('English').click();
  await page.getByRole('heading', { name: 'Board' }).waitFor();
  await page.reload();
  await page.getByRole('heading', { name: 'Board' }).waitFor();
  const another = await aPage(house, 'wang', deskScreen);
  await another.goto('/office/stock');
  await another.getByRole('heading', { name: 'Items', exact: true }).waitFor();
});
